import type { Entity, Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { SourceText } from "../text/sourceText.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { messageWriters } from "./messageWriters.js";
import { isFirstPerson } from "./speakers.js";
import type { NewQuote } from "./turnQuotes.js";

/** What a statement opens with: "I, Helena Marsh, of 4 Mill Lane, make this statement". */
const OPENING = /(?:^|\n)\s{0,4}(?:\d{1,2}[.)]\s{1,4})?I,? (?=\p{Lu})/uy;
const MAKES =
  /^[^\n]{0,200}?\b(?:stat(?:e|ement)|declare|declaration|make oath|swear|sworn|affirm|affidavit|depose|testify|certify|will say|say as follows)\b/iu;
const LONGEST_OPENING = 300;
/** Or its heading: "WITNESS STATEMENT OF SISTER HELENA MARSH". */
const HEADING = /(?:^|\n)[#*\s]{0,6}(?:\p{L}+\s){0,2}(?:statement|affidavit|declaration|testimony|deposition)\sof\s[^\n]{3,80}/iuy;
/** What a line begins with that may be either. */
const MAY_BE =
  /(?:^|\n)(?:\s{0,4}(?:\d{1,2}[.)]\s{1,4})?I,? |[#*\s]{0,6}(?:\p{L}+\s){0,2}(?:statement|affidavit|declaration|testimony|deposition)\s)/giu;
const OF_STATEMENT = 0.95;
const OF_AUTHOR = 0.85;
/** A paragraph that asks, as those of an interview do. */
const QUESTION = /\?[ \t]*(?=\n)/g;
const MOST_QUESTIONS = 1;
/** What a message puts above another's that it holds: "-----Original Message-----", "From: Ann Weld", "On 3 May Ann Weld wrote:", "> ". */
const OTHERS_MESSAGE = /\n[ \t]{0,4}(?:-{3,}|From:|>|On\b[^\n]{4,120}\bwrote:)/;

/** Whose "I" stands outside words in marks. */
interface Writer {
  readonly entity: Entity;
  /** In words a reader can check. */
  readonly reason: string;
  readonly confidence: number;
}

/** Where the lines of a block begin that may open a statement or be its heading: the whole text would be long to read for few of them. */
const linesInBlock = memoByBlock(({ text }) => Array.from(text.matchAll(MAY_BE), ({ index }) => index));

/** The same for a text: at the line break before each, or at the beginning of the text. */
function statementLines({ text, blocks }: SourceText): readonly number[] {
  const found: number[] = [];
  for (const { start, block } of blocks)
    for (const line of linesInBlock(block)) found.push(line > 0 ? start + line : Math.max(0, text.lastIndexOf("\n", start - 1)));
  return found;
}

/** Where a form ends that begins at a line; -1 where it does not. @param form sticky. */
function endAt(text: string, line: number, form: RegExp): number {
  form.lastIndex = line;
  return form.test(text) ? form.lastIndex : -1;
}

/** Who makes a statement in the first person, by the words that it opens with; null where a text is none. */
function openedBy(text: string, lines: readonly number[], mentions: MentionIndex): PlacedMention | null {
  for (const line of lines) {
    const at = endAt(text, line, OPENING);
    const [named] = at < 0 ? [] : mentions.within({ start: at, end: at + 1 });
    if (named?.mention.kind !== "name" || named.entity.type !== "person") continue;
    if (MAKES.test(text.slice(named.mention.end, named.mention.end + LONGEST_OPENING))) return named;
  }
  return null;
}

/** The same by a heading that ends with a person's name. */
function headedBy(text: string, lines: readonly number[], mentions: MentionIndex): PlacedMention | null {
  for (const line of lines) {
    const end = endAt(text, line, HEADING);
    const named = end < 0 ? undefined : mentions.within({ start: line, end }).at(-1);
    if (named?.mention.kind !== "name" || named.entity.type !== "person") continue;
    if (/^[\s*:.]*$/.test(text.slice(named.mention.end, end))) return named;
  }
  return null;
}

/** "Dear Mr Pryce," at the beginning of a line of a letter's head. */
const SALUTATION = /(?:^|\n)[ \t]{0,8}(?:(?:My )?Dear\s\p{L}[^\n]{0,60}|To whom it may concern|Sirs?|Madam),?[ \t]*\n/iu;
const LONGEST_HEAD = 2000;
const CLOSING = new RegExp(`\\n[ \\t]{0,60}(?:${functionWords.closings.join("|")})[,.]?[ \\t]*\\n[\\s]{0,40}`, "giu");
const LONGEST_NAME = 80;
/** A sentence of some length. */
const SENTENCE = /\p{Ll}\s[^\n]{40,}\p{Ll}[.?!](?:\s|$)/u;

/** Whether no more than a head stands above a letter or a message: one that an article reproduces is not all of it. */
function isHeadAlone(text: string, offset: number): boolean {
  return offset >= 0 && offset <= LONGEST_HEAD && !SENTENCE.test(text.slice(0, offset));
}

/** Who signs a letter: the person whose name the line below its one closing begins with. */
function signerOf(text: string, mentions: MentionIndex): PlacedMention | null {
  const salutation = SALUTATION.exec(text.slice(0, LONGEST_HEAD));
  if (!salutation || !isHeadAlone(text, salutation.index)) return null;
  const [closing, ...others] = Array.from(text.matchAll(CLOSING), ({ index, 0: all }) => index + all.length);
  if (closing === undefined || others.length > 0) return null;
  const line = text.indexOf("\n", closing);
  const [named] = mentions.within({ start: closing, end: Math.min(line < 0 ? text.length : line, closing + LONGEST_NAME) });
  return named?.mention.kind === "name" && named.entity.type === "person" ? named : null;
}

/** The one author of a signed text in which nobody is asked anything. */
function authorOf(text: string, { authors }: Layout, mentions: MentionIndex): PlacedMention | null {
  if (authors.length !== 1 || (text.match(QUESTION)?.length ?? 0) > MOST_QUESTIONS) return null;
  const [author]: readonly Span[] = authors;
  const [named] = mentions.within({ start: author.start, end: author.start + 1 });
  return named?.mention.kind === "name" && named.entity.type === "person" && named.mention.end === author.end ? named : null;
}

/** Whose "I" stands at an offset: a witness's in all of his statement, an author's in his text, in each of several messages that of who sent it. */
function writersOf(source: SourceText, layout: Layout, mentions: MentionIndex): (offset: number) => Writer | null {
  const { text } = source;
  const lines = statementLines(source);
  const deponent = openedBy(text, lines, mentions) ?? headedBy(text, lines, mentions);
  if (deponent) {
    const { entity, mention } = deponent;
    const writer = { entity, reason: `${entity.name}, whose statement this is`, confidence: OF_STATEMENT };
    return (offset) => (offset >= mention.start ? writer : null);
  }
  const writerAt = isHeadAlone(text, text.indexOf("From:")) ? messageWriters(text, mentions) : undefined;
  if (writerAt) {
    return (offset) => {
      const entity = writerAt(offset);
      return entity && { entity, reason: `${entity.name}, who wrote this message`, confidence: OF_AUTHOR };
    };
  }
  const signer = signerOf(text, mentions);
  if (signer) {
    const { entity } = signer;
    const writer = { entity, reason: `${entity.name}, who signed this letter`, confidence: OF_AUTHOR };
    return (offset) => (offset < signer.mention.start ? writer : null);
  }
  const author = authorOf(text, layout, mentions);
  if (!author) return () => null;
  const { entity, mention } = author;
  const held = OTHERS_MESSAGE.exec(text.slice(mention.end));
  const to = held ? mention.end + held.index : text.length;
  const writer = { entity, reason: `${entity.name}, who wrote this`, confidence: OF_AUTHOR };
  return (offset) => (offset < to ? writer : null);
}

/**
 * Gives "I" outside words in marks to whose text it is: the witness who makes a statement, the author of a signed report, who sent a message.
 * @param isAsked whether the text is a transcript or an interview, whose "I" is each time another.
 */
export function withWriter(
  source: SourceText,
  layout: Layout,
  quotes: readonly NewQuote[],
  mentions: MentionIndex,
  isAsked: boolean,
): readonly NewQuote[] {
  const { text } = source;
  const isOpen = ({ speaker }: NewQuote): boolean =>
    speaker !== null && speaker.entity === null && isFirstPerson(text.slice(speaker.start, speaker.end));
  if (!quotes.some(isOpen)) return quotes;
  const writerAt = writersOf(source, isAsked ? { ...layout, authors: [] } : layout, mentions);
  return quotes.map((quote) => {
    const { speaker } = quote;
    const writer = speaker && isOpen(quote) ? writerAt(speaker.start) : null;
    if (!speaker || !writer) return quote;
    const { entity, reason, confidence } = writer;
    const rule = `${speaker.rule}; “${text.slice(speaker.start, speaker.end)}” is ${reason}`;
    return {
      ...quote,
      speaker: { ...speaker, entity: entity.id, rule, confidence: Math.round(100 * speaker.confidence * confidence) / 100 },
    };
  });
}

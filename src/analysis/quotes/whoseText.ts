import type { Entity, Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { isFirstPerson } from "./speakers.js";
import type { NewQuote } from "./turnQuotes.js";

/** What a statement opens with: "I, Helena Marsh, of 4 Mill Lane, make this statement". */
const OPENING = /(?:^|\n)\s{0,4}(?:\d{1,2}[.)]\s{1,4})?I,? (?=\p{Lu})/gu;
const MAKES =
  /^[^\n]{0,200}?\b(?:stat(?:e|ement)|declare|declaration|make oath|swear|sworn|affirm|affidavit|depose|testify|certify|will say|say as follows)\b/iu;
const LONGEST_OPENING = 300;
/** Or its heading: "WITNESS STATEMENT OF SISTER HELENA MARSH". */
const HEADING = /(?:^|\n)[#*\s]{0,6}(?:\p{L}+\s){0,2}(?:statement|affidavit|declaration|testimony|deposition)\sof\s[^\n]{3,80}/giu;
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
  /** "I" before the first offset and behind the second is not his. */
  readonly from: number;
  readonly to: number;
  /** In words a reader can check. */
  readonly reason: string;
  readonly confidence: number;
}

/** Who makes a statement in the first person, by the words that it opens with; null where a text is none. */
function openedBy(text: string, mentions: MentionIndex): PlacedMention | null {
  for (const { index, 0: opening } of text.matchAll(OPENING)) {
    const at = index + opening.length;
    const [named] = mentions.within({ start: at, end: at + 1 });
    if (named?.mention.kind !== "name" || named.entity.type !== "person") continue;
    if (MAKES.test(text.slice(named.mention.end, named.mention.end + LONGEST_OPENING))) return named;
  }
  return null;
}

/** The same by a heading that ends with a person's name. */
function headedBy(text: string, mentions: MentionIndex): PlacedMention | null {
  for (const { index, 0: heading } of text.matchAll(HEADING)) {
    const end = index + heading.length;
    const named = mentions.within({ start: index, end }).at(-1);
    if (named?.mention.kind !== "name" || named.entity.type !== "person") continue;
    if (/^[\s*:.]*$/.test(text.slice(named.mention.end, end))) return named;
  }
  return null;
}

/** The one author of a signed text in which nobody is asked anything. */
function authorOf(text: string, { authors }: Layout, mentions: MentionIndex): PlacedMention | null {
  if (authors.length !== 1 || (text.match(QUESTION)?.length ?? 0) > MOST_QUESTIONS) return null;
  const [author]: readonly Span[] = authors;
  const [named] = mentions.within({ start: author.start, end: author.start + 1 });
  return named?.mention.kind === "name" && named.entity.type === "person" && named.mention.end === author.end ? named : null;
}

function writerOf(text: string, layout: Layout, mentions: MentionIndex): Writer | null {
  const deponent = openedBy(text, mentions) ?? headedBy(text, mentions);
  if (deponent) {
    const { entity, mention } = deponent;
    return { entity, from: mention.start, to: text.length, reason: `${entity.name}, whose statement this is`, confidence: OF_STATEMENT };
  }
  const author = authorOf(text, layout, mentions);
  if (!author) return null;
  const { entity, mention } = author;
  const held = OTHERS_MESSAGE.exec(text.slice(mention.end));
  const to = held ? mention.end + held.index : text.length;
  return { entity, from: 0, to, reason: `${entity.name}, who wrote this`, confidence: OF_AUTHOR };
}

/**
 * Gives "I" outside words in marks to whose text it is: the witness who makes a statement, the author of a signed report.
 * @param isAsked whether the text is a transcript or an interview, whose "I" is each time another.
 */
export function withWriter(
  text: string,
  layout: Layout,
  quotes: readonly NewQuote[],
  mentions: MentionIndex,
  isAsked: boolean,
): readonly NewQuote[] {
  const isOpen = ({ speaker }: NewQuote): boolean =>
    speaker !== null && speaker.entity === null && isFirstPerson(text.slice(speaker.start, speaker.end));
  if (!quotes.some(isOpen)) return quotes;
  const writer = writerOf(text, isAsked ? { ...layout, authors: [] } : layout, mentions);
  if (!writer) return quotes;
  const { entity, from, to, reason, confidence } = writer;
  return quotes.map((quote) => {
    const { speaker } = quote;
    if (!speaker || !isOpen(quote) || speaker.start < from || speaker.start >= to) return quote;
    const rule = `${speaker.rule}; “${text.slice(speaker.start, speaker.end)}” is ${reason}`;
    return {
      ...quote,
      speaker: { ...speaker, entity: entity.id, rule, confidence: Math.round(100 * speaker.confidence * confidence) / 100 },
    };
  });
}

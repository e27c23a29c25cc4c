import type { SectionKind, Span } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { readByline, readCredits, readMoreFrom } from "./byline.js";
import { readPlacedDate } from "./dateline.js";
import words from "./formWords.json" with { type: "json" };
import { countWords, endsLikeSentence, isSpeech, plain, readDateLine } from "./lineForms.js";
import { pageLine } from "./pageLines.js";
import pageWords from "./pageWords.json" with { type: "json" };
import { readTopicsList } from "./topicsList.js";

/** What these begin is furniture, sentence or not; what the labels begin only where it is no sentence. */
const STARTS: readonly string[] = words.trailingStarts;
const LABELS: readonly string[] = words.trailingLabels;
const WHOLE: ReadonlySet<string> = new Set(words.trailingWhole);
const END_MARKS: ReadonlySet<string> = new Set(words.endMarks);
/** A line that says that the text ends is one of the last blocks. */
const LAST_END_MARK = 12;
const BIO = new RegExp(
  `\\b(?:is|was|are|has been|reports|writes|covers)\\b[^.]{0,80}\\b(?:${words.bioNouns.join("|")})\\b|\\b(?:can be reached at|on twitter|follow (?:him|her|them))\\b`,
  "i",
);

/** A line that opens or belongs to a page's furniture is at most this long; a longer block is text. */
const LONGEST_FURNITURE = 400;
/** What stands below such a line belongs to it while it is this short and no sentence. */
const MOST_LISTED_WORDS = 14;

/** What a block is, seen from the end of a document. */
export type TrailingForm = "furniture" | "listed" | "text";

/**
 * Tells a page's furniture (subscriptions, shares, rights, end marks, contacts) from short lines that may belong to such a line
 * above them and from text.
 */
export function trailingForm(text: string): TrailingForm {
  if (text.length > LONGEST_FURNITURE || /^(?:```|~~~)/.test(text)) return "text";
  const line = plain(text);
  const trimmed = text.trim();
  if (line === "" || WHOLE.has(line) || isEndMark(text) || WHOLE.has(trimmed.toLowerCase()) || /^[\s*_=~#.•·-]{1,40}$/.test(text))
    return "furniture";
  if (startsFurniture(line, trimmed)) return "furniture";
  if (/\ball rights reserved\b|\bcopyright\s+(?:©|\(c\)|\d{4})|^©|\(c\)\s\d{4}/i.test(trimmed)) return "furniture";
  if (
    isContact(trimmed) ||
    /\bcontributed (?:(?:to|reporting for|reporting to) this (?:report|article|story)\b|(?:reporting|to this report)\.$)/i.test(trimmed)
  )
    return "furniture";
  if (REPORTERS.test(trimmed) || APPEAL.test(trimmed)) return "furniture";
  if (/^#{1,6}\s/.test(trimmed) || isSpeech(trimmed)) return "text";
  if (countWords(trimmed) <= MOST_LISTED_WORDS && !/[.!?]["”’)]?$/.test(trimmed.slice(-3))) return "listed";
  if (/^\s{0,3}[-*+•·–>»]\s/.test(text) && countWords(trimmed) <= MOST_LISTED_WORDS) return "listed";
  return "text";
}

const formOf = memoByBlock(({ text }) => trailingForm(text));

/** "Ann Weld reported from Varna.", "Ann Weld and Hugh Hill contributed research.": who else worked on a text, and nothing more. */
const REPORTERS = compiled(
  new RegExp(
    `^[*_(–—-]{0,3}(?:\\p{Lu}[\\p{L}.'’-]*\\s){1,4}(?:and\\s(?:\\p{Lu}[\\p{L}.'’-]*\\s){1,4})?(?:also\\s)?(?:${pageWords.worked.join("|")})\\b[^“”"]*$`,
    "u",
  ),
);
/** What a paper asks its readers for. */
const APPEAL = new RegExp(`^(?:${pageWords.askedOfReaders.join("|")})\\b|\\b(?:${pageWords.askedWithin.join("|")})\\b`, "i");

/** Whether the last paragraph tells who the author is. */
export function isAuthorNote(text: string, authors: readonly string[]): boolean {
  if (text.length > 600) return false;
  const bare = text.replace(/^[\s*_(–—-]+/, "");
  const named = authors.some((author) => bare.toLowerCase().startsWith(author.toLowerCase()));
  const head = bare.slice(0, 220);
  if (named) return BIO.test(head);
  return /^[*_(]/.test(text.trim()) && BIO.test(head);
}

function startsFurniture(line: string, text: string): boolean {
  if (STARTS.some((start) => startsWithWords(line, start))) return true;
  return LABELS.some((label) => startsWithWords(line, label)) && (!endsLikeSentence(text) || countWords(text) <= 4);
}

function startsWithWords(line: string, start: string): boolean {
  const at = /^[[(]/.test(line) && !start.startsWith("(") ? 1 : /^[-•] /.test(line) ? 2 : 0;
  if (!line.startsWith(start, at)) return false;
  return !(/[\p{L}\p{N}]$/u.test(start) && /^[\p{L}\p{N}]/u.test(line.slice(at + start.length)));
}

/** Mail and web addresses and telephone numbers with few words beside them. */
function isContact(text: string): boolean {
  if (/^[\s*•-]*\[|\]\(/.test(text)) return false;
  const bare = text.replace(
    /https?:\/\/\S{1,400}|www\.\S{1,200}|[\w.+-]{1,64}@[\w.-]{1,100}|(?:\+|\b(?:tel|phone|fax|mobile|call)\b[.:]{0,2}\s?)[\d(][\d\s().-]{6,20}\d/gi,
    " ",
  );
  if (bare.length === text.length) return false;
  return (bare.match(/\p{L}{2,}/gu) ?? []).length <= (endsLikeSentence(bare.trim()) ? 4 : 8);
}

/** What stands below a document's text. */
export interface Trailing {
  /** The index of its first block; the number of blocks where nothing stands there. */
  readonly start: number;
  /** The kind of those of its blocks that are no boilerplate, by their index: lists of topics, dates, bylines. */
  readonly kinds: ReadonlyMap<number, SectionKind>;
  readonly topics: readonly Span[];
  readonly authors: readonly Span[];
  /** A date line among it, or the place and date that a letter ends with, ISO 8601. */
  readonly date?: string;
  /** The year of its copyright. */
  readonly year?: number;
}

const LEAST_PARAGRAPH_WORDS = 10;

/** No list below a line of furniture is longer. */
const MOST_LISTED = 40;

/**
 * Reads what trails the text, from the end backwards, so that nothing inside the text is taken for it: short lines belong to the line
 * of furniture above them, and the first block that is text ends the search.
 * @param from the index of the first block after front matter.
 * @param authors the names in the bylines above the text.
 * @param marks the indices of the blocks that are numbers and running heads of pages.
 */
export function readTrailing(source: SourceText, from: number, authors: readonly string[], marks: ReadonlySet<number>): Trailing {
  const { blocks } = source;
  const paragraph = blocks.findIndex(({ block }, i) => i >= from && isParagraph(block.text));
  const first = Math.max(paragraph, from);
  let start = blocks.length;
  const kinds = new Map<number, SectionKind>();
  const topics: Span[] = [];
  const names: Span[] = [];
  let date: string | undefined;
  let year: number | undefined;
  const mark = findEndMark(blocks, first);
  for (let i = blocks.length - 1; i > first && start - i <= MOST_LISTED; i--) {
    const { start: at, block } = blocks[i];
    const { text } = block;
    if (marks.has(i)) continue;
    const list = readTopicsList(source, i);
    if (list && (i + list.blocks === start || formOf(block) !== "furniture")) {
      if (i + list.blocks < start && !allListed(blocks, i + list.blocks, start)) break;
      for (let n = 0; n < list.blocks; n++) kinds.set(i + n, "topics");
      topics.unshift(...list.topics);
      start = i;
      continue;
    }
    const onPage = pageLine(block);
    // What stands for itself has no list below it: short lines between it and the end may be the text's.
    if (onPage === "furniture" && i < start - 1) break;
    const form = onPage === "furniture" || onPage === "links" ? "furniture" : formOf(block);
    const more = readMoreFrom(text);
    const byline = more ? null : readByline(text);
    const dated = readDateLine(text);
    const placed = paragraph >= 0 && i === start - 1 ? readPlacedDate(text) : null;
    if (more) names.unshift({ start: at + more.start, end: at + more.end });
    else if (byline && paragraph >= 0 && i === start - 1) {
      names.unshift(...byline.authors.map((a) => ({ start: at + a.start, end: at + a.end })));
      kinds.set(i, "byline");
    } else if (form === "furniture") names.unshift(...readCredits(text).map((a) => ({ start: at + a.start, end: at + a.end })));
    else if (dated && paragraph >= 0 && i === start - 1) {
      date = dated.date.value;
      kinds.set(i, "date");
    } else if (placed !== null) {
      date = placed;
      kinds.set(i, "dateline");
    } else if (form === "listed") continue;
    else if (!(i === start - 1 && isAuthorNote(text, authors)) && i <= mark) break;
    year ??= readCopyrightYear(text);
    start = i;
  }
  return { start, kinds, topics, authors: names, ...(date !== undefined && { date }), ...(year !== undefined && { year }) };
}

/** "(END)", "END OF TRANSCRIPT", "END 12:23 P.M. EDT". */
export function isEndMark(text: string): boolean {
  return text.length <= 40 && (END_MARKS.has(text.trim().toLowerCase()) || /^END\s+\d{1,2}:\d\d\s[AP]\.?M\.?(?:\s[A-Z]{2,4})?$/.test(text));
}

/** The index of the line that says that the text ends, among the last blocks; the number of blocks where none does. */
function findEndMark(blocks: readonly PlacedBlock[], first: number): number {
  for (let i = blocks.length - 1; i > first && blocks.length - i <= LAST_END_MARK; i--) {
    if (!isEndMark(blocks[i].block.text)) continue;
    const end = blocks[blocks.length - 1].start + blocks[blocks.length - 1].block.text.length;
    return end - blocks[i].start < (blocks[i].start - blocks[first].start) / 2 ? i : blocks.length;
  }
  return blocks.length;
}

function isParagraph(text: string): boolean {
  return text.length > LONGEST_FURNITURE || (countWords(text) >= LEAST_PARAGRAPH_WORDS && endsLikeSentence(text));
}

function allListed(blocks: readonly PlacedBlock[], from: number, to: number): boolean {
  return blocks.slice(from, to).every(({ block }) => formOf(block) !== "text");
}

function readCopyrightYear(text: string): number | undefined {
  const found = /(?:©|\(c\)|copyright)\s{0,3}(?:©\s?)?((?:19|20)\d\d)\b/i.exec(text.slice(0, LONGEST_FURNITURE));
  return found ? Number(found[1]) : undefined;
}

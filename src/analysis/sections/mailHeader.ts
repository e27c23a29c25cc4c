import type { SectionKind, Span } from "../analysis.js";
import { readCalendarDate } from "../dates/calendarDate.js";
import { onOneLine } from "../oneLine.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { PlacedBlock } from "../text/sourceText.js";
import words from "./formWords.json" with { type: "json" };
import type { FrontMatter } from "./frontMatter.js";
import { countWords, endsLikeSentence, isClassification, readDateLine } from "./lineForms.js";

/** What the fields of a letter's head are; the others are furniture. */
const KINDS: ReadonlyMap<string, SectionKind> = new Map([
  ["from", "byline"],
  ["sender", "byline"],
  ["to", "byline"],
  ["memorandum for", "byline"],
  ["cc", "byline"],
  ["date", "date"],
  ["sent", "date"],
  ["subject", "headline"],
  ["re", "headline"],
]);

const FIELD = /^(?:>\s?){0,8}\*{0,2}([A-Z][A-Za-z-]{1,30}|M(?:EMORANDUM FOR|emorandum for)):\*{0,2}(?:\s+|$)/;
const MOST_ABOVE = 2;
const MOST_WORDS_ABOVE = 6;
const LEAST_FIELDS = 3;
const MOST_FIELDS = 40;
const ANSWERED = /^(?:(?:re|fwd?|aw|wg)\s*:\s*)+/i;

/** "MEMORANDUM", "Memorandum for the record", "LEGAL MEMO". */
const MEMORANDUM = /^[*#\s]{0,8}(?:\p{L}+[ -]){0,2}memo(?:randum)?s?\b/iu;
/** A memorandum may have more above its fields: a firm or an office, the place and the day, "SECRET", "ATTORNEY WORK PRODUCT". */
const MOST_ABOVE_OF_MEMORANDUM = 6;
const LEAST_FIELDS_OF_MEMORANDUM = 2;

/** Reads the head of a mail ("From: …", "To: …", "Subject: …") or memorandum that a document begins with. Null where it begins otherwise. */
export function readMailHeader(blocks: readonly PlacedBlock[]): FrontMatter | null {
  const at = blocks.slice(0, MOST_ABOVE_OF_MEMORANDUM + 1).findIndex(({ block }) => FIELD.test(block.text));
  if (at < 0) return null;
  const above = blocks.slice(0, at);
  // "MEMORANDUM" may stand above the fields.
  const isHead = (text: string): boolean => countWords(text) <= MOST_WORDS_ABOVE && (!endsLikeSentence(text) || /\b\p{Lu}\.$/u.test(text));
  if (!above.every(({ block }) => isHead(block.text))) return null;
  const isMemorandum = [...above, blocks[at]].some(({ block }) => MEMORANDUM.test(block.text));
  if (at > MOST_ABOVE && !isMemorandum) return null;
  const fields = readFields(blocks, at, isMemorandum);
  if (!fields) return null;
  const lines = above.map(({ block: { text } }) => {
    const dated = readDateLine(text);
    const kind: SectionKind = isClassification(text) ? "boilerplate" : dated ? "date" : "heading";
    return { kind, date: dated?.date.value };
  });
  const date = fields.date ?? lines.find((line) => line.date !== undefined)?.date;
  return {
    ...fields,
    ...(date === undefined ? {} : { date }),
    blocks: fields.blocks + at,
    kinds: [...lines.map(({ kind }) => kind), ...fields.kinds],
  };
}

const LONGEST_HEAD = 300;
const LONGEST_FORWARDED = 120;
/** "On Mon, 4 Nov 2019 at 21:40, Jane Doe <j.doe@example.org> wrote:", in the languages of mail programs. */
const QUOTED_HEAD = new RegExp(
  `^(?:>\\s?){0,8}(?:${words.quotedMailStarts.join("|")})\\b.*\\d.*\\b(?:${words.quotedMailEnds.join("|")})\\s?:$`,
  "s",
);
/** A time, an address or the mark of a quoted line tells a mail program's line from an author's sentence. */
const BY_A_PROGRAM = /^>|\d{1,2}[:.]\d\d|<[^<>\s]+@[^<>\s]+>/;
const FORWARDED = new RegExp(`^(?:>\\s?){0,8}-{0,20}\\s?(?:${words.forwardedMail.join("|")})\\s?:?\\s?-{0,20}$`, "i");

type MailLine = "quoted head" | "forwarded" | "from" | "text";

const mailLine = memoByBlock(({ text }): MailLine => {
  if (text.length > LONGEST_HEAD) return "text";
  if (/^[>*\s]{0,18}From:/.test(text)) return "from";
  if (text.endsWith(":") && BY_A_PROGRAM.test(text) && QUOTED_HEAD.test(text)) return "quoted head";
  return text.length <= LONGEST_FORWARDED && FORWARDED.test(text) ? "forwarded" : "text";
});

/**
 * Finds the heads of the mails that a mail answers or passes on, below its own text.
 * @returns the kind of each block that belongs to one, by the block's index.
 */
export function readInnerMailHeads(blocks: readonly PlacedBlock[], from: number, to: number): ReadonlyMap<number, SectionKind> {
  const kinds = new Map<number, SectionKind>();
  for (let i = from; i < to; i++) {
    const line = mailLine(blocks[i].block);
    if (line === "text") continue;
    if (line === "quoted head") kinds.set(i, "byline");
    else if (line === "forwarded") kinds.set(i, "boilerplate");
    else {
      const fields = readFields(blocks, i)?.kinds ?? [];
      fields.forEach((kind, n) => {
        if (i + n < to) kinds.set(i + n, kind === "headline" ? "heading" : kind);
      });
      i += Math.max(fields.length - 1, 0);
    }
  }
  return kinds;
}

/** @param from the index of the block that may be the first field. @param isMemorandum whether an empty line may part the fields. */
function readFields(blocks: readonly PlacedBlock[], from: number, isMemorandum = false): FrontMatter | null {
  const kinds: SectionKind[] = [];
  const authors: Span[] = [];
  const seen = new Set<string>();
  let found: { title?: string; date?: string } = {};
  for (let i = from; i < blocks.length && i - from < MOST_FIELDS; i++) {
    const { start, block } = blocks[i];
    const field = FIELD.exec(block.text);
    if (!field || (i > from && !stands(blocks[i - 1], start, isMemorandum ? 2 : 1))) break;
    const name = field[1].toLowerCase();
    const value = block.text.slice(field[0].length).trim();
    const kind = KINDS.get(name) ?? "boilerplate";
    seen.add(name);
    kinds.push(kind);
    if (name === "from") authors.push(...senderOf(block.text, field[0].length, start));
    if (kind === "headline" && value !== "") found = { title: onOneLine(value.replace(ANSWERED, "")) || value, ...found };
    if (kind === "date") {
      const date = readCalendarDate(value.slice(0, 80))?.value;
      if (date !== undefined) found = { date, ...found };
    }
  }
  const isWhole = kinds.length >= LEAST_FIELDS || (isMemorandum && kinds.length >= LEAST_FIELDS_OF_MEMORANDUM);
  if (!isWhole || !seen.has("from") || !["to", "memorandum for", "subject", "re", "date", "sent"].some((name) => seen.has(name)))
    return null;
  return { blocks: kinds.length, kinds, topics: [], authors, ...found };
}

/** Whether a block stands in the line right below another, or so many lines below. */
function stands({ start, block }: PlacedBlock, next: number, lines: number): boolean {
  return next - start - block.text.length <= 2 * lines;
}

/** The name before a sender's address, or in its place. */
function senderOf(text: string, from: number, start: number): readonly Span[] {
  const name = /^["']?(\p{Lu}[^<>"'@\n[(]{1,60}?)["']?\s*(?:[<[(]|$)/u.exec(text.slice(from));
  if (!name || !/\p{L}\s\p{L}/u.test(name[1])) return [];
  const at = start + from + name[0].indexOf(name[1]);
  // "Ann Weld, Office of Inspections", but "Weld, Ann"
  const sender = /^\S+\s[^,]+(?=,)/u.exec(name[1])?.[0] ?? name[1].trimEnd();
  return [{ start: at, end: at + sender.length }];
}

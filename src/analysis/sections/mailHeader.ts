import type { SectionKind, Span } from "../analysis.js";
import { readCalendarDate } from "../dates/calendarDate.js";
import type { PlacedBlock } from "../text/sourceText.js";
import type { FrontMatter } from "./frontMatter.js";

/** What the fields of a letter's head are; the others are furniture. */
const KINDS: ReadonlyMap<string, SectionKind> = new Map([
  ["from", "byline"],
  ["sender", "byline"],
  ["to", "byline"],
  ["cc", "byline"],
  ["date", "date"],
  ["sent", "date"],
  ["subject", "headline"],
]);

const FIELD = /^([A-Z][A-Za-z-]{1,30}):(?:\s+|$)/;
const LEAST_FIELDS = 3;
const MOST_FIELDS = 40;
const ANSWERED = /^(?:(?:re|fwd?|aw|wg)\s*:\s*)+/i;

/** Reads the head of a mail ("From: …", "To: …", "Subject: …") that a document begins with. Null where it begins otherwise. */
export function readMailHeader(blocks: readonly PlacedBlock[]): FrontMatter | null {
  const kinds: SectionKind[] = [];
  const authors: Span[] = [];
  const seen = new Set<string>();
  let found: { title?: string; date?: string } = {};
  for (let i = 0; i < blocks.length && i < MOST_FIELDS; i++) {
    const { start, block } = blocks[i];
    const field = FIELD.exec(block.text);
    if (!field || (i > 0 && !stands(blocks[i - 1], start))) break;
    const name = field[1].toLowerCase();
    const value = block.text.slice(field[0].length).trim();
    const kind = KINDS.get(name) ?? "boilerplate";
    seen.add(name);
    kinds.push(kind);
    if (name === "from") authors.push(...senderOf(block.text, field[0].length, start));
    if (name === "subject" && value !== "") found = { title: value.replace(ANSWERED, "").replace(/\s+/g, " ") || value, ...found };
    if (kind === "date") {
      const date = readCalendarDate(value.slice(0, 80))?.value;
      if (date !== undefined) found = { date, ...found };
    }
  }
  if (kinds.length < LEAST_FIELDS || !seen.has("from") || !["to", "subject", "date", "sent"].some((name) => seen.has(name))) return null;
  return { blocks: kinds.length, kinds, topics: [], authors, ...found };
}

/** Whether a block stands in the line right below another. */
function stands({ start, block }: PlacedBlock, next: number): boolean {
  return next - start - block.text.length <= 2;
}

/** The name before a sender's address, or in its place. */
function senderOf(text: string, from: number, start: number): readonly Span[] {
  const name = /^["']?(\p{Lu}[^<>"'@\n[(]{1,60}?)["']?\s*(?:[<[(]|$)/u.exec(text.slice(from));
  if (!name || !/\p{L}\s\p{L}/u.test(name[1])) return [];
  const at = start + from + name[0].indexOf(name[1]);
  return [{ start: at, end: at + name[1].trimEnd().length }];
}

import type { SectionKind, Span } from "../analysis.js";
import { readCalendarDate } from "../dates/calendarDate.js";
import type { SourceText } from "../text/sourceText.js";
import { type LabelledLine, readLabel, readTopicList } from "./lineForms.js";

/** The lines between two rules of dashes at the head of a Markdown file. */
export interface FrontMatter {
  /** How many of the document's blocks it takes. */
  readonly blocks: number;
  /** The kind of each of these blocks. */
  readonly kinds: readonly SectionKind[];
  readonly title?: string;
  readonly date?: string;
  readonly topics: readonly Span[];
  readonly authors: readonly Span[];
}

const MOST_LINES = 60;

/** A map, since a line may well begin with "constructor:", which every object knows. */
const KEYS: ReadonlyMap<string, SectionKind> = new Map<string, SectionKind>(
  Object.entries({
    title: "headline",
    headline: "headline",
    subtitle: "standfirst",
    description: "standfirst",
    summary: "standfirst",
    excerpt: "standfirst",
    date: "date",
    published: "date",
    author: "byline",
    authors: "byline",
    by: "byline",
    tags: "topics",
    topics: "topics",
    keywords: "topics",
    categories: "topics",
    category: "topics",
    subjects: "topics",
  }),
);

/** Keys of an author's own map that hold the name. */
const NAME_KEYS: ReadonlySet<string> = new Set(["name", "author", "full name", "display name", "displayname", "fullname"]);
const BLOCK_SCALAR = /^[|>][+-]?\d?[+-]?\s*(?:#.*)?$/;

/** Reads the front matter of a Markdown file; spans are offsets into the document. Null where there is none. */
export function readFrontMatter({ text, blocks }: SourceText): FrontMatter | null {
  if (blocks.length < 3 || blocks[0].start > 1 || blocks[0].block.text !== "---") return null;
  const close = blocks.slice(1, MOST_LINES).findIndex(({ block }) => block.text === "---" || block.text === "...") + 1;
  if (close === 0 || readLabel(blocks[1].block.text) === null) return null;
  const kinds: SectionKind[] = ["boilerplate"];
  const topics: Span[] = [];
  const authors: Span[] = [];
  const titleLines: string[] = [];
  let date: string | undefined;
  let kind: SectionKind = "boilerplate";
  let isScalar = false;
  for (const { start, block } of blocks.slice(1, close)) {
    const line = block.text;
    const item = /^-\s+/.exec(line);
    const inside = item !== null || isSetIn(text, start);
    const label = isScalar && inside ? null : readKey(line, item?.[0].length ?? 0);
    if (!inside) kind = (label && KEYS.get(label.label)) || "boilerplate";
    const from = label && (!inside || kind === "byline") ? label.contentStart : (item?.[0].length ?? 0);
    const named = !inside || label === null || NAME_KEYS.has(label.label);
    kinds.push(kind === "byline" && !named ? "boilerplate" : kind);
    if (!inside) isScalar = BLOCK_SCALAR.test(line.slice(from));
    if (!inside && isScalar) continue;
    if (kind === "topics") topics.push(...readTopicList(line, from).map((span) => shift(span, start)));
    if (kind === "byline" && named) authors.push(...readAuthors(line, from).map((span) => shift(span, start)));
    if (kind === "headline") titleLines.push(line.slice(from));
    if (kind === "date") date ??= readCalendarDate(line.slice(from, from + 80))?.value;
  }
  kinds.push("boilerplate");
  const title = unquote(titleLines.join(" "));
  return { blocks: close + 1, kinds, topics, authors, ...(title !== "" && { title }), ...(date !== undefined && { date }) };
}

/** Whether white space stands before a block on its line: it belongs to the key above. */
function isSetIn(text: string, start: number): boolean {
  return start > 0 && (text[start - 1] === " " || text[start - 1] === "\t");
}

/** The key of a line or of a list's item. */
function readKey(line: string, from: number): LabelledLine | null {
  const label = readLabel(line.slice(from));
  return label && { ...label, contentStart: from + label.contentStart };
}

const BETWEEN_AUTHORS = /\s*[,;&]\s*(?:and\s+)?|\s+(?:and|with)\s+/giu;
/** One author between marks, the family name first. */
const FAMILY_FIRST = /^\s*(["'])[^\s"',]+,\s[^"',]+\1\s*$/;
const NO_AUTHOR = /^(?:jr|sr|ph\.?d|m\.?d|esq|m\.?a|mba)\.?$/i;

/** The authors in "Jane Doe and John Roe", "[Jane Doe, John Roe]", "Jane Doe <j.doe@…>"; where "and" stands beside a single word it parts none. */
function readAuthors(line: string, from: number): Span[] {
  const to = line.replace(/\s[<(][^<>()]{1,100}[>)].{0,3}$|\s#\s.*$/, "").length;
  if (FAMILY_FIRST.test(line.slice(from, to))) return trimmedAuthor(line, from, to);
  const cuts = [...line.slice(0, to).matchAll(BETWEEN_AUTHORS)]
    .map(({ index, 0: cut }): Span => ({ start: index, end: index + cut.length }))
    .filter(({ start }) => start >= from);
  const authors: Span[] = [];
  let at = from;
  cuts.forEach((cut, i) => {
    const isWord = /\p{L}/u.test(line.slice(cut.start, cut.end));
    const next = cuts[i + 1]?.start ?? to;
    if (isWord && !(/\S\s+\S/.test(line.slice(at, cut.start).trim()) && /\S\s+\S/.test(line.slice(cut.end, next).trim()))) return;
    authors.push(...trimmedAuthor(line, at, cut.start));
    at = cut.end;
  });
  authors.push(...trimmedAuthor(line, at, to));
  return authors;
}

/** The author without quotation marks and brackets; none where no name is left. */
function trimmedAuthor(line: string, from: number, to: number): Span[] {
  const part = line.slice(from, to);
  const start = from + part.length - part.replace(/^(?:[\s["'“”]|by\s)+/i, "").length;
  const end = from + part.replace(/[\s\]"'“”]+$/, "").length;
  return end > start && /\p{L}/u.test(line.slice(start, end)) && !NO_AUTHOR.test(line.slice(start, end)) ? [{ start, end }] : [];
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/s, "$2");
}

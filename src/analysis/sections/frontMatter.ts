import type { SectionKind, Span } from "../analysis.js";
import { readCalendarDate } from "../dates/calendarDate.js";
import type { PlacedBlock } from "../text/sourceText.js";
import { readLabel, readTopicList } from "./lineForms.js";

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

/** Reads the front matter of a Markdown file; spans are offsets into the document. Null where there is none. */
export function readFrontMatter(blocks: readonly PlacedBlock[]): FrontMatter | null {
  if (blocks.length < 3 || blocks[0].start > 1 || blocks[0].block.text !== "---") return null;
  const close = blocks.slice(1, MOST_LINES).findIndex(({ block }) => block.text === "---" || block.text === "...") + 1;
  if (close === 0 || readLabel(blocks[1].block.text) === null) return null;
  const kinds: SectionKind[] = ["boilerplate"];
  const topics: Span[] = [];
  const authors: Span[] = [];
  let found: { title?: string; date?: string } = {};
  let kind: SectionKind = "boilerplate";
  for (const { start, block } of blocks.slice(1, close)) {
    const line = block.text;
    const item = /^-\s+/.exec(line);
    const label = item ? null : readLabel(line);
    if (!item) kind = (label && KEYS.get(label.label)) || "boilerplate";
    kinds.push(kind);
    const from = item ? item[0].length : label ? label.contentStart : 0;
    const value = unquote(line.slice(from));
    if (kind === "topics") topics.push(...readTopicList(line, from).map((span) => shift(span, start)));
    if (kind === "byline") authors.push(...readTopicList(line, from).map((span) => shift(span, start)));
    if (kind === "headline" && value !== "") found = { title: value, ...found };
    if (kind === "date") {
      const date = readCalendarDate(line.slice(from, from + 80))?.value;
      if (date !== undefined) found = { date, ...found };
    }
  }
  kinds.push("boilerplate");
  return { blocks: close + 1, kinds, topics, authors, ...found };
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/s, "$2");
}

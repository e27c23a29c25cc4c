import type { Section, SectionKind, Span } from "../analysis.js";
import { isoDay } from "../dates/calendarDate.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { readByline } from "./byline.js";
import { type Dateline, readColonDateline, readOpeningDateline } from "./dateline.js";
import { readFrontMatter } from "./frontMatter.js";
import { readHeader } from "./header.js";
import { type Heading, readHeadings } from "./headings.js";
import { readLateByline } from "./lateByline.js";
import { isSpeech } from "./lineForms.js";
import { readInnerMailHeads, readMailHeader } from "./mailHeader.js";
import { readPageLines } from "./pageLines.js";
import { readPageMarks } from "./pageMarks.js";
import { readSpeakerLines, type SpeakerLines } from "./speakerLines.js";
import { readSubtitleMarks } from "./subtitles.js";
import { readTrailing, type Trailing } from "./trailing.js";

/** The dateline stands in one of the first blocks of the text. */
const LAST_DATELINE = 4;
/** A byline above the text stands in one of the first blocks. */
const LAST_BYLINE = 16;
const JOINED: ReadonlySet<SectionKind> = new Set(["body", "boilerplate", "topics"]);

/** What the form of a document tells about its parts. */
export interface Layout {
  /** They cover every block of the text, in text order, and do not overlap. Neighbouring blocks of body are one section. */
  readonly sections: readonly Section[];
  readonly title?: string;
  /** The document's own date, ISO 8601. */
  readonly date?: string;
  /** The topics that the document itself lists, one span each. */
  readonly declaredTopics: readonly Span[];
  /** The authors named in a byline or in the lines after the end, as name spans without "By". */
  readonly authors: readonly Span[];
  /** Where the front matter or a mail's head ends, in which nothing is quoted; absent where there is none. */
  readonly frontEnd?: number;
  /** The lines of its body that name who says what follows them; absent where there are none. */
  readonly speakerLines?: SpeakerLines;
}

/** Recognises a document's sections by their form and place. */
export function readLayout(source: SourceText): Layout {
  const { blocks } = source;
  const front = readFrontMatter(source) ?? readMailHeader(blocks);
  const from = front?.blocks ?? 0;
  const pages = readPageMarks(source);
  const trailing = readTrailing(source, from, bylineNames(blocks), pages.marks);
  const header = readHeader(source, from, trailing.start, front?.title !== undefined, pages);
  const lines = readPageLines(source, header.end, trailing.start);
  const mails = readInnerMailHeads(blocks, header.end, trailing.start);
  const subtitles = readSubtitleMarks(source);
  const late = front || header.authors.length > 0 ? null : readLateByline(source, header.end, trailing.start);
  const kinds = blocks.map((_, i): SectionKind => {
    if (pages.marks.has(i) || subtitles.has(i)) return "boilerplate";
    if (i < header.end) return front && i < front.blocks ? front.kinds[i] : header.kinds[i - from];
    if (i >= trailing.start) return trailing.kinds.get(i) ?? "boilerplate";
    return late?.kinds.get(i) ?? mails.get(i) ?? lines.get(i) ?? "body";
  });
  const speakerLines = new Map([...readSpeakerLines(source)].filter(([i]) => kinds[i] === "body"));
  const headings = new Map(
    readHeadings(source, header.end, trailing.start, (i) => kinds[i] === "body")
      .filter(({ index }) => !speakerLines.has(index) && !speakerLines.has(index - 1))
      .map((heading) => [heading.index, heading]),
  );
  const dateline = findDateline(blocks, kinds, headings, header.end, trailing.start);
  const date = front?.date ?? header.date ?? late?.date ?? wholeDate(dateline, trailing) ?? trailing.date;
  const title = front?.title ?? header.title;
  return {
    sections: buildSections(blocks, kinds, headings, dateline),
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    declaredTopics: [...(front?.topics ?? []), ...header.topics, ...trailing.topics],
    ...(front && { frontEnd: blocks[front.blocks - 1].start + blocks[front.blocks - 1].block.text.length }),
    authors: [...(front?.authors ?? []), ...header.authors, ...(late?.authors ?? []), ...trailing.authors],
    ...(speakerLines.size > 0 && { speakerLines }),
  };
}

const bylineOf = memoByBlock(({ text }) => readByline(text)?.authors.map(({ start, end }) => text.slice(start, end)) ?? []);

/** The names in the bylines among the first blocks. */
function bylineNames(blocks: readonly PlacedBlock[]): string[] {
  return blocks.slice(0, LAST_BYLINE).flatMap(({ block }) => bylineOf(block));
}

interface PlacedDateline extends Dateline {
  /** The index of its block. */
  readonly index: number;
}

/** The dateline at the head of the first paragraph. */
function findDateline(
  blocks: readonly PlacedBlock[],
  kinds: readonly SectionKind[],
  headings: ReadonlyMap<number, Heading>,
  from: number,
  to: number,
): PlacedDateline | null {
  for (let index = from; index < to && index < from + LAST_DATELINE; index++) {
    if (kinds[index] !== "body" || headings.has(index)) continue;
    const { text } = blocks[index].block;
    const found = readOpeningDateline(text) ?? (isSpoken(blocks, index + 1) ? null : readColonDateline(text));
    return found && found.end < text.length ? { index, ...found } : null;
  }
  return null;
}

/** Whether one of the next blocks is a turn of a transcript. */
function isSpoken(blocks: readonly PlacedBlock[], from: number): boolean {
  return blocks.slice(from, from + LAST_DATELINE).some(({ block }) => isSpeech(block.text));
}

/** A dateline's date; one without a year takes the year of the copyright line. */
function wholeDate(dateline: Dateline | null, trailing: Trailing): string | undefined {
  const date = dateline?.date;
  if (date === undefined || !date.startsWith("--")) return date;
  if (trailing.year === undefined) return undefined;
  return isoDay(trailing.year, Number(date.slice(2, 4)), Number(date.slice(5, 7))) ?? undefined;
}

/** One section for each run of body, boilerplate or topics, and for each block of another kind. */
function buildSections(
  blocks: readonly PlacedBlock[],
  kinds: readonly SectionKind[],
  headings: ReadonlyMap<number, Heading>,
  dateline: PlacedDateline | null,
): Section[] {
  const sections: Section[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { start, block } = blocks[i];
    const heading = headings.get(i);
    const end = start + block.text.length;
    if (heading) {
      const last = heading.underlined ? blocks[i + 1] : blocks[i];
      sections.push({ kind: "heading", start, end: last.start + last.block.text.length, level: heading.level });
      if (heading.underlined) i++;
      continue;
    }
    if (dateline?.index === i) {
      const dash = block.text.slice(0, dateline.end).trimEnd().length;
      sections.push({ kind: "dateline", start, end: start + dash }, { kind: "body", start: start + dateline.end, end });
      continue;
    }
    const kind = kinds[i];
    if (!JOINED.has(kind)) {
      sections.push({ kind, start, end, ...(kind === "heading" && { level: 2 }) });
      continue;
    }
    while (i + 1 < blocks.length && kinds[i + 1] === kind && !headings.has(i + 1) && dateline?.index !== i + 1) i++;
    const joined = { kind, start, end: blocks[i].start + blocks[i].block.text.length };
    const before = sections.at(-1);
    if (before?.kind === kind) sections[sections.length - 1] = { ...joined, start: before.start };
    else sections.push(joined);
  }
  return sections;
}

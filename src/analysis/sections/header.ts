import type { SectionKind, Span } from "../analysis.js";
import { readCalendarDate } from "../dates/calendarDate.js";
import { onOneLine } from "../oneLine.js";
import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { readCourtHead } from "./courtHead.js";
import { readDateline } from "./dateline.js";
import words from "./formWords.json" with { type: "json" };
import { type HeaderLine, readHeaderLines } from "./headerLines.js";
import { countWords, endsLikeSentence, isRightBelow, plain, plainLine, readLabel, withoutReferences } from "./lineForms.js";
import type { PageMarks } from "./pageMarks.js";
import pageWords from "./pageWords.json" with { type: "json" };

/** What stands above a document's text. */
export interface Header {
  /** The index of the first block that belongs to the text. */
  readonly end: number;
  /** The kind of each block from the first on. */
  readonly kinds: readonly SectionKind[];
  readonly title?: string;
  /** The date of a date line, or of another line of the header. */
  readonly date?: string;
  readonly topics: readonly Span[];
  readonly authors: readonly Span[];
}

const MOST_HEADLINE_WORDS = 30;
const MOST_STANDFIRST_WORDS = 75;
const LEAST_TITLE_WORDS = 4;
const LEAST_SHOUTED_WORDS = 3;
const MOST_HEADING_WORDS = 6;
const MOST_BANNER_WORDS = 5;
/** A title below the name of a publication or column has so many words, and fewer where a longer line stands below it in the header. */
const LEAST_WORDS = 5;
const LEAST_WORDS_ABOVE_LONGER = 3;
const SHORTEST_PARAGRAPH = 60;
/** So many lines of so few words stand between a headline and the text, where no form of theirs is known. */
const MOST_LINES_BELOW = 3;
const MOST_WORDS_BELOW = 30;
/** So many lines have labels where one of them may say what the text is about. */
const FEWEST_LABELS = 3;
const SUBJECTS: ReadonlySet<string> = new Set(pageWords.subjects);
const AGENCIES: ReadonlySet<string> = new Set(words.agencies);
const NEWSPAPERS: ReadonlySet<string> = new Set(words.newspapers);
const SHORT_NEWSPAPERS: ReadonlySet<string> = new Set(words.shortNewspapers);
/** Lines of an office that stand above the title of what it gives out. */
const OFFICE =
  /^(?:for immediate release|office of|(?:u\.?\s?s\.?|united states) attorney['’]?s office|press release|news release|media release)\b/;
/**
 * Reads the header: headline, standfirst, byline, caption, topics and date in any order and presence.
 * @param from the index of the first block after front matter.
 * @param to the index of the first block of what trails the text.
 * @param titled whether the front matter has given the title already.
 * @param pages the numbers and running heads of pages.
 */
export function readHeader(source: SourceText, from: number, to: number, titled: boolean, pages: PageMarks): Header {
  const { blocks } = source;
  const { marks, first } = pages;
  const court = titled ? null : readCourtHead(blocks, from, to, marks);
  if (court) return court;
  const { lines, topics, ...found } = readHeaderLines(source, from, to, marks);
  const last = found.aboveHeading ? lines.length - 1 : found.last;
  const texts = lines.map(({ kind }, i) => (kind === "text" ? i : -1)).filter((i) => i >= 0);
  const marked = lines.findIndex(({ kind }) => kind === "headline");
  const headline = titled ? -1 : marked >= 0 ? marked : findHeadline(source, from, lines, texts, last, first - from);
  const headlineEnd = headline >= 0 && goesOnBelow(source, from + headline) ? headline + 2 : headline + 1;
  const standfirst = findStandfirst(blocks, from, lines, Math.max(headlineEnd - 1, titled ? 0 : -1), last);
  const end = Math.max(last + 1, headlineEnd, standfirst + 1);
  const kinds = lines.slice(0, end).map(({ kind }, i): SectionKind => {
    if (headline >= 0 && i >= headline && i < headlineEnd) return "headline";
    if (kind !== "text") return kind;
    const { text } = blocks[from + i].block;
    if (headline < 0 && text.endsWith(",")) return "dateline";
    if (i < headline)
      return isBanner(blocks[from + i].block) || isNewspaper(blocks[from + i].block) || from + i === first ? "boilerplate" : "heading";
    return countWords(text) <= MOST_HEADING_WORDS && !endsLikeSentence(text) && i !== standfirst ? "heading" : "standfirst";
  });
  const used = lines.slice(0, end);
  const date =
    used.find((line) => line.kind === "date" && line.date !== undefined && !line.revised)?.date ??
    used.find((line) => line.date !== undefined)?.date ??
    kinds
      .map((kind, i) =>
        kind === "caption" || kind === "boilerplate" ? undefined : readCalendarDate(blocks[from + i].block.text.slice(0, 300))?.value,
      )
      .find((value) => value !== undefined);
  return {
    end: from + end,
    kinds,
    ...(headline >= 0 && {
      title: blocks
        .slice(from + headline, from + headlineEnd)
        .map(({ block }) => titleOf(block.text))
        .join(" "),
    }),
    ...(date !== undefined && { date }),
    topics,
    authors: used.flatMap((line) => line.authors ?? []),
  };
}

/** Whether a headline's first line has a colon at its end, and goes on in the line right below: "In the grip of the river:". */
function goesOnBelow(source: SourceText, line: number): boolean {
  const { blocks } = source;
  const below = blocks[line + 1]?.block.text;
  if (below === undefined || !blocks[line].block.text.endsWith(":") || !isRightBelow(source, line + 1)) return false;
  return !endsLikeSentence(below) && countWords(below) >= LEAST_TITLE_WORDS && countWords(below) <= MOST_HEADLINE_WORDS;
}

/** The first line that can be a title; a line that says what kind of event was written down goes before others. */
function findHeadline(
  source: SourceText,
  from: number,
  lines: readonly HeaderLine[],
  texts: readonly number[],
  last: number,
  running: number,
): number {
  const { blocks } = source;
  const line = (i: number): string => plainLine(blocks[from + i].block);
  const titles = texts.filter((i) => !OFFICE.test(line(i)) && !AGENCIES.has(line(i)));
  const unlikePaths = titles.filter((i) => !PATH.test(blocks[from + i].block.text));
  const candidates = unlikePaths.some((i) => i <= last) ? unlikePaths : titles;
  const event = candidates.find((i) => i <= last && words.transcriptHeads.some((head) => line(i).startsWith(head)));
  if (event !== undefined) return event;
  const subject = findSubject(blocks, from, lines);
  if (subject >= 0) return subject;
  const release = lines.findIndex((found) => found.release === true);
  if (release >= 0 && candidates.some((i) => i > release))
    candidates.splice(
      0,
      candidates.findIndex((i) => i > release),
    );
  while (isMasthead(blocks, from, lines, candidates, running, last)) candidates.shift();
  const first = candidates[0];
  if (first === undefined) return -1;
  const { text } = blocks[from + first].block;
  const following = blocks[from + first + 1]?.block.text;
  if (following === undefined || !/\p{L}/u.test(text) || countWords(text) > MOST_HEADLINE_WORDS || text.length > 250) return -1;
  if (NAME_LABEL.test(text) && NAME_LABEL.test(following)) return -1;
  const dressed = (first <= last && last >= 0) || release >= 0;
  if (/^[-*+•·>|]\s|^\d{1,3}[.)]\s/.test(text) || (/[,;:]["”’]?$/.test(text) && !(dressed && goesOnBelow(source, from + first)))) return -1;
  if (dressed) return first;
  const dateline = readDateline(following) !== null;
  if (endsLikeSentence(text) && !/[?!]["”’)]?$/.test(text) && !isTitleCase(text) && !dateline) return -1;
  if (dateline || /^#{1,6}\s/.test(following) || opensText(following, text)) return first;
  return (isPhrase(text) || isTitleCase(text) || isShouted(text)) && isAboveText(blocks, from + first) ? first : -1;
}

/** "Global Voices / Norway": where a page stands among others. */
const PATH = compiled(/^(?:\p{Lu}[\p{L}’'&-]*\s+){1,3}[/›»](?:\s+\p{Lu}[\p{L}’'&-]*){1,3}$/u);

/** "Post: You were there?" above "Falk: I was.": two who talk, where no headline stands. */
const NAME_LABEL = compiled(/^(?:\*\*)?\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,3}(?:\*\*)?:(?:\*\*)?\s+\S/u);

function opensText(text: string, title: string): boolean {
  return endsLikeSentence(text) && text.length > Math.max(SHORTEST_PARAGRAPH, title.length);
}

/** Whether a line is worded as a headline is and an address or a name are not. */
function isPhrase(text: string): boolean {
  return countWords(text) >= LEAST_TITLE_WORDS && /^[\p{Lu}"“‘']/u.test(text) && /\s\p{Ll}{3}/u.test(text);
}

/** Whether a line of some words is in capitals: "HALDEN TOWN 2-3 VELM". */
function isShouted(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text) && countWords(text) >= LEAST_SHOUTED_WORDS;
}

/** Whether a few short lines alone, as a score or who writes from where, part a line from a text's first paragraph. */
function isAboveText(blocks: readonly PlacedBlock[], title: number): boolean {
  for (let i = title + 1; i < Math.min(blocks.length, title + 2 + MOST_LINES_BELOW); i++) {
    const { text } = blocks[i].block;
    if (opensText(text, blocks[title].block.text)) return true;
    if (endsLikeSentence(text) || /[,;:]$/.test(text) || countWords(text) > MOST_WORDS_BELOW) return false;
  }
  return false;
}

/** The line of a memorandum or a cable that says what it is about, among others with labels ("TO: …", "REF: …"). */
function findSubject(blocks: readonly PlacedBlock[], from: number, lines: readonly HeaderLine[]): number {
  const labels = lines.map((_, i) => readLabel(blocks[from + i].block.text)?.label);
  const subject = labels.findIndex((label) => label !== undefined && SUBJECTS.has(label));
  return labels.filter((label) => label !== undefined).length >= FEWEST_LABELS ? subject : -1;
}

/** Whether a line is set as titles are, with a capital in every longer word, whatever stands at its end. */
function isTitleCase(text: string): boolean {
  const longer = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return longer.length >= LEAST_TITLE_WORDS && longer.every((word) => /^\p{Lu}/u.test(word)) && /\p{Ll}/u.test(text);
}

/** Whether the first line is the name of the publication, of an agency's service or of a column, above a line that reads like a title. */
function isMasthead(
  blocks: readonly PlacedBlock[],
  from: number,
  lines: readonly HeaderLine[],
  candidates: readonly number[],
  running: number,
  last: number,
): boolean {
  const [first, second, third] = candidates;
  if (second === undefined) return false;
  const [name, title] = [first, second].map((i) => blocks[from + i].block.text);
  if (first === running) return true;
  const named = isNewspaper(blocks[from + first].block);
  const furniture = lines
    .slice(first + 1, second)
    .every(
      ({ kind }, i) =>
        kind === "boilerplate" || kind === "heading" || (named && kind === "date") || PATH.test(blocks[from + first + 1 + i].block.text),
    );
  if (!furniture || endsLikeSentence(name)) return false;
  const isShort = third !== undefined && third <= last && countWords(blocks[from + third].block.text) > countWords(title);
  if (
    countWords(title) < (isShort ? LEAST_WORDS_ABOVE_LONGER : LEAST_WORDS) ||
    countWords(title) > 20 ||
    /[.:,;…]["”’)]?$/.test(withoutReferences(title))
  )
    return false;
  const count = countWords(name);
  if (named) return true;
  if (second > first + 1 || isBanner(blocks[from + first].block)) return count <= MOST_BANNER_WORDS;
  return count <= 2 && !endsLikeSentence(title);
}

/** The name of an agency and of what it offers: "Reuters World News". */
const isBanner = memoByBlock(({ text }): boolean => {
  const banner = plain(text).split(" ", MOST_BANNER_WORDS + 1);
  if (banner.length < 2 || banner.length > MOST_BANNER_WORDS) return false;
  return [1, 2, 3].some((count) => AGENCIES.has(banner.slice(0, count).join(" ")));
});

/** The name of a newspaper: "THE EASTERN HERALD", "Marlow Gazette", "The Daily Post". */
const isNewspaper = memoByBlock(({ text }): boolean => {
  const named = plain(text)
    .replace(/^\*\*|\*\*$/g, "")
    .split(" ", MOST_BANNER_WORDS + 1);
  if (named.length < 2 || named.length > MOST_BANNER_WORDS || !IN_CAPITALS.test(text)) return false;
  const last = named[named.length - 1];
  return NEWSPAPERS.has(last) || (SHORT_NEWSPAPERS.has(last) && (named[0] === "the" || named.includes("daily")));
});
const IN_CAPITALS = /^[*#\s]*\p{Lu}[\p{L}.’'-]*(?:\s(?:of|and|&|\p{Lu}[\p{L}.’'-]*))*[*\s]*$/u;

function findStandfirst(
  blocks: readonly PlacedBlock[],
  from: number,
  lines: readonly HeaderLine[],
  headline: number,
  last: number,
): number {
  const next = headline + 1;
  if (headline < 0 || next <= last || lines[next]?.kind !== "text") return -1;
  const { text } = blocks[from + next].block;
  const following = blocks[from + next + 1]?.block.text;
  if (following === undefined) return -1;
  if (/^(?:\*[^*].*\*|_[^_].*_)$/s.test(text) && countWords(text) <= MOST_STANDFIRST_WORDS) return next;
  const opensText = readDateline(following) !== null;
  if (opensText) return next;
  return !endsLikeSentence(text) &&
    !/[:,;]$/.test(text) &&
    countWords(text) >= 4 &&
    countWords(following) > countWords(text) &&
    /^[\p{L}\p{N}"“‘']/u.test(text)
    ? next
    : -1;
}

/** A headline's words, without the marks of Markdown, white space made single. */
function titleOf(text: string): string {
  const label = readLabel(text);
  const words = text
    .slice(label && SUBJECTS.has(label.label) ? label.contentStart : 0)
    .replace(/^#{1,6}\s+/, "")
    .replace(/\s+#{1,6}$/, "")
    .replace(/^(\*\*|__)(.*)\1$/s, "$2");
  return onOneLine(words);
}

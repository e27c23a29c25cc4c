import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { PlacedBlock, SourceText } from "../text/sourceText.js";
import { countWords, endsLikeSentence, plainLine } from "./lineForms.js";

/** The numbers and running heads of the pages that a text was cut into. */
export interface PageMarks {
  /** The indices of the blocks that are such. */
  readonly marks: ReadonlySet<number>;
  /** The index of a block among the first that has the words of a running head, and may be the title; -1 where there is none. */
  readonly first: number;
}

const NONE: PageMarks = { marks: new Set(), first: -1 };

const LONGEST_MARK = 120;
const MOST_MARK_WORDS = 14;
/** A head that runs stands beside so many page breaks; where form feeds tell the breaks, beside so many. */
const FEWEST_RUNNING = 3;
const FEWEST_RUNNING_BY_FEEDS = 2;
/** And beside such a share of all: a line that stands often, as a speaker's name does, stands beside few. */
const SHARE_RUNNING = 0.25;
const FIRST_BLOCKS = 3;
/** Of numbers that follow one another so many interrupt a sentence. */
const FEWEST_INTERRUPTING = 2;

const PAGE_NUMBER = compiled(
  /^(?:[-–—]\s?\d{1,4}\s?[-–—]|\[?(?:page|pg\.?|p\.)\s?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?\]?|\d{1,4}\s?\|\s?page|(?:.{0,30}\s:\s)?column\s\d{1,5}(?:wh|ws|w)?)$/i,
);
/** "Case 1:20-cv-00001 Document 31 Filed 02/06/19 Page 2 of 14", "Report of the Inquiry      Page 2": the number beside other words of the page's edge. */
const NUMBER_IN_LINE = compiled(
  /\bpage\s\d{1,4}\s(?:of|\/)\s\d{1,4}$|^page\s\d{1,4}\s(?:of|\/)\s\d{1,4}\b|\s{3}page\s\d{1,4}$|^page\s\d{1,4}\s{3}/i,
);

const numberForm = memoByBlock(({ text }): "page" | "bare" | "none" => {
  if (text.length > LONGEST_MARK || !/\d|^[ivxlc]{1,6}$/i.test(text)) return "none";
  if (/^(?:\d{1,4}|[ivxlc]{1,6})$/.test(text)) return "bare";
  if (PAGE_NUMBER.test(text)) return "page";
  return NUMBER_IN_LINE.test(text) && countWords(text) <= MOST_MARK_WORDS ? "page" : "none";
});

/** The words of a line that may run on every page, without the numbers in it; "" where it is none. */
const runningKey = memoByBlock((block): string => {
  const { text } = block;
  if (text.length > LONGEST_MARK || countWords(text) > MOST_MARK_WORDS || endsLikeSentence(text) || text.endsWith(":")) return "";
  const key = plainLine(block).replace(/\d+/g, "").trim();
  return /\p{L}{2}/u.test(key) ? key : "";
});

/**
 * Finds page numbers and the heads and feet that run from page to page: a number says that it is one ("Page 2 of 3", "- 2 -"), stands
 * beside a form feed, or is one of a row of which some interrupt a sentence; a running line recurs beside such breaks.
 */
export function readPageMarks({ text, blocks }: SourceText): PageMarks {
  const feeds = text.includes("\f")
    ? blocks.map(({ start }, i) => text.slice(i === 0 ? 0 : endOf(blocks[i - 1]), start).includes("\f"))
    : [];
  const isFeed = (i: number): boolean => feeds[i] === true;
  const marks = new Set<number>();
  const bare: number[] = [];
  blocks.forEach(({ block }, i) => {
    const form = numberForm(block);
    if (form === "page" || (form === "bare" && (isFeed(i) || isFeed(i + 1)))) marks.add(i);
    else if (form === "bare") bare.push(i);
  });
  addRow(blocks, bare, marks);
  addNext(blocks, bare, marks);
  if (marks.size === 0 && feeds.length === 0) return NONE;
  const first = addRunning(blocks, marks, isFeed, feeds.length > 0 ? FEWEST_RUNNING_BY_FEEDS : FEWEST_RUNNING);
  return { marks, first };
}

function endOf({ start, block }: PlacedBlock): number {
  return start + block.text.length;
}

/** Adds bare numbers that follow one another, where some stand in the middle of a sentence. */
function addRow(blocks: readonly PlacedBlock[], bare: readonly number[], marks: Set<number>): void {
  let row: number[] = [];
  const close = (): void => {
    if (row.filter((i) => interrupts(blocks, i)).length >= FEWEST_INTERRUPTING) for (const i of row) marks.add(i);
    row = [];
  };
  for (const i of bare) {
    const before = row.at(-1);
    if (before !== undefined && Number(blocks[i].block.text) !== Number(blocks[before].block.text) + 1) close();
    row.push(i);
  }
  close();
}

/** Adds bare numbers that go on from one beside a form feed, as the last page's does. */
function addNext(blocks: readonly PlacedBlock[], bare: readonly number[], marks: Set<number>): void {
  const numbers = new Set([...marks].map((i) => Number(blocks[i].block.text)));
  for (const i of bare) {
    const number = Number(blocks[i].block.text);
    if (!numbers.has(number - 1) || numbers.has(number)) continue;
    marks.add(i);
    numbers.add(number);
  }
}

function interrupts(blocks: readonly PlacedBlock[], i: number): boolean {
  if (i === 0 || i + 1 >= blocks.length) return false;
  const before = blocks[i - 1].block.text;
  if (endsLikeSentence(before) || countWords(before) <= 5) return false;
  // A running head may stand between the number and where the sentence goes on.
  const behind = runningKey(blocks[i + 1].block) !== "" && i + 2 < blocks.length ? [i + 1, i + 2] : [i + 1];
  return behind.some((index) => /^\p{Ll}/u.test(blocks[index].block.text));
}

/** Adds the lines that recur beside the breaks; returns the index of one of the first blocks that has their words. */
function addRunning(blocks: readonly PlacedBlock[], marks: Set<number>, isFeed: (i: number) => boolean, fewest: number): number {
  const places = new Map<string, Set<number>>();
  const offer = (i: number): void => {
    if (i < 0 || i >= blocks.length || marks.has(i)) return;
    const key = runningKey(blocks[i].block);
    if (key === "") return;
    const found = places.get(key);
    if (found) found.add(i);
    else places.set(key, new Set([i]));
  };
  let feeds = 0;
  for (const i of marks) {
    offer(i - 1);
    offer(i + 1);
  }
  blocks.forEach((_, i) => {
    if (!isFeed(i)) return;
    feeds++;
    for (const n of [i - 2, i - 1, i, i + 1]) offer(n);
  });
  const least = Math.max(fewest, SHARE_RUNNING * Math.max(feeds, marks.size));
  for (const [key, found] of places) {
    if (found.size >= least) for (const i of found) marks.add(i);
    else places.delete(key);
  }
  for (let i = 0; i < Math.min(blocks.length, FIRST_BLOCKS); i++) {
    if (!places.has(runningKey(blocks[i].block))) continue;
    marks.delete(i);
    return i;
  }
  return -1;
}

import type { Span } from "../analysis.js";
import { CharClass, charClass } from "./characters.js";

/** Wrapped text is joined only where its longest line is this long: shorter lines are lists, longer ones paragraphs. */
const SHORTEST_WRAP = 50;
const LONGEST_WRAP = 132;

/** A longer block is cut at a sentence's end or, failing that, at a space, so that no part of the work grows with the line. */
const LONGEST_BLOCK = 16_384;

const MARKED_LINE = /^\s{0,3}(?:#{1,6}\s|[-*+•·–]\s|\d{1,3}[.)]\s|>|\||```)/;

interface Line extends Span {
  /** The length of the first word. */
  readonly firstWord: number;
  readonly marked: boolean;
}

/**
 * Cuts a text into its blocks: paragraphs, headings, list items. Lines that were wrapped to a width are joined,
 * recognised by the test that the next line's first word would not have fitted.
 * @returns spans without the white space around them, in text order; they cover everything that is not white space.
 */
export function splitBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  let group: Line[] = [];
  for (let at = 0; at <= text.length; ) {
    let end = at;
    while (end < text.length && charClass(text.charCodeAt(end)) !== CharClass.NewLine) end++;
    const line = readLine(text, at, end);
    if (line) group.push(line);
    const crlf = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
    at = end + (crlf ? 2 : 1);
    if (!line || at > text.length) {
      closeGroup(text, group, blocks);
      group = [];
    }
  }
  return blocks;
}

function readLine(text: string, from: number, to: number): Line | null {
  let start = from;
  let end = to;
  while (start < end && charClass(text.charCodeAt(start)) === CharClass.Space) start++;
  while (end > start && charClass(text.charCodeAt(end - 1)) === CharClass.Space) end--;
  if (start === end) return null;
  let wordEnd = start;
  while (wordEnd < end && charClass(text.charCodeAt(wordEnd)) !== CharClass.Space) wordEnd++;
  return { start, end, firstWord: wordEnd - start, marked: MARKED_LINE.test(text.slice(from, Math.min(to, from + 12))) };
}

function closeGroup(text: string, group: readonly Line[], blocks: Span[]): void {
  let width = 0;
  for (const line of group) width = Math.max(width, line.end - line.start);
  const wrapped = group.length > 1 && width >= SHORTEST_WRAP && width <= LONGEST_WRAP;
  for (let i = 0; i < group.length; ) {
    const first = group[i];
    let last = first;
    i++;
    while (wrapped && i < group.length && last.end - last.start + 1 + group[i].firstWord > width && !group[i].marked) {
      last = group[i];
      i++;
    }
    cutLong(text, first.start, last.end, blocks);
  }
}

function cutLong(text: string, start: number, end: number, blocks: Span[]): void {
  let from = start;
  while (end - from > LONGEST_BLOCK) {
    const cut = findCut(text, from + LONGEST_BLOCK / 2, from + LONGEST_BLOCK);
    let blockEnd = cut;
    while (blockEnd > from && charClass(text.charCodeAt(blockEnd - 1)) === CharClass.Space) blockEnd--;
    if (blockEnd > from) blocks.push({ start: from, end: blockEnd });
    from = cut;
    while (from < end && charClass(text.charCodeAt(from)) === CharClass.Space) from++;
  }
  if (end > from) blocks.push({ start: from, end });
}

function findCut(text: string, low: number, high: number): number {
  let space = -1;
  for (let at = high; at > low; at--) {
    if (charClass(text.charCodeAt(at)) !== CharClass.Space) continue;
    if (space < 0) space = at;
    const before = text.charCodeAt(at - 1);
    if (before === 0x2e || before === 0x21 || before === 0x3f) return at;
  }
  if (space >= 0) return space;
  const inPair = charClass(text.charCodeAt(high)) === CharClass.Surrogate && charClass(text.charCodeAt(high - 1)) === CharClass.Surrogate;
  return inPair ? high - 1 : high;
}

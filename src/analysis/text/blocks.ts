import type { Span } from "../analysis.js";
import { CharClass, charClass } from "./characters.js";

/** Wrapped text is joined only where its longest line is this long: shorter lines are lists, longer ones paragraphs. */
const SHORTEST_WRAP = 50;
const LONGEST_WRAP = 132;
/** Of a wrapped group's lines, so many at least fill the width, and of those that follow one so many read on from it. */
const LEAST_FULL = 0.5;
const LEAST_CONTINUED = 0.3;

/** A longer block is cut at a sentence's end or, failing that, at a space, so that no part of the work grows with the line. */
const LONGEST_BLOCK = 16_384;

const MARKED_LINE = /^\s{0,3}(?:#{1,6}\s|[-*+•·–]\s|\d{1,3}[.)]\s|>|\||```)/;

/** The characters of the class NewLine. */
const LINE_BREAK = /[\n\r\u2028\u2029\v\f\u0085]/g;

interface Line extends Span {
  /** The length of the first word. */
  readonly firstWord: number;
  readonly marked: boolean;
  /** It reads on from the line before. */
  readonly continues: boolean;
}

/**
 * Cuts a text into its blocks: paragraphs, headings, list items. Lines that were wrapped to a width are joined,
 * recognised by the test that the next line's first word would not have fitted.
 * @returns spans without the white space around them, in text order; they cover everything that is not white space.
 */
export function splitBlocks(text: string): Span[] {
  const groups = readGroups(text);
  const usual = usualWidth(groups);
  const blocks: Span[] = [];
  for (const group of groups) joinWrapped(text, group, wrapWidth(group, usual), blocks);
  return blocks;
}

/** The lines between empty lines. */
function readGroups(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (let at = 0; at <= text.length; ) {
    const end = lineEnd(text, at);
    const line = readLine(text, at, end, group.at(-1));
    if (line) group.push(line);
    const crlf = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
    at = end + (crlf ? 2 : 1);
    if (group.length > 0 && (!line || at > text.length)) {
      groups.push(group);
      group = [];
    }
  }
  return groups;
}

/** Where the line that begins at the offset ends: before its line break, or at the end of the text. */
function lineEnd(text: string, from: number): number {
  LINE_BREAK.lastIndex = from;
  return LINE_BREAK.exec(text)?.index ?? text.length;
}

function readLine(text: string, from: number, to: number, before: Line | undefined): Line | null {
  let start = from;
  let end = to;
  while (start < end && charClass(text.charCodeAt(start)) === CharClass.Space) start++;
  while (end > start && charClass(text.charCodeAt(end - 1)) === CharClass.Space) end--;
  if (start === end) return null;
  let wordEnd = start;
  while (wordEnd < end && charClass(text.charCodeAt(wordEnd)) !== CharClass.Space) wordEnd++;
  const marked = MARKED_LINE.test(text.slice(from, Math.min(to, from + 12)));
  return { start, end, firstWord: wordEnd - start, marked, continues: before !== undefined && continuesLine(text, before, start, end) };
}

/** Whether a line reads on from the one before: in small letters, after a comma, or in capitals throughout after no full stop. */
function continuesLine(text: string, before: Line, start: number, end: number): boolean {
  const first = charClass(text.charCodeAt(start));
  if (first === CharClass.Lower || first === CharClass.Caseless) return true;
  const last = text[before.end - 1];
  if (last === "," || last === "-") return true;
  const head = text.slice(start, Math.min(end, start + 40));
  return !".!?:;".includes(last) && !/\p{Ll}/u.test(head) && /\p{Lu}.*\s.*\s.*\s/su.test(head);
}

/** The width that a group of lines was wrapped to; 0 where it was not. */
function wrapWidth(group: readonly Line[], usual: number): number {
  if (group.length < 2) return 0;
  let width = 0;
  for (const line of group) width = Math.max(width, line.end - line.start);
  if (width < SHORTEST_WRAP || width > LONGEST_WRAP) return 0;
  if (group.length === 2 && usual > 0 && !group[1].continues) return isFull(group[0], group[1], usual) ? usual : 0;
  let full = 0;
  let continued = 0;
  for (let i = 1; i < group.length; i++) {
    if (!isFull(group[i - 1], group[i], width) || group[i].marked) continue;
    full++;
    if (group[i].continues) continued++;
  }
  return full >= LEAST_FULL * unmarkedPairs(group) && continued >= LEAST_CONTINUED * full ? width : 0;
}

/** The middle of the widths to which the groups of three lines and more were wrapped; 0 where there are none. */
function usualWidth(groups: readonly (readonly Line[])[]): number {
  const widths = groups.filter((group) => group.length > 2).map((group) => wrapWidth(group, 0));
  const wrapped = widths.filter((width) => width > 0).sort((a, b) => a - b);
  return wrapped[wrapped.length >> 1] ?? 0;
}

function unmarkedPairs(group: readonly Line[]): number {
  let pairs = 0;
  for (let i = 1; i < group.length; i++) if (!group[i].marked) pairs++;
  return Math.max(pairs, 1);
}

/** Whether the next line's first word would not have fitted. */
function isFull(line: Line, next: Line, width: number): boolean {
  return line.end - line.start + 1 + next.firstWord > width;
}

function joinWrapped(text: string, group: readonly Line[], width: number, blocks: Span[]): void {
  for (let i = 0; i < group.length; ) {
    const first = group[i];
    let last = first;
    i++;
    while (width > 0 && i < group.length && isFull(last, group[i], width) && !group[i].marked) {
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
  const cutsPair = isSurrogate(text, high, 0xdc00) && isSurrogate(text, high - 1, 0xd800);
  return cutsPair ? high - 1 : high;
}

/** Whether the code unit is one of the 1,024 surrogates from the first one given. */
function isSurrogate(text: string, at: number, first: number): boolean {
  const code = text.charCodeAt(at);
  return code >= first && code < first + 0x400;
}

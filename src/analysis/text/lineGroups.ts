import { CharClass, charClass } from "./characters.js";

/** Wrapped text is joined only where its longest line is this long: shorter lines are lists, longer ones paragraphs. */
const SHORTEST_WRAP = 50;
const LONGEST_WRAP = 132;
/** Of a wrapped group's lines, so many at least fill the width, and of those that follow one so many read on from it. */
const LEAST_FULL = 0.5;
const LEAST_CONTINUED = 0.3;
/** A line is of about the width that has this share of it. */
const NEARLY_FULL = 0.75;
/** How far the width of one paragraph may be from that of the document. */
const ABOUT = 4;

const MARKED_LINE = /^\s{0,3}(?:#{1,6}\s|[-*+•·–]\s|\d{1,3}[.)]\s|>|\||```)/;

/** The characters of the class NewLine. */
const LINE_BREAK = /[\n\r\u2028\u2029\v\f\u0085]/g;

/** The columns from one tab stop to the next. */
const TAB = 8;

/** How much of two texts is compared in one step. */
const STRIDE = 1024;

/** A line without the white space around it; offsets from where its group begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** The columns of the white space before it; a tab goes to the next eighth column. */
  readonly indent: number;
  /** A tab stands before it, so that its columns are but a guess. */
  readonly tabbed: boolean;
  /** The length of the first word. */
  readonly firstWord: number;
  readonly marked: boolean;
  /** It reads on from the line before. */
  readonly continues: boolean;
}

/** The lines between empty lines. It knows nothing of its place, so that an edit elsewhere leaves it what it is. */
export interface LineGroup {
  readonly lines: readonly Line[];
  /** The width that its lines would show by themselves to be wrapped to; 0 where they do not, or are too few to tell. */
  readonly ownWidth: number;
}

export interface PlacedGroup {
  /** The UTF-16 offset of its first line, white space included. */
  readonly from: number;
  readonly group: LineGroup;
}

/** A text with its groups of lines. */
export interface GroupedText {
  readonly text: string;
  readonly groups: readonly PlacedGroup[];
}

/**
 * Reads the groups of lines of a text.
 * @param before a text read before: the groups that stand before the first difference from it, and those behind the last, are taken from there.
 */
export function readLineGroups(text: string, before: GroupedText = { text: "", groups: [] }): GroupedText {
  const known = before.groups;
  const alikeBefore = commonStart(text, before.text);
  const alikeBehind = commonEnd(text, before.text, Math.min(text.length, before.text.length) - alikeBefore);
  const moved = text.length - before.text.length;
  let kept = 0;
  while (kept + 1 < known.length && known[kept + 1].from <= alikeBefore) kept++;
  const groups = known.slice(0, kept);
  let next = kept;
  let from = kept < known.length && known[kept].from <= alikeBefore ? known[kept].from : 0;
  let at = from;
  const lines: Line[] = [];
  while (at <= text.length) {
    if (lines.length === 0) {
      while (next < known.length && known[next].from + moved < at) next++;
      if (next < known.length && known[next].from + moved === at && text.length - at <= alikeBehind) {
        for (; next < known.length; next++) groups.push({ from: known[next].from + moved, group: known[next].group });
        break;
      }
      from = at;
    }
    const end = lineEnd(text, at);
    const line = readLine(text, from, at, end, lines.at(-1));
    if (line) lines.push(line);
    const crlf = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
    at = end + (crlf ? 2 : 1);
    if (lines.length > 0 && (!line || at > text.length)) {
      // A copy has no more room than it needs, and very many are kept.
      groups.push({ from, group: { lines: lines.slice(), ownWidth: lines.length > 2 ? wrapWidth(lines, 0) : 0 } });
      lines.length = 0;
    }
  }
  return { text, groups };
}

function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at + STRIDE <= limit && a.slice(at, at + STRIDE) === b.slice(at, at + STRIDE)) at += STRIDE;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** @param limit how many code units are compared at most. */
function commonEnd(a: string, b: string, limit: number): number {
  let count = 0;
  while (
    count + STRIDE <= limit &&
    a.slice(a.length - count - STRIDE, a.length - count) === b.slice(b.length - count - STRIDE, b.length - count)
  )
    count += STRIDE;
  while (count < limit && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count)) count++;
  return count;
}

/** Where the line that begins at the offset ends: before its line break, or at the end of the text. */
function lineEnd(text: string, from: number): number {
  LINE_BREAK.lastIndex = from;
  return LINE_BREAK.test(text) ? LINE_BREAK.lastIndex - 1 : text.length;
}

/** @param group where the line's group begins; @param from where the line does; @param to behind its last character. */
function readLine(text: string, group: number, from: number, to: number, before: Line | undefined): Line | null {
  let start = from;
  let end = to;
  let indent = 0;
  let tabbed = false;
  for (; start < end && charClass(text.charCodeAt(start)) === CharClass.Space; start++) {
    const isTab = text.charCodeAt(start) === 0x09;
    tabbed ||= isTab;
    indent += isTab ? TAB - (indent % TAB) : 1;
  }
  while (end > start && charClass(text.charCodeAt(end - 1)) === CharClass.Space) end--;
  if (start === end) return null;
  let wordEnd = start;
  while (wordEnd < end && charClass(text.charCodeAt(wordEnd)) !== CharClass.Space) wordEnd++;
  const marked = MARKED_LINE.test(text.slice(from, Math.min(to, from + 12)));
  const continues = before !== undefined && continuesLine(text, text[group + before.end - 1], start, end);
  return { start: start - group, end: end - group, indent, tabbed, firstWord: wordEnd - start, marked, continues };
}

/** Whether a line reads on from the one before: in small letters, after a comma, or in capitals throughout after no full stop. */
function continuesLine(text: string, last: string, start: number, end: number): boolean {
  const first = charClass(text.charCodeAt(start));
  if (first === CharClass.Lower || first === CharClass.Caseless) return true;
  if (last === "," || last === "-") return true;
  const head = text.slice(start, Math.min(end, start + 40));
  return !".!?:;".includes(last) && !/\p{Ll}/u.test(head) && /\p{Lu}.*\s.*\s.*\s/su.test(head);
}

/** The width that lines were wrapped to; 0 where they were not. @param usual the width that is usual in the document, or 0. */
export function wrapWidth(lines: readonly Line[], usual: number): number {
  if (lines.length < 2) return 0;
  let longest = 0;
  let width = 0;
  let widthOfTabbed = 0;
  for (const line of lines) {
    longest = Math.max(longest, line.end - line.start);
    if (line.tabbed) widthOfTabbed = Math.max(widthOfTabbed, lastColumn(line));
    else width = Math.max(width, lastColumn(line));
  }
  if (width === 0) width = widthOfTabbed;
  if (longest < SHORTEST_WRAP || longest > LONGEST_WRAP) return 0;
  if (lines.length === 2 && usual > 0 && !lines[1].continues) return isFull(lines[0], lines[1], usual) ? usual : 0;
  if (usual > 0 && Math.abs(width - usual) <= ABOUT && areFull(lines, width)) return width;
  let full = 0;
  let continued = 0;
  for (let i = 1; i < lines.length; i++) {
    if (!isFull(lines[i - 1], lines[i], width) || lines[i].marked) continue;
    full++;
    if (lines[i].continues) continued++;
  }
  return full >= LEAST_FULL * unmarkedPairs(lines) && continued >= LEAST_CONTINUED * full ? width : 0;
}

/** Whether a list of names, say, was wrapped: none of its lines begins small, but each is full. */
function areFull(lines: readonly Line[], width: number): boolean {
  for (let i = 1; i < lines.length; i++) if (lines[i].marked || !isFull(lines[i - 1], lines[i], width)) return false;
  return true;
}

/** The middle of the widths to which the groups of three lines and more were wrapped; 0 where there are none. */
export function usualWidth(groups: readonly PlacedGroup[]): number {
  const widths: number[] = [];
  for (const { group } of groups) if (group.ownWidth > 0) widths.push(group.ownWidth);
  widths.sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}

function unmarkedPairs(lines: readonly Line[]): number {
  let pairs = 0;
  for (let i = 1; i < lines.length; i++) if (!lines[i].marked) pairs++;
  return Math.max(pairs, 1);
}

/**
 * Whether the next line's first word would not have fitted. Of letters of many widths, and by hand, lines are ended sooner: there the next
 * one reads on.
 */
export function isFull(line: Line, next: Line, width: number): boolean {
  const column = lastColumn(line);
  return column + 1 + next.firstWord > width || (next.continues && column >= NEARLY_FULL * width);
}

/** The column in which a line ends: the first line of a paragraph may be set in. */
function lastColumn(line: Line): number {
  return line.indent + line.end - line.start;
}

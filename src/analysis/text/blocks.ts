import type { Span } from "../analysis.js";
import { CharClass, charClass } from "./characters.js";
import { isFull, type Line, type LineGroup, wrapWidth } from "./lineGroups.js";

/** A longer block is cut at a sentence's end or, failing that, at a space, so that no part of the work grows with the line. */
const LONGEST_BLOCK = 16_384;
/** The first line of a paragraph stands at least so many columns to the right of the line above. */
const LEAST_SET_IN = 2;

/**
 * Cuts a group of lines into blocks: paragraphs, headings, list items. Lines that were wrapped to a width are joined,
 * recognised by the test that the next line's first word would not have fitted.
 * @param from where the group begins in the text.
 * @param usual the width to which the document is mostly wrapped, or 0.
 * @returns spans from the group's beginning, without the white space around them, in text order; they cover all else.
 */
export function blocksOf({ lines }: LineGroup, text: string, from: number, usual: number): readonly Span[] {
  const blocks: Span[] = [];
  const width = wrapWidth(lines, usual);
  for (let i = 0; i < lines.length; ) {
    const first = lines[i];
    let last = first;
    i++;
    while (
      width > 0 &&
      i < lines.length &&
      isFull(last, lines[i], width) &&
      !lines[i].marked &&
      !isPageNumber(lines[i], first, text, from) &&
      !(last !== first && isSetIn(lines[i], last))
    ) {
      last = lines[i];
      i++;
    }
    cutLong(text, from, first.start, last.end, blocks);
  }
  return blocks;
}

/** Whether a line is set in from the one above it, as the first of a paragraph is. */
function isSetIn(line: Line, before: Line): boolean {
  return line.indent >= before.indent + LEAST_SET_IN;
}

/** A number alone that stands so many columns to the right is a page's, in the middle of a paragraph. */
const LEAST_CENTRED = 12;
const LONGEST_PAGE_NUMBER = 4;

function isPageNumber({ start, end, indent }: Line, first: Line, text: string, from: number): boolean {
  if (end - start > LONGEST_PAGE_NUMBER || indent < first.indent + LEAST_CENTRED) return false;
  return /^\d+$/.test(text.slice(from + start, from + end));
}

/** @param origin what the offsets are counted from. */
function cutLong(text: string, origin: number, start: number, end: number, blocks: Span[]): void {
  const isSpace = (at: number): boolean => charClass(text.charCodeAt(origin + at)) === CharClass.Space;
  let from = start;
  while (end - from > LONGEST_BLOCK) {
    const cut = findCut(text, origin + from + LONGEST_BLOCK / 2, origin + from + LONGEST_BLOCK) - origin;
    let blockEnd = cut;
    while (blockEnd > from && isSpace(blockEnd - 1)) blockEnd--;
    if (blockEnd > from) blocks.push({ start: from, end: blockEnd });
    from = cut;
    while (from < end && isSpace(from)) from++;
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

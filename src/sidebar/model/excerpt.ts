import type { Span } from "../../analysis/analysis.js";
import { withoutLineMarks } from "../../analysis/oneLine.js";
import type { DocumentText } from "./listedDocument.js";

/** Code units shown before the marked words: few, so that they are seen in a narrow sidebar. */
const BEFORE = 14;
const AFTER = 140;
const LONGEST_MARK = 200;
const ELLIPSIS = "…";

/** A piece of a line in one row of a tree. */
export interface Excerpt {
  readonly text: string;
  /** Where the words asked for stand in `text`. */
  readonly mark: Span;
  /** The number of the line, from 1. */
  readonly line: number;
}

/** @returns the text with every run of white space and control characters as one space, without the ">" of lines that are set apart. */
export function inOneRow(text: string): string {
  return withoutLineMarks(text).replace(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ");
}

/** @returns a piece of a text without the halves of surrogate pairs that the cut left at its edges. */
function withoutHalves(piece: string): string {
  return piece.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}

/** @returns at most `length` code units of the text, and whether something was left out. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${withoutHalves(text.slice(0, length)).trimEnd()}${ELLIPSIS}`;
}

/**
 * @param span the words to show, in offsets of the document.
 * @returns the words with what stands before and after them in their line.
 */
export function excerptAround(text: DocumentText, span: Span): Excerpt {
  const line = text.lineAt(span.start);
  const end = Math.min(span.end, Math.max(line.end, span.start));
  const before = lead(text.slice(Math.max(line.start, span.start - 2 * BEFORE), span.start), span.start - line.start);
  const marked = shortened(inOneRow(text.slice(span.start, end)), LONGEST_MARK);
  const after = inOneRow(withoutHalves(text.slice(end, Math.min(line.end, end + AFTER)))).trimEnd();
  const cut = end + AFTER < line.end ? ELLIPSIS : "";
  return {
    text: `${before}${marked}${after}${cut}`,
    mark: { start: before.length, end: before.length + marked.length },
    line: line.number,
  };
}

/** What precedes the marked words in their line, begun at a word and not longer than `BEFORE` where a word begins in time. */
function lead(slice: string, available: number): string {
  const row = inOneRow(withoutHalves(slice)).trimStart();
  if (available <= slice.length && row.length <= BEFORE) return row;
  const from = Math.max(0, row.length - BEFORE);
  const space = row.indexOf(" ", from);
  const start = space >= 0 && space < row.length - 1 ? space + 1 : from;
  return ELLIPSIS + withoutHalves(row.slice(start));
}

/** @returns the first words of a span in one row, with the number of its line. */
export function openingWords(text: DocumentText, span: Span): { readonly words: string; readonly line: number } {
  const slice = text.slice(span.start, Math.min(span.end, span.start + 2 * AFTER));
  const words = shortened(inOneRow(slice).trim(), AFTER);
  return { words, line: text.lineAt(span.start).number };
}

import type { Span } from "../analysis/analysis.js";
import { findUnclosedMarks } from "../analysis/quotes/quotationSpans.js";
import { readSourceText } from "../analysis/text/sourceText.js";
import type { Slices } from "./slices.js";

/** UTF-16 code units that are read closely, at most: the editor waits for no more. */
const MOST_READ = 300_000;

/** UTF-16 code units that are counted through in a few milliseconds. */
const SLICE = 100_000;

const QUOTE = 0x22;
const OPENING = "“„‟«「『";
const CLOSING = "”»」』";

/** A run of lines between empty lines, and how its double marks add up. */
interface Passage extends Span {
  readonly sum: "even" | "open" | "askew";
}

/**
 * Finds quotation marks that are never closed. Marks are only counted where they add up, paragraph by paragraph; the paragraphs in which
 * they do not are read as the analysis reads them, with those after them that open the quotation anew.
 * @returns the opening marks, in text order.
 */
export function* unclosedMarks(text: string): Slices<readonly Span[]> {
  const passages = yield* passagesOf(text);
  const found: Span[] = [];
  let read = 0;
  for (let i = 0; i < passages.length; i++) {
    if (passages[i].sum === "even") continue;
    const { start } = passages[i];
    while (passages[i].sum === "open" && i + 1 < passages.length && beginsWithMark(text, passages[i + 1])) i++;
    const { end } = passages[i];
    read += end - start;
    if (read > MOST_READ) break;
    yield;
    for (const mark of findUnclosedMarks(readSourceText(text.slice(start, end)))) {
      found.push({ start: start + mark.start, end: start + mark.end });
    }
  }
  return found;
}

function* passagesOf(text: string): Slices<readonly Passage[]> {
  const passages: Passage[] = [];
  let start = -1;
  let end = 0;
  let pause = SLICE;
  for (let line = 0; line < text.length; ) {
    if (line > pause) {
      pause = line + SLICE;
      yield;
    }
    const feed = text.indexOf("\n", line);
    const lineEnd = feed < 0 ? text.length : feed;
    if (isBlank(text, line, lineEnd)) {
      if (start >= 0) passages.push({ start, end, sum: sumOf(text, start, end) });
      start = -1;
    } else {
      if (start < 0) start = line;
      end = lineEnd;
    }
    line = lineEnd + 1;
  }
  if (start >= 0) passages.push({ start, end, sum: sumOf(text, start, end) });
  return passages;
}

function isBlank(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && text.charCodeAt(at) <= 0x20) at++;
  return at === to;
}

function sumOf(text: string, from: number, to: number): Passage["sum"] {
  let straight = 0;
  let depth = 0;
  let isAskew = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) straight++;
    if (code < 0xab) continue;
    if (OPENING.includes(text[at])) depth++;
    else if (CLOSING.includes(text[at]) && --depth < 0) isAskew = true;
  }
  if (depth > 0 || straight % 2 === 1) return "open";
  return isAskew || depth < 0 ? "askew" : "even";
}

function beginsWithMark(text: string, { start, end }: Span): boolean {
  let at = start;
  while (at < end && text.charCodeAt(at) <= 0x20) at++;
  return text[at] === '"' || OPENING.includes(text[at]) || CLOSING.includes(text[at]);
}

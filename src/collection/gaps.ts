import { wordsAt } from "./differences.js";
import { isAbbreviation } from "./sentence.js";
import type { SourceIndex } from "./sourceIndex.js";
import { readWords } from "./words.js";

/** What parts two words of a text: nothing or a hyphen, nothing but a space, what ends a clause, or what ends a sentence. */
export type Gap = "joined" | "none" | "clause" | "sentence";

/** Whether a clause ends between two words. */
export function endsClause(gap: Gap): boolean {
  return gap === "clause" || gap === "sentence";
}

/** What stands before the word at a position. */
export function gapAt(index: SourceIndex, position: number): Gap {
  const document = index.documentAt(position);
  if (position <= document.first || position >= document.end) return "sentence";
  return gapBetween(document.text, index.offsets(position - 1, position).end, index.offsets(position, position + 1).start);
}

/** What stands between the end of one word and the start of the next. */
export function gapBetween(text: string, end: number, start: number): Gap {
  const gap = text.slice(end, start);
  if (/^[-‐‑’']?$/.test(gap)) return "joined";
  if (/\n[^\S\n]*\n/.test(gap)) return "sentence";
  const stop = /[.!?…]/.exec(gap);
  if (stop !== null && /\s$/.test(gap) && !isAbbreviation(text, end + stop.index + 1)) return "sentence";
  return /[,;:()[\]—–“”"«»]|\s-\s|--|[.!?…]/.test(gap) ? "clause" : "none";
}

/** The word at a position, as it is compared. */
export function keyAt(index: SourceIndex, position: number): string {
  return readWords(wordsAt(index, position, position + 1)).keys[0] ?? "";
}

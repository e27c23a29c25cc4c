import { isSameFigure } from "./sameFigure.js";
import { readWords } from "./words.js";

/** Whether two wordings are the same but for how they are written: a figure in words, a word in one, in two or with a hyphen. */
export function isSameWriting(one: string, other: string): boolean {
  return isSameFigure(one, other) || readWords(one).keys.join("") === readWords(other).keys.join("");
}

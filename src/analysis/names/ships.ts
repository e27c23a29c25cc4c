import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";

const SHIPS: ReadonlySet<string> = new Set(formNames.ships.split(" "));

const CONFIDENCE = 0.8;
const MOST_WORDS = 3;

/** Whether a word stands before a ship's name: "HMS". */
export function beginsShip(word: string): boolean {
  return SHIPS.has(word);
}

/** The ship whose name begins at a token that `beginsShip` is true of, with the "HMS" before it; null where none follows. As facilities, ships are places. */
export function shipAt(block: Block, first: number): TokenName | null {
  let end = first + 1;
  while (end <= first + MOST_WORDS && isTitleCase(block, end)) end++;
  if (end === first + 1 || isCapital(block, end) || isTitleWord(block.words[first + 1])) return null;
  return { first, end, type: "place", confidence: CONFIDENCE };
}

import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

/** What stands before a ship's name and is part of it: "HMS", the "V" of "M/V". */
const SHIPS: ReadonlySet<string> = new Set([...formNames.ships.split(" "), "V"]);
/** What a ship is, before its name: "the ferry Dona Lind". */
const VESSELS: ReadonlySet<string> = new Set(formNames.vessels.split(" "));
/** Titles that ships are called by: "Lady Vesk", "Queen Mary". */
const SHIPS_TITLES: ReadonlySet<string> = new Set(formNames.shipsTitles.split(" "));
const DAYS: ReadonlySet<string> = new Set(`${wordKinds.kinds.weekday} ${wordKinds.kinds.month}`.split(" "));

const CONFIDENCE = 0.8;
const MOST_WORDS = 3;

/** Whether a word stands before a ship's name: "HMS", "ferry". */
export function beginsShip(word: string): boolean {
  return SHIPS.has(word) || VESSELS.has(word);
}

/** The ship whose name begins at or behind a token that `beginsShip` is true of, with the "HMS" before it; null where none follows. As facilities, ships are places. */
export function shipAt(block: Block, token: number): TokenName | null {
  const { words, lower } = block;
  let end = token + 1;
  while (end <= token + MOST_WORDS && isTitleCase(block, end)) end++;
  if (end === token + 1 || isCapital(block, end) || DAYS.has(lower[token + 1])) return null;
  if (isTitleWord(words[token + 1]) && !SHIPS_TITLES.has(lower[token + 1])) return null;
  if (VESSELS.has(words[token])) return { first: token + 1, end, type: "place", confidence: CONFIDENCE };
  if (words[token] !== "V") return { first: token, end, type: "place", confidence: CONFIDENCE };
  return words[token - 1] === "/" && words[token - 2] === "M" ? { first: token - 2, end, type: "place", confidence: CONFIDENCE } : null;
}

import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import { kindsOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

/** What stands before a ship's name and is part of it: "HMS", the "V" of "M/V". */
const SHIPS: ReadonlySet<string> = new Set([...formNames.ships.split(" "), "V"]);
/** What a ship is, before its name: "the ferry Dona Lind". */
const VESSELS: ReadonlySet<string> = new Set(formNames.vessels.split(" "));
/** What befalls ships, and who sails in them: "the wreck of the Dona Lind", "aboard the Dona Lind". */
const LOSSES: ReadonlySet<string> = new Set(formNames.lossesOfShips.split(" "));
/** What ships alone do: "the Dona Lind sank". */
const SINKS: ReadonlySet<string> = new Set(formNames.sinks.split(" "));
/** Titles that ships are called by: "Lady Vesk", "Queen Mary". */
const SHIPS_TITLES: ReadonlySet<string> = new Set(formNames.shipsTitles.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
const DAYS: ReadonlySet<string> = new Set(`${wordKinds.kinds.weekday} ${wordKinds.kinds.month}`.split(" "));

const CONFIDENCE = 0.8;
const MOST_WORDS = 3;

/** Whether a word stands before a ship's name and is part of it: "HMS". */
export function isShipsPrefix(word: string): boolean {
  return SHIPS.has(word);
}

/** Whether a word stands beside a ship's name: "HMS", "ferry", "wreck", "sank". */
export function beginsShip(word: string): boolean {
  return SHIPS.has(word) || VESSELS.has(word) || LOSSES.has(word) || SINKS.has(word) || word === "aboard";
}

/**
 * The ship whose name stands beside a token that `beginsShip` is true of, with the "HMS" before it; null where none does. As facilities,
 * ships are places.
 */
export function shipAt(block: Block, token: number, names: readonly TokenName[], lists: WordLists): TokenName | null {
  const { words } = block;
  const word = words[token];
  if (SHIPS.has(word)) {
    const end = endOfShip(block, token + 1);
    if (end < 0) return null;
    if (word !== "V") return ship(token, end);
    return words[token - 1] === "/" && words[token - 2] === "M" ? ship(token - 2, end) : null;
  }
  if (VESSELS.has(word)) {
    const end = endOfShip(block, token + 1);
    if (end > 0) return ship(token + 1, end);
    const apart = words[token + 1] === "," && words[token + 2] === "the" ? endOfShip(block, token + 3) : -1;
    return apart > 0 && /^[,.;)]$/.test(words[apart] ?? ".")
      ? ship(token + 3, apart)
      : strangeShip(block, startOfShip(block, token), token, names, lists);
  }
  if (SINKS.has(word)) return strangeShip(block, startOfShip(block, token), token, names, lists);
  const the = word === "aboard" ? token + 1 : words[token + 1] === "of" ? token + 2 : -1;
  return words[the] === "the" ? strangeShip(block, the + 1, endOfShip(block, the + 1), names, lists) : null;
}

function ship(first: number, end: number): TokenName {
  return { first, end, type: "place", confidence: CONFIDENCE };
}

/** Behind the ship's name that begins at a token; -1 where none does. */
function endOfShip(block: Block, first: number): number {
  const { words, lower } = block;
  let end = first;
  while (end < first + MOST_WORDS && isTitleCase(block, end)) end++;
  if (end === first || isCapital(block, end) || DAYS.has(lower[first])) return -1;
  return isTitleWord(words[first]) && !SHIPS_TITLES.has(lower[first]) ? -1 : end;
}

/** Where the capitalised words between "the" and a token begin; -1 where none stand there. */
function startOfShip(block: Block, end: number): number {
  let first = end;
  while (first > 0 && end - first <= MOST_WORDS && isTitleCase(block, first - 1)) first--;
  if (first < end && block.words[first] === "The") return first + 1 < end ? first + 1 : -1;
  return first < end && block.words[first - 1] === "the" ? first : -1;
}

/** A ship by what is said of it alone: nothing that the lists know, and that the labels have for no organization or people. */
function strangeShip(block: Block, first: number, end: number, names: readonly TokenName[], lists: WordLists): TokenName | null {
  if (first < 0 || end <= first || end - first > MOST_WORDS || kindsOf(lists, block, first, end) !== 0) return null;
  if ((isTitleWord(block.words[first]) && !SHIPS_TITLES.has(block.lower[first])) || GROUPS.has(block.lower[end - 1])) return null;
  const known = names[firstBehind(names, first)];
  if (known && known.first < end && (known.type === "organization" || known.type === "group" || known.first < first || known.end > end))
    return null;
  return kindsOf(lists, block, end - 1, end) === 0 && kindsOf(lists, block, first, first + 1) === 0 ? ship(first, end) : null;
}

import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import formNames from "./formNames.json" with { type: "json" };
import { isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";

const ROADS: ReadonlySet<string> = new Set(formNames.roads.split(" "));
/** Soldiers call hills by their heights: "Hill 60". */
const HILL = "Hill";
const CONFIDENCE = 0.7;

/** Whether a road's number may stand behind a word. */
export function beginsRoad(word: string): boolean {
  return word === HILL || (/^\p{Lu}/u.test(word) && ROADS.has(word.toLowerCase()));
}

/** "Highway 287", "State Route 12", "Hill 60", from a token on that `beginsRoad` is true of; null where no number follows. */
export function roadAt(block: Block, road: number): TokenName | null {
  const { kinds, count } = block.tokens;
  if (road + 1 >= count || kinds[road + 1] !== TokenKind.Number) return null;
  if (block.words[road] === HILL && !isHeight(block, road)) return null;
  const first =
    road > 0 && isTitleCase(block, road - 1) && /^(?:State|County|Provincial|National|Federal)$/.test(block.words[road - 1])
      ? road - 1
      : road;
  return { first, end: road + 2, type: "place", confidence: CONFIDENCE };
}

/** "on Hill 60", "took Hill 937": behind what a place stands behind, where "Hill 22, Weld 14" counts goals. */
function isHeight(block: Block, road: number): boolean {
  const { words, lower } = block;
  if (isBehindCapital(block, road) || !/^\d{2,4}$/.test(words[road + 1])) return false;
  return BEFORE_HILL.has(lower[road - 1] ?? "") && !/^(?:times|points|yards|metres|meters|runs|goals)$/.test(lower[road + 2] ?? "");
}
const BEFORE_HILL: ReadonlySet<string> = new Set(formNames.beforeHills.split(" "));

/** "Capitol Hill 60", "E. Hill 60": what ends a name. */
function isBehindCapital(block: Block, token: number): boolean {
  return token > 0 && /^\p{Lu}/u.test(block.words[token - 1]) && !/^(?:At|On|From|Near|The|Of|In)$/.test(block.words[token - 1]);
}

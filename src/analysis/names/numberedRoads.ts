import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import formNames from "./formNames.json" with { type: "json" };
import { isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";

const ROADS: ReadonlySet<string> = new Set(formNames.roads.split(" "));
const CONFIDENCE = 0.7;

/** Whether a road's number may stand behind a word. */
export function beginsRoad(word: string): boolean {
  return /^\p{Lu}/u.test(word) && ROADS.has(word.toLowerCase());
}

/** "Highway 287", "State Route 12", from a token on that `beginsRoad` is true of; null where no number follows. */
export function roadAt(block: Block, road: number): TokenName | null {
  const { kinds, count } = block.tokens;
  if (road + 1 >= count || kinds[road + 1] !== TokenKind.Number) return null;
  const first =
    road > 0 && isTitleCase(block, road - 1) && /^(?:State|County|Provincial|National|Federal)$/.test(block.words[road - 1])
      ? road - 1
      : road;
  return { first, end: road + 2, type: "place", confidence: CONFIDENCE };
}

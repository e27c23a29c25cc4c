import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { firstBehind, type TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const STATES: ReadonlySet<string> = new Set(wordKinds.shortStates.split(" "));
const CONFIDENCE = 0.9;

/** Whether a word is a state as papers shorten it. */
export function isShortState(word: string): boolean {
  return STATES.has(word);
}

const isState = memoByWord((word) => (STATES.has(word) ? 1 : 0));

/** Adds states and provinces as papers shorten them, behind a town and a comma: "Falmouth, Mass." */
export function withStates(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 2; i < block.tokens.count; i++) {
    if (isState(block, i) === 0 || block.words[i - 1] !== ",") continue;
    const town = names[firstBehind(names, i - 2)];
    if (town?.type !== "place" || town.end !== i - 1) continue;
    const known = names[firstBehind(names, i)];
    // "Mass." alone is nobody's name there.
    if (known && known.first <= i && !(known.first === i && known.end === i + 1)) continue;
    added ??= [];
    added.push({ first: i, end: i + 1, type: "place", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

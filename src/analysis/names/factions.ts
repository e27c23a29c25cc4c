import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { firstBehind, type TokenName } from "./spans.js";

/** What organizations are called by before a link in their own language: "Jamaat-e-Islami". */
const STARTS: ReadonlySet<string> = new Set(formNames.partedStarts.split(" "));
/** Capitals with more behind a hyphen that are no party's branch. */
const THINGS: ReadonlySet<string> = new Set(formNames.partedThings.split(" "));
const BRANCH = /^\p{Lu}{3,6}-\p{Lu}{1,3}$/u;

const CONFIDENCE = 0.7;

/** Whether a word of several parts is an organization by its form. */
export function isFaction(word: string): boolean {
  const hyphen = word.indexOf("-");
  if (hyphen < 0) return false;
  return BRANCH.test(word) ? !THINGS.has(word) : STARTS.has(word.slice(0, hyphen));
}

/** Whether letters of a branch follow in brackets: "KPT(N)". */
export function opensBranch(word: string): boolean {
  return word === "(";
}

/** The party before a bracket that stands close to it, with its branch: "KPT(N)"; null where none is. */
export function branchAt({ words, tokens: { starts, ends, count } }: Block, open: number): TokenName | null {
  if (open === 0 || open + 2 >= count || words[open + 2] !== ")" || starts[open] !== ends[open - 1] || ends[open] !== starts[open + 1])
    return null;
  if (!/^\p{Lu}{2,5}$/u.test(words[open - 1]) || !/^\p{Lu}{1,4}$/u.test(words[open + 1])) return null;
  return { first: open - 1, end: open + 3, type: "organization", confidence: CONFIDENCE };
}

/**
 * The organization at a token that `isFaction` is true of: a party and its branch ("KPT-N"), or what begins as organizations of the
 * language do ("Jamaat-e-Islami"). Null in a line of capitals, or where a longer name holds it.
 */
export function factionAt(block: Block, token: number, names: readonly TokenName[]): TokenName | null {
  const known = names[firstBehind(names, token)];
  if (known && known.first <= token && known.type === "organization") return null;
  if (known && known.first <= token && known.end - known.first > 1) return null;
  const isInProse = /\p{Ll}/u.test(block.words[token - 1] ?? "") || /\p{Ll}/u.test(block.words[token + 1] ?? "");
  return isInProse ? { first: token, end: token + 1, type: "organization", confidence: CONFIDENCE } : null;
}

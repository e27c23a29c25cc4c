import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import definitions from "./definitions.json" with { type: "json" };
import { isTitleCase } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

/** The nouns for relatives, in the singular: "brother", "widow". */
export const KIN: ReadonlySet<string> = new Set(definitions.kin.split(" "));
/** More of them than one: "daughters". */
const KIN_PLURALS: ReadonlySet<string> = new Set(definitions.kinPlurals.split(" "));
const DATES: ReadonlySet<string> = new Set([...wordKinds.kinds.month.split(" "), ...wordKinds.kinds.weekday.split(" ")]);
const DETERMINER = /^(?:his|her|their|my|our|your|a|an|the|one|['’]s)$/i;

const CONFIDENCE = 0.7;
const LONGEST_NAME = 3;
const MOST_KIN = 8;

const ONE = 1;
const SEVERAL = 2;

/** Whether a word names kin. */
export function isKin(word: string): boolean {
  return KIN.has(word) || KIN_PLURALS.has(word);
}

const numberOfKin = memoByWord((word) => (KIN.has(word) ? ONE : KIN_PLURALS.has(word) ? SEVERAL : 0));

/**
 * Names kin, whatever the labels say of them: "a brother, Einar;", "their daughter Georgia", "two sons, Ole and Per". They are called by
 * given names alone, of which many are places too, or common words.
 */
export function withKin(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 0; i + 1 < block.tokens.count; i++) {
    const number = numberOfKin(block, i);
    if (number === 0) continue;
    const found = number === ONE ? one(block, i, names) : several(block, i);
    for (const { first, end } of found) {
      const known = names[firstBehind(names, first)];
      if (known && known.first <= first && known.end >= end && (known.type === "person" || known.end > end)) continue;
      added ??= [];
      added.push({ first, end, type: "person", confidence: CONFIDENCE });
    }
  }
  return added ? withSpans(names, added) : names;
}

type Part = Pick<TokenName, "first" | "end">;
const NONE: readonly Part[] = [];

/** "a brother, Einar;", and without a comma what the labels have as a place: "his sister Georgia". */
function one(block: Block, noun: number, names: readonly TokenName[]): readonly Part[] {
  const { words } = block;
  if (noun === 0) return NONE;
  const isApart = words[noun + 1] === ",";
  const first = isApart ? noun + 2 : noun + 1;
  const end = endOfName(block, first);
  if (end === first) return NONE;
  if (isApart) return /^(?:[,;.)]|and)$/.test(words[end] ?? ".") && isDescribed(block, noun) ? [{ first, end }] : NONE;
  if (!DETERMINER.test(words[noun - 1])) return NONE;
  const known = names[firstBehind(names, first)];
  return known?.first === first && known.end === end && known.type === "place" ? [{ first, end }] : NONE;
}

/** Whether the noun has an article or a possessive before it, with a word or two between them. */
function isDescribed({ words }: Block, noun: number): boolean {
  for (let i = noun - 1; i >= 0 && i >= noun - 3; i--) {
    if (DETERMINER.test(words[i])) return true;
    if (!/^\p{Ll}/u.test(words[i])) return false;
  }
  return false;
}

/** "two sons, Ole and Per": the last stands behind "and". */
function several(block: Block, noun: number): readonly Part[] {
  const { words } = block;
  let at = words[noun + 1] === "," ? noun + 2 : noun + 1;
  const found: Part[] = [];
  while (found.length < MOST_KIN) {
    const end = endOfName(block, at);
    if (end === at) return NONE;
    found.push({ first: at, end });
    if (found.length > 1 && words[at - 1] === "and") return found;
    at = words[end] === "," ? end + 1 : end;
    if (words[at] === "and") at++;
    else if (at === end) return NONE;
  }
  return NONE;
}

/** @param first may stand behind the last token: "…, and his brother,". */
function endOfName(block: Block, first: number): number {
  if (first >= block.tokens.count) return first;
  let end = first;
  while (end - first < LONGEST_NAME && isTitleCase(block, end) && !DATES.has(block.lower[end])) end++;
  return isTitleCase(block, end) || isTitleWord(block.words[first]) ? first : end;
}

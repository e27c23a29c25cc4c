import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase } from "./lines.js";
import { kindsOf } from "./phraseKinds.js";
import { isShipsPrefix } from "./ships.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import type { WordLists } from "./wordLists.js";

/** What a block says of families and ships, which are called by "the": "Jan Vesk", "MV Halden", and "the Vesks", "the Halden". */
export interface NamesBehindThe {
  /** In lower case, what the families of the block's persons are called. */
  readonly families: readonly string[];
  /** In lower case, what its ships are called without the "MV" before them: "halden", "dona lind". */
  readonly ships: readonly string[];
  /** The words behind "the" that are names where the document has a family or ship of the name. */
  readonly met: readonly number[];
}

/** What a block says of none. */
export const NO_NAMES_BEHIND_THE: NamesBehindThe = { families: [], ships: [], met: [] };

const isThe = memoByWord((word) => (word === "the" || word === "The" ? 1 : 0));
const CONFIDENCE = 0.7;
const SHORTEST_SURNAME = 3;

/** Reads what a block says of them. @param names the block's names, without titles. */
export function readNamesBehindThe(block: Block, names: readonly TokenName[], lists: WordLists): NamesBehindThe {
  const families: string[] = [];
  const ships: string[] = [];
  for (const { type, first, end } of names) {
    if (end - first < 2) continue;
    const last = block.lower[end - 1];
    if (type === "person" && last.length >= SHORTEST_SURNAME && !isCommon(last, lists)) families.push(pluralOf(last));
    if (type === "place" && isShipsPrefix(block.words[first])) ships.push(block.lower.slice(first + 1, end).join(" "));
  }
  const met: number[] = [];
  for (let i = 0; i + 1 < block.tokens.count; i++) {
    if (isThe(block, i) === 0 || !isTitleCase(block, i + 1)) continue;
    if (isCapital(block, i + 2)) {
      if (endOfShip(block, i + 1) > 0) met.push(i + 1);
      continue;
    }
    const word = block.lower[i + 1];
    if (isCommon(word, lists) || isTitleWord(word) || kindsOf(lists, block, i + 1, i + 2) !== 0) continue;
    const known = names[firstBehind(names, i + 1)];
    if (!known || known.first > i + 1 || known.end - known.first === 1) met.push(i + 1);
  }
  return families.length > 0 || ships.length > 0 || met.length > 0 ? { families, ships, met } : NO_NAMES_BEHIND_THE;
}

/** Behind two words or three that a ship may be called by, from a token on; -1 where there are more. */
function endOfShip(block: Block, first: number): number {
  let end = first + 2;
  if (!isTitleCase(block, first + 1)) return -1;
  if (isTitleCase(block, end)) end++;
  return isCapital(block, end) ? -1 : end;
}

function pluralOf(surname: string): string {
  return /(?:s|x|z|ch|sh)$/.test(surname) ? `${surname}es` : `${surname}s`;
}

function isCommon(word: string, lists: WordLists): boolean {
  return lists.commonness(foldedHash(word, 0, word.length)) > 0;
}

/** What a document's blocks say of families and ships, together. */
export interface KnownBehindThe {
  readonly families: ReadonlySet<string>;
  readonly ships: ReadonlySet<string>;
}

export function knownBehindThe(said: readonly NamesBehindThe[]): KnownBehindThe {
  const families = new Set<string>();
  const ships = new Set<string>();
  for (const block of said) {
    for (const family of block.families) families.add(family);
    for (const ship of block.ships) ships.add(ship);
  }
  return { families, ships };
}

/** A block's names with those of families and ships that the document names elsewhere in full. @param met the block's own. */
export function withNamesBehindThe(
  block: Block,
  names: readonly TokenName[],
  met: readonly number[],
  { families, ships }: KnownBehindThe,
): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (const first of met) {
    const end = isCapital(block, first + 1) ? endOfShip(block, first) : first + 1;
    const called = block.lower.slice(first, end).join(" ");
    const type = families.has(called) ? "person" : ships.has(called) ? "place" : null;
    if (!type) continue;
    added ??= [];
    added.push({ first, end, type, confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

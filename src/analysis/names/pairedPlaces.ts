import type { Block } from "../text/sourceText.js";
import { areOneSeat } from "./coordinatedPlaces.js";
import { isPlaceOf, kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import { PLACE_KINDS, WordLists } from "./wordLists.js";

const COUNTRY = 1 + PLACE_KINDS.indexOf("country");

/** Joins two places on both sides of "and" that are one by the lists: "Trinidad" and "Tobago". */
export function withPairedPlaces(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let joined: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    const name = names[n];
    const next = n + 1 < names.length ? names[n + 1] : null;
    if (next && arePair(block, name, next, lists)) {
      joined ??= names.slice(0, n);
      joined.push({ ...name, end: next.end });
      n++;
    } else joined?.push(name);
  }
  return joined ?? names;
}

/** Whether the lists have a country of both names, or another place where they have none of each: "England and Wales" are two. */
function arePair(block: Block, first: TokenName, second: TokenName, lists: WordLists): boolean {
  const gap = second.first - first.end;
  if (first.type !== "place" || second.type !== "place" || gap < 1 || gap > 2 || block.lower[first.end] !== "and") return false;
  if (gap === 2 && block.lower[first.end + 1] !== "the") return false;
  if (areOneSeat(block, first, second, isPlaceOf(lists, block, first.first, first.end))) return true;
  const kind = WordLists.placeKind(kindsOf(lists, block, first.first, second.end));
  if (kind === 0 || kind === COUNTRY) return kind === COUNTRY;
  return !(isPlaceOf(lists, block, first.first, first.end) && isPlaceOf(lists, block, second.first, second.end));
}

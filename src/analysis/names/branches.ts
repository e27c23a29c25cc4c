import type { Block } from "../text/sourceText.js";
import { foldedHash } from "./hashing.js";
import { isTitleCase } from "./lines.js";
import { isPlaceOf, kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { PLACE_KINDS, WordLists } from "./wordLists.js";

const COUNTRY = 1 + PLACE_KINDS.indexOf("country");
/** What stands before a place's name and is no organization's: "Greater Halden", "Roman Britain", "Victorian England". */
const BEFORE_PLACES: ReadonlySet<string> = new Set(
  `${wordKinds.kinds.compass} ${wordKinds.kinds.group} ${wordKinds.kinds.placeHead} ${wordKinds.kinds.particle} ${wordKinds.eras} new old great saint st`.split(
    " ",
  ),
);

/** Whether what the labels have for a place is a firm's branch: a word that nobody knows before a country or a part of the world, "Tarvo Africa". */
export function isBranch(lists: WordLists, block: Block, { first, end, type }: TokenName): boolean {
  if (type !== "place" || end - first !== 2 || !isTitleCase(block, first) || !isWide(lists, block, end - 1)) return false;
  const word = block.lower[first];
  return !BEFORE_PLACES.has(word) && lists.commonness(foldedHash(word, 0, word.length)) === 0 && !isPlaceOf(lists, block, first, first + 1);
}

/** A country, or a part of the world. */
function isWide(lists: WordLists, block: Block, token: number): boolean {
  if (/^(?:Africa|Asia|Europe|Oceania|Americas)$/.test(block.words[token])) return true;
  return WordLists.placeKind(kindsOf(lists, block, token, token + 1)) === COUNTRY;
}

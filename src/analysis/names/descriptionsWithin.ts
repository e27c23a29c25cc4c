import type { Block } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase } from "./lines.js";
import { kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { WordLists } from "./wordLists.js";

/** What a firm is or is to another one: "manufacturer", "parent". */
const NOUNS: ReadonlySet<string> = new Set(`${definitions.organization} ${definitions.ofFirms}`.split(" "));
/** What a firm's own name does not begin with: "Carmaker Norvik". */
const DESCRIBING: ReadonlySet<string> = new Set(definitions.describing.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
/** What names have small words for: "University of the Arts". */
const LINKS: ReadonlySet<string> = new Set(definitions.links.split(" "));

/**
 * "US automobile manufacturer Ford", "Airbus parent EADS": the names in an organization's that were taken together with the noun between
 * them; null where none stands there.
 */
export function partsByDescription(
  lists: WordLists,
  block: Block,
  { first, end, type, confidence }: TokenName,
): readonly TokenName[] | null {
  const { lower } = block;
  if (end - first < 2 || (type !== "organization" && !(type === "person" && end - first === 2 && DESCRIBING.has(lower[first]))))
    return null;
  if (DESCRIBING.has(lower[first]) && isTitleCase(block, first) && kindsOf(lists, block, first, end) === 0)
    return [{ first: first + 1, end, type: "organization", confidence }];
  let small = first + 1;
  while (small < end && isCapital(block, small)) small++;
  let last = small;
  while (last < end && isDescription(block, last)) last++;
  if (last === small || last >= end || !NOUNS.has(lower[last - 1]) || !isCapital(block, last)) return null;
  const named: TokenName = { first: last, end, type, confidence };
  const whence = typeOfWhence(lists, block, first, small);
  return whence ? [{ first, end: small, type: whence, confidence }, named] : [named];
}

function isDescription({ words }: Block, token: number): boolean {
  return /^\p{Ll}[\p{Ll}-]+$/u.test(words[token]) && !LINKS.has(words[token]);
}

/** Whose or from where a firm is; null for a word that a sentence opens with: "Aircraft manufacturer Boeing". */
function typeOfWhence(lists: WordLists, block: Block, first: number, end: number): TokenName["type"] | null {
  if (end - first === 1 && GROUPS.has(block.lower[first])) return "group";
  if (WordLists.placeKind(kindsOf(lists, block, first, end)) > 0) return "place";
  const word = block.lower[first];
  return end - first === 1 && lists.commonness(foldedHash(word, 0, word.length)) > 0 ? null : "organization";
}

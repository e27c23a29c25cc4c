import type { Block } from "../text/sourceText.js";
import { isTitleCase } from "./lines.js";
import { isPlaceOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(wordKinds.kinds.organizationHead.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
const COMPASS: ReadonlySet<string> = new Set(wordKinds.kinds.compass.split(" "));
/** What a body or firm with two fields ends with: "Philippine Amusement and Gaming Corp.". */
const HEADS: ReadonlySet<string> = new Set([
  ...wordKinds.organizationEnds.split(" "),
  ..."administration authority force list inc inc. corp corp. ltd ltd.".split(" "),
]);

/** Between where a body is from and "and" stand at most so many words. */
const MOST_FIELDS = 3;

/**
 * Where an organization begins whose people or place and first field stand before it: "Australian Competition and" before "Consumer
 * Commission", "Kenya Marine and" before "Fisheries Research Institute", which the labels may have as another name, or in part.
 * @param before the name before it, if any.
 * @returns the organization's own first token where nothing such stands there.
 */
export function startBehindWhence(block: Block, { first, end, type }: TokenName, before: TokenName | undefined, lists: WordLists): number {
  if (type !== "organization" || !before || end - first < 2 || !/^(?:and|&)$/.test(block.lower[first - 1])) return first;
  if (!HEADS.has(block.lower[end - 1])) return first;
  const start = before.first;
  const fields = endOfWhence(block, before, lists);
  if (fields === start || fields >= first - 1 || first - 1 - fields > MOST_FIELDS || followsCapital(block, start)) return first;
  for (let i = fields; i < first - 1; i++) if (!isField(block, i, lists)) return first;
  return start;
}

/** Behind the place or people that a name begins with, or is; the name's first token where it is none. */
function endOfWhence(block: Block, { first, end }: TokenName, lists: WordLists): number {
  const word = block.lower[first];
  if (GROUPS.has(word) && !word.endsWith("s")) return first + 1;
  for (let stop = end; stop > first; stop--) if (isPlaceOf(lists, block, first, stop)) return stop;
  return first;
}

function followsCapital(block: Block, first: number): boolean {
  return first > 0 && block.words[first - 1] !== "The" && (isTitleCase(block, first - 1) || /^['’]s?$/.test(block.words[first - 1]));
}

/** A capitalised word that is neither an organization, a place nor somebody's title by itself: the labels may have it for a person, as "Marine". */
function isField(block: Block, token: number, lists: WordLists): boolean {
  const word = block.lower[token];
  return isTitleCase(block, token) && !ORGANIZATION_HEADS.has(word) && !isTitleWord(word) && !isPlaceOf(lists, block, token, token + 1);
}

/** "Sri Lanka" and "Congress" in "Sri Lanka Muslim Congress": a body's place and its head, with a people or a field between them alone. */
export function isBodyOfPlace(block: Block, before: TokenName, { first, end, type }: TokenName): boolean {
  if (before.type !== "place" || type !== "organization" || end - first !== 1 || first !== before.end + 1) return false;
  return ORGANIZATION_HEADS.has(block.lower[first]) && GROUPS.has(block.lower[before.end]) && isTitleCase(block, before.end);
}

/** "South" before "African": where a people begins that is called by the quarter of its place. */
export function startOfPeople(block: Block, { first, end, type }: TokenName): number {
  if (type !== "group" || first === 0 || end - first > 1 || !COMPASS.has(block.lower[first - 1])) return first;
  return isTitleCase(block, first - 1) ? first - 1 : first;
}

/** "Bank of" before "New Halden", but not "the West Bank of Halden". */
export function isBankOf({ words }: Block, first: number): boolean {
  return words[first - 1] === "of" && words[first - 2] === "Bank" && !/^(?!The$)\p{Lu}/u.test(words[first - 3] ?? "");
}

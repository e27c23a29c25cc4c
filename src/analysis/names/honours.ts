import type { Block } from "../text/sourceText.js";
import { isCapital, isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT } from "./personsWithin.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

/** Letters for offices and honours behind a person's name: "Ann Weld KC", "Dr. Ann Weld Ph.D." */
const BEHIND: ReadonlySet<string> = new Set(`${wordKinds.officesBehind} ${wordKinds.honoursBehind}`.split(" "));
/** What of these no organization's name ends with, as a sporting club's does with "SC". */
const PERSONS_ALONE = /^(?:CJ|JA|LJ|JSC|LCJ|KC|QC|SAN)$/;
/** What stands behind a surname alone; others so short may be a surname or initials behind a title. */
const BEHIND_ONE = /^(?:[KQ]C|MP|TD|CJ|JA|LJ|\p{L}{3,})$/u;
/** What is no surname even where all is in capitals. */
const SURE = /^(?:[KQ]C|[COMDK]BE|MP|[CL]J)$/;
const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));
const MAJESTIES: ReadonlySet<string> = new Set(wordKinds.majesties.split(" "));

/** Where a person's name ends before the letters for offices and honours behind it: of "Ann Weld CBE KC" behind "Weld". */
export function beforeHonours(block: Block, first: number, end: number, lists: WordLists): number {
  const { words } = block;
  // "by Farbey J on": but "Ann J" is somebody whose surname is kept back.
  if (end - first === 2 && words[first + 1] === "J") {
    const isJudge = isTitleCase(block, first) && (flagsOf(lists, words[first]) & GIVEN_BIT) === 0 && !isCapital(block, end);
    return isJudge ? first + 1 : end;
  }
  let last = end;
  while (last > first + 1 && BEHIND.has(words[last - 1]) && (last > first + 2 || BEHIND_ONE.test(words[last - 1]))) last--;
  if (last === end || words[last - 1] !== words[last - 1].toUpperCase()) return last;
  return SURE.test(words[last]) ? last : end;
}

/** Whether what the labels have for no person is one by an honour behind it: "Ann Hale KC", "Weld CJ". */
export function isPersonByHonour(block: Block, { first, end, type }: TokenName): boolean {
  const last = block.words[end - 1];
  if (type === "person" || end - first < 2 || !PERSONS_ALONE.test(last)) return false;
  if (end - first < 3 && !/^(?:CJ|JA|LJ)$/.test(last)) return false;
  for (let i = first; i < end - 1; i++) {
    // "Lady Hale and Lord Reed JSC"
    const joinsTwo = block.words[i] === "and" && isTitleWord(block.words[i + 1]);
    if (!joinsTwo && !isTitleCase(block, i) && !/^\p{Lu}(?:\.|$)/u.test(block.words[i])) return false;
  }
  return !ORGANIZATION_ENDS.has(block.lower[end - 2]);
}

/** "SAN" in "Ann Hale, SAN": what is no name behind a person's. @param before the name before it. */
export function isHonourApart({ words }: Block, first: number, end: number, before: TokenName | undefined): boolean {
  if (end - first > 1 || before?.type !== "person" || before.end !== first - 1) return false;
  return words[first - 1] === "," && BEHIND.has(words[first]);
}

/** "Our Science Correspondent", "Staff Reporter": who wrote, and is not named. */
export function isPost({ lower, words }: Block, first: number, end: number): boolean {
  const last = words[end - 1];
  if (last !== "Correspondent" && last !== "Correspondents" && last !== "Reporter" && last !== "Reporters") return false;
  return end - first > 1 && (lower[first] === "our" || lower[first] === "staff" || last.startsWith("C"));
}

/** "His Royal Highness", which names nobody. */
export function isMajesty({ lower }: Block, first: number, end: number): boolean {
  return /^(?:his|her|their|your)$/.test(lower[first]) && MAJESTIES.has(lower[end - 1]);
}

import type { Block } from "../text/sourceText.js";
import { foldedHash } from "./hashing.js";
import { isTitleCase } from "./lines.js";
import { flagsOf } from "./personsWithin.js";
import { kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const MEMBERS: ReadonlySet<string> = new Set(wordKinds.members.split(" "));
/** What stands between an organization and the word for its member: "Chemours chief executive". */
const BESIDE_MEMBERS: ReadonlySet<string> = new Set(wordKinds.besideMembers.split(" "));

const CONFIDENCE = 0.6;
const MOST_ROLES = 3;

/** Whether a word says who somebody is in an organization. */
export function isMember(word: string): boolean {
  return MEMBERS.has(word);
}

/** Adds the organization before a person and who that is in it, where the labels have none: "Tarvomex spokesperson Ann Lee". */
export function withNamesBeforeRoles(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    if (names[n].type !== "person") continue;
    const organization = organizationBefore(block, names[n].first, n > 0 ? names[n - 1].end : 0, lists);
    if (organization < 0) continue;
    added ??= [];
    added.push({ first: organization, end: organization + 1, type: "organization", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

/** The token of the organization; -1 where what stands before the role is a common word, or one that the lists know as something. */
function organizationBefore(block: Block, person: number, from: number, lists: WordLists): number {
  const { words, lower } = block;
  let role = person;
  while (role > from && person - role < MOST_ROLES && (MEMBERS.has(words[role - 1]) || BESIDE_MEMBERS.has(words[role - 1]))) role--;
  const token = role - 1;
  if (role === person || !MEMBERS.has(words[person - 1]) || token < from) return -1;
  if (!isTitleCase(block, token) || (token > 0 && isTitleCase(block, token - 1)) || isTitleWord(words[token])) return -1;
  if (lists.commonness(foldedHash(lower[token], 0, lower[token].length)) > 0 || flagsOf(lists, words[token]) !== 0) return -1;
  return kindsOf(lists, block, token, token + 1) === 0 ? token : -1;
}

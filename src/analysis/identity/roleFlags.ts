import { withoutTime } from "../names/titles.js";
import starters from "../text/starters.json" with { type: "json" };
import { memoByWord, type Words } from "../text/vocabulary.js";
import { foldWord } from "./folding.js";
import { honorificClass, isRank } from "./nameForms.js";
import roleWords from "./roleWords.json" with { type: "json" };

/** What a word can be to a role beside a name, a bit each. */
export const enum RoleFlag {
  PersonNoun = 1 << 0,
  Rank = 1 << 1,
  Honorific = 1 << 2,
  Modifier = 1 << 3,
  Link = 1 << 4,
  Determiner = 1 << 5,
  /** What may no more belong to a role. */
  Stop = 1 << 6,
  /** What opens a clause before the main one: "After meeting the minister, Ann Weld left" says nothing of her. */
  Opener = 1 << 7,
  /** With what no role begins: "Did Governor Weld", "Ann, I need a man". */
  NoRole = 1 << 8,
  /** What has its capital from the beginning of a sentence. */
  Starter = 1 << 9,
}
const FLAGS = 10;

const LISTS: readonly (readonly [RoleFlag, ReadonlySet<string>])[] = [
  [RoleFlag.PersonNoun, new Set(roleWords.personNouns.split(" "))],
  [RoleFlag.Modifier, new Set(roleWords.modifiers.split(" "))],
  [RoleFlag.Link, new Set(roleWords.links.split(" "))],
  [RoleFlag.Determiner, new Set(roleWords.determiners.split(" "))],
  [RoleFlag.Stop, new Set(roleWords.stops.split(" "))],
  [RoleFlag.Opener, new Set(roleWords.openers.split(" "))],
  [RoleFlag.NoRole, new Set(roleWords.noRole.split(" "))],
  [RoleFlag.Starter, new Set(starters.words.map((word) => word.toLowerCase()))],
];

function flagsOf(word: string): number {
  let flags = 0;
  for (const [flag, words] of LISTS) if (words.has(word)) flags |= flag;
  if (isRank(foldWord(word))) flags |= RoleFlag.Rank;
  return honorificClass(word) === null ? flags : flags | RoleFlag.Honorific;
}

/** The flags of each word in lower case, and above them those of the same by itself: "gov" of "Gov.", "mayor" of "then-Mayor". */
const bothFlagsOf = memoByWord((word) => {
  const lower = word.toLowerCase();
  const bare = withoutTime(lower.endsWith(".") ? lower.slice(0, -1) : lower);
  const flags = flagsOf(lower);
  return flags | ((bare === lower ? flags : flagsOf(bare)) << FLAGS);
});

/** The flags of a token, whatever its capitals. */
export function roleFlags(words: Words, token: number): number {
  return bothFlagsOf(words, token) & ((1 << FLAGS) - 1);
}

/** The same of the word without a full stop at its end and a word for a time before it. */
export function bareRoleFlags(words: Words, token: number): number {
  return bothFlagsOf(words, token) >> FLAGS;
}

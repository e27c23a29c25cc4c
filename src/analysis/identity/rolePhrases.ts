import type { RolePlace } from "../analysis.js";
import wordKinds from "../names/wordKinds.json" with { type: "json" };
import { wordsOnOneLine } from "../oneLine.js";
import type { BlockWords } from "./blockWords.js";
import { compoundNoun } from "./compoundNouns.js";
import { foldWord } from "./folding.js";
import { RoleFlag } from "./roleFlags.js";
import roleWords from "./roleWords.json" with { type: "json" };

/** A role with its place and the noun that says what the person is. */
export interface FoundRole extends RolePlace {
  /** The folded head noun: "spokesman" of "spokesman for ISIS". */
  readonly head: string;
}

type NounType = "person" | "organization" | "place";

const NOUN_TYPES: ReadonlyMap<string, NounType> = new Map([
  ...roleWords.placeNouns.split(" ").map((noun) => [noun, "place"] as const),
  ...roleWords.organizationNouns.split(" ").map((noun) => [noun, "organization"] as const),
  ...roleWords.personNouns.split(" ").map((noun) => [noun, "person"] as const),
]);
/** The ends of nouns for what people do, and the nouns that end so and are for no person: "anaesthetist", but "screwdriver". */
const PERSON_ENDS = new RegExp(`(?:${roleWords.personEnds.replaceAll(" ", "|")})s?$`);
const NO_PERSONS: ReadonlySet<string> = new Set(roleWords.noPersons.split(" "));

/** What a noun can say something to be. */
export function nounType(noun: string): NounType | null {
  return NOUN_TYPES.get(noun) ?? (PERSON_ENDS.test(noun) && !NO_PERSONS.has(noun) ? "person" : null);
}

/** So many words at most stand between a determiner and its noun. */
export const MOST_DESCRIBING = 4;
const LONGEST_AFTER = 16;
/** With what no role begins. */
export const OPENS_NO_ROLE = RoleFlag.Link | RoleFlag.Stop | RoleFlag.NoRole;

/**
 * Where the apposition that starts at a token ends: before a comma, a stop, a bracket, a dash or a verb that a clause opens with, and of a
 * long one before the second thing that somebody is ("chair of the Trust and a member of …").
 */
export function closingOf(words: BlockWords, from: number, end: number): number {
  const limit = Math.min(end, from + LONGEST_AFTER);
  let second = from;
  for (let i = from; i < limit; i++) {
    if (CLOSING.has(words.code(i)) && !(i > from && (isListOfFields(words, from, i, limit) || partsPortfolios(words, i)))) return i;
    if (i > from && (words.is(i, RoleFlag.Stop) || isKnownAs(words, i))) return i;
    if (words.lower(i) === "and" && i + 1 < limit && words.is(i + 1, RoleFlag.Determiner)) second = i;
  }
  return limit === end ? limit : second;
}

/** "minister of economy, trade and industry": whether a comma parts the fields of an office, in small letters all. */
function isListOfFields(words: BlockWords, from: number, comma: number, limit: number): boolean {
  if (words.code(comma) !== 0x2c || comma + 4 > limit || words.lower(comma + 2) !== "and") return false;
  if (!isField(words, comma - 1) || !isField(words, comma + 1) || !isField(words, comma + 3)) return false;
  const next = comma + 4;
  if (next < words.count && !CLOSING.has(words.code(next))) return false;
  for (let i = comma - 2; i > from && i > comma - 4; i--) if (/^(?:of|for)$/.test(words.lower(i))) return true;
  return false;
}

/** "Minister for Agriculture, Fisheries and Forestry": whether a comma parts what somebody is in office for. */
export function partsPortfolios(words: BlockWords, comma: number): boolean {
  if (words.code(comma) !== 0x2c || !isPortfolio(words, comma + 1) || !isPortfolio(words, comma - 1)) return false;
  let from = comma - 1;
  while (from > Math.max(0, comma - MOST_PORTFOLIOS) && (isPortfolio(words, from) || words.code(from) === 0x2c)) from--;
  if (!/^(?:of|for)$/.test(words.lower(from))) return false;
  let to = comma + 1;
  while (to < Math.min(words.count, comma + MOST_PORTFOLIOS) && (isPortfolio(words, to) || words.code(to) === 0x2c)) to++;
  return words.lower(to) === "and" && isPortfolio(words, to + 1);
}

function isPortfolio(words: BlockWords, token: number): boolean {
  return token >= 0 && token < words.count && PORTFOLIOS.has(words.lower(token));
}

/** So many tokens before and behind a comma are looked through. */
const MOST_PORTFOLIOS = 12;
const PORTFOLIOS: ReadonlySet<string> = new Set(wordKinds.portfolios.split(" "));

function isField(words: BlockWords, token: number): boolean {
  return !words.isCapital(token) && /^\p{Ll}{3,}$/u.test(words.lower(token)) && nounType(words.lower(token)) === null;
}

/** "the mayor of Varnholm known as Tino": another name is none of what somebody is. */
function isKnownAs(words: BlockWords, token: number): boolean {
  if (token + 1 >= words.count || words.lower(token) !== "known") return false;
  return /^(?:as|for|to|by|only|simply|locally|widely)$/.test(words.lower(token + 1));
}

const CLOSING: ReadonlySet<number> = new Set(Array.from(',.;:!?()[]—–"“”', (sign) => sign.charCodeAt(0)));
export const BEHIND_HEAD: ReadonlySet<string> = new Set(["with", "by", "until", "since"]);

/** The word of a phrase before its first link word, which is its noun. */
export function headOf(words: BlockWords, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    if (words.is(i, RoleFlag.Link) || BEHIND_HEAD.has(words.lower(i))) return i - 1;
  }
  return to - 1;
}

/** The role that the words between two tokens are. @param head its noun. */
export function role(words: BlockWords, first: number, end: number, head: string): FoundRole {
  const start = words.startOf(first);
  const stop = words.endOf(end - 1);
  const wording = wordsOnOneLine(words.text.slice(start - words.start, stop - words.start));
  const noun = foldWord(head.endsWith(".") ? head.slice(0, -1) : head);
  const before = wording.toLowerCase().split(" ");
  return { start, end: stop, role: wording, head: compoundNoun(before[before.indexOf(head) - 1], noun) };
}

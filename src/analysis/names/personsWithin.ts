import { type Block, tokenText } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import { endsFirm } from "./firms.js";
import { foldedHash } from "./hashing.js";
import { isTitleCase } from "./lines.js";
import { isPlaceOf, kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import { followsHolder, isOffice, isRankInCapitals, isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { WORD_KINDS, WordLists } from "./wordLists.js";

// Persons in what the labels took for something else, or together with it.

const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));
const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(wordKinds.kinds.organizationHead.split(" "));

const OFFICE_HOLDERS: ReadonlySet<string> = new Set(
  [...wordKinds.officeHolders.split(" "), "administrator", "chief"].filter((word) => !/^members?$/.test(word)),
);

const COMPASS: ReadonlySet<string> = new Set(wordKinds.kinds.compass.split(" "));
const MEMBERS: ReadonlySet<string> = new Set(wordKinds.members.split(" "));

/** Given names that the lists leave out, since they are common words too. */
const COMMON_GIVEN: ReadonlySet<string> = new Set(wordKinds.commonGivenNames.split(" "));

/** Days after which children are named who are born on them. */
const DAYS: ReadonlySet<string> = new Set("sunday monday friday".split(" "));

/** The bit of given names. */
export const GIVEN_BIT = 1 << WORD_KINDS.indexOf("given");
/** The bits of given names and surnames. */
export const PERSON_BITS = GIVEN_BIT | (1 << WORD_KINDS.indexOf("surname"));

/** The kinds that the word lists have a word in. */
export function flagsOf(lists: WordLists, word: string): number {
  return lists.wordFlags(foldedHash(word, 0, word.length));
}

/** "the Governor of Illinois Adlai Stevenson", "Ambassador in Cairo Ann Lee": where in the name the person begins; 0 where there is none. */
export function personAfterPlace(lists: WordLists, block: Block, { first, end, type }: TokenName): number {
  const before = first > 1 && block.words[first - 1] === "the" ? first - 1 : first;
  if (before < 2 || end - first < 3 || !/^(?:of|in|to|for)$/.test(tokenText(block, before - 1))) return 0;
  if (type === "organization" && (ORGANIZATION_ENDS.has(block.lower[end - 1]) || ORGANIZATION_HEADS.has(block.lower[end - 1]))) return 0;
  if (!isTitleWord(tokenText(block, before - 2))) return 0;
  for (let i = Math.min(end - 2, first + 3); i > first; i--)
    if (isPlaceOf(lists, block, first, i) && (flagsOf(lists, tokenText(block, i)) & GIVEN_BIT) !== 0) return i;
  return 0;
}

/** "Tory Giles Hale": a person behind a group, which were taken together for an organization. */
export function isMemberOfGroup(lists: WordLists, block: Block, { first, end, type }: TokenName): boolean {
  if (type !== "organization" || end - first !== 3 || !GROUPS.has(block.lower[first])) return false;
  const last = block.lower[end - 1];
  const isGiven = (flagsOf(lists, tokenText(block, first + 1)) & GIVEN_BIT) !== 0;
  return isGiven && !ORGANIZATION_ENDS.has(last) && !ORGANIZATION_HEADS.has(last) && kindsOf(lists, block, first, end) === 0;
}

/** "Liberal Party of Peru Ann Lee": where the person begins behind an organization of a place; 0 where none does. */
export function personAfterOrganization(lists: WordLists, block: Block, { first, end, type }: TokenName): number {
  if (type !== "organization" || end - first < 3) return 0;
  const member = personAfterListed(lists, block, first, end);
  if (member > 0 || end - first < 5) return member;
  for (let i = end - 2; i >= end - 3; i--) {
    const isGiven = (flagsOf(lists, tokenText(block, i)) & GIVEN_BIT) !== 0;
    if (isGiven && tokenText(block, i - 2) === "of" && isPlaceOf(lists, block, i - 1, i) && !isPlaceOf(lists, block, i - 1, i + 1))
      return i;
  }
  return 0;
}

/** "Sinn Féin Ann Lee", "Tarvo LLC Ann Lee": where the person begins behind what the lists have, or a firm's ending; 0 where none does. */
function personAfterListed(lists: WordLists, block: Block, first: number, end: number): number {
  const last = block.lower[end - 1];
  const isHead = ORGANIZATION_ENDS.has(last) || ORGANIZATION_HEADS.has(last);
  for (let i = Math.max(first + 1, end - 4); i < end - 1; i++) {
    if (!isTitleCase(block, i) || (flagsOf(lists, block.words[i]) & GIVEN_BIT) === 0) continue;
    const isOrganization =
      endsFirm(block.words[i - 1]) || (!isHead && i - first > 1 && WordLists.otherKind(kindsOf(lists, block, first, i)) > 0);
    if (isOrganization) return kindsOf(lists, block, first, end) === 0 && kindsOf(lists, block, i, end) === 0 ? i : 0;
  }
  return 0;
}

/** "Meteorologist Ann Lee of the Weather Centre": where the person ends who was taken together with the organization; 0 where none does. */
export function personBeforeOrganization(lists: WordLists, block: Block, { first, end, type }: TokenName): number {
  if (type !== "organization") return 0;
  const of = block.lower.indexOf("of", first + 2);
  if (of < 0 || of > first + 4 || of + 2 >= end || block.lower[of + 1] !== "the" || block.lower[first] === "the") return 0;
  for (let i = first; i < of; i++) if (!isTitleCase(block, i) || ORGANIZATION_HEADS.has(block.lower[i])) return 0;
  const isNamed = (flagsOf(lists, block.words[of - 2]) & ~PERSON_BITS) === 0;
  const isGiven = (flagsOf(lists, block.words[of - 2]) & GIVEN_BIT) !== 0;
  const isSurname = of - first > 2 && (flagsOf(lists, block.words[of - 1]) & PERSON_BITS) !== 0;
  return isNamed && (isGiven || isSurname) && kindsOf(lists, block, first, end) === 0 ? of : 0;
}

/** "Norvik Hunt analyst Ann Lee": the role between an organization and its member who were taken for one person; -1 where none is. */
export function roleWithin(block: Block, { first, end, type }: TokenName): number {
  if (type !== "person") return -1;
  for (let i = first + 1; i + 1 < end; i++) if (MEMBERS.has(block.words[i])) return i;
  return -1;
}

/** "Karim Hale alias Tino": the token that parts two names of one person; -1 where none does. */
export function aliasWithin({ lower }: Block, { first, end, type }: TokenName): number {
  if (type !== "person") return -1;
  for (let i = first + 1; i + 1 < end; i++) if (lower[i] === "alias" || lower[i] === "aka" || lower[i] === "urf") return i;
  return -1;
}

/** "DCI Ann Lee", "WPC Hale": somebody of a rank in capitals that nothing else is called by. */
export function isOfRank(block: Block, { first, end, type }: TokenName): boolean {
  if (type !== "organization" || end - first < 2 || end - first > 4 || !isRankInCapitals(block, first)) return false;
  for (let i = first + 1; i < end; i++) if (!isTitleCase(block, i)) return false;
  return true;
}

/** "CEO Ann Lee" behind "company": an executive whom the words before him made an organization of. */
export function isExecutive(lists: WordLists, block: Block, { first, end, type }: TokenName): boolean {
  if (type !== "organization" || end - first < 3 || end - first > 4 || !/^C[A-Z]O$/.test(block.words[first])) return false;
  return (flagsOf(lists, block.words[first + 1]) & GIVEN_BIT) !== 0 && !ORGANIZATION_ENDS.has(block.lower[end - 1]);
}

/** "EPA Administrator Hale": where the person begins whose office was taken together with the agency for an organization; 0 where none does. */
export function personAfterHolder(block: Block, { first, end, type }: TokenName): number {
  if (type !== "organization" || end - first < 3 || !/^\p{Lu}{2,7}$/u.test(tokenText(block, first))) return 0;
  const holder = first + 1;
  if (!OFFICE_HOLDERS.has(block.lower[holder]) || ORGANIZATION_ENDS.has(block.lower[end - 1])) return 0;
  for (let i = holder + 1; i < end; i++) if (!isTitleCase(block, i)) return 0;
  return holder + 1;
}

/** "Secretary of State for Transport Louise Hale", "President of the Republic Ana Ruiz": where in an office that was taken for a name its holder begins; 0 where none does. */
export function personAfterOffice(lists: WordLists, block: Block, { first, end, type }: TokenName): number {
  const office = first > 0 && block.lower[first - 1] === "the" ? first - 1 : first;
  if (type === "person" || end - first < 3 || !followsHolder(block, office)) return 0;
  let person = first;
  while (person < end && (isOffice(block, person) || /^(?:of|for|and|the|,)$/.test(tokenText(block, person)))) person++;
  const isName = person > first && end - person > 1 && end - person < 4 && (flagsOf(lists, tokenText(block, person)) & GIVEN_BIT) !== 0;
  return isName ? person : 0;
}

const CHAMBERS: ReadonlySet<string> = new Set(wordKinds.chambers.split(" "));
const OF_CHAMBERS: ReadonlySet<string> = new Set(wordKinds.ofChambers.split(" "));

/**
 * "Speaker of the House Newt Hale", "Member of Parliament Ann Lee": where the chamber begins, and behind it the person; null where the name,
 * which may begin at either or at the office, is none such.
 */
export function personAfterSeat({ lower }: Block, { first, end }: TokenName): { readonly chamber: number; readonly person: number } | null {
  let chamber = first;
  if (/^(?:speaker|members?)$/.test(lower[first])) chamber++;
  while (chamber < end && (lower[chamber] === "of" || lower[chamber] === "the")) chamber++;
  const of = lower[chamber - 1] === "the" ? chamber - 2 : chamber - 1;
  if (of < 1 || lower[of] !== "of" || !/^(?:speaker|members?)$/.test(lower[of - 1])) return null;
  let person = chamber;
  while (person < end && (CHAMBERS.has(lower[person]) || OF_CHAMBERS.has(lower[person]))) person++;
  const isName = CHAMBERS.has(lower[person - 1]) && person > chamber && end - person > 1 && end - person < 5;
  return isName && !ORGANIZATION_ENDS.has(lower[end - 1]) && !ORGANIZATION_HEADS.has(lower[end - 1]) ? { chamber, person } : null;
}

/** "Umm Nasser village". */
const SETTLEMENTS: ReadonlySet<string> = new Set(wordKinds.settlements.split(" "));

/** "Umm Khaled", "Abu Ali": who is called by the name of a child, where the lists have no place of the name. */
export function isKunya(lists: WordLists, block: Block, { first, end, type }: TokenName): boolean {
  if (type === "person" || end - first !== 2 || !isKunyaWord(block, first) || SETTLEMENTS.has(block.lower[end] ?? "")) return false;
  return kindsOf(lists, block, first, end) === 0;
}

/** "John Hale and Paul Weld": a given name and another word behind a person and "and", where nothing else knows the two words. */
export function isBesidePerson(lists: WordLists, block: Block, { first, end, type }: TokenName, before: TokenName | undefined): boolean {
  if (type === "person" || end - first !== 2 || block.lower[first] === "the" || before?.type !== "person" || before.end - before.first < 2)
    return false;
  if (before.end !== first - 1 || !(tokenText(block, before.end) === "and" || isInList(block, before.end, end))) return false;
  const isGiven = (flagsOf(lists, tokenText(block, first)) & GIVEN_BIT) !== 0;
  const last = block.lower[end - 1];
  return isGiven && !ORGANIZATION_ENDS.has(last) && !ORGANIZATION_HEADS.has(last) && kindsOf(lists, block, first, end) === 0;
}

const PLACE_ENDS: ReadonlySet<string> = new Set(
  `${wordKinds.placeEnds} ${wordKinds.noPlaceEnds} ${wordKinds.surePlaces} ${wordKinds.placesEvents}`.split(" "),
);

/** "Sofia Hale": a given name that is a place's as well, before a word that is nothing but a surname. */
export function isNamedAsPlace(lists: WordLists, block: Block, { first, end, type }: TokenName): boolean {
  if (type !== "place" || end - first !== 2 || !isTitleCase(block, first + 1) || COMPASS.has(block.lower[first])) return false;
  const last = block.lower[first + 1];
  if ((flagsOf(lists, block.words[first]) & GIVEN_BIT) === 0 || (flagsOf(lists, block.words[first + 1]) & ~PERSON_BITS) !== 0) return false;
  if (!isPlaceOf(lists, block, first, first + 1) || PLACE_ENDS.has(last) || ORGANIZATION_ENDS.has(last) || ORGANIZATION_HEADS.has(last))
    return false;
  if (lists.commonness(foldedHash(last, 0, last.length)) > 0 || kindsOf(lists, block, first + 1, end) !== 0) return false;
  return kindsOf(lists, block, first, end) === 0;
}

/** Surnames that are what streets and firms are called by last, too. */
const LIKE_THINGS: ReadonlySet<string> = new Set(wordKinds.surnamesLikeThings.split(" "));
/** Who somebody is, which opens a sentence before his name: "Driver Ann Hale". */
const NOUNS: ReadonlySet<string> = new Set(definitions.person.split(" "));

/** Where a person's name begins behind such a noun with a capital; its first token where none stands there. */
export function afterPersonNoun(lists: WordLists, block: Block, first: number, end: number): number {
  const isNoun = end - first > 2 && NOUNS.has(block.lower[first]) && !/\p{L}/u.test(block.words[first - 1] ?? "");
  return isNoun && (flagsOf(lists, block.words[first + 1]) & GIVEN_BIT) !== 0 ? first + 1 : first;
}

/** What stands before a street's name and seldom before a person's: "on Ann Street". */
const BEFORE_STREETS = /^(?:in|on|at|near|along|down|off|onto|through|across|outside|\d+\p{L}?)$/iu;

/** "Ann Street", "Jim Press": a given name and what streets or firms are called by last, which is a surname too, where nothing tells of a street. */
export function isSurnamedAsThing(lists: WordLists, block: Block, { first, end, type }: TokenName): boolean {
  if (type !== "person" || end - first !== 2 || (first > 0 && BEFORE_STREETS.test(block.words[first - 1]))) return false;
  return (flagsOf(lists, block.words[first]) & GIVEN_BIT) !== 0 && LIKE_THINGS.has(block.lower[first + 1]);
}

/** "Ann Lee, Virginia Mills;": whether a comma stands before a name, and another mark of a list or "and" behind. */
function isInList({ words }: Block, comma: number, end: number): boolean {
  return words[comma] === "," && /^(?:[,;.]|and)$/.test(words[end] ?? ".");
}

/** What a mother or father is called by, before the name of a child. */
export function isKunyaWord(block: Block, token: number): boolean {
  return /^(?:Abu|Umm?)$/.test(tokenText(block, token));
}

/** "Hon. Monday Weld": a day that is a given name, behind a title. */
export function isDayBefore({ words, lower }: Block, surname: number): boolean {
  return surname > 1 && DAYS.has(lower[surname - 1]) && isTitleWord(words[surname - 2]) && /^\p{Lu}/u.test(words[surname - 2]);
}

/** "Per" before "Olsen": a given name that is a common word too, with a capital inside a sentence. */
export function isGivenBefore(block: Block, surname: number): boolean {
  const given = surname - 1;
  return (
    given > 0 && isTitleCase(block, given) && COMMON_GIVEN.has(block.lower[given]) && /[\p{Ll}\p{N},]$/u.test(tokenText(block, given - 1))
  );
}

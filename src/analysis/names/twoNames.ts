import type { EntityType } from "../analysis.js";
import { type Block, tokenText } from "../text/sourceText.js";
import { endsFirm } from "./firms.js";
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT, PERSON_BITS } from "./personsWithin.js";
import { isPlaceOf, kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { PLACE_KINDS, WordLists } from "./wordLists.js";

const COUNTRY = 1 + PLACE_KINDS.indexOf("country");
const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));
/** What an organization is part of stands behind it with "of": "Board of the Halden Fund". */
const PARTS: ReadonlySet<string> = new Set(wordKinds.partsOfOrganizations.split(" "));
/** What an organization's name begins with in another language: "Instituto Norte". */
const ORGANIZATION_STARTS: ReadonlySet<string> = new Set(wordKinds.organizationStarts.split(" "));
const PLACE_ENDS: ReadonlySet<string> = new Set(wordKinds.placeEnds.split(" "));
/** What firms' names end with, and no field of a firm before "and": "Vesk Minerals and Anglo Tarvo". */
const FIRM_TAILS: ReadonlySet<string> = new Set(wordKinds.endsOfFirmsAlone.split(" "));
const MEMBERS: ReadonlySet<string> = new Set(wordKinds.members.split(" "));
const BROKERS: ReadonlySet<string> = new Set("capital markets securities equities advisors advisers".split(" "));
/** The band of the rarest words that the lists have for common ones. */
const RAREST = 3;
/** Common nouns that the lists have for a name as well. */
const NOBODY: ReadonlySet<string> = new Set(wordKinds.commonNounsAsNames.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(wordKinds.kinds.organizationHead.split(" "));

/** The type of what follows token i, where the name is two there; null where it is one. */
export function typeOfSecond(
  lists: WordLists,
  block: Block,
  { first, end, type }: Pick<TokenName, "first" | "end" | "type">,
  i: number,
): EntityType | null {
  const word = tokenText(block, i);
  if (word === ",")
    return (type === "person" || type === "place") && !/^(?:Jr|Sr|II|III|D\.?C)\.?$/.test(tokenText(block, i + 1)) ? type : null;
  if (word === ";") return type;
  if (word === "and" && type === "place") return areTwoPlaces(lists, block, first, i, end) ? type : null;
  if (word === "and" && type === "organization" && areUniversities(lists, block, first, i, end))
    return isPlaceOf(lists, block, i + 1, end) ? "place" : type;
  if (word === "and")
    return type === "person" ||
      (type === "organization" &&
        (closesList(block, first, end) || isSecondWithArticle(lists, block, first, i, end) || joinsTwo(lists, block, first, i, end)))
      ? type
      : null;
  if (word === "of" && type === "person" && parted(block, i + 1, end)) return null;
  if (
    word === "of" &&
    type === "person" &&
    (i === first + 1 || (i === first + 2 && block.lower[first] === "the")) &&
    tokenText(block, i + 1) === "the"
  )
    return "organization";
  if (word === "of" && type === "person" && i - first > 1) return isAcronymOf(lists, block, i, end) ? "organization" : "place";
  if (word === "of" && type === "organization" && endsFirm(tokenText(block, i - 1)) && isPlaceOf(lists, block, i + 1, end)) return "place";
  if (word === "of" && type === "organization" && isLeaders(lists, block, i, end)) return "person";
  if (word === "of" && type !== "person" && isTeamOf(lists, block, { first, end, type }, i)) return "place";
  if (word === "of") return isPartOf(lists, block, first, i, end, type) ? type : null;
  if (word === "in" && type === "event") return "place";
  if (word === "in" && type === "organization" && tokenText(block, i + 1) === "the" && isCourtOf(lists, block, first, i, end)) return type;
  if (word === "in")
    return type === "organization" &&
      !hasForOrOn(block, first, i) &&
      tokenText(block, i + 1) !== "the" &&
      !isField(lists, block, i + 1, end)
      ? "place"
      : null;
  if (!/^['’]s$/.test(word)) return null;
  if (type === "work") return isAuthors(lists, block, first, i, end) ? type : null;
  if (type === "place") return isOneWithPossessive(lists, block, first, i, end) ? null : type;
  if (type === "person") return type;
  if (type !== "organization" || kindsOf(lists, block, first, end) !== 0) return null;
  if (i === first + 1 && /^\p{Lu}{2,7}$/u.test(tokenText(block, first))) return type;
  if (end - i === 2 && isMembersPlace(lists, block, i + 1)) return "place";
  return isPlaceOf(lists, block, first, i) || ORGANIZATION_HEADS.has(block.lower[i - 1]) ? type : null;
}

/** "Tarvo in the Land Court of Halden": who sues there, and the court. */
function isCourtOf(lists: WordLists, block: Block, first: number, i: number, end: number): boolean {
  if (hasOf(block, first, i) || kindsOf(lists, block, first, end) !== 0) return false;
  for (let t = i + 2; t < end && isTitleCase(block, t); t++) if (/^(?:court|tribunal)$/.test(block.lower[t])) return true;
  return false;
}

/** "Tarvo's Lima spokesman": where who is said to be somebody works. */
function isMembersPlace(lists: WordLists, block: Block, token: number): boolean {
  return MEMBERS.has(block.lower[token + 1] ?? "") && isPlaceOf(lists, block, token, token + 1);
}

/** "Free Movement of Ann Weld": a party or the like, and whose it is. */
function isLeaders(lists: WordLists, block: Block, of: number, end: number): boolean {
  if (end - of !== 3 || !LED.test(block.lower[of - 1] ?? "") || !isTitleCase(block, of + 2)) return false;
  for (let i = of + 1; i < end; i++) if (isCommon(lists, block.lower[i]) || isPlaceOf(lists, block, i, i + 1)) return false;
  const isNamed = ((flagsOf(lists, block.words[of + 1]) | flagsOf(lists, block.words[of + 2])) & PERSON_BITS) !== 0;
  return isNamed && !ORGANIZATION_ENDS.has(block.lower[end - 1]) && !isPlaceOf(lists, block, of + 1, end);
}

const LED = /^(?:party|movement|front|bloc|coalition|alliance|government|cabinet|campaign|administration)$/;

/** "Gary Weld of DAB and Eunice Hale": whether another person stands behind "and", at which the name is parted first. */
function parted(block: Block, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (block.words[i] === "and") return isTitleCase(block, i + 1) && end - i > 2;
  return false;
}

/** "Ann Weld of the FTU": a party or the like by its capitals, which the lists have for no place. */
function isAcronymOf(lists: WordLists, block: Block, of: number, end: number): boolean {
  const first = block.words[of + 1] === "the" ? of + 2 : of + 1;
  return end - first === 1 && /^\p{Lu}{2,7}$/u.test(block.words[first]) && !isPlaceOf(lists, block, first, end);
}

/** "People's Republic of Halden", and "St Mary's Lake", where the lists have no place of the possessor's name. */
function isOneWithPossessive(lists: WordLists, block: Block, first: number, mark: number, end: number): boolean {
  const { lower } = block;
  if (lower[mark - 1] === "people" && /^(?:democratic|republic)$/.test(lower[mark + 1] ?? "")) return true;
  const isSaint = mark - first === 2 && /^(?:saint|st\.?)$/.test(lower[first]);
  if (!isSaint && isPlaceOf(lists, block, first, mark)) return false;
  return end - mark === 2 && PLACE_ENDS.has(lower[end - 1]) && isCapital(block, end - 1);
}

/**
 * "Orwell's Homage to Catalonia", "Ann Lee's The Long Road": a work behind whose it is. "Schindler's List" and "Rosemary's Baby Doll" are
 * titles, and so is what opens with an article.
 */
function isAuthors(lists: WordLists, block: Block, first: number, mark: number, end: number): boolean {
  if (end - mark < 3 || mark - first > 3 || !isCapital(block, mark + 1) || kindsOf(lists, block, first, end) !== 0) return false;
  for (let i = first; i < mark; i++) if (!isTitleCase(block, i) && !/^\p{Lu}\.$/u.test(block.words[i])) return false;
  if (/^(?:The|A|An|My|Our|Your)$/.test(block.words[first])) return false;
  const isGiven = (flagsOf(lists, block.words[first]) & GIVEN_BIT) !== 0;
  const word = block.lower[first];
  return mark - first > 1 ? isGiven : !isGiven && lists.commonness(foldedHash(word, 0, word.length)) === 0;
}

/** "Benetton of Italy": one word that is nothing but a name, and where it is from. */
function isTeamOf(lists: WordLists, block: Block, { first, end, type }: Pick<TokenName, "first" | "end" | "type">, of: number): boolean {
  if (type !== "organization" || of !== first + 1 || !isPlaceOf(lists, block, of + 1, end)) return false;
  const word = block.lower[first];
  return (
    lists.commonness(foldedHash(word, 0, word.length)) === 0 &&
    !ORGANIZATION_HEADS.has(word) &&
    !isTitleWord(word) &&
    kindsOf(lists, block, first, end) === 0
  );
}

/** "Paris and Berlin", "England and Wales", but not "Bosnia and Herzegovina", which is a country. */
function areTwoPlaces(lists: WordLists, block: Block, first: number, and: number, end: number): boolean {
  return (
    isPlaceOf(lists, block, first, and) &&
    isPlaceOf(lists, block, and + 1, end) &&
    WordLists.placeKind(kindsOf(lists, block, first, end)) !== COUNTRY
  );
}

/** "Conservative Party and Club for Growth", "Halden Motors Corp. and Vesk & Roe plc", but not "Department of Health and Human Services". */
function joinsTwo(lists: WordLists, block: Block, first: number, and: number, end: number): boolean {
  if (block.lower[and - 1] === "party" && isCapital(block, and + 1)) return kindsOf(lists, block, first, end) === 0;
  if (GROUPS.has(block.lower[and + 1]) && ORGANIZATION_HEADS.has(block.lower[end - 1]) && !hasOf(block, first, and)) return true;
  if (and - first > 1 && endsFirm(block.words[and - 1])) return true;
  if (and - first > 1 && end - and > 2 && FIRM_TAILS.has(block.lower[and - 1]) && !isCommon(lists, block.lower[and + 1]))
    return kindsOf(lists, block, first, end) === 0;
  if (areTwoBrokers(lists, block, first, and, end)) return true;
  if (areListed(lists, block, first, and, end) || isListedBefore(lists, block, first, and, end)) return true;
  if (and - first < 2 || end - and < 3 || !ORGANIZATION_ENDS.has(block.lower[and - 1])) return false;
  for (let i = and + 1; i < end; i++) if (ORGANIZATION_HEADS.has(block.lower[i])) return kindsOf(lists, block, first, end) === 0;
  return false;
}

/** "University of Leeds and Makerere": of one place, and another; but "University of Trinidad and Tobago", "University of Arts and Design". */
function areUniversities(lists: WordLists, block: Block, first: number, and: number, end: number): boolean {
  const { lower } = block;
  if (and !== first + 3 || end !== and + 2 || lower[first] !== "university" || lower[first + 1] !== "of") return false;
  if (!isPlaceOf(lists, block, and - 1, and) || isPlaceOf(lists, block, and - 1, end)) return false;
  return isTitleCase(block, and + 1) && !isCommon(lists, lower[and + 1]);
}

/** "Halden Capital and Credit Vesk Securities", "VMO Capital Markets and Halden Roe", but not "Halden Capital and Finance". */
function areTwoBrokers(lists: WordLists, block: Block, first: number, and: number, end: number): boolean {
  if (and - first < 2 || end - and < 3 || !BROKERS.has(block.lower[and - 1]) || hasOf(block, first, end)) return false;
  const isFirm = BROKERS.has(block.lower[end - 1]) || kindsOf(lists, block, and + 1, end) !== 0;
  return (
    (isFirm || !isCommon(lists, block.lower[and + 1])) && !isCommon(lists, block.lower[first]) && kindsOf(lists, block, first, end) === 0
  );
}

/** "Oxfam and Save the Children": two that the lists know, which do not know them as one. */
function areListed(lists: WordLists, block: Block, first: number, and: number, end: number): boolean {
  return kindsOf(lists, block, first, and) !== 0 && kindsOf(lists, block, and + 1, end) !== 0 && kindsOf(lists, block, first, end) === 0;
}

/** "Médecins Sans Frontières and Emergency Aid": the first, of several words, is an organization of the lists. */
function isListedBefore(lists: WordLists, block: Block, first: number, and: number, end: number): boolean {
  if (and - first < 2 || hasOf(block, first, and)) return false;
  return WordLists.otherKind(kindsOf(lists, block, first, and)) > 0 && kindsOf(lists, block, first, end) === 0;
}

function hasOf({ lower }: Block, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (lower[i] === "of" || lower[i] === "for") return true;
  return false;
}

/** "Executive Committee of the Halden Trade Council": whether what stands before "of" is a part of what stands behind. */
function isPartOf(lists: WordLists, block: Block, first: number, of: number, end: number, type: EntityType): boolean {
  if (type !== "organization" || !PARTS.has(block.lower[of - 1])) return false;
  const whole = tokenText(block, of + 1) === "the" ? of + 2 : of + 1;
  if (end - whole < 2 || !ORGANIZATION_ENDS.has(block.lower[end - 1])) return false;
  return kindsOf(lists, block, first, end) === 0;
}

/** "Bayern Munich, Arsenal and Porto": two that end a list, a word each, which were taken for one. */
function closesList(block: Block, first: number, end: number): boolean {
  return end - first === 3 && first > 1 && tokenText(block, first - 1) === "," && isCapital(block, first - 2);
}

/** "Council on Sea Trade and the Halden Commission": an article begins another name, but not in "Ministry of Health and the Environment". */
function isSecondWithArticle(lists: WordLists, block: Block, first: number, and: number, end: number): boolean {
  const second = and + 2;
  if (second >= end || tokenText(block, and + 1) !== "the" || !isCapital(block, second) || kindsOf(lists, block, first, end) !== 0)
    return false;
  if (ORGANIZATION_STARTS.has(block.lower[second])) return true;
  if (end - second === 1) return /^\p{Lu}{2,7}$/u.test(tokenText(block, second));
  if (ORGANIZATION_ENDS.has(block.lower[and - 1]) && isCapital(block, second + 1)) return true;
  for (let i = second + 1; i < end; i++) if (ORGANIZATION_HEADS.has(block.lower[i])) return true;
  return false;
}

/** "Board" of "Board of the Halden Fund", "Man" of "Man of the Match": a part that is no name without what it is part of. */
export function isPartAlone(lists: WordLists, block: Block, first: number, end: number): boolean {
  const head = block.lower[first] === "the" ? first + 1 : first;
  const word = block.lower[head];
  if (end - head > 1) return false;
  if (PARTS.has(word)) return true;
  const isOfThe = block.lower[end] === "of" && block.lower[end + 1] === "the";
  const isName = !NOBODY.has(word) && (flagsOf(lists, block.words[head]) & PERSON_BITS) !== 0;
  return isOfThe && !isName && isCommon(lists, word) && lists.commonness(foldedHash(word, 0, word.length)) < RAREST;
}

/** "Match" behind "of the": one common word that the lists have for nothing. */
export function isCommonPart(lists: WordLists, block: Block, first: number, end: number): boolean {
  return end - first === 1 && isCommon(lists, block.lower[first]) && kindsOf(lists, block, first, end) === 0;
}

function isCommon(lists: WordLists, word: string): boolean {
  return lists.commonness(foldedHash(word, 0, word.length)) > 0;
}

/** "Public Health" of "Frontiers in Public Health": common words alone. */
function isField(lists: WordLists, block: Block, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (!isCommon(lists, block.lower[i])) return false;
  return !isPlaceOf(lists, block, first, end);
}

function hasForOrOn(block: Block, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (/^(?:for|on)$/.test(tokenText(block, i))) return true;
  return false;
}

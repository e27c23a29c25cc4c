import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT, PERSON_BITS } from "./personsWithin.js";
import { isPlaceOf, kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import { PLACE_KINDS, WordLists } from "./wordLists.js";

const PERSONS: ReadonlySet<string> = new Set(`${definitions.person} ${definitions.officers}`.split(" "));
/** What neither persons are called by last nor anything else but an organization or a place. */
const NO_SURNAMES: ReadonlySet<string> = new Set([
  ...wordKinds.organizationEnds.split(" "),
  ...wordKinds.kinds.organizationHead.split(" "),
  ...wordKinds.kinds.placeHead.split(" "),
  ...wordKinds.noPlaceEnds.split(" "),
  ...wordKinds.kinds.group.split(" "),
]);
/** What stands between the noun for a person and where or whose somebody is that: "director of", "ambassador to". */
const OF = /^(?:of|for|at|to|in)$/i;
const LOCATIVE = /^(?:in|at|of|from|to|near|and)$/;
const SAYS: ReadonlySet<string> = new Set(definitions.doneByPersons.split(" "));
const MEN: ReadonlySet<string> = new Set(definitions.menNamed.split(" "));
const PARTICLES: ReadonlySet<string> = new Set(`${wordKinds.particlesBeforeSurname} wa ya ole arap`.split(" "));
const QUOTES = /^["“‘'«]$/;
const DETERMINER = /^(?:the|a|an|his|her|their|its|our|my|['’]s)$/;

/** Between a name and the noun that says who it is, and around that noun, stand at most so many words. */
const MOST_WORDS = 4;
/** And before a name so many, with where or whose it is: "the head of the guard in Vesk, …,". */
const MOST_WORDS_BEFORE = 8;
const LONGEST_NAME = 4;
const OTHER_PLACE = 1 + PLACE_KINDS.indexOf("otherPlace");

/**
 * Takes for persons what the words beside say to be persons, where the labels have a place or an organization of two words or more:
 * "Nomsa Dlamu, who", "Nomsa Dlamu, Africa director at", "the chair of the league, Nomsa Dlamu,".
 */
export function withDescribedPersons(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let described: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    if (!isDescribed(block, names[n], names[n - 1], lists)) continue;
    described ??= [...names];
    described[n] = { ...names[n], type: "person" };
  }
  return described ?? names;
}

/** @param before the name before it, if any. */
function isDescribed(block: Block, { first, end, type }: TokenName, before: TokenName | undefined, lists: WordLists): boolean {
  if ((type === "place" || type === "organization") && before?.type === "person" && isAlias(block, first, before))
    return !isPlaceOf(lists, block, first, end);
  if (type === "place" && first > 1 && (isCalled(block, first) || isOneOfThem(block, first, end)))
    return !isPlaceOf(lists, block, first, end);
  if ((type === "place" || type === "organization") && end - first === 1)
    return (isSurnameWithClause(block, first, type, lists) && !isHome(block, first, before)) || isSaying(block, first, type, lists);
  if (type === "work" && end - first === 3 && block.words[first + 1] === "wa") return mayBePerson(block, first, end, true, lists);
  if (
    type === "organization" &&
    end - first === 2 &&
    (isDoubleGiven(block.words[first], lists) || isLiving(block, first, end, lists) || isSomebody(block, first, lists))
  )
    return mayBePerson(block, first, end, true, lists);
  // "Gitu wa Hale, the secretary of the league,": whom small words make look like a title.
  if (type === "work" && end - first > 1 && end - first <= LONGEST_NAME)
    return (isRelative(block, end) || isDescribedBehind(block, end)) && mayBePerson(block, first, end, true, lists);
  if ((type !== "place" && type !== "organization") || end - first < 2 || end - first > LONGEST_NAME) return false;
  if (isAged(block, end)) return mayBePerson(block, first, end, true, lists);
  if (isAppointed(block, first, end)) return mayBePerson(block, first, end, true, lists);
  // Behind "the mayor of Varnholm" the mayor is so described.
  if (first > 0 && OF.test(block.words[first - 1]) && !(first > 1 && block.lower[first - 2] === "according")) return false;
  const introduced = isIntroduced(block, first, end);
  if (!(isRelative(block, end) || isApposed(block, end) || introduced)) return false;
  // Behind a name it is no apposition to that: "the head of the guard in Vesk, Halo Dlamu,".
  return mayBePerson(block, first, end, type === "place" || (introduced && isCapital(block, first - 2)), lists);
}

/** Whether nothing in a name says that it is no person. @param isSure whether it need not have a word that the lists know persons by. */
function mayBePerson(block: Block, first: number, end: number, isSure: boolean, lists: WordLists): boolean {
  let isKnown = isSure;
  for (let i = first; i < end; i++) {
    if (!/^\p{Lu}[\p{L}'’-]*\p{Ll}$|^\p{Lu}\.$/u.test(block.words[i]) && !(i > first && i + 1 < end && PARTICLES.has(block.words[i])))
      return false;
    isKnown ||= (flagsOf(lists, block.words[i]) & PERSON_BITS) !== 0;
  }
  if (isPlaceOf(lists, block, first, end - 1) && (flagsOf(lists, block.words[first]) & PERSON_BITS) === 0) return false;
  return (
    isKnown && !NO_SURNAMES.has(block.lower[end - 1]) && kindsOf(lists, block, first, end) === 0 && !isPlaceOf(lists, block, end - 1, end)
  );
}

/** "Jean-Claude", "Anne-Marie". */
function isDoubleGiven(word: string, lists: WordLists): boolean {
  const hyphen = word.indexOf("-");
  if (hyphen < 2 || hyphen !== word.lastIndexOf("-")) return false;
  return [word.slice(0, hyphen), word.slice(hyphen + 1)].every((part) => (flagsOf(lists, part) & GIVEN_BIT) !== 0);
}

/** "Kingsley Vesk died": a given name and a surname before what persons do and no firm does. */
function isLiving({ words, lower }: Block, first: number, end: number, lists: WordLists): boolean {
  const isDoing = LIVING.test(lower[end] ?? "") || (lower[end] === "won" && lower[end + 1] === "with");
  return isDoing && (flagsOf(lists, words[first]) & GIVEN_BIT) !== 0 && (flagsOf(lists, words[first + 1]) & GIVEN_BIT) === 0;
}

/** "the broadcaster Alun Vesk": a given name and a surname behind what both persons and firms are. */
function isSomebody({ words }: Block, first: number, lists: WordLists): boolean {
  if (!EITHER.test(words[first - 1] ?? "")) return false;
  const [given, surname] = [flagsOf(lists, words[first]), flagsOf(lists, words[first + 1])];
  return (given & GIVEN_BIT) !== 0 ? (surname & GIVEN_BIT) === 0 : given === 0 && (surname & ~GIVEN_BIT & PERSON_BITS) !== 0;
}

const EITHER = /^(?:broadcaster|publisher|producer|developer|designer|contractor|brewer|distiller|trader|retailer|supplier|winner)$/i;

const LIVING = /^(?:died|married|wept|smiled|laughed|nodded|wrote|starred|sang|grinned|shrugged|sighed|recalled)$/;

/** "a man known only as …", "the commander, nicknamed …". */
function isCalled({ lower }: Block, first: number): boolean {
  let at = first - 1;
  if (QUOTES.test(lower[at] ?? "")) at--;
  if (lower[at] === "as") at--;
  if (lower[at] === "only" || lower[at] === "simply") at--;
  if (!/^(?:known|called|named|nicknamed|dubbed|identified)$/.test(lower[at] ?? "")) return false;
  const noun = lower[at - 1] === "," ? at - 2 : at - 1;
  return PERSONS.has(lower[noun]) || MEN.has(lower[noun] ?? "");
}

/** "Karim Hale, known as Tino". */
function isAlias({ lower }: Block, first: number, { end }: TokenName): boolean {
  let at = first - 1;
  if (QUOTES.test(lower[at] ?? "")) at--;
  if (lower[at] !== "as" || lower[at - 1] !== "known") return false;
  at -= 2;
  if (/^(?:also|better|widely|popularly|commonly|locally)$/.test(lower[at])) at--;
  return lower[at] === "," && end === at;
}

/** "one of them, Nomsa,". */
function isOneOfThem({ words, lower }: Block, first: number, end: number): boolean {
  const isApart = words[first - 1] === "," && /^[,.]$/.test(words[end] ?? ".");
  return isApart && /^(?:them|us|whom)$/.test(lower[first - 2] ?? "") && lower[first - 3] === "of" && lower[first - 4] === "one";
}

/** "named Nomsa Dlamu chief executive". */
function isAppointed({ words, lower }: Block, first: number, end: number): boolean {
  if (!/^(?:named|appointed|elected|nominated|made|promoted|installed)$/.test(words[first - 1] ?? "")) return false;
  const role = lower[end] === "as" ? end + 1 : end;
  return [role, role + 1].some((i) => PERSONS.has(lower[i] ?? "") || lower[i] === "executive");
}

/** ", 54,". */
function isAged({ words }: Block, end: number): boolean {
  return words[end] === "," && /^\d\d$/.test(words[end + 1] ?? "") && /^[,.]$/.test(words[end + 2] ?? "");
}

/** "Waddington, who": a word that is no place of the lists, or a surname that is no country, no large town and no team, which play as well. */
function isSurnameWithClause(block: Block, first: number, type: EntityType, lists: WordLists): boolean {
  if (!isRelative(block, first + 1) || !isTitleCase(block, first)) return false;
  const kinds = kindsOf(lists, block, first, first + 1);
  if (WordLists.otherKind(kinds) > 0) return false;
  const place = WordLists.placeKind(kinds);
  if ((flagsOf(lists, block.words[first]) & PERSON_BITS) !== 0) return place === 0 || place === OTHER_PLACE;
  return type === "place" && place === 0 && lists.commonness(foldedHash(block.lower[first], 0, block.lower[first].length)) === 0;
}

/** "Loftus has said": a word that is no place of the lists, nor a common one, and says something. */
function isSaying(block: Block, first: number, type: EntityType, lists: WordLists): boolean {
  if (type !== "place" || !isTitleCase(block, first) || LOCATIVE.test(block.lower[first - 1] ?? "")) return false;
  const { lower } = block;
  const verb = /^(?:has|had)$/.test(lower[first + 1] ?? "") ? first + 2 : first + 1;
  if (!SAYS.has(lower[verb] ?? "") || (first > 0 && isCapital(block, first - 1))) return false;
  return kindsOf(lists, block, first, first + 1) === 0 && lists.commonness(foldedHash(lower[first], 0, lower[first].length)) === 0;
}

/** "Ann Weld of Halden, who". */
function isHome({ words }: Block, first: number, before: TokenName | undefined): boolean {
  return words[first - 1] === "of" && before?.type === "person" && before.end === first - 1;
}

/** ", who". */
function isRelative({ words }: Block, end: number): boolean {
  return words[end] === "," && words[end + 1] === "who";
}

/** ", prime minister of", ", China's ambassador to": an apposition without an article. */
function isApposed({ words, lower, tokens }: Block, end: number): boolean {
  if (words[end] !== ",") return false;
  const limit = Math.min(tokens.count - 1, end + 2 + MOST_WORDS);
  for (let i = end + 1; i < limit && /^\p{L}|^['’]s$/u.test(words[i]); i++) {
    if (DETERMINER.test(words[i]) && i === end + 1) return false;
    if (PERSONS.has(lower[i])) return OF.test(words[i + 1]);
  }
  return false;
}

/** ", the secretary-general of": an apposition with an article, by the noun of which a person is called. */
function isDescribedBehind({ words, lower }: Block, end: number): boolean {
  if (words[end] !== "," || !/^(?:the|an?)$/.test(words[end + 1] ?? "")) return false;
  for (let i = end + 2; i < end + 2 + MOST_WORDS && /^\p{L}/u.test(words[i] ?? ""); i++) if (PERSONS.has(lower[i])) return true;
  return false;
}

/** "Commissioner for Refugees": whether nothing but what an office is for stands between its noun and a comma. */
function isOffice({ words }: Block, noun: number, comma: number): boolean {
  return /^(?:of|for|to)$/.test(words[noun + 1]) && comma - noun <= MOST_WORDS + 2;
}

/** "the referee, … of Halden": who somebody is stands right before the comma. */
function isOfPlace(block: Block, first: number, end: number): boolean {
  return block.words[end] === "of" && isCapital(block, end + 1) && PERSONS.has(block.lower[first - 2]) && !isCapital(block, first - 2);
}

/** "the provincial chair, …,", "the chair of the league, …,". */
function isIntroduced(block: Block, first: number, end: number): boolean {
  const { words, lower } = block;
  if (first < 3 || words[first - 1] !== "," || !(/^[,.]$/.test(words[end] ?? ".") || isOfPlace(block, first, end))) return false;
  let noun = first - 2;
  for (let i = noun; i > 0 && i > first - 3 - MOST_WORDS_BEFORE && /^[\p{L}'’]/u.test(words[i]); i--)
    if (PERSONS.has(lower[i]) && (i === first - 2 || OF.test(words[i + 1]))) noun = i;
  // "The High Commissioner for Refugees, Ann Weld,", but not "Prime Minister Ann Weld, Oslo,".
  if (!PERSONS.has(lower[noun]) || (isCapital(block, noun) && noun !== first - 2 && !isOffice(block, noun, first - 1))) return false;
  if (isCapital(block, noun) && noun === first - 2 && !DETERMINER.test(lower[noun - 1]) && !DETERMINER.test(lower[noun - 2])) return false;
  for (let i = noun - 1; i >= 0 && i >= noun - MOST_WORDS; i--) {
    if (DETERMINER.test(lower[i])) return true;
    if (!/^\p{L}/u.test(words[i])) return false;
  }
  return false;
}

import { type Block, tokenText } from "../text/sourceText.js";
import { isBankOf, startBehindWhence, startOfPeople } from "./bodiesOfPlaces.js";
import definitions from "./definitions.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT, PERSON_BITS } from "./personsWithin.js";
import { kindsOf } from "./phraseKinds.js";
import type { TokenName } from "./spans.js";
import { isAuthority } from "./typeByWords.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));
const ORGANIZATION_HEADS: ReadonlySet<string> = new Set(wordKinds.kinds.organizationHead.split(" "));
const TITLES: ReadonlySet<string> = new Set(`${wordKinds.kinds.title} ${wordKinds.kinds.lateTitle}`.split(" "));
/** What an authority's name begins with, its fields behind "of": "Ministry of Labour and Employment". */
const AUTHORITIES: ReadonlySet<string> = new Set(wordKinds.authorities.split(" "));
/** What is named after the place where it was held: "Lahore Declaration", "Tokyo Olympics". */
const EVENT_ENDS: ReadonlySet<string> = new Set(wordKinds.eventEnds.split(" "));
/** What no firm's name has but as its last word: "Tianqi Lithium". */
const FIRM_WORDS: ReadonlySet<string> = new Set(wordKinds.firmWords.split(" "));

/** What ends no place's name and what a place has: "Government", "Council". */
const PLACES_AUTHORITIES: ReadonlySet<string> = new Set(wordKinds.noPlaceEnds.split(" "));
const GROUPS: ReadonlySet<string> = new Set(wordKinds.kinds.group.split(" "));
/** "Democrats", "Socialists": what people call themselves by a common word. */
const UNCERTAIN_GROUPS: ReadonlySet<string> = new Set(wordKinds.uncertainGroups.split(" "));
const PARTICLES: ReadonlySet<string> = new Set(wordKinds.smallParticles.split(" "));
const BURMESE: ReadonlySet<string> = new Set(wordKinds.burmese.split(" "));
const COMPASS: ReadonlySet<string> = new Set(wordKinds.kinds.compass.split(" "));
/** What is a part of the name of a place behind "of". */
const REALMS: ReadonlySet<string> = new Set(wordKinds.realms.split(" "));
const REIGNING = /^(?:King|Queen|Emperor|Empress|Pope|Tsar|Sultan|Shah)$/;
/** Who somebody is: "activist". */
const PERSONS: ReadonlySet<string> = new Set(definitions.person.split(" "));
const SPORTS: ReadonlySet<string> = new Set(wordKinds.sports.split(" "));
/** What stands before a country in the name of a body of its own: "Transport Scotland". */
const BODIES_BEFORE: ReadonlySet<string> = new Set(wordKinds.bodiesBeforePlaces.split(" "));
const DAYS: ReadonlySet<string> = new Set(`${wordKinds.kinds.weekday} ${wordKinds.kinds.month}`.split(" "));
/** What a place has its own of, under the place's name. */
const BODIES: ReadonlySet<string> = new Set(wordKinds.bodiesOfPlaces.split(" "));
const HEADS: ReadonlySet<string> = new Set([...ORGANIZATION_ENDS, "force", "list"]);

/** A field of an authority, and what stands between a place and the event named after it, are at most so many words. */
const MOST_WORDS = 3;

/**
 * Gives names the words that belong to them and are common words by themselves, which the labels left out:
 * "Maritime and" before "Coastguard Agency", "Education and Welfare" behind "Department of Health", "Declaration" behind "Lahore".
 */
export function withWholeNames(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let whole: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    const name = names[n];
    if (n > 0 && isMembersBefore(block, names[n - 1], name, lists)) {
      whole ??= names.slice(0, n);
      whole.pop();
      whole.push({ ...name, first: names[n - 1].first });
      continue;
    }
    const field = n > 0 && isFieldBefore(block, names[n - 1], name) ? names[n - 1] : null;
    const from = field ? field.first : n > 0 ? names[n - 1].end : 0;
    // "Department for Levelling Up, Housing and Communities": the labels may have the fields for names.
    let next = n + 1;
    if (name.type === "organization" && isAuthority(block, name.first, name.end))
      while (next < names.length && isFieldAlone(block, names[next], lists)) next++;
    const to = next < names.length ? names[next].first : block.tokens.count;
    const first = startBehindWhence(block, name, names[n - 1], lists);
    if (first < name.first) {
      whole ??= names.slice(0, n);
      whole.pop();
      whole.push({ ...name, first });
      continue;
    }
    const made = wholeName(block, name, from, to, lists);
    if (made !== name) whole ??= names.slice(0, n);
    if (field && made.first <= field.first) whole?.pop();
    whole?.push(made);
    while (n + 1 < names.length && names[n + 1].first < made.end) n++;
  }
  return whole ?? names;
}

/** "Meteorology" before ", Climatology and Tarvoq Agency", which the labels may have for a name of its own. */
function isFieldBefore({ lower }: Block, { first, end }: TokenName, next: TokenName): boolean {
  return end - first === 1 && next.type === "organization" && next.first === end + 1 && lower[end] === "," && isScience(lower[first]);
}

/** "the Kenya Tarvoq Practitioners" before ", Pharmacists and Dentists Union": the first of whose union it is. */
function isMembersBefore(block: Block, before: TokenName, { first, end, type }: TokenName, lists: WordLists): boolean {
  const { lower } = block;
  if (before.type !== "organization" || type !== "organization" || first !== before.end + 1 || lower[before.end] !== ",") return false;
  if (lower[before.first - 1] !== "the" || !/^(?:and|&)$/.test(lower[first + 1] ?? "") || !ORGANIZATION_ENDS.has(lower[end - 1]))
    return false;
  if (!lower[before.end - 1].endsWith("s") || ORGANIZATION_HEADS.has(lower[before.end - 1])) return false;
  return isField(block, first, lists) || /(?:ists|ers|ors|ians|ees|ants)$/.test(lower[first]);
}

function isScience(word: string): boolean {
  return /(?:ology|ics|phy|tion|ture|ment)$/.test(word);
}

/** "Housing", "Housing and Communities". */
function isFieldAlone(block: Block, { first, end, type }: TokenName, lists: WordLists): boolean {
  if (type !== "organization") return false;
  for (let i = first; i < end; i++) if (!isField(block, i, lists) && !(i > first && /^(?:and|&|,)$/.test(block.lower[i]))) return false;
  return true;
}

/** @param from the first token that the name may begin at; @param to where the next name begins. */
function wholeName(block: Block, name: TokenName, from: number, to: number, lists: WordLists): TokenName {
  const { first, end, type } = name;
  if (type === "person" && isNamedAfter(block, first, end, to)) return { ...name, end: end + 1, type: "organization" };
  if ((type === "person" || type === "place") && isFirm(block, first, end, to)) return { ...name, end: end + 1, type: "organization" };
  if (type === "person" || type === "place") {
    const called = endOfCalled(block, first, end, to);
    if (called > end) return { ...name, end: called, type: "work" };
  }
  if (type === "person") {
    if (isNumbered(block, first, end, to)) return { ...name, end: end + 1 };
    const start = startOfParticles(block, first, from);
    const stop = isSaid(block, end, to) || isMay(block, first, end, to, lists) ? end + 1 : endOfBurmese(block, first, end, to);
    return stop > end || start < first ? { ...name, first: start, end: stop } : name;
  }
  if (type === "place") {
    if (first - 2 >= from && isBankOf(block, first)) return { ...name, first: first - 2, type: "organization" };
    const realm = startOfRealm(block, first);
    if (realm < first && realm >= from) return { ...name, first: realm };
    const stop = endOfEvent(block, end, to);
    if (stop > end) return { ...name, end: stop, type: "event" };
    if (isOpen(block, first, end, to)) return { ...name, end: end + 1, type: "event" };
    if (first > 0 && first - 1 >= from && isBodyFor(block, first, end)) return { ...name, first: first - 1, type: "organization" };
    if (first > 0 && block.words[first - 1] === "Team") return { ...name, first: first - 1, type: "organization" };
    const authority = Math.max(endOfAuthority(block, end, to), endOfBody(block, end, lists));
    return authority > end ? { ...name, end: authority, type: "organization" } : name;
  }
  if (type === "group") {
    if (isSurnamedAsPeople(block, first, end, from, lists)) return { ...name, first: first - 1, type: "person" };
    const stop = endOfEvent(block, end, to);
    const start = Math.max(startOfPeople(block, name), from);
    if (stop > end) return { ...name, first: Math.min(start, first), end: stop, type: "event" };
    return start < first ? { ...name, first: start } : name;
  }
  if (type !== "organization") return name;
  if (isFirm(block, first, end, to)) return { ...name, end: end + 1 };
  if (first > from && block.words[first] === "Lady" && block.words[first - 1] === "Our") return { ...name, first: first - 1 };
  if (first > from && block.words[first - 1] === "Royal" && isTitleCase(block, first)) return { ...name, first: first - 1 };
  const last = Math.max(endOfFields(block, name, to, lists), endOfFirm(block, end, to));
  const part = startOfWhole(block, startBeforeAnd(block, first, end, from, lists), end, from, lists);
  const start = startBeforeComma(block, part, end, from, lists);
  return last > end || start < first ? { ...name, first: start, end: last } : name;
}

/** Behind what is called after somebody and is a work: "the Mattei Plan", "the Monroe Doctrine"; `end` where nothing is. */
function endOfCalled(block: Block, first: number, end: number, to: number): number {
  const isDoctrine = block.words[end - 1] === "Doctrine" && end - first > 1;
  if (isDoctrine || end >= to || first === 0 || !/^(?:the|['’]s|of|under|a)$/i.test(block.words[first - 1])) return end;
  return /^(?:Plan|Doctrine|Memorandum|Report)$/.test(block.words[end]) && !isCapital(block, end + 1) ? end + 1 : end;
}

/** "the Yulia Vesk Bloc": what is called after a person. */
function isNamedAfter(block: Block, first: number, end: number, to: number): boolean {
  if (end >= to || !/^(?:the|a)$/i.test(block.words[first - 1] ?? "") || isCapital(block, end + 1)) return false;
  return /^(?:Bloc|Foundation|Institute|Trust|Fund|Centre|Center|Library|Hospital|Clinic|Brigade|Battalion|Regiment)$/.test(
    block.words[end],
  );
}

/** "Tarvo" before "Lithium". */
function isFirm(block: Block, first: number, end: number, to: number): boolean {
  return end < to && FIRM_WORDS.has(block.lower[end]) && isTitleCase(block, end) && !isCapital(block, end + 1) && isTitleCase(block, first);
}

/** "Benjamin Weld II", "King Norton I of Halden". */
function isNumbered({ words }: Block, first: number, end: number, to: number): boolean {
  if (end >= to) return false;
  if (/^(?:II|III|IV|VI{0,3}|IX|X[IV]{1,3})$/.test(words[end])) return true;
  if (words[end] !== "I" || end - first > 1) return false;
  return /^(?:of|['’]s)$/.test(words[end + 1] ?? "") || (/^[,.;:)]$/.test(words[end + 1] ?? "") && REIGNING.test(words[first - 1] ?? ""));
}

/** "Tarek Said told": a surname that is also a verb, in a sentence that goes on with a small letter. */
function isSaid(block: Block, token: number, to: number): boolean {
  return token + 1 < to && tokenText(block, token) === "Said" && /^\p{Ll}/u.test(tokenText(block, token + 1));
}

/** "Theresa May told": a surname that is also a month, of which no day follows. */
function isMay({ words }: Block, first: number, end: number, to: number, lists: WordLists): boolean {
  if (end >= to || end - first > 1 || words[end] !== "May" || !/^(?:\p{Ll}{2,}|[,.;:)’'”"]|['’]s)$/u.test(words[end + 1] ?? "."))
    return false;
  return (flagsOf(lists, words[first]) & GIVEN_BIT) !== 0;
}

/** Behind the words that Burmese names end with, which are common ones or days: "Khin Maung Win", "Ye Aung Thu". */
function endOfBurmese({ lower }: Block, first: number, end: number, to: number): number {
  let stop = end;
  for (let i = first; i < end; i++) if (!BURMESE.has(lower[i])) return end;
  while (stop < to && stop - first < 4 && BURMESE.has(lower[stop]) && end - first > 1) stop++;
  return stop;
}

/** "von" and "van den" before a surname: where the small words that belong to it begin. "The van" is none. */
function startOfParticles({ words }: Block, first: number, from: number): number {
  let start = first;
  while (start > from && first - start < 2 && PARTICLES.has(words[start - 1])) start--;
  return start < first && words[start] === "van" && /^(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir|that|this)$/.test(words[start - 1] ?? "")
    ? first
    : start;
}

/** Behind the capitalised words that make an event of the place before them; `end` where they do not. */
function endOfEvent(block: Block, end: number, to: number): number {
  let stop = end;
  while (stop < to && stop - end < MOST_WORDS && isTitleCase(block, stop)) stop++;
  return stop > end && EVENT_ENDS.has(block.lower[stop - 1]) && !isCapital(block, stop) ? stop : end;
}

/** "Principality of" before "Guria": where a realm's name begins. */
function startOfRealm(block: Block, first: number): number {
  const isRealm = first > 1 && block.words[first - 1] === "of" && isTitleCase(block, first - 2) && REALMS.has(block.lower[first - 2]);
  if (!isRealm) return first;
  return /^(?:Crown|Grand)$/.test(block.words[first - 3] ?? "") ? first - 3 : first - 2;
}

/** "the Singapore Open": a tournament. */
function isOpen({ words }: Block, first: number, end: number, to: number): boolean {
  if (end >= to || !/^(?:Open|Masters)$/.test(words[end]) || !/^(?:the|this|last|\d{4}|['’]s)$/i.test(words[first - 1] ?? "")) return false;
  return !/^\p{Lu}/u.test(words[end + 1] ?? "");
}

/** "activist Mahrang Baloch": behind what somebody is, a word that is no common one, and a people's name for a surname. */
function isSurnamedAsPeople(block: Block, first: number, end: number, from: number, lists: WordLists): boolean {
  if (end - first !== 1 || first - 2 < from || block.lower[first].endsWith("s") || !PERSONS.has(block.words[first - 2])) return false;
  return (
    isTitleCase(block, first - 1) &&
    !isCommonWord(block, first - 1, lists) &&
    !COMPASS.has(block.lower[first - 1]) &&
    !isCapital(block, end)
  );
}

/** "Cricket Australia", "Transport Scotland": a country's body for a sport or a task. "Visit Scotland in May" tells somebody what to do. */
function isBodyFor(block: Block, first: number, end: number): boolean {
  const { words, lower } = block;
  if (end - first !== 1 || isCapital(block, end)) return false;
  if (SPORTS.has(words[first - 1])) return first < 2 || !isCapital(block, first - 2);
  if (!BODIES_BEFORE.has(lower[first - 1]) || !isTitleCase(block, first - 1)) return false;
  if (first > 1 && !opensSentence(block, first - 1)) return !isCapital(block, first - 2);
  return /^\p{Ll}+(?:ed|s|d)$/u.test(words[end] ?? "") && !/^(?:this|as)$/.test(words[end]);
}

/** Behind the capitalised words that make an authority of the place before them: "State Government" behind "Lagos"; `end` where they do not. */
function endOfAuthority(block: Block, end: number, to: number): number {
  let stop = end;
  while (stop < to && stop - end < MOST_WORDS && isTitleCase(block, stop)) stop++;
  if (stop === end || isCapital(block, stop)) return end;
  const head = block.lower[stop - 1];
  if (PLACES_AUTHORITIES.has(head)) return stop;
  return stop - end > 1 && (ORGANIZATION_ENDS.has(head) || AUTHORITIES.has(head)) ? stop : end;
}

/** Behind a body of the place before it and what it is for: "Institute of Certified Public Accountants" behind "Hong Kong"; `end` where none follows. */
function endOfBody(block: Block, end: number, lists: WordLists): number {
  if (!isTitleCase(block, end) || !BODIES.has(block.lower[end]) || !/^(?:of|for)$/.test(block.lower[end + 1] ?? "")) return end;
  let stop = end + 2;
  while (stop < block.tokens.count && stop - end <= MOST_WORDS + 2 && isPurpose(block, stop, lists)) stop++;
  return stop > end + 2 && !isCapital(block, stop) ? stop : end;
}

/** Behind the further fields of an authority: "Department of Health, Education and Welfare". */
function endOfFields(block: Block, { first, end }: TokenName, to: number, lists: WordLists): number {
  const named = endOfPurpose(block, end, to, lists);
  if (!isAuthority(block, first, named)) return endOfMembers(block, first, named, to, lists);
  let stop = named;
  while (stop + 1 < to && block.lower[stop] === "," && isField(block, stop + 1, lists)) stop += 2;
  if (stop + 1 >= to || !/^(?:and|&)$/.test(block.lower[stop])) return named;
  let last = stop + 1;
  while (last < to && last - stop <= MOST_WORDS && isField(block, last, lists)) last++;
  return last > stop + 1 && !isCapital(block, last) ? last : named;
}

/** "and Democrats" behind "Party of Socialists": whose an organization is besides. */
function endOfMembers(block: Block, first: number, end: number, to: number, lists: WordLists): number {
  const { lower } = block;
  if (end + 1 >= to || lower[end] !== "and" || end - first < 3 || lower[end - 2] !== "of" || !ORGANIZATION_ENDS.has(lower[end - 3]))
    return end;
  const areMembers = isMembers(block, end - 1, lists) && isMembers(block, end + 1, lists);
  return areMembers && !isCapital(block, end + 2) ? end + 2 : end;
}

function isMembers(block: Block, token: number, lists: WordLists): boolean {
  const word = block.lower[token];
  if (!word.endsWith("s") || !isTitleCase(block, token)) return false;
  return GROUPS.has(word) || UNCERTAIN_GROUPS.has(word) || isCommonWord(block, token, lists);
}

/** Behind what an organization is for: "of Trade Unions" behind "Norwegian Confederation". */
function endOfPurpose(block: Block, end: number, to: number, lists: WordLists): number {
  const head = block.lower[end - 1];
  if (
    end + 1 >= to ||
    !/^(?:of|for)$/.test(block.lower[end]) ||
    !(ORGANIZATION_ENDS.has(head) || AUTHORITIES.has(head) || head === "laboratory")
  )
    return end;
  let last = end + 1;
  while (last < to && last - end <= MOST_WORDS && isPurpose(block, last, lists)) last++;
  return last > end + 1 && !isCapital(block, last) ? last : end;
}

/** Behind "Shipbuilding & Engineering", which follows the first words of a firm's name. */
function endOfFirm(block: Block, end: number, to: number): number {
  let and = end;
  while (and < to && and - end < MOST_WORDS && isTitleCase(block, and)) and++;
  if (and === end || and === to || block.lower[and] !== "&") return end;
  let stop = and + 1;
  while (stop < to && stop - and <= MOST_WORDS && isTitleCase(block, stop)) stop++;
  return stop > and + 1 ? stop : end;
}

/** Where an organization begins whose first words are joined by "and": "Maritime and Coastguard Agency". */
function startBeforeAnd(block: Block, first: number, end: number, from: number, lists: WordLists): number {
  const before = first - 2;
  if (before - 1 < from || end - first < 2 || !/^(?:and|&)$/.test(block.lower[first - 1])) return first;
  if (!isField(block, before, lists) || !/^the$/i.test(tokenText(block, before - 1))) return first;
  for (let i = first + 1; i < end; i++) if (ORGANIZATION_ENDS.has(block.lower[i])) return before;
  return first;
}

/** "Foreign, Commonwealth & Development Office", behind "the" or a possessive: where the fields before a comma begin. */
function startBeforeComma(block: Block, first: number, end: number, from: number, lists: WordLists): number {
  const { lower } = block;
  if (first < 2 || lower[first - 1] !== "," || !(ORGANIZATION_ENDS.has(lower[end - 1]) || lower[end - 1] === "office")) return first;
  if (!lower.slice(first, end).some((word) => word === "and" || word === "&")) return first;
  let start = first;
  while (
    start - 2 >= from &&
    first - start < 2 * MOST_WORDS &&
    lower[start - 1] === "," &&
    (isField(block, start - 2, lists) || isScience(lower[start - 2]))
  )
    start -= 2;
  return start < first && /^(?:the|['’]s)$/.test(lower[start - 1] ?? "") ? start : first;
}

/** "Internet Engineering" before "Task Force", "South" before "African Party": where an organization begins that common words were left of. */
function startOfWhole(block: Block, first: number, end: number, from: number, lists: WordLists): number {
  if (first <= from + 1 || !isPartOfRun(block, first - 1)) return first;
  if (COMPASS.has(block.lower[first - 1])) return GROUPS.has(block.lower[first]) ? first - 1 : first;
  for (let i = first; i < end; i++) if (!isCommonWord(block, i, lists) || !HEADS.has(block.lower[end - 1])) return first;
  let start = first;
  while (start > from + 1 && first - start < MOST_WORDS && isPartOfRun(block, start - 1)) start--;
  return opensSentence(block, start) || TITLES.has(block.lower[start]) ? first : start;
}

/** Whether a token is a capitalised word, no title and no day, behind which nothing but a space stands. */
function isPartOfRun(block: Block, token: number): boolean {
  return isTitleCase(block, token) && !TITLES.has(block.lower[token]) && !DAYS.has(block.lower[token]);
}

function opensSentence({ words }: Block, token: number): boolean {
  return token === 0 || !/[\p{L}\p{N},]$/u.test(words[token - 1]);
}

/** A capitalised common word that is neither an organization nor somebody's title by itself. */
function isField(block: Block, token: number, lists: WordLists): boolean {
  return isCommonWord(block, token, lists) && !ORGANIZATION_HEADS.has(block.lower[token]);
}

/** A capitalised word that is nobody's name and no place's: what an organization can be for. */
function isPurpose(block: Block, token: number, lists: WordLists): boolean {
  if (isCommonWord(block, token, lists)) return true;
  return isTitleCase(block, token) && !TITLES.has(block.lower[token]) && isUnlisted(block, token, lists);
}

function isUnlisted(block: Block, token: number, lists: WordLists): boolean {
  return (flagsOf(lists, block.words[token]) & PERSON_BITS) === 0 && kindsOf(lists, block, token, token + 1) === 0;
}

function isCommonWord(block: Block, token: number, lists: WordLists): boolean {
  if (!isTitleCase(block, token)) return false;
  const word = block.lower[token];
  return lists.commonness(foldedHash(word, 0, word.length)) > 0 && !TITLES.has(word);
}

import type { EntityType } from "../analysis.js";
import wordKinds from "../names/wordKinds.json" with { type: "json" };
import type { BlockWords } from "./blockWords.js";
import { honorificClass } from "./nameForms.js";
import type { NameMention } from "./nameMentions.js";
import { RoleFlag } from "./roleFlags.js";
import { closingOf, type FoundRole, headOf, MOST_DESCRIBING, nounType, OPENS_NO_ROLE, partsPortfolios, role } from "./rolePhrases.js";
import { isBeing, roleOfBeing } from "./rolesOfBeing.js";
import roleWords from "./roleWords.json" with { type: "json" };

const LEAD_VERBS: ReadonlySet<string> = new Set(roleWords.leadVerbs.split(" "));
/** "the Court on Defendant Ann Weld": a link that begins another phrase. */
const PARTING: ReadonlySet<string> = new Set(roleWords.parting.split(" "));
/** "Ann Weld KC". */
const OFFICES_BEHIND: ReadonlySet<string> = new Set(wordKinds.officesBehind.toLowerCase().split(" "));
const HONOURS: ReadonlySet<string> = new Set([...OFFICES_BEHIND, ...wordKinds.honoursBehind.toLowerCase().split(" ")]);
/** What may stand before a role behind a name: "Ann Weld, then the mayor". */
const ASIDES: ReadonlySet<string> = new Set(roleWords.asides.split(" "));

const LONGEST_BEFORE = 10;

/**
 * The roles that stand in apposition to a person's name, before it ("Interior Ministry Spokesman Saad Maan") and after it
 * ("Mohammed Adnani, a spokesman for ISIS"), as the text words them.
 * @param nameAt the index among `names` of the mention.
 * @param names all name mentions, in text order.
 * @param type the entity's type: an organization is no spokesman.
 */
export function findRoles(words: BlockWords, names: readonly NameMention[], nameAt: number, type: EntityType): readonly FoundRole[] {
  if (type !== "person" && type !== "organization" && type !== "place") return NO_ROLES;
  const before = type === "person" ? roleBefore(words, names, nameAt) : null;
  const office = before ? officeBeforeRank(words, names, nameAt, before) : null;
  const after = roleAfter(words, names, nameAt, type);
  if (before && office) return after ? [office, before, after] : [office, before];
  if (before && after) return [before, after];
  return before ? [before] : after ? [after] : NO_ROLES;
}

const NO_ROLES: readonly FoundRole[] = [];

/** Behind the last person named before in reach, whom what follows says nothing of; the floor where none is. */
function wallBefore(names: readonly NameMention[], nameAt: number, floor: number): number {
  const name = names[nameAt];
  for (let i = nameAt - 1; i >= 0 && names[i].block === name.block && names[i].endToken > name.firstToken - LONGEST_BEFORE; i--)
    if (names[i].type === "person") return names[i].endToken;
  return floor;
}

/** With a capital these may stand before a role, and are none of it. */
const NEVER_IN_ROLE = RoleFlag.Opener | RoleFlag.NoRole | RoleFlag.Honorific;

function roleBefore(words: BlockWords, names: readonly NameMention[], nameAt: number): FoundRole | null {
  const name = names[nameAt];
  const floor = words.sentenceStart(name.firstToken);
  const wall = wallBefore(names, nameAt, floor);
  const stop = Math.max(floor, wall, name.firstToken - LONGEST_BEFORE);
  let first = -1;
  let noun = -1;
  let last = beforeHonorific(words, name.firstToken, stop);
  const isApart = last > stop && words.code(last - 1) === 0x2c;
  // "His lawyer, Ann Weld’s brother, left": what stands before the comma is another.
  if (isApart && ownsPerson(words, name.endToken)) return null;
  if (isApart) last--;
  // "Chief executive Dr Ann Weld"
  else if (last === stop || !isHeld(words, last - 1)) last = name.firstToken;
  for (let i = last - 1; i >= stop; i--) {
    const flags = words.bareFlags(i);
    // "STATEMENT OF SISTER ANN WELD"
    const isCapital = words.isCapital(i) && !words.is(i, RoleFlag.Link);
    const isNoun = (flags & RoleFlag.PersonNoun) !== 0 || (isCapital && (flags & (RoleFlag.Rank | RoleFlag.Modifier)) === RoleFlag.Rank);
    if (isNoun && noun >= 0 && words.is(i + 1, RoleFlag.Link) && !isOffice(words, i, first)) break;
    if (isNoun && !(noun < 0 && isCapital && i === floor && first < 0 && isApart)) {
      first = i;
      noun = noun < 0 || onlyLinksBetween(words, i + 1, noun) ? i : noun;
    } else if (
      isCapital
        ? !(i === floor && (flags & RoleFlag.Starter) !== 0) && (flags & NEVER_IN_ROLE) === 0
        : (flags & RoleFlag.Modifier) !== 0 && first >= 0 && words.code(i - 1) !== 0x2d
    ) {
      // "Allies of President Ann Weld"
      if (first >= 0 && isCapital && i === floor && i < first - 1 && /[^s]s$/.test(words.lower(i))) break;
      // "the Vesk Party of President Ann Weld"
      if (isWhose(words, i, first, noun) && !isNoun) break;
      // "the journalist Jan Hale of Vesk Now and the film director Ann Weld"
      if (first >= 0 && isCapital && i < first - 1 && isDeterminer(words, first - 1) && words.lower(first - 2) === "and") break;
      // "by Jan Hale of the Institute in Vesk and archaeologist Ann Weld"
      if (first >= 0 && isCapital && words.lower(first - 1) === "and" && !words.isCapital(first)) break;
      if (
        first >= 0 &&
        (i === first - 1 || (isCapital && first - i <= 3 && onlyLinksBetween(words, i + 1, first) && !PARTING.has(words.lower(first - 1))))
      )
        first = i;
    } else if (!(words.is(i, RoleFlag.Link) && i > stop)) {
      if (first === i + 1 && !isApart && !words.isCapital(first)) {
        first = compoundStart(words, i, stop, floor);
        if (first === i + 1) first = startAtName(words, names, nameAt, i, stop);
      }
      break;
    }
  }
  if (isApart && (first < 0 || (!words.isCapital(first) && first > floor && !isDeterminer(words, first - 1))))
    return roleFromDeterminer(words, Math.max(floor, wall), last, wall);
  if (isApart && isAfterPerson(words, first, wall)) return null;
  if (first < 0 || noun < 0 || words.is(last - 1, RoleFlag.Link) || isVerb(words, first, last, floor)) return null;
  return role(words, startOfOrganization(names, nameAt, first), last, words.lower(headOf(words, first, last)));
}

/** Whether a noun for a person stands behind the possessive that a name has: "’s late husband". @param end the token behind the name. */
function ownsPerson(words: BlockWords, end: number): boolean {
  if (!isPossessive(words.lower(end))) return false;
  for (let i = end + 1; i <= end + MOST_OWNED; i++) {
    if (words.is(i, RoleFlag.PersonNoun)) return true;
    if (!/^\p{Ll}/u.test(words.lower(i)) || words.is(i, RoleFlag.Stop | RoleFlag.Link)) return false;
  }
  return false;
}

const MOST_OWNED = 3;

/** "executive", "Mayor": what somebody is, before an honorific and the name. */
function isHeld(words: BlockWords, token: number): boolean {
  const flags = words.bareFlags(token);
  // "the elder Mr Weld"
  if ((flags & RoleFlag.Honorific) !== 0 || /^(?:elder|younger)$/.test(words.lower(token))) return false;
  return (flags & RoleFlag.PersonNoun) !== 0 || (words.isCapital(token) && (flags & RoleFlag.Rank) !== 0);
}

/** Whether a title, with nothing but words of its own, stands behind "of": it says who has what is named before it. */
function isWhose(words: BlockWords, before: number, first: number, noun: number): boolean {
  if (first < 0 || before !== first - 2 || words.lower(first - 1) !== "of" || !words.isCapital(first)) return false;
  for (let i = first; i < noun; i++) if (words.is(i, RoleFlag.Link)) return false;
  return true;
}

/** Where the organization begins in whose name a role was taken to begin: "Frente al Vesk" of "Frente al Vesk leader". */
function startOfOrganization(names: readonly NameMention[], nameAt: number, first: number): number {
  const { block } = names[nameAt];
  for (let i = nameAt - 1; i >= 0 && names[i].block === block && names[i].endToken > first; i--)
    if (names[i].firstToken < first && names[i].type === "organization") return names[i].firstToken;
  return first;
}

/** "Jan Roe, the mayor, Ann Weld": whether a role between commas is said of the person whom it follows. @param wall behind that person. */
function isAfterPerson(words: BlockWords, first: number, wall: number): boolean {
  const opens = isDeterminer(words, first - 1) ? first - 1 : first;
  return opens - 1 === wall && words.code(wall) === 0x2c;
}

/** "archaeologist": what nobody does. */
const NEVER_VERB = /(?:ist|er|or|ian|man|woman|ess|president|senator|official)$/;

/** "is to host Ann Weld": what stands behind "to" or "will" and right before a name. */
function isVerb(words: BlockWords, first: number, last: number, floor: number): boolean {
  if (last - first > 1 || first <= floor || words.isCapital(first) || words.lower(first).includes("-")) return false;
  if (/^(?:and|but)$/.test(words.lower(first - 1))) return !NEVER_VERB.test(words.lower(first));
  return words.lower(first - 1) === "to" || words.is(first - 1, RoleFlag.NoRole);
}

/** "Chief of Staff": two nouns for persons that are one office. @param noun the second. */
function isOffice(words: BlockWords, token: number, noun: number): boolean {
  return noun === token + 2 && words.lower(token + 1) === "of" && words.isCapital(token) && words.isCapital(noun);
}

/** "the chief of staff, Gen. Ann Weld": what she is before the comma that her rank stands behind; null where that is no office. */
function officeBeforeRank(words: BlockWords, names: readonly NameMention[], nameAt: number, rank: FoundRole): FoundRole | null {
  const { firstToken } = names[nameAt];
  let first = firstToken;
  while (first > 0 && words.startOf(first - 1) >= rank.start && isRankOrStop(words, first - 1)) first--;
  if (first === firstToken || words.code(first - 1) !== 0x2c) return null;
  const floor = words.sentenceStart(firstToken);
  const wall = wallBefore(names, nameAt, floor);
  return roleFromDeterminer(words, Math.max(floor, wall), first - 1, wall);
}

function isRankOrStop(words: BlockWords, token: number): boolean {
  return words.code(token) === 0x2e || (words.isCapital(token) && (words.bareFlags(token) & RoleFlag.Rank) !== 0);
}

/** Behind what an honorific stands that comes right before a name: "the chancellor, Dr. Ann Weld". */
function beforeHonorific(words: BlockWords, firstToken: number, stop: number): number {
  let at = firstToken;
  if (at - 1 > stop && words.code(at - 1) === 0x2e) at--;
  const word = at - 1 > stop ? words.lower(at - 1) : "";
  if (honorificClass(word.endsWith(".") ? word.slice(0, -1) : word) === null) return firstToken;
  // "the archbishop of Vesk, the Most Rev. Ann Weld"
  const isMost = at - 2 > stop && /^(?:most|right|very)$/.test(words.lower(at - 2)) && words.isCapital(at - 2);
  if (!isMost) return at - 1;
  return at - 3 > stop && words.lower(at - 3) === "the" ? at - 3 : at - 2;
}

/** So many plain words at most stand before a role's noun and belong to it. */
const LONGEST_COMPOUND = 2;

/**
 * Where "budget director" of "former budget director Ann Weld" begins: plain words belong to the noun behind them where a determiner, or
 * another word that describes the noun, stands before them; the words before may be a verb else ("met director Ann Weld").
 * @param at the plain word right before the noun.
 */
function compoundStart(words: BlockWords, at: number, stop: number, floor: number): number {
  let from = at;
  while (from >= stop && at - from < LONGEST_COMPOUND && isPlainWord(words, from)) from--;
  if (from === at || from < Math.max(stop, floor)) return at + 1;
  if (isDeterminer(words, from)) return from + 1;
  const isOpening = from === floor || words.code(from - 1) === 0x3a;
  return words.is(from, RoleFlag.Modifier) && (isOpening || !words.isCapital(from)) ? from : at + 1;
}

/** What ministers and chiefs are for: "health". */
const FIELDS: ReadonlySet<string> = new Set(wordKinds.titleComplements.split(" "));

/**
 * Where the people, place or organization begins behind which plain words describe a role's noun: "German economy minister Ann Weld",
 * "Vesk Council housing chief Ann Weld". Behind a place or organization only an office's field is no verb: "Vesk names chief Ann Weld".
 * @param at the plain word right before the noun. @returns the noun's own token where there is none.
 */
function startAtName(words: BlockWords, names: readonly NameMention[], nameAt: number, at: number, stop: number): number {
  let from = at;
  let areFields = true;
  while (from > stop && at - from < LONGEST_COMPOUND && isPlainWord(words, from)) areFields = FIELDS.has(words.lower(from--)) && areFields;
  if (from === at) return at + 1;
  const { block } = names[nameAt];
  for (let i = nameAt - 1; i >= 0 && names[i].block === block && names[i].endToken > from; i--) {
    const { type, firstToken, endToken } = names[i];
    if (endToken !== from + 1 || firstToken < stop) continue;
    return type === "group" || ((type === "place" || type === "organization") && areFields) ? firstToken : at + 1;
  }
  return at + 1;
}

const NOT_PLAIN = RoleFlag.Stop | RoleFlag.Opener | RoleFlag.Link | RoleFlag.Determiner | RoleFlag.Modifier;

function isPlainWord(words: BlockWords, token: number): boolean {
  return !words.isCapital(token) && !words.is(token, NOT_PLAIN) && /^\p{Ll}{3,}$/u.test(words.lower(token));
}

/**
 * "His mining minister, Ann Weld", "a spokeswoman for the ministry, Ann Weld": a phrase before the name and a comma, from its determiner on,
 * whose noun is one for persons. What describes the noun may be any word in small letters.
 * @param floor the phrase begins at this token or behind it; @param comma the token that ends it; @param wall behind the person named before.
 */
function roleFromDeterminer(words: BlockWords, floor: number, comma: number, wall: number): FoundRole | null {
  let from = -1;
  for (let i = comma - 1; i >= Math.max(floor, comma - LONGEST_BEFORE); i--) {
    if (partsPortfolios(words, i)) continue;
    if (words.is(i, RoleFlag.Stop) || !/^[\p{L}’'.-]+$/u.test(words.lower(i))) break;
    if (!isDeterminer(words, i)) continue;
    const isSecond = words.lower(i - 1) === "and";
    if (isSecond ? words.is(headOf(words, i + 1, comma), RoleFlag.PersonNoun) : !words.is(i - 1, RoleFlag.Link)) {
      from = i + 1;
      break;
    }
  }
  if (from < 0 || from >= comma || isAfterPerson(words, from, wall) || words.is(openerBefore(words, floor, from), RoleFlag.Opener))
    return null;
  const head = headOf(words, from, comma);
  if (head - from > MOST_DESCRIBING || !words.is(head, RoleFlag.PersonNoun)) return null;
  return role(words, from, comma, words.lower(head));
}

/** The first word of what stands between commas, or of the sentence, up to a token. */
function openerBefore(words: BlockWords, floor: number, token: number): number {
  let first = token - 1;
  while (first > floor && words.code(first - 1) !== 0x2c) first--;
  return first;
}

function isDeterminer(words: BlockWords, token: number): boolean {
  return words.is(token, RoleFlag.Determiner) || isPossessive(words.lower(token));
}

function isPossessive(word: string): boolean {
  return word === "'s" || word === "’s";
}

function onlyLinksBetween(words: BlockWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!words.is(i, RoleFlag.Link)) return false;
  return true;
}

function roleAfter(words: BlockWords, names: readonly NameMention[], nameAt: number, type: EntityType): FoundRole | null {
  const { firstToken, endToken: at } = names[nameAt];
  const end = words.sentenceEnd(firstToken);
  if (type === "person" && at < end && isHonour(words, at)) return roleBehindHonours(words, names, nameAt, end);
  return describedAfter(words, names, nameAt, type, at, end);
}

/** "Ann Weld CBE KC, the chair of the Trust": what she is behind the letters, or else the office that they stand for. */
function roleBehindHonours(words: BlockWords, names: readonly NameMention[], nameAt: number, end: number): FoundRole | null {
  const first = names[nameAt].endToken;
  let behind = first;
  let office = -1;
  while (behind < end && isHonour(words, behind)) {
    if (OFFICES_BEHIND.has(words.lower(behind))) office = behind;
    behind++;
  }
  const described = describedAfter(words, names, nameAt, "person", behind, end);
  return described ?? (office < 0 ? null : role(words, office, office + 1, words.lower(office)));
}

function isHonour(words: BlockWords, token: number): boolean {
  return words.isCapital(token) && HONOURS.has(words.lower(token));
}

function describedAfter(
  words: BlockWords,
  names: readonly NameMention[],
  nameAt: number,
  type: EntityType,
  from: number,
  end: number,
): FoundRole | null {
  const name = names[nameAt];
  let at = from;
  if (at < end && type === "person" && isBeing(words, at)) return roleOfBeing(words, at, end);
  if (at >= end || !opensAside(words, at, type)) return null;
  at++;
  if (at + 1 < end && isAside(words, at) && words.code(at + 1) === 0x2c) at += 2;
  if (at >= end) return null;
  if (words.lower(at) === "who" && type !== "person") return null;
  if (words.lower(at) === "who" && at + 1 < end) {
    if (LEAD_VERBS.has(words.lower(at + 1))) {
      const close = closingOf(words, at + 1, end);
      return close > at + 2 ? role(words, at + 1, close, words.lower(at + 1)) : null;
    }
    if (!BEING.has(words.lower(at + 1))) return null;
    at += 2;
  }
  if (at + 2 < end && /^(?:until|till)$/.test(words.lower(at)) && /^(?:now|recently|then)$/.test(words.lower(at + 1))) at += 2;
  if (at + 1 < end && ASIDES.has(words.lower(at))) at++;
  while (at < end && words.is(at, RoleFlag.Determiner)) at++;
  at = afterPossessor(words, names, nameAt, at, end);
  if (at < end && words.is(at, OPENS_NO_ROLE)) return null;
  let close = closingOf(words, at, end);
  const whole = endOfNameAt(names, nameAt, close);
  if (whole > close) close = closingOf(words, whole - 1, end);
  if (close <= at || isSubject(words, close, end, name.firstToken)) return null;
  close = beforeOwner(words, at, close);
  const head = headOf(words, at, close);
  // "Ann Weld, responded through a spokesman"
  if (words.is(head - 1, RoleFlag.Determiner) && head > at) return null;
  // "with Ann Weld, embraced the fireman's widow"
  if (head - 1 > at && isPossessive(words.lower(head - 1)) && /\p{Ll}ed$/u.test(words.lower(at)) && !words.is(at, RoleFlag.Modifier))
    return null;
  const noun = words.lower(head);
  if (type !== "person" && at === from + 1) return null;
  if (nounType(noun) !== type) return null;
  for (let i = nameAt + 1; i < names.length && names[i].block === name.block && names[i].firstToken <= close; i++) {
    if (names[i].firstToken === at && names[i].endToken > head) return null;
    if (names[i].type === "person" && (names[i].firstToken === head + 1 || names[i].firstToken === at)) return null;
  }
  return role(words, at, close, noun);
}

/** Behind the name that a comma in it was taken for the end of a role: "Secretary at the Foreign, Vesk & Hale Office"; the comma where it stands in none. */
function endOfNameAt(names: readonly NameMention[], nameAt: number, comma: number): number {
  for (let i = nameAt + 1; i < names.length && names[i].block === names[nameAt].block && names[i].firstToken < comma; i++)
    if (names[i].endToken > comma) return names[i].endToken;
  return comma;
}

/** "deputy commander of the DNR's “operational command”": what is whose is no part of a role without it. */
function beforeOwner(words: BlockWords, at: number, close: number): number {
  if (close - 1 <= at || !isPossessive(words.lower(close - 1))) return close;
  let last = close - 2;
  while (last > at && !words.is(last, RoleFlag.Link)) last--;
  while (last > at && words.is(last - 1, RoleFlag.Link)) last--;
  return last > at ? last : close;
}

/** "Pressed by Sen. Ann Weld, the nominee said": a phrase that a verb follows, behind a name that a preposition leads in. */
function isSubject(words: BlockWords, close: number, end: number, firstToken: number): boolean {
  if (close >= end || !words.is(close, RoleFlag.Stop) || CLAUSES.has(words.lower(close))) return false;
  const floor = words.sentenceStart(firstToken);
  let before = firstToken - 1;
  while (before > floor && (words.isCapital(before) || words.code(before) === 0x2e)) before--;
  return before >= floor && words.is(before, RoleFlag.Link | RoleFlag.Opener);
}

/** Words that go on about whoever stands before them. */
const CLAUSES: ReadonlySet<string> = new Set(roleWords.clauses.split(" "));

const BEING: ReadonlySet<string> = new Set(["is", "was"]);

/** A comma, or before what a person is a bracket or a dash: "Ann Weld (chair of the Trust)", "Ann Weld — the mayor —". */
function opensAside(words: BlockWords, token: number, type: EntityType): boolean {
  const code = words.code(token);
  return code === 0x2c || (type === "person" && (code === 0x28 || code === 0x2014 || code === 0x2013));
}

/** ", Ann Weld's chief of staff": the token behind the possessive of a name that the apposition begins with; the same token where it begins otherwise. */
function afterPossessor(words: BlockWords, names: readonly NameMention[], nameAt: number, at: number, end: number): number {
  const next = names[nameAt + 1];
  if (next?.block !== names[nameAt].block || next.firstToken !== at || next.endToken + 1 >= end) return at;
  return isPossessive(words.lower(next.endToken)) ? next.endToken + 1 : at;
}

/** An age, or the party and state of a member of Congress ("R-Tenn."). */
function isAside(words: BlockWords, token: number): boolean {
  const word = words.lower(token);
  return /^\d{1,3}(?:-year-old)?$/.test(word) || (/^[rdi]-\p{L}/u.test(word) && words.isCapital(token));
}

import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import { workAt } from "./authorsWorks.js";
import formNames from "./formNames.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase } from "./lines.js";
import { GIVEN_BIT } from "./personsWithin.js";
import { isPlaceOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import type { WordLists } from "./wordLists.js";

/** A name that a possessive belongs to, as tokens. */
interface Called {
  readonly tokens: readonly string[];
  /** The token of the possessive, counted from the first. */
  readonly possessive: number;
  readonly type: EntityType;
}

/** By the word before the possessive, the longest first. */
const CALLED: ReadonlyMap<string, readonly Called[]> = calledByPossessor();
/** What is somebody's name as well: "Wendy's", where the word behind tells whether it is the firm. */
const NAMES_TOO: ReadonlySet<string> = new Set(formNames.firstNameBrands.split(" "));
const POSSESSORS: ReadonlySet<string> = new Set(formNames.possessors.split(" "));
const ENDS: ReadonlySet<string> = new Set(formNames.possessedEnds.split(" "));
/** Whose land parks and churches stand on: "Queen's Park". */
const ROYALS: ReadonlySet<string> = new Set(formNames.royals.split(" "));
/** What bears a saint's name: "St. Luke's Church". */
const PLACES: ReadonlySet<string> = new Set(formNames.saintsPlaces.split(" "));
const SAINT = /^(?:St\.?|Saint)$/;
const SAINT_IN_CAPITALS = /^(?:ST\.?|SAINT)$/;
const EVENTS: ReadonlySet<string> = new Set(["day", "cup", "war", "prize", "award"]);

/** What follows a firm's name and nobody's possessive: "Dunmore's said". */
const SAID: ReadonlySet<string> = new Set(formNames.saidOfFirms.split(" "));
/** Whom their children call by a word with a capital: "Mum's had enough". */
const PARENTS: ReadonlySet<string> = new Set(formNames.parentsAtHome.split(" "));
/** What of these stands behind "has" as well: "Karim's told me". */
const BEHIND_HAS: ReadonlySet<string> = new Set(formNames.behindHas.split(" "));
/** What follows a firm's name and is no noun that somebody of the name could have. */
const BEHIND_FIRMS: ReadonlySet<string> = new Set(formNames.behindFirms.split(" "));
/** "Dunmore's, the department store": what is so described. */
const SHOPS: ReadonlySet<string> = new Set(formNames.shops.split(" "));

const CONFIDENCE = 0.7;
const MOST_WORDS = 5;
/** Among so many names before and after it a person of a firm's name is looked for. */
const PERSONS_REACH = 20;
const LONGEST_DESCRIPTION = 6;
const OPENERS = /^(?:The|A|An|In|At|On|For|And|But|From|By|With|As|To|Of)$/;

function calledByPossessor(): ReadonlyMap<string, readonly Called[]> {
  const called = new Map<string, Called[]>();
  const add = (phrases: string, type: EntityType): void => {
    for (const phrase of phrases.split("|")) {
      const tokens = phrase.replaceAll("'s", " 's").split(" ");
      const possessive = tokens.indexOf("'s");
      const key = tokens[possessive - 1];
      const known = called.get(key) ?? [];
      known.push({ tokens, possessive, type });
      called.set(key, known);
    }
  };
  add(formNames.brands, "organization");
  add(formNames.places, "place");
  for (const known of called.values()) known.sort((a, b) => b.tokens.length - a.tokens.length);
  return called;
}

/** Whether a token is the mark of a possessive, "'s" or the apostrophe alone. */
export function marksPossessive(word: string): boolean {
  return /^['’][sS]?$/.test(word);
}

/**
 * The name that the possessive at a token is part of: "Moody's", "Land's End", "Tarrant County Sheriff's Office", "Thirty Years' War".
 * @param mark a token that `marksPossessive` is true of.
 * @param names the block's names, for whose the possessive may be otherwise.
 * @returns null where it is somebody's possessive, or none; behind an author's, the work: "Orwell's Homage to Catalonia".
 */
export function possessedAt(block: Block, mark: number, names: readonly TokenName[], lists: WordLists): TokenName | null {
  const { words, tokens } = block;
  if (mark === 0 || tokens.starts[mark] !== tokens.ends[mark - 1] || !/^\p{Lu}/u.test(words[mark - 1])) return null;
  if (words[mark].endsWith("S")) return saintsInCapitals(block, mark);
  return calledAt(block, mark, names) ?? officeAt(block, mark, names) ?? firmAt(block, mark, lists) ?? workAt(block, mark, names, lists);
}

function calledAt(block: Block, mark: number, names: readonly TokenName[]): TokenName | null {
  for (const { tokens, possessive, type } of CALLED.get(block.words[mark - 1]) ?? []) {
    const first = mark - possessive;
    const end = first + tokens.length;
    if (first < 0 || end > block.tokens.count || !stands(block, first, tokens)) continue;
    const alone = tokens.length === 2;
    if (alone && NAMES_TOO.has(block.lower[first]) && !isFirm(block, end, first, names)) continue;
    if (alone && first > 0 && isTitleCase(block, first - 1) && isInPerson(names, first)) continue;
    return { first, end, type, confidence: CONFIDENCE };
  }
  return null;
}

function stands({ words }: Block, first: number, tokens: readonly string[]): boolean {
  return tokens.every((token, i) => words[first + i] === token || (token === "'s" && words[first + i] === "’s"));
}

/** Whether what follows is no noun that the name could be the possessor of, and no person near has the name. */
function isFirm(block: Block, behind: number, word: number, names: readonly TokenName[]): boolean {
  if (behind < block.tokens.count && !BEHIND_FIRMS.has(block.words[behind])) return false;
  const next = firstBehind(names, word);
  for (let n = Math.max(0, next - PERSONS_REACH); n < Math.min(names.length, next + PERSONS_REACH); n++) {
    const { first, end, type } = names[n];
    if (type === "person" && end - first > 1 && block.words[end - 1] === block.words[word]) return false;
  }
  return true;
}

function isInPerson(names: readonly TokenName[], token: number): boolean {
  const name = names[firstBehind(names, token)];
  return name?.type === "person" && name.first < token;
}

/** "Tarrant County Sheriff's Office", "St. Luke's Hospital": what its possessor, a common word or a saint, tells. */
function officeAt(block: Block, mark: number, names: readonly TokenName[]): TokenName | null {
  const { words, lower } = block;
  const isSaint = mark > 1 && SAINT.test(words[mark - 2]);
  if (!isSaint && (!POSSESSORS.has(lower[mark - 1]) || isInPerson(names, mark - 1))) return null;
  let end = mark + 1;
  while (end <= mark + MOST_WORDS && (isTitleCase(block, end) || (isSaint && words[end] === "NHS"))) end++;
  const isBoundToPlaces = isSaint || ROYALS.has(lower[mark - 1]);
  if (end === mark + 1 || !(ENDS.has(lower[end - 1]) || (isBoundToPlaces && PLACES.has(lower[end - 1])))) return null;
  const type = typeOfEnd(lower[end - 1]);
  let first = mark - 1;
  while (first > 0 && mark - first <= MOST_WORDS && /^\p{Lu}[\p{L}.-]*$/u.test(words[first - 1])) first--;
  while (first < mark - 1 && OPENERS.test(words[first])) first++;
  if (EVENTS.has(lower[end - 1]) && lower[end] === "for" && isTitleCase(block, end + 1)) end += 2;
  const rest = names[firstBehind(names, end - 1)];
  if (rest && rest.type === "organization" && rest.first <= first && rest.end > end) return null;
  if (rest && rest.type === "organization" && rest.first > mark && rest.first < end)
    return { first, end: rest.end, type: "organization", confidence: CONFIDENCE };
  return { first, end, type, confidence: CONFIDENCE };
}

/** "ST LUKE'S HOSPITAL" in a heading. */
function saintsInCapitals(block: Block, mark: number): TokenName | null {
  if (mark < 2 || !SAINT_IN_CAPITALS.test(block.words[mark - 2])) return null;
  let end = mark + 1;
  while (end <= mark + MOST_WORDS && isCapital(block, end)) end++;
  const last = block.lower[end - 1];
  return end > mark + 1 && (ENDS.has(last) || PLACES.has(last))
    ? { first: mark - 2, end, type: typeOfEnd(last), confidence: CONFIDENCE }
    : null;
}

function typeOfEnd(word: string): EntityType {
  return EVENTS.has(word) ? "event" : PLACES.has(word) ? "place" : "organization";
}

/** "Dunmore's said", "Dunmore's, the department store"; but not "It's said", nor "Karim's had", which he has. */
function firmAt(block: Block, mark: number, lists: WordLists): TokenName | null {
  const { words, lower, tokens } = block;
  const next = mark + 1;
  if (!/s$/.test(words[mark]) || next >= tokens.count || (mark > 1 && isTitleCase(block, mark - 2))) return null;
  const owner = foldedHash(words[mark - 1], 0, words[mark - 1].length);
  if (lists.commonness(owner) > 0 || PARENTS.has(lower[mark - 1]) || isPlaceOf(lists, block, mark - 1, mark)) return null;
  const name: TokenName = { first: mark - 1, end: next, type: "organization", confidence: CONFIDENCE };
  if (SAID.has(words[next])) return BEHIND_HAS.has(words[next]) && (lists.wordFlags(owner) & GIVEN_BIT) !== 0 ? null : name;
  if (words[next] !== "," || !/^(?:the|an?)$/.test(words[next + 1] ?? "")) return null;
  for (let i = next + 2; i < tokens.count && i < next + 2 + LONGEST_DESCRIPTION; i++) {
    if (!/^\p{L}/u.test(words[i])) return null;
    if (SHOPS.has(lower[i])) return name;
  }
  return null;
}

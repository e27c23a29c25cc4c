import { type Block, tokenText } from "../text/sourceText.js";
import { isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const TITLES: ReadonlySet<string> = new Set([...wordKinds.kinds.title.split(" "), ...wordKinds.titlesApart.split(" ")]);
const LATE_TITLES: ReadonlySet<string> = new Set(wordKinds.kinds.lateTitle.split(" "));
const TITLE_COMPLEMENTS: ReadonlySet<string> = new Set(wordKinds.titleComplements.split(" "));
/** Whose title may name an office: "Minister of Defence", "Chief of Staff". */
const HOLDERS: ReadonlySet<string> = new Set([...TITLES, ...LATE_TITLES, ...wordKinds.officeHeads.split(" ")]);
const OFFICE_HOLDERS: ReadonlySet<string> = new Set(wordKinds.officeHolders.split(" "));
/** What stands between a name and an office holder: "U.N. High Commissioner", "EU Deputy Ambassador". */
const RANKS: ReadonlySet<string> = new Set(wordKinds.ranks.split(" "));
/** Titles that parents give too: "Amir Peretz", "Dean Acheson". */
const GIVEN_NAMES_TOO: ReadonlySet<string> = new Set(wordKinds.givenNamesToo.split(" "));

/** What is a title before another one alone: "Tan Sri", but not "Tan Wei Ming". */
const OF_TWO_WORDS: ReadonlySet<string> = new Set(wordKinds.titlesOfTwoWords.split(" "));

/** When somebody had the title behind the hyphen: "then-president". */
const TIMES: ReadonlySet<string> = new Set(["then", "ex", "former", "now"]);

/** "president" of "then-president"; any other word as it is. @param word in lower case. */
export function withoutTime(word: string): string {
  const hyphen = word.indexOf("-");
  return hyphen > 0 && TIMES.has(word.slice(0, hyphen)) ? word.slice(hyphen + 1) : word;
}

const IN_CAPITALS: ReadonlySet<string> = new Set(wordKinds.ranksInCapitals.split(" "));

/** "DCI", "AUSA": a rank in capitals, which stands before a name and means nothing else. */
export function isRankInCapitals({ words }: Block, token: number): boolean {
  return IN_CAPITALS.has(words[token]);
}

/** Whether a word, in any case, is a title that stands before a person's name. */
export function isTitleWord(word: string): boolean {
  const lower = word.toLowerCase();
  return TITLES.has(lower) || LATE_TITLES.has(lower);
}

/**
 * The first token of a person's name without the titles before it ("Foreign Minister Ramtane Lamamra" begins at "Ramtane").
 * @returns `end` where nothing but titles is left.
 */
export function afterTitles(block: Block, first: number, end: number): number {
  let from = first;
  for (let i = first; i < end; i++) {
    const word = withoutTime(block.lower[i]);
    if (i === first && end - first === 2 && GIVEN_NAMES_TOO.has(word)) break;
    if (i === first && isInitials(block, i)) break;
    if (i === first && end - first > 2 && RANK_OR_INITIALS.has(block.words[i])) from = i + 1;
    if (i === from && OF_TWO_WORDS.has(word) && !TITLES.has(block.lower[i + 1] ?? "")) break;
    if (LATE_TITLES.has(word) ? i + 1 < end || i === first : i === from && TITLES.has(word)) from = i + 1;
  }
  if (from === first || tokenText(block, from) !== "of") return from;
  const office = tokenText(block, from + 1) === "the" ? from + 2 : from + 1;
  return office + 1 < end && isOffice(block, office) ? office + 1 : from;
}

/** "DC Ann Lee", where "DS Senanayake" has two initials. */
const RANK_OR_INITIALS: ReadonlySet<string> = new Set(wordKinds.ranksOrInitials.split(" "));

/** "MS" before "Dhawan": two first names, where "Ms" and "MS." before "DHAWAN" are titles. */
function isInitials(block: Block, token: number): boolean {
  const word = block.words[token];
  return word.length === 2 && /^(?:MS|MD|DR|SR)$/.test(word) && isTitleCase(block, token + 1);
}

/**
 * The first token of a person's name without the office that a title before it ends with: of "Secretary of State John Kerry", where the
 * name was taken to begin at "State".
 */
export function afterOffice(block: Block, first: number, end: number): number {
  const { words, lower } = block;
  let office = words[first] === "of" || words[first] === "for" ? first + 1 : first;
  if (lower[office] === "the") office++;
  return followsHolder(block, office > 0 && lower[office - 1] === "the" ? office - 1 : office) ? endOfOffice(block, office, end) : first;
}

function endOfOffice(block: Block, from: number, end: number): number {
  while (from + 1 < end && isOffice(block, from)) from++;
  return from;
}

/** Whether "of" or "for" stands before a token, and a title before that. */
export function followsHolder(block: Block, token: number): boolean {
  if (token < 2 || (block.lower[token - 1] !== "of" && block.lower[token - 1] !== "for")) return false;
  return HOLDERS.has(block.lower[token - 2]);
}

/** "Special Envoy", "Under-Secretary-General for Humanitarian Affairs": an office, and neither person nor organization. */
export function isOfficeAlone(block: Block, first: number, end: number): boolean {
  const isGeneral = isGeneralOffice(block.lower[first]);
  if (isGeneral && end - first > 2 && /^(?:of|for)$/.test(block.lower[first + 1])) return true;
  if (end - first > 1 && !(isGeneral || SPECIAL.has(block.lower[first]) || (isOffice(block, first) && end - first === 2))) return false;
  if (end - first === 1) return isGeneral || (isRankInCapitals(block, first) && isTitleCase(block, end));
  for (let i = first + 1; i < end; i++) {
    const word = block.lower[i];
    if (!HOLDERS.has(word) && !isGeneralOffice(word) && !(SPECIAL.has(word) && i + 1 < end)) return false;
  }
  return true;
}

const ADDRESSED: ReadonlySet<string> = new Set(wordKinds.addressedOffices.split(" "));
const ADDRESSING = /^(?:mr|mister|madam|madame|mme|sir)$/;

/** "Madam Speaker", "Mr. Deputy Speaker" (with or without the courtesy): how somebody is spoken to, and no name. */
export function isFormOfAddress(block: Block, first: number, end: number): boolean {
  const from = end - first > 1 && isCourtesy(block, first) ? first + 1 : first;
  if (from === first) {
    let before = first - 1;
    while (before > 0 && ADDRESSED.has(block.lower[before])) before--;
    if (!isCourtesy(block, block.words[before] === "." ? before - 1 : before)) return false;
  }
  for (let i = from; i < end; i++) if (!ADDRESSED.has(block.lower[i])) return false;
  return true;
}

function isCourtesy({ lower }: Block, token: number): boolean {
  const word = lower[token] ?? "";
  return ADDRESSING.test(word.endsWith(".") ? word.slice(0, -1) : word);
}

function isGeneralOffice(word: string): boolean {
  return word.endsWith("-general");
}

const SPECIAL: ReadonlySet<string> = new Set(wordKinds.beforeOffices.split(" "));

export function isOffice(block: Block, token: number): boolean {
  return TITLE_COMPLEMENTS.has(block.lower[token]);
}

/** "New York City Comptroller", "ANC Members of Parliament": the end of the name before the title that follows it. */
export function beforeTitle(block: Block, { first, end }: TokenName): number {
  // "White House Press" of "the White House Press Secretary"
  if (end - first > 1 && block.lower[end - 1] === "press" && block.lower[end] === "secretary") return end - 1;
  for (let i = first + 1; i < end; i++) {
    const ends = i + 1 === end || /^(?:of|for)$/.test(tokenText(block, i + 1));
    if (!ends || !OFFICE_HOLDERS.has(block.lower[i])) continue;
    // "The Members of the Security Council"
    if (i === first + 1 && block.lower[first] === "the") return end;
    let last = i;
    while (last > first + 1 && RANKS.has(block.lower[last - 1])) last--;
    // "High Commissioner for Refugees" has nothing before the title.
    return last === first + 1 && RANKS.has(block.lower[first]) ? first : last;
  }
  return end;
}

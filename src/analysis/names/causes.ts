import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const FOUNDERS: ReadonlySet<string> = new Set(formNames.causeFounders.split(" "));
/** Founders whom a sentence may tell of as well: "Women for whom …", "Friends of Varnholm". */
const PLURALS: ReadonlySet<string> = new Set(formNames.founderPlurals.split(" "));
/** Founders who need a word before them: "Business Executives for Open Seas", but not "Executives for Norvik". */
const QUALIFIED: ReadonlySet<string> = new Set(formNames.causeTitles.split(" "));
const VERBS: ReadonlySet<string> = new Set(formNames.causeVerbs.split(" "));
const LINKS: ReadonlySet<string> = new Set(formNames.causeLinks.split(" "));
/** What is called by its field behind "on": "the Project on Open Seas". */
const ON_FIELDS: ReadonlySet<string> = new Set(formNames.fieldFounders.split(" "));
/** What stands on a street or was said on a day: "the Institute on Vesk Street". */
const NO_FIELDS: ReadonlySet<string> = new Set(`${formNames.fieldEnds} ${wordKinds.kinds.weekday} ${wordKinds.kinds.month}`.split(" "));
const SMALL: ReadonlySet<string> = new Set(formNames.causeSmall.split(" "));
const SAID: ReadonlySet<string> = new Set(formNames.saidOfCauses.split(" "));

const CONFIDENCE = 0.7;
const MOST_WORDS = 7;

/** Whether a word may begin the name of an organization that is called by its cause. */
export function beginsCause(word: string): boolean {
  const lower = word.toLowerCase();
  return /^\p{Lu}\p{Ll}/u.test(word) && (FOUNDERS.has(lower) || VERBS.has(lower) || ON_FIELDS.has(lower));
}

/**
 * The organization that is called by its cause, from a token on that `beginsCause` is true of: "Doctors Without Borders",
 * "Campaign for Nuclear Disarmament", "Save the Lakes", "Friends of the Earth".
 * @param names the block's names: an organization that the labels have there is left as it is.
 * @returns null where none begins there.
 */
export function causeAt(block: Block, first: number, names: readonly TokenName[]): TokenName | null {
  const known = names[firstBehind(names, first)];
  const before = known && known.type === "organization" && known.first <= first ? known : null;
  if (before && before.end > first + 1) return null;
  const end = VERBS.has(block.lower[first]) ? endOfDemand(block, first) : endOfPurpose(block, first);
  if (end === first || isInCapitals(block, first, end) || isForSomebody(block, first, names)) return null;
  const start = before?.first ?? startOfFounders(block, first);
  if (start === first && QUALIFIED.has(block.lower[first])) return null;
  return { first: start, end, type: "organization", confidence: CONFIDENCE };
}

const LAWYERS = /^(?:lawyers|friends|doctors|parents)$/;

/** "Lawyers for Mr Weld", "Friends of Ann Weld" are whose they are. */
function isForSomebody({ lower }: Block, first: number, names: readonly TokenName[]): boolean {
  const behind = first + 2;
  if (/^(?:mr|mrs|ms|miss|dr|sir|lord|lady|gen|col|president|judge)\.?$/.test(lower[behind] ?? "")) return true;
  // "Citizens for Weld" are for a candidate.
  const known = names[firstBehind(names, behind)];
  if (LAWYERS.test(lower[first]) && known?.type === "person" && known.first === behind) return true;
  // "National Hockey League for the St. Louis Eagles": a team of a league.
  const team = names[firstBehind(names, lower[behind] === "the" ? behind + 1 : behind)];
  return lower[first] === "league" && team?.type === "organization" && team.first <= behind + 1;
}

/** Behind "Doctors Without Borders"; the first token where no purpose follows. */
function endOfPurpose(block: Block, first: number): number {
  const { lower } = block;
  const link = first + 1;
  const isOfThe = lower[link] === "of" && lower[link + 1] === "the" && PLURALS.has(lower[first]) && isCapital(block, link + 2);
  const isOnField = lower[link] === "on" && ON_FIELDS.has(lower[first]);
  if (!isOfThe && !isOnField && !LINKS.has(lower[link])) return first;
  const end = endOfCause(block, link);
  if (isOnField) return end > link + 1 && !NO_FIELDS.has(lower[link + 1]) && !NO_FIELDS.has(lower[end - 1]) ? end : first;
  return end === link || (isOfThe && !isSaid(block, end)) ? first : end;
}

/** Behind "Save the Lakes", where the words around say that it is no sentence; the first token elsewhere. */
function endOfDemand(block: Block, first: number): number {
  const { lower } = block;
  if (!/^(?:the|our|a)$/.test(lower[first + 1])) return first;
  const end = endOfCause(block, first);
  if (end === first) return first;
  const isInside = first > 0 && /^[\p{Ll},(]/u.test(block.words[first - 1]);
  return isInside || isSaid(block, end) ? end : first;
}

/** Behind the capitalised words of a cause, with small ones between them. */
function endOfCause(block: Block, first: number): number {
  let end = first;
  for (let i = first + 1; i < block.tokens.count && i <= first + MOST_WORDS; i++) {
    if (isCapital(block, i)) end = i + 1;
    else if (!SMALL.has(block.words[i])) break;
  }
  return end;
}

/** Whether what follows tells what an organization does or is, or who speaks for it. */
function isSaid({ words, tokens }: Block, end: number): boolean {
  if (end >= tokens.count) return false;
  return SAID.has(words[end]) || (words[end] === "," && /^(?:an?|the)$/.test(words[end + 1] ?? ""));
}

/** Where the words around are capitalised too, as in headlines, they tell nothing. */
function isInCapitals(block: Block, first: number, end: number): boolean {
  const { words, tokens } = block;
  for (let i = end; i < tokens.count && i < end + 4; i++) if (/^\p{Ll}{2}/u.test(words[i]) && !SMALL.has(words[i])) return false;
  for (let i = first - 1; i >= 0 && i > first - 4; i--) if (/^\p{Ll}{2}/u.test(words[i]) && !SMALL.has(words[i])) return false;
  return true;
}

/** "Business Executives for National Security": where the capitalised words before the founders begin. */
function startOfFounders(block: Block, founders: number): number {
  let first = founders;
  while (
    first > 0 &&
    founders - first < 2 &&
    isTitleCase(block, first - 1) &&
    !/^(?:The|A|An|In|At|But|And|For)$/.test(block.words[first - 1])
  )
    first--;
  return first;
}

import { MONTH_PATTERN } from "../dates/calendarDate.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import type { TokenName } from "./spans.js";

/** A place of a dateline, or the agency in brackets behind it. */
export type DatelineName = Pick<TokenName, "first" | "end" | "type">;

/** A place is at most so many words, and so is an agency. */
const MOST_WORDS = 3;
/** Between two places and the dash stand a date and an agency. */
const MOST_BEFORE_DASH = 12;
const MONTH = new RegExp(`^(?:${MONTH_PATTERN})\\.?$`, "i");
const NONE: readonly DatelineName[] = [];

/**
 * The names of datelines, which only their place tells in a line of capitals: before a date that ends the block ("LA CORUNA, Spain
 * 1996-08-30"), and at its head before an agency in brackets or a date, and a dash ("ACCRA (Meridian) - ", "LAGOS, Aug 3 - ").
 */
export function findDatelines(block: Block): readonly DatelineName[] {
  const dated = placeBeforeDate(block);
  const head = namesAtHead(block);
  return dated === null ? head : [...head, dated];
}

/** The place before a date in numbers, with which a block ends. */
function placeBeforeDate(block: Block): DatelineName | null {
  const { words, tokens, sentences } = block;
  const year = tokens.count - 5;
  if (year < 1 || tokens.kinds[tokens.count - 1] !== TokenKind.Number || !isDate(words, year)) return null;
  let from = 0;
  for (let s = sentences.length - 1; s > 0 && from === 0; s--) if (sentences[s] < year) from = sentences[s];
  let end = words[year - 1] === "," ? year - 1 : year;
  for (let i = end - 1; i > from && end - i <= MOST_WORDS && isCapital(words[i]); i--) if (words[i - 1] === ",") end = i - 1;
  let first = end;
  while (first > from && isInCapitals(words[first - 1])) first--;
  return first < end && end - first <= MOST_WORDS ? { first, end, type: "place" } : null;
}

function isDate(words: readonly string[], at: number): boolean {
  return /^[12]\d{3}$/.test(words[at]) && words[at + 1] === "-" && /^\d\d$/.test(words[at + 2]) && words[at + 3] === "-";
}

/** The place in capitals that a block begins with, and the agency. */
function namesAtHead({ words, tokens: { count } }: Block): readonly DatelineName[] {
  let end = 0;
  while (end < count && end <= MOST_WORDS && isInCapitals(words[end])) end++;
  if (end === 0 || end > MOST_WORDS || end === count) return NONE;
  if (words[end] === "/" && isInCapitals(words[end + 1] ?? "")) return namesOfTwo(words, count, end);
  let at = end;
  while (words[at] === "," && isCapital(words[at + 1]) && at < end + 2 * MOST_WORDS) at += isCapital(words[at + 2]) ? 3 : 2;
  const isDated = MONTH.test(words[at - 1]) || (at < count && MONTH.test(words[at]));
  if (isDated) while (at < count && (MONTH.test(words[at]) || /^(?:\d{1,2}|[12]\d{3}|,)$/.test(words[at]))) at++;
  const place: DatelineName = { first: 0, end, type: "place" };
  if (words[at] !== "(") return isDated && isDash(words[at]) ? [place] : NONE;
  const agency = at + 1;
  let close = agency;
  while (close < count && close - agency < MOST_WORDS && isCapital(words[close])) close++;
  if (close === agency || words[close] !== ")" || !(isDash(words[close + 1]) || (isDated && words[close + 1] === ":"))) return NONE;
  return [place, { first: agency, end: close, type: "organization" }];
}

/** "KYIV/DONETSK, Feb 2 (Meridian) -": two places before a comma or a bracket, within so many words of a dash. */
function namesOfTwo(words: readonly string[], count: number, slash: number): readonly DatelineName[] {
  let end = slash + 1;
  while (end < count && end - slash <= MOST_WORDS && isInCapitals(words[end])) end++;
  if (!/^[,(]$/.test(words[end] ?? "")) return NONE;
  for (let i = end + 1; i < Math.min(count, end + MOST_BEFORE_DASH); i++)
    if (isDash(words[i]))
      return [
        { first: 0, end: slash, type: "place" },
        { first: slash + 1, end, type: "place" },
      ];
  return NONE;
}

function isInCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}'’.-]+$/u.test(word);
}

function isCapital(word: string | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word);
}

function isDash(word: string | undefined): boolean {
  return word !== undefined && /^[-–—―]+$/.test(word);
}

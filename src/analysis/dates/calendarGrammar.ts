import { pad } from "./calendar.js";
import { fullYear, isoDay } from "./calendarDate.js";
import type { TimeMeaning } from "./expression.js";
import type { FoundExpression } from "./expressions.js";
import { FOLLOWS_DAY } from "./timeLexicon.js";
import type { TimeTokens } from "./timeTokens.js";

/** Dates with the names of months and weekdays. */
export function readCalendar(tokens: TimeTokens, first: number): FoundExpression | null {
  const article = tokens.word(first) === "the" && tokens.isNumber(first + 1) ? 1 : 0;
  const named = tokens.word(first) === "the" ? first + 1 : first;
  const { ordinal } = tokens.entry(named);
  const month = ordinal !== undefined && tokens.word(named + 1) === "of" ? tokens.entry(named + 2).month : undefined;
  if (ordinal !== undefined && month !== undefined && isCapital(tokens, named + 2))
    return withYear(tokens, first, named + 3, month, ordinal);
  const { weekday } = tokens.entry(first);
  if (weekday !== undefined && isCapital(tokens, first)) {
    const comma = tokens.word(first + 1) === "," ? 2 : 1;
    const date = readMonthDay(tokens, first + comma);
    return date ? { ...date, first } : null;
  }
  const found = readMonthDay(tokens, first + article);
  return found ? { ...found, first } : null;
}

const SHORT_MONTH = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

/** "June 13, 2014", "13 June 2014", "June 2014", "June 13", "June". */
function readMonthDay(tokens: TimeTokens, first: number): FoundExpression | null {
  const month = tokens.entry(first).month;
  if (month !== undefined) {
    if (!isCapital(tokens, first)) return null;
    // "JAN. 9, 2016": in capitals the stop is a token of its own.
    if (tokens.word(first + 1) === "." && SHORT_MONTH.test(tokens.word(first))) {
      const day = readDay(tokens, first + 2);
      return day === null ? null : withYear(tokens, first, first + 3, month, day);
    }
    const day = readDay(tokens, first + 1);
    if (day !== null) return withSharedYear(tokens, first, month, day) ?? withYear(tokens, first, first + 2, month, day);
    const of = tokens.word(first + 1) === "of" || tokens.word(first + 1) === "," ? 1 : 0;
    const year = readYearNumber(tokens, first + 1 + of);
    if (year !== null) return { first, next: first + 2 + of, meaning: { kind: "absolute", value: `${year}-${pad(month)}` } };
    const short = /^['’‘]$/.test(tokens.word(first + 1)) ? /^\d\d$/.exec(tokens.word(first + 2)) : null;
    if (short) return { first, next: first + 3, meaning: { kind: "absolute", value: `${shortYear(short[0])}-${pad(month)}` } };
    const relative = monthOfYear(tokens, first, month);
    if (relative) return relative;
    return isBareMonth(tokens, first) ? { first, next: first + 1, meaning: { kind: "month", month, direction: null, years: 0 } } : null;
  }
  const day = readDay(tokens, first);
  if (day === null) return null;
  const other = readOtherDay(tokens, first + 1, day);
  if (other !== null && tokens.entry(first + 3).month !== undefined) {
    const whole = readMonthDay(tokens, first + 2);
    return whole && { first, next: first + 1, meaning: onDay(whole.meaning, day) };
  }
  const of = tokens.word(first + 1) === "of" || tokens.word(first + 1) === "-" ? 1 : 0;
  const named = tokens.entry(first + 1 + of).month;
  return named !== undefined && isCapital(tokens, first + 1 + of) ? withYear(tokens, first, first + 2 + of, named, day) : null;
}

/** "’53" tells of what was, more often than of what will be. */
function shortYear(digits: string): number {
  return Number(digits) > 40 ? 1900 + Number(digits) : 2000 + Number(digits);
}

/** The second of two days: "and 28", "to 28", "–28", where nothing is counted by it; null where none is. */
function readOtherDay(tokens: TimeTokens, at: number, day: number): number | null {
  if (!/^(?:and|or|to|through|until|&|-|–|—)$/.test(tokens.word(at))) return null;
  const other = readDay(tokens, at + 1);
  if (other === null || other <= day) return null;
  if (/^[-–—]$/.test(tokens.word(at))) return tokens.entry(at + 2).unit === undefined ? other : null;
  const isCounted = /^[\p{Ll}\d%:/]/u.test(tokens.word(at + 2)) && !tokens.entry(at + 2).month && !FOLLOWS_DAY.has(tokens.word(at + 2));
  return isCounted ? null : other;
}

/** The same on another day of its month. */
function onDay(meaning: TimeMeaning, day: number): TimeMeaning {
  if (meaning.kind === "monthDay") return { ...meaning, day };
  return meaning.kind === "absolute" ? { ...meaning, value: `${meaning.value.slice(0, 8)}${pad(day)}` } : meaning;
}

/** "June 3 and 4, 2018": the first has the year of the second. */
function withSharedYear(tokens: TimeTokens, first: number, month: number, day: number): FoundExpression | null {
  const other = readOtherDay(tokens, first + 2, day);
  const whole = other === null ? null : withYear(tokens, first, first + 4, month, other);
  return whole && { first, next: first + 2, meaning: onDay(whole.meaning, day) };
}

/** The second of two days of one month: "28" of "February 27 and 28". */
export function readSecondDay(tokens: TimeTokens, { first, next, meaning }: FoundExpression): FoundExpression | null {
  const month = tokens.entry(first).month;
  if (month === undefined || next !== first + 2 || (meaning.kind !== "monthDay" && meaning.kind !== "absolute")) return null;
  const day = readDay(tokens, first + 1);
  const other = day === null ? null : readOtherDay(tokens, next, day);
  const whole = other === null ? null : withYear(tokens, next + 1, next + 2, month, other);
  return whole && { ...whole, first: next + 1 };
}

/** "June last year", "January this year". */
function monthOfYear(tokens: TimeTokens, first: number, month: number): FoundExpression | null {
  const named = yearNamed(tokens, first + 1);
  return named && { first, next: named.next, meaning: { kind: "month", month, direction: "same", years: named.years } };
}

function withYear(tokens: TimeTokens, first: number, next: number, month: number, day: number): FoundExpression | null {
  for (const skip of tokens.word(next) === "," || tokens.word(next) === "of" || tokens.word(next) === "-" ? [1] : [0]) {
    const year = readYearNumber(tokens, next + skip);
    const value = year === null ? null : isoDay(year, month, day);
    if (value !== null) return { first, next: next + skip + 1, meaning: { kind: "absolute", value } };
    // The month has no such day in that year.
    if (year !== null) return { first, next: next + skip + 1, meaning: { kind: "absolute", value: `${year}-${pad(month)}` } };
  }
  if (isoDay(2000, month, day) === null) return null;
  const named = yearNamed(tokens, next);
  return named
    ? { first, next: named.next, meaning: { kind: "monthDay", month, day, years: named.years } }
    : { first, next, meaning: { kind: "monthDay", month, day } };
}

/** "last year", "of this year": how many years on, and the token behind; null where no year is named so. */
function yearNamed(tokens: TimeTokens, at: number): { readonly years: number; readonly next: number } | null {
  const from = tokens.word(at) === "of" ? at + 1 : at;
  const { direction } = tokens.entry(from);
  if (direction === undefined || tokens.word(from + 1) !== "year") return null;
  return { years: direction === "back" ? -1 : direction === "onward" ? 1 : 0, next: from + 2 };
}

/** "May" and "March" are verbs too, "Jan" and "April" are persons: a month alone needs a word of time before it, or none that speaks against it. */
function isBareMonth(tokens: TimeTokens, first: number): boolean {
  const word = tokens.word(first).replace(/\.$/, "");
  const before = tokens.word(first - 1);
  const cued =
    /^(?:in|since|until|till|by|during|through|for|from|of|last|next|this|early|late|mid|each|every|between|to|and|before|after|around)$/.test(
      before,
    );
  if (word.length <= 3 && word !== "may") return false;
  if (/^(?:may|march|mar|april|june|august|jan|dec)$/.test(word)) return cued && !isCapitalWord(tokens, first + 1);
  return cued || !isCapitalWord(tokens, first + 1);
}

export function readYearNumber(tokens: TimeTokens, at: number): number | null {
  const word = tokens.word(at).replace(/^mid-/, "");
  if (!/^(?:1[5-9]|20|21)\d\d$/.test(word)) return null;
  return fullYear(word);
}

function readDay(tokens: TimeTokens, at: number): number | null {
  if (!tokens.isNumber(at)) return null;
  const found = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(tokens.word(at));
  const day = found ? Number(found[1]) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

export function isCapital(tokens: TimeTokens, at: number): boolean {
  const start = tokens.start(at);
  return (
    /^(?:mid-)?\p{Lu}/iu.test(tokens.word(at)) &&
    /\p{Lu}/u.test(tokens.block.text.charAt(tokens.word(at).startsWith("mid-") ? start + 4 : start))
  );
}

function isCapitalWord(tokens: TimeTokens, at: number): boolean {
  return at < tokens.count && isCapital(tokens, at);
}

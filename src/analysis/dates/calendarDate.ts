import type { Span } from "../analysis.js";
import { compiled } from "../text/compiled.js";
import words from "./calendarWords.json" with { type: "json" };

const MONTHS: Readonly<Record<string, number>> = words.months;

/** A regular expression's source for the names of months, the longest first. */
export const MONTH_PATTERN = alternatives(Object.keys(words.months));
/** The same for weekdays. */
export const WEEKDAY_PATTERN = alternatives(Object.keys(words.weekdays));

/** A date of the calendar in a text. */
export interface CalendarDate extends Span {
  /** ISO 8601: a day, a month or, in "--06-13", a day whose year the text does not say. */
  readonly value: string;
}

const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "((?:1[5-9]|20|21)\\d\\d)";
const FORMS: readonly { readonly pattern: RegExp; readonly read: (parts: readonly string[]) => string | null }[] = [
  {
    pattern: compiled(
      new RegExp(`\\b(?:${WEEKDAY_PATTERN})?\\.?,?\\s{0,3}\\b(${MONTH_PATTERN})\\.?\\s{1,3}${DAY},?\\s{1,3}(?:of\\s)?${YEAR}\\b`, "i"),
    ),
    read: ([month, day, year]) => isoDay(Number(year), monthNumber(month), Number(day)),
  },
  {
    pattern: compiled(
      new RegExp(
        `\\b(?:${WEEKDAY_PATTERN})?\\.?,?\\s{0,3}\\b${DAY}(?:\\s{1,3}of)?[\\s-]{0,3}(${MONTH_PATTERN})\\.?,?[\\s-]{0,3}(${YEAR}|\\d\\d)\\b(?!:)`,
        "i",
      ),
    ),
    read: ([day, month, year]) => isoDay(fullYear(year), monthNumber(month), Number(day)),
  },
  {
    pattern: new RegExp(`\\b${YEAR}([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)`),
    read: ([y, , m, d]) => isoDay(Number(y), Number(m), Number(d)),
  },
  { pattern: new RegExp(`(?<!\\d)${YEAR}(\\d\\d)(\\d\\d)(?!\\d)`), read: ([y, m, d]) => isoDay(Number(y), Number(m), Number(d)) },
  {
    pattern: /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/,
    read: ([a, mark, b, y]) => numericDay(Number(a), mark, Number(b), y),
  },
  {
    // Day, time and zone of a military or wire message: "131530Z JUN 14".
    pattern: compiled(new RegExp(`\\b(\\d\\d)\\d{4}[A-Z]?\\s{1,3}(${MONTH_PATTERN})\\s{0,3}(${YEAR}|\\d\\d)\\b`, "i")),
    read: ([day, month, year]) => isoDay(fullYear(year), monthNumber(month), Number(day)),
  },
];

/**
 * Finds the first complete calendar date (day, month and year) of a text.
 * @param text at most a few hundred characters: a line, not a document.
 * @returns its span in the text and its day in ISO 8601; null where there is none.
 */
export function readCalendarDate(text: string): CalendarDate | null {
  let first: CalendarDate | null = null;
  for (const { pattern, read } of FORMS) {
    const found = pattern.exec(text);
    if (!found || (first && found.index >= first.start)) continue;
    const value = read(found.slice(1));
    if (value === null) continue;
    const lead = found[0].length - found[0].replace(/^[\s.,]+/, "").length;
    first = { start: found.index + lead, end: found.index + found[0].length, value };
  }
  return first;
}

/** The month's number for a name or short form in any case; 0 where it is none. */
export function monthNumber(name: string): number {
  return MONTHS[name.toLowerCase().replace(/\.$/, "")] ?? 0;
}

/** @returns YYYY-MM-DD, or null where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The year that two digits mean: 1970 to 2069. Four digits mean themselves. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

/** Where both could be the month, points mean day first, strokes month first, as their users write them. */
function numericDay(a: number, mark: string, b: number, year: string): string | null {
  const y = fullYear(year);
  const dayFirst = a > 12 || (b <= 12 && mark === ".");
  return dayFirst ? isoDay(y, b, a) : isoDay(y, a, b);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function alternatives(names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length).join("|");
}

import { daysInMonth } from "./calendarDate.js";

const DAY_MS = 86_400_000;

/** A day of the Gregorian calendar as the number of days since 1970-01-01. */
export type DayNumber = number;

export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function calendarDay(day: DayNumber): CalendarDay {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** YYYY-MM-DD. */
export function isoDate(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO 8601 week of a day, YYYY-Www. */
export function isoWeek(day: DayNumber): string {
  const thursday = day - weekday(day) + 4;
  const { year } = calendarDay(thursday);
  const week = Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
  return `${year}-W${pad(week)}`;
}

/** YYYY-MM of a count of months since year 0. */
export function isoMonth(months: number): string {
  return `${Math.floor(months / 12)}-${pad((((months % 12) + 12) % 12) + 1)}`;
}

/** The same day some months away, or the last day of a shorter month. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const from = calendarDay(day);
  const count = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return dayNumber(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** Reads YYYY-MM-DD, YYYY-MM or YYYY; of a month or year, its first day. Null for anything else. */
export function readIsoDay(value: string): DayNumber | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)/.exec(value);
  return found ? dayNumber(Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)) : null;
}

export function pad(value: number): string {
  return String(value).padStart(2, "0");
}

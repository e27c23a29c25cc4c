import type { DateRef } from "../analysis.js";
import { addMonths, calendarDay, type DayNumber, dayNumber, isoDate, isoMonth, isoWeek, readIsoDay, weekday } from "./calendar.js";
import { isoDay } from "./calendarDate.js";
import type { Direction, Head, Tense, TimeExpression, TimeMeaning, TimeUnit } from "./expression.js";

/** Further away than this from the document's day, a day without a year belongs to the next year on the other side. */
const HALF_YEAR = 183;
/** Where the words speak of the past, a day may still lie so far ahead: "approved a payment on June 20". */
const LONGEST_SLIP = 100;

/** Where nothing says that it is to come, a day of the next year lies at most so far ahead. */
const LONGEST_AHEAD = 100;

/** A day, month or year that a text told of; a month or year by its first day. */
interface Told {
  readonly unit: "D" | "M" | "Y";
  readonly day: DayNumber;
}

/** Up to a century the units that can be counted from a day, from a month and from a year that was told of. */
const COUNTED_FROM: Readonly<Record<Told["unit"], ReadonlySet<TimeUnit>>> = {
  D: new Set<TimeUnit>(["S", "MIN", "H", "D", "W", "M", "Q", "Y"]),
  M: new Set<TimeUnit>(["M", "Q", "Y"]),
  Y: new Set<TimeUnit>(["Y"]),
};

/** What a text spoke of last. It is replaced, never changed, so that a block can keep what stood before it. */
export interface Period {
  /** What a block before told of; null where none told of a date. */
  readonly told: Told | null;
  readonly quarter: { readonly year: number; readonly quarter: number } | null;
  /** The period that the text compares with others was last a quarter, not a longer one. */
  readonly inQuarter: boolean;
  /** The day of the mail or the dated entry that the text stands in; quoted: only as far as lines begin with ">". */
  readonly head: { readonly day: DayNumber; readonly quoted: boolean } | null;
  /** The day that headed an entry last. */
  readonly lastHead: DayNumber | null;
}

const NO_PERIOD: Period = { told: null, quarter: null, inQuarter: false, head: null, lastHead: null };

export function isSamePeriod(a: Period, b: Period): boolean {
  return (
    a === b ||
    (isSameTold(a.told, b.told) &&
      a.inQuarter === b.inQuarter &&
      a.head?.day === b.head?.day &&
      a.head?.quoted === b.head?.quoted &&
      a.lastHead === b.lastHead &&
      a.quarter?.year === b.quarter?.year &&
      a.quarter?.quarter === b.quarter?.quarter)
  );
}

function isSameTold(a: Told | null, b: Told | null): boolean {
  return a?.day === b?.day && a?.unit === b?.unit;
}

/** Turns the expressions of a document into values, in text order: each may count from the one before it. */
export class DateResolver {
  readonly #documentDay: DayNumber | null;
  readonly #dayFirst: boolean;
  /** The day of the entry of a chronology that the block is, from its head on. */
  #entry: DayNumber | null = null;
  /** What the block has told of so far. */
  #told: Told | null = null;
  #period: Period = NO_PERIOD;

  /**
   * @param documentDate the document's own date, ISO 8601; without it, what counts from it stays without a value.
   * @param dayFirst whether 03/04/2020 is the third of April.
   */
  constructor(documentDate: string | undefined, dayFirst = false) {
    this.#documentDay = documentDate === undefined ? null : readIsoDay(documentDate);
    this.#dayFirst = dayFirst;
  }

  /** The day that expressions count from here. */
  get #anchor(): DayNumber | null {
    return this.#entry ?? this.#period.head?.day ?? this.#documentDay;
  }

  /** A new block: a time of day in it is no other block's day's. */
  startBlock(text: string): void {
    this.#period = this.period;
    this.#told = null;
    this.#entry = null;
    if (this.#period.head?.quoted && !text.startsWith(">")) this.#period = { ...this.#period, head: null };
  }

  /** What a block hands on to the next. */
  get period(): Period {
    return this.#told === null || isSameTold(this.#told, this.#period.told) ? this.#period : { ...this.#period, told: this.#told };
  }

  set period(period: Period) {
    this.#period = period;
    this.#told = null;
    this.#entry = null;
  }

  /**
   * @returns the reference, its offsets those of the expression; null where the value cannot be told.
   */
  resolve(expression: TimeExpression, text: string): DateRef | null {
    const value = this.#value(expression);
    if (value === null) return null;
    const told = toldBy(value);
    if (told !== null) this.#told = told;
    if (told !== null && expression.head) this.#noteHead(expression.head, told.day, text.startsWith(">"));
    this.#notePeriod(expression.meaning, value);
    return {
      start: expression.start,
      end: expression.end,
      value: expression.time !== undefined && told?.unit === "D" ? `${value}T${expression.time}` : value,
    };
  }

  #noteHead(head: Head, day: DayNumber, quoted: boolean): void {
    this.#period = { ...this.#period, lastHead: day, ...(head !== "entry" && { head: { day, quoted } }) };
    this.#entry = head === "entry" ? day : null;
  }

  #notePeriod({ kind }: TimeMeaning, value: string): void {
    const quarter = /^(\d{4})-Q(\d)$/.exec(value);
    if (quarter) {
      const named = kind !== "yearBefore" ? { year: Number(quarter[1]), quarter: Number(quarter[2]) } : this.#period.quarter;
      this.#period = { ...this.#period, quarter: named, inQuarter: true };
    } else if (this.#period.inQuarter && /^P(?:[6-9]|1[0-8])M$|^P1Y$/.test(value)) this.#period = { ...this.#period, inQuarter: false };
  }

  #value({ meaning, tense, head, order }: TimeExpression): string | null {
    if (order?.kind === "either" && this.#dayFirst) return order.dayFirst;
    if (head && meaning.kind === "monthDay" && this.#period.lastHead !== null) {
      return isoDate(nearestMonthDay(this.#period.lastHead, meaning.month, meaning.day, null));
    }
    if (meaning.kind === "absolute" || meaning.kind === "duration") return meaning.value;
    if (meaning.kind === "time")
      return this.#anchor === null
        ? `T${meaning.time}`
        : `${isoDate(this.#told?.unit === "D" ? this.#told.day : this.#anchor)}T${meaning.time}`;
    return this.#anchor === null ? this.#counted(meaning) : this.#relative(meaning, this.#anchor, tense);
  }

  /** In a text without a date of its own: a day or month is the nearest to what was told of last, "ten years later" counts from it. */
  #counted(meaning: TimeMeaning): string | null {
    const told = this.#told ?? this.#period.told;
    if (told === null) return null;
    if (meaning.kind === "shift") return meaning.origin === "document" ? null : this.#shifted(meaning, told.day, false);
    if (meaning.kind !== "monthDay" && (meaning.kind !== "month" || meaning.direction !== null)) return null;
    // A year says of the months in its own paragraph which they are.
    if (told.unit === "Y" && this.#told === null) return null;
    const from = told.unit === "Y" ? told.day + HALF_YEAR : told.day;
    const day = nearestMonthDay(from, meaning.month, meaning.kind === "month" ? 1 : meaning.day, null);
    return meaning.kind === "month" ? isoDate(day).slice(0, 7) : isoDate(day);
  }

  #relative(
    meaning: Exclude<TimeMeaning, { kind: "absolute" | "duration" | "time" }>,
    anchor: DayNumber,
    tense: Tense | null,
  ): string | null {
    const { year, month } = calendarDay(anchor);
    const { quarter, inQuarter } = this.#period;
    const future = tense === "future";
    switch (meaning.kind) {
      case "monthDay":
        return isoDate(this.#monthDay(meaning, anchor, tense));
      case "dayOfMonth": {
        const count = year * 12 + month - 1 + meaning.months;
        return isoDay(Math.floor(count / 12), (count % 12) + 1, meaning.day);
      }
      case "month":
        return meaning.years !== 0 || (meaning.direction === "same" && meaning.years === 0)
          ? isoMonth((year + meaning.years) * 12 + meaning.month - 1)
          : isoMonth(monthCount(year, month, meaning.month, meaning.direction, future));
      case "weekday":
        return isoDate(this.#weekday(anchor, meaning.weekday, meaning.direction, future) + 7 * (meaning.weeks ?? 0));
      case "weekend":
        return `${isoWeek(anchor + 7 * meaning.weeks)}-WE`;
      case "season":
        return `${year + seasonYears(meaning.direction, meaning.season, month)}-${meaning.season}`;
      case "quarter": {
        const now = Math.ceil(month / 3);
        const years = meaning.years ?? (meaning.quarter > now && !future ? -1 : 0);
        return `${year + years}-Q${meaning.quarter}`;
      }
      case "sameQuarter":
        return quarter ? `${quarter.year}-Q${quarter.quarter}` : lastFullQuarter(year, month);
      case "yearBefore":
        return quarter && inQuarter ? `${quarter.year - 1}-Q${quarter.quarter}` : String(year - 1);
      case "shift":
        return this.#shifted(meaning, anchor, future);
    }
  }

  /**
   * A day without a year is one of the document's year; where that is yet to come, and nothing says so, of the year that was told of last:
   * "On June 3, 2019, it failed. It failed again on Aug. 14."
   */
  #monthDay({ month, day, years }: Extract<TimeMeaning, { kind: "monthDay" }>, anchor: DayNumber, tense: Tense | null): DayNumber {
    if (years !== undefined) return dayNumber(calendarDay(anchor).year + years, month, day);
    const nearest = nearestMonthDay(anchor, month, day, tense);
    const told = this.#told ?? this.#period.told;
    const isOfYear = nearest <= anchor && calendarDay(nearest).year === calendarDay(anchor).year;
    if (tense === "future" || isOfYear || told?.unit !== "D" || anchor - told.day < HALF_YEAR) return nearest;
    return nearestMonthDay(told.day, month, day, null);
  }

  /** "A month later" counts from what was told of last; from the document's own day it would be still to come, where nothing says so. */
  #shifted({ unit, amount, origin }: Extract<TimeMeaning, { kind: "shift" }>, anchor: DayNumber, future: boolean): string | null {
    if (origin === "document") return shifted(anchor, unit, amount);
    const told = this.#told ?? this.#period.told;
    // Nothing that is told of comes after the document's own day, where the words do not say so.
    const isToCome = amount >= 0 && !future && (told === null || (told.unit === "D" && told.day === this.#documentDay));
    if (told !== null && !isToCome) {
      const years = unit === "10Y" ? 10 : unit === "100Y" ? 100 : 0;
      if (years > 0) return shifted(told.day, "Y", years * amount);
      return COUNTED_FROM[told.unit].has(unit) ? shifted(told.day, unit, amount) : null;
    }
    return isToCome ? null : shifted(anchor, unit, amount);
  }

  /** A weekday by itself is in news the latest such day, the document's own included; where the words speak of what is to come, the next. */
  #weekday(anchor: DayNumber, wanted: number, direction: Direction | null, future: boolean): DayNumber {
    const back = (weekday(anchor) - wanted + 7) % 7;
    const ahead = (wanted - weekday(anchor) + 7) % 7;
    if (direction === "back") return anchor - (back === 0 ? 7 : back);
    if (direction === "onward") return anchor + (ahead === 0 ? 7 : ahead);
    if (direction === "same") return anchor - weekday(anchor) + wanted;
    return future ? anchor + ahead : anchor - back;
  }
}

/** The day, month or year that a value is; null where it is another period. */
function toldBy(value: string): Told | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!found) return null;
  const [, year, month, day] = found;
  return { unit: day ? "D" : month ? "M" : "Y", day: dayNumber(Number(year), Number(month ?? 1), Number(day ?? 1)) };
}

function nearestMonthDay(anchor: DayNumber, month: number, day: number, tense: Tense | null): DayNumber {
  let { year } = calendarDay(anchor);
  // The last such day, of the one that not every year has.
  if (month === 2 && day === 29) while (isoDay(year, month, day) === null) year--;
  const here = dayNumber(year, month, day);
  if (tense === "done" && here > anchor) return dayNumber(year - 1, month, day);
  if (tense === "past" && here - anchor > LONGEST_SLIP) return dayNumber(year - 1, month, day);
  if ((tense === "past" || tense === "done") && here <= anchor) return here;
  if (tense === "future" && here >= anchor) return here;
  if (tense === "future" && anchor - here > LONGEST_SLIP) return dayNumber(year + 1, month, day);
  if (here - anchor > HALF_YEAR) return dayNumber(year - 1, month, day);
  if (dayNumber(year + 1, month, day) - anchor < LONGEST_AHEAD) return dayNumber(year + 1, month, day);
  return here;
}

/** A month by itself is the latest one, or the next where the words say so. */
function monthCount(year: number, now: number, wanted: number, direction: Direction | null, future: boolean): number {
  const here = year * 12 + wanted - 1;
  if (direction === "back") return wanted < now ? here : here - 12;
  if (direction === "onward") return wanted > now ? here : here + 12;
  if (future) return wanted >= now ? here : here + 12;
  return wanted <= now ? here : here - 12;
}

function seasonYears(direction: Direction | null, season: string, month: number): number {
  const begins = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 1;
  if (direction === "back") return begins + 2 < month ? 0 : -1;
  if (direction === "onward") return begins > month ? 0 : 1;
  return 0;
}

function lastFullQuarter(year: number, month: number): string {
  const quarter = Math.ceil(month / 3) - 1;
  return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`;
}

/** The day, week, month, quarter, year, decade or century some units away. */
function shifted(from: DayNumber, unit: TimeUnit, amount: number): string {
  const { year, month } = calendarDay(from);
  const whole = Math.trunc(amount);
  switch (unit) {
    case "W":
      return isoWeek(from + 7 * whole);
    case "M":
      return isoMonth(year * 12 + month - 1 + whole);
    case "Q": {
      const day = calendarDay(addMonths(from, 3 * whole));
      return `${day.year}-Q${Math.ceil(day.month / 3)}`;
    }
    case "Y":
      return String(year + whole);
    case "10Y":
      return String(Math.floor((year + 10 * whole) / 10));
    case "100Y":
      return String(Math.floor((year + 100 * whole) / 100));
    case "D":
      return isoDate(from + whole);
    default:
      return isoDate(from);
  }
}

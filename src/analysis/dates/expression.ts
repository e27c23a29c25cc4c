import type { Span } from "../analysis.js";

/** Units of time: S, MIN, H, D, W, M, Q, Y and two long ones. */
export type TimeUnit = "S" | "MIN" | "H" | "D" | "W" | "M" | "Q" | "Y" | "10Y" | "100Y";

/** Which way from the day that an expression counts from. */
export type Direction = "back" | "same" | "onward";

/** What the words beside an expression tell of; "done": of what somebody did on that very day. */
export type Tense = "past" | "done" | "future";

/** What an expression counts from: the document's day, or the day that the text spoke of last. */
export type Origin = "document" | "text";

/** What an expression of time says by itself, before the document's date is known. */
export type TimeMeaning =
  /** It says its whole value itself. */
  | { readonly kind: "absolute"; readonly value: string }
  | { readonly kind: "duration"; readonly value: string }
  | { readonly kind: "monthDay"; readonly month: number; readonly day: number; readonly years?: number }
  /** A day of the month that it was written in, or of another one counted from that: "the 4th inst.", "the 28th ult.". */
  | { readonly kind: "dayOfMonth"; readonly day: number; readonly months: number }
  | { readonly kind: "month"; readonly month: number; readonly direction: Direction | null; readonly years: number }
  | { readonly kind: "weekday"; readonly weekday: number; readonly direction: Direction | null; readonly weeks?: number }
  | { readonly kind: "weekend"; readonly weeks: number }
  | { readonly kind: "season"; readonly season: string; readonly direction: Direction | null }
  | { readonly kind: "quarter"; readonly quarter: number; readonly years: number | null }
  /** Some units back or onward: "yesterday", "four days ago", "last month". */
  | { readonly kind: "shift"; readonly unit: TimeUnit; readonly amount: number; readonly origin: Origin }
  /** The same period a year before the period that the text spoke of last. */
  | { readonly kind: "yearBefore" }
  /** The quarter that the text spoke of last. */
  | { readonly kind: "sameQuarter" }
  | { readonly kind: "time"; readonly time: string };

/** mail: of a mail that is quoted from here on; day: of an entry of some paragraphs; entry: of the rest of its block only. */
export type Head = "mail" | "day" | "entry";

export type NumericOrder = { readonly kind: "dayFirst" | "monthFirst" } | { readonly kind: "either"; readonly dayFirst: string };

/** An expression of time in a block; offsets from the block's start. */
export interface TimeExpression extends Span {
  readonly meaning: TimeMeaning;
  /** A time of day said with a day: "10 p.m. Wednesday"; hh:mm. */
  readonly time?: string;
  /** It heads what follows: a mail that is quoted, a dated entry, or one entry of a chronology. */
  readonly head?: Head;
  /** A numeric day that could be read the other way round, as the document's other dates may show; else the order it shows itself. */
  readonly order?: NumericOrder;
  /** What the words around it speak of, where they tell. */
  readonly tense: Tense | null;
}

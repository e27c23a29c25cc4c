import calendarWords from "./calendarWords.json" with { type: "json" };
import type { Direction, TimeUnit } from "./expression.js";
import words from "./timeWords.json" with { type: "json" };

/** What a word can be in an expression of time. */
export interface TimeWord {
  readonly month: number | undefined;
  readonly weekday: number | undefined;
  readonly unit: TimeUnit | undefined;
  /** The unit's word stands in the plural. */
  readonly plural: boolean | undefined;
  readonly number: number | undefined;
  readonly ordinal: number | undefined;
  readonly century: number | undefined;
  readonly decade: number | undefined;
  readonly season: string | undefined;
  readonly dayPart: boolean | undefined;
  readonly deictic: number | undefined;
  readonly direction: Direction | undefined;
  readonly approximate: boolean | undefined;
  /** So many of its units it is: two weeks. */
  readonly times: number | undefined;
  /** It may begin an expression by itself or after an article. */
  readonly starts: boolean | undefined;
}

export const NO_TIME_WORD: TimeWord = {
  month: undefined,
  weekday: undefined,
  unit: undefined,
  plural: undefined,
  number: undefined,
  ordinal: undefined,
  century: undefined,
  decade: undefined,
  season: undefined,
  dayPart: undefined,
  deictic: undefined,
  direction: undefined,
  approximate: undefined,
  times: undefined,
  starts: undefined,
};
const STARTS: TimeWord = { ...NO_TIME_WORD, starts: true };

const ENTRIES = new Map<string, TimeWord>();

function add(list: Readonly<Record<string, unknown>> | readonly string[], entry: (value: never, word: string) => Partial<TimeWord>): void {
  const pairs = Array.isArray(list) ? list.map((word: string) => [word, word] as const) : Object.entries(list);
  for (const [word, value] of pairs) ENTRIES.set(word, { ...NO_TIME_WORD, ...ENTRIES.get(word), ...entry(value as never, word) });
}

add(words.numbers, (number: number) => ({ number, starts: true }));
add(words.ordinals, (ordinal: number) => ({ ordinal, starts: true }));
add(words.units, (unit: TimeUnit, word) => ({ unit, plural: word.endsWith("s"), starts: true }));
add(words.fortnights, () => ({ unit: "W", times: 2, starts: true }));
add(
  Object.keys(words.feasts).map((name) => name.split(" ")[0]),
  () => ({ starts: true }),
);
add(words.centuries, (century: number) => ({ century, starts: true }));
add(words.decades, (decade: number) => ({ decade, starts: true }));
add(words.seasons, (season: string) => ({ season, starts: true }));
add(words.dayParts, () => ({ dayPart: true, starts: true }));
add(words.deictic, (deictic: number) => ({ deictic, starts: true }));
add(words.back, () => ({ direction: "back", starts: true }));
add(words.onward, () => ({ direction: "onward", starts: true }));
add(words.same, () => ({ direction: "same", starts: true }));
add(words.approximate, () => ({ approximate: true, starts: true }));
add(calendarWords.months, (month: number) => ({ month, starts: true }));
add(calendarWords.weekdays, (weekday: number) => ({ weekday, starts: true }));
add(
  [
    "the",
    "'",
    "’",
    "year-end",
    "mid-year",
    "midyear",
    "midnight",
    "year-ago",
    "year-earlier",
    "q1",
    "q2",
    "q3",
    "q4",
    "fiscal",
    "h1",
    "h2",
  ],
  () => ({
    starts: true,
  }),
);
add(
  ["first", "second", "third", "fourth"].map((ordinal) => `${ordinal}-quarter`),
  () => ({ starts: true }),
);

const SPELLED_NUMBER = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\p{Ll}/u;

/** The entry of a word in lower case, full stops at its end left out. */
export function timeWord(word: string): TimeWord {
  const entry = ENTRIES.get(word);
  if (entry) return entry;
  if (word.endsWith(".")) return ENTRIES.get(word.slice(0, -1)) ?? NO_TIME_WORD;
  if (!word.includes("-")) return NO_TIME_WORD;
  if (SPELLED_NUMBER.test(word)) return STARTS;
  if (word.startsWith("mid-")) {
    if (/^mid-\d{4}s?$/.test(word)) return STARTS;
    const rest = ENTRIES.get(word.slice(4));
    return rest && (rest.month !== undefined || rest.weekday !== undefined || rest.season !== undefined) ? rest : NO_TIME_WORD;
  }
  return NO_TIME_WORD;
}

/** Which month a day is of in the letters of old, counted from the letter's own: "inst.", "ult.". */
export const MONTHS_OF_LETTERS: ReadonlyMap<string, number> = new Map(Object.entries(words.monthsOfLetters));
export const YEAR_CUES: ReadonlySet<string> = new Set(words.yearCues);
export const FUTURE_CUES: ReadonlySet<string> = new Set(words.futureCues);
/** "by Thursday": these speak of what is to come only where the expression follows at once. */
export const FUTURE_CUES_RIGHT_BEFORE: ReadonlySet<string> = new Set(words.futureCuesRightBefore);
/** What may stand behind the second of two days, which would else be a number of something: "on May 5 and 6 in Lund". */
export const FOLLOWS_DAY: ReadonlySet<string> = new Set(words.followsDay);
/** Words that make the weekday behind them a feast or a day that comes again and again. */
export const NOT_BEFORE_WEEKDAY: ReadonlySet<string> = new Set(words.notBeforeWeekday);
export const SAYING: ReadonlySet<string> = new Set(words.saying);
/** Behind which "to" and a verb tell of what is to come. */
export const INTENDING: ReadonlySet<string> = new Set(words.intending);
/** Verbs of what went on "until March", and ended then. */
export const LASTING: ReadonlySet<string> = new Set(words.lasting);
export const PAST_CUES: ReadonlySet<string> = new Set(words.pastCues);

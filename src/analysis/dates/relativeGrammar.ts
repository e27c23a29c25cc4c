import type { Direction, Origin, TimeMeaning, TimeUnit } from "./expression.js";
import type { FoundExpression } from "./expressions.js";
import { isPartOfName } from "./surroundings.js";
import { FOLLOWS_DAY, NOT_BEFORE_WEEKDAY, timeWord } from "./timeLexicon.js";
import type { TimeTokens } from "./timeTokens.js";

const DIRECTED: ReadonlySet<string> = new Set(["this", "last", "next"]);
const COMPARED: ReadonlySet<string> = new Set(["comparable", "corresponding"]);
const YEAR_BEFORE: ReadonlySet<string> = new Set(["year-ago", "year-earlier"]);
const BEFORE: ReadonlySet<string> = new Set(["previous", "preceding", "prior"]);
const BEHIND: ReadonlySet<string> = new Set(["following", "next"]);

const SIGN: Readonly<Record<Direction, number>> = { back: -1, same: 0, onward: 1 };

/** Reads the expressions that count from another day, and durations; null where none begins at the token. */
export function readRelative(tokens: TimeTokens, first: number): FoundExpression | null {
  return (
    readDeictic(tokens, first) ??
    readQuarter(tokens, first) ??
    readNeighbour(tokens, first) ??
    readDirected(tokens, first) ??
    readWholeYear(tokens, first) ??
    readAmount(tokens, first) ??
    readWeekday(tokens, first) ??
    readSingle(tokens, first)
  );
}

function found(first: number, next: number, meaning: TimeMeaning): FoundExpression {
  return { first, next, meaning };
}

function shift(unit: TimeUnit, amount: number, origin: Origin = "document"): TimeMeaning {
  return { kind: "shift", unit, amount, origin };
}

/** "yesterday", "tomorrow morning". */
function readDeictic(tokens: TimeTokens, first: number): FoundExpression | null {
  const { deictic } = tokens.entry(first);
  if (deictic === undefined || isPartOfName(tokens, first)) return null;
  return found(first, skipDayPart(tokens, first + 1), shift("D", deictic));
}

/** "the third quarter", "third-quarter", "Q3 2015", "this year's first quarter", "the year-ago quarter". */
function readQuarter(tokens: TimeTokens, first: number): FoundExpression | null {
  let at = first;
  let years: number | null = null;
  const word = tokens.word(first);
  if (tokens.word(at + 1) === "year" && DIRECTED.has(word) && /^['’]s$/.test(tokens.word(at + 2))) {
    years = SIGN[tokens.entry(at).direction ?? "same"];
    at += 3;
  } else if (word === "the") at++;
  while (COMPARED.has(tokens.word(at))) at++;
  if (YEAR_BEFORE.has(tokens.word(at))) {
    at++;
    if (isPeriod(tokens, at)) return found(first, at + 1, { kind: "yearBefore" });
    if (tokens.entry(at).ordinal === undefined) return found(first, at, { kind: "yearBefore" });
    years = -1;
  }
  if (tokens.word(at) === "fiscal") at++;
  const name = tokens.word(at);
  const q = name.startsWith("q") ? /^q([1-4])$/.exec(name) : null;
  const hyphened = name.endsWith("-quarter") ? /^(first|second|third|fourth)-quarter$/.exec(name) : null;
  const ordinal = tokens.entry(at).ordinal;
  let quarter = 0;
  let next = at + 1;
  if (q) quarter = Number(q[1]);
  else if (hyphened) quarter = timeWord(hyphened[1]).ordinal ?? 0;
  else if (ordinal !== undefined && (tokens.word(at + 1) === "fiscal" || tokens.word(at + 1) === "quarter")) {
    next = at + 1 + Number(tokens.word(at + 1) === "fiscal");
    if (tokens.word(next) !== "quarter") return null;
    quarter = ordinal;
    next++;
  } else if (at > first || name === "the" || name === "latest" || name === "this") return readSameQuarter(tokens, first, at);
  if (quarter === 0) return null;
  const of = /^(?:of|in|,)$/.test(tokens.word(next)) ? 1 : 0;
  const fiscal = tokens.word(next + of) === "fiscal" ? 1 : 0;
  const year = /^(?:19|20)\d\d$/.exec(tokens.word(next + of + fiscal));
  if (year) return found(first, next + of + fiscal + 1, { kind: "absolute", value: `${year[0]}-Q${quarter}` });
  const directed = tokens.entry(next + of).direction;
  if (directed !== undefined && tokens.word(next + of + 1) === "year") {
    return found(first, next + of + 2, { kind: "quarter", quarter, years: SIGN[directed] });
  }
  return found(first, next, { kind: "quarter", quarter, years });
}

function isPeriod(tokens: TimeTokens, at: number): boolean {
  return /^(?:quarter|period)$/.test(tokens.word(at));
}

/** "the quarter", "the latest quarter": the one last spoken of. */
function readSameQuarter(tokens: TimeTokens, first: number, at: number): FoundExpression | null {
  const latest = tokens.word(at) === "latest" ? 1 : 0;
  if (tokens.word(first) !== "the" || (latest === 0 && tokens.word(at) !== "quarter")) return null;
  return isPeriod(tokens, at + latest) ? found(first, at + latest + 1, { kind: "sameQuarter" }) : null;
}

/** "the night before", "the day after", "the following day", "the previous Friday", "a day earlier". */
function readNeighbour(tokens: TimeTokens, first: number): FoundExpression | null {
  if (tokens.word(first) !== "the") return null;
  const noun = tokens.word(first + 1);
  const entry = tokens.entry(first + 1);
  const day = noun === "day" || entry.dayPart === true;
  const unit = day ? "D" : entry.unit;
  const isSecond = `${tokens.word(first + 2)} ${tokens.word(first + 3)}`;
  const weeks = isSecond === "before last" ? -2 : isSecond === "after next" ? 2 : 0;
  if (weeks !== 0 && noun === "weekend") return found(first, first + 4, { kind: "weekend", weeks });
  if (weeks !== 0 && unit !== undefined && !entry.plural) return found(first, first + 4, shift(unit, weeks));
  if (unit !== undefined && !entry.plural) {
    const after = tokens.word(first + 2);
    if (day && after === "before" && tokens.word(first + 3) === "yesterday") return found(first, first + 4, shift("D", -2));
    if (day && after === "after" && tokens.word(first + 3) === "tomorrow") return found(first, first + 4, shift("D", 2));
    if (after === "before" || after === "after")
      return endsClause(tokens, first + 3) ? found(first, first + 3, shift(unit, after === "before" ? -1 : 1, "text")) : null;
  }
  const direction = BEFORE.has(noun) ? -1 : BEHIND.has(noun) ? 1 : 0;
  if (direction === 0) return null;
  const moved = tokens.entry(first + 2);
  if (tokens.word(first + 2) === "day" || moved.dayPart) return found(first, first + 3, shift("D", direction, "text"));
  if (moved.unit !== undefined && !moved.plural && "WMY".includes(moved.unit))
    return found(first, first + 3, shift(moved.unit, direction, "text"));
  return null;
}

/** After "the day before" a clause says before what; then the words are no date by themselves. */
function endsClause(tokens: TimeTokens, at: number): boolean {
  const word = tokens.word(at);
  return word === "" || !/^[\p{L}\p{N}]/u.test(word) || /^(?:and|but|in|at|on|that|when|while|with|by|to|as)$/.test(word);
}

/** "last month", "this week", "next Friday", "the past three months", "earlier this year", "last June". */
function readDirected(tokens: TimeTokens, first: number): FoundExpression | null {
  const at = tokens.word(first) === "the" ? first + 1 : first;
  const { direction } = tokens.entry(at);
  if (direction === undefined) return null;
  const word = tokens.word(at + 1);
  const noun = tokens.entry(at + 1);
  if (word === "time" && tokens.word(at) === "this" && at === first) return readThisTime(tokens, first);
  const amount = readNumber(tokens, at + 1);
  if (amount) {
    const unit = tokens.entry(amount.next).unit;
    const joined = tokens.word(amount.next) === "-" ? tokens.entry(amount.next + 1).unit : undefined;
    if (unit !== undefined && direction !== "same")
      return found(first, amount.next + 1, { kind: "duration", value: duration(amount.value, unit) });
    if (joined !== undefined) return null;
  }
  if (at > first && tokens.word(at) === "past" && noun.unit === "Y" && !noun.plural) return found(first, at + 2, shift("Y", 0));
  if (noun.unit !== undefined && !noun.plural && noun.unit !== "S" && noun.unit !== "MIN" && noun.unit !== "H") {
    const origin = tokens.word(at) === "same" && noun.unit !== "Q" ? "text" : "document";
    return found(first, at + 2, shift(noun.unit, SIGN[direction], origin));
  }
  if (noun.dayPart) return found(first, at + 2, shift("D", direction === "back" ? -1 : SIGN[direction]));
  if (noun.weekday !== undefined) return found(first, skipDayPart(tokens, at + 2), { kind: "weekday", weekday: noun.weekday, direction });
  if (noun.month !== undefined && noun.month > 0 && word.length >= 3 && at === first) {
    return found(first, at + 2, { kind: "month", month: noun.month, direction, years: 0 });
  }
  if (word === "weekend") return found(first, at + 2, { kind: "weekend", weeks: SIGN[direction] });
  if (noun.season !== undefined) return found(first, at + 2, { kind: "season", season: noun.season, direction });
  return null;
}

/** "this time last year": the month then; "this time next week": the day. */
function readThisTime(tokens: TimeTokens, first: number): FoundExpression | null {
  const { direction } = tokens.entry(first + 2);
  const { unit, plural } = tokens.entry(first + 3);
  if (direction === undefined || direction === "same" || plural) return null;
  const sign = SIGN[direction];
  if (unit === "Y") return found(first, first + 4, shift("M", 12 * sign));
  return unit === "W" ? found(first, first + 4, shift("D", 7 * sign)) : null;
}

/** "the year ended March 31", "the fiscal year": how long, not which. */
function readWholeYear(tokens: TimeTokens, first: number): FoundExpression | null {
  if (tokens.word(first) !== "the") return null;
  const fiscal = tokens.word(first + 1) === "fiscal" ? 1 : 0;
  if (tokens.word(first + 1 + fiscal) !== "year") return null;
  const next = first + 2 + fiscal;
  return fiscal === 1 || /^(?:ended|ending|to)$/.test(tokens.word(next)) ? found(first, next, { kind: "duration", value: "P1Y" }) : null;
}

/** "two" of "eight minutes to two": an hour of the clock, and no amount of something. */
function isHour(tokens: TimeTokens, at: number): boolean {
  const hour = readNumber(tokens, at);
  return hour !== null && !hour.article && Number.isInteger(hour.value) && hour.value <= 12 && endsClause(tokens, hour.next);
}

/** "four days ago", "a year earlier", "two hours", "two-year", "2 1/2 years". */
function readAmount(tokens: TimeTokens, first: number): FoundExpression | null {
  const amount = readNumber(tokens, first);
  if (!amount) return null;
  let next = amount.next;
  const hyphen = tokens.word(next) === "-" ? 1 : 0;
  if (hyphen === 0 && /^(?:more|full|consecutive|whole|straight|trading)$/.test(tokens.word(next))) next++;
  const entry = tokens.entry(next + hyphen);
  const { unit } = entry;
  if (unit === undefined) return null;
  const count = amount.value * (entry.times ?? 1);
  next += hyphen + 1;
  if (hyphen === 0) {
    const after = tokens.word(next);
    if (after === "ago" && unit === "W" && tokens.word(next + 1) === "today") return found(first, next + 2, shift("D", -7 * count));
    if (after === "ago") return found(first, next + 1, unit === "Y" && amount.value === 1 ? { kind: "yearBefore" } : shift(unit, -count));
    // "1,000 years earlier than thought" is how much, not when.
    const isCompared = tokens.word(next + 1) === "than" && (after === "earlier" || after === "later");
    if (isCompared) return found(first, next, { kind: "duration", value: duration(count, unit) });
    if (after === "earlier" || (after === "before" && endsClause(tokens, next + 1))) {
      return found(first, next + 1, unit === "Y" && amount.value === 1 ? { kind: "yearBefore" } : shift(unit, -count, "text"));
    }
    if (after === "later" || (after === "after" && endsClause(tokens, next + 1))) return found(first, next + 1, shift(unit, count, "text"));
    if (unit === "MIN" && (after === "to" || after === "past") && tokens.word(first - 1) !== "from" && isHour(tokens, next + 1))
      return null;
    const { weekday } = tokens.entry(next + 1);
    const isOn = after === "on" && amount.article && !isLasting(tokens, first);
    if ((after === "from" || isOn) && weekday !== undefined && unit === "W")
      return found(first, next + 2, { kind: "weekday", weekday, direction: "onward", weeks: amount.value });
    if (after === "from" && tokens.word(next + 1) === "now") return found(first, next + 2, shift(unit, count));
    if (after === "hence") return found(first, next + 1, shift(unit, count));
    if (amount.article && (!isLasting(tokens, first) || isOrdinal(tokens, next))) return null;
    if (!entry.plural && amount.value !== 1 && /^(?:S|MIN|100Y)$/.test(unit)) return null;
  }
  const isAge = tokens.word(next) === "old" || (tokens.word(next) === "-" && tokens.word(next + 1) === "old");
  if (isAge || (unit === "Q" && amount.value === 1)) return null;
  return found(first, next, { kind: "duration", value: duration(count, unit) });
}

/** "a year" lasts where a word of lasting stands before it; "$5 a year" is a rate. */
function isLasting(tokens: TimeTokens, first: number): boolean {
  return /^(?:for|within|in|after|about|nearly|almost|than|over|every|once|least|another|of|around|roughly|lasted|lasting|take|takes|took|spent|during|under)$/.test(
    tokens.word(first - 1),
  );
}

/** "for a second booking": one after the first. @param next the token behind "second". */
function isOrdinal(tokens: TimeTokens, next: number): boolean {
  return tokens.word(next - 1) === "second" && /^\p{Ll}/u.test(tokens.word(next)) && !FOLLOWS_DAY.has(tokens.word(next));
}

interface Amount {
  readonly value: number;
  readonly next: number;
  /** It is "a" or "an". */
  readonly article: boolean;
}

function readNumber(tokens: TimeTokens, first: number): Amount | null {
  const word = tokens.word(first);
  let value = tokens.entry(first).number;
  let next = first + 1;
  if (tokens.isNumber(first)) {
    if (!/^\d{1,4}(?:,\d{3}){0,2}(?:\.\d{1,3})?$/.test(word)) return null;
    value = Number(word.replaceAll(",", ""));
    if (/^(?:19|20)\d\d$/.test(word)) return null;
    if (/^1\/2$|^½$/.test(tokens.word(next))) return { value: value + 0.5, next: next + 1, article: false };
    if (tokens.word(next) === "1" && tokens.word(next + 1) === "/" && tokens.word(next + 2) === "2")
      return { value: value + 0.5, next: next + 3, article: false };
  } else if (value === undefined) {
    if (!word.includes("-")) return null;
    const [tens, ones] = word.split("-");
    const high = timeWord(tens).number ?? 0;
    const low = timeWord(ones).number ?? 0;
    if (high < 20 || low < 1 || low > 9) return null;
    value = high + low;
  } else if (value >= 20 && value < 100) {
    const ones = tokens.entry(next).number ?? 0;
    if (ones >= 1 && ones <= 9 && !/^an?$/.test(tokens.word(next))) {
      value += ones;
      next++;
    }
  } else if (value <= 9 && tokens.word(next) === "hundred") {
    value *= 100;
    next++;
  } else if (/^an?$/.test(word) && tokens.word(next) === "couple" && tokens.word(next + 1) === "of") {
    return { value: 2, next: next + 2, article: false };
  } else if (/^an?$/.test(word) && tokens.word(next) === "dozen") {
    return { value: 12, next: next + 1, article: false };
  }
  if (value === 0) return null;
  // "two and a half years"
  if (tokens.word(next) === "and" && tokens.word(next + 1) === "a" && tokens.word(next + 2) === "half")
    return { value: value + 0.5, next: next + 3, article: false };
  return { value, next, article: /^an?$/.test(word) && next === first + 1 };
}

const DESIGNATORS: Readonly<Record<TimeUnit, readonly [scale: number, prefix: string, unit: string]>> = {
  S: [1, "PT", "S"],
  MIN: [1, "PT", "M"],
  H: [1, "PT", "H"],
  D: [1, "P", "D"],
  W: [1, "P", "W"],
  M: [1, "P", "M"],
  Q: [3, "P", "M"],
  Y: [1, "P", "Y"],
  "10Y": [10, "P", "Y"],
  "100Y": [100, "P", "Y"],
};

/** A duration in ISO 8601: half a year is six months. */
function duration(amount: number, unit: TimeUnit): string {
  const [scale, prefix, designator] = DESIGNATORS[unit];
  const whole = Math.floor(amount * scale);
  if (unit === "Y" && amount * scale - whole === 0.5) return whole === 0 ? "P6M" : `P${whole}Y6M`;
  return `${prefix}${amount * scale}${designator}`;
}

/** "Friday", "Friday night". */
function readWeekday(tokens: TimeTokens, first: number): FoundExpression | null {
  const { weekday } = tokens.entry(first);
  const text = tokens.block.text.charAt(tokens.start(first));
  if (weekday === undefined || !/\p{Lu}/u.test(text)) return null;
  const word = tokens.word(first);
  if (word.replace(/\.$/, "").length <= 3 && (word === "sun" || word === "sat" || word === "wed" || word === "mon")) return null;
  // "Easter Monday" and "Good Friday" are days of their own; "every Monday" is none.
  if (NOT_BEFORE_WEEKDAY.has(tokens.word(first - 1))) return null;
  if (tokens.word(first + 1) === "week" && !/^(?:end|long|\p{L}+ly)$/u.test(tokens.word(first + 2))) {
    return found(first, first + 2, { kind: "weekday", weekday, direction: "onward", weeks: 1 });
  }
  if (tokens.word(first + 1) === "fortnight") return found(first, first + 2, { kind: "weekday", weekday, direction: "onward", weeks: 2 });
  const behind = tokens.word(first + 1);
  const isLetters = (behind === "last" || behind === "next") && !isNamed(tokens, first + 2);
  if (isLetters) return found(first, first + 2, { kind: "weekday", weekday, direction: behind === "last" ? "back" : "onward" });
  return found(first, skipDayPart(tokens, first + 1), { kind: "weekday", weekday, direction: null });
}

/** "Saturday last month": what "last" is said of, and not of the day. */
function isNamed(tokens: TimeTokens, at: number): boolean {
  const { unit, month, season, weekday } = tokens.entry(at);
  return unit !== undefined || month !== undefined || season !== undefined || weekday !== undefined || tokens.word(at) === "weekend";
}

/** "year-end", "midyear". */
function readSingle(tokens: TimeTokens, first: number): FoundExpression | null {
  if (tokens.word(first) === "year-end") return found(first, first + 1, { kind: "monthDay", month: 12, day: 31 });
  const the = tokens.word(first) === "the" ? 1 : 0;
  const { season } = tokens.entry(first + the);
  if (season === undefined) return null;
  const of = tokens.word(first + the + 1) === "of" ? 1 : 0;
  const year = /^(?:19|20)\d\d$/.exec(tokens.word(first + the + 1 + of));
  return year ? found(first, first + the + 2 + of, { kind: "absolute", value: `${year[0]}-${season}` }) : null;
}

function skipDayPart(tokens: TimeTokens, at: number): number {
  return tokens.entry(at).dayPart ? at + 1 : at;
}

import { pad } from "./calendar.js";
import { readCalendarDate } from "./calendarDate.js";
import { readCalendar, readYearNumber } from "./calendarGrammar.js";
import type { TimeMeaning } from "./expression.js";
import type { FoundExpression } from "./expressions.js";
import { readFeast } from "./feasts.js";
import { readRelative } from "./relativeGrammar.js";
import { MONTHS_OF_LETTERS, timeWord, YEAR_CUES } from "./timeLexicon.js";
import type { TimeTokens } from "./timeTokens.js";

/** Reads the expression of time that begins at a token; null where none does. */
export function readExpression(tokens: TimeTokens, first: number): FoundExpression | null {
  const found =
    readNumeric(tokens, first) ??
    readTimeOfDay(tokens, first) ??
    readMarkedPart(tokens, first) ??
    readHalf(tokens, first) ??
    readDayOfLetters(tokens, first) ??
    readFeast(tokens, first) ??
    readCalendar(tokens, first) ??
    readRelative(tokens, first) ??
    readYear(tokens, first);
  return found && withBracket(tokens, found);
}

const HYPHEN = 0x2d;
const STROKE = 0x2f;

/** 2014-06-13, 10/27/89, 13.06.2014, with or without a time after "T". */
function readNumeric(tokens: TimeTokens, first: number): FoundExpression | null {
  if (!tokens.isNumber(first)) return null;
  const start = tokens.start(first);
  const behindNumber = tokens.block.text.charCodeAt(tokens.end(first));
  if (behindNumber !== HYPHEN && behindNumber !== STROKE && !tokens.word(first).includes(".")) return null;
  const slice = tokens.block.text.slice(start, start + 40);
  if (/^9\/11(?![\d/])/.test(slice)) {
    let behind = first + 1;
    while (behind < tokens.count && tokens.start(behind) < start + 4) behind++;
    return { first, next: behind, meaning: { kind: "absolute", value: "2001-09-11" }, end: start + 4 };
  }
  const week = /^(?:19|20)\d\d-W(?:0[1-9]|[1-4]\d|5[0-3])(?!\w)/.exec(slice);
  if (week) {
    let behind = first + 1;
    while (behind < tokens.count && tokens.start(behind) < start + week[0].length) behind++;
    return { first, next: behind, meaning: { kind: "absolute", value: week[0] }, end: start + week[0].length };
  }
  const found = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d\d))(?![\d/-])/.exec(slice);
  const value = found ? readCalendarDate(found[0])?.value : undefined;
  if (!found || value === undefined || tokens.word(first - 1) === "/" || tokens.word(first - 1) === "-") return null;
  const clock = /^(?:T|\s{1,2})([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?/.exec(slice.slice(found[0].length));
  let next = first + 1;
  const end = start + found[0].length + (clock?.[0].length ?? 0);
  while (next < tokens.count && tokens.start(next) < end) next++;
  return { first, next, meaning: { kind: "absolute", value }, end, ...(clock && { time: `${clock[1]}:${clock[2]}` }) };
}

/** "2314 hours". */
function militaryClock(word: string, next: string): RegExpExecArray | null {
  return next === "hours" || next === "hrs" ? /^([01]\d|2[0-3])([0-5]\d)$/.exec(word) : null;
}

/** A time of day, alone or with the day beside it: "5 p.m. EST Nov. 9", "noon Thursday", "10:30 a.m.". */
function readTimeOfDay(tokens: TimeTokens, first: number): FoundExpression | null {
  let next = first + 1;
  let time: string | null = null;
  const word = tokens.word(first);
  if (word === "noon" || word === "midnight") time = word === "noon" ? "12:00" : "00:00";
  else if (tokens.isNumber(first)) {
    const clock = /^(\d{1,2})(?:[:.](\d\d))?(am|pm)?$/.exec(word) ?? militaryClock(word, tokens.word(next));
    const half = clock?.[3] ?? /^(a|p)\.?m\.?$/.exec(tokens.word(next))?.[0];
    if (!clock || (half === undefined && clock[2] === undefined)) return null;
    if (half === undefined && !/^(?:gmt|utc|est|edt|bst|hours|hrs|local)$/.test(tokens.word(next))) return null;
    if (half !== undefined && clock[3] === undefined) next++;
    const hour = half === undefined ? Number(clock[1]) : (Number(clock[1]) % 12) + (half.startsWith("p") ? 12 : 0);
    if (hour > 23 || Number(clock[1]) > 24 || Number(clock[2] ?? 0) > 59) return null;
    time = `${pad(hour)}:${clock[2] ?? "00"}`;
  }
  if (time === null) return null;
  if (/^\(?(?:gmt|utc|est|edt|bst|cst|cdt|pst|pdt|mst|mdt|cet|cest|et|hours|hrs|local)$/.test(tokens.word(next))) {
    next += tokens.word(next) === "local" && tokens.word(next + 1) === "time" ? 2 : 1;
  }
  let day = next;
  if (tokens.word(day) === "," || tokens.word(day) === "on") day++;
  const date = day < tokens.count ? (readCalendar(tokens, day) ?? readRelative(tokens, day)) : null;
  if (date && isDay(date.meaning)) return { ...date, first, time };
  return word === "noon" || word === "midnight" ? null : { first, next, meaning: { kind: "time", time } };
}

function isDay(meaning: TimeMeaning): boolean {
  if (meaning.kind === "absolute") return meaning.value.length === 10;
  return meaning.kind === "monthDay" || meaning.kind === "weekday" || (meaning.kind === "shift" && meaning.unit === "D");
}

const PARTS: ReadonlySet<string> = new Set("end beginning start middle close rest remainder turn eve early late height".split(" "));

/** A part of a period: "early September", "the end of 1990", "mid-June", "late yesterday": the value is the period's. */
function readMarkedPart(tokens: TimeTokens, first: number): FoundExpression | null {
  let at = first;
  if (tokens.word(at) === "the") at++;
  const word = tokens.word(at);
  if (tokens.word(at + 1) === "of" && PARTS.has(word)) at += 2;
  else if (tokens.entry(at).approximate) at += tokens.word(at + 1) === "-" ? 2 : 1;
  else return null;
  const rest = readCalendar(tokens, at) ?? readRelative(tokens, at) ?? readYear(tokens, at) ?? readPresent(tokens, at);
  if (!rest || rest.meaning.kind === "duration" || rest.meaning.kind === "time") return null;
  return { ...rest, first };
}

/** "the year" of "the end of the year". */
function readPresent(tokens: TimeTokens, first: number): FoundExpression | null {
  const { unit, plural } = tokens.entry(first + 1);
  if (tokens.word(first) !== "the" || tokens.word(first - 1) !== "of" || plural || (unit !== "Y" && unit !== "M" && unit !== "W"))
    return null;
  return { first, next: first + 2, meaning: { kind: "shift", unit, amount: 0, origin: "document" } };
}

/** "the first half of 2020", "H1 2020". */
function readHalf(tokens: TimeTokens, first: number): FoundExpression | null {
  const at = tokens.word(first) === "the" ? first + 1 : first;
  const word = tokens.word(at);
  const short = word.startsWith("h") ? /^h([12])$/.exec(word) : null;
  const ordinal = tokens.word(at + 1) === "half" ? tokens.entry(at).ordinal : undefined;
  const half = short ? Number(short[1]) : (ordinal ?? 0);
  if (half < 1 || half > 2) return null;
  const next = short ? at + 1 : at + 2;
  const of = tokens.word(next) === "of" ? 1 : 0;
  const year = /^(?:19|20)\d\d$/.exec(tokens.word(next + of));
  return year && { first, next: next + of + 1, meaning: { kind: "absolute", value: `${year[0]}-H${half}` } };
}

/** "the 4th inst.", "28th ultimo". */
function readDayOfLetters(tokens: TimeTokens, first: number): FoundExpression | null {
  const at = tokens.word(first) === "the" ? first + 1 : first;
  const day = /^([12]?\d|3[01])(?:st|nd|rd|th|d)?$/.exec(tokens.word(at));
  if (!day || day[1] === "0") return null;
  const word = tokens.word(at + 1);
  const months = MONTHS_OF_LETTERS.get(word.endsWith(".") ? word.slice(0, -1) : word);
  return months === undefined ? null : { first, next: at + 2, meaning: { kind: "dayOfMonth", day: Number(day[1]), months } };
}

/** 1990, 1990s, fiscal 1989, the 20th century, nineteen ninety-six. */
function readYear(tokens: TimeTokens, first: number): FoundExpression | null {
  let at = first;
  if (tokens.word(at) === "the") at++;
  if (tokens.word(at) === "fiscal" || (tokens.word(at) === "year" && at > first)) at++;
  const word = tokens.word(at);
  const isFigures = /\d/.test(word);
  const decade = isFigures ? /^(?:mid-)?(1[5-9]|20)(\d)0'?s$/.exec(word) : null;
  if (decade) return { first, next: at + 1, meaning: { kind: "absolute", value: `${decade[1]}${decade[2]}` } };
  if (isFigures && /^(?:1[5-9]|20)\d0$/.test(word) && at > first && /^['’]s$/.test(tokens.word(at + 1))) {
    return { first, next: at + 2, meaning: { kind: "absolute", value: word.slice(0, 3) } };
  }
  const apostrophe = /^['’‘]$/.test(word) ? 1 : 0;
  const short = isFigures || apostrophe === 1 ? /^(\d)0s$/.exec(tokens.word(at + apostrophe)) : null;
  if (short && (apostrophe === 1 || tokens.word(at - 1) === "the")) {
    return { first, next: at + apostrophe + 1, meaning: { kind: "absolute", value: `${Number(short[1]) < 3 ? 20 : 19}${short[1]}` } };
  }
  if (apostrophe === 1) return null;
  const { century: namedCentury, decade: named } = tokens.entry(at);
  const century = namedCentury ?? (isFigures ? Number(/^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1] ?? 0) : 0);
  if (century > 0 && tokens.entry(at + 1).unit === "100Y") {
    return { first, next: at + 2, meaning: { kind: "absolute", value: String(century - 1).padStart(2, "0") } };
  }
  if (named !== undefined && at > first) return { first, next: at + 1, meaning: { kind: "absolute", value: `19${named}` } };
  const spelled = word === "nineteen" ? readSpelledYear(tokens, at) : null;
  if (spelled) return { ...spelled, first };
  if (at > first && tokens.word(at - 1) === "the") return null;
  const year = isFigures ? readYearNumber(tokens, at) : null;
  if (year === null || !isYear(tokens, at, year)) return null;
  const quarter = tokens.entry(at + 1).ordinal;
  if (quarter !== undefined && tokens.word(at + 2) === "quarter") {
    return { first, next: at + 3, meaning: { kind: "absolute", value: `${year}-Q${quarter}` } };
  }
  return { first, next: at + 1, meaning: { kind: "absolute", value: String(year) } };
}

/** "nineteen ninety-six", as a transcript of speech has it. */
function readSpelledYear(tokens: TimeTokens, first: number): FoundExpression | null {
  const [tens, ones] = tokens.word(first + 1).split("-");
  const decade = timeWord(tens).number ?? 0;
  if (decade < 20 || decade > 90) return null;
  const digit = ones === undefined ? 0 : (timeWord(ones).number ?? 0);
  return { first, next: first + 2, meaning: { kind: "absolute", value: String(1900 + decade + digit) } };
}

/** Four digits are a year where a word of time stands before them, or where nothing counted follows. */
function isYear(tokens: TimeTokens, at: number, year: number): boolean {
  const before = tokens.word(at - 1);
  const touches = at > 0 && tokens.end(at - 1) === tokens.start(at);
  if (touches && /[$£€#@/.:_~-]/.test(before) && !(before === "-" && tokens.isNumber(at - 2))) return false;
  if (at + 1 < tokens.count && tokens.start(at + 1) === tokens.end(at) && /^[/%:_]$|^\.\d/.test(tokens.word(at + 1))) return false;
  if (tokens.word(at - 1) === "no." || tokens.word(at - 1) === "page" || tokens.word(at - 1) === "room") return false;
  const cued = YEAR_CUES.has(before);
  if (year < 1800) return cued && !/^(?:the|about|around|than|to|and|of)$/.test(before);
  const after = tokens.word(at + 1);
  if (
    /^(?:people|men|women|troops|soldiers|dollars|euros|pounds|miles|kilometers|kilometres|km|feet|meters|metres|tons|tonnes|barrels|units|workers|jobs|homes|houses|percent|%|members|others|civilians|refugees|students|votes|gmt|hours|hrs)$/.test(
      after,
    )
  )
    return false;
  return cued || year >= 1900;
}

/** "yesterday [June 12]": one expression; the editor's brackets say the day. */
function withBracket(tokens: TimeTokens, found: FoundExpression): FoundExpression {
  const open = tokens.word(found.next);
  if ((open !== "[" && open !== "(") || found.end !== undefined || found.meaning.kind === "duration") return found;
  const inner = readCalendar(tokens, found.next + 1);
  const close = inner ? tokens.word(inner.next) : "";
  if (!inner || (close !== "]" && close !== ")")) return found;
  const exact = inner.meaning.kind === "absolute" || inner.meaning.kind === "monthDay";
  return exact ? { ...found, next: inner.next + 1, meaning: inner.meaning } : found;
}

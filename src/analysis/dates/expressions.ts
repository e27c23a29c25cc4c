import type { Block } from "../text/sourceText.js";
import { readSecondDay } from "./calendarGrammar.js";
import type { Tense, TimeExpression, TimeMeaning } from "./expression.js";
import { readExpression } from "./expressionGrammar.js";
import { headOf, isSaidOnDay, orderOf } from "./surroundings.js";
import { FUTURE_CUES, FUTURE_CUES_RIGHT_BEFORE, INTENDING, LASTING, PAST_CUES } from "./timeLexicon.js";
import { TimeTokens } from "./timeTokens.js";

/** How far before an expression the words lie that tell past from future. */
const CUE_REACH = 12;
const CUE_REACH_AFTER = 4;
/** So near before an expression any regular past tells of what was. */
const NEAR_VERB = 3;

const LONGEST_START = 14;

/** What may follow "the" or a number in an expression of time, besides words of time. */
const AFTER_THE: ReadonlySet<string> = new Set([
  "end",
  "beginning",
  "start",
  "middle",
  "close",
  "rest",
  "remainder",
  "turn",
  "eve",
  "height",
  "year",
  "latest",
  "comparable",
  "corresponding",
  "preceding",
  "weekend",
  "’",
  "'",
  "‘",
]);
const AFTER_NUMBER: ReadonlySet<string> = new Set([
  "-",
  "couple",
  "dozen",
  "more",
  "full",
  "consecutive",
  "whole",
  "straight",
  "trading",
  "fiscal",
  "quarter",
  "of",
]);

/** A part of a block that says a time, in tokens. */
export interface FoundExpression {
  readonly first: number;
  /** The token after its last. */
  readonly next: number;
  readonly meaning: TimeMeaning;
  readonly time?: string;
  /** Its end in the block, where that is not the last token's. */
  readonly end?: number;
}

const NO_EXPRESSIONS: readonly TimeExpression[] = [];

/** Finds the expressions of time in one block, before anything is known of the document's date. */
export function findExpressions(block: Block): readonly TimeExpression[] {
  const tokens = new TimeTokens(block);
  const found: TimeExpression[] = [];
  let second: FoundExpression | null = null;
  for (let i = 0; i < tokens.count; ) {
    const last: FoundExpression | null = second;
    second = null;
    const expression = last ?? (mayStart(tokens, i) ? readExpression(tokens, i) : null);
    if (!expression) {
      i++;
      continue;
    }
    second = readSecondDay(tokens, expression);
    found.push({
      start: tokens.start(expression.first),
      end: expression.end ?? tokens.end(expression.next - 1),
      meaning: isSaidOnDay(tokens, expression, found.at(-1)) ? countedFromText(expression.meaning) : expression.meaning,
      ...(expression.time !== undefined && { time: expression.time }),
      ...headOf(block.text, tokens.start(expression.first), expression.end ?? tokens.end(expression.next - 1), expression.meaning),
      ...orderOf(block.text, tokens.start(expression.first), expression.meaning),
      tense: tenseAround(tokens, expression),
    });
    i = Math.max(expression.next, i + 1);
  }
  // A copy has no more room than it needs, and very many are kept.
  return found.length > 0 ? found.slice() : NO_EXPRESSIONS;
}

/** Whether an expression can begin at the token: the commonest words that can are let through only before a word of time. */
function mayStart(tokens: TimeTokens, i: number): boolean {
  if (tokens.isNumber(i)) return true;
  const entry = tokens.entry(i);
  if (entry.starts !== true || tokens.end(i) - tokens.start(i) > LONGEST_START) return false;
  const word = tokens.word(i);
  if (word === "new") return tokens.word(i + 1) === "year";
  if (word === "the") return tokens.isNumber(i + 1) || canFollowArticle(tokens, i + 1);
  if (entry.number === undefined && entry.ordinal === undefined && entry.unit === undefined) return true;
  return canFollowNumber(tokens, i + 1) || (tokens.word(i + 1) === "and" && tokens.word(i + 3) === "half");
}

function canFollowArticle(tokens: TimeTokens, i: number): boolean {
  return tokens.entry(i).starts === true || AFTER_THE.has(tokens.word(i));
}

function canFollowNumber(tokens: TimeTokens, i: number): boolean {
  const { unit, number, starts } = tokens.entry(i);
  const word = tokens.word(i);
  return unit !== undefined || number !== undefined || (starts === true && word.includes("-")) || AFTER_NUMBER.has(word);
}

/** The tense of the nearest cue before the expression, or else just after it. */
function tenseAround(tokens: TimeTokens, { first, next }: FoundExpression): Tense | null {
  for (let i = first - 1; i >= 0 && i >= first - CUE_REACH; i--) {
    const word = tokens.word(i);
    if (word === "." || word === ";" || word === "?" || word === "!") break;
    if (word === "set" && isSetOff(tokens, i)) return "past";
    if (FUTURE_CUES.has(word) && !isMonthOfMay(tokens, i)) return "future";
    if (word === "to" && INTENDING.has(tokens.word(i - 1))) return "future";
    if (i === first - 1 && FUTURE_CUES_RIGHT_BEFORE.has(word)) {
      const isPast = isPastAfter(tokens, next) || (word !== "by" && isPastBefore(tokens, i));
      return isPast ? "past" : "future";
    }
    if (PAST_CUES.has(word)) return "past";
    if (i >= first - NEAR_VERB && REGULAR_PAST.test(word) && tokens.word(i - 1) !== "be")
      return i === first - 2 && tokens.word(first - 1) === "on" ? "done" : "past";
    if (i === first - 2 && isPresent(word) && /^(?:on|at|for)$/.test(tokens.word(first - 1))) return "future";
  }
  for (let i = next; i < tokens.count && i < next + CUE_REACH_AFTER; i++) {
    const word = tokens.word(i);
    if (word === "." || word === ";") break;
    if (word === "will" || word === "shall") return "future";
    if (PAST_CUES.has(word)) return "past";
  }
  return null;
}

const REGULAR_PAST = /[^e]ed$/;

/** "A fire set off a blast Wednesday": what somebody or something did, and not what is set for then. */
function isSetOff(tokens: TimeTokens, set: number): boolean {
  if (!/^(?:off|up|out|fire|ablaze|aside|alight|sail)$/.test(tokens.word(set + 1))) return false;
  return !/^(?:to|will|would|shall|may|must|should|is|are|be|being)$/.test(tokens.word(set - 1));
}

/** "May" in "since May 1960". */
function isMonthOfMay(tokens: TimeTokens, i: number): boolean {
  return tokens.word(i) === "may" && tokens.block.text[tokens.start(i)] === "M";
}

/** "served as minister until March": the words before tell of what went on, and "was shut until March" may tell of what is to come. */
function isPastBefore(tokens: TimeTokens, until: number): boolean {
  for (let i = until - 1; i >= 0 && i >= until - CUE_REACH; i--) {
    const word = tokens.word(i);
    if (word === "." || word === ";" || word === "to" || FUTURE_CUES.has(word)) return false;
    if (LASTING.has(word)) return true;
  }
  return false;
}

/** "The vote is on Sunday". */
function isPresent(word: string): boolean {
  return word === "is" || word === "are" || word === "'s" || word === "’s";
}

/** "by Tuesday they were back": the words tell of what was. */
function isPastAfter(tokens: TimeTokens, next: number): boolean {
  for (let i = next; i < tokens.count && i < next + CUE_REACH_AFTER; i++) {
    const word = tokens.word(i);
    if (word === "." || word === ";") return false;
    if (word === "was" || word === "were" || word === "had") return true;
  }
  return false;
}

function countedFromText(meaning: TimeMeaning): TimeMeaning {
  return meaning.kind === "shift" ? { ...meaning, origin: "text" } : meaning;
}

import { diffArrays } from "diff";
import type { Span } from "../analysis/analysis.js";
import type { VersionDifference } from "./answers.js";
import { WordRow } from "./commonSubsequence.js";
import { kindOfDifference } from "./differences.js";
import { TELLING } from "./fingerprints.js";
import type { NumberRow } from "./numberRows.js";
import { isSameFigure } from "./sameFigure.js";
import { readWords } from "./words.js";

/** At least this share of the words of the shorter quotation must stand in the other, in order, and at least so many. */
const LEAST_SHARED = 0.6;
const FEWEST_SHARED = 4;
/** In a longer quotation the words of the shorter may be spread over so many times its length. */
const WIDEST = 3;
/**
 * Fewer telling words than this tell little: of a part of what another says, since "the next president of the United States" stands in many,
 * and of any two. Then all words of a part have to be the same, and of two of about one length nearly all, this share. What is not so many words
 * long is no part of what another says, and the same as that only where all words are.
 */
const [TELLS_ENOUGH, TELLS_SOMETHING] = [5, 2];
const NEARLY_ALL = 0.8;
const FEWEST_OF_OTHERS = 8;
/** For quotations of one speaker: the share of telling words, in any order, that both must have, and how many at least. */
const LEAST_ALIKE = 0.6;
const FEWEST_ALIKE = 4;
/** A run of words that only one version has is a cut when it has more words than this, or stands at an end. */
const LONGEST_SLIP = 3;

/** Words that both have one after another: a count, from an index of either. */
interface Run {
  readonly a: number;
  readonly b: number;
  readonly count: number;
}

function commonRuns(a: readonly string[], b: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const { count, added, removed } of diffArrays([...a], [...b])) {
    if (!added && !removed) runs.push({ a: i, b: j, count });
    if (!added) i += count;
    if (!removed) j += count;
  }
  return runs;
}

/** The words of a quotation, read once for all its comparisons. */
export interface UtteranceWords {
  readonly row: WordRow;
  /** Those that tell something, in order. */
  readonly telling: WordRow;
  readonly stems: ReadonlySet<number>;
}

/** @param words as the quotation's fingerprints have them. */
export function utteranceWords(words: NumberRow): UtteranceWords {
  const telling: number[] = [];
  for (const word of words) if (word >= TELLING) telling.push(word);
  return { row: new WordRow(words), telling: new WordRow(telling), stems: new Set(telling) };
}

/**
 * Whether two quotations are versions of one utterance.
 * @param oneSpeaker whether the same speaks, in which case other words in another order may tell the same (a translation).
 */
export function isOneUtterance(a: UtteranceWords, b: UtteranceWords, oneSpeaker: boolean): boolean {
  const [short, long] = isShorter(a, b) ? [a, b] : [b, a];
  return standsIn(short, long, oneSpeaker) || (oneSpeaker && areAlike(short.stems, long.stems));
}

/** Of two of one length, that which tells less is shorter: it does not count which of them came first. */
function isShorter(a: UtteranceWords, b: UtteranceWords): boolean {
  const longer = b.row.words.length - a.row.words.length || b.telling.words.length - a.telling.words.length;
  return longer >= 0;
}

/**
 * Whether a quotation can be a version of another at all, without reading it further: each word that tells something and stands in both
 * is counted, in whatever order.
 * @param words as the quotation's fingerprints have them.
 */
export function mayBeOneUtterance(a: UtteranceWords, words: NumberRow): boolean {
  let telling = 0;
  let shared = 0;
  for (const word of words) {
    if (word < TELLING) continue;
    telling++;
    if (a.stems.has(word)) shared++;
  }
  const own = a.row.words.length;
  const longer = words.length - own || telling - a.telling.words.length;
  const fewest = longer >= 0 ? a.telling.words.length : telling;
  if (shared === 0 && isPart(Math.min(own, words.length), Math.max(own, words.length))) return false;
  return shared >= LEAST_SHARED * fewest || (shared >= FEWEST_ALIKE && shared >= LEAST_ALIKE * a.stems.size);
}

/**
 * Whether enough of the words stand in the other in order, the telling ones among them, and near to each other: a longer quotation is
 * looked at by windows, each of which begins in the middle of the one before.
 */
function standsIn(short: UtteranceWords, long: UtteranceWords, oneSpeaker: boolean): boolean {
  const telling = short.telling.common(long.telling);
  if (telling < LEAST_SHARED * short.telling.words.length) return false;
  const [length, longer] = [short.row.words.length, long.row.words.length];
  const fewest = fewestShared(length, longer, telling, oneSpeaker);
  const width = Math.ceil(WIDEST * length);
  const stride = Math.ceil(width / 2);
  for (let from = 0; from === 0 || from - stride + width < longer; from += stride) {
    if (short.row.common(long.row, from, from + width) >= fewest) return true;
  }
  return false;
}

/** Whether a quotation is too short to be all of another: it may be a part of many. */
function isPart(length: number, longer: number): boolean {
  return length < LEAST_SHARED * longer;
}

/** How many words in order the shorter of two and the other have in common at least, where so many of them tell something. */
function fewestShared(length: number, longer: number, telling: number, oneSpeaker: boolean): number {
  const part = isPart(length, longer);
  const tellsEnough = telling >= (part && !oneSpeaker ? TELLS_ENOUGH : TELLS_SOMETHING);
  if (tellsEnough) return Math.max(FEWEST_SHARED, LEAST_SHARED * length);
  if (part && (telling === 0 || (!oneSpeaker && length < FEWEST_OF_OTHERS))) return Number.POSITIVE_INFINITY;
  const all = part ? length : longer;
  if (part || (!oneSpeaker && length < FEWEST_OF_OTHERS)) return Math.max(FEWEST_SHARED, all);
  return Math.max(FEWEST_SHARED, Math.min(oneSpeaker ? length : all, NEARLY_ALL * longer));
}

function areAlike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared >= FEWEST_ALIKE && shared >= LEAST_ALIKE * Math.max(a.size, b.size);
}

/**
 * The words in which a version differs from the first.
 * @param start where the version's text begins in its document.
 */
export function versionDifferences(first: string, version: string, start: number): readonly VersionDifference[] {
  return differencesFrom(first)(version, start);
}

/** The same for many versions of one: the words of the first are read once. @returns what gives the differences of a version. */
export function differencesFrom(first: string): (version: string, start: number) => readonly VersionDifference[] {
  const a = readWords(first);
  return (version, start) => {
    const b = readWords(version);
    const runs = [...commonRuns(a.keys, b.keys), { a: a.keys.length, b: b.keys.length, count: 0 }];
    const differences: VersionDifference[] = [];
    let [i, j] = [0, 0];
    for (const run of runs) {
      if (run.a > i || run.b > j) {
        const firstWords = run.a > i ? first.slice(a.starts[i], a.ends[run.a - 1]) : "";
        const span = spanOf(b, j, run.b);
        const words = version.slice(span.start, span.end);
        const isEnd = (i === 0 && j === 0) || (run.a === a.keys.length && run.b === b.keys.length);
        const longest = Math.max(run.a - i, run.b - j);
        const oneSided = run.a === i || run.b === j;
        if (!isSameFigure(firstWords, words)) {
          const kind = oneSided && (isEnd || longest > LONGEST_SLIP) ? "cut" : kindOfDifference(words, firstWords);
          differences.push({ kind, first: firstWords, words, span: { start: start + span.start, end: start + span.end } });
        }
      }
      [i, j] = [run.a + run.count, run.b + run.count];
    }
    return differences;
  };
}

function spanOf(
  { starts, ends }: { readonly starts: readonly number[]; readonly ends: readonly number[] },
  from: number,
  to: number,
): Span {
  if (to > from) return { start: starts[from], end: ends[to - 1] };
  const at = from > 0 ? ends[from - 1] : (starts[0] ?? 0);
  return { start: at, end: at };
}

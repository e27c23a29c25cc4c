import { diffArrays } from "diff";
import type { Span } from "../analysis/analysis.js";
import type { VersionDifference } from "./answers.js";
import { kindOfDifference } from "./differences.js";
import { isTelling, stem } from "./fingerprints.js";
import { readWords } from "./words.js";

/** At least this share of the weight of the shorter quotation's words must stand in the other, in order. */
const LEAST_SHARED = 0.6;
/** In a longer quotation the words of the shorter may be spread over so many times its length. */
const WIDEST = 2.5;
const FEWEST_SHARED = 4;
/** For quotations of one speaker: the share of telling words, in any order, that both must have. */
const LEAST_ALIKE = 0.6;
/** What a function word weighs beside a telling one. */
const FUNCTION_WEIGHT = 0.3;
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

function weightOf(keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + (isTelling(key) ? 1 : FUNCTION_WEIGHT), 0);
}

/**
 * Whether two quotations are versions of one utterance.
 * @param oneSpeaker whether the same speaks, in which case other words in another order may tell the same (a translation).
 */
export function isOneUtterance(a: string, b: string, oneSpeaker: boolean): boolean {
  const [left, right] = [readWords(a).keys, readWords(b).keys];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const runs = commonRuns(short, long);
  const shared = runs.flatMap(({ a: first, count }) => short.slice(first, first + count));
  if (shared.length >= FEWEST_SHARED && weightOf(shared) >= LEAST_SHARED * weightOf(short)) {
    const last = runs[runs.length - 1];
    if (last.b + last.count - runs[0].b <= WIDEST * short.length) return true;
  }
  return oneSpeaker && areAlike(short, long);
}

function areAlike(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [a, b].map((keys) => new Set(keys.filter(isTelling).map(stem)));
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared >= FEWEST_SHARED && shared >= LEAST_ALIKE * Math.max(left.size, right.size);
}

/**
 * The words in which a version differs from the first.
 * @param start where the version's text begins in its document.
 */
export function versionDifferences(first: string, version: string, start: number): readonly VersionDifference[] {
  const [a, b] = [readWords(first), readWords(version)];
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
      const kind = oneSided && (isEnd || longest > LONGEST_SLIP) ? "cut" : kindOfDifference(words, firstWords);
      differences.push({ kind, first: firstWords, words, span: { start: start + span.start, end: start + span.end } });
    }
    [i, j] = [run.a + run.count, run.b + run.count];
  }
  return differences;
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

import { diffArrays } from "diff";
import { isMarked, marksAround, type Passage } from "./passages.js";
import type { SourceIndex } from "./sourceIndex.js";

/** Words that differ: a run of the draft's words (indices) against a run of the sources' (positions); one of the two may be empty. */
export interface WordDifference {
  readonly draftFirst: number;
  readonly draftEnd: number;
  readonly sourceFirst: number;
  readonly sourceEnd: number;
}

/** A quotation's words laid beside a passage of the sources. */
export interface Alignment extends Passage {
  readonly differences: readonly WordDifference[];
  /** The weight of the draft's words that the source has here, as a share of the weight of all. */
  readonly kept: number;
  /** How many of the draft's words the source has here. */
  readonly matched: number;
}

/** Windows of the sources that are aligned for one run of words. */
const MOST_WINDOWS = 16;
/** Words that are aligned for one run of words, over all windows but two. */
const MOST_ALIGNED = 6000;
/** More words than this that differ are no alteration of anything. */
const MOST_EDITS = 4000;
/** Places of pairs of words that are looked at for one run of words; the rarest pairs come first. */
const MOST_VISITS = 500_000;
/** Words before and after a window that are aligned, too. */
const SLACK = 3;
/** Fewer words than these beside a source's marks are there by chance. */
const FEWEST_OUTSIDE = 3;
/** The longest clause that names the speaker in the middle of a quotation: "…," he told reporters at the airport, "…". */
const LONGEST_INTERRUPTION = 25;

/** How much a word tells of a place: the fewer places it has, the more (inverse document frequency, Spärck Jones 1972). */
export function wordWeight(index: SourceIndex, id: number): number {
  return Math.log(2 + index.size / (1 + index.positionsOf(id).length));
}

/**
 * The passages most like a run of words: found by the pairs of neighbouring words that they share (shingles of two, Broder 1997)
 * and aligned word by word (Myers 1986, by jsdiff).
 * @param within only passages in here; all sources where it is left out.
 */
export function likePassages(index: SourceIndex, ids: readonly number[], within?: Passage): readonly Alignment[] {
  const windows = within === undefined ? likelyWindows(index, ids) : [within];
  return windows.flatMap((window) => aligned(index, ids, window) ?? []);
}

/** The windows that share the most weight of pairs with the words: each pair's place votes for the place where the words would begin. */
function likelyWindows(index: SourceIndex, ids: readonly number[]): readonly Passage[] {
  const width = Math.max(8, Math.ceil(ids.length / 2));
  const votes = new Map<number, number>();
  let visits = 0;
  for (const { at, rarer } of sharedPairs(index, ids)) {
    const positions = index.positionsOf(ids[at + rarer]);
    visits += positions.length;
    if (visits > MOST_VISITS) break;
    const weight = wordWeight(index, ids[at]) + wordWeight(index, ids[at + 1]);
    for (const position of positions) {
      const first = position - rarer;
      if (index.wordAt(first) !== ids[at] || index.wordAt(first + 1) !== ids[at + 1]) continue;
      const bucket = Math.floor((first - at) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
      votes.set(bucket + 1, (votes.get(bucket + 1) ?? 0) + weight);
    }
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, Math.max(2, Math.min(MOST_WINDOWS, Math.floor(MOST_ALIGNED / ids.length))))
    .map(([bucket]) => {
      const begin = (bucket - 1) * width;
      const { first, end } = index.documentAt(Math.max(0, begin + width));
      return { first: Math.max(first, begin - SLACK), end: Math.min(end, begin + 2 * width + ids.length + SLACK) };
    });
}

/** The pairs of neighbouring words that the sources have both words of, those with the fewest places first. */
function sharedPairs(index: SourceIndex, ids: readonly number[]) {
  const pairs: { readonly at: number; readonly rarer: 0 | 1; readonly places: number }[] = [];
  for (let at = 0; at + 1 < ids.length; at++) {
    const [left, right] = [index.positionsOf(ids[at]).length, index.positionsOf(ids[at + 1]).length];
    if (left > 0 && right > 0) pairs.push(left <= right ? { at, rarer: 0, places: left } : { at, rarer: 1, places: right });
  }
  return pairs.sort((a, b) => a.places - b.places);
}

function aligned(index: SourceIndex, ids: readonly number[], window: Passage): Alignment | null {
  const runs = withoutStrays(index, commonRuns(index, ids, window));
  if (runs.length === 0) return null;
  const [opening, closing] = [runs[0], runs[runs.length - 1]];
  // Words changed at an end of the draft's stand for none beyond the source's marks.
  const tight = {
    first: Math.max(window.first, opening.source - opening.draft, marksAround(index, opening.source)?.first ?? 0),
    end: Math.min(
      window.end,
      closing.source + ids.length - closing.draft,
      marksAround(index, closing.source + closing.count - 1)?.end ?? window.end,
    ),
  };
  return readAlignment(index, ids, commonRuns(index, ids, tight), tight);
}

/** Words that the draft and the sources have one after another: a count, from an index of the draft and a position of the sources. */
interface Run {
  readonly draft: number;
  readonly source: number;
  readonly count: number;
}

function commonRuns(index: SourceIndex, ids: readonly number[], { first, end }: Passage): readonly Run[] {
  const source = Array.from({ length: Math.max(0, end - first) }, (_, i) => index.wordAt(first + i));
  const changes = diffArrays(source, [...ids], { maxEditLength: MOST_EDITS }) ?? [];
  const runs: Run[] = [];
  let draft = 0;
  let position = first;
  for (const { count, added, removed } of changes) {
    if (!added && !removed) runs.push({ draft, source: position, count });
    if (!removed) draft += count;
    if (!added) position += count;
  }
  return gathered(index, ids, runs);
}

/** The same words, those that stand beside the longest run just as well moved to it: of "the engineer, said: “The steel" its own "the". */
function gathered(index: SourceIndex, ids: readonly number[], runs: readonly Run[]): readonly Run[] {
  if (runs.length < 2) return runs;
  const longest = longestOf(runs);
  const moved = runs.map((run) => ({ ...run }));
  for (let i = longest - 1; i >= 0; i--) {
    const [run, next] = [moved[i], moved[i + 1]];
    while (run.count > 0 && run.draft + run.count === next.draft && index.wordAt(next.source - 1) === ids[next.draft - 1]) {
      run.count--;
      [next.draft, next.source, next.count] = [next.draft - 1, next.source - 1, next.count + 1];
    }
    if (run.count === 0) Object.assign(run, next, { count: 0 });
  }
  for (let i = longest + 1; i < moved.length; i++) {
    const [run, before] = [moved[i], moved[i - 1]];
    while (run.count > 0 && before.draft + before.count === run.draft && index.wordAt(before.source + before.count) === ids[run.draft]) {
      before.count++;
      [run.draft, run.source, run.count] = [run.draft + 1, run.source + 1, run.count - 1];
    }
    if (run.count === 0) Object.assign(run, { draft: before.draft + before.count, source: before.source + before.count });
  }
  return moved.filter(({ count }) => count > 0);
}

function longestOf(runs: readonly Run[]): number {
  return runs.reduce((most, { count }, i) => (count > runs[most].count ? i : most), 0);
}

/** The runs without those at the ends that a wide gap parts from the others: frequent words that stand there by chance. */
function withoutStrays(index: SourceIndex, runs: readonly Run[]): readonly Run[] {
  const longest = longestOf(runs);
  const isStray = (run: Run, left: Run, right: Run): boolean => {
    const gap = differenceBetween(left, right);
    const isWide = gap.sourceEnd - gap.sourceFirst > 2 * run.count + 2;
    return (isWide || isBesideMarks(index, run, run === left ? right : left)) && !isInterruption(index, gap);
  };
  let first = longest;
  while (first > 0 && !isStray(runs[first - 1], runs[first - 1], runs[first])) first--;
  let last = longest;
  while (last + 1 < runs.length && !isStray(runs[last + 1], runs[last], runs[last + 1])) last++;
  return runs.slice(first, last + 1);
}

/** Whether a few words stand outside of the marks in which their neighbours stand. */
function isBesideMarks(index: SourceIndex, run: Run, neighbour: Run): boolean {
  return run.count < FEWEST_OUTSIDE && isMarked(index, neighbour.source) && !isMarked(index, run.source);
}

function differenceBetween(left: Run, right: Run): WordDifference {
  return {
    draftFirst: left.draft + left.count,
    draftEnd: right.draft,
    sourceFirst: left.source + left.count,
    sourceEnd: right.source,
  };
}

function readAlignment(index: SourceIndex, ids: readonly number[], runs: readonly Run[], window: Passage): Alignment | null {
  if (runs.length === 0) return null;
  const before = { draft: 0, source: window.first, count: 0 };
  const after = { draft: ids.length, source: window.end, count: 0 };
  const bounded = [before, ...runs, after];
  const found = bounded.slice(1).map((run, i) => withoutSurroundings(differenceBetween(bounded[i], run), ids.length));
  const differences = found.filter(
    (each) => (each.draftEnd > each.draftFirst || each.sourceEnd > each.sourceFirst) && !isInterruption(index, each),
  );
  let weight = 0;
  for (const { draft, count } of runs) for (let i = draft; i < draft + count; i++) weight += wordWeight(index, ids[i]);
  return {
    first: found[0].sourceFirst,
    end: found[found.length - 1].sourceEnd,
    differences,
    kept: weight / ids.reduce((sum, id) => sum + wordWeight(index, id), 0),
    matched: runs.reduce((sum, { count }) => sum + count, 0),
  };
}

/** A difference at an end of the quotation without the source's words beyond it: a quotation may begin and end anywhere. */
function withoutSurroundings(difference: WordDifference, count: number): WordDifference {
  const { draftFirst, draftEnd, sourceFirst, sourceEnd } = difference;
  const words = draftEnd - draftFirst;
  if (draftFirst === 0) return { ...difference, sourceFirst: Math.max(sourceFirst, sourceEnd - words) };
  if (draftEnd === count) return { ...difference, sourceEnd: Math.min(sourceEnd, sourceFirst + words) };
  return difference;
}

/** Whether only the source's clause about the speaker is left out between two parts of one utterance. */
function isInterruption(index: SourceIndex, { draftFirst, draftEnd, sourceFirst, sourceEnd }: WordDifference): boolean {
  if (draftEnd > draftFirst || sourceEnd - sourceFirst > LONGEST_INTERRUPTION) return false;
  if (!isMarked(index, sourceFirst - 1) || !isMarked(index, sourceEnd)) return false;
  for (let position = sourceFirst; position < sourceEnd; position++) if (isMarked(index, position)) return false;
  return true;
}

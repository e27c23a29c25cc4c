import type { SourceIndex, Utterance } from "./sourceIndex.js";

/** A run of the sources' words, in positions of the index, end exclusive. */
export interface Passage {
  readonly first: number;
  readonly end: number;
  /** What of it a quotation with cuts has; absent where that is all. */
  readonly pieces?: readonly Passage[];
}

/** More places than this of one wording are not told apart. */
const MOST_PLACES = 200;

/** The words of a quotation as numbers of the index; -1 for a word that no source has. */
export function wordIds(index: SourceIndex, keys: readonly string[]): readonly number[] {
  return keys.map((key) => index.idOf(key));
}

/**
 * The places where all the words stand one after another, in rising order, 200 at most.
 * Costs as much as the rarest of the words has places.
 */
export function exactPassages(index: SourceIndex, ids: readonly number[]): readonly Passage[] {
  if (ids.length === 0 || ids.includes(-1)) return [];
  let rarest = 0;
  let positions = index.positionsOf(ids[0]);
  for (let i = 1; i < ids.length; i++) {
    const others = index.positionsOf(ids[i]);
    if (others.length < positions.length) [rarest, positions] = [i, others];
  }
  const found: Passage[] = [];
  for (let p = 0; p < positions.length && found.length < MOST_PLACES; p++) {
    const first = positions[p] - rarest;
    if (first >= 0 && standsAt(index, ids, first)) found.push({ first, end: first + ids.length });
  }
  return found;
}

function standsAt(index: SourceIndex, ids: readonly number[], first: number): boolean {
  for (let i = 0; i < ids.length; i++) if (index.wordAt(first + i) !== ids[i]) return false;
  return true;
}

/** The first of the passages that begins at or after a position and not after the last allowed one, or null. */
export function firstBetween(passages: readonly Passage[], from: number, last: number): Passage | null {
  const passage = passages[beginningBefore(passages, from)];
  return passage !== undefined && passage.first <= last ? passage : null;
}

/** Utterances that begin one inside the other are never deeper than this. */
const DEEPEST = 6;

/** The utterances of the sources that hold a position, the innermost first. */
export function utterancesAt(index: SourceIndex, position: number): readonly Utterance[] {
  const { utterances } = index.documentAt(position);
  const before = beginningBefore(utterances, position + 1);
  return utterances
    .slice(Math.max(0, before - DEEPEST), before)
    .filter(({ end }) => end > position)
    .reverse();
}

/** The utterances of the sources that have words in a passage, in the order in which they begin. */
export function utterancesWithin(index: SourceIndex, { first, end }: Passage): readonly Utterance[] {
  const { utterances } = index.documentAt(first);
  const from = Math.max(0, beginningBefore(utterances, first + 1) - DEEPEST);
  return utterances.slice(from, beginningBefore(utterances, end)).filter((utterance) => utterance.end > first);
}

/** Whether the word at a position stands between a source's marks. */
export function isMarked(index: SourceIndex, position: number): boolean {
  return utterancesAt(index, position).some(({ marked }) => marked);
}

/** The utterance in marks that a position stands in, the outermost. */
export function marksAround(index: SourceIndex, position: number): Utterance | undefined {
  return utterancesAt(index, position)
    .filter(({ marked }) => marked)
    .at(-1);
}

/** How many of the rising passages begin before a position. */
function beginningBefore(passages: readonly Passage[], position: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passages[middle].first < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { ENTITY_TYPES, type EntityType } from "../analysis.js";
import { isBegin, isInside, LABEL_COUNT, OUTSIDE, typeIndex } from "./labels.js";

const L = LABEL_COUNT;

/** A name as tokens of its block: first, end exclusive. */
export interface TokenName {
  readonly first: number;
  readonly end: number;
  readonly type: EntityType;
  /** How sure the tagger is, 0..1. */
  readonly confidence: number;
}

/** The number of the first of a block's names that ends behind a token. */
export function firstBehind(names: readonly TokenName[], token: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle].end <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A stretch's labels, with the scores that they were chosen by. */
export interface LabelledStretch {
  /** The stretch's first token. */
  readonly first: number;
  readonly length: number;
  readonly labels: Uint8Array;
  /** Where the stretch's labels begin. */
  readonly labelsAt: number;
  readonly scores: Int16Array;
  /** Where the stretch's scores begin, counted in tokens. */
  readonly scoresAt: number;
  /** How many of the scores' integers make one unit of log-probability. */
  readonly scale: number;
}

/** Adds the names that a stretch's labels make. */
export function addNames(stretch: LabelledStretch, names: TokenName[]): void {
  const { first, length, labels, labelsAt } = stretch;
  for (let t = 0; t < length; ) {
    const label = labels[labelsAt + t];
    if (!isBegin(label)) {
      t++;
      continue;
    }
    let end = t + 1;
    while (end < length && isInside(labels[labelsAt + end]) && labels[labelsAt + end] === label + 1) end++;
    const type = typeIndex(label);
    names.push({ first: first + t, end: first + end, type: ENTITY_TYPES[type], confidence: confidenceOf(stretch, t, end, type) });
    t = end;
  }
}

/** The share of the type in each token's scores; the least of the tokens' shares, between 0.05 and 0.99. */
function confidenceOf({ scores, scoresAt, scale }: LabelledStretch, from: number, to: number, type: number): number {
  let least = 0.99;
  for (let t = from; t < to; t++) {
    const at = (scoresAt + t) * L;
    const own = Math.max(scores[at + 1 + 2 * type], scores[at + 2 + 2 * type]);
    let sum = Math.exp((scores[at + OUTSIDE] - own) / scale);
    for (let other = 0; other < ENTITY_TYPES.length; other++) {
      sum += Math.exp((Math.max(scores[at + 1 + 2 * other], scores[at + 2 + 2 * other]) - own) / scale);
    }
    least = Math.min(least, 1 / sum);
  }
  return Math.max(0.05, least);
}

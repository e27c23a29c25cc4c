import type { Strip } from "./strips.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

/** What is counted along a strip. */
export const enum Counted {
  Comma = 0,
  /** A dash or a quotation. */
  Break = 1,
  Quotation = 2,
  /** A quotation or "that". */
  Clause = 3,
  /** A preposition or a coordinator. */
  Connector = 4,
  CueVerb = 5,
  /** A cue or an auxiliary. */
  Verb = 6,
  /** The same, or a word in -ed. */
  VerbOrEd = 7,
}
/** Three kinds are counted in one number, in so many bits each: between two positions of a sentence stand fewer than these can tell. */
const FIELD_BITS = 10;
const FIELDS = 3;
const FIELD = (1 << FIELD_BITS) - 1;
/** So many numbers hold the kinds. */
const NUMBERS = 3;

const CUE_BITS = (1 << Counted.Verb) | (1 << Counted.VerbOrEd);

/** What a position adds to each number: by its word class, and whether it is a cue. */
const ADDED = addedByClass();

function addedByClass(): Int32Array {
  const added = new Int32Array(2 * WORD_CLASSES * NUMBERS);
  bitsByClass().forEach((bits, wordClass) => {
    for (const isCue of [0, 1]) {
      const counted = isCue === 1 ? bits | CUE_BITS : bits;
      for (let kind = 0; kind < NUMBERS * FIELDS; kind++)
        if ((counted >> kind) & 1)
          added[(2 * wordClass + isCue) * NUMBERS + Math.floor(kind / FIELDS)] += 1 << ((kind % FIELDS) * FIELD_BITS);
    }
  });
  return added;
}

/** For each word class, a bit for each kind that counts it. */
function bitsByClass(): Uint8Array {
  const bits = new Uint8Array(WORD_CLASSES);
  bits[WordClass.Comma] = 1 << Counted.Comma;
  bits[WordClass.Dash] = 1 << Counted.Break;
  bits[WordClass.Quotation] = (1 << Counted.Break) | (1 << Counted.Quotation) | (1 << Counted.Clause);
  bits[WordClass.That] = 1 << Counted.Clause;
  for (let connector: number = WordClass.Preposition; connector <= WordClass.Coordinator; connector++)
    bits[connector] = 1 << Counted.Connector;
  for (let connector: number = WordClass.By; connector <= WordClass.Particle; connector++) bits[connector] = 1 << Counted.Connector;
  for (let auxiliary: number = WordClass.Modal; auxiliary <= WordClass.Do; auxiliary++) bits[auxiliary] = CUE_BITS;
  bits[WordClass.CueVerb] = 1 << Counted.CueVerb;
  bits[WordClass.Ed] = 1 << Counted.VerbOrEd;
  return bits;
}

/** Running counts along one strip, so that what stands between two positions is told without going through it. */
export class StripCounts {
  #counts = new Int32Array(0);

  /** Counts along a strip; what was counted before is forgotten. */
  read({ count, classes, cues }: Strip): void {
    if (this.#counts.length < (count + 1) * NUMBERS) this.#counts = new Int32Array((count + 1) * NUMBERS * 2);
    const counts = this.#counts;
    let first = 0;
    let second = 0;
    let third = 0;
    counts[0] = counts[1] = counts[2] = 0;
    // A sum may run over: what stands between two positions is told by the difference all the same.
    for (let i = 0, at = NUMBERS; i < count; i++, at += NUMBERS) {
      const added = (2 * classes[i] + (cues[i] >= 0 ? 1 : 0)) * NUMBERS;
      first = (first + ADDED[added]) | 0;
      second = (second + ADDED[added + 1]) | 0;
      third = (third + ADDED[added + 2]) | 0;
      counts[at] = first;
      counts[at + 1] = second;
      counts[at + 2] = third;
    }
  }

  /** How many of a kind stand from one position to before another, which is no smaller, of one sentence as cues are read in it. */
  between(kind: Counted, from: number, to: number): number {
    const counts = this.#counts;
    const number = Math.floor(kind / FIELDS);
    return ((counts[NUMBERS * to + number] - counts[NUMBERS * from + number]) >> ((kind % FIELDS) * FIELD_BITS)) & FIELD;
  }
}

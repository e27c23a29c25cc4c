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
const KINDS = 8;

const CUE_BITS = (1 << Counted.Verb) | (1 << Counted.VerbOrEd);
const BITS = bitsByClass();

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
  #stride = 0;

  /** Counts along a strip; what was counted before is forgotten. */
  read({ count, classes, cues }: Strip): void {
    const stride = count + 1;
    if (this.#counts.length < stride * KINDS) this.#counts = new Int32Array(stride * KINDS * 2);
    this.#stride = stride;
    const counts = this.#counts;
    for (let kind = 0; kind < KINDS; kind++) {
      let sum = 0;
      let at = kind * stride;
      counts[at] = 0;
      for (let i = 0; i < count; i++) {
        const bits = cues[i] >= 0 ? BITS[classes[i]] | CUE_BITS : BITS[classes[i]];
        sum += (bits >> kind) & 1;
        at++;
        counts[at] = sum;
      }
    }
  }

  /** How many of a kind stand from one position to before another, which is no smaller. */
  between(kind: Counted, from: number, to: number): number {
    const at = kind * this.#stride;
    return this.#counts[at + to] - this.#counts[at + from];
  }
}

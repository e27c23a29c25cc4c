/** So many candidates are weighed a second time. */
export const SHORTLIST = 4;

/** The margins that the second weighing tells apart: what stays further behind is not weighed again. */
export const MARGINS = 20;
const MARGIN_STEPS = 8;

/** Keeps the few candidates with the highest scores, the highest first, the first added of equals. Filled, asked, and cleared again and again. */
export class Shortlist {
  readonly #scores = new Float64Array(SHORTLIST);
  readonly #candidates = new Int32Array(SHORTLIST);
  #count = 0;

  clear(): void {
    this.#count = 0;
  }

  add(candidate: number, score: number): void {
    let at = this.#count;
    if (at === SHORTLIST) {
      if (score <= this.#scores[at - 1]) return;
      at--;
    } else this.#count++;
    for (; at > 0 && this.#scores[at - 1] < score; at--) {
      this.#scores[at] = this.#scores[at - 1];
      this.#candidates[at] = this.#candidates[at - 1];
    }
    this.#scores[at] = score;
    this.#candidates[at] = candidate;
  }

  /** How many come so near to the first that they are weighed again, the first among them. */
  get contenders(): number {
    let count = 1;
    while (count < this.#count && this.margin(count) < MARGINS) count++;
    return count;
  }

  /** The share of the first by softmax over all that are kept, 0..1. */
  likelihood(): number {
    let sum = 0;
    for (let rank = 0; rank < this.#count; rank++) sum += Math.exp(this.#scores[rank] - this.#scores[0]);
    return 1 / sum;
  }

  /** The candidate on a rank from 0. */
  candidate(rank: number): number {
    return this.#candidates[rank];
  }

  /** How far the score on a rank stays behind the highest, in steps; below `MARGINS` for a contender. */
  margin(rank: number): number {
    return Math.floor((this.#scores[0] - this.#scores[rank]) * MARGIN_STEPS);
  }
}

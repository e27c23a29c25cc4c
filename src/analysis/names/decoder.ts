import { isBegin, LABEL_COUNT } from "./labels.js";

const L = LABEL_COUNT;
const LOWEST = -0x3fffffff;

/**
 * The best labelling of one stretch (Viterbi), with no name before and after it.
 * @param scores LABEL_COUNT for each token, from `at` on.
 * @param labels takes one label for each token, from `to` on.
 */
export class Decoder {
  readonly #steps: Int32Array;
  #from = new Uint8Array(256 * L);
  #now = new Int32Array(L);
  #next = new Int32Array(L);
  /** For each label the least and the most that a step from it to a label outside a name or at its beginning is worth. */
  readonly #least: Int32Array;
  readonly #most: Int32Array;
  /** The labels that a step can come from at a place. */
  readonly #alive = new Uint8Array(L);
  #room = { scores: new Int16Array(64 * L), labels: new Uint8Array(64) };

  constructor(steps: Int32Array) {
    this.#steps = steps;
    const worths = Array.from({ length: L }, (_, x) => [...steps.subarray(x * L, x * L + L)].filter((_, y) => y === 0 || isBegin(y)));
    this.#least = Int32Array.from(worths, (all) => Math.min(...all));
    this.#most = Int32Array.from(worths, (all) => Math.max(...all));
  }

  /** Room for the scores and labels of one stretch; the same is given at each call. */
  room(length: number): { readonly scores: Int16Array; readonly labels: Uint8Array } {
    if (this.#room.labels.length < length) this.#room = { scores: new Int16Array(length * 2 * L), labels: new Uint8Array(length * 2) };
    return this.#room;
  }

  decode(scores: Int16Array | Int32Array, at: number, length: number, labels: Uint8Array, to: number): void {
    if (this.#from.length < length * L) this.#from = new Uint8Array(length * L * 2);
    const from = this.#from;
    const steps = this.#steps;
    const alive = this.#alive;
    for (let y = 0; y < L; y++) this.#now[y] = y === 0 || isBegin(y) ? steps[y] + scores[at + y] : LOWEST;
    for (let t = 1; t < length; t++) {
      const now = this.#now;
      const next = this.#next;
      const row = t * L;
      const count = this.#findAlive(now);
      for (let y = 0; y < L; y++) {
        let best: number;
        let label: number;
        if (y > 0 && (y & 1) === 0) {
          const begun = now[y - 1] + steps[(y - 1) * L + y];
          const continued = now[y] + steps[y * L + y];
          label = begun >= continued ? y - 1 : y;
          best = Math.max(begun, continued);
        } else {
          label = alive[0];
          best = now[label] + steps[label * L + y];
          for (let i = 1; i < count; i++) {
            const x = alive[i];
            const sum = now[x] + steps[x * L + y];
            if (sum > best) {
              best = sum;
              label = x;
            }
          }
        }
        next[y] = Math.max(LOWEST, best + scores[at + row + y]);
        from[row + y] = label;
      }
      this.#now = next;
      this.#next = now;
    }
    let best = 0;
    for (let y = 1; y < L; y++) if (this.#now[y] + this.#steps[y * L] > this.#now[best] + this.#steps[best * L]) best = y;
    for (let t = length - 1; t >= 0; t--) {
      labels[to + t] = best;
      best = from[t * L + best];
    }
  }

  /** Finds the labels that can be the best to come from for any label that begins or ends a name: of most, another is better whatever follows. */
  #findAlive(now: Int32Array): number {
    let floor = 2 * LOWEST;
    for (let x = 0; x < L; x++) floor = Math.max(floor, now[x] + this.#least[x]);
    let count = 0;
    for (let x = 0; x < L; x++) if (now[x] + this.#most[x] >= floor) this.#alive[count++] = x;
    return count;
  }
}

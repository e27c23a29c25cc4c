import { NO_ROW, Rows } from "./rows.js";
import { type SavedParts, type SavedReader, savedNumbers } from "./savedParts.js";

/** The least number of buckets, a power of two. */
const FEWEST = 1 << 12;
/** So many entries a bucket has on average when the buckets become twice as many. */
const MOST_IN_BUCKET = 2;

/** Of an entry: its fingerprint, its value, and the next entry of its bucket. */
const [FINGERPRINT, VALUE, NEXT] = [0, 1, 2];
const WIDTH = 3;

/** For each 32-bit fingerprint, the numbers of what has it; in typed arrays, since there are millions. */
export class Postings {
  /** The first entry of each bucket. */
  #buckets = new Int32Array(FEWEST).fill(NO_ROW);
  readonly #entries = new Rows(WIDTH);
  #used = 0;

  add(fingerprint: number, value: number): void {
    if (this.#used++ >= MOST_IN_BUCKET * this.#buckets.length) this.#rehash();
    const entry = this.#entries.add();
    const { cells } = this.#entries;
    const bucket = fingerprint & (this.#buckets.length - 1);
    cells[entry * WIDTH + FINGERPRINT] = fingerprint;
    cells[entry * WIDTH + VALUE] = value;
    cells[entry * WIDTH + NEXT] = this.#buckets[bucket];
    this.#buckets[bucket] = entry;
  }

  remove(fingerprint: number, value: number): void {
    const { cells } = this.#entries;
    const bucket = fingerprint & (this.#buckets.length - 1);
    let before = NO_ROW;
    for (let entry = this.#buckets[bucket]; entry !== NO_ROW; before = entry, entry = cells[entry * WIDTH + NEXT]) {
      if (cells[entry * WIDTH + FINGERPRINT] !== (fingerprint | 0) || cells[entry * WIDTH + VALUE] !== value) continue;
      const next = cells[entry * WIDTH + NEXT];
      if (before === NO_ROW) this.#buckets[bucket] = next;
      else cells[before * WIDTH + NEXT] = next;
      this.#entries.remove(entry);
      this.#used--;
      return;
    }
  }

  /** The values that have a fingerprint, in no order; at most so many. */
  valuesOf(fingerprint: number, most: number): number[] {
    const { cells } = this.#entries;
    const wanted = fingerprint | 0;
    const found: number[] = [];
    for (
      let entry = this.#buckets[fingerprint & (this.#buckets.length - 1)];
      entry !== NO_ROW && found.length < most;
      entry = cells[entry * WIDTH + NEXT]
    ) {
      if (cells[entry * WIDTH + FINGERPRINT] === wanted) found.push(cells[entry * WIDTH + VALUE]);
    }
    return found;
  }

  /** The first value that has a fingerprint and is the one looked for; undefined where there is none. */
  find(fingerprint: number, isIt: (value: number) => boolean): number | undefined {
    const { cells } = this.#entries;
    const wanted = fingerprint | 0;
    for (let entry = this.#buckets[fingerprint & (this.#buckets.length - 1)]; entry !== NO_ROW; entry = cells[entry * WIDTH + NEXT]) {
      const value = cells[entry * WIDTH + VALUE];
      if (cells[entry * WIDTH + FINGERPRINT] === wanted && isIt(value)) return value;
    }
    return undefined;
  }

  *saved(): SavedParts {
    yield savedNumbers(Int32Array.of(this.#used));
    yield savedNumbers(this.#buckets);
    yield* this.#entries.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    [this.#used] = from.ints();
    this.#buckets = from.ints();
    this.#entries.restore(from);
  }

  #rehash(): void {
    const { cells } = this.#entries;
    const old = this.#buckets;
    this.#buckets = new Int32Array(old.length * 2).fill(NO_ROW);
    for (const first of old) {
      for (let entry = first; entry !== NO_ROW; ) {
        const next = cells[entry * WIDTH + NEXT];
        const bucket = cells[entry * WIDTH + FINGERPRINT] & (this.#buckets.length - 1);
        cells[entry * WIDTH + NEXT] = this.#buckets[bucket];
        this.#buckets[bucket] = entry;
        entry = next;
      }
    }
  }
}

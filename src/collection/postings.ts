import { type SavedParts, type SavedReader, savedNumbers, withRoom } from "./savedParts.js";

/** Arrays that are full become longer by this part: what they keep free is held, too. */
const GROWTH = 1.25;
/** The least length of an array. */
const SMALLEST = 1 << 12;
/** So many entries a bucket has on average when the buckets become twice as many. */
const MOST_IN_BUCKET = 2;

/** For each 32-bit fingerprint, the numbers of what has it; in typed arrays, since there are millions. */
export class Postings {
  /** The first entry of each bucket, and of each entry its fingerprint, its value and the next; -1 ends a chain. */
  #buckets = new Int32Array(SMALLEST).fill(-1);
  #fingerprints = new Uint32Array(SMALLEST);
  #values = new Int32Array(SMALLEST);
  #next = new Int32Array(SMALLEST);
  #size = 0;
  #free = -1;
  #used = 0;

  add(fingerprint: number, value: number): void {
    if (this.#used >= MOST_IN_BUCKET * this.#buckets.length) this.#rehash();
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#next[entry];
    else {
      entry = this.#size++;
      if (entry >= this.#values.length) this.#grow();
    }
    const bucket = fingerprint & (this.#buckets.length - 1);
    this.#fingerprints[entry] = fingerprint;
    this.#values[entry] = value;
    this.#next[entry] = this.#buckets[bucket];
    this.#buckets[bucket] = entry;
    this.#used++;
  }

  remove(fingerprint: number, value: number): void {
    const bucket = fingerprint & (this.#buckets.length - 1);
    let before = -1;
    for (let entry = this.#buckets[bucket]; entry >= 0; before = entry, entry = this.#next[entry]) {
      if (this.#fingerprints[entry] !== fingerprint || this.#values[entry] !== value) continue;
      if (before < 0) this.#buckets[bucket] = this.#next[entry];
      else this.#next[before] = this.#next[entry];
      this.#next[entry] = this.#free;
      this.#free = entry;
      this.#used--;
      return;
    }
  }

  /** The values that have a fingerprint, in no order; at most so many. */
  valuesOf(fingerprint: number, most: number): number[] {
    const found: number[] = [];
    for (
      let entry = this.#buckets[fingerprint & (this.#buckets.length - 1)];
      entry >= 0 && found.length < most;
      entry = this.#next[entry]
    ) {
      if (this.#fingerprints[entry] === fingerprint) found.push(this.#values[entry]);
    }
    return found;
  }

  /** The first value that has a fingerprint and is the one looked for; undefined where there is none. */
  find(fingerprint: number, isIt: (value: number) => boolean): number | undefined {
    for (let entry = this.#buckets[fingerprint & (this.#buckets.length - 1)]; entry >= 0; entry = this.#next[entry]) {
      if (this.#fingerprints[entry] === fingerprint && isIt(this.#values[entry])) return this.#values[entry];
    }
    return undefined;
  }

  *saved(): SavedParts {
    yield savedNumbers(Int32Array.of(this.#size, this.#free, this.#used));
    yield savedNumbers(this.#buckets);
    for (const array of [this.#fingerprints, this.#values, this.#next]) yield savedNumbers(array.subarray(0, this.#size));
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    [this.#size, this.#free, this.#used] = from.ints();
    this.#buckets = from.ints();
    this.#fingerprints = withRoom(from.words(), SMALLEST, (length) => new Uint32Array(length));
    this.#values = withRoom(from.ints(), SMALLEST, (length) => new Int32Array(length));
    this.#next = withRoom(from.ints(), SMALLEST, (length) => new Int32Array(length));
  }

  #grow(): void {
    const length = Math.ceil(this.#values.length * GROWTH);
    this.#values = copied(new Int32Array(length), this.#values);
    this.#next = copied(new Int32Array(length), this.#next);
    this.#fingerprints = copied(new Uint32Array(length), this.#fingerprints);
  }

  #rehash(): void {
    const old = this.#buckets;
    this.#buckets = new Int32Array(old.length * 2).fill(-1);
    for (const first of old) {
      for (let entry = first; entry >= 0; ) {
        const next = this.#next[entry];
        const bucket = this.#fingerprints[entry] & (this.#buckets.length - 1);
        this.#next[entry] = this.#buckets[bucket];
        this.#buckets[bucket] = entry;
        entry = next;
      }
    }
  }
}

function copied<T extends Int32Array | Uint32Array>(target: T, source: ArrayLike<number>): T {
  target.set(source);
  return target;
}

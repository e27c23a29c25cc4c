import { NO_ROW, type Rows } from "./rows.js";
import { type SavedParts, type SavedReader, savedNumbers } from "./savedParts.js";

/** The least number of buckets, a power of two. */
const FEWEST = 1 << 10;

/** Finds rows by a hash: those whose hashes end alike are a chain, which begins in a bucket and leads from row to row. */
export class RowIndex {
  readonly #rows: Rows;
  readonly #hash: number;
  readonly #next: number;
  #buckets = new Int32Array(FEWEST).fill(NO_ROW);
  #count = 0;

  /** @param hash, next the places in a row of its hash and of the next row of its chain. */
  constructor(rows: Rows, hash: number, next: number) {
    this.#rows = rows;
    this.#hash = hash;
    this.#next = next;
  }

  /** The first row whose hash is one and which is the one looked for; {@link NO_ROW} where there is none. */
  find(hash: number, isIt: (row: number) => boolean): number {
    const { cells, width } = this.#rows;
    let row = this.#buckets[this.#bucketOf(hash)];
    while (row !== NO_ROW && (cells[row * width + this.#hash] !== hash || !isIt(row))) row = cells[row * width + this.#next];
    return row;
  }

  add(row: number, hash: number): void {
    if (this.#count++ >= this.#buckets.length) this.#grow();
    this.#rows.cells[row * this.#rows.width + this.#hash] = hash;
    this.#put(row);
  }

  /** Takes out a row that is there. */
  remove(row: number): void {
    const { cells, width } = this.#rows;
    const bucket = this.#bucketOf(cells[row * width + this.#hash]);
    const next = cells[row * width + this.#next];
    this.#count--;
    let before = this.#buckets[bucket];
    if (before === row) {
      this.#buckets[bucket] = next;
      return;
    }
    while (cells[before * width + this.#next] !== row) before = cells[before * width + this.#next];
    cells[before * width + this.#next] = next;
  }

  *saved(): SavedParts {
    yield savedNumbers(Int32Array.of(this.#count));
    yield savedNumbers(this.#buckets);
  }

  /** Takes up what was saved, in the place of everything; the rows by themselves. */
  restore(from: SavedReader): void {
    [this.#count] = from.ints();
    this.#buckets = from.ints();
  }

  #bucketOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#buckets.length - 1);
  }

  #put(row: number): void {
    const { cells, width } = this.#rows;
    const bucket = this.#bucketOf(cells[row * width + this.#hash]);
    cells[row * width + this.#next] = this.#buckets[bucket];
    this.#buckets[bucket] = row;
  }

  #grow(): void {
    const { cells, width } = this.#rows;
    const old = this.#buckets;
    this.#buckets = new Int32Array(old.length * 2).fill(NO_ROW);
    for (const first of old) {
      for (let row = first; row !== NO_ROW; ) {
        const next = cells[row * width + this.#next];
        this.#put(row);
        row = next;
      }
    }
  }
}

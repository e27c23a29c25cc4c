import { type SavedParts, type SavedReader, savedNumbers, withRoom } from "./savedParts.js";

/** Where a list of rows without rows begins, and what comes behind a last row. */
export const NO_ROW = -1;

/** So many rows there is room for at first. */
const FEWEST = 1 << 10;
/** Arrays that are full become so many times as long. What is kept free takes no memory before it is written to. */
const GROWTH = 2;

/**
 * Rows of some 32-bit numbers each, by the rows' own numbers, in one typed array: there are hundreds of thousands, and none of them is an
 * object. The row that is taken out makes room for the next.
 */
export class Rows {
  /** How many numbers a row has. */
  readonly width: number;
  /** All rows, one behind the other. Adding a row may put another array in its place. */
  cells: Int32Array;
  #end = 0;
  #free = NO_ROW;

  constructor(width: number) {
    this.width = width;
    this.cells = new Int32Array(FEWEST * width);
  }

  /** Above the numbers of all rows; some below it may be free. */
  get end(): number {
    return this.#end;
  }

  /** @returns the number of a row that is to be filled. */
  add(): number {
    const free = this.#free;
    if (free === NO_ROW) {
      if ((this.#end + 1) * this.width > this.cells.length) this.#grow();
      return this.#end++;
    }
    this.#free = this.cells[this.#lastOf(free)];
    return free;
  }

  /** Takes a row out; the last of its numbers becomes another. */
  remove(row: number): void {
    this.cells[this.#lastOf(row)] = this.#free;
    this.#free = row;
  }

  *saved(): SavedParts {
    yield savedNumbers(Int32Array.of(this.#free));
    yield savedNumbers(this.cells.subarray(0, this.#end * this.width));
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    [this.#free] = from.ints();
    const cells = from.ints();
    this.#end = cells.length / this.width;
    this.cells = withRoom(cells, FEWEST * this.width, (length) => new Int32Array(length));
  }

  #lastOf(row: number): number {
    return (row + 1) * this.width - 1;
  }

  #grow(): void {
    const grown = new Int32Array(this.cells.length * GROWTH);
    grown.set(this.cells);
    this.cells = grown;
  }
}

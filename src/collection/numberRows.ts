/** Numbers in a row: an array, or a part of one that is filled again and again. */
export type NumberRow = readonly number[] | Uint32Array;

/** An array that numbers are read into, in the place of those before. */
export class NumberRoom {
  #numbers = new Uint32Array(0);

  /** So many numbers, to be filled. */
  of(count: number): Uint32Array {
    if (count > this.#numbers.length) this.#numbers = new Uint32Array(2 * count);
    return this.#numbers.subarray(0, count);
  }
}

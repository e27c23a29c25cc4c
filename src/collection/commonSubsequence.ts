import type { NumberRow } from "./numberRows.js";

const BITS = 32;

/** A row of words, as numbers, that is compared with others; of each word, the places where it stands, as bits, once they are asked for. */
export class WordRow {
  #places: ReadonlyMap<number, readonly number[]> | null = null;
  readonly #blocks: number;

  constructor(readonly words: NumberRow) {
    this.#blocks = Math.max(1, Math.ceil(words.length / BITS));
  }

  /**
   * How many words this row and another have in common in the same order (longest common subsequence), by 32 words at a time
   * (Crochemore, Iliopoulos, Pinzon and Reid 2001; Hyyrö 2004).
   * @param from, to the part of the other row that is looked at.
   */
  common({ words }: WordRow, from = 0, to = words.length): number {
    this.#places ??= placesOf(this.words, this.#blocks);
    const row = new Array<number>(this.#blocks).fill(-1);
    for (let i = from; i < Math.min(to, words.length); i++) {
      const bits = this.#places.get(words[i]);
      if (bits === undefined) continue;
      let carry = 0;
      for (let block = 0; block < row.length; block++) {
        const match = row[block] & bits[block];
        const sum = (row[block] >>> 0) + (match >>> 0) + carry;
        carry = sum > 0xffffffff ? 1 : 0;
        row[block] = sum | (row[block] & ~match);
      }
    }
    let common = 0;
    for (let i = 0; i < this.words.length; i++) if ((row[i >>> 5] & (1 << (i & 31))) === 0) common++;
    return common;
  }
}

function placesOf(words: NumberRow, blocks: number): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [i, word] of words.entries()) {
    let bits = places.get(word);
    if (bits === undefined) {
      bits = new Array<number>(blocks).fill(0);
      places.set(word, bits);
    }
    bits[i >>> 5] |= 1 << (i & 31);
  }
  return places;
}

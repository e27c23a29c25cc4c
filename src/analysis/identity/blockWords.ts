import type { PlacedBlock } from "../text/sourceText.js";

/** The words of one block by token index. */
export class BlockWords {
  readonly text: string;
  readonly start: number;
  readonly count: number;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #lower: readonly string[];
  readonly #sentences: readonly number[];

  constructor({ start, block }: PlacedBlock) {
    this.text = block.text;
    this.start = start;
    this.count = block.tokens.count;
    this.#starts = block.tokens.starts;
    this.#ends = block.tokens.ends;
    this.#lower = block.lower;
    this.#sentences = block.sentences;
  }

  /** The token in lower case. */
  lower(token: number): string {
    return this.#lower[token];
  }

  isCapital(token: number): boolean {
    const first = this.text[this.#starts[token]];
    return first !== first.toLowerCase();
  }

  /** The UTF-16 code unit that a token starts with. */
  code(token: number): number {
    return this.text.charCodeAt(this.#starts[token]);
  }

  /** The token's place in the document. */
  startOf(token: number): number {
    return this.start + this.#starts[token];
  }

  endOf(token: number): number {
    return this.start + this.#ends[token];
  }

  /** The first token of the sentence that a token stands in. */
  sentenceStart(token: number): number {
    let low = 0;
    let high = this.#sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#sentences[middle] <= token) low = middle;
      else high = middle - 1;
    }
    return this.#sentences[low] ?? 0;
  }

  /** The token after the last of the sentence that a token stands in. */
  sentenceEnd(token: number): number {
    let low = 0;
    let high = this.#sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sentences[middle] <= token) low = middle + 1;
      else high = middle;
    }
    return low < this.#sentences.length ? this.#sentences[low] : this.count;
  }
}

import { isUpperAt } from "../text/characters.js";
import type { Block, PlacedBlock } from "../text/sourceText.js";
import { bareRoleFlags, type RoleFlag, roleFlags } from "./roleFlags.js";

/** The words of one block by token index. */
export class BlockWords {
  readonly text: string;
  readonly start: number;
  readonly count: number;
  readonly #block: Block;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #lower: readonly string[];
  readonly #sentences: readonly number[];

  constructor({ start, block }: PlacedBlock) {
    this.#block = block;
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

  /** Whether the token is one of a list of words, whatever its capitals; what is no token is in none. */
  is(token: number, flag: RoleFlag): boolean {
    return token >= 0 && token < this.count && (roleFlags(this.#block, token) & flag) !== 0;
  }

  /** The lists that the token is in by itself: "gov" of "Gov.". */
  bareFlags(token: number): number {
    return bareRoleFlags(this.#block, token);
  }

  isCapital(token: number): boolean {
    return isUpperAt(this.text, this.#starts[token]);
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

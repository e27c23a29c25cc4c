const LONGEST = 31;

/** A list of words, in small letters: almost all others are told apart by their length and first letter, and no string is made of them. */
export class WordTest {
  readonly #words: ReadonlySet<string>;
  /** A bit for each length. */
  readonly #lengths: number;
  /** 1 for each ASCII letter that a word begins with, in either case. */
  readonly #firsts = new Uint8Array(128);

  constructor(words: readonly string[]) {
    this.#words = new Set(words);
    let lengths = 0;
    for (const word of words) {
      if (word.length > LONGEST) throw new Error(`“${word}” is too long.`);
      lengths |= 1 << word.length;
      for (const first of [word[0], word[0].toUpperCase()]) this.#firsts[first.charCodeAt(0)] = 1;
    }
    this.#lengths = lengths;
  }

  /** Whether a text has one of the words, as they are listed, from an offset to before another. */
  has(text: string, start: number, end: number): boolean {
    return this.#mayHave(text, start, end) && this.#words.has(text.slice(start, end));
  }

  /** The same whatever the word's capitals. */
  hasInAnyCase(text: string, start: number, end: number): boolean {
    return this.#mayHave(text, start, end) && this.#words.has(text.slice(start, end).toLowerCase());
  }

  #mayHave(text: string, start: number, end: number): boolean {
    const length = end - start;
    if (length > LONGEST || ((this.#lengths >> length) & 1) === 0) return false;
    const first = text.charCodeAt(start);
    return first >= this.#firsts.length || this.#firsts[first] === 1;
  }
}

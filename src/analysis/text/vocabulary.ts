import { withoutPartedWords } from "../oneLine.js";
import { integers } from "./arena.js";

/** How many words are kept before all are forgotten, so that the memory stays bounded. */
const MOST_WORDS = 100_000;
const FEWEST_SLOTS = 1 << 13;

/** Characters that are not seen: soft hyphens and marks of direction. A word is the same with them and without, and parted at a line's end. */
const UNSEEN = /[\u00ad\u200e\u200f\u202a-\u202e\u2060-\u2064]/g;

/**
 * The distinct words met so far, each as one string and one in lower case: equal tokens then cost no slice, no folding and no hashing
 * of their own, however many rules ask for them. What it gives does not depend on what it has met.
 */
class Vocabulary {
  /** Never more than half full, and no larger than that takes: it is asked for every token, and a small one stays in the processor's cache. */
  #slots = new Int32Array(FEWEST_SLOTS);
  readonly #hashes = new Int32Array(MOST_WORDS + 1);
  /** As they stand in a text. */
  readonly #texts: string[] = [""];
  /** Without what is not seen. */
  readonly words: string[] = [""];
  readonly lowers: string[] = [""];
  /** The numbers of words hold until this changes. */
  generation = 0;

  /** The number of the word at start..end of a text. */
  find(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let id = this.#slots[slot]; id !== 0; id = this.#slots[slot]) {
      if (this.#hashes[id] === hash && stands(text, start, end, this.#texts[id])) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.#texts.length;
    const standing = copyOf(text, start, end);
    const word = withoutPartedWords(standing).replace(UNSEEN, "") || standing;
    const lower = word.toLowerCase();
    this.#slots[slot] = id;
    this.#hashes[id] = hash;
    this.#texts.push(standing);
    this.words.push(word);
    this.lowers.push(lower === word ? word : lower);
    if (id * 2 > mask) this.#growSlots();
    return id;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    for (let id = 1; id < this.#texts.length; id++) {
      let slot = this.#hashes[id] & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = id;
    }
    this.#slots = slots;
  }

  makeRoom(needed: number): void {
    if (this.#texts.length + needed <= MOST_WORDS) return;
    this.#texts.length = 1;
    this.words.length = 1;
    this.lowers.length = 1;
    this.#slots.fill(0);
    this.generation++;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 15);
}

/** The text at start..end as a string of its own: a longer slice would keep the whole text that it was cut from in memory. */
export function copyOf(text: string, start: number, end: number): string {
  let copy = "";
  for (let at = start; at < end; at += LONGEST_COPIED) copy += text.slice(at, Math.min(end, at + LONGEST_COPIED));
  return copy;
}

/** The engine copies so many code units where it cuts them out of a text, and only refers to more. */
const LONGEST_COPIED = 12;

function stands(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(start + i) !== word.charCodeAt(i)) return false;
  return true;
}

const vocabulary = new Vocabulary();

/** The words of a block's tokens. */
export interface Words {
  /** The word of each token without characters that are not seen, and the same in lower case. Equal words are the same string. */
  readonly words: readonly string[];
  readonly lower: readonly string[];
  /** The words' numbers in the vocabulary, which hold for its generation. */
  readonly ids: Int32Array;
  readonly generation: number;
}

/** @param starts where each of `count` tokens begins in the text; `ends` likewise, exclusive. */
export function readWords(text: string, count: number, starts: Int32Array, ends: Int32Array): Words {
  vocabulary.makeRoom(count);
  const words = new Array<string>(count);
  const lower = new Array<string>(count);
  const ids = integers(count);
  for (let i = 0; i < count; i++) {
    const id = vocabulary.find(text, starts[i], ends[i]);
    words[i] = vocabulary.words[id];
    lower[i] = vocabulary.lowers[id];
    ids[i] = id;
  }
  return { words, lower, ids, generation: vocabulary.generation };
}

const UNREAD = -1;

/**
 * Remembers what is read of a word by itself, so that each distinct word is read once and every further one costs a place in an array.
 * @param read what is remembered of a word as it is written; not negative.
 * @returns the same of the word of a token.
 */
export function memoByWord(read: (word: string) => number): (words: Words, token: number) => number {
  let readGeneration = 0;
  let values = new Int32Array(4096).fill(UNREAD);
  return ({ words, ids, generation }, token) => {
    if (generation !== vocabulary.generation) return read(words[token]);
    if (generation !== readGeneration) {
      readGeneration = generation;
      values.fill(UNREAD);
    }
    const id = ids[token];
    if (id >= values.length) {
      const longer = new Int32Array(id * 2).fill(UNREAD);
      longer.set(values);
      values = longer;
    }
    if (values[id] === UNREAD) values[id] = read(words[token]);
    return values[id];
  };
}

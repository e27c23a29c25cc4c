import { CharClass, charClass } from "../text/characters.js";
import { compiled } from "../text/compiled.js";
import { memoByWord, type Words } from "../text/vocabulary.js";
import { exactHash, fold, foldedHash, mix } from "./hashing.js";
import { phraseHash } from "./votes.js";
import type { WordLists } from "./wordLists.js";

/** How a word is written. */
export const enum Casing {
  None = 0,
  Lower = 1,
  /** One capital, at the start. */
  Title = 2,
  Upper = 3,
  /** Capitals inside: "McCain", "al-Maliki", "iPhone". */
  Mixed = 4,
  /** One capital letter, with or without a full stop. */
  Initial = 5,
  Number = 6,
  /** In capitals because the whole sentence is. */
  Shouted = 7,
}

const PARTED = compiled(/^\p{Lu}[\p{L}'’]+(?:-\p{Ll}{1,4})*-\p{Lu}\p{Ll}+$/u);
const LINKS: ReadonlySet<string> = new Set([",", "and", "or", "&", "/"]);

/** What stands before the first and after the last word. */
export const BOUNDARY = 0;

/** How many words are remembered before the store forgets them all, so that its size stays bounded. */
const MOST_WORDS = 40_000;

/**
 * The distinct words met so far, each with what the features need to know of it, numbered from 1.
 * A word's numbers hold until `epoch` changes.
 */
export class WordStore {
  readonly lower = new Int32Array(MOST_WORDS + 1);
  readonly form = new Int32Array(MOST_WORDS + 1);
  /** The word's hash in the phrases that the document votes on. */
  readonly phrase = new Int32Array(MOST_WORDS + 1);
  readonly shape = new Int32Array(MOST_WORDS + 1);
  readonly casing = new Uint8Array(MOST_WORDS + 1);
  readonly flags = new Int32Array(MOST_WORDS + 1);
  readonly commonness = new Uint8Array(MOST_WORDS + 1);
  /** Which words it is used like, finely and broadly; 0 where that is not known. */
  readonly cluster = new Uint16Array(MOST_WORDS + 1);
  readonly group = new Uint8Array(MOST_WORDS + 1);
  /** 1 for the words and marks that stand between the members of a list. */
  readonly links = new Uint8Array(MOST_WORDS + 1);
  /** 1 for words of several parts with a capital each: "Saint-Denis". */
  readonly parted = new Uint8Array(MOST_WORDS + 1);
  readonly texts: string[] = [""];
  epoch = 0;

  /** The number of a token's word. */
  findToken = this.#memo();

  readonly #lists: WordLists;
  readonly #slots = new Int32Array(1 << 17);

  constructor(lists: WordLists) {
    this.#lists = lists;
  }

  get count(): number {
    return this.texts.length;
  }

  /** Makes room: to be called between blocks, so that numbers hold within one. */
  makeRoom(needed: number): void {
    if (this.texts.length + needed <= MOST_WORDS) return;
    this.texts.length = 1;
    this.#slots.fill(0);
    this.findToken = this.#memo();
    this.epoch++;
  }

  #memo(): (words: Words, token: number) => number {
    return memoByWord((word) => this.find(word, false));
  }

  /**
   * The number of a word. Words beyond the store's size are the boundary's.
   * @param shouted whether the sentence is all in capitals; its words have numbers of their own.
   */
  find(word: string, shouted: boolean): number {
    const exact = exactHash(word, 0, word.length);
    const form = shouted ? ~exact : exact;
    const mask = this.#slots.length - 1;
    let slot = form & mask;
    for (let id = this.#slots[slot]; id !== 0; id = this.#slots[slot]) {
      if (this.form[id] === form && this.texts[id] === word) return id;
      slot = (slot + 1) & mask;
    }
    if (this.texts.length > MOST_WORDS) return BOUNDARY;
    const id = this.texts.length;
    this.#slots[slot] = id;
    this.texts.push(word);
    this.#describe(id, form, shouted);
    return id;
  }

  #describe(id: number, form: number, shouted: boolean): void {
    const word = this.texts[id];
    const lower = foldedHash(word, 0, word.length);
    this.form[id] = form;
    this.lower[id] = lower;
    this.phrase[id] = phraseHash(word, 0, word.length);
    const casing = casingOf(word);
    this.casing[id] = shouted && isCapitalized(casing) ? Casing.Shouted : casing;
    this.parted[id] = casing === Casing.Mixed && PARTED.test(word) ? 1 : 0;
    this.shape[id] = shouted ? mix(shapeOf(word), 1) : shapeOf(word);
    this.flags[id] = this.#lists.wordFlags(lower);
    this.links[id] = LINKS.has(word) ? 1 : 0;
    const { clusters } = this.#lists;
    this.cluster[id] = clusters.clusterOf(lower);
    this.group[id] = clusters.groupOf(this.cluster[id]);
    this.commonness[id] = this.#lists.commonness(lower);
  }
}

/** Whether a word has a capital. */
export function isCapitalized(casing: Casing): boolean {
  return casing >= Casing.Title && casing !== Casing.Number;
}

export function casingOf(word: string): Casing {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < word.length; i++) {
    const cls = charClass(word.charCodeAt(i));
    if (cls === CharClass.Upper) upper++;
    else if (cls === CharClass.Lower) lower++;
  }
  if (upper === 0) return lower > 0 ? Casing.Lower : charClass(word.charCodeAt(0)) === CharClass.Digit ? Casing.Number : Casing.None;
  if (lower > 0) return upper === 1 && charClass(word.charCodeAt(0)) === CharClass.Upper ? Casing.Title : Casing.Mixed;
  return upper === 1 && word.length <= 2 ? Casing.Initial : Casing.Upper;
}

/** The word's pattern of letters and digits, runs shortened, as a hash. */
function shapeOf(word: string): number {
  let h = 7;
  let last = -1;
  let run = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    const cls = charClass(code);
    const kind = cls === CharClass.Symbol ? fold(code) : cls;
    run = kind === last ? run + 1 : 1;
    if (run === 1 || (run === 2 && cls === CharClass.Upper)) h = mix(h, kind);
    last = kind;
  }
  return h;
}

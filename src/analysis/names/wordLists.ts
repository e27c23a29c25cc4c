import { memoByWord } from "../text/vocabulary.js";
import commonWords from "./commonWords.json" with { type: "json" };
import gazetteers from "./gazetteers.json" with { type: "json" };
import { foldedHash, mix } from "./hashing.js";
import nameLists from "./nameLists.json" with { type: "json" };
import { WordClusters } from "./wordClusters.js";
import clusterFile from "./wordClusters.model";
import wordKinds from "./wordKinds.json" with { type: "json" };

/** The kinds of phrases the gazetteers know. Places first: where a phrase is of several kinds, each family keeps its own. */
export const PLACE_KINDS = ["country", "region", "bigCity", "otherPlace"] as const;
export const OTHER_KINDS = ["organization", "media", "company", "party", "group", "event", "team"] as const;

/** The bits of `wordFlags`, in this order; given names and surnames come first. */
export const WORD_KINDS = ["given", "surname", ...(Object.keys(wordKinds.kinds) as (keyof typeof wordKinds.kinds)[])] as const;

const SPACE = 0x20;
const BAR = 0x7c;
const APOSTROPHE = 0x27;
const SMALL_S = 0x73;

/** Folded phrases and words by their hashes. */
class HashTable {
  /** In each slot a key and its value, 0 in a free slot. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(bits: number) {
    this.#slots = new Int32Array(2 << bits);
    this.#mask = (2 << bits) - 2;
  }

  get(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) << 1) & this.#mask;
    while (this.#slots[slot + 1] !== 0) {
      if (this.#slots[slot] === key) return this.#slots[slot + 1];
      slot = (slot + 2) & this.#mask;
    }
    return 0;
  }

  add(key: number, bits: number): void {
    let slot = (Math.imul(key, 0x9e3779b1) << 1) & this.#mask;
    while (this.#slots[slot + 1] !== 0 && this.#slots[slot] !== key) slot = (slot + 2) & this.#mask;
    this.#slots[slot] = key;
    this.#slots[slot + 1] |= bits;
  }
}

/** A phrase that more words may continue. The low bits say which kinds end here. */
const CONTINUES = 1 << 20;
const PLACE_BITS = (1 << PLACE_KINDS.length) - 1;

/** The word lists and gazetteers, folded. Made once; never changed. */
export class WordLists {
  readonly clusters = new WordClusters(clusterFile);
  readonly #words = new HashTable(17);
  readonly #common = new HashTable(15);
  readonly #phrases = new HashTable(18);

  constructor() {
    this.#addWords(gazetteers.given, 1);
    this.#addWords(gazetteers.surnames, 2);
    for (const [i, words] of Object.values(wordKinds.kinds).entries()) this.#addWords(words, 1 << (i + 2));
    for (const [i, words] of commonWords.bands.entries()) {
      eachPart(words, SPACE, (start, end) => {
        this.#common.add(foldedHash(words, start, end), i + 1);
      });
    }
    for (const [i, kind] of PLACE_KINDS.entries()) this.#addPhrases(gazetteers.places[kind], 1 << i);
    for (const [i, kind] of OTHER_KINDS.entries()) this.#addPhrases(nameLists.lists[kind], 1 << (PLACE_KINDS.length + i));
  }

  /** @returns the kinds a word belongs to, one bit each in the order of WORD_KINDS. */
  wordFlags(folded: number): number {
    return this.#words.get(folded);
  }

  /** @returns 0 for a word not seen in lower case, then 1 for the commonest to higher numbers for rarer ones. */
  commonness(folded: number): number {
    return this.#common.get(folded);
  }

  /** 1 where a token's word is a place by itself, and nothing else that is known. */
  readonly isOnlyPlace = memoByWord((word) => {
    const folded = foldedHash(word, 0, word.length);
    const isPlace = WordLists.placeKind(this.phrase(WordLists.extend(0, folded))) > 0;
    return isPlace && this.wordFlags(folded) === 0 && this.commonness(folded) === 0 ? 1 : 0;
  });

  /** The hash of a phrase that goes on with one more word. */
  static extend(phrase: number, folded: number): number {
    return mix(phrase, folded);
  }

  /** @returns the kinds of the phrase (bits), and in `continues` whether a longer one starts with it. */
  phrase(hash: number): number {
    return this.#phrases.get(hash);
  }

  /** The kinds that end at a phrase, without the mark of those that go on. */
  static kinds(found: number): number {
    return found & (CONTINUES - 1);
  }

  static continues(found: number): boolean {
    return (found & CONTINUES) !== 0;
  }

  /** The number, from 1, of the first place kind among the bits, 0 for none. */
  static placeKind(found: number): number {
    return lowestBit(found & PLACE_BITS);
  }

  /** The number, from 1, of the first other kind among the bits, 0 for none. */
  static otherKind(found: number): number {
    return lowestBit((found & (CONTINUES - 1)) >> PLACE_KINDS.length);
  }

  #addWords(words: string, bit: number): void {
    eachPart(words, SPACE, (start, end) => {
      this.#words.add(foldedHash(words, start, end), bit);
    });
  }

  #addPhrases(phrases: string, bit: number): void {
    eachPart(phrases, BAR, (start, end) => {
      let hash = 0;
      for (let at = start; at < end; ) {
        const stop = endOfToken(phrases, at, end);
        hash = WordLists.extend(hash, foldedHash(phrases, at, stop));
        this.#phrases.add(hash, stop < end ? CONTINUES : bit);
        at = phrases.charCodeAt(stop) === SPACE ? stop + 1 : stop;
      }
    });
  }
}

/** Where the token at an offset of a phrase ends: at a space, and before the mark of a possessive, which is a token of its own. */
function endOfToken(phrases: string, at: number, end: number): number {
  let stop = at + 1;
  for (; stop < end && phrases.charCodeAt(stop) !== SPACE; stop++) {
    if (phrases.charCodeAt(stop) !== APOSTROPHE) continue;
    const behind = phrases.charCodeAt(stop + 1) === SMALL_S ? stop + 2 : stop + 1;
    if (behind >= end || phrases.charCodeAt(behind) === SPACE) break;
  }
  return stop;
}

function lowestBit(bits: number): number {
  return bits === 0 ? 0 : 32 - Math.clz32(bits & -bits);
}

function eachPart(text: string, separator: number, visit: (start: number, end: number) => void): void {
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== separator) end++;
    if (end > start) visit(start, end);
    start = end + 1;
  }
}

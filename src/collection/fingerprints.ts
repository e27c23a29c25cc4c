import { nameWords } from "../analysis/identity/folding.js";
import { romanizationKey } from "../analysis/identity/personForms.js";
import stopWords from "../analysis/topics/stopWords.json" with { type: "json" };
import type { NumberRow } from "./numberRows.js";
import { readWords } from "./words.js";

/**
 * What a quotation is found by again. Two quotations with a run of eight words in common, in which not all are function words, share a
 * shingle: of every six neighbouring shingles the least is kept (winnowing: Schleimer, Wilkerson and Aiken 2003; shingles: Broder 1997).
 * Quotations of one speaker that tell the same in other words share what the speaker and a telling word give together.
 */
export interface Fingerprints {
  /** The same for equal words of equally named speakers; 53 bits. 0 where there are too few words to be compared. */
  readonly wording: number;
  /** Rising, 32 bits each, every one once. */
  readonly shingles: NumberRow;
  readonly speakerWords: NumberRow;
  /** The words in order, 16 bits each: a hash of the stem, and {@link TELLING} in words that tell something. */
  readonly words: NumberRow;
}

/** The bit of a word that is no function word. */
export const TELLING = 0x8000;

const STOP_WORDS: ReadonlySet<string> = new Set(stopWords.words.flatMap((line) => line.split(" ")));
const SHINGLE = 3;
const WINDOW = 6;
/** Quotations with fewer words are said by many. */
const FEWEST_WORDS = 5;
const MOST_SPEAKER_WORDS = 6;
const SHORTEST_TELLING = 5;
const NONE: Fingerprints = { wording: 0, shingles: [], speakerWords: [], words: [] };

/** @param key as `readWords` gives it. */
function isTelling(key: string): boolean {
  return !STOP_WORDS.has(key);
}

/** A word without the endings that grammar adds, cut to eight letters. */
function stem(key: string): string {
  return key.replace(/(?:ing|ed|es|s|ly)$/, "").slice(0, 8);
}

/**
 * @param text the quotation.
 * @param speaker the name of who speaks, in full or not; empty where nobody is named.
 */
export function fingerprintsOf(text: string, speaker: string): Fingerprints {
  const { keys } = readWords(text);
  if (keys.length < FEWEST_WORDS) return NONE;
  const names = nameWords(speaker);
  const name = names.length === 0 ? "" : romanizationKey(names[names.length - 1]);
  const hashes = keys.map((key) => hashOf(key, 0x811c9dc5));
  return {
    wording: wordingOf(hashes, hashOf(name, 0x811c9dc5)),
    shingles: rising(winnowed(keys, hashes)),
    words: keys.map((key) => (isTelling(key) ? TELLING : 0) | (hashOf(stem(key), 0x811c9dc5) & 0x7fff)),
    speakerWords: name === "" ? [] : rising(tellingStems(keys).map((word) => hashOf(word, hashOf(name, 0x2545f491)))),
  };
}

function tellingStems(keys: readonly string[]): readonly string[] {
  const stems = new Set(keys.filter((key) => key.length >= SHORTEST_TELLING && isTelling(key)).map(stem));
  return [...stems].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, MOST_SPEAKER_WORDS);
}

function winnowed(keys: readonly string[], hashes: readonly number[]): number[] {
  const shingles: number[] = [];
  for (let i = 0; i + SHINGLE <= keys.length; i++) {
    let hash = 0x9747b28c;
    let telling = false;
    for (let j = i; j < i + SHINGLE; j++) {
      hash = Math.imul(hash ^ hashes[j], 0x01000193) ^ (hash >>> 15);
      telling ||= isTelling(keys[j]);
    }
    shingles.push(telling ? mixed(hash) : NEVER);
  }
  const kept: number[] = [];
  for (let i = 0; i === 0 || i + WINDOW <= shingles.length; i++) {
    const least = Math.min(...shingles.slice(i, i + WINDOW));
    if (least !== NEVER && least !== kept[kept.length - 1]) kept.push(least);
  }
  return kept;
}

/** The hash of a shingle that is never kept. */
const NEVER = 0xffffffff;

function rising(hashes: readonly number[]): readonly number[] {
  return [...new Set(hashes)].sort((a, b) => a - b);
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo 1991). */
function hashOf(word: string, start: number): number {
  let hash = start;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** The last step of MurmurHash3. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function wordingOf(hashes: readonly number[], speaker: number): number {
  let low = speaker;
  let high = 0x1b873593;
  for (const hash of hashes) {
    low = Math.imul(low ^ hash, 0x01000193);
    high = mixed(Math.imul(high ^ hash, 0xcc9e2d51) + 1);
  }
  return 1 + mixed(low) + (high & 0xfffff) * 0x100000000;
}

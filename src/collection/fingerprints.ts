import { nameWords } from "../analysis/identity/folding.js";
import { romanizationKey } from "../analysis/identity/personForms.js";
import stopWords from "../analysis/topics/stopWords.json" with { type: "json" };
import { isNegation, isNumber } from "./differenceWords.js";
import type { NumberRow } from "./numberRows.js";
import { readWords } from "./words.js";

/**
 * What a quotation is found by again. Two quotations with a run of eight words in common, in which not all are function words, share a
 * shingle, whatever numbers and negations stand between them: in these versions may differ. Of every six neighbouring shingles the least is kept (winnowing: Schleimer, Wilkerson and Aiken 2003; shingles: Broder 1997).
 * Quotations of one speaker that tell the same in other words share what the speaker and a telling word give together.
 */
export interface Fingerprints {
  /** The same for equal words of equally named speakers; 53 bits. 0 where there are too few words to be compared. */
  readonly wording: number;
  /** Rising, 32 bits each, every one once. */
  readonly shingles: NumberRow;
  readonly speakerWords: NumberRow;
  /** A hash of who speaks, 14 bits; 0 where nobody is named. */
  readonly speaker: number;
  /** The words in order without negations, 16 bits each: a hash of the stem, and {@link TELLING} in words that tell something and are no numbers. */
  readonly words: NumberRow;
}

/** The bit of a word that is neither a function word nor a number. */
export const TELLING = 0x8000;

const STOP_WORDS: ReadonlySet<string> = new Set(stopWords.words.flatMap((line) => line.split(" ")));
/** The longest first. */
const ENDINGS = ["ing", "ed", "es", "ly", "s"] as const;
const LONGEST_STEM = 8;
const SHINGLE = 3;
const WINDOW = 6;
/** Quotations with fewer words are said by many. */
const FEWEST_WORDS = 5;
const MOST_SPEAKER_WORDS = 6;
/** Where hashes of words begin. */
const SEED = 0x811c9dc5;
const MOST_SPEAKERS = 0x3fff;
const SHORTEST_TELLING = 5;
const NONE: Fingerprints = { wording: 0, shingles: [], speakerWords: [], speaker: 0, words: [] };

/** A word of a quotation. */
interface Word {
  readonly key: string;
  readonly hash: number;
  /** Where its {@link stem} ends. */
  readonly end: number;
  readonly telling: boolean;
  readonly number: boolean;
}

/**
 * @param text the quotation.
 * @param speaker the name of who speaks, in full or not; empty where nobody is named.
 */
export function fingerprintsOf(text: string, speaker: string): Fingerprints {
  const { keys } = readWords(text);
  if (keys.length < FEWEST_WORDS) return NONE;
  const words = keys.map(readWord);
  const compared = words.filter(({ key }) => !isNegation(key));
  const names = nameWords(speaker);
  const name = names.length === 0 ? "" : romanizationKey(names[names.length - 1]);
  const speakerHash = hashOf(name, SEED);
  return {
    wording: wordingOf(words, speakerHash),
    speaker: name === "" ? 0 : 1 + (speakerHash % MOST_SPEAKERS),
    shingles: rising(winnowed(compared.filter(({ number }) => !number))),
    words: compared.map(({ key, end, telling, number }) => (telling && !number ? TELLING : 0) | (hashOf(key, SEED, end) & 0x7fff)),
    speakerWords: name === "" ? [] : rising(tellingStems(words).map((word) => hashOf(word, hashOf(name, 0x2545f491)))),
  };
}

/** @param key as `readWords` gives it. */
function readWord(key: string): Word {
  return { key, hash: hashOf(key, SEED), end: stemEnd(key), telling: !STOP_WORDS.has(key), number: isNumber(key) };
}

/** Where a word's stem ends: it has none of the endings that grammar adds, and at most eight letters. */
function stemEnd(key: string): number {
  const ending = ENDINGS.find((each) => key.endsWith(each)) ?? "";
  return Math.min(LONGEST_STEM, key.length - ending.length);
}

function tellingStems(words: readonly Word[]): readonly string[] {
  const stems = new Set(
    words.filter(({ key, telling }) => telling && key.length >= SHORTEST_TELLING).map(({ key, end }) => key.slice(0, end)),
  );
  return [...stems].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, MOST_SPEAKER_WORDS);
}

/** The least of every {@link WINDOW} neighbouring shingles. */
function winnowed(words: readonly Word[]): number[] {
  const shingles: number[] = [];
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    let hash = 0x9747b28c;
    let telling = false;
    for (let j = i; j < i + SHINGLE; j++) {
      hash = Math.imul(hash ^ words[j].hash, 0x01000193) ^ (hash >>> 15);
      telling ||= words[j].telling;
    }
    shingles.push(telling ? mixed(hash) : NEVER);
  }
  const kept: number[] = [];
  for (let i = 0; i === 0 || i + WINDOW <= shingles.length; i++) {
    let least = NEVER;
    for (let j = i; j < Math.min(i + WINDOW, shingles.length); j++) least = Math.min(least, shingles[j]);
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
function hashOf(word: string, start: number, end = word.length): number {
  let hash = start;
  for (let i = 0; i < end; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** The last step of MurmurHash3. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function wordingOf(words: readonly Word[], speaker: number): number {
  let low = speaker;
  let high = 0x1b873593;
  for (const { hash } of words) {
    low = Math.imul(low ^ hash, 0x01000193);
    high = mixed(Math.imul(high ^ hash, 0xcc9e2d51) + 1);
  }
  return 1 + mixed(low) + (high & 0xfffff) * 0x100000000;
}

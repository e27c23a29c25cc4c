import type { Span } from "../analysis.js";
import { CharClass, charClass } from "../text/characters.js";
import { type Block, tokenText } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import commonWords from "./commonWords.json" with { type: "json" };
import stopWords from "./stopWords.json" with { type: "json" };
import { singular } from "./topicKey.js";

/** A noun phrase in a block that may be a topic; offsets from the block's start. */
export interface PhrasePlace {
  /** The phrase in lower case and the singular. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  /** An article, a possessive or another determiner stands before it: its last word is a noun. */
  readonly determined: boolean;
  /** No further content word stands after it, whose modifier it would be. */
  readonly head: boolean;
}

/** The phrases of a block with the block's place in the document. */
export interface PhraseBlock {
  readonly start: number;
  readonly phrases: readonly PhrasePlace[];
}

/** A phrase of the document with all its places. */
export interface KeyPhrase {
  readonly key: string;
  readonly label: string;
  readonly score: number;
  readonly places: readonly Span[];
}

const LONGEST_PHRASE = 3;
const LEAST_PLACES = 2;
const LEAST_PLACES_OF_A_WORD = 3;
/** So much of a word's occurrences must look like a noun's. */
const LEAST_DETERMINED = 0.34;
/** A phrase is no modifier of what follows it in so many of its places. */
const LEAST_HEADS = 0.5;
/** A phrase inside a longer one is its own topic where it also stands alone this often. */
const MOST_NESTED = 0.6;
/** A single word says less than a phrase. */
const WORD_WEIGHT = 0.7;
const RAREST_BITS = 16;

const STOP_WORDS: ReadonlySet<string> = new Set(stopWords.words.flatMap((line) => line.split(" ")));
const GENERAL: ReadonlySet<string> = new Set(stopWords.general.flatMap((line) => line.split(" ").map(singular)));
const DETERMINERS: ReadonlySet<string> = new Set(stopWords.determiners.split(" "));
const BITS: ReadonlyMap<string, number> = new Map(
  Object.entries(commonWords.bits).flatMap(([bits, words]) => words.split(" ").map((word): [string, number] => [word, Number(bits)])),
);

/** Phrases of one to three content words in lower case that stand together, with no stop word or punctuation between. */
export function findPhrases(block: Block): readonly PhrasePlace[] {
  const { count } = block.tokens;
  const phrases: PhrasePlace[] = [];
  let run: string[] = [];
  for (let i = 0; i <= count; i++) {
    const word = i < count ? contentWord(block, i) : null;
    if (word !== null) run.push(word);
    else if (run.length > 0) {
      addRun(block, run, i - run.length, phrases);
      run = [];
    }
  }
  return phrases;
}

/** The token's word where it can be part of a topic. */
function contentWord(block: Block, i: number): string | null {
  const { starts, ends, kinds } = block.tokens;
  const length = ends[i] - starts[i];
  if (kinds[i] !== TokenKind.Word || length < 3 || length > 30) return null;
  for (let at = starts[i]; at < ends[i]; at++) {
    const cls = charClass(block.text.charCodeAt(at));
    if (cls !== CharClass.Lower && cls !== CharClass.Joined && block.text.charCodeAt(at) !== 0x2d) return null;
  }
  const word = tokenText(block, i);
  if (STOP_WORDS.has(word) || word.endsWith("ly") || word.endsWith("ed")) return null;
  return word.endsWith("ing") && !(i > 0 && isDeterminer(block, i - 1)) ? null : word;
}

function addRun(block: Block, run: readonly string[], first: number, phrases: PhrasePlace[]): void {
  const { starts, ends } = block.tokens;
  for (let last = 0; last < run.length; last++) {
    let key = singular(run[last]);
    const plural = key !== run[last];
    for (let words = 1; words <= Math.min(last + 1, LONGEST_PHRASE); words++) {
      const from = last + 1 - words;
      if (words > 1) key = `${run[from]} ${key}`;
      const determined = plural || from > 0 || (first > 0 && isDeterminer(block, first - 1));
      phrases.push({ key, start: starts[first + from], end: ends[first + last], words, determined, head: last === run.length - 1 });
    }
  }
}

function isDeterminer(block: Block, i: number): boolean {
  const word = tokenText(block, i).toLowerCase();
  return DETERMINERS.has(word) || word === "of" || /^['’]s$/.test(word);
}

/**
 * Weighs the phrases of a document. Candidates after Rose et al., "Automatic keyword extraction from individual documents" (2010);
 * weight is frequency by the rarity of the words in news (Spärck Jones, 1972), and a phrase inside longer ones counts for what it
 * stands alone, after the C-value of Frantzi, Ananiadou and Mima (2000).
 * @param blocks the phrases of each block, with the block's place in the document.
 * @returns the best phrases first, none that only stands inside another one returned.
 */
export function weighPhrases(blocks: readonly PhraseBlock[], text: string, most: number): KeyPhrase[] {
  const counts = new Map<string, PhraseCount>();
  for (const { phrases } of blocks) {
    for (const { key, words, determined, head } of phrases) {
      let count = counts.get(key);
      if (!count) {
        count = { key, words, places: 0, determined: 0, heads: 0 };
        counts.set(key, count);
      }
      count.places++;
      if (determined) count.determined++;
      if (head) count.heads++;
    }
  }
  const weighed = [...counts.values()]
    .filter(isTopic)
    .map((count) => ({ ...count, score: weight(count) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most * 4);
  return withoutNested(weighed)
    .slice(0, most)
    .map(({ key, score }) => {
      const places = placesOf(key, blocks);
      return { key, label: commonLabel(text, places), score, places };
    });
}

interface PhraseCount {
  readonly key: string;
  readonly words: number;
  places: number;
  determined: number;
  heads: number;
}

function isTopic({ key, words, places, determined, heads }: PhraseCount): boolean {
  if (places < (words === 1 ? LEAST_PLACES_OF_A_WORD : LEAST_PLACES) || GENERAL.has(key)) return false;
  return determined >= LEAST_DETERMINED * places && heads >= LEAST_HEADS * places;
}

function weight({ key, words, places }: PhraseCount): number {
  return places * rarity(key) * (words === 1 ? WORD_WEIGHT : 1);
}

function placesOf(key: string, blocks: readonly PhraseBlock[]): Span[] {
  return blocks.flatMap(({ start, phrases }) =>
    phrases.filter((phrase) => phrase.key === key).map((phrase) => ({ start: start + phrase.start, end: start + phrase.end })),
  );
}

function rarity(key: string): number {
  const bits = key.split(" ").map((word) => Math.min(BITS.get(word) ?? BITS.get(`${word}s`) ?? RAREST_BITS, RAREST_BITS));
  return bits.reduce((sum, value) => sum + (value / RAREST_BITS) ** 2, 0);
}

/** Drops a phrase that mostly stands inside a longer one, and a longer one that is only now and then more than the shorter. */
function withoutNested<T extends PhraseCount>(phrases: readonly T[]): T[] {
  return phrases.filter(
    (phrase) =>
      !phrases.some((other) => {
        if (other === phrase) return false;
        if (holds(other.key, phrase.key)) return other.places >= MOST_NESTED * phrase.places;
        return holds(phrase.key, other.key) && phrase.places < (1 - MOST_NESTED) * other.places;
      }),
  );
}

function holds(longer: string, shorter: string): boolean {
  return longer.length > shorter.length && ` ${longer} `.includes(` ${shorter} `);
}

/** The surface form that stands most often. */
function commonLabel(text: string, places: readonly Span[]): string {
  const counts = new Map<string, number>();
  for (const { start, end } of places) {
    const label = text.slice(start, end).replace(/\s+/g, " ");
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

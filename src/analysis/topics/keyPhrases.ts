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

/** A phrase of the document with all its places. */
export interface KeyPhrase {
  readonly key: string;
  readonly label: string;
  readonly score: number;
  readonly places: readonly { readonly start: number; readonly end: number }[];
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
export function weighPhrases(
  blocks: readonly { readonly start: number; readonly phrases: readonly PhrasePlace[] }[],
  text: string,
  most: number,
): KeyPhrase[] {
  const found = new Map<string, { words: number; determined: number; heads: number; places: { start: number; end: number }[] }>();
  for (const { start, phrases } of blocks) {
    for (const phrase of phrases) {
      let entry = found.get(phrase.key);
      if (!entry) {
        entry = { words: phrase.words, determined: 0, heads: 0, places: [] };
        found.set(phrase.key, entry);
      }
      if (phrase.determined) entry.determined++;
      if (phrase.head) entry.heads++;
      entry.places.push({ start: start + phrase.start, end: start + phrase.end });
    }
  }
  const weighed: KeyPhrase[] = [];
  for (const [key, { words, determined, heads, places }] of found) {
    const least = words === 1 ? LEAST_PLACES_OF_A_WORD : LEAST_PLACES;
    if (places.length < least || GENERAL.has(key)) continue;
    if (determined / places.length < LEAST_DETERMINED || heads / places.length < LEAST_HEADS) continue;
    weighed.push({ key, label: commonLabel(text, places), score: places.length * rarity(key) * (words === 1 ? WORD_WEIGHT : 1), places });
  }
  weighed.sort((a, b) => b.score - a.score || a.places[0].start - b.places[0].start);
  return withoutNested(weighed.slice(0, most * 4)).slice(0, most);
}

function rarity(key: string): number {
  const bits = key.split(" ").map((word) => Math.min(BITS.get(word) ?? BITS.get(`${word}s`) ?? RAREST_BITS, RAREST_BITS));
  return bits.reduce((sum, value) => sum + (value / RAREST_BITS) ** 2, 0);
}

/** Drops a phrase that mostly stands inside a longer one, and a longer one that is only now and then more than the shorter. */
function withoutNested(phrases: readonly KeyPhrase[]): KeyPhrase[] {
  return phrases.filter(
    (phrase) =>
      !phrases.some((other) => {
        if (other === phrase) return false;
        if (holds(other.key, phrase.key)) return other.places.length >= MOST_NESTED * phrase.places.length;
        return holds(phrase.key, other.key) && phrase.places.length < (1 - MOST_NESTED) * other.places.length;
      }),
  );
}

function holds(longer: string, shorter: string): boolean {
  return longer.length > shorter.length && ` ${longer} `.includes(` ${shorter} `);
}

/** The surface form that stands most often. */
function commonLabel(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  const counts = new Map<string, number>();
  for (const { start, end } of places) {
    const label = text.slice(start, end).replace(/\s+/g, " ");
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

import type { Span } from "../analysis.js";
import { isRank } from "../identity/nameForms.js";
import { onOneLine } from "../oneLine.js";
import { integers } from "../text/arena.js";
import { CharClass, charClass, isUpperAt } from "../text/characters.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import commonWords from "./commonWords.json" with { type: "json" };
import type { PhraseTable, TopicWord } from "./phraseTable.js";
import stopWords from "./stopWords.json" with { type: "json" };
import { singular } from "./topicKey.js";

/**
 * The noun phrases in a block that may be topics, four numbers each, since a text has very many: the phrase in lower case and the singular
 * by its number in the table, its start and end from the block's start, and DETERMINED and HEAD.
 */
export type BlockPhrases = Readonly<Int32Array>;

const PHRASE_SIZE = 4;
const NO_PHRASES: BlockPhrases = new Int32Array(0);

/** An article, a possessive or another determiner stands before the phrase: its last word is a noun. */
const DETERMINED = 1;
/** No further content word stands after the phrase, whose modifier it would be. */
const HEAD = 2;

/** The phrases of a block with the block's place in the document. */
export interface PlacedPhrases {
  readonly start: number;
  readonly found: BlockPhrases;
  /** Whether the block is a headline or standfirst, which says what the text is about. */
  readonly heads: boolean;
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
/** The same of a word that the headline has. */
const LEAST_PLACES_OF_A_HEAD = 2;
/** What a phrase of the headline weighs more than others. */
const HEAD_WEIGHT = 1.5;
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
/** What stands right behind one of these is a verb: "who counts". */
const SUBJECTS: ReadonlySet<string> = new Set(stopWords.subjects.split(" "));
const DETERMINERS: ReadonlySet<string> = new Set(stopWords.determiners.split(" "));
const BITS: ReadonlyMap<string, number> = new Map(
  Object.entries(commonWords.bits).flatMap(([bits, words]) => words.split(" ").map((word): [string, number] => [word, Number(bits)])),
);

/**
 * Phrases of one to three content words in lower case that stand together, with no stop word or punctuation between.
 * @param isHead whether capitals say nothing of the block's words, as in a headline.
 */
export function findPhrases(block: Block, isHead: boolean, table: PhraseTable): BlockPhrases {
  const { count, kinds } = block.tokens;
  const run: TopicWord[] = [];
  let length = 0;
  let size = 0;
  for (let i = 0; i <= count; i++) {
    let word: TopicWord | null = null;
    if (i < count && kinds[i] === TokenKind.Word) word = isHead ? table.topicWord(block.lower[i]) : table.topicWordAt(block, i);
    const mayBe = word !== null && (length > 0 || i === 0 || !SUBJECTS.has(block.lower[i - 1]));
    if (word !== null && mayBe && (!word.needsDeterminer || (i > 0 && isDeterminer(block, i - 1)))) run[length++] = word;
    else if (length > 0) {
      size = addRun(block, run, length, i - length, table, size);
      length = 0;
    }
  }
  if (size === 0) return NO_PHRASES;
  const found = integers(size);
  const room = table.room(size);
  for (let i = 0; i < size; i++) found[i] = room[i];
  return found;
}

/** What a token's word is where it can be part of a topic. */
export function readTopicWord(word: string, table: PhraseTable): TopicWord | null {
  if (word.length < 3 || word.length > 30) return null;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const cls = charClass(code);
    if (cls !== CharClass.Lower && cls !== CharClass.Joined && code !== 0x2d) return null;
  }
  if (STOP_WORDS.has(word) || word.endsWith("ly") || word.endsWith("ed")) return null;
  return { own: table.word(word), singular: table.word(singular(word)), needsDeterminer: word.endsWith("ing") };
}

/** Writes the phrases of a run's first words, `length` of them, into the table's room, from `size` on. @returns where the next are to be written. */
function addRun(block: Block, run: readonly TopicWord[], length: number, first: number, table: PhraseTable, size: number): number {
  const room = table.room(size + length * LONGEST_PHRASE * PHRASE_SIZE);
  const { starts, ends } = block.tokens;
  const opening = first > 0 && isDeterminer(block, first - 1);
  const next = first + length;
  // "the deep Atlantic"
  const beforeName = next < block.tokens.count && starts[next] === ends[next - 1] + 1 && isUpperAt(block.text, starts[next]);
  for (let last = 0; last < length; last++) {
    const word = run[last];
    const plural = word.singular !== word.own;
    let phrase = word.singular;
    for (let from = last; from >= 0 && from > last - LONGEST_PHRASE; from--) {
      if (from < last) phrase = table.before(run[from].own, phrase);
      room[size++] = phrase;
      room[size++] = starts[first + from];
      room[size++] = ends[first + last];
      room[size++] = (plural || from > 0 || opening ? DETERMINED : 0) | (last === length - 1 && !beforeName ? HEAD : 0);
    }
  }
  return size;
}

function isDeterminer(block: Block, i: number): boolean {
  const word = block.lower[i];
  return DETERMINERS.has(word) || word === "of" || word === "'s" || word === "’s";
}

/**
 * Weighs the phrases of a document. Candidates after Rose et al., "Automatic keyword extraction from individual documents" (2010);
 * weight is frequency by the rarity of the words in news (Spärck Jones, 1972), and a phrase inside longer ones counts for what it
 * stands alone, after the C-value of Frantzi, Ananiadou and Mima (2000).
 * @param blocks the phrases of each block, with the block's place in the document.
 * @returns the best phrases first, none that only stands inside another one returned.
 */
export function weighPhrases(blocks: readonly PlacedPhrases[], table: PhraseTable, text: string, most: number): KeyPhrase[] {
  const weighed = countPhrases(blocks, table)
    .sort((a, b) => b.score - a.score)
    .slice(0, most * 4)
    .map(({ phrase, words, places, score }) => ({ phrase, key: table.key(phrase), words, places, score }));
  const kept = withoutNested(weighed).slice(0, most);
  const places = placesOf(kept, blocks);
  return kept.map(({ phrase, key, score }) => {
    const spans = places.get(phrase) ?? [];
    return { key, label: commonLabel(text, spans), score, places: spans };
  });
}

/** The phrases that can be topics, in the order in which they first stand. */
function countPhrases(blocks: readonly PlacedPhrases[], table: PhraseTable): PhraseCount[] {
  const places = new Int32Array(table.count + 1);
  const determined = new Int32Array(table.count + 1);
  const heads = new Int32Array(table.count + 1);
  const inHead = new Uint8Array(table.count + 1);
  const met: number[] = [];
  for (const { found, heads: isHead } of blocks) {
    for (let i = 0; i < found.length; i += PHRASE_SIZE) {
      const phrase = found[i];
      const flags = found[i + 3];
      if (places[phrase]++ === 0) met.push(phrase);
      if (isHead) inHead[phrase] = 1;
      if ((flags & DETERMINED) !== 0) determined[phrase]++;
      if ((flags & HEAD) !== 0) heads[phrase]++;
    }
  }
  const counts: PhraseCount[] = [];
  for (const phrase of met) {
    const count = places[phrase];
    if (count < LEAST_PLACES || determined[phrase] < LEAST_DETERMINED * count || heads[phrase] < LEAST_HEADS * count) continue;
    const words = table.length(phrase);
    const isHead = inHead[phrase] === 1;
    if (words === 1 && count < (isHead ? LEAST_PLACES_OF_A_HEAD : LEAST_PLACES_OF_A_WORD)) continue;
    const rarity = table.rarity(phrase, rarityOf);
    const weight = (words === 1 ? WORD_WEIGHT : 1) * (isHead ? HEAD_WEIGHT : 1);
    if (rarity > 0) counts.push({ phrase, words, places: count, score: count * rarity * weight });
  }
  return counts;
}

interface PhraseCount {
  /** The phrase's number. */
  readonly phrase: number;
  readonly words: number;
  readonly places: number;
  readonly score: number;
}

interface KeyedCount extends PhraseCount {
  readonly key: string;
}

function placesOf(wanted: readonly PhraseCount[], blocks: readonly PlacedPhrases[]): ReadonlyMap<number, readonly Span[]> {
  const places = new Map<number, Span[]>(wanted.map(({ phrase }) => [phrase, []]));
  for (const { start, found } of blocks) {
    for (let i = 0; i < found.length; i += PHRASE_SIZE)
      places.get(found[i])?.push({ start: start + found[i + 1], end: start + found[i + 2] });
  }
  return places;
}

/** How rare the words of a phrase are; 0 for one too general to be a topic, and for an office ("prime minister"), which is some person's. */
function rarityOf(key: string): number {
  const words = key.split(" ");
  if (GENERAL.has(key) || isRank(words[words.length - 1])) return 0;
  const bits = words.map((word) => Math.min(BITS.get(word) ?? BITS.get(`${word}s`) ?? RAREST_BITS, RAREST_BITS));
  return bits.reduce((sum, value) => sum + (value / RAREST_BITS) ** 2, 0);
}

/** Drops a phrase that mostly stands inside a longer one, and a longer one that is only now and then more than the shorter. */
function withoutNested<T extends KeyedCount>(phrases: readonly T[]): T[] {
  const padded = phrases.map(({ key }) => ` ${key} `);
  return phrases.filter(
    (phrase, p) =>
      !phrases.some((other, o) => {
        if (other.words > phrase.words && padded[o].includes(padded[p])) return other.places >= MOST_NESTED * phrase.places;
        return phrase.words > other.words && padded[p].includes(padded[o]) && phrase.places < (1 - MOST_NESTED) * other.places;
      }),
  );
}

/** The surface form that stands most often, one in small letters before one of a headline's. */
function commonLabel(text: string, places: readonly Span[]): string {
  const counts = new Map<string, number>();
  for (const { start, end } of places) {
    const label = onOneLine(text.slice(start, end));
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const isSmall = (label: string): number => Number(label === label.toLowerCase());
  return [...counts].sort((a, b) => isSmall(b[0]) - isSmall(a[0]) || b[1] - a[1])[0][0];
}

import { CharClass, charClass } from "../text/characters.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { memoByWord } from "../text/vocabulary.js";
import { WordLists } from "./wordLists.js";
import { BOUNDARY, isCapitalized, type WordStore } from "./words.js";

/** A name may hold this many tokens without a capital in a row ("Organisation for the Prohibition of"). */
const LONGEST_GAP = 3;

/** Gazetteer matches are at most this many tokens long. */
const LONGEST_MATCH = 9;

/** How a sentence as a whole is written. */
export const enum SentenceCase {
  Usual = 0,
  /** Most words begin with a capital, as in headlines. */
  Titles = 1,
  /** All in capitals. */
  Capitals = 2,
}

/** What a gazetteer says of a token: the kind's number times 4, plus its place in the match. */
export const enum MatchPlace {
  Alone = 1,
  First = 2,
  Later = 3,
}

/** One block made ready for the features: where names can stand, and for these stretches and their neighbours, which words. */
export interface BlockReading {
  readonly count: number;
  /** Stretches of tokens in which names can stand: first token, end (exclusive), first, end, … Each lies in one sentence. */
  readonly stretches: readonly number[];
  /** The words' numbers in the store, two beyond each end of the block; valid in stretches and two tokens around them. */
  readonly words: Int32Array;
  /** For each token 1 where it is the first word of its sentence or stands after an opening quotation mark. */
  readonly opens: Uint8Array;
  /** The first token of the run of capitalised words that a token belongs to, or the token itself. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  readonly places: Uint8Array;
  readonly others: Uint8Array;
  /** For each token its sentence's case. */
  readonly cases: Uint8Array;
}

/** The words array begins this many places before the first token. */
export const MARGIN = 2;

/** The arrays of a reading, used for one block after the other, since to make them takes longer than to fill them. */
export class ReadingBuffers {
  readonly stretches: number[] = [];
  words = new Int32Array(0);
  runStart = new Int32Array(0);
  runEnd = new Int32Array(0);
  capital = new Uint8Array(0);
  opens = new Uint8Array(0);
  places = new Uint8Array(0);
  others = new Uint8Array(0);
  cases = new Uint8Array(0);

  /** Makes room for a block's tokens, with nothing said of them. */
  clear(count: number): void {
    if (this.cases.length < count) this.#grow(count * 2);
    this.words.fill(BOUNDARY, 0, count + 2 * MARGIN);
    this.opens.fill(0, 0, count);
    this.places.fill(0, 0, count);
    this.others.fill(0, 0, count);
  }

  #grow(count: number): void {
    this.words = new Int32Array(count + 2 * MARGIN);
    this.runStart = new Int32Array(count);
    this.runEnd = new Int32Array(count);
    this.capital = new Uint8Array(count);
    this.opens = new Uint8Array(count);
    this.places = new Uint8Array(count);
    this.others = new Uint8Array(count);
    this.cases = new Uint8Array(count);
  }
}

/**
 * Reads a block; sentence boundaries hide the neighbours beyond them.
 * @param buffers what the reading is written to: it holds until they are used again.
 */
export function readForNames(
  block: Block,
  store: WordStore,
  lists: WordLists,
  buffers: ReadingBuffers = new ReadingBuffers(),
): BlockReading {
  const { tokens, sentences } = block;
  const { count } = tokens;
  buffers.clear(count);
  const { capital, opens, words, cases, runStart, runEnd, places, others } = buffers;
  let capitals = 0;
  for (let i = 0; i < count; i++) {
    capital[i] = tokens.kinds[i] === TokenKind.Word ? hasCapital(block, i) : 0;
    capitals += capital[i];
  }
  const { stretches } = buffers;
  stretches.length = 0;
  const reading = { count, stretches, words, opens, runStart, runEnd, places, others, cases };
  if (capitals === 0) return reading;
  let blockCase: SentenceCase | null = null;
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences[s];
    const end = s + 1 < sentences.length ? sentences[s + 1] : count;
    markOpenings(block, first, end, opens);
    let sentenceCase = caseOf(block, capital, first, end);
    if (sentenceCase === null) {
      blockCase ??= caseOf(block, capital, 0, count) ?? SentenceCase.Usual;
      sentenceCase = blockCase;
    }
    if (sentenceCase === SentenceCase.Titles && isListOfNames(block, capital, first, end, store)) sentenceCase = SentenceCase.Usual;
    cases.fill(sentenceCase, first, end);
    findStretches(block, capital, first, end, stretches);
  }
  for (let s = 0; s < stretches.length; s += 2) {
    findRuns(capital, stretches[s], stretches[s + 1], runStart, runEnd);
    findWords(block, store, stretches[s], stretches[s + 1], cases[stretches[s]], words);
  }
  matchGazetteers(reading, store, lists);
  return reading;
}

/** 1 where a word has a capital. */
const hasCapital = memoByWord((word) => {
  for (let i = 0; i < word.length; i++) if (charClass(word.charCodeAt(i)) === CharClass.Upper) return 1;
  return 0;
});

/** The first word of a sentence, and the first after an opening quotation mark, a bracket, a colon or a dash at the start. */
function markOpenings(block: Block, first: number, end: number, opens: Uint8Array): void {
  let opening = true;
  for (let i = first; i < end; i++) {
    const kind = block.tokens.kinds[i];
    if (kind === TokenKind.Word || kind === TokenKind.Number || kind === TokenKind.Link) {
      if (opening) opens[i] = 1;
      opening = false;
    } else {
      const code = block.text.charCodeAt(block.tokens.starts[i]);
      const opensQuotation = kind === TokenKind.QuotationMark && !followsWord(block, i);
      if (opensQuotation || code === 0x3a || code === 0x2022) opening = true;
    }
  }
}

function followsWord(block: Block, i: number): boolean {
  return i > 0 && block.tokens.ends[i - 1] === block.tokens.starts[i];
}

function findStretches(block: Block, capital: Uint8Array, first: number, end: number, stretches: number[]): void {
  let i = first;
  while (i < end) {
    if (capital[i] === 0) {
      i++;
      continue;
    }
    let start = i;
    if (start > first && block.tokens.kinds[start - 1] === TokenKind.Number) start--;
    let last = i;
    for (let next = i + 1; next < end && next - last <= LONGEST_GAP + 1; next++) if (capital[next] === 1) last = next;
    let stop = last + 1;
    if (stop < end && block.tokens.kinds[stop] === TokenKind.Number) stop++;
    stretches.push(start, stop);
    i = stop;
  }
}

function findRuns(capital: Uint8Array, start: number, end: number, runStart: Int32Array, runEnd: Int32Array): void {
  for (let i = start; i < end; ) {
    let stop = i + 1;
    if (capital[i] === 1) while (stop < end && capital[stop] === 1) stop++;
    for (let j = i; j < stop; j++) {
      runStart[j] = i;
      runEnd[j] = stop;
    }
    i = stop;
  }
}

function findWords(block: Block, store: WordStore, start: number, end: number, sentenceCase: SentenceCase, words: Int32Array): void {
  const { tokens, sentences } = block;
  const sentence = sentenceOf(sentences, start);
  const first = Math.max(sentences[sentence], start - MARGIN);
  const limit = sentence + 1 < sentences.length ? sentences[sentence + 1] : tokens.count;
  const stop = Math.min(limit, end + MARGIN);
  for (let i = first; i < stop; i++) {
    if (words[i + MARGIN] === BOUNDARY)
      words[i + MARGIN] = sentenceCase === SentenceCase.Capitals ? store.find(block.words[i], true) : store.findToken(block, i);
  }
}

function sentenceOf(sentences: readonly number[], token: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle] <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Matching {
  readonly stretches: readonly number[];
  readonly words: Int32Array;
  readonly places: Uint8Array;
  readonly others: Uint8Array;
}

function matchGazetteers(reading: Matching, store: WordStore, lists: WordLists): void {
  const { stretches, words, places, others } = reading;
  for (let s = 0; s < stretches.length; s += 2) {
    let placedTo = 0;
    let otherTo = 0;
    for (let i = stretches[s]; i < stretches[s + 1]; i++) {
      if (!isCapitalized(store.casing[words[i + MARGIN]])) continue;
      let hash = 0;
      let place = 0;
      let placeEnd = 0;
      let other = 0;
      let otherEnd = 0;
      const limit = Math.min(stretches[s + 1], i + LONGEST_MATCH);
      for (let j = i; j < limit; j++) {
        const word = words[j + MARGIN];
        hash = WordLists.extend(hash, store.lower[word]);
        const found = lists.phrase(hash);
        if (found === 0) break;
        const endsInCapital = isCapitalized(store.casing[word]);
        if (endsInCapital && WordLists.placeKind(found) > 0) {
          place = WordLists.placeKind(found);
          placeEnd = j + 1;
        }
        if (endsInCapital && WordLists.otherKind(found) > 0) {
          other = WordLists.otherKind(found);
          otherEnd = j + 1;
        }
        if (!WordLists.continues(found)) break;
      }
      if (place > 0 && i >= placedTo) {
        markMatch(places, place, i, placeEnd);
        placedTo = placeEnd;
      }
      if (other > 0 && i >= otherTo) {
        markMatch(others, other, i, otherEnd);
        otherTo = otherEnd;
      }
    }
  }
}

function markMatch(codes: Uint8Array, kind: number, start: number, end: number): void {
  codes[start] = kind * 4 + (end === start + 1 ? MatchPlace.Alone : MatchPlace.First);
  codes.fill(kind * 4 + MatchPlace.Later, start + 1, end);
}

/** Whether fewer than half of the capitalised words of first..end are common words: a list's entry, a caption's line, and no headline. */
function isListOfNames(block: Block, capital: Uint8Array, first: number, end: number, store: WordStore): boolean {
  const { starts, ends } = block.tokens;
  let capitals = 0;
  let common = 0;
  for (let i = first; i < end; i++) {
    if (capital[i] === 0 || ends[i] - starts[i] < 3) continue;
    capitals++;
    if (store.commonness[store.findToken(block, i)] > 0) common++;
  }
  return common * 2 < capitals;
}

/** The case of the tokens first..end; null where there are too few words to tell. */
function caseOf({ text, tokens }: Block, capital: Uint8Array, first: number, end: number): SentenceCase | null {
  let words = 0;
  let capitals = 0;
  let upper = 0;
  for (let i = first; i < end; i++) {
    const length = tokens.ends[i] - tokens.starts[i];
    if (tokens.kinds[i] !== TokenKind.Word || length < 3) continue;
    words++;
    if (capital[i] === 0) continue;
    capitals++;
    const inner = charClass(text.charCodeAt(tokens.starts[i] + 1));
    if (inner === CharClass.Upper && charClass(text.charCodeAt(tokens.ends[i] - 1)) !== CharClass.Lower) upper++;
  }
  if (words < 4) return null;
  if (upper * 10 >= words * 7) return SentenceCase.Capitals;
  return capitals * 10 >= words * 7 ? SentenceCase.Titles : SentenceCase.Usual;
}

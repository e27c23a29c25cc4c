import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import { Decoder } from "./decoder.js";
import { addContextKeys, addWordKeys, KeyBuffer, SLOT_COUNT, Slot } from "./features.js";
import { beginLabel, LABEL_COUNT, OUTSIDE } from "./labels.js";
import type { NameModel } from "./model.js";
import { type BlockReading, MARGIN, MatchPlace, ReadingBuffers, readForNames, SentenceCase } from "./reading.js";
import { addNames, type TokenName } from "./spans.js";
import { OTHER_KINDS, WORD_KINDS, type WordLists } from "./wordLists.js";
import { isCapitalized, WordStore } from "./words.js";

const L = LABEL_COUNT;
const WORD_SCORES = SLOT_COUNT * L;

/** What the model says of one block by itself. */
export interface FirstLook {
  /** Stretches in which names can stand: first token, end (exclusive), first, end, … */
  readonly stretches: readonly number[];
  /** For each stretch, where its tokens begin in `labels`; LABEL_COUNT times that in `scores`. */
  readonly offsets: readonly number[];
  readonly labels: Uint8Array;
  readonly scores: Int32Array;
  /** How many of the scores' integers make one unit of log-probability. */
  readonly scale: number;
  readonly names: readonly TokenName[];
  /** For each of the names how much it tells of other places: less where capitals say little. */
  readonly weights: readonly number[];
  /** The runs of capitalised words: first token, end (exclusive), first, end, … */
  readonly runs: readonly number[];
  /** Capitalised words that are no names, where capitals say much. */
  readonly plainWords: readonly number[];
}

/** Taken from "no name" for each capitalised word, in the model's integers: the corpora leave more names out than they put in. */
const READINESS = 18;

/** Taken from the label that begins a name of the type: what the model does not know it is too ready to take for these. */
const DOUBTS: readonly (readonly [label: number, doubt: number])[] = [
  [beginLabel("person"), 8],
  [beginLabel("event"), 10],
  [beginLabel("work"), 10],
];

const PERSON_BITS = (1 << WORD_KINDS.indexOf("given")) | (1 << WORD_KINDS.indexOf("surname"));
const GROUP_BIT = 1 << WORD_KINDS.indexOf("group");

/**
 * What a word or phrase of the lists is worth beyond what the model learned, in its integers: training meets most of the lists' names
 * too rarely to trust the lists as far as they can be trusted.
 */
const GROUP_WORTH = 40;
const PHRASE_WORTH = 180;
const SINGLE_WORD_WORTH = 30;

/** The kinds whose names are often common words or persons' names. */
const OFTEN_COMMON_WORDS: ReadonlySet<(typeof OTHER_KINDS)[number]> = new Set(["media", "company"]);

/** The type of each of OTHER_KINDS. */
const TYPE_OF_KIND: Readonly<Record<(typeof OTHER_KINDS)[number], EntityType>> = {
  organization: "organization",
  media: "organization",
  company: "organization",
  party: "organization",
  group: "group",
  event: "event",
  team: "organization",
};

/** The weight of a name found in a headline or in a sentence in capitals. */
const WEIGHT_IN_CAPITALS = 0.4;

/** Scores blocks with the model. A word's share of the scores is kept from its first occurrence on. */
export class Scorer {
  readonly decoder: Decoder;
  readonly #model: NameModel;
  readonly #lists: WordLists;
  readonly #store: WordStore;
  readonly #buffer = new KeyBuffer();
  readonly #reading = new ReadingBuffers();
  #wordScores = new Int16Array(4096 * WORD_SCORES);
  #scored = new Uint8Array(4096);
  #epoch = 0;

  constructor(model: NameModel, lists: WordLists) {
    this.#model = model;
    this.#lists = lists;
    this.#store = new WordStore(lists);
    this.decoder = new Decoder(model.steps);
  }

  look(block: Block): FirstLook {
    this.#store.makeRoom(block.tokens.count);
    if (this.#store.epoch !== this.#epoch) {
      this.#epoch = this.#store.epoch;
      this.#scored.fill(0);
    }
    const reading = readForNames(block, this.#store, this.#lists, this.#reading);
    const { stretches } = reading;
    const offsets: number[] = [];
    let count = 0;
    for (let s = 0; s < stretches.length; s += 2) {
      offsets.push(count);
      count += stretches[s + 1] - stretches[s];
    }
    const labels = new Uint8Array(count);
    const scores = new Int32Array(count * L);
    for (let s = 0; s < stretches.length; s += 2) {
      const offset = offsets[s >> 1];
      for (let i = stretches[s]; i < stretches[s + 1]; i++) this.#score(reading, i, scores, (offset + i - stretches[s]) * L);
      this.decoder.decode(scores, offset * L, stretches[s + 1] - stretches[s], labels, offset);
    }
    const names: TokenName[] = [];
    const runs: number[] = [];
    const plainWords: number[] = [];
    for (let s = 0; s < stretches.length; s += 2) {
      const first = stretches[s];
      const length = stretches[s + 1] - first;
      const at = offsets[s >> 1];
      addNames({ first, length, labels, labelsAt: at, scores, scoresAt: at, scale: this.#model.scale }, names);
      for (let i = first; i < first + length; i = reading.runEnd[i]) {
        if (isCapitalized(this.#store.casing[reading.words[i + MARGIN]])) runs.push(i, reading.runEnd[i]);
      }
      for (let t = 0; t < length; t++) {
        if (labels[at + t] === OUTSIDE && this.#isTelling(reading, first + t)) plainWords.push(first + t);
      }
    }
    const weights = names.map(({ first }) => (reading.cases[first] === SentenceCase.Usual ? 1 : WEIGHT_IN_CAPITALS));
    return { stretches, offsets, labels, scores, scale: this.#model.scale, names, weights, runs, plainWords };
  }

  #isTelling({ words, opens, cases }: BlockReading, token: number): boolean {
    return opens[token] === 0 && cases[token] === SentenceCase.Usual && isCapitalized(this.#store.casing[words[token + MARGIN]]);
  }

  #score(reading: BlockReading, i: number, scores: Int32Array, to: number): void {
    const { words } = reading;
    const at = i + MARGIN;
    this.#addWord(words[at], reading.opens[i] === 1 ? Slot.Opening : Slot.Here, scores, to);
    this.#addWord(words[at - 1], Slot.Before, scores, to);
    this.#addWord(words[at - 2], Slot.TwoBefore, scores, to);
    this.#addWord(words[at + 1], Slot.After, scores, to);
    this.#addWord(words[at + 2], Slot.TwoAfter, scores, to);
    const buffer = this.#buffer;
    buffer.clear();
    addContextKeys(reading, this.#store, i, buffer);
    for (let k = 0; k < buffer.count; k++) this.#model.addWeights(buffer.keys[k], scores, to);
    if (!isCapitalized(this.#store.casing[words[at]])) return;
    scores[to + OUTSIDE] -= READINESS;
    for (const [label, doubt] of DOUBTS) scores[to + label] -= doubt;
    if ((this.#store.flags[words[at]] & GROUP_BIT) !== 0) scores[to + beginLabel("group")] += GROUP_WORTH;
    if (reading.others[i] > 0 && this.#isTrusted(words[at], reading.others[i])) addListed(reading.others[i], scores, to);
  }

  /** A listed word that is also a common word or a person's name ("Target", "Kerry") is not raised by its list. */
  #isTrusted(word: number, code: number): boolean {
    if ((code & 3) !== MatchPlace.Alone || !OFTEN_COMMON_WORDS.has(OTHER_KINDS[(code >> 2) - 1])) return true;
    return this.#store.commonness[word] === 0 && (this.#store.flags[word] & PERSON_BITS) === 0;
  }

  #addWord(word: number, slot: Slot, scores: Int32Array, to: number): void {
    if (word >= this.#scored.length) this.#grow(word);
    const from = word * WORD_SCORES + slot * L;
    if (((this.#scored[word] >> slot) & 1) === 0) this.#scoreWord(word, slot, from);
    const kept = this.#wordScores;
    for (let y = 0; y < L; y++) scores[to + y] += kept[from + y];
  }

  #scoreWord(word: number, slot: Slot, to: number): void {
    const buffer = this.#buffer;
    buffer.clear();
    addWordKeys(this.#store, word, slot, buffer);
    this.#wordScores.fill(0, to, to + L);
    for (let k = 0; k < buffer.count; k++) this.#model.addWeights(buffer.keys[k], this.#wordScores, to);
    this.#scored[word] |= 1 << slot;
  }

  #grow(word: number): void {
    let size = this.#scored.length;
    while (size <= word) size *= 2;
    const scores = new Int16Array(size * WORD_SCORES);
    scores.set(this.#wordScores);
    const scored = new Uint8Array(size);
    scored.set(this.#scored);
    this.#wordScores = scores;
    this.#scored = scored;
  }
}

/** Raises the type of a phrase that the lists know; a longer name around it may still have it inside. */
function addListed(code: number, scores: Int32Array, to: number): void {
  const label = beginLabel(TYPE_OF_KIND[OTHER_KINDS[(code >> 2) - 1]]);
  const place = code & 3;
  const worth = place === MatchPlace.Alone ? SINGLE_WORD_WORTH : PHRASE_WORTH;
  scores[to + label + 1] += worth;
  if (place !== MatchPlace.Later) scores[to + label] += worth;
}

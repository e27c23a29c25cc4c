import { integers, shorts } from "../text/arena.js";
import type { Block } from "../text/sourceText.js";
import { aliasBehind } from "./aliases.js";
import { type DatelineName, findDatelines } from "./datelines.js";
import { Decoder } from "./decoder.js";
import { addContextKeys, addWordKeys, KeyBuffer, MOST_KEYS, SLOT_COUNT, Slot } from "./features.js";
import { beginLabel, LABEL_COUNT, OUTSIDE } from "./labels.js";
import { addListed, COUNTRY, GROUP_BIT, lean } from "./leanings.js";
import { firstOf, type NameModel, ROW_LENGTH, ROW_STRIDE, secondOf } from "./model.js";
import { marksPossessive } from "./possessed.js";
import { type BlockReading, MARGIN, MatchPlace, ReadingBuffers, readForNames, SentenceCase } from "./reading.js";
import { hasPlayer, isTeam } from "./results.js";
import { addNames, type TokenName } from "./spans.js";
import { findTitledWorks } from "./titledWorks.js";
import { type BlockVotes, phraseHash, VoteBuffer } from "./votes.js";
import type { WordLists } from "./wordLists.js";
import { BOUNDARY, isCapitalized, WordStore } from "./words.js";

const L = LABEL_COUNT;
/** From one word's rows to the next: a row for each slot. */
const WORD_STRIDE = SLOT_COUNT * ROW_STRIDE;

/** What the model says of one block by itself. */
export interface FirstLook {
  /** Stretches in which names can stand: first token, end (exclusive), first, end, … */
  readonly stretches: readonly number[];
  /** LABEL_COUNT for each token of the stretches, one stretch after the other. */
  readonly scores: Int16Array;
  /** For each token of the stretches its hash in phrases. */
  readonly hashes: Int32Array;
  /** How many of the scores' integers make one unit of log-probability. */
  readonly scale: number;
  readonly names: readonly TokenName[];
  /** For each of the names whether it stands where capitals say little, and so tells less of other places. */
  readonly inCapitals: readonly boolean[];
  /** What the block says of its names to the rest of the document. */
  readonly votes: BlockVotes;
}

const PERSON_BEGIN = beginLabel("person");
const DATELINE_WORTH = 1000;

const NO_NAMES: readonly TokenName[] = [];
const NO_FLAGS: readonly boolean[] = [];
const NO_LOOK: FirstLook = {
  stretches: [],
  scores: new Int16Array(0),
  hashes: new Int32Array(0),
  scale: 1,
  names: NO_NAMES,
  inCapitals: NO_FLAGS,
  votes: new Int32Array(0),
};

/** Scores blocks with the model. A word's share of the scores is kept from its first occurrence on. */
export class Scorer {
  readonly decoder: Decoder;
  readonly #model: NameModel;
  readonly #lists: WordLists;
  readonly #store: WordStore;
  readonly #buffer = new KeyBuffer();
  /** Where the rows of the features begin that were looked up last. */
  readonly #found = new Int32Array(MOST_KEYS);
  readonly #reading = new ReadingBuffers();
  readonly #votes = new VoteBuffer();
  #labels = new Uint8Array(256);
  #wordRows = new Int32Array(4096 * WORD_STRIDE);
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
    if (stretches.length === 0) return NO_LOOK;
    const { scale } = this.#model;
    let count = 0;
    for (let s = 0; s < stretches.length; s += 2) count += stretches[s + 1] - stretches[s];
    const scores = shorts(count * L);
    if (this.#labels.length < count) this.#labels = new Uint8Array(count * 2);
    const labels = this.#labels;
    const names: TokenName[] = [];
    const votes = this.#votes;
    votes.start((token) => this.#hashOf(block, reading, token));
    const hashes = integers(count);
    const datelines = findDatelines(block);
    for (let s = 0, at = 0; s < stretches.length; s += 2) {
      const first = stretches[s];
      const length = stretches[s + 1] - first;
      for (let i = 0; i < length; i++) {
        this.#score(reading, first + i, scores, (at + i) * L);
        hashes[at + i] = this.#hashOf(block, reading, first + i);
      }
      for (const name of datelines) if (name.first >= first && name.end <= first + length) raise(name, scores, (at - first) * L);
      this.decoder.decode(scores, at * L, length, labels, at);
      addNames({ first, length, labels, labelsAt: at, scores, scoresAt: at, scale }, names);
      at += length;
    }
    for (const title of findTitledWorks(block)) votes.addTitle(title);
    for (const name of names) {
      const inUsualCase = reading.cases[name.first] === SentenceCase.Usual;
      votes.addName(block, withoutWhose(block, name), !inUsualCase);
      const alias = name.type === "person" ? aliasBehind(block, name) : null;
      if (alias) votes.addAlias(alias);
      if (inUsualCase && name.type === "organization" && name.end - name.first > 1 && this.#isOwnWord(reading, name.first))
        votes.addShortName(name.first);
    }
    for (let s = 0, at = 0; s < stretches.length; s += 2) {
      const first = stretches[s];
      const end = stretches[s + 1];
      for (let i = first; i < end; i = reading.runEnd[i]) {
        if (!isCapitalized(this.#store.casing[reading.words[i + MARGIN]])) continue;
        votes.addDefinition(block, i, reading.runEnd[i], this.#isListed(reading, i));
        const mayBePerson = labels[at + i - first] === PERSON_BEGIN && !hasPlayer(block, reading.runEnd[i]);
        const mayBeTeam = !mayBePerson && reading.places[i] >> 2 !== COUNTRY;
        if (mayBeTeam && isTeam(block, i, reading.runEnd[i])) votes.addTeam(i, reading.runEnd[i]);
      }
      for (let i = first; i < end; i++) {
        if (labels[at + i - first] === OUTSIDE && this.#isTelling(reading, i))
          votes.addPlainWord(i, this.#store.commonness[reading.words[i + MARGIN]] > 0);
      }
      at += end - first;
    }
    const inCapitals = names.some(({ first }) => reading.cases[first] !== SentenceCase.Usual)
      ? names.map(({ first }) => reading.cases[first] !== SentenceCase.Usual)
      : NO_FLAGS;
    // Copies have no more room than they need, and very many are kept.
    const own = names.length > 0 ? names.slice() : NO_NAMES;
    return { stretches: stretches.slice(), scores, hashes, scale, names: own, inCapitals, votes: votes.kept() };
  }

  /** Whether a word is neither a common word nor known to the lists, and so may stand for the name that it begins: "Tarvo" of "Tarvo Lithium". */
  #isOwnWord({ words, places }: BlockReading, token: number): boolean {
    const word = words[token + MARGIN];
    const { casing, commonness, flags } = this.#store;
    return isCapitalized(casing[word]) && commonness[word] === 0 && flags[word] === 0 && places[token] === 0;
  }

  /** Whether the lists have a place or a people of the name that begins at a token, or it opens its sentence and may be any word. */
  #isListed(reading: BlockReading, token: number): boolean {
    const { words, places, opens } = reading;
    if (opens[token] === 1 && !this.#isOwnWord(reading, token)) return true;
    return places[token] > 0 || (this.#store.flags[words[token + MARGIN]] & GROUP_BIT) !== 0;
  }

  #hashOf(block: Block, { words }: BlockReading, token: number): number {
    const word = words[token + MARGIN];
    if (word !== BOUNDARY) return this.#store.phrase[word];
    const text = block.words[token];
    return phraseHash(text, 0, text.length);
  }

  #isTelling({ words, opens, cases }: BlockReading, token: number): boolean {
    return opens[token] === 0 && cases[token] === SentenceCase.Usual && isCapitalized(this.#store.casing[words[token + MARGIN]]);
  }

  #score(reading: BlockReading, i: number, scores: Int16Array, to: number): void {
    const { words } = reading;
    const at = i + MARGIN;
    const here = this.#wordRow(words[at], reading.opens[i] === 1 ? Slot.Opening : Slot.Here);
    const before = this.#wordRow(words[at - 1], Slot.Before);
    const twoBefore = this.#wordRow(words[at - 2], Slot.TwoBefore);
    const after = this.#wordRow(words[at + 1], Slot.After);
    const twoAfter = this.#wordRow(words[at + 2], Slot.TwoAfter);
    const buffer = this.#buffer;
    buffer.clear();
    addContextKeys(reading, this.#store, i, buffer);

    // One variable for each integer of a row: in an array they would be read and written for every feature.
    const kept = this.#wordRows;
    let sum0 = kept[here] + kept[before] + kept[twoBefore] + kept[after] + kept[twoAfter];
    let sum1 = kept[here + 1] + kept[before + 1] + kept[twoBefore + 1] + kept[after + 1] + kept[twoAfter + 1];
    let sum2 = kept[here + 2] + kept[before + 2] + kept[twoBefore + 2] + kept[after + 2] + kept[twoAfter + 2];
    let sum3 = kept[here + 3] + kept[before + 3] + kept[twoBefore + 3] + kept[after + 3] + kept[twoAfter + 3];
    let sum4 = kept[here + 4] + kept[before + 4] + kept[twoBefore + 4] + kept[after + 4] + kept[twoAfter + 4];
    let sum5 = kept[here + 5] + kept[before + 5] + kept[twoBefore + 5] + kept[after + 5] + kept[twoAfter + 5];
    let sum6 = kept[here + 6] + kept[before + 6] + kept[twoBefore + 6] + kept[after + 6] + kept[twoAfter + 6];
    const { rows } = this.#model;
    const found = this.#found;
    const known = this.#model.findRows(buffer.keys, buffer.count, found);
    for (let k = 0; k < known; k++) {
      const row = found[k];
      sum0 = (sum0 + rows[row]) | 0;
      sum1 = (sum1 + rows[row + 1]) | 0;
      sum2 = (sum2 + rows[row + 2]) | 0;
      sum3 = (sum3 + rows[row + 3]) | 0;
      sum4 = (sum4 + rows[row + 4]) | 0;
      sum5 = (sum5 + rows[row + 5]) | 0;
      sum6 = (sum6 + rows[row + 6]) | 0;
    }
    writePair(sum0, scores, to);
    writePair(sum1, scores, to + 2);
    writePair(sum2, scores, to + 4);
    writePair(sum3, scores, to + 6);
    writePair(sum4, scores, to + 8);
    writePair(sum5, scores, to + 10);
    scores[to + 12] = sum6;
    if (isCapitalized(this.#store.casing[words[at]])) lean(reading, this.#store, i, scores, to);
    else if ((reading.others[i] & 3) === MatchPlace.Later && isMarkInName(this.#store.texts[words[at]], this.#store.texts[words[at - 1]]))
      addListed(reading.others[i], scores, to);
  }

  /** Where the sum of all rows for the word in the slot begins among the words' rows. */
  #wordRow(word: number, slot: Slot): number {
    if (word >= this.#scored.length) this.#grow(word);
    const row = word * WORD_STRIDE + slot * ROW_STRIDE;
    if (((this.#scored[word] >> slot) & 1) === 0) this.#sumWordRow(word, slot, row);
    return row;
  }

  #sumWordRow(word: number, slot: Slot, to: number): void {
    const buffer = this.#buffer;
    buffer.clear();
    addWordKeys(this.#store, word, slot, buffer);
    const { rows } = this.#model;
    this.#wordRows.fill(0, to, to + ROW_LENGTH);
    const known = this.#model.findRows(buffer.keys, buffer.count, this.#found);
    for (let k = 0; k < known; k++) for (let i = 0; i < ROW_LENGTH; i++) this.#wordRows[to + i] += rows[this.#found[k] + i];
    this.#scored[word] |= 1 << slot;
  }

  #grow(word: number): void {
    let size = this.#scored.length;
    while (size <= word) size *= 2;
    const rows = new Int32Array(size * WORD_STRIDE);
    rows.set(this.#wordRows);
    const scored = new Uint8Array(size);
    scored.set(this.#scored);
    this.#wordRows = rows;
    this.#scored = scored;
  }
}

/** "Ann Weld" of "Ann Weld of the FTU", which the labels may have for one name. */
function withoutWhose({ words }: Block, name: TokenName): TokenName {
  const { first, end, type } = name;
  if (type !== "person" || end - first < 4) return name;
  for (let i = first + 2; i < end; i++) if (words[i] === "of") return { ...name, end: i };
  return name;
}

/** The possessive in "Women's Aid", the hyphen and what follows it in "Latter-day Saints". */
function isMarkInName(word: string, before: string): boolean {
  return marksPossessive(word) || word === "-" || before === "-";
}

/** Makes sure of a dateline's name. @param from where the scores of the block's first token would stand. */
function raise({ first, end, type }: DatelineName, scores: Int16Array, from: number): void {
  const label = beginLabel(type);
  scores[from + first * L + label] += DATELINE_WORTH;
  for (let i = first + 1; i < end; i++) scores[from + i * L + label + 1] += DATELINE_WORTH;
}

/** Writes the two sums that an integer holds. */
function writePair(sum: number, scores: Int16Array, to: number): void {
  scores[to] = firstOf(sum);
  scores[to + 1] = secondOf(sum);
}

import type { Analysis, Entity, Quote } from "../analysis/analysis.js";
import { type PersonForm, readNameForm } from "../analysis/identity/nameForms.js";

import { joinedNames, speakersOf } from "../analysis/speakersOf.js";
import { isReport, possibleAuthors } from "./authorship.js";
import { isNamed, type KnownName, NameRegister } from "./nameRegister.js";
import { withoutNoWords, withoutPageMarks } from "./noWords.js";
import { readWords } from "./words.js";

export interface SourceDocument {
  readonly path: string;
  readonly text: string;
  readonly analysis: Analysis;
}

/** A person of whom the engine is sure enough to compare, or several who speak together. */
export interface KnownSpeaker {
  readonly name: string;
  readonly forms: readonly PersonForm[];
}

/** A quotation of a source, in word positions of the index, end exclusive. */
export interface Utterance {
  readonly first: number;
  readonly end: number;
  /** Whether the words stand between marks. */
  readonly marked: boolean;
  readonly speaker: KnownSpeaker | null;
}

export interface IndexedDocument {
  readonly path: string;
  /** With spaces for what in it is nobody’s word: numbers in the margin, links’ addresses. */
  readonly text: string;
  /** The document's words in the index, end exclusive. */
  readonly first: number;
  readonly end: number;
  /** In the order of their first words. */
  readonly utterances: readonly Utterance[];
  /** Whether its words outside of quotations are its author's, who tells what others say. */
  readonly isReport: boolean;
  /** The persons who may have written it, or speak all of it. */
  readonly authors: readonly KnownSpeaker[];
}

/** From so much confidence on a speaker is compared. */
const SURE = 0.6;
/** The word that stands between two documents, so that no search runs from one into the next. */
const BORDER = 0;

/** The words of all sources, each with the positions where it stands. */
export interface SourceIndex {
  readonly documents: readonly IndexedDocument[];
  /** How many words the sources have. */
  readonly size: number;
  readonly names: readonly KnownName[];
  /** The number that stands for a word; -1 where no source has it. */
  idOf(key: string): number;
  /** The word at a position. */
  wordAt(position: number): number;
  /** The positions of a word in rising order; none for -1. */
  positionsOf(id: number): Int32Array;
  /** The document that a position is in. */
  documentAt(position: number): IndexedDocument;
  /** The UTF-16 offsets of the words from first to end in their document's text. */
  offsets(first: number, end: number): { readonly start: number; readonly end: number };
}

/** Gives the speaker of each of an analysis' quotations where the engine is sure who it is and that it is a person, otherwise null. */
export function sureSpeakers({ entities }: Analysis): (quote: Quote) => KnownSpeaker | null {
  const people = new Map(entities.filter((entity) => entity.type === "person" && isNamed(entity)).map((entity) => [entity.id, entity]));
  const known = new Map<string, KnownSpeaker>();
  return ({ speaker }) => {
    if (speaker === null || speaker.entity === null || speaker.anonymous || speaker.confidence < SURE) return null;
    if (!people.has(speaker.entity)) return null;
    const persons = speakersOf(speaker).flatMap((id) => people.get(id) ?? []);
    const key = persons.map(({ id }) => id).join(" ");
    const found = known.get(key) ?? knownAs(persons);
    known.set(key, found);
    return found;
  };
}

/** Those who speak together, as one speaker who is any of them. */
function knownAs(persons: readonly Entity[]): KnownSpeaker {
  return {
    name: joinedNames(persons.map(({ name }) => name)),
    forms: persons.flatMap(({ name, aliases }) => [name, ...aliases].map((surface) => readNameForm(surface).person)),
  };
}

/** Gathers sources, and gives the index of them all; linear in their length. */
export class SourceGatherer {
  readonly #ids = new Map<string, number>();
  readonly #documents: IndexedDocument[] = [];
  readonly #names = new NameRegister();
  #words = new Int32Array(1024);
  #starts = new Int32Array(1024);
  #lengths = new Uint8Array(1024);
  #size = 0;

  add({ path, text: given, analysis }: SourceDocument): void {
    const text = withoutPageMarks(withoutNoWords(given), analysis.document.sections);
    const first = this.#size;
    const { keys, starts, ends } = readWords(text);
    this.#reserve(keys.length + 1);
    for (let i = 0; i < keys.length; i++) {
      this.#words[this.#size] = this.#idFor(keys[i]);
      this.#starts[this.#size] = starts[i];
      this.#lengths[this.#size++] = Math.min(ends[i] - starts[i], 0xff);
    }
    const speakerOf = sureSpeakers(analysis);
    const said = analysis.quotes.map((quote) => {
      const from = firstAtOrAfter(starts, quote.start);
      return {
        first: from,
        end: Math.max(from, firstAtOrAfter(starts, quote.end)),
        marked: quote.kind !== "indirect",
        speaker: speakerOf(quote),
      };
    });
    this.#documents.push({
      path,
      text,
      first,
      end: this.#size,
      utterances: said.map((each) => ({ ...each, first: first + each.first, end: first + each.end })),
      isReport: isReport(keys, said),
      authors: possibleAuthors(text, analysis).map((author) => knownAs([author])),
    });
    this.#words[this.#size++] = BORDER;
    this.#names.add(this.#documents.length - 1, text, analysis);
  }

  /** The index of what was added so far; adding more afterwards makes it invalid. */
  index(): SourceIndex {
    const [documents, size, ids] = [this.#documents, this.#size, this.#ids];
    const [words, starts, lengths] = [this.#words, this.#starts, this.#lengths];
    const { begins, positions } = postings(words, size, ids.size + 1);
    return {
      documents,
      size,
      names: this.#names.names(),
      idOf: (key) => ids.get(key) ?? -1,
      wordAt: (position) => words[position],
      positionsOf: (id) => (id < 0 ? positions.subarray(0, 0) : positions.subarray(begins[id], begins[id + 1])),
      documentAt: (position) => documents[documentIndexAt(documents, position)],
      offsets: (first, end) => ({ start: starts[first], end: end > first ? starts[end - 1] + lengths[end - 1] : starts[first] }),
    };
  }

  #idFor(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(key, id);
    return id;
  }

  #reserve(count: number): void {
    if (this.#size + count <= this.#words.length) return;
    const length = Math.max(this.#size + count, this.#words.length * 2);
    const grown = [new Int32Array(length), new Int32Array(length)];
    grown[0].set(this.#words);
    grown[1].set(this.#starts);
    [this.#words, this.#starts] = grown;
    const lengths = new Uint8Array(length);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
  }
}

/** The positions of each word one after another, by a counting sort. */
function postings(words: Int32Array, size: number, count: number) {
  const begins = new Int32Array(count + 1);
  for (let i = 0; i < size; i++) begins[words[i] + 1]++;
  for (let id = 0; id < count; id++) begins[id + 1] += begins[id];
  const next = begins.slice();
  const positions = new Int32Array(size);
  for (let i = 0; i < size; i++) positions[next[words[i]]++] = i;
  return { begins, positions };
}

/** The index of the first of the rising numbers that is not under the value. */
function firstAtOrAfter(numbers: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function documentIndexAt(documents: readonly IndexedDocument[], position: number): number {
  let low = 0;
  let high = documents.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (documents[middle].first <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

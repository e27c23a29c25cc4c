import type { SpeakerKind } from "./answers.js";
import type { DocumentRecord } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import { type Pair, Sharing } from "./sharing.js";
import { isOneUtterance, type UtteranceWords, utteranceWords } from "./utterance.js";

/** A quotation of a document, by numbers. */
export interface QuoteRef {
  readonly slot: number;
  /** The quotation's number in the record. */
  readonly quote: number;
  readonly speaker: SpeakerKind;
  /** Whether words stand between marks. */
  readonly marked: boolean;
}

/** All quotations, of all documents, with the same words and an equally named speaker. */
export interface Wording {
  readonly number: number;
  readonly key: number;
  readonly refs: QuoteRef[];
  /** The numbers of the wordings that are versions of the same utterance. */
  versions: ReadonlySet<number>;
  readonly shingles: number;
  readonly speakerWords: number;
}

/** Quotations that share fewer of their fingerprints than this part are not compared. */
const SHARED_PART = 4;
/** Quotations of one speaker are compared when they have so many telling words in common. */
const SHARED_WORDS = 3;
const MOST_READ = 1000;
/** Of most wordings; one for all, since there are many. */
const NO_VERSIONS: ReadonlySet<number> = new Set();

/** The wordings of all quotations, and which of them are versions of one utterance. */
export class Wordings {
  readonly #documents: DocumentTable;
  readonly #byKey = new Map<number, Wording>();
  readonly #wordings: (Wording | null)[] = [];
  readonly #free: number[] = [];
  readonly #rankOf = (number: number): number => this.#wordings[number]?.key ?? 0;
  readonly #byShingles = new Sharing(this.#rankOf);
  readonly #bySpeakerWords = new Sharing(this.#rankOf);
  readonly #lastRead = new Map<Wording, ReadWording>();
  readonly #changed: (wording: Wording) => void;

  /** @param changed is told of each wording whose quotations or versions changed. */
  constructor(documents: DocumentTable, changed: (wording: Wording) => void) {
    this.#documents = documents;
    this.#changed = changed;
  }

  wording(key: number): Wording | undefined {
    return this.#byKey.get(key);
  }

  at(number: number): Wording | null {
    return this.#wordings[number];
  }

  add(slot: number, record: DocumentRecord): void {
    for (const [quote, { wording: key, shingles, speakerWords, speaker, marked }] of record.fingerprints().entries()) {
      if (key === 0) continue;
      const known = this.#byKey.get(key);
      if (known !== undefined) {
        known.refs.push({ slot, quote, speaker, marked });
        this.#changed(known);
        continue;
      }
      const number = this.#free.pop() ?? this.#wordings.length;
      const wording: Wording = {
        number,
        key,
        refs: [{ slot, quote, speaker, marked }],
        versions: NO_VERSIONS,
        shingles: shingles.length,
        speakerWords: speakerWords.length,
      };
      this.#wordings[number] = wording;
      this.#byKey.set(key, wording);
      this.#compareNew(wording, shingles, speakerWords);
      this.#changed(wording);
    }
  }

  remove(slot: number, record: DocumentRecord): void {
    for (const [quote, { wording: key, shingles, speakerWords }] of record.fingerprints().entries()) {
      const wording = this.#byKey.get(key);
      if (wording === undefined) continue;
      this.#changed(wording);
      wording.refs.splice(
        wording.refs.findIndex((ref) => ref.slot === slot && ref.quote === quote),
        1,
      );
      if (wording.refs.length > 0) continue;
      for (const other of [...wording.versions]) this.#part(wording.number, other);
      const more = [...this.#byShingles.remove(wording.number, shingles), ...this.#bySpeakerWords.remove(wording.number, speakerWords)];
      this.#byKey.delete(key);
      this.#wordings[wording.number] = null;
      this.#free.push(wording.number);
      this.#compareAgain(more.filter(([one, other]) => !this.#wordings[one]?.versions.has(other)));
    }
  }

  #compareNew(wording: Wording, shingles: readonly number[], speakerWords: readonly number[]): void {
    const byShingles = this.#byShingles.add(wording.number, shingles);
    const byWords = this.#bySpeakerWords.add(wording.number, speakerWords);
    this.#compareAgain([...byShingles.fewer, ...byWords.fewer].filter(([one, other]) => this.#wordings[one]?.versions.has(other)));
    for (const [other, shared] of byShingles.shared) {
      const near = this.#wordings[other];
      if (near !== null && isEnoughShingles(shared, wording, near)) this.#compare(wording, near);
    }
    for (const [other, shared] of byWords.shared) {
      const near = this.#wordings[other];
      if (near !== null && shared >= SHARED_WORDS && !wording.versions.has(other)) this.#compare(wording, near);
    }
  }

  /** Joins or parts pairs whose fingerprints may count otherwise than before. */
  #compareAgain(pairs: readonly Pair[]): void {
    for (const [one, other] of pairs) {
      const [a, b] = [this.#wordings[one], this.#wordings[other]];
      if (a === null || b === null) continue;
      const [left, right] = [this.#fingerprintsOf(a), this.#fingerprintsOf(b)];
      const shingles = this.#byShingles.count(one, left.shingles, other, right.shingles);
      const words = this.#bySpeakerWords.count(one, left.speakerWords, other, right.speakerWords);
      const isCompared = isEnoughShingles(shingles, a, b) || words >= SHARED_WORDS;
      if (!isCompared) this.#part(one, other);
      else if (!a.versions.has(other)) this.#compare(a, b);
    }
  }

  #compare(a: Wording, b: Wording): void {
    const [left, right] = [this.#read(a), this.#read(b)];
    const oneSpeaker = left.speakerWords.some((word) => right.speakerWords.includes(word));
    if (!isOneUtterance(left.words, right.words, oneSpeaker)) return;
    a.versions = new Set([...a.versions, b.number]);
    b.versions = new Set([...b.versions, a.number]);
    this.#changed(a);
    this.#changed(b);
  }

  #part(one: number, other: number): void {
    const [a, b] = [this.#wordings[one], this.#wordings[other]];
    if (!a?.versions.has(other) || b === null) return;
    a.versions = without(a.versions, other);
    b.versions = without(b.versions, one);
    this.#changed(a);
    this.#changed(b);
  }

  #fingerprintsOf({ refs: [{ slot, quote }] }: Wording) {
    return this.#documents.recordAt(slot).fingerprintsAt(quote);
  }

  /** A wording's words; the hubs are compared again and again, so that the last ones read are kept. */
  #read(wording: Wording): ReadWording {
    const known = this.#lastRead.get(wording);
    if (known !== undefined) return known;
    const { words, speakerWords } = this.#fingerprintsOf(wording);
    const read = { words: utteranceWords(words), speakerWords };
    if (this.#lastRead.size >= MOST_READ) this.#lastRead.clear();
    this.#lastRead.set(wording, read);
    return read;
  }
}

interface ReadWording {
  readonly words: UtteranceWords;
  readonly speakerWords: readonly number[];
}

function without(versions: ReadonlySet<number>, number: number): ReadonlySet<number> {
  const left = [...versions].filter((each) => each !== number);
  return left.length === 0 ? NO_VERSIONS : new Set(left);
}

function isEnoughShingles(shared: number, a: Wording, b: Wording): boolean {
  return shared > 0 && shared * SHARED_PART >= Math.min(a.shingles, b.shingles);
}

import type { DocumentTable } from "./documentTable.js";
import type { Reading, Utterance } from "./foundUtterance.js";
import { Marks } from "./marks.js";
import type { NumberRow } from "./numberRows.js";
import { PrintRoom, type QuotePrint } from "./quotePrints.js";
import type { SavedParts, SavedReader } from "./savedParts.js";
import { type Pair, Sharing } from "./sharing.js";
import { isOneUtterance, mayBeOneUtterance, type UtteranceWords, utteranceWords } from "./utterance.js";
import { kindOfRef, type QuoteRef, slotOfRef, WordingTable } from "./wordingTable.js";

/** Quotations that share fewer of their fingerprints than this part are not compared. */
const SHARED_PART = 4;
/** Quotations of one speaker are compared when they have so many telling words in common. */
const SHARED_WORDS = 3;

/** What a wording is compared by. */
type Compared = Pick<QuotePrint, "words" | "speaker">;

/** Is told what changes about wordings. */
export interface WordingWatch {
  /** A wording has one more quotation, the last. */
  added(wording: number): void;
  /** Two wordings became versions of each other. */
  joined(one: number, other: number): void;
  /** Two wordings are versions of each other no more. */
  parted(one: number, other: number): void;
  /** A wording has fewer quotations, or is no more. */
  shrank(wording: number): void;
}

/**
 * The wordings of all quotations, by number, and which of them are versions of one utterance. A wording is all quotations, of all documents,
 * with the same words and an equally named speaker.
 */
export class Wordings {
  readonly #documents: DocumentTable;
  readonly #table = new WordingTable();
  readonly #rankOf = (number: number): number => this.#table.keyOf(number);
  readonly #byShingles = new Sharing(this.#rankOf);
  readonly #bySpeakerWords = new Sharing(this.#rankOf);
  readonly #watch: WordingWatch;
  /** The documents that were counted. */
  readonly #counted = new Marks();
  /** Where prints are read to: of what is added or taken out, of two that are compared again, and of what another is compared with. */
  readonly #rooms = { changed: new PrintRoom(), one: new PrintRoom(), other: new PrintRoom(), near: new PrintRoom() };

  constructor(documents: DocumentTable, watch: WordingWatch) {
    this.#documents = documents;
    this.#watch = watch;
  }

  /** @returns the number of the wording with a key; undefined where there is none. */
  wording(key: number): number | undefined {
    return this.#table.find(key);
  }

  /** Whether there is a wording with a number. */
  has(wording: number): boolean {
    return this.#table.has(wording);
  }

  keyOf(wording: number): number {
    return this.#table.keyOf(wording);
  }

  /** The more, the longer the wording. */
  lengthOf(wording: number): number {
    return this.#table.counts(wording).shingles;
  }

  /** In no order. */
  refs(wording: number): readonly QuoteRef[] {
    return this.#table.refs(wording);
  }

  /** Gives the quotations of a wording one by one, packed. @param from so many are left out, those that came first. */
  eachRef(wording: number, take: (ref: number) => void, from = 0): void {
    this.#table.eachRef(wording, take, from);
  }

  /** Whether one of the first so many quotations of a wording is in a document. */
  isIn(wording: number, slot: number, first: number): boolean {
    return this.#table.isIn(wording, slot, first);
  }

  countRefs(wording: number): number {
    return this.#table.countRefs(wording);
  }

  /** The wordings that are versions of the same utterance, in no order. */
  versions(wording: number): readonly number[] {
    return this.#table.versions(wording);
  }

  areVersions(one: number, other: number): boolean {
    return this.#table.areVersions(one, other);
  }

  /** Which of two wordings goes before the other in an utterance: that of more quotations, or else the longer. */
  byUse(a: number, b: number): number {
    return this.countRefs(b) - this.countRefs(a) || this.lengthOf(b) - this.lengthOf(a) || this.keyOf(a) - this.keyOf(b);
  }

  /**
   * Reads the utterance that has some wordings, all its quotations.
   * @param known what was read of wordings before, by the first.
   * @param last wordings that it has behind the others, and is not known by.
   */
  utterance(members: readonly number[], known: ReadonlyMap<number, Reading> | null, last: readonly number[] = []): Utterance {
    let [documents, versions, marked, named] = [0, 0, 0, 0];
    this.#counted.begin();
    for (const member of [...members, ...last]) {
      this.eachRef(member, (ref) => {
        const kind = kindOfRef(ref);
        versions++;
        if (this.#counted.isNew(slotOfRef(ref))) documents++;
        if (kind.marked) marked++;
        if (kind.speaker === "named") named++;
      });
    }
    const [sorted, behind] = [members, last].map((each) => [...each].sort((a, b) => this.byUse(a, b)));
    const before = known?.get(sorted[0]) ?? null;
    const wordings = [...sorted, ...behind];
    return { id: this.idOf(members), wordings, documents, versions, marked, named, reading: null, before, parts: null };
  }

  /** The id of the utterance that has some wordings. */
  idOf(wordings: readonly number[]): string {
    return String(wordings.reduce((least, each) => Math.min(least, this.keyOf(each)), Number.POSITIVE_INFINITY));
  }

  add(slot: number): void {
    const prints = this.#documents.printsAt(slot);
    for (let quote = 0; quote < prints.count; quote++) {
      const { wording: key, shingles, speakerWords, words, speaker, said, marked } = prints.at(quote, this.#rooms.changed);
      if (key === 0) continue;
      const ref = { slot, quote, speaker: said, marked };
      const known = this.#table.find(key);
      if (known !== undefined) this.#table.addRef(known, ref);
      const wording = known ?? this.#table.add({ key, shingles: shingles.length, speakerWords: speakerWords.length }, ref);
      if (known === undefined) this.#compareNew(wording, shingles, speakerWords, { words, speaker });
      this.#watch.added(wording);
    }
  }

  remove(slot: number): void {
    const prints = this.#documents.printsAt(slot);
    for (let quote = 0; quote < prints.count; quote++) {
      const { wording: key, shingles, speakerWords } = prints.at(quote, this.#rooms.changed);
      const wording = this.#table.find(key);
      if (wording === undefined) continue;
      this.#watch.shrank(wording);
      if (this.#table.removeRef(wording, slot, quote)) continue;
      for (const other of this.#table.versions(wording)) this.#part(wording, other);
      const more = [...this.#byShingles.remove(wording, shingles), ...this.#bySpeakerWords.remove(wording, speakerWords)];
      this.#table.remove(wording);
      this.#compareAgain(more.filter(([one, other]) => !this.#table.areVersions(one, other)));
    }
  }

  *saved(): SavedParts {
    yield* this.#table.saved();
    yield* this.#byShingles.saved();
    yield* this.#bySpeakerWords.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.#table.restore(from);
    this.#byShingles.restore(from);
    this.#bySpeakerWords.restore(from);
  }

  #compareNew(wording: number, shingles: NumberRow, speakerWords: NumberRow, compared: Compared): void {
    const byShingles = this.#byShingles.add(wording, shingles);
    const byWords = this.#bySpeakerWords.add(wording, speakerWords);
    this.#compareAgain([...byShingles.fewer, ...byWords.fewer].filter(([one, other]) => this.#table.areVersions(one, other)));
    const near: number[] = [];
    for (const [other, shared] of byShingles.shared) if (this.#isEnough(shared, wording, other)) near.push(other);
    for (const [other, shared] of byWords.shared) if (shared >= SHARED_WORDS) near.push(other);
    if (near.length === 0) return;
    const read = utteranceWords(compared.words);
    for (const other of near) if (!this.#table.areVersions(wording, other)) this.#compare(wording, compared, read, other);
  }

  /** Joins or parts pairs whose fingerprints may count otherwise than before. */
  #compareAgain(pairs: readonly Pair[]): void {
    for (const [one, other] of pairs) {
      if (!this.#table.has(one) || !this.#table.has(other)) continue;
      const left = this.#printOf(one, this.#rooms.one);
      const right = this.#printOf(other, this.#rooms.other);
      const shingles = this.#byShingles.count(one, left.shingles, other, right.shingles);
      const words = this.#bySpeakerWords.count(one, left.speakerWords, other, right.speakerWords);
      const isCompared = this.#isEnough(shingles, one, other) || words >= SHARED_WORDS;
      if (!isCompared) this.#part(one, other);
      else if (!this.#table.areVersions(one, other)) this.#compare(one, left, utteranceWords(left.words), other);
    }
  }

  #compare(one: number, { speaker }: Compared, read: UtteranceWords, other: number): void {
    const near = this.#printOf(other, this.#rooms.near);
    if (!mayBeOneUtterance(read, near.words)) return;
    if (!isOneUtterance(read, utteranceWords(near.words), speaker !== 0 && speaker === near.speaker)) return;
    this.#table.join(one, other);
    this.#watch.joined(one, other);
  }

  #part(one: number, other: number): void {
    if (!this.#table.areVersions(one, other)) return;
    this.#table.part(one, other);
    this.#watch.parted(one, other);
  }

  /** @param room where it is read to. */
  #printOf(wording: number, room: PrintRoom): QuotePrint {
    const { slot, quote } = this.#table.firstRef(wording);
    return this.#documents.printsAt(slot).at(quote, room);
  }

  #isEnough(shared: number, one: number, other: number): boolean {
    return shared > 0 && shared * SHARED_PART >= Math.min(this.lengthOf(one), this.lengthOf(other));
  }
}

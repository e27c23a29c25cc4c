import { partBetween } from "./connection.js";
import type { DocumentTable } from "./documentTable.js";
import { isShown, type Reading, readUtterances, savedUtterances, type Utterance } from "./foundUtterance.js";
import { Marks } from "./marks.js";
import type { SavedParts, SavedReader } from "./savedParts.js";
import { UtteranceGrowth } from "./utteranceGrowth.js";
import { partsOf } from "./utteranceParts.js";
import { UtteranceTable } from "./utteranceTable.js";
import { Wordings } from "./wordings.js";
import type { QuoteRef } from "./wordingTable.js";

/** So many changed wordings are a portion. */
const PORTION = 256;

/**
 * Which quotations of all documents are one utterance. Documents are compared when something is first asked, or before it by
 * {@link prepare}; what was saved of them is read then, too.
 */
export class Utterances {
  readonly #documents: DocumentTable;
  readonly #wordings: Wordings;
  readonly #pending = new Set<number>();
  /** The numbers of wordings whose utterances are to be read anew. */
  readonly #changed = new Set<number>();
  /** The numbers of wordings that are versions of each other no more, in pairs: their utterances may fall apart. */
  readonly #parted: number[] = [];
  readonly #table = new UtteranceTable();
  readonly #growth: UtteranceGrowth;
  /** The wordings of the utterance that is read. */
  readonly #met = new Marks();
  /** What was saved, until something of it is needed. */
  #saved: SavedReader | null = null;

  constructor(documents: DocumentTable) {
    this.#documents = documents;
    this.#wordings = new Wordings(documents, {
      added: (wording) => {
        if (this.#growsFrom(wording)) this.#growth.added(wording);
      },
      joined: (one, other) => {
        this.#table.rejoined(one);
        if (this.#growsFrom(one) && this.#growsFrom(other)) this.#growth.joined(one, other);
      },
      parted: (one, other) => {
        this.#table.rejoined(one);
        this.#parted.push(one, other);
      },
      shrank: (wording) => this.#readLater(wording),
    });
    this.#growth = new UtteranceGrowth(documents, this.#wordings, this.#table);
  }

  add(slot: number): void {
    this.#pending.add(slot);
  }

  remove(slot: number): void {
    if (this.#pending.delete(slot)) return;
    this.#takeUp();
    // What comes in its place has its number, and other words.
    for (const wording of this.#documents.printsAt(slot).wordings()) this.#forgetReading(wording);
    this.#wordings.remove(slot);
  }

  /**
   * Does in portions what lists would otherwise wait for: compares the quotations of so many documents that were not compared yet, then joins
   * versions to utterances, then reads so many of those that lists show.
   * @param read is given each utterance to be read.
   * @returns how many are left.
   */
  prepare(most: number, read: (utterance: Utterance) => void): number {
    const readParts = (utterance: Utterance) => this.#parts(utterance).filter(isShown).forEach(read);
    return this.#compare(most) || Math.ceil(this.#join(most * PORTION) / PORTION) || this.#table.readSome(most, readParts);
  }

  *saved(): SavedParts {
    this.#settle();
    yield* this.#wordings.saved();
    yield* savedUtterances([...this.#table.all]);
  }

  /** Takes up what was saved, in the place of everything. @param from is read to its end when something of it is first needed. */
  restore(from: SavedReader): void {
    this.#saved = from;
  }

  /** In no order. */
  all(): readonly Utterance[] {
    this.#settle();
    return [...this.#table.all].flatMap((utterance) => this.#parts(utterance));
  }

  /**
   * The utterance that a quotation is a version of, or null where no other quotation is one. Of a long turn of which several are parts it is what others
   * say at the same length; or else what most documents say.
   */
  at(slot: number, quote: number): Utterance | null {
    this.#settle();
    const key = this.#documents.printsAt(slot).wordingAt(quote);
    const wording = this.#wordings.wording(key);
    return (
      this.#partsOfKey(key).find(({ wordings }, _, { length }) => length === 1 || (wording !== undefined && wordings.includes(wording))) ??
      null
    );
  }

  withId(id: string): Utterance | null {
    this.#settle();
    return this.#partsOfKey(Number(id)).find((utterance) => utterance.id === id) ?? null;
  }

  /** The quotations of a wording, in no order. */
  refs(wording: number): readonly QuoteRef[] {
    return this.#wordings.refs(wording);
  }

  #forgetReading(key: number): void {
    const utterance = this.#ofKey(key);
    if (utterance !== null) [utterance.reading, utterance.before, utterance.parts] = [null, null, null];
  }

  /** The utterances that one is taken apart into: most are one. */
  #parts(utterance: Utterance): readonly Utterance[] {
    const known = utterance.parts;
    const parts = known === null || known.isStale ? partsOf(utterance, this.#wordings) : known;
    utterance.parts = parts;
    return parts.all.length === 0 ? [utterance] : parts.all;
  }

  #partsOfKey(key: number): readonly Utterance[] {
    const utterance = this.#ofKey(key);
    return utterance === null ? [] : this.#parts(utterance);
  }

  #ofKey(key: number): Utterance | null {
    const wording = this.#wordings.wording(key);
    return wording === undefined ? null : this.#table.of(wording);
  }

  #takeUp(): void {
    const from = this.#saved;
    if (from === null) return;
    this.#saved = null;
    this.#wordings.restore(from);
    for (const utterance of readUtterances(from)) this.#table.keep(utterance);
  }

  /** Brings the utterances up to date. */
  #settle(): void {
    this.#compare(Number.POSITIVE_INFINITY);
    this.#join(Number.POSITIVE_INFINITY);
  }

  /** Compares the quotations of up to so many documents that were not compared yet. @returns how many are left. */
  #compare(most: number): number {
    this.#takeUp();
    let left = most;
    for (const slot of this.#pending) {
      if (left-- <= 0) break;
      this.#pending.delete(slot);
      this.#wordings.add(slot);
    }
    return this.#pending.size;
  }

  /**
   * Whether what is added to a wording is added to what there is. Where nothing is, or it is to be read anew, all of it is read at once: the
   * wording is one of those then.
   */
  #growsFrom(wording: number): boolean {
    if (this.#table.all.size === 0) this.#changed.add(wording);
    return !this.#changed.has(wording);
  }

  /** All of a wording's utterance is to be read anew. */
  #readLater(wording: number): void {
    this.#growth.forget(wording);
    this.#changed.add(wording);
  }

  /** Brings the utterances of up to so many wordings up to date. @returns how many are left. */
  #join(most: number): number {
    const uncounted = this.#growth.count(most);
    if (uncounted > 0) return uncounted;
    this.#fallApart();
    return this.#readAnew(most) || this.#growth.merge(most);
  }

  /** Lets fall apart what is one utterance no more. Most still are: what is no version of a wording any more is one of another version. */
  #fallApart(): void {
    /** What leads no more to where it led: each part of what was one utterance has some. */
    const loose = new Set<number>();
    for (let at = 0; at < this.#parted.length; at += 2) {
      const [one, other] = [this.#parted[at], this.#parted[at + 1]];
      const utterance = this.#table.of(one);
      if (utterance === null || utterance !== this.#table.of(other)) continue;
      if (this.#changed.size > 0 && utterance.wordings.some((wording) => this.#changed.has(wording))) {
        this.#readLater(one);
        this.#readLater(other);
      } else if (this.#partBetween(one, other) !== null) loose.add(one).add(other);
    }
    this.#parted.length = 0;
    for (const wording of loose) this.#cutLoose(wording);
  }

  /** Splits a wording's utterance until it has none that the wording does not lead to, or leaves it. */
  #cutLoose(wording: number): void {
    for (let utterance = this.#table.of(wording); utterance !== null; utterance = this.#table.of(wording)) {
      const whole = utterance;
      const part = this.#partBetween(wording, whole.wordings[0]);
      if (part === null) return;
      this.#growth.split(
        whole,
        [...part].filter((each) => this.#table.of(each) === whole),
      );
    }
  }

  #partBetween(one: number, other: number): ReadonlySet<number> | null {
    return partBetween(one, other, (wording) => this.#wordings.versions(wording));
  }

  /**
   * Reads anew the utterances of up to so many wordings that changed, and of what was or is one utterance with them: each part of what was
   * one utterance has a wording that changed.
   * @returns how many are left.
   */
  #readAnew(most: number): number {
    const open = new Set<number>();
    for (const wording of this.#changed) {
      if (open.size >= most) break;
      open.add(wording);
      this.#changed.delete(wording);
    }
    /** What was read, by the first wording. */
    const read = new Map<number, Reading>();
    for (const wording of open) for (const each of this.#drop(wording, read)) open.add(each);
    const done = new Set<number>();
    for (const wording of open) {
      if (done.has(wording) || !this.#wordings.has(wording)) continue;
      const members = this.#connected(wording);
      for (const member of members) {
        done.add(member);
        this.#changed.delete(member);
        this.#growth.forget(member);
        this.#drop(member, read);
      }
      if (members.length > 1 || this.#wordings.countRefs(wording) > 1) this.#table.keep(this.#wordings.utterance(members, read));
    }
    return this.#changed.size;
  }

  /** Forgets a wording's utterance. @param read where what was read of it is kept. @returns the wordings that it had. */
  #drop(wording: number, read: Map<number, Reading>): readonly number[] {
    const utterance = this.#table.of(wording);
    if (utterance === null) return [];
    const known = utterance.reading ?? utterance.before;
    if (known !== null) read.set(utterance.wordings[0], known);
    this.#table.drop(utterance);
    return utterance.wordings;
  }

  #connected(wording: number): readonly number[] {
    const members = [wording];
    this.#met.begin();
    this.#met.isNew(wording);
    for (const member of members) {
      for (const version of this.#wordings.versions(member)) if (this.#met.isNew(version)) members.push(version);
    }
    return members;
  }
}

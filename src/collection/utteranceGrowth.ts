import type { DocumentTable } from "./documentTable.js";
import type { Reading, Utterance } from "./foundUtterance.js";
import type { UtteranceTable } from "./utteranceTable.js";
import type { Wordings } from "./wordings.js";
import { kindOfRef, slotOfRef } from "./wordingTable.js";

/**
 * Lets utterances grow by what was added, and fall apart, without reading anew what they had: what everybody repeats has thousands of versions, and each
 * document that repeats it costs no more than the first ones.
 */
export class UtteranceGrowth {
  readonly #documents: DocumentTable;
  readonly #wordings: Wordings;
  readonly #utterances: UtteranceTable;
  /** How many of a wording's quotations, the last ones, its utterance was not told of. */
  readonly #fresh = new Map<number, number>();
  /** Wordings that became versions of each other, in pairs. */
  readonly #pairs: number[] = [];

  constructor(documents: DocumentTable, wordings: Wordings, utterances: UtteranceTable) {
    this.#documents = documents;
    this.#wordings = wordings;
    this.#utterances = utterances;
  }

  /** A wording has one more quotation. */
  added(wording: number): void {
    this.#fresh.set(wording, (this.#fresh.get(wording) ?? 0) + 1);
  }

  /** Two wordings became versions of each other. */
  joined(one: number, other: number): void {
    this.#pairs.push(one, other);
  }

  /** All of a wording is read otherwise. */
  forget(wording: number): void {
    this.#fresh.delete(wording);
  }

  /** Counts up to so many of the quotations that were added. @returns how many are left. */
  count(most: number): number {
    if (this.#fresh.size === 0) return 0;
    const grown = new Map<Utterance, number[]>();
    for (const wording of this.#fresh.keys()) {
      const utterance = this.#utterances.of(wording);
      const known = utterance === null ? undefined : grown.get(utterance);
      if (known !== undefined) known.push(wording);
      else if (utterance !== null) grown.set(utterance, [wording]);
      else if (this.#wordings.countRefs(wording) > 1) this.#utteranceFor(wording);
      else this.#fresh.delete(wording);
    }
    let left = most;
    for (const [utterance, wordings] of grown) {
      if (left <= 0) break;
      this.#count(utterance, wordings);
      left -= wordings.length;
    }
    return this.#fresh.size;
  }

  /**
   * Makes one utterance of two, for up to so many wordings that became versions of each other. To be called while everything is counted, and no
   * utterance is to be read anew.
   * @returns how many are left.
   */
  merge(most: number): number {
    for (let left = most; left > 0 && this.#pairs.length > 0; left--) {
      const [one, other] = this.#pairs.splice(-2);
      if (this.#wordings.areVersions(one, other)) this.#merge(this.#utteranceFor(one), this.#utteranceFor(other));
    }
    return this.#pairs.length / 2;
  }

  /**
   * Takes out of an utterance what is none of its versions any more, which is an utterance by itself then. To be called while everything is counted.
   * @param part not all of its wordings, all versions of each other.
   */
  split(utterance: Utterance, part: readonly number[]): void {
    const known = readingOf(utterance);
    const first = utterance.wordings[0];
    const own = this.#wordings.utterance(part, known === null ? null : new Map([[first, known]]));
    const slots = new Set<number>();
    for (const wording of part) {
      this.#utterances.assign(wording, null);
      this.#wordings.eachRef(wording, (ref) => void slots.add(slotOfRef(ref)));
    }
    if (own.versions > 1) this.#utterances.keep(own);
    for (const wording of part) utterance.wordings.splice(this.#placeOf(utterance.wordings, wording), 1);
    utterance.versions -= own.versions;
    utterance.marked -= own.marked;
    utterance.named -= own.named;
    for (const slot of slots) if (!this.#hasDocument(utterance, slot)) utterance.documents--;
    if (own.id === utterance.id) utterance.id = this.#wordings.idOf(utterance.wordings);
    if (utterance.versions > 1) this.#utterances.grew(utterance, utterance.wordings[0] === first ? known : null);
    else this.#utterances.drop(utterance);
  }

  /** The utterance that has a wording; one of its own where none has. */
  #utteranceFor(wording: number): Utterance {
    const known = this.#utterances.of(wording);
    if (known !== null) return known;
    const own = this.#wordings.utterance([wording], null);
    this.#fresh.delete(wording);
    this.#utterances.keep(own);
    return own;
  }

  /** Counts the quotations that an utterance was not told of. @param grown all of its wordings that have such. */
  #count(utterance: Utterance, grown: readonly number[]): void {
    const first = utterance.wordings[0];
    const slots = new Set<number>();
    for (const wording of grown) {
      const known = this.#wordings.countRefs(wording) - (this.#fresh.get(wording) ?? 0);
      this.#wordings.eachRef(wording, (ref) => addRef(utterance, slots, ref), known);
    }
    for (const slot of slots) if (!this.#hasDocument(utterance, slot)) utterance.documents++;
    const wordings = utterance.wordings.filter((wording) => !this.#fresh.has(wording));
    for (const wording of grown) {
      this.#fresh.delete(wording);
      this.#insert(wordings, wording);
    }
    utterance.wordings = wordings;
    this.#utterances.grew(utterance, wordings[0] === first ? readingOf(utterance) : null);
  }

  /** Makes one utterance of two. */
  #merge(one: Utterance, other: Utterance): void {
    if (one === other) return;
    const [large, small] = one.wordings.length < other.wordings.length ? [other, one] : [one, other];
    const slots = new Set<number>();
    for (const wording of small.wordings) this.#wordings.eachRef(wording, (ref) => void slots.add(slotOfRef(ref)));
    for (const slot of slots) if (!this.#hasDocument(large, slot)) large.documents++;
    const first = large.wordings[0];
    if (Number(small.id) < Number(large.id)) large.id = small.id;
    large.versions += small.versions;
    large.marked += small.marked;
    large.named += small.named;
    this.#utterances.drop(small);
    for (const wording of small.wordings) {
      this.#utterances.assign(wording, large);
      this.#insert(large.wordings, wording);
    }
    const known = [
      large.wordings[0] === first ? readingOf(large) : null,
      large.wordings[0] === small.wordings[0] ? readingOf(small) : null,
    ];
    this.#utterances.grew(large, known[0] ?? known[1]);
  }

  /** Whether a document's quotations that are counted already are versions of an utterance. */
  #hasDocument(utterance: Utterance, slot: number): boolean {
    return this.#documents
      .printsAt(slot)
      .wordings()
      .some((key) => {
        const wording = this.#wordings.wording(key);
        if (wording === undefined || this.#utterances.of(wording) !== utterance) return false;
        const fresh = this.#fresh.get(wording) ?? 0;
        return fresh === 0 || this.#wordings.isIn(wording, slot, this.#wordings.countRefs(wording) - fresh);
      });
  }

  /** Puts a wording in its place among others. */
  #insert(wordings: number[], wording: number): void {
    wordings.splice(this.#placeOf(wordings, wording), 0, wording);
  }

  /** The place of a wording among others, which are in their order. */
  #placeOf(wordings: readonly number[], wording: number): number {
    let [start, above] = [0, wordings.length];
    while (start < above) {
      const middle = (start + above) >>> 1;
      if (this.#wordings.byUse(wordings[middle], wording) < 0) start = middle + 1;
      else above = middle;
    }
    return start;
  }
}

function addRef(utterance: Utterance, slots: Set<number>, ref: number): void {
  const { marked, speaker } = kindOfRef(ref);
  slots.add(slotOfRef(ref));
  utterance.versions++;
  if (marked) utterance.marked++;
  if (speaker === "named") utterance.named++;
}

function readingOf({ reading, before }: Utterance): Reading | null {
  return reading ?? before;
}

import type { DocumentTable } from "./documentTable.js";
import type { Reading, Utterance } from "./foundUtterance.js";
import type { UtteranceTable } from "./utteranceTable.js";
import type { Wordings } from "./wordings.js";
import { kindOfRef, slotOfRef } from "./wordingTable.js";

/**
 * Lets utterances grow by what was added, without reading anew what they had: what everybody repeats has thousands of versions, and each
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

  /** Takes in up to so many of what was added. To be called while no utterance is to be read anew. @returns how much is left. */
  grow(most: number): number {
    let left = most;
    for (; left > 0 && this.#pairs.length > 0; left--) {
      const [one, other] = this.#pairs.splice(-2);
      if (this.#wordings.areVersions(one, other)) this.#merge(this.#utteranceFor(one), this.#utteranceFor(other));
    }
    for (const wording of this.#fresh.keys()) {
      if (left-- <= 0) break;
      const utterance = this.#utterances.of(wording);
      if (utterance !== null) this.#count(utterance);
      else if (this.#wordings.countRefs(wording) > 1) this.#utteranceFor(wording);
      this.#fresh.delete(wording);
    }
    return this.#pairs.length / 2 + this.#fresh.size;
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

  /** Counts the quotations that an utterance was not told of. */
  #count(utterance: Utterance): void {
    const grown = utterance.wordings.filter((wording) => this.#fresh.has(wording));
    if (grown.length === 0) return;
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
    this.#count(one);
    this.#count(other);
    const [large, small] = one.wordings.length < other.wordings.length ? [other, one] : [one, other];
    const slots = new Set<number>();
    for (const wording of small.wordings) this.#wordings.eachRef(wording, (ref) => void slots.add(slotOfRef(ref)));
    for (const slot of slots) if (!this.#hasDocument(large, slot)) large.documents++;
    const first = large.wordings[0];
    if (Number(small.id) < Number(large.id)) large.id = small.id;
    large.versions += small.versions;
    large.marked ||= small.marked;
    large.named ||= small.named;
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
        return (
          fresh === 0 ||
          this.#wordings
            .refs(wording)
            .slice(0, -fresh)
            .some((ref) => ref.slot === slot)
        );
      });
  }

  /** Puts a wording in its place among others. */
  #insert(wordings: number[], wording: number): void {
    let [start, above] = [0, wordings.length];
    while (start < above) {
      const middle = (start + above) >>> 1;
      if (this.#wordings.byUse(wordings[middle], wording) < 0) start = middle + 1;
      else above = middle;
    }
    wordings.splice(start, 0, wording);
  }
}

function addRef(utterance: Utterance, slots: Set<number>, ref: number): void {
  const { marked, speaker } = kindOfRef(ref);
  slots.add(slotOfRef(ref));
  utterance.versions++;
  utterance.marked ||= marked;
  utterance.named ||= speaker === "named";
}

function readingOf({ reading, before }: Utterance): Reading | null {
  return reading ?? before;
}

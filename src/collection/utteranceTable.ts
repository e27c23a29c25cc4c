import { isShown, type Reading, type Utterance } from "./foundUtterance.js";

/** Utterances by the numbers of their wordings, which are dense. */
export class UtteranceTable {
  readonly #all = new Set<Utterance>();
  /** Those of them that lists show, and whose words nobody read yet. */
  readonly #unread = new Set<Utterance>();
  readonly #of: (Utterance | null)[] = [];

  get all(): ReadonlySet<Utterance> {
    return this.#all;
  }

  /** The utterance that has a wording, or null. */
  of(wording: number): Utterance | null {
    return this.#of[wording] ?? null;
  }

  keep(utterance: Utterance): void {
    this.#all.add(utterance);
    this.#noteUnread(utterance);
    for (const wording of utterance.wordings) this.assign(wording, utterance);
  }

  /** Says whose wording one is; null where it is nobody's. */
  assign(wording: number, utterance: Utterance | null): void {
    while (this.#of.length < wording) this.#of.push(null);
    this.#of[wording] = utterance;
  }

  /** Forgets an utterance; its wordings have none then. */
  drop(utterance: Utterance): void {
    this.#all.delete(utterance);
    this.#unread.delete(utterance);
    for (const wording of utterance.wordings) this.#of[wording] = null;
  }

  /** An utterance that is there has other quotations than before. @param known what was read of it beside the same first wording. */
  grew(utterance: Utterance, known: Reading | null): void {
    utterance.reading = null;
    utterance.before = known;
    outdateParts(utterance);
    this.#noteUnread(utterance);
  }

  /** Says that the versions of a wording are others than before. */
  rejoined(wording: number): void {
    const utterance = this.of(wording);
    if (utterance !== null) outdateParts(utterance);
  }

  /** Gives up to so many utterances to be read. @returns how many are left. */
  readSome(most: number, read: (utterance: Utterance) => void): number {
    let left = most;
    for (const utterance of this.#unread) {
      if (left-- <= 0) break;
      this.#unread.delete(utterance);
      read(utterance);
    }
    return this.#unread.size;
  }

  #noteUnread(utterance: Utterance): void {
    if (utterance.reading === null && isShown(utterance)) this.#unread.add(utterance);
  }
}

function outdateParts(utterance: Utterance): void {
  const all = utterance.parts?.all ?? [];
  utterance.parts = all.length === 0 ? null : { all, isStale: true };
}

import { HUBS, HubTable } from "./hubTable.js";
import type { NumberRow } from "./numberRows.js";
import { Postings } from "./postings.js";
import type { SavedParts, SavedReader } from "./savedParts.js";

/**
 * Which pairs share enough fingerprints to be compared. What shares a fingerprint with many is compared with a few of them only, the hubs:
 * those with the lowest numbers, {@link HUBS} of them. So the pairs depend on what is there, not on the order in which it came, and what is said everywhere
 * costs no more than what is said twice.
 */
export class Sharing {
  readonly #postings = new Postings();
  /** The hubs of the fingerprints that more than the hubs have, lowest rank first. */
  readonly #hubs = new HubTable();
  readonly #rankOf: (value: number) => number;

  /** @param rankOf a number that is the value's own and does not depend on when it came. */
  constructor(rankOf: (value: number) => number) {
    this.#rankOf = rankOf;
  }

  /**
   * Adds a value.
   * @returns how many fingerprints each other value shares with it, in pairs with a hub; and the pairs that may share fewer than before.
   */
  add(value: number, fingerprints: NumberRow): { readonly shared: ReadonlyMap<number, number>; readonly fewer: readonly Pair[] } {
    const shared = new Map<number, number>();
    const fewer: Pair[] = [];
    for (const fingerprint of fingerprints) {
      for (const other of this.#others(value, fingerprint, fewer)) shared.set(other, (shared.get(other) ?? 0) + 1);
      this.#postings.add(fingerprint, value);
    }
    return { shared, fewer };
  }

  /**
   * Takes a value out.
   * @returns the pairs that may share more than before.
   */
  remove(value: number, fingerprints: NumberRow): readonly Pair[] {
    const more: Pair[] = [];
    for (const fingerprint of fingerprints) {
      this.#postings.remove(fingerprint, value);
      const hubs = this.#hubs.get(fingerprint);
      if (hubs === undefined) continue;
      const left = this.#postings.valuesOf(fingerprint, Number.POSITIVE_INFINITY);
      if (left.length <= HUBS) this.#hubs.delete(fingerprint);
      if (!hubs.includes(value)) continue;
      const lowest = this.#lowest(left);
      const promoted = lowest.find((each) => !hubs.includes(each));
      if (left.length > HUBS) this.#hubs.set(fingerprint, lowest);
      if (promoted !== undefined) for (const other of left) if (other !== promoted) more.push([promoted, other]);
    }
    return more;
  }

  /** How many fingerprints two values share where one of them is a hub. @param a, b both rising. */
  count(one: number, a: NumberRow, other: number, b: NumberRow): number {
    let shared = 0;
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] < b[j]) i++;
      else if (a[i] > b[j]) j++;
      else {
        const hubs = this.#hubs.get(a[i]);
        if (hubs === undefined || hubs.includes(one) || hubs.includes(other)) shared++;
        i++;
        j++;
      }
    }
    return shared;
  }

  *saved(): SavedParts {
    yield* this.#postings.saved();
    yield* this.#hubs.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.#postings.restore(from);
    this.#hubs.restore(from);
  }

  /** The values that a value, not yet posted, is compared with for a fingerprint. */
  #others(value: number, fingerprint: number, fewer: Pair[]): readonly number[] {
    const hubs = this.#hubs.get(fingerprint);
    if (hubs === undefined) {
      const all = this.#postings.valuesOf(fingerprint, HUBS + 1);
      if (all.length < HUBS) return all;
      const lowest = this.#lowest([...all, value]);
      this.#hubs.set(fingerprint, lowest);
      return this.#afterEviction(
        value,
        all,
        all.filter((each) => !lowest.includes(each)),
        fewer,
        lowest,
      );
    }
    if (this.#rankOf(value) > this.#rankOf(hubs[hubs.length - 1])) return hubs;
    const all = this.#postings.valuesOf(fingerprint, Number.POSITIVE_INFINITY);
    const lowest = this.#lowest([...hubs, value]);
    this.#hubs.set(fingerprint, lowest);
    return this.#afterEviction(
      value,
      all,
      hubs.filter((each) => !lowest.includes(each)),
      fewer,
      lowest,
    );
  }

  #afterEviction(
    value: number,
    all: readonly number[],
    evicted: readonly number[],
    fewer: Pair[],
    hubs: readonly number[],
  ): readonly number[] {
    for (const each of evicted) for (const other of all) if (other !== each && !hubs.includes(other)) fewer.push([each, other]);
    return hubs.includes(value) ? all : hubs;
  }

  #lowest(values: readonly number[]): number[] {
    return [...values].sort((a, b) => this.#rankOf(a) - this.#rankOf(b)).slice(0, HUBS);
  }
}

export type Pair = readonly [number, number];

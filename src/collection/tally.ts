import { type SavedParts, type SavedReader, savedNumbers, savedStrings } from "./savedParts.js";

/** Counts things; of one thing only, as most are, it is small. */
export class Tally<T extends string | object = string> {
  #first: T | null = null;
  #firstCount = 0;
  #others: Map<T, number> | null = null;

  /** How many things are there. */
  get size(): number {
    return (this.#first === null ? 0 : 1) + (this.#others?.size ?? 0);
  }

  /** How many of a thing are there. */
  of(value: T): number {
    return value === this.#first ? this.#firstCount : (this.#others?.get(value) ?? 0);
  }

  /** @returns whether the thing was not there before. */
  add(value: T, count = 1): boolean {
    const known = this.of(value);
    if (value === this.#first) this.#firstCount += count;
    else if (known === 0 && this.#first === null) {
      this.#first = value;
      this.#firstCount = count;
    } else {
      this.#others ??= new Map();
      this.#others.set(value, known + count);
    }
    return known === 0;
  }

  /** Takes out one of a thing that is there. @returns whether it was the last. */
  remove(value: T): boolean {
    const left = this.of(value) - 1;
    if (value === this.#first) {
      this.#firstCount = left;
      if (left === 0) this.#first = null;
    } else if (left > 0) this.#others?.set(value, left);
    else {
      this.#others?.delete(value);
      if (this.#others?.size === 0) this.#others = null;
    }
    return left === 0;
  }

  /** The things that are there, each with its count, in no order. */
  *entries(): IterableIterator<readonly [T, number]> {
    if (this.#first !== null) yield [this.#first, this.#firstCount];
    if (this.#others !== null) yield* this.#others;
  }

  /** The things that are there, in no order. */
  values(): readonly T[] {
    const others = this.#others === null ? [] : [...this.#others.keys()];
    return this.#first === null ? others : [this.#first, ...others];
  }
}

export function* savedTallies(tallies: readonly Tally[]): SavedParts {
  const entries = tallies.map((tally) => [...tally.entries()]);
  yield savedNumbers(Int32Array.from(entries, ({ length }) => length));
  yield savedNumbers(Int32Array.from(entries.flatMap((each) => each.map(([, count]) => count))));
  yield* savedStrings(entries.flatMap((each) => each.map(([value]) => value)));
}

/** Reads what {@link savedTallies} gave. */
export function readTallies(from: SavedReader): readonly Tally[] {
  const [lengths, counts, values] = [from.ints(), from.ints(), from.strings()];
  let at = 0;
  return Array.from(lengths, (length) => {
    const tally = new Tally();
    for (const end = at + length; at < end; at++) tally.add(values[at], counts[at]);
    return tally;
  });
}

/** Sorts counted strings: the most frequent first, of equals the longest, then by their letters. */
export function byCount(a: readonly [string, number], b: readonly [string, number]): number {
  return b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
}

import { RowIndex } from "./rowIndex.js";
import { NO_ROW, Rows } from "./rows.js";
import type { SavedParts, SavedReader } from "./savedParts.js";

const [LONG, SHORT, COUNT, HASH, CHAIN, BEFORE_OF_LONG, NEXT_OF_LONG, BEFORE_OF_SHORT, NEXT_OF_SHORT] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const WIDTH = 9;

/**
 * Which names documents use for which: pairs of a fuller name and a shorter one, each with how many documents have it. From either side all
 * pairs of a name are a list, and a pair is found by its names however long the lists are.
 */
export class ShortForms {
  readonly #pairs = new Rows(WIDTH);
  readonly #index = new RowIndex(this.#pairs, HASH, CHAIN);
  readonly #names: Rows;
  readonly #shortForms: number;
  readonly #shortFor: number;

  /**
   * @param names the rows of all names.
   * @param shortForms, shortFor the places in a name's row where its lists begin: of the names that are used for it, and of those that it is
   *   used for.
   */
  constructor(names: Rows, shortForms: number, shortFor: number) {
    this.#names = names;
    this.#shortForms = shortForms;
    this.#shortFor = shortFor;
  }

  /** How many documents use one name for another. */
  count(long: number, short: number): number {
    const pair = this.#find(long, short);
    return pair === NO_ROW ? 0 : this.#pairs.cells[pair * WIDTH + COUNT];
  }

  /** Notes that a document more uses a name for another. */
  add(long: number, short: number): void {
    const known = this.#find(long, short);
    if (known !== NO_ROW) {
      this.#pairs.cells[known * WIDTH + COUNT]++;
      return;
    }
    const pair = this.#pairs.add();
    const { cells } = this.#pairs;
    cells[pair * WIDTH + LONG] = long;
    cells[pair * WIDTH + SHORT] = short;
    cells[pair * WIDTH + COUNT] = 1;
    this.#index.add(pair, hashOf(long, short));
    this.#link(pair, long, this.#shortForms, BEFORE_OF_LONG, NEXT_OF_LONG);
    this.#link(pair, short, this.#shortFor, BEFORE_OF_SHORT, NEXT_OF_SHORT);
  }

  /** Takes out what was noted of a document. */
  remove(long: number, short: number): void {
    const pair = this.#find(long, short);
    if (pair === NO_ROW || --this.#pairs.cells[pair * WIDTH + COUNT] > 0) return;
    this.#unlink(pair, long, this.#shortForms, BEFORE_OF_LONG, NEXT_OF_LONG);
    this.#unlink(pair, short, this.#shortFor, BEFORE_OF_SHORT, NEXT_OF_SHORT);
    this.#index.remove(pair);
    this.#pairs.remove(pair);
  }

  /** The names that documents use for a name, in no order. */
  shortForms(long: number): readonly number[] {
    return this.#list(long, this.#shortForms, NEXT_OF_LONG, SHORT);
  }

  /** The names that documents use a name for, in no order. */
  shortFor(short: number): readonly number[] {
    return this.#list(short, this.#shortFor, NEXT_OF_SHORT, LONG);
  }

  *saved(): SavedParts {
    yield* this.#pairs.saved();
    yield* this.#index.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.#pairs.restore(from);
    this.#index.restore(from);
  }

  #find(long: number, short: number): number {
    const { cells } = this.#pairs;
    return this.#index.find(hashOf(long, short), (pair) => cells[pair * WIDTH + LONG] === long && cells[pair * WIDTH + SHORT] === short);
  }

  #list(name: number, begin: number, next: number, other: number): readonly number[] {
    const { cells } = this.#pairs;
    const names: number[] = [];
    const first = this.#names.cells[name * this.#names.width + begin];
    for (let pair = first; pair !== NO_ROW; pair = cells[pair * WIDTH + next]) names.push(cells[pair * WIDTH + other]);
    return names;
  }

  /** Puts a pair before a name's list. */
  #link(pair: number, name: number, begin: number, before: number, next: number): void {
    const { cells } = this.#pairs;
    const head = name * this.#names.width + begin;
    const first = this.#names.cells[head];
    cells[pair * WIDTH + before] = NO_ROW;
    cells[pair * WIDTH + next] = first;
    if (first !== NO_ROW) cells[first * WIDTH + before] = pair;
    this.#names.cells[head] = pair;
  }

  #unlink(pair: number, name: number, begin: number, before: number, next: number): void {
    const { cells } = this.#pairs;
    const [left, right] = [cells[pair * WIDTH + before], cells[pair * WIDTH + next]];
    if (right !== NO_ROW) cells[right * WIDTH + before] = left;
    if (left === NO_ROW) this.#names.cells[name * this.#names.width + begin] = right;
    else cells[left * WIDTH + next] = right;
  }
}

function hashOf(long: number, short: number): number {
  const hash = Math.imul(long, 0x9e3779b1) ^ Math.imul(short, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

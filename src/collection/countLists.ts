import { NO_ROW, Rows } from "./rows.js";
import type { SavedParts, SavedReader } from "./savedParts.js";

const [VALUE, COUNT, NEXT] = [0, 1, 2];
const WIDTH = 3;

/** Lists of numbers, each once and with how often it is there. Whoever has a list keeps where it begins. */
export class CountLists {
  readonly #entries = new Rows(WIDTH);

  /** The first entry of a list whose value is the one looked for; {@link NO_ROW} where there is none. @param first where the list begins. */
  find(first: number, isIt: (value: number) => boolean): number {
    const { cells } = this.#entries;
    let entry = first;
    while (entry !== NO_ROW && !isIt(cells[entry * WIDTH + VALUE])) entry = cells[entry * WIDTH + NEXT];
    return entry;
  }

  /** Puts a value that is not there before a list, once. @returns where the list begins then. */
  add(first: number, value: number): number {
    const entry = this.#entries.add();
    const { cells } = this.#entries;
    cells[entry * WIDTH + VALUE] = value;
    cells[entry * WIDTH + COUNT] = 1;
    cells[entry * WIDTH + NEXT] = first;
    return entry;
  }

  increase(entry: number): void {
    this.#entries.cells[entry * WIDTH + COUNT]++;
  }

  /** @returns how often it is there then. One that is there no more is to be taken out. */
  decrease(entry: number): number {
    return --this.#entries.cells[entry * WIDTH + COUNT];
  }

  /** Takes an entry out of a list. @returns where the list begins then. */
  remove(first: number, entry: number): number {
    const { cells } = this.#entries;
    const next = cells[entry * WIDTH + NEXT];
    this.#entries.remove(entry);
    if (first === entry) return next;
    let before = first;
    while (cells[before * WIDTH + NEXT] !== entry) before = cells[before * WIDTH + NEXT];
    cells[before * WIDTH + NEXT] = next;
    return first;
  }

  valueOf(entry: number): number {
    return this.#entries.cells[entry * WIDTH + VALUE];
  }

  /** The values of a list, each with how often it is there, in no order. */
  read(first: number): readonly (readonly [number, number])[] {
    const { cells } = this.#entries;
    const read: (readonly [number, number])[] = [];
    for (let entry = first; entry !== NO_ROW; entry = cells[entry * WIDTH + NEXT]) {
      read.push([cells[entry * WIDTH + VALUE], cells[entry * WIDTH + COUNT]]);
    }
    return read;
  }

  saved(): SavedParts {
    return this.#entries.saved();
  }

  /** Takes up what was saved, in the place of everything; lists begin where they began. */
  restore(from: SavedReader): void {
    this.#entries.restore(from);
  }
}

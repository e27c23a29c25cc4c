import type { DocumentRecord } from "./documentRecord.js";
import { StringTable } from "./stringTable.js";

/** The documents of a collection, each with a number that stands for it as long as it is there. */
export class DocumentTable {
  readonly #slots = new Map<string, number>();
  readonly #paths: string[] = [];
  readonly #records: (DocumentRecord | null)[] = [];
  readonly #free: number[] = [];
  /** The strings that records have in common. */
  readonly strings = new StringTable();

  /** How many documents there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** One more than the highest number in use. */
  get end(): number {
    return this.#paths.length;
  }

  /** @returns the document's number, or undefined where the path is not known. */
  slotOf(path: string): number | undefined {
    return this.#slots.get(path);
  }

  pathOf(slot: number): string {
    return this.#paths[slot];
  }

  /** @throws RangeError where no document has the number. */
  recordAt(slot: number): DocumentRecord {
    const record = this.#records[slot];
    if (!record) throw new RangeError(`No document has the number ${slot}.`);
    return record;
  }

  /** The numbers of all documents, by path. */
  slotsByPath(): readonly number[] {
    return [...this.#slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
  }

  /** @param path not known yet. */
  add(path: string, record: DocumentRecord): number {
    const slot = this.#free.pop() ?? this.#paths.length;
    this.#slots.set(path, slot);
    this.#paths[slot] = path;
    this.#records[slot] = record;
    return slot;
  }

  remove(path: string): void {
    const slot = this.#slots.get(path);
    if (slot === undefined) return;
    this.#slots.delete(path);
    this.#records[slot] = null;
    this.#free.push(slot);
  }
}

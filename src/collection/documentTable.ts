import { DocumentRecord } from "./documentRecord.js";
import type { QuotePrints } from "./quotePrints.js";
import { type SavedParts, type SavedReader, savedNumbers, savedStrings } from "./savedParts.js";
import { StringTable } from "./stringTable.js";

/** Reads a record's bytes once more, from where they are stored, into an array of their length. */
export type RecordSource = (into: Uint8Array) => void;

/** Bytes that are kept for long share arrays of so many: one by itself costs some hundreds of bytes more. */
const BLOCK = 1 << 16;
/** So many records that were read again are held, the last ones. */
const MOST_HELD = 16;
/** Of these, larger ones are not read into the place of another. */
const LARGEST_REUSED = 1 << 18;

/** Saved in the place of a record's length where there is no document. */
const NO_ROW = -1;

interface DocumentRow {
  readonly path: string;
  /** At hand once they were asked for, or read: quotations are compared with those of any other document. */
  prints: QuotePrints | null;
  /** The record, or where it is read from when it is asked for. */
  readonly record: DocumentRecord | StoredRecord;
}

interface StoredRecord {
  readonly length: number;
  readonly read: RecordSource;
}

/** The documents of a collection, each with a number that stands for it as long as it is there. */
export class DocumentTable {
  readonly #slots = new Map<string, number>();
  readonly #rows: (DocumentRow | null)[] = [];
  readonly #free: number[] = [];
  /** The records that were read again, by document, the oldest first. */
  readonly #held = new Map<number, DocumentRecord>();
  /** What is left of the last block. */
  #block = new Uint8Array(0);
  /** The strings that records have in common. */
  readonly strings = new StringTable();

  /** How many documents there are. */
  get size(): number {
    return this.#slots.size;
  }

  /** @returns the document's number, or undefined where the path is not known. */
  slotOf(path: string): number | undefined {
    return this.#slots.get(path);
  }

  pathOf(slot: number): string {
    return this.#row(slot).path;
  }

  /**
   * A document's record, to be read before another's is asked for.
   * @throws RangeError where no document has the number.
   */
  recordAt(slot: number): DocumentRecord {
    const { record } = this.#row(slot);
    return record instanceof DocumentRecord ? record : this.#readAgain(slot, record);
  }

  /** What a document's quotations are found by. @throws RangeError where no document has the number. */
  printsAt(slot: number): QuotePrints {
    const row = this.#row(slot);
    if (row.prints === null) {
      const prints = this.recordAt(slot).prints();
      row.prints = prints.copy(this.#kept(prints.length));
    }
    return row.prints;
  }

  /** The numbers of all documents, by path. */
  slotsByPath(): readonly number[] {
    return [...this.#slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
  }

  /**
   * @param path not known yet.
   * @param source where the record can be read again, so that it is not held; null where it cannot.
   */
  add(path: string, record: DocumentRecord, source: RecordSource | null): number {
    const slot = this.#free.pop() ?? this.#rows.length;
    this.#slots.set(path, slot);
    const prints = record.prints();
    this.#rows[slot] =
      source === null
        ? { path, prints, record }
        : { path, prints: prints.copy(this.#kept(prints.length)), record: { length: record.bytes.length, read: source } };
    return slot;
  }

  remove(path: string): void {
    const slot = this.#slots.get(path);
    if (slot === undefined) return;
    this.#slots.delete(path);
    this.#rows[slot] = null;
    this.#held.delete(slot);
    this.#free.push(slot);
  }

  /** @throws RangeError where a record cannot be read again. */
  *saved(): SavedParts {
    const lengths = Int32Array.from(this.#rows, (row) => {
      if (row?.record instanceof DocumentRecord) throw new RangeError(`The record of ${row.path} is nowhere stored.`);
      return row?.record.length ?? NO_ROW;
    });
    yield savedNumbers(lengths);
    yield* savedStrings(this.#rows.map((row) => row?.path ?? ""));
  }

  /**
   * Takes up what was saved, in the place of everything.
   * @param sourceOf gives where the record of a path can be read again.
   */
  restore(from: SavedReader, sourceOf: (path: string) => RecordSource): void {
    const lengths = from.ints();
    for (const [slot, path] of from.strings().entries()) {
      const length = lengths[slot];
      this.#rows[slot] = length === NO_ROW ? null : { path, prints: null, record: { length, read: sourceOf(path) } };
      if (length === NO_ROW) this.#free.push(slot);
      else this.#slots.set(path, slot);
    }
  }

  #row(slot: number): DocumentRow {
    const row = this.#rows[slot];
    if (!row) throw new RangeError(`No document has the number ${slot}.`);
    return row;
  }

  /** Room for so many bytes. */
  #kept(length: number): Uint8Array {
    if (length > BLOCK) return new Uint8Array(length);
    if (length > this.#block.length) this.#block = new Uint8Array(BLOCK);
    const room = this.#block.subarray(0, length);
    this.#block = this.#block.subarray(length);
    return room;
  }

  #readAgain(slot: number, { length, read }: StoredRecord): DocumentRecord {
    const known = this.#held.get(slot);
    if (known !== undefined) return known;
    const bytes = this.#room(length);
    read(bytes);
    const record = new DocumentRecord(bytes);
    this.#held.set(slot, record);
    return record;
  }

  /** An array of a length, in the place of the oldest record where that is large enough: arrays that are thrown away lie about for long. */
  #room(length: number): Uint8Array {
    const [oldest] = this.#held;
    if (oldest === undefined || this.#held.size < MOST_HELD) return new Uint8Array(length);
    this.#held.delete(oldest[0]);
    const { buffer } = oldest[1].bytes;
    return buffer.byteLength >= length && buffer.byteLength <= LARGEST_REUSED ? new Uint8Array(buffer, 0, length) : new Uint8Array(length);
  }
}

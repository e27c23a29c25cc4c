import type { NumberRoom, NumberRow } from "./numberRows.js";
import type { StringTable } from "./stringTable.js";

/** The length of a short string: one byte holds it. */
const SHORT = 0x7f;

/** Writes numbers and strings into bytes, each as small as its value. */
export class RecordWriter {
  #bytes = new Uint8Array(4096);
  #size = 0;
  readonly #encoder = new TextEncoder();

  /** A whole number from 0 to 2^53, seven bits a byte (LEB128). */
  number(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes[this.#size++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.#size++] = rest;
  }

  /** A number of exactly four bytes. */
  word(value: number): void {
    this.#reserve(4);
    for (let shift = 0; shift < 32; shift += 8) this.#bytes[this.#size++] = (value >>> shift) & 0xff;
  }

  /** How many there are, and four bytes each. */
  words(values: NumberRow): void {
    this.number(values.length);
    for (const value of values) this.word(value);
  }

  /** How many there are, and two bytes each. */
  halves(values: NumberRow): void {
    this.number(values.length);
    this.#reserve(2 * values.length);
    for (const value of values) {
      this.#bytes[this.#size++] = value & 0xff;
      this.#bytes[this.#size++] = value >>> 8;
    }
  }

  /** Its length in bytes, and UTF-8. A lone surrogate becomes U+FFFD. */
  string(value: string): void {
    if (value.length <= SHORT && this.#wroteAscii(value)) return;
    const bytes = this.#encoder.encode(value);
    this.number(bytes.length);
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  strings(values: readonly string[]): void {
    this.number(values.length);
    for (const value of values) this.string(value);
  }

  /** How many there are, where each stands from here (four bytes each), and what is written of each. */
  placed<T>(values: readonly T[], write: (value: T) => void): void {
    const start = this.#size;
    this.word(values.length);
    for (const _ of values) this.word(0);
    for (const [i, value] of values.entries()) {
      this.patchWord(start + 4 * (i + 1), this.#size - start);
      write(value);
    }
  }

  get size(): number {
    return this.#size;
  }

  /** Overwrites four bytes written by {@link word}. */
  patchWord(at: number, value: number): void {
    for (let i = 0; i < 4; i++) this.#bytes[at + i] = (value >>> (8 * i)) & 0xff;
  }

  /** What was written, in an array of its own. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#size);
  }

  /** Writes a short string of nothing but ASCII, as most are, sooner than an encoder would. @returns false where it is none. */
  #wroteAscii(value: string): boolean {
    this.#reserve(1 + value.length);
    const start = this.#size + 1;
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      if (unit >= 0x80) return false;
      this.#bytes[start + i] = unit;
    }
    this.#bytes[this.#size] = value.length;
    this.#size = start + value.length;
    return true;
  }

  #reserve(count: number): void {
    if (this.#size + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#size + count, this.#bytes.length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

const decoder = new TextDecoder();
const NONE: readonly never[] = [];

/** Reads what a {@link RecordWriter} wrote, in the same order. */
export class RecordReader {
  readonly #table: StringTable | null;

  /** @param table where strings are kept that were read before. */
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
    table: StringTable | null = null,
  ) {
    this.#table = table;
  }

  number(): number {
    let byte = this.bytes[this.at++];
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 0x80;
    do {
      byte = this.bytes[this.at++];
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    } while (byte >= 0x80);
    return value;
  }

  word(): number {
    const { bytes, at } = this;
    this.at += 4;
    return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
  }

  words(room: NumberRoom): Uint32Array {
    const values = room.of(this.number());
    for (let i = 0; i < values.length; i++) values[i] = this.word();
    return values;
  }

  halves(room: NumberRoom): Uint32Array {
    const values = room.of(this.number());
    for (let i = 0; i < values.length; i++, this.at += 2) values[i] = this.bytes[this.at] | (this.bytes[this.at + 1] << 8);
    return values;
  }

  string(): string {
    const length = this.number();
    const start = this.at;
    this.at += length;
    return this.#table?.read(this.bytes, start, this.at) ?? decoder.decode(this.bytes.subarray(start, this.at));
  }

  strings(): readonly string[] {
    return this.each((from) => from.string());
  }

  /** As many as there are, by their count before them. Most documents' lists are read at every opening, and many are empty. */
  each<T>(read: (from: RecordReader) => T): readonly T[] {
    const count = this.number();
    if (count === 0) return NONE;
    const values: T[] = [];
    for (let i = 0; i < count; i++) values.push(read(this));
    return values;
  }

  /** At one of what {@link RecordWriter.placed} wrote; this reader stands where that began. */
  place(number: number): RecordReader {
    const at = new RecordReader(this.bytes, this.at + 4 * (number + 1)).word();
    return new RecordReader(this.bytes, this.at + at, this.#table);
  }

  /** Goes on behind the places, this reader standing behind their count. */
  skipPlaces(count: number): void {
    this.at += 4 * count;
  }

  skipString(): void {
    const length = this.number();
    this.at += length;
  }
}

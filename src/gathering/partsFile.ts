import { closeSync, fstatSync, openSync, readSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";
import { AheadReader } from "./aheadReader.js";

/** Of a part: its length and its checksum. */
const HEAD = 8;
/** So many bytes are checked at once: all of them share one array. */
const CHECKED = 1 << 18;

/** Writes a part behind those that a file has. */
export function writePart(file: number, part: Uint8Array): void {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(part.length, 0);
  head.writeUInt32LE(crc32(part), 4);
  writeFileSync(file, head);
  writeFileSync(file, part);
}

/** Reads a file of parts from its beginning to its end, and closes it then. */
export class PartsReader {
  readonly #file: number;
  readonly #size: number;
  readonly #title: Buffer;
  readonly #ahead = new AheadReader((start, into) => into.subarray(0, readSync(this.#file, into, 0, into.length, start)));
  #at: number;
  #isOpen = true;

  /**
   * @param title what stands before the parts.
   * @throws Error where the file cannot be opened.
   */
  constructor(path: string, title: Buffer) {
    this.#file = openSync(path, "r");
    this.#size = fstatSync(this.#file).size;
    this.#title = title;
    this.#at = title.length;
  }

  /** Whether the file begins with the title. */
  isOwn(): boolean {
    return this.#ahead.at(0, this.#title.length).equals(this.#title);
  }

  /** @throws Error where a part is cut off or damaged. */
  check(): void {
    for (let at = this.#at; at < this.#size; ) {
      const { length, checksum } = this.#head(at);
      at += HEAD;
      let sum = 0;
      for (const end = at + length; at < end; ) {
        const bytes = this.#ahead.at(at, Math.min(CHECKED, end - at));
        if (bytes.length === 0) throw new Error("it is cut off");
        sum = crc32(bytes, sum);
        at += bytes.length;
      }
      if (sum !== checksum) throw new Error("it is damaged");
    }
    this.#ahead.forget();
  }

  /** The next part, in an array and a buffer of its own. @throws Error where there is none. */
  next(): Uint8Array<ArrayBuffer> {
    const { length } = this.#head(this.#at);
    const start = this.#at + HEAD;
    const part = new Uint8Array(length);
    const bytes = length < CHECKED ? this.#ahead.at(start, length) : null;
    if (bytes !== null) part.set(bytes);
    if ((bytes?.length ?? readSync(this.#file, part, 0, length, start)) < length) throw new Error("it is cut off");
    this.#at = start + length;
    if (this.#at >= this.#size) this.close();
    return part;
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  #head(at: number): { readonly length: number; readonly checksum: number } {
    const head = this.#ahead.at(at, HEAD);
    if (head.length < HEAD) throw new Error("it is cut off");
    const length = head.readUInt32LE(0);
    if (at + HEAD + length > this.#size) throw new Error("it is cut off");
    return { length, checksum: head.readUInt32LE(4) };
  }
}

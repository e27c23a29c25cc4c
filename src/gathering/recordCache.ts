import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { AheadReader } from "./aheadReader.js";

/** How a file stood when it was read last. */
export interface KnownFile {
  /** Milliseconds since 1970; -1 where the file was written so shortly before that one tick may hide another change. */
  readonly modified: number;
  readonly size: number;
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  /** Why it has no record: it holds no text. */
  readonly reason?: string;
}

export interface CacheParts {
  readonly path: string;
  /** What the records depend on beside the text: another engine makes others. */
  readonly engine: string;
  /** Tells what the reader of a log should know. */
  readonly tell: (message: string) => void;
}

const FORMAT = "source-review/records@1";
const HASH_BYTES = 32;
/** Of a frame: its kind, its content's length and its content's checksum. */
const HEAD = 9;
const RECORD = 1;
const FILE = 2;
/** Bytes that no document needs any more, and more than those that are needed: worth the rewriting. */
const MOST_WASTE = 4 << 20;

interface Place {
  readonly start: number;
  readonly length: number;
}

/**
 * What is known of documents from before, in one file that only grows: the record of each text by its hash, and how each file stood.
 * A frame that was cut off, or that does not fit its checksum, counts for nothing; the file of another engine is begun anew. Where nothing
 * can be written, everything else works on.
 */
export class RecordCache {
  readonly #path: string;
  readonly #title: Buffer;
  readonly #tell: (message: string) => void;
  readonly #records = new Map<string, Place>();
  readonly #files = new Map<string, KnownFile>();
  #file: number | undefined;
  /** False where the file system refused: what is stored can still be read. */
  #takesMore = true;
  #end = 0;
  /** Reads the records that are given out as they are. */
  readonly #ahead = new AheadReader((start, into) => this.#read({ start, length: into.length }, into));
  /** Where records are read into that are copied. */
  #copied = Buffer.alloc(0);

  constructor({ path, engine, tell }: CacheParts) {
    this.#path = path;
    this.#title = Buffer.from(`${FORMAT} ${engine}\n`);
    this.#tell = tell;
    this.#guarded(() => this.#open());
  }

  /** How a file stood when it was read last; undefined where it is new. @param key of the file. */
  file(key: string): KnownFile | undefined {
    return this.#files.get(key);
  }

  has(hash: string): boolean {
    return this.#records.has(hash);
  }

  /** @returns the record of a text, as it was put in, until this is called again; undefined where there is none, or it is damaged. */
  record(hash: string): Uint8Array | undefined {
    return this.#stored(hash, ({ start, length }) => this.#ahead.at(start, length));
  }

  /** Reads the record of a text into an array of its length. @returns false where there is none, or it is damaged. */
  read(hash: string, into: Uint8Array): boolean {
    const record = this.#stored(hash, (frame) => {
      if (this.#copied.length < frame.length) this.#copied = Buffer.allocUnsafeSlow(frame.length);
      return this.#read(frame, this.#copied);
    });
    if (record?.length !== into.length) return false;
    into.set(record);
    return true;
  }

  putRecord(hash: string, record: Uint8Array): void {
    if (this.#records.has(hash)) return;
    const place = this.#append(RECORD, Buffer.from(hash, "hex"), record);
    if (place) this.#records.set(hash, place);
  }

  putFile(key: string, file: KnownFile): void {
    const known = this.#files.get(key);
    if (known && known.modified === file.modified && known.size === file.size && known.hash === file.hash) return;
    this.#files.set(key, file);
    this.#append(FILE, fileContent(key, file));
  }

  /**
   * Writes the file anew without what no file needs any more, where that is worth it.
   * @param keys of the files that are still there.
   * @param hashes of records that are needed beside those of the files.
   */
  tidy(keys: ReadonlySet<string>, hashes: ReadonlySet<string>): void {
    const needed = new Set([...hashes, ...[...keys].flatMap((key) => this.#files.get(key)?.hash ?? [])]);
    let used = this.#title.length;
    for (const hash of needed) used += HEAD + (this.#records.get(hash)?.length ?? 0);
    for (const key of keys) {
      const file = this.#files.get(key);
      if (file) used += HEAD + fileContent(key, file).length;
    }
    if (this.#end - used > Math.max(MOST_WASTE, used)) this.#guarded(() => this.#rewrite(keys, needed));
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    this.#records.clear();
  }

  #open(): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    this.#file = openSync(this.#path, "a+");
    const { size } = fstatSync(this.#file);
    if (this.#read({ start: 0, length: Math.min(size, this.#title.length) }).equals(this.#title)) {
      this.#index(size);
      if (this.#end === size) return;
      this.#tell("The stored analyses were cut off; what is missing is analysed again.");
    } else if (size > 0) this.#tell("The stored analyses are another version's; the documents are analysed again.");
    ftruncateSync(this.#file, this.#end);
    if (this.#end === 0) this.#write(this.#title);
  }

  /** Notes where each whole frame stands. All of the file is read once in its order, so that a disk has the records at hand afterwards. */
  #index(size: number): void {
    this.#end = this.#title.length;
    while (this.#end + HEAD <= size) {
      const head = this.#ahead.at(this.#end, HEAD);
      const [kind, checksum] = [head[0], head.readUInt32LE(5)];
      const place = { start: this.#end, length: head.readUInt32LE(1) };
      const next = this.#end + HEAD + place.length;
      if (next > size) return;
      if (kind === RECORD && place.length > HASH_BYTES) {
        this.#records.set(this.#ahead.at(this.#end + HEAD, HASH_BYTES).toString("hex"), place);
      } else if (kind === FILE) {
        const content = this.#ahead.at(this.#end + HEAD, place.length);
        if (crc32(content) === checksum) this.#noteFile(content);
      } else return;
      this.#end = next;
    }
  }

  #noteFile(content: Buffer): void {
    const [key, modified, size, hash, reason] = JSON.parse(content.toString("utf8"));
    this.#files.set(key, { modified, size, hash, ...(reason !== undefined && { reason }) });
  }

  #rewrite(keys: ReadonlySet<string>, needed: ReadonlySet<string>): void {
    const path = `${this.#path}.new`;
    const file = openSync(path, "w");
    writeFileSync(file, this.#title);
    const records = new Map<string, Place>();
    let end = this.#title.length;
    for (const hash of needed) {
      const place = this.#records.get(hash);
      if (!place) continue;
      writeFileSync(file, this.#read({ start: place.start, length: HEAD + place.length }));
      records.set(hash, { start: end, length: place.length });
      end += HEAD + place.length;
    }
    closeSync(file);
    const files = [...this.#files].filter(([key]) => keys.has(key));
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    try {
      renameSync(path, this.#path);
    } finally {
      this.#file = openSync(this.#path, "a+");
    }
    this.#end = end;
    this.#ahead.forget();
    this.#records.clear();
    for (const [hash, place] of records) this.#records.set(hash, place);
    this.#files.clear();
    for (const [key, known] of files) this.putFile(key, known);
  }

  /** @param read gives the bytes of a frame. */
  #stored(hash: string, read: (frame: Place) => Buffer): Uint8Array | undefined {
    const place = this.#records.get(hash);
    if (!place) return undefined;
    const frame = read({ start: place.start, length: HEAD + place.length });
    const content = frame.subarray(HEAD);
    if (content.length === place.length && crc32(content) === frame.readUInt32LE(5)) return content.subarray(HASH_BYTES);
    this.#records.delete(hash);
    this.#tell("A stored analysis is damaged; its document is analysed again.");
    return undefined;
  }

  /** The bytes of a place, as many as are there. */
  #read({ start, length }: Place, bytes: Buffer = Buffer.allocUnsafe(length)): Buffer {
    return bytes.subarray(0, this.#file === undefined ? 0 : readSync(this.#file, bytes, 0, length, start));
  }

  /** @returns where the frame stands; undefined where it could not be written. */
  #append(kind: number, ...content: readonly Uint8Array[]): Place | undefined {
    const length = content.reduce((sum, part) => sum + part.length, 0);
    const head = Buffer.alloc(HEAD);
    head[0] = kind;
    head.writeUInt32LE(length, 1);
    head.writeUInt32LE(
      content.reduce((sum, part) => crc32(part, sum), 0),
      5,
    );
    let start = this.#end;
    this.#guarded(() => {
      // Another window on the same folder may have put something in, too.
      if (this.#file !== undefined) this.#end = fstatSync(this.#file).size;
      start = this.#end;
      this.#write(Buffer.concat([head, ...content]));
    });
    return this.#takesMore ? { start, length } : undefined;
  }

  #write(bytes: Buffer): void {
    if (this.#file === undefined || !this.#takesMore) return;
    writeFileSync(this.#file, bytes);
    this.#end += bytes.length;
  }

  /** Goes on without writing where the file system refuses. */
  #guarded(work: () => void): void {
    if (!this.#takesMore) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      this.#takesMore = false;
      this.#tell(`The analyses cannot be stored, so the documents are analysed again next time: ${error.message}`);
    }
  }
}

function fileContent(key: string, { modified, size, hash, reason }: KnownFile): Buffer {
  return Buffer.from(JSON.stringify([key, modified, size, hash, ...(reason === undefined ? [] : [reason])]));
}

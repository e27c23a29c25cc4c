/** So many bytes are read at once where one place after another is asked for. */
const AHEAD = 1 << 18;

/** Reads places of a file, most of which are asked for in the order in which they stand: then many are read at once. */
export class AheadReader {
  readonly #read: (start: number, into: Buffer) => Buffer;
  #room: Buffer = Buffer.alloc(0);
  /** What was read, and where it stands in the file. */
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;
  /** Where the place that was asked for last ends. */
  #last = 0;

  /** @param read gives as many bytes from a place on as are there, in an array that is filled as far. */
  constructor(read: (start: number, into: Buffer) => Buffer) {
    this.#read = read;
  }

  /** @returns the bytes of a place, as many as are there, until this is called again. */
  at(start: number, length: number): Buffer {
    const isNext = start >= this.#last && start - this.#last < AHEAD;
    this.#last = start + length;
    if (start < this.#start || start + length > this.#start + this.#bytes.length) {
      const wanted = isNext ? Math.max(length, AHEAD) : length;
      if (this.#room.length < wanted) this.#room = Buffer.allocUnsafeSlow(wanted);
      this.#bytes = this.#read(start, this.#room.subarray(0, wanted));
      this.#start = start;
    }
    return this.#bytes.subarray(start - this.#start, start - this.#start + length);
  }

  /** Says that other bytes stand in the file than were read. */
  forget(): void {
    this.#bytes = this.#bytes.subarray(0, 0);
  }
}

/** Longer strings are not kept. */
const LONGEST = 64;
const SMALLEST = 1 << 12;
/** So many strings are kept. What stands in many documents is soon among them again; most stand in few, and would be kept for nothing. */
const MOST = 1 << 15;

/** Strings that were read from bytes, each once: what neighbouring documents have in common is neither decoded nor kept again. */
export class StringTable {
  #strings: (string | undefined)[] = new Array(SMALLEST);
  /** The hash of each string, in its place: told apart by it, and put elsewhere without being read again. */
  #hashes = new Int32Array(SMALLEST);
  #count = 0;

  /** How many strings are kept. */
  get size(): number {
    return this.#count;
  }

  /**
   * The string of some bytes.
   * @returns null where they are not plain ASCII, or too many.
   */
  read(bytes: Uint8Array, start: number, end: number): string | null {
    if (end - start > LONGEST) return null;
    let hash = 0x811c9dc5 | 0;
    for (let i = start; i < end; i++) {
      if (bytes[i] >= 0x80) return null;
      hash = Math.imul(hash ^ bytes[i], 0x01000193);
    }
    const mask = this.#strings.length - 1;
    for (let at = placeOf(hash) & mask; ; at = (at + 1) & mask) {
      const known = this.#strings[at];
      if (known === undefined) return this.#keep(at, hash, asciiString(bytes, start, end));
      if (this.#hashes[at] === hash && isAscii(known, bytes, start, end)) return known;
    }
  }

  /** Keeps nothing any more; what was read stays with those who have it. */
  clear(): void {
    if (this.#count > 0) this.#empty();
  }

  #empty(): void {
    this.#strings = new Array(SMALLEST);
    this.#hashes = new Int32Array(SMALLEST);
    this.#count = 0;
  }

  #keep(at: number, hash: number, text: string): string {
    if (this.#count === MOST) {
      this.#empty();
      return this.#keep(placeOf(hash) & (SMALLEST - 1), hash, text);
    }
    this.#strings[at] = text;
    this.#hashes[at] = hash;
    if (++this.#count * 2 > this.#strings.length) this.#grow();
    return text;
  }

  #grow(): void {
    const [strings, hashes] = [this.#strings, this.#hashes];
    this.#strings = new Array(strings.length * 2);
    this.#hashes = new Int32Array(strings.length * 2);
    const mask = this.#strings.length - 1;
    for (let from = 0; from < strings.length; from++) {
      const text = strings[from];
      if (text === undefined) continue;
      let at = placeOf(hashes[from]) & mask;
      while (this.#strings[at] !== undefined) at = (at + 1) & mask;
      this.#strings[at] = text;
      this.#hashes[at] = hashes[from];
    }
  }
}

function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

function isAscii(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

function asciiString(bytes: Uint8Array, start: number, end: number): string {
  return Reflect.apply(String.fromCharCode, null, bytes.subarray(start, end));
}

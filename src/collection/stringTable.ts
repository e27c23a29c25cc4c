/** Longer strings are not kept. */
const LONGEST = 64;
const SMALLEST = 1 << 12;

/** Strings that were read from bytes, each once: what many documents have in common is neither decoded nor kept again. */
export class StringTable {
  #strings: (string | undefined)[] = new Array(SMALLEST);
  #count = 0;

  /**
   * The string of some bytes.
   * @returns null where they are not plain ASCII, or too many.
   */
  read(bytes: Uint8Array, start: number, end: number): string | null {
    if (end - start > LONGEST) return null;
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) {
      if (bytes[i] >= 0x80) return null;
      hash = Math.imul(hash ^ bytes[i], 0x01000193);
    }
    const mask = this.#strings.length - 1;
    for (let at = (hash ^ (hash >>> 15)) & mask; ; at = (at + 1) & mask) {
      const known = this.#strings[at];
      if (known === undefined) return this.#keep(at, asciiString(bytes, start, end));
      if (isAscii(known, bytes, start, end)) return known;
    }
  }

  /** Keeps nothing any more; what was read stays with those who have it. */
  clear(): void {
    if (this.#count === 0) return;
    this.#strings = new Array(SMALLEST);
    this.#count = 0;
  }

  #keep(at: number, text: string): string {
    this.#strings[at] = text;
    if (++this.#count * 2 > this.#strings.length) this.#grow();
    return text;
  }

  #grow(): void {
    const old = this.#strings;
    this.#strings = new Array(old.length * 2);
    const mask = this.#strings.length - 1;
    for (const text of old) {
      if (text === undefined) continue;
      let hash = 0x811c9dc5;
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      let at = (hash ^ (hash >>> 15)) & mask;
      while (this.#strings[at] !== undefined) at = (at + 1) & mask;
      this.#strings[at] = text;
    }
  }
}

function isAscii(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

function asciiString(bytes: Uint8Array, start: number, end: number): string {
  return Reflect.apply(String.fromCharCode, null, bytes.subarray(start, end));
}

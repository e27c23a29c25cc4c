import { type SavedParts, type SavedReader, savedNumbers, withRoom } from "./savedParts.js";

/** Texts stand at multiples of so many bytes. */
const UNIT = 4;
/** Before a text stand its length, in UTF-16 units, and in the lowest bit whether a unit takes two bytes. */
const HEAD = 4;
const SMALLEST = 1 << 14;
/** So many units are put together at once. */
const PIECE = 1 << 12;

/** Many short texts in one array of bytes, each by the number of its place: a string by itself takes more room than most names. */
export class TextPool {
  #bytes = new Uint8Array(SMALLEST);
  #end = 0;
  /** The places that are free, by how many units they take. */
  readonly #free = new Map<number, number[]>();

  /** @returns the text's place. */
  add(text: string): number {
    const isWide = hasWide(text);
    const size = sizeOf(text.length, isWide);
    const place = this.#free.get(size)?.pop() ?? this.#appended(size);
    const bytes = this.#bytes;
    let at = place * UNIT;
    const head = text.length * 2 + (isWide ? 1 : 0);
    for (let shift = 0; shift < 32; shift += 8) bytes[at++] = head >>> shift;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      bytes[at++] = unit;
      if (isWide) bytes[at++] = unit >>> 8;
    }
    return place;
  }

  /** Takes out the text of a place. */
  remove(place: number): void {
    const head = this.#headAt(place);
    const size = sizeOf(head >>> 1, (head & 1) === 1);
    const free = this.#free.get(size);
    if (free === undefined) this.#free.set(size, [place]);
    else free.push(place);
  }

  read(place: number): string {
    const head = this.#headAt(place);
    const length = head >>> 1;
    const start = place * UNIT + HEAD;
    if ((head & 1) === 0 && length <= PIECE) return fromUnits(this.#bytes.subarray(start, start + length));
    let text = "";
    for (let from = 0; from < length; from += PIECE) {
      const piece = new Uint16Array(Math.min(PIECE, length - from));
      for (let i = 0; i < piece.length; i++) piece[i] = this.#unitAt(start, head, from + i);
      text += fromUnits(piece);
    }
    return text;
  }

  /** Whether the text of a place is one. */
  isAt(place: number, text: string): boolean {
    return this.#headAt(place) >>> 1 === text.length && this.beginsWith(place, text);
  }

  /** Whether the text of a place begins with another. */
  beginsWith(place: number, text: string): boolean {
    const head = this.#headAt(place);
    if (head >>> 1 < text.length) return false;
    const start = place * UNIT + HEAD;
    for (let i = 0; i < text.length; i++) if (this.#unitAt(start, head, i) !== text.charCodeAt(i)) return false;
    return true;
  }

  /** The first UTF-16 unit of a text that is not empty. */
  firstUnit(place: number): number {
    return this.#unitAt(place * UNIT + HEAD, this.#headAt(place), 0);
  }

  *saved(): SavedParts {
    yield this.#bytes.subarray(0, this.#end * UNIT);
    yield savedNumbers(Int32Array.from([...this.#free].flatMap(([size, places]) => places.flatMap((place) => [size, place]))));
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    const bytes = from.bytes();
    this.#end = bytes.length / UNIT;
    this.#bytes = withRoom(bytes, SMALLEST, (length) => new Uint8Array(length));
    this.#free.clear();
    const free = from.ints();
    for (let i = 0; i < free.length; i += 2) {
      const known = this.#free.get(free[i]);
      if (known === undefined) this.#free.set(free[i], [free[i + 1]]);
      else known.push(free[i + 1]);
    }
  }

  #headAt(place: number): number {
    const at = place * UNIT;
    const bytes = this.#bytes;
    return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
  }

  /** @param start where the text stands, behind its head. */
  #unitAt(start: number, head: number, index: number): number {
    if ((head & 1) === 0) return this.#bytes[start + index];
    return this.#bytes[start + 2 * index] | (this.#bytes[start + 2 * index + 1] << 8);
  }

  /** Room behind everything. @param size in units. */
  #appended(size: number): number {
    const place = this.#end;
    this.#end += size;
    if (this.#end * UNIT > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#end * UNIT));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    return place;
  }
}

/** A hash of a text: FNV-1a over its UTF-16 units. @param end behind the last of them that counts. */
export function textHash(text: string, end = text.length): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function hasWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return true;
  return false;
}

/** How many units a text takes with its head. */
function sizeOf(length: number, isWide: boolean): number {
  return Math.ceil((HEAD + (isWide ? 2 * length : length)) / UNIT);
}

function fromUnits(units: Uint8Array | Uint16Array): string {
  return Reflect.apply(String.fromCharCode, null, units);
}

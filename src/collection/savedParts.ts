/** What a collection holds, as arrays of bytes in a fixed order, to be stored and taken up again. What stores them sees whether they are damaged. */
export type SavedParts = Iterable<Uint8Array>;

type Numbers = Int32Array | Uint32Array | Float64Array | Uint16Array | Uint8Array;

/** So many strings are decoded at once: one that is not Latin makes those beside it take more room. */
const CHUNK = 1024;

/** The bytes of an array of numbers, which are not copied. */
export function savedNumbers(values: Numbers): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** A text as a part by itself. */
export function savedText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function* savedStrings(strings: readonly string[]): SavedParts {
  const encoder = new TextEncoder();
  yield savedNumbers(Int32Array.from(strings, ({ length }) => length));
  for (let i = 0; i < strings.length; i += CHUNK) yield encoder.encode(strings.slice(i, i + CHUNK).join(""));
}

/** Lists of numbers, one behind the other. */
export function* savedLists(lists: readonly (readonly number[])[]): SavedParts {
  yield savedNumbers(Int32Array.from(lists, ({ length }) => length));
  yield savedNumbers(Float64Array.from(lists.flat()));
}

/** Reads what was saved, in the order in which it was written. */
export class SavedReader {
  readonly #next: () => Uint8Array<ArrayBuffer>;
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  /** @param next gives the next part, in an array and a buffer of its own, and throws where there is none. */
  constructor(next: () => Uint8Array<ArrayBuffer>) {
    this.#next = next;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#next();
  }

  halves(): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.#next().buffer);
  }

  ints(): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#next().buffer);
  }

  words(): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#next().buffer);
  }

  doubles(): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#next().buffer);
  }

  /** A text that is a part by itself. */
  text(): string {
    return this.#decoder.decode(this.#next());
  }

  strings(): readonly string[] {
    const lengths = this.ints();
    const strings = new Array<string>(lengths.length);
    for (let i = 0; i < lengths.length; ) {
      const text = this.text();
      const end = Math.min(i + CHUNK, lengths.length);
      for (let at = 0; i < end; at += lengths[i++]) strings[i] = text.slice(at, at + lengths[i]);
    }
    return strings;
  }

  lists(): readonly number[][] {
    const lengths = this.ints();
    const values = this.doubles();
    const lists = new Array<number[]>(lengths.length);
    for (let i = 0, at = 0; i < lists.length; i++) {
      const list = new Array<number>(lengths[i]);
      for (let j = 0; j < list.length; j++) list[j] = values[at++];
      lists[i] = list;
    }
    return lists;
  }
}

/** An array that holds another's numbers at its beginning, of at least some length: arrays of no length cannot grow. */
export function withRoom<T extends Numbers>(values: T, least: number, create: (length: number) => T): T {
  if (values.length >= least) return values;
  const larger = create(least);
  larger.set(values);
  return larger;
}

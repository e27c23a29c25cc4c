import type { SpeakerKind } from "./answers.js";
import { Postings } from "./postings.js";
import { type SavedParts, type SavedReader, savedLists, savedNumbers, withRoom } from "./savedParts.js";

/** A quotation of a document, by numbers. */
export interface QuoteRef {
  readonly slot: number;
  /** The quotation's number in the record. */
  readonly quote: number;
  readonly speaker: SpeakerKind;
  /** Whether words stand between marks. */
  readonly marked: boolean;
}

/** What is known of a wording when it first comes. */
export interface NewWording {
  /** 53 bits. */
  readonly key: number;
  readonly shingles: number;
  readonly speakerWords: number;
}

const NONE: readonly number[] = [];
/** The least length of an array. */
const SMALLEST = 1 << 10;
const SPEAKERS = ["nobody", "named", "unnamed"] as const satisfies readonly SpeakerKind[];
/** A quotation in one number: from below whether it is marked (1 bit), who speaks (2), its number in the record (23) and the document's (27). */
const [SPEAKER, QUOTE, SLOT] = [2, 8, 2 ** 26];

/** A quotation in one number. */
export function packedRef({ slot, quote, speaker, marked }: QuoteRef): number {
  return slot * SLOT + quote * QUOTE + SPEAKERS.indexOf(speaker) * SPEAKER + (marked ? 1 : 0);
}

/** The number of the document of a packed quotation. */
export function slotOfRef(ref: number): number {
  return Math.floor(ref / SLOT);
}

/** What is said of a packed quotation beside its place. */
export function kindOfRef(ref: number): Pick<QuoteRef, "speaker" | "marked"> {
  const low = ref % QUOTE;
  return { speaker: SPEAKERS[low >> 1], marked: (low & 1) === 1 };
}

/** The quotation of a number that {@link packedRef} gave. */
export function unpackedRef(ref: number): QuoteRef {
  const low = ref % SLOT;
  return {
    slot: Math.floor(ref / SLOT),
    quote: Math.floor(low / QUOTE),
    ...kindOfRef(low),
  };
}

/**
 * Wordings by number: the quotations of each, and which of them are versions of one utterance. There are some twenty in a document, so
 * they are kept in typed arrays; a wording of one quotation without versions, as most are, costs some forty bytes.
 */
export class WordingTable {
  #keys = new Float64Array(SMALLEST);
  #first = new Float64Array(SMALLEST);
  #shingles = new Uint16Array(SMALLEST);
  #speakerWords = new Uint8Array(SMALLEST);
  /** How many versions each has. */
  #degrees = new Int32Array(SMALLEST);
  /** The quotations after the first, of those that have several. */
  readonly #others = new Map<number, number[]>();
  readonly #byKey = new Postings();
  /** The versions of each number. */
  readonly #versions = new Postings();
  #free: number[] = [];
  #size = 0;

  /** @returns the wording's number; undefined where there is none. */
  find(key: number): number | undefined {
    return this.#byKey.find(lowBits(key), (number) => this.#keys[number] === key);
  }

  keyOf(number: number): number {
    return this.#keys[number];
  }

  /** How many shingles the wording has, and how many words by which its speaker is found. */
  counts(number: number): Pick<NewWording, "shingles" | "speakerWords"> {
    return { shingles: this.#shingles[number], speakerWords: this.#speakerWords[number] };
  }

  /** Whether there is a wording with a number. */
  has(number: number): boolean {
    return this.#keys[number] !== 0;
  }

  /**
   * Gives the quotations of a wording one by one, each in one number: see {@link packedRef}.
   * @param from so many are left out, those that came first.
   */
  eachRef(number: number, take: (ref: number) => void, from = 0): void {
    if (from === 0) take(this.#first[number]);
    const others = this.#others.get(number) ?? NONE;
    for (let i = Math.max(0, from - 1); i < others.length; i++) take(others[i]);
  }

  /** Whether one of the first so many quotations of a wording is in a document. */
  isIn(number: number, slot: number, first: number): boolean {
    if (first > 0 && slotOfRef(this.#first[number]) === slot) return true;
    const others = this.#others.get(number) ?? NONE;
    for (let i = 0; i < first - 1; i++) if (slotOfRef(others[i]) === slot) return true;
    return false;
  }

  firstRef(number: number): QuoteRef {
    return unpackedRef(this.#first[number]);
  }

  refs(number: number): readonly QuoteRef[] {
    return [this.firstRef(number), ...(this.#others.get(number) ?? []).map(unpackedRef)];
  }

  countRefs(number: number): number {
    return 1 + (this.#others.get(number)?.length ?? 0);
  }

  /** Adds a wording with its first quotation. @returns its number. */
  add({ key, shingles, speakerWords }: NewWording, ref: QuoteRef): number {
    const number = this.#free.pop() ?? this.#size++;
    if (number >= this.#keys.length) this.#grow();
    this.#keys[number] = key;
    this.#first[number] = packedRef(ref);
    this.#shingles[number] = shingles;
    this.#speakerWords[number] = speakerWords;
    this.#byKey.add(lowBits(key), number);
    return number;
  }

  addRef(number: number, ref: QuoteRef): void {
    const others = this.#others.get(number);
    if (others === undefined) this.#others.set(number, [packedRef(ref)]);
    else others.push(packedRef(ref));
  }

  /** Takes out a quotation. @returns whether the wording has others. */
  removeRef(number: number, slot: number, quote: number): boolean {
    const others = this.#others.get(number);
    if (others === undefined) return false;
    const isIt = (ref: number): boolean => Math.floor(ref / QUOTE) === slot * (SLOT / QUOTE) + quote;
    const last = others.pop();
    if (last !== undefined && !isIt(last)) {
      if (isIt(this.#first[number])) this.#first[number] = last;
      else others[others.findIndex(isIt)] = last;
    }
    if (others.length === 0) this.#others.delete(number);
    return true;
  }

  /** Takes out a wording without versions. */
  remove(number: number): void {
    this.#byKey.remove(lowBits(this.#keys[number]), number);
    this.#keys[number] = 0;
    this.#free.push(number);
  }

  versions(number: number): readonly number[] {
    return this.#degrees[number] === 0 ? NONE : this.#versions.valuesOf(number, Number.POSITIVE_INFINITY);
  }

  areVersions(one: number, other: number): boolean {
    const [few, many] = this.#degrees[one] <= this.#degrees[other] ? [one, other] : [other, one];
    return this.#degrees[few] > 0 && this.#versions.find(few, (each) => each === many) !== undefined;
  }

  /** @param one, other that are no versions of each other yet. */
  join(one: number, other: number): void {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ]) {
      this.#versions.add(a, b);
      this.#degrees[a]++;
    }
  }

  /** @param one, other that are versions of each other. */
  part(one: number, other: number): void {
    for (const [a, b] of [
      [one, other],
      [other, one],
    ]) {
      this.#versions.remove(a, b);
      this.#degrees[a]--;
    }
  }

  *saved(): SavedParts {
    for (const array of [this.#keys, this.#first, this.#shingles, this.#speakerWords, this.#degrees]) {
      yield savedNumbers(array.subarray(0, this.#size));
    }
    yield savedNumbers(Int32Array.from(this.#free));
    yield savedNumbers(Int32Array.from(this.#others.keys()));
    yield* savedLists([...this.#others.values()]);
    yield* this.#byKey.saved();
    yield* this.#versions.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    const keys = from.doubles();
    this.#size = keys.length;
    this.#keys = withRoom(keys, SMALLEST, (length) => new Float64Array(length));
    this.#first = withRoom(from.doubles(), SMALLEST, (length) => new Float64Array(length));
    this.#shingles = withRoom(from.halves(), SMALLEST, (length) => new Uint16Array(length));
    this.#speakerWords = withRoom(from.bytes(), SMALLEST, (length) => new Uint8Array(length));
    this.#degrees = withRoom(from.ints(), SMALLEST, (length) => new Int32Array(length));
    this.#free = [...from.ints()];
    const numbers = from.ints();
    for (const [i, others] of from.lists().entries()) this.#others.set(numbers[i], others);
    this.#byKey.restore(from);
    this.#versions.restore(from);
  }

  #grow(): void {
    const length = this.#keys.length * 2;
    this.#keys = copied(new Float64Array(length), this.#keys);
    this.#first = copied(new Float64Array(length), this.#first);
    this.#shingles = copied(new Uint16Array(length), this.#shingles);
    this.#speakerWords = copied(new Uint8Array(length), this.#speakerWords);
    this.#degrees = copied(new Int32Array(length), this.#degrees);
  }
}

function lowBits(key: number): number {
  return key % 0x100000000;
}

function copied<T extends Float64Array | Uint16Array | Uint8Array | Int32Array>(target: T, source: ArrayLike<number>): T {
  target.set(source);
  return target;
}

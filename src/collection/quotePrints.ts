import type { SpeakerKind } from "./answers.js";
import type { Fingerprints } from "./fingerprints.js";
import { RecordReader, type RecordWriter } from "./recordBytes.js";
import { SPEAKER_KINDS } from "./recordLayout.js";

export interface QuotePrint extends Fingerprints {
  /** Whether words stand between marks. */
  readonly marked: boolean;
  readonly speaker: SpeakerKind;
}

/** Writes what the quotations of a document are found by. */
export function writePrints(out: RecordWriter, prints: readonly QuotePrint[]): void {
  out.placed(prints, ({ wording, shingles, speakerWords, words, marked, speaker }) => {
    out.number(wording);
    out.words(shingles);
    out.words(speakerWords);
    out.halves(words);
    out.number(2 * SPEAKER_KINDS.indexOf(speaker) + (marked ? 1 : 0));
  });
}

/** What the quotations of a document are found by, in the order of its quotations; packed, a part of its record. */
export class QuotePrints {
  readonly #bytes: Uint8Array;

  /** @param bytes the section of a record. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  all(): readonly QuotePrint[] {
    const count = new RecordReader(this.#bytes, 0).word();
    return Array.from({ length: count }, (_, number) => this.at(number));
  }

  /** @param number a quotation's. */
  at(number: number): QuotePrint {
    const from = new RecordReader(this.#bytes, 0).place(number);
    const found = { wording: from.number(), shingles: from.words(), speakerWords: from.words(), words: from.halves() };
    const kind = from.number();
    return { ...found, marked: kind % 2 === 1, speaker: SPEAKER_KINDS[kind >>> 1] };
  }

  /** The number of a quotation's wording. @param number the quotation's. */
  wordingAt(number: number): number {
    return new RecordReader(this.#bytes, 0).place(number).number();
  }

  /** The numbers of all quotations' wordings. */
  wordings(): readonly number[] {
    const reader = new RecordReader(this.#bytes, 0);
    const count = reader.word();
    return Array.from({ length: count }, (_, number) => this.wordingAt(number));
  }

  /** Those that a quotation's words are compared by. @param number the quotation's. */
  wordsAt(number: number): Pick<Fingerprints, "speakerWords" | "words"> {
    const from = new RecordReader(this.#bytes, 0).place(number);
    from.number();
    from.skipWords();
    return { speakerWords: from.words(), words: from.halves() };
  }

  /** How many bytes they are. */
  get length(): number {
    return this.#bytes.length;
  }

  /** The same in another array, which holds no record. @param into of their length. */
  copy(into: Uint8Array): QuotePrints {
    into.set(this.#bytes);
    return new QuotePrints(into);
  }
}

import type { SpeakerKind } from "./answers.js";
import type { Fingerprints } from "./fingerprints.js";
import { NumberRoom } from "./numberRows.js";
import { RecordReader, type RecordWriter } from "./recordBytes.js";
import { SPEAKER_KINDS } from "./recordLayout.js";

export interface QuotePrint extends Fingerprints {
  /** Whether words stand between marks. */
  readonly marked: boolean;
  /** Whether somebody is named who says them. */
  readonly said: SpeakerKind;
}

/** Writes what the quotations of a document are found by. */
export function writePrints(out: RecordWriter, prints: readonly QuotePrint[]): void {
  out.placed(prints, ({ wording, shingles, speakerWords, words, marked, speaker, said }) => {
    out.number(wording);
    out.number(speaker);
    out.words(shingles);
    out.words(speakerWords);
    out.halves(words);
    out.number(2 * SPEAKER_KINDS.indexOf(said) + (marked ? 1 : 0));
  });
}

/**
 * Where a quotation's print is read to, in the place of the one before. Hundreds of thousands are read one after the other: with arrays of their
 * own they would lie about for long.
 */
export class PrintRoom {
  readonly shingles = new NumberRoom();
  readonly speakerWords = new NumberRoom();
  readonly words = new NumberRoom();
}

/** What the quotations of a document are found by, in the order of its quotations; packed, a part of its record. */
export class QuotePrints {
  readonly #bytes: Uint8Array;

  /** @param bytes the section of a record. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many quotations there are. */
  get count(): number {
    return new RecordReader(this.#bytes, 0).word();
  }

  /**
   * @param number a quotation's.
   * @param room where it is read to; it holds until another is read there.
   */
  at(number: number, room: PrintRoom): QuotePrint {
    const from = new RecordReader(this.#bytes, 0).place(number);
    const wording = from.number();
    const speaker = from.number();
    const shingles = from.words(room.shingles);
    const speakerWords = from.words(room.speakerWords);
    const words = from.halves(room.words);
    const kind = from.number();
    return { wording, shingles, speakerWords, speaker, words, marked: kind % 2 === 1, said: SPEAKER_KINDS[kind >>> 1] };
  }

  /** The number of a quotation's wording. @param number the quotation's. */
  wordingAt(number: number): number {
    return new RecordReader(this.#bytes, 0).place(number).number();
  }

  /** The numbers of all quotations' wordings. */
  wordings(): readonly number[] {
    return Array.from({ length: this.count }, (_, number) => this.wordingAt(number));
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

import {
  type Analysis,
  ENTITY_TYPES,
  type Entity,
  type EntityType,
  type MentionKind,
  type Quote,
  type QuoteKind,
  type Span,
} from "../analysis/analysis.js";
import { topicKey } from "../analysis/topics/topicKey.js";
import { LONGEST_QUOTATION, type SpeakerKind } from "./answers.js";
import { type Fingerprints, fingerprintsOf } from "./fingerprints.js";
import { type IdentityFacts, identityFacts } from "./identityFacts.js";
import { type IdentityKeys, identityKeys } from "./identityKeys.js";
import { linesOf } from "./lines.js";
import { isNamed } from "./nameRegister.js";
import { RecordReader, RecordWriter } from "./recordBytes.js";
import { sentenceAround } from "./sentence.js";
import type { StringTable } from "./stringTable.js";

/**
 * What a collection keeps of one analysed document, packed into bytes: made where the document was analysed, sent between threads,
 * written to disk and read back as they are.
 */

/** Rises with every change of what the bytes mean: a record of another format is made anew. */
export const RECORD_FORMAT = 8;

const MAGIC = 0x52435253;
/** Magic, format, length in bytes, checksum, and where each section begins: four bytes each. */
const HEADER = 36;
const CHECKSUM = 12;
/** Where the header says that a section begins. */
/** The section of quotations begins with their count and, of each, where it stands and where its fingerprints do: four bytes each. */
const QUOTE_PLACES = 8;
const SECTIONS = { details: 16, quotes: 20, dates: 24, topics: 28, fingerprints: 32 } as const;

const MENTION_KINDS = ["name", "nominal", "pronoun"] as const satisfies readonly MentionKind[];
const QUOTE_KINDS = ["direct", "mixed", "indirect"] as const satisfies readonly QuoteKind[];
const SPEAKER_KINDS = ["nobody", "named", "unnamed"] as const satisfies readonly SpeakerKind[];
const [UNSAID, NAMED, UNNAMED] = [0, 1, 2];

export interface RecordedEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly keys: IdentityKeys;
  readonly facts: IdentityFacts;
  readonly mentions: number;
  /** How many quotations it speaks. */
  readonly quotes: number;
}

export interface RecordedMention extends Span {
  readonly kind: MentionKind;
  readonly line: number;
}

export interface EntityDetails {
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly mentions: readonly RecordedMention[];
}

export interface RecordedSpeaker {
  /** The number of the entity in the record; null where no entity speaks. */
  readonly entity: number | null;
  readonly anonymous: boolean;
  readonly confidence: number;
  /** The text's words for the speaker; for an unnamed source, those that its document's entity is called by. */
  readonly words: string;
}

export interface RecordedQuote extends Span {
  readonly id: string;
  readonly kind: QuoteKind;
  readonly line: number;
  readonly text: string;
  readonly speaker: RecordedSpeaker | null;
}

export interface QuoteFingerprints extends Fingerprints {
  /** Whether words stand between marks. */
  readonly marked: boolean;
  readonly speaker: SpeakerKind;
}

export interface RecordedDate extends Span {
  readonly value: string;
  readonly line: number;
  readonly words: string;
  readonly sentence: string;
}

export interface RecordedTopic {
  /** What topics are compared by. */
  readonly key: string;
  readonly label: string;
  readonly declared: boolean;
  readonly mentions: readonly (Span & { readonly line: number })[];
}

/**
 * Packs what a collection keeps of a document.
 * @param text the text that was analysed.
 */
export function recordOf(text: string, analysis: Analysis): Uint8Array<ArrayBuffer> {
  const out = new RecordWriter();
  for (const word of [MAGIC, RECORD_FORMAT, 0, 0, 0, 0, 0, 0, 0]) out.word(word);
  const { document, quotes } = analysis;
  const entities = analysis.entities.filter(isNamed);
  out.string(document.sha256);
  out.number(document.length);
  out.string(document.title ?? "");
  out.string(document.date ?? "");
  const spoken = new Map<string, number>();
  for (const { speaker } of quotes) if (speaker?.entity) spoken.set(speaker.entity, (spoken.get(speaker.entity) ?? 0) + 1);
  const known = new Set(entities.map(({ id }) => id));
  const speakerless = quotes.filter(({ speaker }) => speaker?.entity == null || !known.has(speaker.entity));
  const unnamed = speakerless.filter(({ speaker }) => speaker?.anonymous).length;
  out.number(unnamed);
  out.number(speakerless.length - unnamed);
  out.number(entities.length);
  for (const entity of entities) {
    writeEntity(out, text, entity, document.date);
    out.number(spoken.get(entity.id) ?? 0);
  }
  const sources = new Map(analysis.entities.filter(({ anonymous }) => anonymous).map(({ id, name }) => [id, name]));
  writeDetails(out, text, { ...analysis, entities }, sources);
  out.patchWord(8, out.size);
  const bytes = out.bytes();
  const sum = checksum(bytes);
  for (let i = 0; i < 4; i++) bytes[CHECKSUM + i] = (sum >>> (8 * i)) & 0xff;
  return bytes;
}

function writeEntity(out: RecordWriter, text: string, entity: Entity, date: string | undefined): void {
  out.string(entity.id);
  out.number(ENTITY_TYPES.indexOf(entity.type));
  out.string(entity.name);
  const { main, others } = identityKeys(entity);
  out.string(main);
  out.number(others.length);
  for (const { key, form } of others) {
    out.string(key);
    out.string(form);
  }
  out.string(identityFacts(text, entity, date));
  out.number(entity.mentions.length);
}

/** @param sources what unnamed sources are called, by their ids. */
function writeDetails(
  out: RecordWriter,
  text: string,
  { entities, quotes, dates, topics }: Analysis,
  sources: ReadonlyMap<string, string>,
): void {
  const lineOf = linesOf(text);
  out.patchWord(SECTIONS.details, out.size);
  for (const { aliases, roles, mentions } of entities) {
    out.strings(aliases);
    out.strings(roles);
    let last = 0;
    for (const { start, end, kind } of [...mentions].sort((a, b) => a.start - b.start || a.end - b.end)) {
      out.number((start - last) * MENTION_KINDS.length + MENTION_KINDS.indexOf(kind));
      out.number(end - start);
      out.number(lineOf(start));
      last = start;
    }
  }
  const numbers = new Map(entities.map(({ id }, i) => [id, i]));
  out.patchWord(SECTIONS.quotes, out.size);
  out.word(quotes.length);
  const table = out.size;
  for (const _ of quotes) for (let i = 0; i < QUOTE_PLACES; i += 4) out.word(0);
  for (const [i, quote] of quotes.entries()) {
    out.patchWord(table + QUOTE_PLACES * i, out.size);
    writeQuote(out, text, quote, lineOf, numbers, sources);
  }
  out.patchWord(SECTIONS.fingerprints, out.size);
  for (const [i, { kind, start, end, speaker }] of quotes.entries()) {
    out.patchWord(table + QUOTE_PLACES * i + 4, out.size);
    const named = speaker?.entity == null ? undefined : entities[numbers.get(speaker.entity) ?? -1];
    const { wording, shingles, speakerWords, words } = fingerprintsOf(
      text.slice(start, Math.min(end, start + LONGEST_QUOTATION)),
      named?.name ?? "",
    );
    out.number(wording);
    out.words(shingles);
    out.words(speakerWords);
    out.halves(words);
    const said = speaker === null ? UNSAID : named !== undefined ? NAMED : speaker.anonymous ? UNNAMED : UNSAID;
    out.number(2 * said + (kind === "indirect" ? 0 : 1));
  }
  out.patchWord(SECTIONS.dates, out.size);
  out.number(dates.length);
  for (const { start, end, value } of dates) {
    out.number(start);
    out.number(end - start);
    out.number(lineOf(start));
    out.string(value);
    out.string(text.slice(start, end));
    out.string(sentenceAround(text, start, end));
  }
  out.patchWord(SECTIONS.topics, out.size);
  out.number(topics.length);
  for (const { label, declared, mentions } of topics) {
    out.string(topicKey(label));
    out.string(label);
    out.number(declared ? 1 : 0);
    out.number(mentions.length);
    for (const { start, end } of mentions) {
      out.number(start);
      out.number(end - start);
      out.number(lineOf(start));
    }
  }
}

function writeQuote(
  out: RecordWriter,
  text: string,
  { id, kind, start, end, speaker }: Quote,
  lineOf: (offset: number) => number,
  numbers: ReadonlyMap<string, number>,
  sources: ReadonlyMap<string, string>,
): void {
  out.string(id);
  out.number(QUOTE_KINDS.indexOf(kind));
  out.number(start);
  out.number(end - start);
  out.number(lineOf(start));
  out.string(text.slice(start, Math.min(end, start + LONGEST_QUOTATION)));
  out.number(speaker === null ? 0 : speaker.anonymous ? 2 : 1);
  if (speaker === null) return;
  out.number(speaker.entity === null ? 0 : 1 + (numbers.get(speaker.entity) ?? -1));
  out.number(Math.round(speaker.confidence * 100));
  out.string(sources.get(speaker.entity ?? "") ?? text.slice(speaker.start, speaker.end));
}

/** FNV-1a (Fowler, Noll, Vo 1991) over all bytes but the checksum's own, four at a time. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  let i = 0;
  for (; i + 4 <= bytes.length; i += 4) {
    if (i === CHECKSUM) continue;
    sum = Math.imul(sum ^ (bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24)), 0x01000193);
    sum ^= sum >>> 15;
  }
  for (; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 0x01000193);
  return sum >>> 0;
}

/**
 * Opens a record's bytes.
 * @returns null where the bytes are no record, are cut off or damaged, or of another format: the document is to be analysed again.
 */
export function openRecord(bytes: Uint8Array): DocumentRecord | null {
  if (bytes.length < HEADER) return null;
  const header = new RecordReader(bytes, 0);
  if (header.word() !== MAGIC || header.word() !== RECORD_FORMAT || header.word() !== bytes.length) return null;
  return header.word() === checksum(bytes) ? new DocumentRecord(bytes) : null;
}

/** One document's record, opened. Only the packed bytes stay in memory; what is asked for is read when it is asked for. */
export class DocumentRecord {
  readonly #bytes: Uint8Array;

  /** @param bytes whole and of this format: see {@link openRecord}. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** What {@link recordOf} gave. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  head(): { readonly sha256: string; readonly length: number; readonly title: string; readonly date: string } {
    const from = new RecordReader(this.#bytes, HEADER);
    return { sha256: from.string(), length: from.number(), title: from.string(), date: from.string() };
  }

  /** @param table where the strings of other records are kept. */
  entities(table: StringTable | null = null): readonly RecordedEntity[] {
    const from = this.#entitySection(table);
    return Array.from({ length: from.number() }, () => readEntity(from));
  }

  /** One of {@link entities}. */
  entityAt(number: number): RecordedEntity {
    const from = this.#entitySection(null);
    from.number();
    for (let i = 0; i < number; i++) skipEntity(from);
    return readEntity(from);
  }

  /** How many quotations have an unnamed speaker, and how many none. */
  speakerless(): { readonly unnamed: number; readonly nobody: number } {
    const from = new RecordReader(this.#bytes, HEADER);
    from.skipString();
    from.number();
    from.skipString();
    from.skipString();
    return { unnamed: from.number(), nobody: from.number() };
  }

  /** Of each quotation, in the order of {@link quotes}, what it is found by and the kind of its speaker. */
  fingerprints(): readonly QuoteFingerprints[] {
    const count = this.#section("quotes").word();
    const from = this.#section("fingerprints");
    return Array.from({ length: count }, () => readFingerprints(from));
  }

  /** @param number a quotation's. */
  fingerprintsAt(number: number): QuoteFingerprints {
    return readFingerprints(this.#quotePlace(number, 4));
  }

  /** Of the fingerprints at a quotation, those that its words are compared by. @param number the quotation's. */
  wordsAt(number: number): Pick<QuoteFingerprints, "speakerWords" | "words"> {
    const from = this.#quotePlace(number, 4);
    from.number();
    from.skipWords();
    return { speakerWords: from.words(), words: from.halves() };
  }

  /** @param number a quotation's. */
  quoteAt(number: number): RecordedQuote {
    return readQuote(this.#quotePlace(number, 0));
  }

  /** In the order of {@link entities}. */
  entityDetails(): readonly EntityDetails[] {
    const counts = this.entities().map(({ mentions }) => mentions);
    const from = this.#section("details");
    return counts.map((count) => ({ aliases: from.strings(), roles: from.strings(), mentions: readMentions(from, count) }));
  }

  quotes(): readonly RecordedQuote[] {
    const from = this.#section("quotes");
    const count = from.word();
    from.at += QUOTE_PLACES * count;
    return Array.from({ length: count }, () => readQuote(from));
  }

  dates(): readonly RecordedDate[] {
    const from = this.#section("dates");
    return Array.from({ length: from.number() }, () => {
      const start = from.number();
      return {
        start,
        end: start + from.number(),
        line: from.number(),
        value: from.string(),
        words: from.string(),
        sentence: from.string(),
      };
    });
  }

  /** The values of {@link dates}. */
  dateValues(table: StringTable | null = null): readonly string[] {
    const from = this.#section("dates", table);
    return Array.from({ length: from.number() }, () => {
      for (let i = 0; i < 3; i++) from.number();
      const value = from.string();
      from.skipString();
      from.skipString();
      return value;
    });
  }

  topics(table: StringTable | null = null): readonly RecordedTopic[] {
    const from = this.#section("topics", table);
    return Array.from({ length: from.number() }, () => ({
      key: from.string(),
      label: from.string(),
      declared: from.number() === 1,
      mentions: Array.from({ length: from.number() }, () => {
        const start = from.number();
        return { start, end: start + from.number(), line: from.number() };
      }),
    }));
  }

  /** At the number of entities. */
  #entitySection(table: StringTable | null): RecordReader {
    const from = new RecordReader(this.#bytes, HEADER, table);
    from.skipString();
    from.number();
    from.skipString();
    from.skipString();
    from.number();
    from.number();
    return from;
  }

  #quotePlace(number: number, column: 0 | 4): RecordReader {
    const from = this.#section("quotes");
    from.at += 4 + QUOTE_PLACES * number + column;
    from.at = from.word();
    return from;
  }

  #section(name: keyof typeof SECTIONS, table: StringTable | null = null): RecordReader {
    return new RecordReader(this.#bytes, new RecordReader(this.#bytes, SECTIONS[name]).word(), table);
  }
}

function readEntity(from: RecordReader): RecordedEntity {
  return {
    id: from.string(),
    type: ENTITY_TYPES[from.number()],
    name: from.string(),
    keys: { main: from.string(), others: Array.from({ length: from.number() }, () => ({ key: from.string(), form: from.string() })) },
    facts: from.string(),
    mentions: from.number(),
    quotes: from.number(),
  };
}

/** As {@link readEntity} reads. */
function skipEntity(from: RecordReader): void {
  from.skipString();
  from.number();
  from.skipString();
  from.skipString();
  for (let strings = 2 * from.number(); strings > 0; strings--) from.skipString();
  from.skipString();
  from.number();
  from.number();
}

function readMentions(from: RecordReader, count: number): readonly RecordedMention[] {
  let last = 0;
  return Array.from({ length: count }, () => {
    const packed = from.number();
    const start = last + Math.floor(packed / MENTION_KINDS.length);
    last = start;
    return { start, end: start + from.number(), line: from.number(), kind: MENTION_KINDS[packed % MENTION_KINDS.length] };
  });
}

function readFingerprints(from: RecordReader): QuoteFingerprints {
  const found = { wording: from.number(), shingles: from.words(), speakerWords: from.words(), words: from.halves() };
  const kind = from.number();
  return { ...found, marked: kind % 2 === 1, speaker: SPEAKER_KINDS[kind >>> 1] };
}

function readQuote(from: RecordReader): RecordedQuote {
  const id = from.string();
  const kind = QUOTE_KINDS[from.number()];
  const start = from.number();
  const end = start + from.number();
  const line = from.number();
  const text = from.string();
  const speaker = from.number();
  if (speaker === 0) return { id, kind, start, end, line, text, speaker: null };
  const entity = from.number();
  return {
    id,
    kind,
    start,
    end,
    line,
    text,
    speaker: { entity: entity === 0 ? null : entity - 1, anonymous: speaker === 2, confidence: from.number() / 100, words: from.string() },
  };
}

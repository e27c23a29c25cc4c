import { ENTITY_TYPES, type EntityType, type MentionKind, type QuoteKind, type Span } from "../analysis/analysis.js";
import type { IdentityFacts } from "./identityFacts.js";
import type { IdentityKeys } from "./identityKeys.js";
import { QuotePrints } from "./quotePrints.js";
import { RecordReader } from "./recordBytes.js";
import { HEADER, MAGIC, MENTION_KINDS, QUOTE_KINDS, RECORD_FORMAT, SECTIONS, type Section } from "./recordLayout.js";
import type { StringTable } from "./stringTable.js";

/**
 * What a collection keeps of one analysed document, packed into bytes: made where the document was analysed (`recordOf`), sent between
 * threads, written to disk and read back as they are.
 */

/** What an entity of one document is joined with those of others by, and counted. */
export interface IndexedEntity {
  readonly type: EntityType;
  readonly name: string;
  readonly keys: IdentityKeys;
  readonly facts: IdentityFacts;
  readonly mentions: number;
  /** How many quotations it speaks. */
  readonly quotes: number;
}

export interface RecordedEntity extends IndexedEntity {
  readonly id: string;
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
  /** The numbers of those who speak together with it. */
  readonly others: readonly number[];
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

/** What a topic of one document is found and counted by. */
export interface IndexedTopic extends Pick<RecordedTopic, "key" | "label" | "declared"> {
  readonly mentions: number;
}

/**
 * Opens a record's bytes.
 * @param bytes as `recordOf` gave them: what stores them sees whether they are damaged.
 * @returns null where the bytes are no record, are cut off, or of another format: the document is to be analysed again.
 */
export function openRecord(bytes: Uint8Array): DocumentRecord | null {
  if (bytes.length < HEADER) return null;
  const header = new RecordReader(bytes, 0);
  const isWhole = header.word() === MAGIC && header.word() === RECORD_FORMAT && header.word() === bytes.length;
  return isWhole ? new DocumentRecord(bytes) : null;
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

  /** The document's own date; empty where it has none. */
  ownDate(table: StringTable): string {
    const from = new RecordReader(this.#bytes, HEADER, table);
    from.skipString();
    from.number();
    from.skipString();
    return from.string();
  }

  entities(): readonly RecordedEntity[] {
    return this.#entitySection().each(readEntity);
  }

  /** What is indexed of {@link entities}. @param table where the strings of other records are kept. */
  indexedEntities(table: StringTable): readonly IndexedEntity[] {
    return this.#entitySection(table).each((from) => {
      from.skipString();
      return readIndexed(from);
    });
  }

  /** One of {@link entities}. */
  entityAt(number: number): RecordedEntity {
    const from = this.#entitySection();
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

  /** What each quotation is found by, in the order of {@link quotes}. */
  prints(): QuotePrints {
    return new QuotePrints(this.#bytes.subarray(this.#begin("fingerprints"), this.#begin("dates")));
  }

  /** @param number a quotation's. */
  quoteAt(number: number): RecordedQuote {
    const start = this.#begin("quotes");
    return readQuote(new RecordReader(this.#bytes, start).place(number));
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
    from.skipPlaces(count);
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
  dateValues(table: StringTable): readonly string[] {
    return this.#section("dates", table).each((from) => {
      for (let i = 0; i < 3; i++) from.number();
      const value = from.string();
      from.skipString();
      from.skipString();
      return value;
    });
  }

  /** What is indexed of {@link topics}. */
  indexedTopics(table: StringTable): readonly IndexedTopic[] {
    return this.#section("topics", table).each((from) => {
      const topic = { key: from.string(), label: from.string(), declared: from.number() === 1, mentions: from.number() };
      for (let numbers = 3 * topic.mentions; numbers > 0; numbers--) from.number();
      return topic;
    });
  }

  topics(): readonly RecordedTopic[] {
    const from = this.#section("topics");
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
  #entitySection(table: StringTable | null = null): RecordReader {
    const from = new RecordReader(this.#bytes, HEADER, table);
    from.skipString();
    from.number();
    from.skipString();
    from.skipString();
    from.number();
    from.number();
    return from;
  }

  #begin(name: Section): number {
    return new RecordReader(this.#bytes, SECTIONS[name]).word();
  }

  #section(name: Section, table: StringTable | null = null): RecordReader {
    return new RecordReader(this.#bytes, this.#begin(name), table);
  }
}

function readEntity(from: RecordReader): RecordedEntity {
  return { id: from.string(), ...readIndexed(from) };
}

function readIndexed(from: RecordReader): IndexedEntity {
  return {
    type: ENTITY_TYPES[from.number()],
    name: from.string(),
    keys: { main: from.string(), others: from.each(readForm) },
    facts: from.string(),
    mentions: from.number(),
    quotes: from.number(),
  };
}

function readForm(from: RecordReader): IdentityKeys["others"][number] {
  return { key: from.string(), form: from.string() };
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
  const others = Array.from({ length: from.number() }, () => from.number());
  return {
    id,
    kind,
    start,
    end,
    line,
    text,
    speaker: {
      entity: entity === 0 ? null : entity - 1,
      others,
      anonymous: speaker === 2,
      confidence: from.number() / 100,
      words: from.string(),
    },
  };
}

import { onOneLine } from "../analysis/oneLine.js";
import { onlyAsks } from "../analysis/quotes/askers.js";
import type {
  CollectionQuotation,
  CollectionSpeaker,
  Page,
  PageRequest,
  QuotationFilter,
  QuotationRequest,
  SpeakerRequest,
  UnnamedRequest,
  UnnamedSource,
  UnnamedStatement,
} from "./answers.js";
import type { DocumentRecord, RecordedQuote } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import type { EntityIndex } from "./entityIndex.js";
import { byName } from "./entityOrder.js";
import { filteredQuotations, leavesAll, type SpokenQuotations } from "./filteredQuotations.js";
import { pageOf } from "./pages.js";
import type { QuotationIndex } from "./quotationIndex.js";
import { type SavedParts, type SavedReader, savedNumbers } from "./savedParts.js";

/** A statement has as many others shown beside it. */
const MOST_NAMED = 10;

/** Where quotations are whose speaker is no entity. */
interface Speakerless {
  readonly unnamed: number;
  readonly nobody: number;
}

interface SourceRef {
  readonly slot: number;
  readonly path: string;
  readonly key: string;
  /** The number of its first quotation in the record. */
  readonly first: number;
  readonly statements: number;
  readonly alone: number;
}

/** The quotations of all documents by who speaks, and what rests on sources without a name. */
export class SpeakerIndex {
  readonly #documents: DocumentTable;
  readonly #entities: EntityIndex;
  readonly #quotations: QuotationIndex;
  readonly #speakerless = new Map<number, Speakerless>();
  /** The unnamed sources of all documents, until something changes. */
  #sources: readonly SourceRef[] | null = null;
  /** What the filter asked for last leaves, until something changes. */
  #filtered: { readonly filter: string; readonly spoken: SpokenQuotations } | null = null;

  constructor(documents: DocumentTable, entities: EntityIndex, quotations: QuotationIndex) {
    this.#documents = documents;
    this.#entities = entities;
    this.#quotations = quotations;
  }

  add(slot: number, record: DocumentRecord): void {
    this.#changed();
    const counts = record.speakerless();
    if (counts.unnamed + counts.nobody > 0) this.#speakerless.set(slot, counts);
  }

  remove(slot: number): void {
    this.#changed();
    this.#speakerless.delete(slot);
  }

  *saved(): SavedParts {
    yield savedNumbers(Int32Array.from([...this.#speakerless].flatMap(([slot, { unnamed, nobody }]) => [slot, unnamed, nobody])));
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    const counts = from.ints();
    for (let i = 0; i < counts.length; i += 3) this.#speakerless.set(counts[i], { unnamed: counts[i + 1], nobody: counts[i + 2] });
  }

  /** Says that entities are others than before. */
  decided(): void {
    this.#filtered = null;
  }

  speakers({ sort = "quotations", offset = 0, count = 200, ...filter }: SpeakerRequest): Page<CollectionSpeaker> {
    const spoken = leavesAll(filter) ? null : this.#spoken(filter);
    const entities = spoken === null ? this.#entities.speakers() : this.#entities.counted(spoken.named);
    const sorted = sort === "name" ? [...entities].sort((a, b) => byName(a.entity, b.entity)) : entities;
    const named = sorted.map(({ entity, quotations }): CollectionSpeaker => ({ kind: "named", entity, quotations }));
    const others = (["unnamed", "nobody"] as const).flatMap((kind): readonly CollectionSpeaker[] => {
      const quotations = spoken === null ? this.#speakerlessCount(kind) : spoken[kind].length;
      return quotations === 0 ? [] : [{ kind, entity: null, quotations }];
    });
    return pageOf([...named, ...others], { offset, count }, (speaker) => speaker);
  }

  quotations({ speaker, offset = 0, count = 200, ...filter }: QuotationRequest): Page<CollectionQuotation> {
    if (!leavesAll(filter)) {
      const spoken = this.#spoken(filter);
      const refs = typeof speaker === "string" ? (spoken.named.get(speaker) ?? []) : spoken[speaker.kind];
      return pageOf(refs, { offset, count }, (ref) => this.#quotations.quotation(ref));
    }
    const places = typeof speaker === "string" ? this.#entities.spokenBy(speaker) : this.#spokenByNone(speaker.kind);
    const sorted = places
      .map((place) => ({ ...place, path: this.#documents.pathOf(place.slot) }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const items: CollectionQuotation[] = [];
    let total = 0;
    for (const { slot, quotes, isOf } of sorted) {
      const [first, last] = [Math.max(0, offset - total), Math.min(quotes, offset + count - total)];
      if (first < last) {
        const numbers = this.#documents
          .recordAt(slot)
          .quotes()
          .flatMap((quote, number) => (isOf(quote) ? [number] : []));
        for (const quote of numbers.slice(first, last)) items.push(this.#quotations.quotation({ slot, quote }));
      }
      total += quotes;
    }
    return { items, total };
  }

  unnamedSources({ aloneOnly = false, ...page }: UnnamedRequest): Page<UnnamedSource> {
    const sources = this.#allSources();
    return pageOf(aloneOnly ? sources.filter(({ alone }) => alone > 0) : sources, page, ({ slot, path, key, first, statements, alone }) => {
      const { start, end, line, speaker } = this.#documents.recordAt(slot).quoteAt(first);
      return {
        id: `${path}\n${key}`,
        path,
        words: speaker?.words ?? "",
        first: { path, start, end, line },
        statements,
        alone,
      };
    });
  }

  statementsOf(id: string, page: PageRequest): Page<UnnamedStatement> {
    const border = id.lastIndexOf("\n");
    const slot = this.#documents.slotOf(id.slice(0, border));
    if (slot === undefined) return { items: [], total: 0 };
    const quotes = sourcesIn(this.#documents.recordAt(slot)).get(id.slice(border + 1)) ?? [];
    return pageOf(quotes, page, (quote) => ({
      quotation: this.#quotations.quotation({ slot, quote }),
      named: this.#namedFor(slot, quote).map((ref) => this.#quotations.quotation(ref)),
    }));
  }

  #changed(): void {
    this.#sources = null;
    this.#filtered = null;
  }

  #speakerlessCount(kind: "unnamed" | "nobody"): number {
    let quotations = 0;
    for (const counts of this.#speakerless.values()) quotations += counts[kind];
    return quotations;
  }

  #spoken(filter: QuotationFilter): SpokenQuotations {
    const key = JSON.stringify([filter.words, filter.indirect, filter.below]);
    if (this.#filtered?.filter !== key) {
      this.#filtered = { filter: key, spoken: filteredQuotations(this.#documents, this.#entities, filter) };
    }
    return this.#filtered.spoken;
  }

  #spokenByNone(kind: "unnamed" | "nobody"): readonly SpokenPlace[] {
    const isOf = ({ speaker }: RecordedQuote): boolean => speaker?.entity == null && (kind === "unnamed") === (speaker?.anonymous ?? false);
    return [...this.#speakerless].flatMap(([slot, counts]) => (counts[kind] === 0 ? [] : [{ slot, quotes: counts[kind], isOf }]));
  }

  /** The quotations with a named speaker that are versions of a quotation. */
  #namedFor(slot: number, quote: number) {
    const utterance = this.#quotations.utteranceAt(slot, quote);
    if (utterance === null || utterance.named === 0) return [];
    return this.#quotations
      .refsOf(utterance)
      .filter(({ speaker }) => speaker === "named")
      .map((ref) => ({ ref, path: this.#documents.pathOf(ref.slot) }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.ref.quote - b.ref.quote))
      .slice(0, MOST_NAMED)
      .map(({ ref }) => ref);
  }

  #hasNamed(slot: number, quote: number): boolean {
    return (this.#quotations.utteranceAt(slot, quote)?.named ?? 0) > 0;
  }

  #allSources(): readonly SourceRef[] {
    if (this.#sources !== null) return this.#sources;
    const slots = [...this.#speakerless].filter(([, { unnamed }]) => unnamed > 0).map(([slot]) => slot);
    const placed = slots.map((slot) => ({ slot, path: this.#documents.pathOf(slot) })).sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#sources = placed.flatMap(({ slot, path }) =>
      [...sourcesIn(this.#documents.recordAt(slot))].map(([key, quotes]) => ({
        slot,
        path,
        key,
        first: quotes[0],
        statements: quotes.length,
        alone: quotes.filter((quote) => !this.#hasNamed(slot, quote)).length,
      })),
    );
    return this.#sources;
  }
}

/** A document with quotations of one speaker. */
export interface SpokenPlace {
  readonly slot: number;
  readonly quotes: number;
  isOf(quote: RecordedQuote): boolean;
}

/**
 * The unnamed sources of a document: the numbers of their quotations by the words for them, without case and article. Who asks in a transcript
 * is none: nothing rests on a question.
 */
function sourcesIn(record: DocumentRecord): ReadonlyMap<string, readonly number[]> {
  const sources = new Map<string, number[]>();
  for (const [number, { speaker }] of record.quotes().entries()) {
    if (!speaker?.anonymous || speaker.entity !== null || onlyAsks(speaker.words)) continue;
    const key = onOneLine(speaker.words.toLowerCase()).replace(/^(?:the|an?) /, "");
    const known = sources.get(key);
    if (known === undefined) sources.set(key, [number]);
    else known.push(number);
  }
  return sources;
}

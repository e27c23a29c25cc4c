import type {
  CollectionDate,
  CollectionDecision,
  CollectionEntity,
  CollectionQueries,
  CollectionQuotation,
  CollectionSpeaker,
  CollectionTopic,
  DateRequest,
  EntityInDocument,
  EntityRequest,
  EntityTypeCount,
  FigureApart,
  GroupRequest,
  MayBeSame,
  MentionPlace,
  Page,
  PageRequest,
  QuotationGroup,
  QuotationRequest,
  QuotationVersion,
  SpeakerRequest,
  TopicInDocument,
  TopicRequest,
  UnnamedRequest,
  UnnamedSource,
  UnnamedStatement,
  YearCount,
} from "./answers.js";
import { DateIndex } from "./dateIndex.js";
import { DocumentRecord, openRecord } from "./documentRecord.js";
import { DocumentTable, type RecordSource } from "./documentTable.js";
import { EntityIndex } from "./entityIndex.js";
import { figuresApart } from "./figuresApart.js";
import { findMayBeSame } from "./mayBeSame.js";
import { pageOf } from "./pages.js";
import { QuotationIndex } from "./quotationIndex.js";
import type { SavedParts, SavedReader } from "./savedParts.js";
import { SpeakerIndex } from "./speakerIndex.js";
import { TopicIndex } from "./topicIndex.js";

/**
 * Many documents read as one. Adding or removing a document costs as much as the document is long, whatever the collection's size; what a
 * collection answers depends on the documents that it has and on the decisions, not on the order in which they came.
 */
export class Collection implements CollectionQueries {
  readonly #table = new DocumentTable();
  readonly #entities = new EntityIndex(this.#table);
  readonly #dates = new DateIndex(this.#table);
  readonly #topics = new TopicIndex(this.#table);
  readonly #quotations = new QuotationIndex(this.#table, this.#entities);
  readonly #speakers = new SpeakerIndex(this.#table, this.#entities, this.#quotations);
  #version = 0;
  #mayBeSame: { readonly version: number; readonly pairs: readonly MayBeSame[] } | null = null;

  get documents(): number {
    return this.#table.size;
  }

  get version(): number {
    return this.#version;
  }

  /**
   * Adds a document, in the place of one with the same path.
   * @param bytes what `recordOf` gave.
   * @param source where the same bytes can be read again, so that they are not held; null where they cannot.
   * @throws RangeError where the bytes are no record of this format: see `openRecord`.
   */
  add(path: string, bytes: Uint8Array | DocumentRecord, source: RecordSource | null = null): void {
    const record = bytes instanceof DocumentRecord ? bytes : openRecord(bytes);
    if (record === null) throw new RangeError(`The record of ${path} cannot be read; the document is to be analysed again.`);
    this.remove(path);
    const slot = this.#table.add(path, record, source);
    this.#entities.add(slot, record.indexedEntities(this.#table.strings));
    this.#dates.add(slot, record);
    this.#topics.add(slot, record);
    this.#quotations.add(slot);
    this.#speakers.add(slot, record);
    this.#version++;
  }

  /** Takes a document out. @returns whether it was there. */
  remove(path: string): boolean {
    const slot = this.#table.slotOf(path);
    if (slot === undefined) return false;
    const record = this.#table.recordAt(slot);
    this.#entities.remove(slot, record.indexedEntities(this.#table.strings));
    this.#dates.remove(slot, record);
    this.#topics.remove(slot, record);
    this.#quotations.remove(slot);
    this.#speakers.remove(slot);
    this.#table.remove(path);
    this.#version++;
    return true;
  }

  /**
   * Does in portions what questions would otherwise wait for: makes new names ready to be searched, reads which of them are one entity's, then
   * compares the quotations of documents that were added since and reads how versions differ, then rehearses searches. A few portions at a time
   * leave room for questions in between.
   * @param most how many portions: 256 names, or one document's quotations; one search at a time.
   * @returns how many are left.
   */
  prepare(most: number): number {
    const names = this.#entities.prepareSearch(most);
    const left = names || this.#quotations.prepare(most) || this.#entities.rehearseSearch();
    if (left === 0) this.#table.strings.clear();
    return left;
  }

  /**
   * What was made of the documents' records, to be taken up again by {@link restored} in the place of making it anew; without what was decided.
   * To be read while nothing changes.
   * @throws RangeError where a record cannot be read again from where it is stored.
   */
  *saved(): SavedParts {
    for (const part of [this.#table, this.#entities, this.#dates, this.#topics, this.#speakers, this.#quotations]) yield* part.saved();
  }

  /**
   * The collection that was saved: it answers as one to which the same documents were added.
   * @param from is read on when quotations are first compared: nothing else waits for that.
   * @param sourceOf gives where the record of a path can be read again.
   */
  static restored(from: SavedReader, sourceOf: (path: string) => RecordSource): Collection {
    const collection = new Collection();
    collection.#table.restore(from, sourceOf);
    for (const part of [collection.#entities, collection.#dates, collection.#topics, collection.#speakers, collection.#quotations]) {
      part.restore(from);
    }
    collection.#version++;
    return collection;
  }

  /** Sets what reviewers decided of who is who and of what is listed, in the order it was decided; it replaces what was set before. */
  decide(decisions: readonly CollectionDecision[]): void {
    this.#entities.decide(decisions);
    this.#speakers.decided();
    this.#version++;
  }

  entities(request: EntityRequest): Page<CollectionEntity> {
    return this.#entities.entities(request);
  }

  entityTypes(filter = ""): readonly EntityTypeCount[] {
    return this.#entities.types(filter);
  }

  searchEntities(query: string, count?: number): readonly CollectionEntity[] {
    return this.#entities.search(query, count);
  }

  entity(id: string): CollectionEntity | null {
    return this.#entities.entity(id);
  }

  entityAsFound(id: string): CollectionEntity | null {
    return this.#entities.asFound(id);
  }

  entityOf(path: string, entity: string): CollectionEntity | null {
    const slot = this.#table.slotOf(path);
    if (slot === undefined) return null;
    const entities = this.#table.recordAt(slot).entities();
    const number = entities.findIndex(({ id }) => id === entity);
    const id = number < 0 ? null : this.#entities.idOf(slot, entities[number]);
    return id === null ? null : this.#entities.entity(id);
  }

  firstDocuments(ids: readonly string[]): readonly (EntityInDocument | null)[] {
    return ids.map((id) => this.#entities.documentsOf(id, { count: 1 }).items[0] ?? null);
  }

  documentsOf(id: string, page: PageRequest = {}): Page<EntityInDocument> {
    return this.#entities.documentsOf(id, page);
  }

  mentionsOf(path: string, entity: string, page: PageRequest = {}): Page<MentionPlace> {
    return this.#entities.mentionsOf(path, entity, page);
  }

  mayBeSame(page: PageRequest = {}): Page<MayBeSame> {
    return pageOf(this.#pairs(), page, (pair) => pair);
  }

  mayBeSameAs(id: string): readonly MayBeSame[] {
    return this.#pairs().filter(({ left, right }) => left.id === id || right.id === id);
  }

  datesInOrder(request: DateRequest = {}): Page<CollectionDate> {
    return this.#dates.inOrder(request);
  }

  years(): readonly YearCount[] {
    return this.#dates.years();
  }

  topics(request: TopicRequest = {}): Page<CollectionTopic> {
    return this.#topics.topics(request);
  }

  topicDocuments(id: string, page: PageRequest = {}): Page<TopicInDocument> {
    return this.#topics.documentsOf(id, page);
  }

  speakers(request: SpeakerRequest = {}): Page<CollectionSpeaker> {
    return this.#speakers.speakers(request);
  }

  quotations(request: QuotationRequest): Page<CollectionQuotation> {
    return this.#speakers.quotations(request);
  }

  quotationGroups(request: GroupRequest = {}): Page<QuotationGroup> {
    return this.#quotations.groups(request);
  }

  versionsOf(group: string, page: PageRequest = {}): Page<QuotationVersion> {
    return this.#quotations.versionsOf(group, page);
  }

  groupOf(path: string, quote: string): QuotationGroup | null {
    return this.#quotations.groupOf(path, quote);
  }

  figuresApart(path: string): readonly FigureApart[] {
    return figuresApart(this.#table, this.#quotations, path);
  }

  unnamedSources(request: UnnamedRequest = {}): Page<UnnamedSource> {
    return this.#speakers.unnamedSources(request);
  }

  statementsOf(source: string, page: PageRequest = {}): Page<UnnamedStatement> {
    return this.#speakers.statementsOf(source, page);
  }

  #pairs(): readonly MayBeSame[] {
    if (this.#mayBeSame?.version !== this.#version) {
      this.#mayBeSame = { version: this.#version, pairs: findMayBeSame(this.#entities, this.#table) };
    }
    return this.#mayBeSame.pairs;
  }
}

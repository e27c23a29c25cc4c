import { readNameForm } from "../analysis/identity/nameForms.js";
import { namesAgree } from "../analysis/identity/personForms.js";
import { onOneLine } from "../analysis/oneLine.js";
import type {
  CollectionQuotation,
  GroupRequest,
  Page,
  PageRequest,
  QuotationGroup,
  QuotationSpeaker,
  QuotationVersion,
  VersionDifference,
  VersionDifferenceKind,
} from "./answers.js";
import type { DocumentRecord } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import type { EntityIndex } from "./entityIndex.js";
import { KINDS, type Reading, readUtterances, savedUtterances, type Utterance } from "./foundUtterance.js";
import { pageOf } from "./pages.js";
import type { SavedParts, SavedReader } from "./savedParts.js";
import { versionDifferences } from "./utterance.js";
import { Wordings } from "./wordings.js";
import type { QuoteRef } from "./wordingTable.js";

/** From so much confidence on two speakers are compared. */
const SURE = 0.6;
const LONGEST_SHOWN = 200;
/** So many wordings of an utterance, those of the most documents, say how its versions differ. */
const MOST_READ = 60;
/** So many changed wordings are a portion. */
const PORTION = 256;

/** The quotations of all documents compared. Documents are compared when something is first asked, or before it by {@link compare}. */
export class QuotationIndex {
  readonly #documents: DocumentTable;
  readonly #entities: EntityIndex;
  readonly #wordings: Wordings;
  readonly #pending = new Set<number>();
  /** The numbers of wordings whose utterances are to be read anew. */
  readonly #changed = new Set<number>();
  readonly #utterances = new Set<Utterance>();
  /** Those of them that lists show, and whose words nobody read yet. */
  readonly #unread = new Set<Utterance>();
  /** By the numbers of the wordings, which are dense. */
  readonly #utteranceOf: (Utterance | null)[] = [];

  constructor(documents: DocumentTable, entities: EntityIndex) {
    this.#documents = documents;
    this.#entities = entities;
    this.#wordings = new Wordings(documents, (wording) => this.#changed.add(wording));
  }

  add(slot: number): void {
    this.#pending.add(slot);
  }

  remove(slot: number): void {
    if (!this.#pending.delete(slot)) this.#wordings.remove(slot);
  }

  /** Compares the quotations of up to so many documents that were not compared yet. @returns how many are left. */
  compare(most: number): number {
    let left = most;
    for (const slot of this.#pending) {
      if (left-- <= 0) break;
      this.#pending.delete(slot);
      this.#wordings.add(slot);
    }
    return this.#pending.size;
  }

  /**
   * Does in portions what lists would otherwise wait for: compares what was not compared yet, joins versions to utterances, reads how the
   * versions of each differ.
   * @returns how many are left.
   */
  prepare(most: number): number {
    return this.compare(most) || Math.ceil(this.#join(most * PORTION) / PORTION) || this.#readSome(most);
  }

  *saved(): SavedParts {
    this.#settle();
    yield* this.#wordings.saved();
    yield* savedUtterances([...this.#utterances]);
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.#wordings.restore(from);
    for (const utterance of readUtterances(from)) this.#keep(utterance);
  }

  groups({ kinds, ...page }: GroupRequest): Page<QuotationGroup> {
    this.#settle();
    const groups = [...this.#utterances].filter((each) => this.#isShown(each)).map((each) => this.#answer(each));
    const wanted = kinds === undefined ? groups : groups.filter(({ differences }) => differences.some((kind) => kinds.includes(kind)));
    return pageOf(wanted.sort(byGravity), page, (group) => group);
  }

  versionsOf(id: string, page: PageRequest): Page<QuotationVersion> {
    const utterance = this.utterance(id);
    if (utterance === null) return { items: [], total: 0 };
    const [first, ...others] = this.#placed(utterance);
    const against = this.quotation(first);
    return pageOf([first, ...others], page, (ref) => {
      const quotation = this.quotation(ref);
      return { quotation, differences: this.#differences(against, quotation) };
    });
  }

  groupOf(path: string, quote: string): QuotationGroup | null {
    const slot = this.#documents.slotOf(path);
    if (slot === undefined) return null;
    const number = this.#documents
      .recordAt(slot)
      .quotes()
      .findIndex(({ id }) => id === quote);
    const utterance = number < 0 ? null : this.utteranceAt(slot, number);
    return utterance === null || !this.#isShown(utterance) ? null : this.#answer(utterance);
  }

  /** The utterance that a quotation is a version of, or null where no other quotation is one. */
  utteranceAt(slot: number, quote: number): Utterance | null {
    this.#settle();
    const wording = this.#wordings.wording(this.#documents.printsAt(slot).wordingAt(quote));
    return wording === undefined ? null : (this.#utteranceOf[wording] ?? null);
  }

  /** Whether versions of the utterance that a quotation is a version of differ in a figure. */
  hasFiguresApart(slot: number, quote: number): boolean {
    const utterance = this.utteranceAt(slot, quote);
    return utterance !== null && this.#isShown(utterance) && this.#answer(utterance).differences.includes("number");
  }

  /** Other documents' versions of a quotation's utterance, one of each wording, that which most documents have first. */
  versionsBeside(slot: number, quote: number): readonly CollectionQuotation[] {
    const wordings = this.utteranceAt(slot, quote)?.wordings.slice(0, MOST_READ) ?? [];
    return wordings
      .flatMap((wording) => this.#placedRefs(wording).find((ref) => ref.slot !== slot) ?? [])
      .map((ref) => this.quotation(ref));
  }

  utterance(id: string): Utterance | null {
    this.#settle();
    const wording = this.#wordings.wording(Number(id));
    const utterance = wording === undefined ? null : this.#utteranceOf[wording];
    return utterance?.id === id ? utterance : null;
  }

  /** All quotations that are versions of an utterance, in no order. */
  refsOf({ wordings }: Utterance): readonly QuoteRef[] {
    return wordings.flatMap((wording) => this.#wordings.refs(wording));
  }

  quotation({ slot, quote }: Pick<QuoteRef, "slot" | "quote">): CollectionQuotation {
    const record = this.#documents.recordAt(slot);
    const { id, kind, start, end, line, text, speaker } = record.quoteAt(quote);
    return { path: this.#documents.pathOf(slot), quote: id, kind, start, end, line, text, speaker: this.#speaker(slot, record, speaker) };
  }

  #speaker(slot: number, record: DocumentRecord, speaker: ReturnType<DocumentRecord["quoteAt"]>["speaker"]): QuotationSpeaker {
    if (speaker === null) return { kind: "nobody", words: "", entity: null, collectionEntity: null, confidence: 0 };
    const { entity, anonymous, confidence, words } = speaker;
    if (entity === null) return { kind: anonymous ? "unnamed" : "nobody", words, entity: null, collectionEntity: null, confidence };
    const named = record.entityAt(entity);
    const collectionEntity = this.#entities.idOf(slot, named, entity);
    return { kind: "named", words: named.name, entity: named.id, collectionEntity, confidence };
  }

  /** Utterances that one document alone has are not listed, nor those that nobody puts between marks. */
  #isShown({ documents, marked }: Utterance): boolean {
    return documents > 1 && marked;
  }

  #answer(utterance: Utterance): QuotationGroup {
    utterance.reading ??= this.#read(utterance);
    this.#unread.delete(utterance);
    const { text, differences, first, rivals } = utterance.reading;
    const apart = rivals.length > 0 && rivals.some((rival) => this.#speakerId(rival) !== this.#speakerId(first));
    return {
      id: utterance.id,
      text,
      differences: KINDS.filter((kind) => differences.includes(kind) || (apart && kind === "speaker")),
      documents: utterance.documents,
      versions: utterance.versions,
    };
  }

  /** Equal wordings have equal differences, and equally named speakers: one quotation of each is read. */
  #read({ wordings }: Utterance): Reading {
    const [first, ...others] = wordings.slice(0, MOST_READ).map((wording) => this.#firstRef(wording));
    const against = this.quotation(first);
    const differences = new Set<VersionDifferenceKind>();
    const rivals: QuoteRef[] = [];
    for (const other of others) {
      const quotation = this.quotation(other);
      for (const { kind } of versionDifferences(against.text, quotation.text, 0)) differences.add(kind);
      if (namesDiffer(against.speaker, quotation.speaker)) rivals.push(other);
    }
    return { text: onOneLine(against.text.slice(0, LONGEST_SHOWN)), differences: [...differences], first, rivals };
  }

  #speakerId(ref: QuoteRef): string | null {
    return this.quotation(ref).speaker.collectionEntity;
  }

  /** An utterance's quotations: those of the wording that most documents have first, then by wording, path and place. */
  #placed({ wordings }: Utterance): readonly QuoteRef[] {
    return wordings.flatMap((wording) => this.#placedRefs(wording));
  }

  #placedRefs(wording: number): readonly QuoteRef[] {
    return this.#wordings
      .refs(wording)
      .map((ref) => ({ ref, path: this.#documents.pathOf(ref.slot) }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.ref.quote - b.ref.quote))
      .map(({ ref }) => ref);
  }

  /** The first of them, without putting all in order: a wording may stand in every document. */
  #firstRef(wording: number): QuoteRef {
    let [first, ...others] = this.#wordings.refs(wording);
    let path = this.#documents.pathOf(first.slot);
    for (const other of others) {
      const otherPath = this.#documents.pathOf(other.slot);
      if (otherPath > path || (otherPath === path && other.quote >= first.quote)) continue;
      first = other;
      path = otherPath;
    }
    return first;
  }

  #differences(first: CollectionQuotation, other: CollectionQuotation): readonly VersionDifference[] {
    const words = versionDifferences(first.text, other.text, other.start);
    if (!namesDiffer(first.speaker, other.speaker) || first.speaker.collectionEntity === other.speaker.collectionEntity) return words;
    const span = { start: other.start, end: other.end };
    return [{ kind: "speaker", first: first.speaker.words, words: other.speaker.words, span }, ...words];
  }

  /** Brings the utterances up to date. */
  #settle(): void {
    this.compare(Number.POSITIVE_INFINITY);
    this.#join(Number.POSITIVE_INFINITY);
  }

  /**
   * Reads anew the utterances of up to so many wordings that changed, and of what was or is one utterance with them: each part of what was
   * one utterance has a wording that changed.
   * @returns how many are left.
   */
  #join(most: number): number {
    const open = new Set<number>();
    for (const wording of this.#changed) {
      if (open.size >= most) break;
      open.add(wording);
      this.#changed.delete(wording);
    }
    for (const wording of open) for (const each of this.#drop(wording)) open.add(each);
    const done = new Set<number>();
    for (const wording of open) {
      if (done.has(wording) || !this.#wordings.has(wording)) continue;
      const members = this.#connected(wording);
      for (const member of members) {
        done.add(member);
        this.#changed.delete(member);
        this.#drop(member);
      }
      if (members.length > 1 || this.#wordings.countRefs(wording) > 1) this.#keep(this.#utterance(members));
    }
    return this.#changed.size;
  }

  /** Reads the words of up to so many utterances. @returns how many are left. */
  #readSome(most: number): number {
    let left = most;
    for (const utterance of this.#unread) {
      if (left-- <= 0) break;
      this.#unread.delete(utterance);
      utterance.reading ??= this.#read(utterance);
    }
    return this.#unread.size;
  }

  #utterance(members: readonly number[]): Utterance {
    const all = this.#wordings;
    const refs = members.flatMap((member) => all.refs(member));
    return {
      id: String(members.reduce((least, member) => Math.min(least, all.keyOf(member)), Number.POSITIVE_INFINITY)),
      wordings: [...members].sort(
        (a, b) => all.countRefs(b) - all.countRefs(a) || all.lengthOf(b) - all.lengthOf(a) || all.keyOf(a) - all.keyOf(b),
      ),
      documents: new Set(refs.map(({ slot }) => slot)).size,
      versions: refs.length,
      marked: refs.some(({ marked }) => marked),
      named: refs.some(({ speaker }) => speaker === "named"),
      reading: null,
    };
  }

  /** Forgets a wording's utterance. @returns the wordings that it had. */
  #drop(wording: number): readonly number[] {
    const utterance = this.#utteranceOf[wording];
    if (!utterance) return [];
    this.#utterances.delete(utterance);
    this.#unread.delete(utterance);
    for (const each of utterance.wordings) this.#utteranceOf[each] = null;
    return utterance.wordings;
  }

  #keep(utterance: Utterance): void {
    this.#utterances.add(utterance);
    if (utterance.reading === null && this.#isShown(utterance)) this.#unread.add(utterance);
    for (const wording of utterance.wordings) {
      while (this.#utteranceOf.length < wording) this.#utteranceOf.push(null);
      this.#utteranceOf[wording] = utterance;
    }
  }

  #connected(wording: number): readonly number[] {
    const members = new Set([wording]);
    for (const member of members) for (const version of this.#wordings.versions(member)) members.add(version);
    return [...members];
  }
}

/** Whether two speakers bear names of two people. What a document says of an unnamed source, or of nobody, contradicts nothing. */
function namesDiffer(a: QuotationSpeaker, b: QuotationSpeaker): boolean {
  if (a.kind !== "named" || b.kind !== "named" || Math.min(a.confidence, b.confidence) < SURE) return false;
  return !namesAgree(readNameForm(a.words).person, readNameForm(b.words).person);
}

function byGravity(a: QuotationGroup, b: QuotationGroup): number {
  return (
    gravity(a) - gravity(b) ||
    b.documents - a.documents ||
    b.versions - a.versions ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : a.id < b.id ? -1 : 1)
  );
}

/** Groups in which one document must be wrong come before those that are only worded or cut otherwise, and those before equal ones. */
function gravity({ differences: [gravest] }: QuotationGroup): number {
  if (gravest === undefined) return 2;
  return gravest === "wording" || gravest === "cut" ? 1 : 0;
}

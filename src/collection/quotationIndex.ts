import { readNameForm } from "../analysis/identity/nameForms.js";
import { namesAgree } from "../analysis/identity/personForms.js";
import { onOneLine } from "../analysis/oneLine.js";
import { joinedNames } from "../analysis/speakersOf.js";
import type {
  CollectionQuotation,
  GroupRequest,
  Page,
  PageRequest,
  QuotationGroup,
  QuotationSpeaker,
  QuotationVersion,
  VersionDifference,
} from "./answers.js";
import type { DocumentRecord } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import type { EntityIndex } from "./entityIndex.js";
import { bitOf, isShown, KINDS, type Reading, type Utterance } from "./foundUtterance.js";
import { pageOf } from "./pages.js";
import type { SavedParts, SavedReader } from "./savedParts.js";
import { differencesFrom, versionDifferences } from "./utterance.js";
import { Utterances } from "./utterances.js";
import { packedRef, type QuoteRef, unpackedRef } from "./wordingTable.js";

/** From so much confidence on two speakers are compared. */
const SURE = 0.6;
const LONGEST_SHOWN = 200;
/** So many wordings of an utterance, those of the most documents, say how its versions differ. */
const MOST_READ = 60;
const NOTHING_READ: ReadonlyMap<number, number> = new Map();

type RecordedSpeaker = ReturnType<DocumentRecord["quoteAt"]>["speaker"];

/** A quotation's words, and the names of those who speak. */
interface Said {
  readonly text: string;
  readonly names: readonly string[];
  readonly confidence: number;
}

/** The quotations of all documents compared: what is answered of their utterances. */
export class QuotationIndex {
  readonly #documents: DocumentTable;
  readonly #entities: EntityIndex;
  readonly #utterances: Utterances;

  constructor(documents: DocumentTable, entities: EntityIndex) {
    this.#documents = documents;
    this.#entities = entities;
    this.#utterances = new Utterances(documents);
  }

  add(slot: number): void {
    this.#utterances.add(slot);
  }

  remove(slot: number): void {
    this.#utterances.remove(slot);
  }

  /** See {@link Utterances.prepare}. */
  prepare(most: number): number {
    return this.#utterances.prepare(most, (utterance) => this.#readingOf(utterance));
  }

  saved(): SavedParts {
    return this.#utterances.saved();
  }

  /** See {@link Utterances.restore}. */
  restore(from: SavedReader): void {
    this.#utterances.restore(from);
  }

  groups({ kinds, ...page }: GroupRequest): Page<QuotationGroup> {
    const groups = [...this.#utterances.all()].filter(isShown).map((each) => this.#answer(each));
    const wanted = kinds === undefined ? groups : groups.filter(({ differences }) => differences.some((kind) => kinds.includes(kind)));
    return pageOf(wanted.sort(byGravity), page, (group) => group);
  }

  versionsOf(id: string, page: PageRequest): Page<QuotationVersion> {
    const utterance = this.#utterances.withId(id);
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
    return utterance === null || !isShown(utterance) ? null : this.#answer(utterance);
  }

  /** The utterance that a quotation is a version of, or null where no other quotation is one. */
  utteranceAt(slot: number, quote: number): Utterance | null {
    return this.#utterances.at(slot, quote);
  }

  /** Whether versions of the utterance that a quotation is a version of differ in a figure. */
  hasFiguresApart(slot: number, quote: number): boolean {
    const utterance = this.utteranceAt(slot, quote);
    return utterance !== null && isShown(utterance) && this.#answer(utterance).differences.includes("number");
  }

  /** Other documents' versions of a quotation's utterance, one of each wording, that which most documents have first. */
  versionsBeside(slot: number, quote: number): readonly CollectionQuotation[] {
    const wordings = this.utteranceAt(slot, quote)?.wordings.slice(0, MOST_READ) ?? [];
    return wordings
      .flatMap((wording) => this.#placedRefs(wording).find((ref) => ref.slot !== slot) ?? [])
      .map((ref) => this.quotation(ref));
  }

  /** All quotations that are versions of an utterance, in no order. */
  refsOf({ wordings }: Utterance): readonly QuoteRef[] {
    return wordings.flatMap((wording) => this.#utterances.refs(wording));
  }

  quotation({ slot, quote }: Pick<QuoteRef, "slot" | "quote">): CollectionQuotation {
    const record = this.#documents.recordAt(slot);
    const { id, kind, start, end, line, text, speaker } = record.quoteAt(quote);
    return { path: this.#documents.pathOf(slot), quote: id, kind, start, end, line, text, speaker: this.#speaker(slot, record, speaker) };
  }

  #speaker(slot: number, record: DocumentRecord, speaker: RecordedSpeaker): QuotationSpeaker {
    const none = { entity: null, collectionEntity: null, names: [], others: [] };
    if (speaker === null) return { ...none, kind: "nobody", words: "", confidence: 0 };
    const { entity, anonymous, confidence, words } = speaker;
    if (entity === null) return { ...none, kind: anonymous ? "unnamed" : "nobody", words, confidence };
    const named = record.entityAt(entity);
    const collectionEntity = this.#entities.idOf(slot, named);
    const others = speaker.others.flatMap((other) => this.#entities.idOf(slot, record.entityAt(other)) ?? []);
    const names = namesOf(record, speaker);
    return { kind: "named", words: joinedNames(names), names, entity: named.id, collectionEntity, others, confidence };
  }

  /** What is read of a quotation to compare it: whose names its speakers have in the collection is not asked. */
  #said(ref: number): Said {
    const { slot, quote } = unpackedRef(ref);
    const record = this.#documents.recordAt(slot);
    const { text, speaker } = record.quoteAt(quote);
    return { text, names: namesOf(record, speaker), confidence: speaker?.confidence ?? 0 };
  }

  #answer(utterance: Utterance): QuotationGroup {
    const { text, first, others, differences } = this.#readingOf(utterance);
    const rivals = others.filter((_, i) => (differences[i] & bitOf("speaker")) !== 0);
    const apart = rivals.some((rival) => !isOneSpeaker(this.#speakerOf(rival), this.#speakerOf(first)));
    const all = differences.reduce((bits, each) => bits | each, 0);
    return {
      id: utterance.id,
      text,
      differences: KINDS.filter((kind) => (kind === "speaker" ? apart : (all & bitOf(kind)) !== 0)),
      documents: utterance.documents,
      versions: utterance.versions,
    };
  }

  #readingOf(utterance: Utterance): Reading {
    utterance.reading ??= this.#read(utterance);
    utterance.before = null;
    return utterance.reading;
  }

  /**
   * Equal wordings have equal differences, and equally named speakers: one quotation of each is read, unless it was read before beside the
   * same first one.
   */
  #read({ wordings, before }: Utterance): Reading {
    const [first, ...others] = wordings.slice(0, MOST_READ).map((wording) => packedRef(this.#firstRef(wording)));
    const known = before?.first === first ? new Map(before.others.map((other, i) => [other, before.differences[i]])) : NOTHING_READ;
    const against = this.#said(first);
    const differ = differencesFrom(against.text);
    const differences = others.map((other) => known.get(other) ?? differencesOf(against, this.#said(other), differ));
    return { text: onOneLine(against.text.slice(0, LONGEST_SHOWN)), first, others, differences };
  }

  #speakerOf(ref: number): QuotationSpeaker {
    return this.quotation(unpackedRef(ref)).speaker;
  }

  /** An utterance's quotations: those of the wording that most documents have first, then by wording, path and place. */
  #placed({ wordings }: Utterance): readonly QuoteRef[] {
    return wordings.flatMap((wording) => this.#placedRefs(wording));
  }

  #placedRefs(wording: number): readonly QuoteRef[] {
    return this.#utterances
      .refs(wording)
      .map((ref) => ({ ref, path: this.#documents.pathOf(ref.slot) }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.ref.quote - b.ref.quote))
      .map(({ ref }) => ref);
  }

  /** The first of them, without putting all in order: a wording may stand in every document. */
  #firstRef(wording: number): QuoteRef {
    let [first, ...others] = this.#utterances.refs(wording);
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
    if (!namesDiffer(first.speaker, other.speaker) || isOneSpeaker(first.speaker, other.speaker)) return words;
    const span = { start: other.start, end: other.end };
    return [{ kind: "speaker", first: first.speaker.words, words: other.speaker.words, span }, ...words];
  }
}

/** How a version differs from the first, by bits. */
function differencesOf(first: Said, other: Said, differ: ReturnType<typeof differencesFrom>): number {
  let bits = namesDiffer(first, other) ? bitOf("speaker") : 0;
  for (const { kind } of differ(other.text, 0)) bits |= bitOf(kind);
  return bits;
}

/** Whether two speakers bear names of two people. What a document says of an unnamed source, or of nobody, contradicts nothing. */
function namesDiffer(a: Pick<Said, "names" | "confidence">, b: Pick<Said, "names" | "confidence">): boolean {
  if (a.names.length === 0 || b.names.length === 0 || Math.min(a.confidence, b.confidence) < SURE) return false;
  const [mine, theirs] = [a, b].map(({ names }) => names.map((name) => readNameForm(name).person));
  return !mine.some((form) => theirs.some((other) => namesAgree(form, other)));
}

/** The names of those who speak; none where nobody is named. */
function namesOf(record: DocumentRecord, speaker: RecordedSpeaker): readonly string[] {
  if (speaker === null || speaker.entity === null) return [];
  return [speaker.entity, ...speaker.others].map((entity) => record.entityAt(entity).name);
}

/** Whether one of those who speak is the same in both. */
function isOneSpeaker(a: QuotationSpeaker, b: QuotationSpeaker): boolean {
  const ids = new Set([b.collectionEntity, ...b.others]);
  return [a.collectionEntity, ...a.others].some((id) => ids.has(id));
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

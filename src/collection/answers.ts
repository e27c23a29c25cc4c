import type { EntityType, MentionKind, QuoteKind, Span } from "../analysis/analysis.js";

/**
 * What a collection answers. All answers are plain values, so that they can be sent from one thread to another; lists come in pages.
 * Offsets are UTF-16 code units of the document's text, end exclusive; lines count from 0.
 */

/** A part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many items the whole list has. */
  readonly total: number;
}

export interface PageRequest {
  /** The first item asked for; 0 where left out. */
  readonly offset?: number;
  /** The most items asked for; 200 where left out. */
  readonly count?: number;
}

/** A place in a document. */
export interface Place extends Span {
  readonly path: string;
  readonly line: number;
}

/** One person, organization or place, however the documents word its name. */
export interface CollectionEntity {
  /** Names the entity to the other queries; the same as long as the documents that have it stay the same. */
  readonly id: string;
  readonly type: EntityType;
  /** The full name that most documents have. */
  readonly name: string;
  /** Other full and short forms, the most frequent first, ten at most. */
  readonly aliases: readonly string[];
  /** How many documents have it. */
  readonly documents: number;
  /** How many mentions it has in all documents. */
  readonly mentions: number;
}

/** An entity in one document. */
export interface EntityInDocument {
  readonly path: string;
  /** The entity's id in the document's analysis. */
  readonly entity: string;
  /** The name that the document has. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly mentions: number;
  readonly first: Place;
}

export interface MentionPlace extends Place {
  readonly kind: MentionKind;
}

export interface EntityRequest extends PageRequest {
  /** All types where left out. */
  readonly types?: readonly EntityType[];
  /** Words that must occur in the name or an alias, as in {@link CollectionQueries.searchEntities}. */
  readonly filter?: string;
  /** By documents that have it, by mentions (both falling), or by name; by documents where left out. */
  readonly sort?: "documents" | "mentions" | "name";
}

/** How many entities there are of a type. */
export interface EntityTypeCount {
  readonly type: EntityType;
  readonly entities: number;
}

/** An entity as a reviewer points at it: by the name it is listed under, and a document that has it where another has the same name. */
export interface IdentityTarget {
  readonly type: EntityType;
  readonly name: string;
  readonly path?: string;
}

/** What a reviewer decided of two entities: that they are one, or that they are not. */
export interface IdentityDecision {
  readonly kind: "same" | "apart";
  readonly left: IdentityTarget;
  readonly right: IdentityTarget;
}

/** What a reviewer decided of one entity in all documents: that it is none, what it is called, what type it is of. */
export type EntityDecision =
  | { readonly kind: "reject"; readonly target: IdentityTarget }
  | { readonly kind: "rename"; readonly target: IdentityTarget; readonly name: string }
  | { readonly kind: "change-type"; readonly target: IdentityTarget; readonly type: EntityType };

/** What a reviewer decided that counts in all documents. */
export type CollectionDecision = IdentityDecision | EntityDecision;

/** Two entities that may be one, for a reviewer to decide. */
export interface MayBeSame {
  readonly left: CollectionEntity;
  readonly right: CollectionEntity;
  /** What speaks for it, or why they are held apart; for reading. */
  readonly reason: string;
  /** The decisions' sides, to be completed with `kind`. */
  readonly decision: Omit<IdentityDecision, "kind">;
}

/** Who speaks: somebody named, an unnamed source, or nobody the text names. */
export type SpeakerKind = "named" | "unnamed" | "nobody";

export interface QuotationSpeaker {
  readonly kind: SpeakerKind;
  /** The entities' names in the document, or the text's words for an unnamed source; empty for nobody. */
  readonly words: string;
  /** The names one by one; none where no entity speaks. */
  readonly names: readonly string[];
  /** The id in the document's analysis; null where no entity speaks. */
  readonly entity: string | null;
  /** The id in the collection; null where no entity speaks. */
  readonly collectionEntity: string | null;
  /** The ids in the collection of those who speak together with it. */
  readonly others: readonly string[];
  readonly confidence: number;
}

/** A quotation in one document. */
export interface CollectionQuotation extends Place {
  /** The quotation's id in the document's analysis. */
  readonly quote: string;
  readonly kind: QuoteKind;
  /** The quotation's words, cut at {@link LONGEST_QUOTATION}. */
  readonly text: string;
  readonly speaker: QuotationSpeaker;
}

/** Quotations longer than this, in UTF-16 units, are kept and compared by their beginning. */
export const LONGEST_QUOTATION = 4000;

/** One speaker of the whole collection, with the number of quotations. */
export interface CollectionSpeaker {
  readonly kind: SpeakerKind;
  /** Of kind `named`, else null. */
  readonly entity: CollectionEntity | null;
  readonly quotations: number;
}

/** Leaves quotations out; all are wanted where a part is left out. */
export interface QuotationFilter {
  /** Each of these words is in the quotation, in the text's words for the speaker, or in the speaker's name, as in {@link CollectionQueries.searchEntities}. */
  readonly words?: string;
  /** False leaves out indirect quotations. */
  readonly indirect?: boolean;
  /** Only quotations with a speaker who is not certain: of less confidence than this. */
  readonly below?: number;
}

export interface SpeakerRequest extends PageRequest, QuotationFilter {
  /** By quotations, falling, or by name; by quotations where left out. */
  readonly sort?: "quotations" | "name";
}

export interface QuotationRequest extends PageRequest, QuotationFilter {
  /** A named speaker by its id in the collection, or one of the other kinds. */
  readonly speaker: string | { readonly kind: "unnamed" | "nobody" };
}

/** What differs between two versions of an utterance. */
export type VersionDifferenceKind = "number" | "name" | "negation" | "speaker" | "cut" | "wording";

/** Words that differ between a group's first version and another; offsets are those of the version's document. */
export interface VersionDifference {
  readonly kind: VersionDifferenceKind;
  /** The first version's words; empty where it lacks them. */
  readonly first: string;
  /** This version's words; empty where it lacks them. */
  readonly words: string;
  /** Where this version's words stand; empty where it lacks them. Of kind `speaker`, the quotation. */
  readonly span: Span;
}

/** One document's version of an utterance. */
export interface QuotationVersion {
  readonly quotation: CollectionQuotation;
  /** What differs from the group's first version; none where the words are the same. */
  readonly differences: readonly VersionDifference[];
}

/** One utterance with its versions. */
export interface QuotationGroup {
  /** The same as long as the group's quotations stay the same. */
  readonly id: string;
  /** The beginning of the version that most documents have. */
  readonly text: string;
  /** The kinds of difference within the group, the gravest first. */
  readonly differences: readonly VersionDifferenceKind[];
  readonly documents: number;
  readonly versions: number;
}

/** A figure in a document's quotation that another document's version of the utterance has otherwise. */
export interface FigureApart {
  readonly own: CollectionQuotation;
  readonly other: CollectionQuotation;
  /** The figure with the words that differ around it; one of the two may be empty. */
  readonly words: string;
  readonly otherWords: string;
  /** Where the document's own words stand; the quotation where it lacks them. */
  readonly span: Span;
}

export interface GroupRequest extends PageRequest {
  /** Only groups with a difference of one of these kinds. */
  readonly kinds?: readonly VersionDifferenceKind[];
}

/** A date in a document. */
export interface CollectionDate extends Place {
  /** ISO 8601: a year, month or day, with a time of day where the text has one. */
  readonly value: string;
  /** `document`: the document's own date; `text`: what its text dates, in full or by reference ("on Thursday"). */
  readonly kind: "document" | "text";
  /** The words of the date; the title for a document's own date. */
  readonly words: string;
  /** The sentence around it, its white space made single spaces, cut at 300 units; empty for a document's own date. */
  readonly sentence: string;
}

export interface DateRequest extends PageRequest {
  /** ISO 8601, inclusive; a shorter value means its whole span ("2014" its first to its last day). */
  readonly from?: string;
  readonly to?: string;
  /** Only what the documents date, without the documents' own dates. */
  readonly textOnly?: boolean;
}

/** How many dates fall in a year. */
export interface YearCount {
  /** Four digits. */
  readonly year: string;
  readonly dates: number;
}

/** An unnamed source of one document, as its text words it. */
export interface UnnamedSource {
  /** Names the source to {@link CollectionQueries.statementsOf}. */
  readonly id: string;
  readonly path: string;
  /** The words of the first statement's speaker ("two security officials"). */
  readonly words: string;
  readonly first: Place;
  readonly statements: number;
  /** How many of the statements rest on no named source in any document. */
  readonly alone: number;
}

/** What rests on an unnamed source. */
export interface UnnamedStatement {
  readonly quotation: CollectionQuotation;
  /** Where a named source says the same, at most ten; none where the statement rests on unnamed sources only. */
  readonly named: readonly CollectionQuotation[];
}

export interface UnnamedRequest extends PageRequest {
  /** Only sources with a statement that rests on nothing else. */
  readonly aloneOnly?: boolean;
}

/** A topic of the whole collection. */
export interface CollectionTopic {
  readonly id: string;
  readonly label: string;
  readonly declared: boolean;
  readonly documents: number;
  readonly mentions: number;
}

export interface TopicRequest extends PageRequest {
  readonly filter?: string;
  readonly sort?: "documents" | "mentions" | "name";
}

export interface TopicInDocument {
  readonly path: string;
  readonly label: string;
  readonly mentions: readonly Place[];
}

/** What can be asked of a collection. An unknown id or path gives an empty page, or null. */
export interface CollectionQueries {
  /** How many documents there are. */
  readonly documents: number;
  /** Rises with every change: an answer holds as long as this stays. */
  readonly version: number;
  entities(request: EntityRequest): Page<CollectionEntity>;
  /** The types that there are entities of, in the order of the analysis's types. @param filter as in {@link EntityRequest}. */
  entityTypes(filter?: string): readonly EntityTypeCount[];
  /**
   * Entities by any part of a name: every word of the query begins a word of a name, without accents and apostrophes, or is a common
   * transliteration of one ("Jafari" finds "al-Jaafari", "Gaddafi" finds "Qaddafi"). The best match first.
   */
  searchEntities(query: string, count?: number): readonly CollectionEntity[];
  entity(id: string): CollectionEntity | null;
  /** The entity as the documents have it, whatever was decided of its name and type. */
  entityAsFound(id: string): CollectionEntity | null;
  /** The entity that an entity of one document is; null where the path or the entity is not known. */
  entityOf(path: string, entity: string): CollectionEntity | null;
  /** The first document, by path, that has each of some entities; null for an unknown id. */
  firstDocuments(ids: readonly string[]): readonly (EntityInDocument | null)[];
  /** The documents that have an entity, by path. */
  documentsOf(id: string, page?: PageRequest): Page<EntityInDocument>;
  /** An entity's mentions in one document, in text order. */
  mentionsOf(path: string, entity: string, page?: PageRequest): Page<MentionPlace>;
  /** Undecided pairs, those with the most documents first. */
  mayBeSame(page?: PageRequest): Page<MayBeSame>;
  /** The undecided pairs of one entity. */
  mayBeSameAs(id: string): readonly MayBeSame[];
  /** Named speakers in the order asked for; then the unnamed and nobody. The number of quotations is of those that the filter leaves. */
  speakers(request?: SpeakerRequest): Page<CollectionSpeaker>;
  /** By path and place. */
  quotations(request: QuotationRequest): Page<CollectionQuotation>;
  /** Utterances that several documents have, those with the gravest differences first. */
  quotationGroups(request?: GroupRequest): Page<QuotationGroup>;
  /** The versions of an utterance, the one that most documents have first. */
  versionsOf(group: string, page?: PageRequest): Page<QuotationVersion>;
  /** The group that a quotation is in, or null. @param quote the quotation's id in the document's analysis. */
  groupOf(path: string, quote: string): QuotationGroup | null;
  /** The figures in a document's quotations that another document has otherwise, in text order. */
  figuresApart(path: string): readonly FigureApart[];
  /** In the order of time, then of path and place. */
  datesInOrder(request?: DateRequest): Page<CollectionDate>;
  /** The years that documents date something in, or were written in, in the order of time. */
  years(): readonly YearCount[];
  /** By path and place. */
  unnamedSources(request?: UnnamedRequest): Page<UnnamedSource>;
  statementsOf(source: string, page?: PageRequest): Page<UnnamedStatement>;
  topics(request?: TopicRequest): Page<CollectionTopic>;
  topicDocuments(id: string, page?: PageRequest): Page<TopicInDocument>;
}

/**
 * The analysis of one document: the one value the editor, the sidebar, the exports, the command line and the tests read.
 * Offsets are UTF-16 code units into the analysed text, end exclusive; arrays are in text order.
 */

export const ANALYSIS_FORMAT = "source-review/analysis@1";

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const ENTITY_TYPES = ["person", "organization", "place", "group", "event", "work"] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const SECTION_KINDS = [
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "caption",
  "topics",
  "date",
  "heading",
  "body",
  "boilerplate",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export interface Section extends Span {
  readonly kind: SectionKind;
  /** The depth of a heading, 1 the highest; only on sections of kind heading. */
  readonly level?: number;
}

export type MentionKind = "name" | "nominal" | "pronoun";

export interface Mention extends Span {
  /** A name's span leaves out titles and the possessive 's. */
  readonly kind: MentionKind;
  /** How sure the engine is that this mention belongs to this entity, 0..1; absent where there was no doubt to weigh. */
  readonly confidence?: number;
}

/** A role as the text words it, with its place. */
export interface RolePlace extends Span {
  readonly role: string;
}

export interface Entity {
  readonly id: string;
  readonly type: EntityType;
  /** The fullest proper form in the text; of several unnamed sources with the same wording, the later ones have their number behind it. */
  readonly name: string;
  /** The entity's other surface forms. */
  readonly aliases: readonly string[];
  /** How the text describes the entity, each wording once, in text order. */
  readonly roles: readonly string[];
  /** Where the roles stand. */
  readonly rolePlaces: readonly RolePlace[];
  /** The ids of entities that are near to this one but not the same: a country and its demonym. */
  readonly related?: readonly string[];
  /** Only of an unnamed source that speaks ("a senior official"), somebody of this document alone. */
  readonly anonymous?: true;
  readonly mentions: readonly Mention[];
}

export type QuoteKind = "direct" | "mixed" | "indirect";

export interface Speaker extends Span {
  /** Who the words of the span name; null where the text does not say. */
  readonly entity: string | null;
  /** The ids of those who speak together with the entity, in text order ("Ada Byron and Charles Babbage said"); absent where it speaks alone. */
  readonly others?: readonly string[];
  /** An unnamed source ("sources said"). */
  readonly anonymous: boolean;
  /** Which rule decided, in words a reader can check. */
  readonly rule: string;
  readonly confidence: number;
}

export interface Quote extends Span {
  readonly id: string;
  readonly kind: QuoteKind;
  readonly speaker: Speaker | null;
  readonly cue: Span | null;
  /** One span for each paragraph the quotation runs over. */
  readonly spans: readonly Span[];
  /** The ids of the entities named inside the quotation. */
  readonly about: readonly string[];
  /** Of kind mixed, the whole reported clause that the quoted words are part of; of a transcript's turn in marks, its words without the label. */
  readonly content?: readonly Span[];
}

export interface Topic {
  readonly label: string;
  /** The document itself lists the topic; otherwise it was extracted. */
  readonly declared: boolean;
  readonly entity: string | null;
  readonly mentions: readonly Span[];
}

export interface DateRef extends Span {
  /** ISO 8601 (2014-06-12, 2014-06, PT2H), resolved against the document's date. */
  readonly value: string;
}

export interface AnalyzedDocument {
  readonly path?: string;
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  readonly sha256: string;
  /** The text's length in UTF-16 code units. */
  readonly length: number;
  readonly title?: string;
  /** The document's own date, ISO 8601. */
  readonly date?: string;
  readonly sections: readonly Section[];
}

export interface Analysis {
  readonly format: typeof ANALYSIS_FORMAT;
  readonly document: AnalyzedDocument;
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  readonly topics: readonly Topic[];
  readonly dates: readonly DateRef[];
}

import type { EntityType } from "../../analysis/analysis.js";
import type {
  CollectionEntity,
  CollectionQuotation,
  CollectionSpeaker,
  CollectionTopic,
  EntityInDocument,
  EntityTypeCount,
  MayBeSame,
  MentionPlace,
  Place,
  TopicInDocument,
} from "../../collection/answers.js";
import type { Excerpt } from "../../sidebar/model/excerpt.js";

/** What a row of all documents stands for. */
export type AllSubject =
  | { readonly kind: "type"; readonly count: EntityTypeCount }
  | { readonly kind: "entity"; readonly entity: CollectionEntity }
  /** All pairs that may be one. */
  | { readonly kind: "pairs"; readonly total: number }
  /** A pair that may be one; `of` is the one of the two that it stands below, null where it stands among all pairs. */
  | { readonly kind: "pair"; readonly pair: MayBeSame; readonly of: string | null }
  /** `alone`: no other document has the entity. */
  | { readonly kind: "entityDocument"; readonly entity: CollectionEntity; readonly inDocument: EntityInDocument; readonly alone: boolean }
  | {
      readonly kind: "mention";
      readonly name: string;
      readonly type: EntityType;
      readonly place: MentionPlace;
      readonly excerpt: Excerpt | null;
    }
  | { readonly kind: "speaker"; readonly speaker: CollectionSpeaker }
  | { readonly kind: "quotation"; readonly quotation: CollectionQuotation }
  | { readonly kind: "topic"; readonly topic: CollectionTopic }
  | { readonly kind: "topicDocument"; readonly topic: CollectionTopic; readonly inDocument: TopicInDocument; readonly alone: boolean }
  | { readonly kind: "topicMention"; readonly topic: CollectionTopic; readonly place: Place; readonly excerpt: Excerpt | null }
  /** Stands for the rest of a list. */
  | { readonly kind: "more"; readonly shown: number; readonly total: number };

export interface AllRow {
  /** The same for the same row of another answer. */
  readonly id: string;
  readonly subject: AllSubject;
}

/** A row under another; the key tells it from its siblings. */
export interface KeyedSubject {
  readonly key: string;
  readonly subject: AllSubject;
}

/** The first rows of a list. */
export interface SubjectPage {
  readonly items: readonly KeyedSubject[];
  /** How many rows the whole list has. */
  readonly total: number;
}

/** How the reader wants a tree of all documents. */
export interface AllOptions {
  readonly filter: string;
  readonly order: "count" | "name";
  readonly indirect: boolean;
  readonly uncertainOnly: boolean;
}

/** The first rows of a tree. */
export interface FirstRows extends SubjectPage {
  /** How many of the things the tree is about are listed, and how many there are. */
  readonly listed: number;
  readonly all: number;
}

/** Lists one of the trees, as far as it is asked for. */
export interface AllLister {
  /** What the tree says where it has nothing to list. */
  readonly nothing: string;
  /** @param count the most rows. */
  first(options: AllOptions, count: number): Promise<FirstRows>;
  below(subject: AllSubject, options: AllOptions, count: number): Promise<SubjectPage>;
  /** Finds what stands at an offset of a document; undefined where nothing listed does. */
  pathAt(uri: string, offset: number): Promise<AllPath | undefined>;
}

/** The way to a row. */
export interface AllPath {
  /** From the first row on. */
  readonly keys: readonly string[];
  /** How many of the keys lead to the entity or the speaker. */
  readonly entry: number;
  /** What to filter by where that is not among the first rows. */
  readonly filter: string;
}

export const NO_ROWS: SubjectPage = { items: [], total: 0 };

/** The place that a row leads to: what it stands for, or the first place of that; undefined where that is to be asked for. */
export function placeOf(subject: AllSubject): Place | undefined {
  switch (subject.kind) {
    case "entityDocument":
      return subject.inDocument.first;
    case "mention":
    case "topicMention":
      return subject.place;
    case "quotation":
      return subject.quotation;
    case "topicDocument":
      return subject.inDocument.mentions[0];
    default:
      return undefined;
  }
}

import type { EntityType, QuoteKind } from "../analysis/analysis.js";

/** What a reviewer decided. A decision is one line of a sidecar file, and is never changed but by `state`, `modified` and a new anchor. */
export type Decision = DecisionRecord & DecisionBody;

/** Who decided, when, and where it holds. Times are ISO 8601 in UTC with milliseconds, so that they sort as text. */
export interface DecisionRecord {
  /** An IRI that is the decision's own: `urn:uuid:…`. */
  readonly id: string;
  /** Shared by the decisions that were made in one stroke; they are undone and redone as one. */
  readonly batch: string;
  readonly created: string;
  /** When the line last changed; of two lines with one id, the one modified later holds. */
  readonly modified: string;
  /** The reviewer's name. */
  readonly creator: string;
  /** Undoing keeps the decision and sets it undone, so that no merge of files brings it back to life. */
  readonly state: DecisionState;
  readonly scope: Scope;
  /** The path of the document in the workspace folder, with `/`; null where the decision holds everywhere. */
  readonly document: string | null;
}

export const DECISION_STATES = ["active", "undone"] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** `everywhere`: in every document of the workspace folder, also those opened later. Only decisions on a name can hold everywhere. */
export const SCOPES = ["document", "everywhere"] as const;
export type Scope = (typeof SCOPES)[number];

export const VERDICTS = ["verified", "disputed", "wrong", "to-be-checked"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const DOCUMENT_STATUSES = ["unread", "in-review", "done"] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** What a span was when it was decided on: something the engine found or a reviewer added, or words somebody selected. */
export const ITEM_KINDS = ["mention", "quotation", "selection"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Words of a text and where they stood. Positions count code points, end exclusive, as the Web Annotation standard says. */
export interface TextAnchor {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** Up to 32 code points before the words, and after them. */
  readonly prefix: string;
  readonly suffix: string;
}

export interface SpanTarget {
  readonly kind: "span";
  readonly item: ItemKind;
  readonly anchor: TextAnchor;
  /** SHA-256 of the text, in UTF-8, that the anchor was made on; lower-case hexadecimal. */
  readonly sha256: string;
}

/** An entity, by the name and type that the engine gave it (not by a name it was given in a review). */
export interface NameTarget {
  readonly kind: "name";
  readonly name: string;
  readonly type: EntityType;
  /** The path of a document that has the entity, where others have another entity of that name. Such a decision is about all documents alone. */
  readonly document?: string;
}

export interface DocumentTarget {
  readonly kind: "document";
}

/** Another decision: the comment that is answered, edited or resolved. */
export interface DecisionTarget {
  readonly kind: "decision";
  readonly id: string;
}

export type Target = SpanTarget | NameTarget | DocumentTarget | DecisionTarget;

/** Who said it: an entity, a name typed in, a source that stays unnamed, or nobody the text names. */
export type SpeakerChoice =
  | { readonly kind: "entity"; readonly name: NameTarget }
  | { readonly kind: "typed"; readonly name: string }
  | { readonly kind: "unnamed" }
  | { readonly kind: "nobody" };

/** A decision that takes a side on an item. `settles` names the decisions of others that it ends a disagreement between. */
interface Stance {
  readonly settles?: readonly string[];
}

export type DecisionBody =
  | ({ readonly kind: "accept"; readonly target: SpanTarget | NameTarget } & Stance)
  /** This mention, this name in the document, or everywhere. */
  | ({ readonly kind: "reject"; readonly target: SpanTarget | NameTarget } & Stance)
  | { readonly kind: "change-type"; readonly target: NameTarget; readonly type: EntityType }
  /** The register shows another name; the source keeps its words. */
  | { readonly kind: "rename"; readonly target: NameTarget; readonly name: string }
  | { readonly kind: "merge"; readonly target: NameTarget; readonly into: NameTarget }
  /** Two names that are not one; a form of a name (an alias) that is another's is parted from the entity it was counted to. */
  | { readonly kind: "keep-apart"; readonly target: NameTarget; readonly from: NameTarget }
  /** This mention is not `from`; it is `to`, or somebody with no other mention. */
  | { readonly kind: "take-out"; readonly target: SpanTarget; readonly from: NameTarget; readonly to: NameTarget | null }
  /** A missed name: at one place, or by name wherever it stands as whole words. `of` is the entity that it names, known or new. */
  | { readonly kind: "add-name"; readonly target: SpanTarget | NameTarget; readonly of: NameTarget }
  /** Another extent for a mention or a quotation. */
  | { readonly kind: "resize"; readonly target: SpanTarget; readonly to: TextAnchor }
  | ({ readonly kind: "verdict"; readonly target: SpanTarget | NameTarget; readonly verdict: Verdict } & Stance)
  | { readonly kind: "speaker"; readonly target: SpanTarget; readonly speaker: SpeakerChoice }
  | ({ readonly kind: "not-a-quotation"; readonly target: SpanTarget } & Stance)
  | { readonly kind: "add-quotation"; readonly target: SpanTarget; readonly quoteKind: QuoteKind }
  /** Markdown. On a span or an entity it opens a thread; on another comment it answers. */
  | { readonly kind: "comment"; readonly target: SpanTarget | NameTarget | DecisionTarget; readonly text: string }
  | { readonly kind: "edit-comment"; readonly target: DecisionTarget; readonly text: string }
  | { readonly kind: "resolve-comment"; readonly target: DecisionTarget; readonly resolved: boolean }
  /** Of a draft: what the check finds there by a rule is right as it stands. It holds as long as the words stay. */
  | { readonly kind: "ignore-finding"; readonly target: SpanTarget; readonly rule: string; readonly reason: string }
  | { readonly kind: "status"; readonly target: DocumentTarget; readonly status: DocumentStatus };

export type DecisionKind = DecisionBody["kind"];

/** What is to be known to make decisions: the caller's ids, clock and user. */
export interface Occasion {
  /** A new IRI for each decision made: `urn:uuid:` and a random UUID. */
  newId(): string;
  /** The present time, ISO 8601 in UTC with milliseconds. */
  readonly now: string;
  readonly creator: string;
  /** The stroke's, where it was begun in another place; else it is a new id. */
  readonly batch?: string;
}

/**
 * Decisions made in one stroke.
 * @param document the path of the document, null for decisions that hold everywhere.
 * @returns one active decision for each body, all of one batch.
 */
export function decisionsOf(bodies: readonly DecisionBody[], document: string | null, occasion: Occasion): Decision[] {
  const { newId, now, creator, batch = newId() } = occasion;
  const scope = document === null ? "everywhere" : "document";
  return bodies.map((body) => ({ id: newId(), batch, created: now, modified: now, creator, state: "active", scope, document, ...body }));
}

/** Sorts decisions from the first made to the last; of one moment, by id, so that every reader sees one order. */
export function byTime(a: Decision, b: Decision): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

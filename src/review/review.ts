import type { Analysis, Entity, Quote, Span } from "../analysis/analysis.js";
import type { Decision, DocumentStatus, NameTarget, Verdict } from "./decision.js";
import type { PlacedDecision } from "./placement.js";

/** What side reviewers took on an item. */
export type StanceValue = "accepted" | "rejected" | Verdict;

export type Standing =
  | { readonly kind: "undecided" }
  /** `stale`: the words are not those that were decided on, until somebody confirms it. */
  | { readonly kind: "decided"; readonly value: StanceValue; readonly by: Decision; readonly stale: boolean }
  /** Reviewers took different sides; the newest decision of each. A decision whose `settles` names them all ends it. */
  | { readonly kind: "disagreement"; readonly decisions: readonly Decision[] };

/** What was decided on one mention, entity or quotation. */
export interface ItemReview {
  readonly standing: Standing;
  /** Comments and answers on the item that are not undone. */
  readonly comments: number;
  /** Every active decision on the item, from the first made to the last, the comments' edits left out. */
  readonly decisions: readonly Decision[];
}

/** A comment with its answers; text and resolution as last edited. */
export interface CommentThread {
  /** Undefined where the comment is on an entity, or its words need a second look or are gone. */
  readonly span: Span | undefined;
  readonly comments: readonly ThreadComment[];
  readonly resolved: boolean;
  readonly placed: PlacedDecision;
}

export interface ThreadComment {
  readonly id: string;
  readonly creator: string;
  readonly created: string;
  /** When the text was last edited. */
  readonly modified: string;
  /** Markdown that is never to be trusted. */
  readonly text: string;
}

/** Something the engine found that reviewers took out. */
export type Rejected =
  | { readonly kind: "mention"; readonly span: Span; readonly name: string; readonly by: Decision }
  | { readonly kind: "entity"; readonly entity: Entity; readonly by: Decision }
  | { readonly kind: "quotation"; readonly quote: Quote; readonly by: Decision };

/** An analysis after the reviewers' decisions, with what was decided on each item. */
export interface Review {
  /** What the engine found, changed as decided. Ids are the engine's; those of added things are the decisions' ids. */
  readonly analysis: Analysis;
  readonly status: DocumentStatus;
  /** By entity id; only entities on which something was decided. */
  readonly entities: ReadonlyMap<string, ItemReview>;
  /** By `spanKey` of the mention; only mentions on which something was decided. */
  readonly mentions: ReadonlyMap<number, ItemReview>;
  /** By quotation id; only quotations on which something was decided. */
  readonly quotes: ReadonlyMap<string, ItemReview>;
  /**
   * The name and type by which the engine knows an entity, by entity id: what decisions on the entity must name. Where nothing was
   * decided the engine's are the entities' own, and none stands here.
   */
  readonly engineNames: ReadonlyMap<string, NameTarget>;
  /** In text order, those without a place last. */
  readonly threads: readonly CommentThread[];
  readonly rejected: readonly Rejected[];
  /** Active decisions whose words moved into doubt or are gone. */
  readonly secondLook: readonly PlacedDecision[];
}

export const UNDECIDED: ItemReview = { standing: { kind: "undecided" }, comments: 0, decisions: [] };

/** One number for a span of up to 2^26 code units, to find a mention by. */
export function spanKey({ start, end }: Span): number {
  return start * 2 ** 26 + end;
}

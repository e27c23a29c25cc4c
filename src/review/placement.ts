import type { Span } from "../analysis/analysis.js";
import type { Decision } from "./decision.js";

/** Where a decision stands in a text. Spans are UTF-16 code units, end exclusive. */
export type Placement =
  /** Its words stand where they stood. */
  | { readonly kind: "anchored"; readonly span: Span }
  /** Its words stand elsewhere, or (`wordsChanged`) in a slightly other wording, which makes a verdict on them stale. */
  | { readonly kind: "moved"; readonly span: Span; readonly wordsChanged: boolean }
  /** Something like its words stands there; somebody must look before the decision holds again. */
  | { readonly kind: "second-look"; readonly span: Span; readonly reason: SecondLookReason }
  /** Its words are gone. */
  | { readonly kind: "orphaned" }
  /** It is about a name. `occurrences` are places of the name, where the decision needs them. */
  | { readonly kind: "by-name"; readonly occurrences: readonly Span[] }
  /** It is about the document or about another decision. */
  | { readonly kind: "whole" };

export type SecondLookReason =
  /** A number, a name or a negation in the words is not what it was. */
  | "meaning"
  /** The same words, but nothing around them is as it was. */
  | "context"
  /** Several places are as good. */
  | "ambiguous";

export interface PlacedDecision {
  readonly decision: Decision;
  readonly placement: Placement;
  /** The new extent that a `resize` gives; only beside a placement that holds. */
  readonly extent?: Span;
}

/** The span of a placement that a decision may act on; undefined where it must not, or where it has none. */
export function heldSpan(placement: Placement): Span | undefined {
  return placement.kind === "anchored" || placement.kind === "moved" ? placement.span : undefined;
}

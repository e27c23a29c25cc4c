import type { Span } from "../analysis/analysis.js";
import type { Decision, SpanTarget } from "../review/decision.js";
import { decisionWords } from "../review/decisionWords.js";
import type { PlacedDecision, SecondLookReason } from "../review/placement.js";

/** How a decision stands in the text, the most urgent first. */
export const LOOK_KINDS = ["needs-look", "gone", "moved", "in-place"] as const;
export type LookKind = (typeof LOOK_KINDS)[number];

/** A decision on some words, and where they are now. */
export interface Look {
  readonly kind: LookKind;
  readonly decision: Decision;
  readonly target: SpanTarget;
  /** Where it stands, or may stand, now; undefined where its words are gone. UTF-16 code units, end exclusive. */
  readonly span: Span | undefined;
  /** Why somebody should look, in words; empty where nobody need. */
  readonly reason: string;
}

const REASONS: Readonly<Record<SecondLookReason, string>> = {
  meaning: "a number, a name or a negation changed",
  context: "nothing around the words is as it was",
  ambiguous: "the words stand at several places",
};

/** The active decisions on words of a document by how they stand, each kind in text order; those without a place by the place they had. */
export function looksOf(placed: readonly PlacedDecision[]): ReadonlyMap<LookKind, readonly Look[]> {
  const looks = placed.flatMap((one) => lookOf(one) ?? []);
  looks.sort((a, b) => (a.span?.start ?? a.target.anchor.start) - (b.span?.start ?? b.target.anchor.start));
  return new Map(LOOK_KINDS.map((kind) => [kind, looks.filter((look) => look.kind === kind)]));
}

/** Undefined for a decision that was undone, or that is on no words. */
export function lookOf({ decision, placement }: PlacedDecision): Look | undefined {
  const { target } = decision;
  if (decision.state !== "active" || target.kind !== "span") return undefined;
  switch (placement.kind) {
    case "anchored":
      return { kind: "in-place", decision, target, span: placement.span, reason: "" };
    case "moved":
      return placement.wordsChanged
        ? { kind: "needs-look", decision, target, span: placement.span, reason: "the words changed" }
        : { kind: "moved", decision, target, span: placement.span, reason: "" };
    case "second-look":
      return { kind: "needs-look", decision, target, span: placement.span, reason: REASONS[placement.reason] };
    case "orphaned":
      return { kind: "gone", decision, target, span: undefined, reason: "the words are gone" };
    case "by-name":
    case "whole":
      return undefined;
  }
}

/** What was decided, by whom, and why somebody should look: the end of a row. */
export function lookDescription({ decision, reason }: Look): string {
  const words = decision.kind === "comment" ? "comment" : decisionWords(decision);
  return [words, decision.creator, reason].filter((part) => part !== "").join(" · ");
}

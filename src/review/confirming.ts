import type { Span } from "../analysis/analysis.js";
import type { Decision } from "./decision.js";
import type { Anchors } from "./textAnchors.js";

/**
 * The decision on the words as they stand now: somebody looked, and it still holds there.
 * @param span where it holds, UTF-16 code units in the text of the anchors. @param now ISO 8601 in UTC with milliseconds.
 * @returns the decision to write in the place of the one of its id; the same decision where it is on no span.
 */
export function confirmed(decision: Decision, anchors: Anchors, span: Span, now: string): Decision {
  if (decision.target.kind !== "span") return decision;
  const target = anchors.target(span, decision.target.item);
  const modified = now > decision.modified ? now : new Date(Date.parse(decision.modified) + 1).toISOString();
  switch (decision.kind) {
    case "resize":
      return { ...decision, target, to: target.anchor, modified };
    case "accept":
    case "reject":
    case "verdict":
    case "comment":
    case "add-name":
    case "take-out":
    case "speaker":
    case "not-a-quotation":
    case "add-quotation":
      return { ...decision, target, modified };
    default:
      return decision;
  }
}

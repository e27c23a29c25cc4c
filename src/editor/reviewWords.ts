import type { Verdict } from "../review/decision.js";
import type { ItemReview, StanceValue, Standing } from "../review/review.js";

interface StanceWords {
  readonly label: string;
  readonly icon: string;
  /** One letter or sign at the end of a row. */
  readonly badge: string;
}

export const VERDICT_WORDS: Readonly<Record<Verdict, StanceWords>> = {
  verified: { label: "Verified", icon: "pass", badge: "✓" },
  disputed: { label: "Disputed", icon: "warning", badge: "!" },
  wrong: { label: "Wrong", icon: "error", badge: "✗" },
  "to-be-checked": { label: "To Be Checked", icon: "circle-large-outline", badge: "○" },
};

export const STANCE_WORDS: Readonly<Record<StanceValue, StanceWords>> = {
  ...VERDICT_WORDS,
  accepted: { label: "Accepted", icon: "check", badge: "✓" },
  rejected: { label: "Rejected", icon: "close", badge: "✗" },
};

/** What stands of the decisions on an item, in a few words of lower case; empty where nothing does. */
export function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case "undecided":
      return "";
    case "decided":
      return `${STANCE_WORDS[standing.value].label.toLowerCase()}${standing.stale ? ", words changed since" : ""}`;
    case "disagreement":
      return "disagreement";
  }
}

/** The standing and the comments of an item, for a row. */
export function reviewWords({ standing, comments }: ItemReview): string {
  const said = comments === 0 ? "" : comments === 1 ? "1 comment" : `${comments} comments`;
  return [standingWords(standing), said].filter((part) => part !== "").join(" · ");
}

import type { StanceValue, Standing } from "../../review/review.js";

/** What a sign at the end of a row can tell of the decisions on it. */
export type RowMark = StanceValue | "stale" | "disagreement";

/** @returns undefined where nothing was decided. */
export function rowMark(standing: Standing): RowMark | undefined {
  switch (standing.kind) {
    case "undecided":
      return undefined;
    case "decided":
      return standing.stale ? "stale" : standing.value;
    case "disagreement":
      return "disagreement";
  }
}

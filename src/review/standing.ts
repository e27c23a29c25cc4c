import type { Decision } from "./decision.js";
import type { StanceValue, Standing } from "./review.js";

/** A decision that takes a side. */
export interface Stance {
  readonly decision: Decision;
  readonly value: StanceValue;
  /** The words it is on are no longer those that were decided on. */
  readonly stale: boolean;
}

/** The side that a decision takes; undefined where it takes none. */
export function stanceValue(decision: Decision): StanceValue | undefined {
  switch (decision.kind) {
    case "accept":
      return "accepted";
    case "reject":
    case "not-a-quotation":
      return "rejected";
    case "verdict":
      return decision.verdict;
    default:
      return undefined;
  }
}

/**
 * What stands of the sides that reviewers took on one item. Each reviewer's newest side counts; those that a later one settles do not.
 * Decisions in one document come before those that hold everywhere.
 * @param stances from the first taken to the last.
 */
export function standingOf(stances: readonly Stance[]): Standing {
  if (stances.length === 0) return { kind: "undecided" };
  const here = stances.filter(({ decision }) => decision.scope === "document");
  const counted = here.length > 0 ? here : stances;
  const settled = new Set(counted.flatMap(({ decision }) => ("settles" in decision && decision.settles) || []));
  const newest = new Map<string, Stance>();
  for (const stance of counted) {
    newest.delete(stance.decision.creator);
    newest.set(stance.decision.creator, stance);
  }
  const all = [...newest.values()];
  const left = all.filter(({ decision }) => !settled.has(decision.id));
  const last = left.at(-1) ?? all[all.length - 1];
  if (left.some(({ value }) => value !== last.value)) return { kind: "disagreement", decisions: left.map(({ decision }) => decision) };
  return { kind: "decided", value: last.value, by: last.decision, stale: last.stale };
}

/** The ids that a new decision on the item must name to end the disagreement, or to stand over what others decided. */
export function settledBy(standing: Standing, creator: string): readonly string[] {
  switch (standing.kind) {
    case "undecided":
      return [];
    case "decided":
      return standing.by.creator === creator ? [] : [standing.by.id];
    case "disagreement":
      return standing.decisions.map(({ id }) => id);
  }
}

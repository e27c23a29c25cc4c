import type { Decision, Target } from "../review/decision.js";

/**
 * The decisions of an import that are not there yet: a file that is imported twice adds nothing the second time. What was undone
 * comes back with a new import.
 * @param known what holds in the document, undone decisions too.
 */
export function newDecisions(imported: readonly Decision[], known: readonly Decision[]): readonly Decision[] {
  const held = new Set(known.filter(({ state }) => state === "active").map(whatItSays));
  const ids = new Set(known.map(({ id }) => id));
  // A decision with an id of its own is told from the known one by that, and may be a newer state of it.
  return imported.filter((decision) => ids.has(decision.id) || !held.has(whatItSays(decision)));
}

/** What belongs to the occasion of a decision, and not to what it says. */
const OF_OCCASION: ReadonlySet<string> = new Set(["id", "batch", "created", "modified", "creator", "state", "scope", "document", "target"]);

/** What a decision says, and of which words; of a verdict also who gives it, for two reviewers may agree. */
function whatItSays(decision: Decision): string {
  const said = Object.entries(decision).filter(([key]) => !OF_OCCASION.has(key));
  said.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([wordsOf(decision.target), decision.kind === "verdict" ? decision.creator : "", said]);
}

function wordsOf(target: Target): unknown {
  if (target.kind !== "span") return target;
  const { start, end, exact } = target.anchor;
  return [target.item, start, end, exact];
}

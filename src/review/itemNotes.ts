import type { Decision } from "./decision.js";
import type { PlacedDecision } from "./placement.js";
import type { ItemReview } from "./review.js";
import { type Stance, stanceValue, standingOf } from "./standing.js";

/** What is gathered of the decisions on one item. */
export class ItemNotes {
  readonly decisions: Decision[] = [];
  readonly stances: Stance[] = [];
  comments = 0;

  /** @param stale the words the decision is on are no longer those of the item. */
  add({ decision, placement }: PlacedDecision, stale = false): void {
    this.decisions.push(decision);
    if (decision.kind === "comment") this.comments++;
    const value = stanceValue(decision);
    if (value) this.stances.push({ decision, value, stale: stale || (placement.kind === "moved" && placement.wordsChanged) });
  }

  /** The decision that takes the item out; undefined where it stays. */
  get rejection(): Decision | undefined {
    const standing = standingOf(this.stances);
    return standing.kind === "decided" && standing.value === "rejected" ? standing.by : undefined;
  }

  /** @param answers how many answers each comment has, by the comment's id. */
  review(answers: ReadonlyMap<string, number>): ItemReview {
    let comments = this.comments;
    if (comments > 0) for (const { id } of this.decisions) comments += answers.get(id) ?? 0;
    return { standing: standingOf(this.stances), comments, decisions: this.decisions };
  }
}

/** The notes on several items as those on one, in the order of time. */
export function joinedNotes(notes: readonly ItemNotes[]): ItemNotes {
  if (notes.length === 1) return notes[0];
  const joined = new ItemNotes();
  for (const { decisions, stances, comments } of notes) {
    joined.decisions.push(...decisions);
    joined.stances.push(...stances);
    joined.comments += comments;
  }
  joined.decisions.sort(byCreation);
  joined.stances.sort((a, b) => byCreation(a.decision, b.decision));
  return joined;
}

function byCreation(a: Decision, b: Decision): number {
  return a.created < b.created ? -1 : a.created > b.created ? 1 : 0;
}

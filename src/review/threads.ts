import type { Decision } from "./decision.js";
import { heldSpan, type PlacedDecision } from "./placement.js";
import type { CommentThread, ThreadComment } from "./review.js";

/**
 * The comments of a document as threads: each with its answers, in its newest text.
 * @param active decisions that are not undone, from the first made to the last.
 * @returns in text order, those without a place last.
 */
export function threadsOf(active: readonly PlacedDecision[]): CommentThread[] {
  const roots = new Map<string, { readonly placed: PlacedDecision; readonly comments: Map<string, ThreadComment>; resolved: boolean }>();
  const threadOf = new Map<string, string>();
  for (const placed of active) {
    const { decision } = placed;
    if (decision.kind !== "comment" && decision.kind !== "edit-comment" && decision.kind !== "resolve-comment") continue;
    if (decision.kind === "comment" && decision.target.kind !== "decision") {
      roots.set(decision.id, { placed, comments: new Map([[decision.id, commentOf(decision, decision.text)]]), resolved: false });
      threadOf.set(decision.id, decision.id);
      continue;
    }
    const { target } = decision;
    const root = target.kind === "decision" ? threadOf.get(target.id) : undefined;
    const thread = root === undefined ? undefined : roots.get(root);
    if (root === undefined || thread === undefined || target.kind !== "decision") continue;
    if (decision.kind === "resolve-comment") {
      thread.resolved = decision.resolved;
    } else if (decision.kind === "comment") {
      thread.comments.set(decision.id, commentOf(decision, decision.text));
      threadOf.set(decision.id, root);
    } else {
      const edited = thread.comments.get(target.id);
      if (edited) thread.comments.set(target.id, { ...edited, text: decision.text, modified: decision.created });
    }
  }
  const threads = Array.from(roots.values(), ({ placed, comments, resolved }) => ({
    span: heldSpan(placed.placement),
    comments: [...comments.values()],
    resolved,
    placed,
  }));
  return threads.sort((a, b) => (a.span?.start ?? Number.POSITIVE_INFINITY) - (b.span?.start ?? Number.POSITIVE_INFINITY) || 0);
}

function commentOf({ id, creator, created }: Decision, text: string): ThreadComment {
  return { id, creator, created, modified: created, text };
}

import type { EntityNode, EntityRegister } from "./entityRegister.js";
import type { PlacedDecision } from "./placement.js";

/** Which entity each entity was merged into; itself where it was not. */
export type Merged = (node: EntityNode) => EntityNode;

/**
 * The entities that reviewers made one. Of a merge and a parting of the same two, the later holds; a merge that would join two that
 * are kept apart, by way of a third, is left out.
 * @param active decisions that are not undone, from the first made to the last.
 */
export function mergedEntities(active: readonly PlacedDecision[], register: EntityRegister): Merged {
  const pairs = new Map<string, { readonly from: EntityNode; readonly into: EntityNode; readonly apart: boolean }>();
  for (const { decision } of active) {
    if (decision.kind !== "merge" && decision.kind !== "keep-apart") continue;
    const other = decision.kind === "merge" ? decision.into : decision.from;
    if (decision.target.document !== undefined || other.document !== undefined) continue;
    const match = decision.scope === "document" ? "form" : "name";
    const from = register.named(decision.target, match);
    const into = register.named(other, match);
    if (!from || !into || from === into) continue;
    const key = from.id < into.id ? `${from.id} ${into.id}` : `${into.id} ${from.id}`;
    pairs.delete(key);
    pairs.set(key, { from, into, apart: decision.kind === "keep-apart" });
  }
  const parents = new Map<EntityNode, EntityNode>();
  const apart = new Map<EntityNode, Set<EntityNode>>();

  function root(node: EntityNode): EntityNode {
    let top = node;
    for (let parent = parents.get(top); parent; parent = parents.get(top)) top = parent;
    for (let at = node; at !== top; ) {
      const next = parents.get(at) ?? top;
      parents.set(at, top);
      at = next;
    }
    return top;
  }

  function keepApart(one: EntityNode, other: EntityNode): void {
    apart.set(one, (apart.get(one) ?? new Set()).add(other));
    apart.set(other, (apart.get(other) ?? new Set()).add(one));
  }

  for (const pair of pairs.values()) if (pair.apart) keepApart(pair.from, pair.into);
  for (const pair of pairs.values()) {
    if (pair.apart) continue;
    const from = root(pair.from);
    const into = root(pair.into);
    if (from === into || apart.get(from)?.has(into)) continue;
    parents.set(from, into);
    for (const other of apart.get(from) ?? []) keepApart(into, other);
  }
  return root;
}

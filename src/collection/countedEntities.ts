import type { EntityType } from "../analysis/analysis.js";
import type { CollectionEntity, Page, PageRequest } from "./answers.js";
import { mostOf } from "./entityAnswers.js";
import { ENTITY_ORDERS } from "./entityOrder.js";
import type { Identity } from "./identity.js";
import type { IdentityNode } from "./identityNode.js";

const MOST_ITEMS = 200;

/** What an entity is listed by; the rest of an answer is read of those that are shown. */
export type CountedEntity = Pick<CollectionEntity, "id" | "type" | "documents" | "mentions">;

/**
 * All entities by what they are listed by.
 * @param isDecided whether a reviewer decided on an entity's name or type.
 * @param read gives the whole answer, or null.
 */
export function countedEntities(
  identity: Identity,
  isDecided: (id: string) => boolean,
  read: (id: string) => CollectionEntity | null,
): readonly CountedEntity[] {
  const only = new Map<string, IdentityNode | null>();
  for (const node of identity.graph.nodes()) {
    if (!node.isUsed) continue;
    for (const id of identity.idsOf(node)) only.set(id, node.isSplit || only.has(id) ? null : node);
  }
  return [...only].flatMap(([id, node]) => (node === null || isDecided(id) ? (read(id) ?? []) : countedOf(id, node)));
}

/** Of an entity that all documents have by one name, apart from names that no document has by themselves. */
function countedOf(id: string, { refs }: IdentityNode): CountedEntity {
  if (refs.length === 1) return { id, type: refs[0].type, documents: 1, mentions: refs[0].mentions };
  const types = new Map<EntityType, number>();
  let mentions = 0;
  for (const ref of refs) {
    types.set(ref.type, (types.get(ref.type) ?? 0) + 1);
    mentions += ref.mentions;
  }
  return { id, type: mostOf(types), documents: new Set(refs.map(({ slot }) => slot)).size, mentions };
}

/**
 * A page in the order of the numbers, and of the names among equals: only the equals that the page has some of are read whole.
 * @param read gives the whole answer, or null.
 */
export function countedPage(
  counted: readonly CountedEntity[],
  sort: "documents" | "mentions",
  { offset = 0, count = MOST_ITEMS }: PageRequest,
  read: (id: string) => CollectionEntity | null,
): Page<CollectionEntity> {
  const order = (a: CountedEntity, b: CountedEntity): number =>
    (sort === "documents" ? b.documents - a.documents : 0) || b.mentions - a.mentions;
  const sorted = [...counted].sort(order);
  const end = Math.min(sorted.length, offset + count);
  if (offset >= end) return { items: [], total: sorted.length };
  let first = offset;
  while (first > 0 && order(sorted[first - 1], sorted[offset]) === 0) first--;
  let last = end;
  while (last < sorted.length && order(sorted[last], sorted[end - 1]) === 0) last++;
  const shown = sorted.slice(first, last).flatMap(({ id }) => read(id) ?? []);
  return { items: shown.sort(ENTITY_ORDERS[sort]).slice(offset - first, end - first), total: sorted.length };
}

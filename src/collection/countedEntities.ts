import { ENTITY_TYPES, type EntityType } from "../analysis/analysis.js";
import type { CollectionEntity, Page, PageRequest } from "./answers.js";
import { mostOf } from "./entityAnswers.js";
import { ENTITY_ORDERS } from "./entityOrder.js";
import type { Identity } from "./identity.js";
import type { IdentityNode } from "./identityNode.js";

const MOST_ITEMS = 200;

/** What an entity is listed by; the rest of an answer is read of those that are shown. */
type CountedEntity = Pick<CollectionEntity, "id" | "type" | "documents" | "mentions">;

/** All entities by what they are listed by; in typed arrays, since there are hundreds of thousands. */
export class CountedEntities {
  readonly ids: readonly string[];
  readonly #types: Uint8Array;
  readonly #documents: Int32Array;
  readonly #mentions: Int32Array;
  /** Gives the whole answer, or null. */
  readonly #read: (id: string) => CollectionEntity | null;

  /**
   * @param isDecided whether a reviewer decided on an entity's name or type.
   * @param read gives the whole answer, or null.
   */
  constructor(identity: Identity, isDecided: (id: string) => boolean, read: (id: string) => CollectionEntity | null) {
    this.#read = read;
    const only = onlyNodes(identity);
    const ids: string[] = [];
    this.#types = new Uint8Array(only.size);
    this.#documents = new Int32Array(only.size);
    this.#mentions = new Int32Array(only.size);
    for (const [id, node] of only) {
      const counted = node === null || isDecided(id) ? read(id) : countedOf(id, node);
      if (counted === null) continue;
      this.#types[ids.length] = ENTITY_TYPES.indexOf(counted.type);
      this.#documents[ids.length] = counted.documents;
      this.#mentions[ids.length] = counted.mentions;
      ids.push(id);
    }
    this.ids = ids;
  }

  /** How many entities each type has. */
  types(): ReadonlyMap<EntityType, number> {
    const counts = new Map<EntityType, number>();
    for (let i = 0; i < this.ids.length; i++) {
      const type = ENTITY_TYPES[this.#types[i]];
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return counts;
  }

  /**
   * A page in the order of the numbers, and of the names among equals: only the equals that the page has some of are read whole.
   * @param types all where undefined.
   */
  page(
    types: readonly EntityType[] | undefined,
    sort: "documents" | "mentions",
    { offset = 0, count = MOST_ITEMS }: PageRequest,
  ): Page<CollectionEntity> {
    const order = (a: number, b: number): number =>
      (sort === "documents" ? this.#documents[b] - this.#documents[a] : 0) || this.#mentions[b] - this.#mentions[a];
    const sorted = this.#ofTypes(types).sort(order);
    const end = Math.min(sorted.length, offset + count);
    if (offset >= end) return { items: [], total: sorted.length };
    let first = offset;
    while (first > 0 && order(sorted[first - 1], sorted[offset]) === 0) first--;
    let last = end;
    while (last < sorted.length && order(sorted[last], sorted[end - 1]) === 0) last++;
    const shown = [...sorted.subarray(first, last)].flatMap((each) => this.#read(this.ids[each]) ?? []);
    return { items: shown.sort(ENTITY_ORDERS[sort]).slice(offset - first, end - first), total: sorted.length };
  }

  #ofTypes(types: readonly EntityType[] | undefined): Int32Array {
    const all = Int32Array.from(this.ids.keys());
    return types === undefined ? all : all.filter((each) => types.includes(ENTITY_TYPES[this.#types[each]]));
  }
}

/** The node of each entity that all documents have by one name, apart from names that no document has by themselves; null of the others. */
function onlyNodes(identity: Identity): ReadonlyMap<string, IdentityNode | null> {
  const only = new Map<string, IdentityNode | null>();
  for (const node of identity.graph.nodes()) {
    if (!node.isUsed) continue;
    for (const id of identity.idsOf(node)) only.set(id, node.isSplit || only.has(id) ? null : node);
  }
  return only;
}

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

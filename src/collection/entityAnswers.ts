import type { EntityType } from "../analysis/analysis.js";
import type { CollectionEntity } from "./answers.js";
import type { Cluster, Identity } from "./identity.js";
import type { IdentityNode } from "./identityNode.js";
import { byCount, Tally } from "./tally.js";

const MOST_ALIASES = 10;
/** So many answers are kept to be given again. */
const MOST_KEPT = 4000;

/** What is answered of the entities of all documents. */
export class EntityAnswers {
  readonly #identity: Identity;
  readonly #kept = new Map<string, CollectionEntity>();

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  /** Says that entities are others than before. */
  changed(): void {
    if (this.#kept.size > 0) this.#kept.clear();
  }

  of(cluster: Cluster): CollectionEntity {
    const known = this.#kept.get(cluster.id);
    if (known !== undefined) return known;
    const answer = this.#simpleAnswer(cluster) ?? this.#fullAnswer(cluster);
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(cluster.id, answer);
    return answer;
  }

  /** Of an entity that one document has, by one name, as most are. */
  #simpleAnswer({ id, parts }: Cluster): CollectionEntity | null {
    const [{ root, sense }] = parts;
    if (parts.length > 1 || sense !== null || root.uses !== 1 || this.#identity.graph.members(root).length > 1) return null;
    const [[name, count], ...others] = root.forms();
    if (count > 1 || others.length > 0) return null;
    const [{ type, mentions }] = root.refs;
    return { id, type, name, aliases: [], documents: 1, mentions };
  }

  #fullAnswer(cluster: Cluster): CollectionEntity {
    const slots = new Set<number>();
    const types = new Map<EntityType, number>();
    const names = new Tally();
    const nodes: IdentityNode[] = [];
    let mentions = 0;
    for (const [node, refs] of this.#identity.members(cluster)) {
      for (const ref of refs) {
        slots.add(ref.slot);
        types.set(ref.type, (types.get(ref.type) ?? 0) + 1);
        mentions += ref.mentions;
      }
      for (const [form, count] of node.forms()) names.add(form, count);
      nodes.push(node);
    }
    const name = listedName(nodes);
    const aliases = [...names.entries()]
      .filter(([form]) => form.toLowerCase() !== name.toLowerCase())
      .sort(byCount)
      .slice(0, MOST_ALIASES)
      .map(([form]) => form);
    return { id: cluster.id, type: mostOf(types), name, aliases, documents: slots.size, mentions };
  }
}

/** The full name that most documents have; a single name or an acronym only where there is no other. */
function listedName(nodes: readonly IdentityNode[]): string {
  const full = nodes.filter((node) => node.isFullName || (!node.isPerson && node.key.includes(" ")));
  const [most] = (full.length > 0 ? full : [...nodes]).sort((a, b) => b.uses - a.uses || (a.key < b.key ? -1 : 1));
  const [[name]] = [...most.forms()].sort(byCount);
  return name;
}

/** The type that most documents give; of equals the first by its letters. */
export function mostOf(types: ReadonlyMap<EntityType, number>): EntityType {
  let best: EntityType = "organization";
  let most = 0;
  for (const [type, count] of types) if (count > most || (count === most && type < best)) [best, most] = [type, count];
  return best;
}

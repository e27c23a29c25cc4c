import type { Entity, Mention } from "../analysis/analysis.js";
import type { NameTarget } from "./decision.js";

/** An entity on its way through the decisions: what the engine found, and the mentions that come and go. */
export interface EntityNode {
  readonly id: string;
  readonly known: NameTarget;
  /** Null where a reviewer added the entity. */
  readonly found: Entity | null;
  readonly added: Mention[];
  readonly removed: Set<Mention>;
}

/** `name`: by the entity's own name alone; `form`: by another of its forms too, where only one entity has it. */
export type NameMatch = "name" | "form";

/** The entities of a document, to be found by name. */
export class EntityRegister {
  readonly #nodes: EntityNode[] = [];
  readonly #byEntity = new Map<string, EntityNode>();
  readonly #byKey = new Map<string, EntityNode>();
  /** Null where a name is several entities'. */
  readonly #byName = new Map<string, EntityNode | null>();
  readonly #byForm = new Map<string, EntityNode | null>();

  constructor(entities: readonly Entity[]) {
    for (const found of entities) this.#add({ id: found.id, known: { kind: "name", name: found.name, type: found.type }, found });
    for (const node of this.#nodes) {
      for (const alias of node.found?.aliases ?? []) addUnlessShared(this.#byForm, alias, node);
    }
  }

  /** In the engine's order, the added ones last. */
  get nodes(): readonly EntityNode[] {
    return this.#nodes;
  }

  withId(id: string): EntityNode | undefined {
    return this.#byEntity.get(id);
  }

  named(target: NameTarget, match: NameMatch): EntityNode | undefined {
    const own = this.#byKey.get(keyOf(target)) ?? this.#byName.get(target.name);
    return own ?? (match === "form" ? (this.#byForm.get(target.name) ?? undefined) : undefined);
  }

  /** The entity of that name, made where there is none. */
  namedOrNew(target: NameTarget, id: string): EntityNode {
    return this.named(target, "form") ?? this.create(target, id);
  }

  create(known: NameTarget, id: string): EntityNode {
    return this.#add({ id, known, found: null });
  }

  #add(parts: Pick<EntityNode, "id" | "known" | "found">): EntityNode {
    const node: EntityNode = { ...parts, added: [], removed: new Set() };
    this.#nodes.push(node);
    this.#byEntity.set(node.id, node);
    const key = keyOf(node.known);
    if (!this.#byKey.has(key)) this.#byKey.set(key, node);
    addUnlessShared(this.#byName, node.known.name, node);
    return node;
  }
}

function keyOf({ name, type }: NameTarget): string {
  return `${type} ${name}`;
}

function addUnlessShared(map: Map<string, EntityNode | null>, name: string, node: EntityNode): void {
  const known = map.get(name);
  map.set(name, known === undefined || known === node ? node : null);
}

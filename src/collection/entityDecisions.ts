import type { EntityType } from "../analysis/analysis.js";
import type { CollectionEntity, EntityDecision } from "./answers.js";
import type { Identity } from "./identity.js";
import { identityKeys } from "./identityKeys.js";

/** What was decided of one entity. */
interface Decided {
  isRejected: boolean;
  name?: string;
  type?: EntityType;
}

/** What reviewers decided of entities of all documents: that one is none, its name, its type. */
export class EntityDecisions {
  readonly #identity: Identity;
  #decisions: readonly EntityDecision[] = [];
  /** By the entity's id; read anew when the documents are others. */
  #decided: ReadonlyMap<string, Decided> | null = null;

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  /** @param decisions in the order they were made: of two on one thing the later holds. */
  set(decisions: readonly EntityDecision[]): void {
    this.#decisions = decisions;
    this.#decided = null;
  }

  /** Says that the documents are others than before. */
  forget(): void {
    this.#decided = null;
  }

  has(id: string): boolean {
    return this.#read().has(id);
  }

  /** The entity as it was decided; null where it was rejected. */
  applied(entity: CollectionEntity): CollectionEntity | null {
    const decided = this.#read().get(entity.id);
    if (decided === undefined) return entity;
    return decided.isRejected ? null : withDecided(entity, decided);
  }

  /** The entity with its decided name and type, rejected or not: who speaks is listed. */
  named(entity: CollectionEntity): CollectionEntity {
    const decided = this.#read().get(entity.id);
    return decided === undefined ? entity : withDecided(entity, decided);
  }

  /** The ids of entities that were renamed, with their names. */
  *renamed(): IterableIterator<readonly [string, string]> {
    for (const [id, { name }] of this.#read()) if (name !== undefined) yield [id, name];
  }

  #read(): ReadonlyMap<string, Decided> {
    if (this.#decided !== null) return this.#decided;
    const read = new Map<string, Decided>();
    const rejected = new Map<string, Set<string>>();
    for (const decision of this.#decisions) {
      const id = this.#identity.idAt(decision.target);
      if (id === null) continue;
      if (decision.kind === "reject") {
        const names = rejected.get(id) ?? new Set();
        rejected.set(id, names.add(nameOf(decision.target.type, identityKeys({ ...decision.target, aliases: [] }).main)));
        continue;
      }
      const decided = read.get(id) ?? { isRejected: false };
      read.set(id, decided);
      if (decision.kind === "rename") decided.name = decision.name;
      else decided.type = decision.type;
    }
    for (const [id, names] of rejected) if (this.#isWhole(id, names)) read.set(id, { ...read.get(id), isRejected: true });
    this.#decided = read;
    return read;
  }

  /** Whether every document names an entity by a name that was rejected: mentions by another name were not. */
  #isWhole(id: string, rejected: ReadonlySet<string>): boolean {
    const cluster = this.#identity.cluster(id);
    if (cluster === null) return false;
    for (const [node, refs] of this.#identity.members(cluster)) {
      if (refs.some(({ type }) => !rejected.has(nameOf(type, node.key)))) return false;
    }
    return true;
  }
}

function nameOf(type: EntityType, key: string): string {
  return `${type} ${key}`;
}

function withDecided(entity: CollectionEntity, { name = entity.name, type = entity.type }: Decided): CollectionEntity {
  const aliases = name === entity.name ? entity.aliases : [entity.name, ...entity.aliases.filter((alias) => alias !== name)];
  return { ...entity, name, type, aliases };
}

import type { IdentityDecision, IdentityTarget } from "./answers.js";
import type { IndexedEntity } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import { IdentityGraph } from "./identityGraph.js";
import { identityKeys } from "./identityKeys.js";
import type { IdentityNode, SensedRef } from "./identityNode.js";
import type { EntityRef } from "./refTable.js";
import type { SavedParts, SavedReader } from "./savedParts.js";

/** An entity of the collection on its way to an answer. */
export interface Cluster {
  readonly id: string;
  /** The roots it consists of, each with the sense of the name that is meant; several where a reviewer said that they are one. */
  readonly parts: readonly ClusterPart[];
}

export interface ClusterPart {
  readonly root: IdentityNode;
  readonly sense: number | null;
}

/** Entities of the collection: the graph of names, parted into senses, and what reviewers decided. */
export class Identity {
  readonly graph = new IdentityGraph();
  readonly #documents: DocumentTable;
  #decisions: readonly IdentityDecision[] = [];
  /** The id that decided ids are listed under; the ids listed under one. */
  #joined: ReadonlyMap<string, string> | null = null;
  #parted: readonly IdentityNode[] = [];
  /** The pairs of ids that are not one, read with the decisions. */
  #apart: ReadonlySet<string> | null = null;
  #hasParted = false;

  constructor(documents: DocumentTable) {
    this.#documents = documents;
  }

  add(slot: number, entities: readonly IndexedEntity[]): void {
    this.#joined = null;
    for (const [number, entity] of entities.entries()) this.graph.add(slot, number, entity);
  }

  remove(slot: number, entities: readonly IndexedEntity[]): void {
    this.#joined = null;
    for (const [number, entity] of entities.entries()) this.graph.remove(slot, number, entity);
  }

  /** What was decided is not saved. */
  saved(): SavedParts {
    return this.graph.saved(!this.#hasParted);
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.#joined = null;
    this.graph.restore(from);
  }

  /** See {@link IdentityGraph.prepare}. */
  prepare(most: number): number {
    this.#decided();
    return this.graph.prepare(most);
  }

  decide(decisions: readonly IdentityDecision[]): void {
    this.#decisions = decisions;
    this.#joined = null;
  }

  /** The id of the entity that a document's entity is. */
  idOf(node: IdentityNode, ref: SensedRef): string {
    const root = this.#decided().get(this.#ownId(node, ref));
    return root ?? this.#ownId(node, ref);
  }

  /** The ids of all that one node's references are. */
  idsOf(node: IdentityNode): Iterable<string> {
    this.#decided();
    if (!node.isSplit) return [this.#listed(this.graph.rootOf(node).key)];
    const senses = new Set(node.refs.map((ref) => node.senseOf(ref)));
    return new Set([...senses].map((sense) => this.#listed(`${node.key}#${sense}`)));
  }

  cluster(id: string): Cluster | null {
    const ids = [id, ...[...this.#decided()].filter(([, listed]) => listed === id).map(([own]) => own)];
    const parts = [...new Set(ids)].flatMap((each) => {
      const [key, sense] = splitId(each);
      const root = this.graph.node(key);
      return root === undefined ? [] : [{ root, sense }];
    });
    return parts.length === 0 ? null : { id: this.#listed(id), parts };
  }

  /** The nodes of a cluster, each with those of its references that belong to it. */
  *members({ parts }: Cluster): IterableIterator<readonly [IdentityNode, readonly EntityRef[]]> {
    for (const { root, sense } of parts) {
      if (sense !== null) yield [root, root.refs.filter((ref) => root.senseOf(ref) === sense)];
      else for (const node of this.graph.members(root)) yield [node, node.refs];
    }
  }

  /** Whether a reviewer decided that two are not one. */
  isApart(a: string, b: string): boolean {
    this.#decided();
    this.#apart ??= new Set(
      this.#decisions
        .filter(({ kind }) => kind === "apart")
        .map(({ left, right }) => pairOf(this.idAt(left) ?? "", this.idAt(right) ?? "")),
    );
    return this.#apart.has(pairOf(a, b));
  }

  /** The id of the entity that a reviewer points at, or null where it is gone. */
  idAt(target: IdentityTarget): string | null {
    const own = this.#ownIdAt(target);
    return own === null ? null : this.#listed(own);
  }

  #listed(id: string): string {
    return this.#decided().get(id) ?? id;
  }

  #ownId(node: IdentityNode, ref: SensedRef): string {
    const sense = node.isSplit ? node.senseOf(ref) : null;
    return sense === null ? this.graph.rootOf(node).key : `${node.key}#${sense}`;
  }

  #ownIdAt({ type, name, path }: IdentityTarget): string | null {
    const node = this.graph.node(identityKeys({ type, name, aliases: [] }).main);
    if (node === undefined) return null;
    const slot = path === undefined ? undefined : this.#documents.slotOf(path);
    const ref = node.refs.find((each) => each.slot === slot);
    if (ref !== undefined) return this.#ownId(node, ref);
    return node.isSplit ? `${node.key}#0` : this.graph.rootOf(node).key;
  }

  /** Reads the decisions against the present documents: first those that part, then those that join. */
  #decided(): ReadonlyMap<string, string> {
    if (this.#joined !== null) return this.#joined;
    this.#joined = new Map();
    this.#apart = null;
    this.#part();
    const joined = new Map<string, string>();
    const top = (id: string): string => {
      let at = id;
      for (let next = joined.get(at); next !== undefined; next = joined.get(at)) at = next;
      return at;
    };
    for (const { kind, left, right } of this.#decisions) {
      const [a, b] = [this.#ownIdAt(left), this.#ownIdAt(right)];
      if (kind !== "same" || a === null || b === null || top(a) === top(b)) continue;
      const [first, second] = [top(a), top(b)].sort();
      joined.set(second, first);
    }
    this.#joined = new Map([...joined.keys()].map((id) => [id, top(id)]));
    return this.#joined;
  }

  #part(): void {
    const isParting = this.#decisions.some(({ kind }) => kind === "apart");
    if (!isParting && !this.#hasParted) return;
    this.#hasParted = isParting;
    for (const node of this.#parted) node.part(null);
    const cut = new Set<string>();
    const parted = new Map<IdentityNode, Map<number, number>>();
    this.graph.cutOff(cut);
    for (const { kind, left, right } of this.#decisions) {
      if (kind !== "apart") continue;
      const [a, b] = [left, right].map(({ type, name }) => this.graph.node(identityKeys({ type, name, aliases: [] }).main));
      if (a === undefined || b === undefined) continue;
      if (a !== b && this.graph.rootOf(a) === this.graph.rootOf(b)) {
        if (this.graph.rootOf(a) !== a) cut.add(a.key);
        if (this.graph.rootOf(b) !== b) cut.add(b.key);
      }
      const slot = right.path === undefined ? undefined : this.#documents.slotOf(right.path);
      if (a !== b || slot === undefined) continue;
      const senses = parted.get(a) ?? new Map<number, number>();
      senses.set(slot, FIRST_DECIDED + senses.size);
      parted.set(a, senses);
    }
    for (const [node, senses] of parted) node.part(senses);
    this.#parted = [...parted.keys()];
    this.graph.cutOff(cut);
  }
}

/** Senses that a reviewer parted are numbered from here. */
const FIRST_DECIDED = 1000;

function pairOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

function splitId(id: string): readonly [string, number | null] {
  const at = id.lastIndexOf("#");
  return at < 0 ? [id, null] : [id.slice(0, at), Number(id.slice(at + 1))];
}

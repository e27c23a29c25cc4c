import type { IndexedEntity } from "./documentRecord.js";
import { SINGLE_NAME } from "./identityKeys.js";
import type { IdentityNode } from "./identityNode.js";
import { NameTable } from "./nameTable.js";
import { NameTargets } from "./nameTargets.js";
import { type SavedParts, type SavedReader, savedNumbers } from "./savedParts.js";

/** So many names are read in a portion. */
const PORTION = 256;

/**
 * Which names are one entity's. Every name is a node; each node points at the one fuller name that it is short for, or at none; what
 * points at one node in the end is one entity. Where a node points depends only on what the documents say, never on the order in which
 * they came, and is read when it is asked for: adding a document costs as much as the document has entities.
 */
export class IdentityGraph {
  readonly names = new NameTable();
  readonly #targets = new NameTargets(this.names);
  /** Whether it was read where names point; what a change can have turned is read anew. */
  #hasTargets = false;
  /** The names about which something changed since it was read last. */
  readonly #stale = new Set<number>();
  /** Under this number all names are read, but what changed since. */
  #readTo = 0;
  /** Names that point at nothing, whatever they are short for. */
  #cut: ReadonlySet<string> = new Set();
  /** The names that have other forms than when this was asked last. */
  #otherForms = new Set<number>();

  add(slot: number, entity: number, { type, name: form, keys, facts, mentions, quotes }: IndexedEntity): void {
    const name = this.#touched(keys.main);
    if (this.names.add(name, { slot, entity, type, facts, mentions, quotes }, form)) this.#otherForms.add(name);
    for (const other of keys.others) {
      const short = this.#touched(other.key);
      if (this.names.addForm(short, other.form)) this.#otherForms.add(short);
      this.names.shortForms.add(name, short);
    }
  }

  /** Takes out what was added with the same values. */
  remove(slot: number, entity: number, { name: form, keys }: IndexedEntity): void {
    const name = this.#touched(keys.main);
    if (this.names.remove(name, slot, entity, form)) this.#otherForms.add(name);
    for (const other of keys.others) {
      const short = this.#touched(other.key);
      if (this.names.removeForm(short, other.form)) this.#otherForms.add(short);
      this.names.shortForms.remove(name, short);
      this.#dropIfEmpty(short);
    }
    this.#dropIfEmpty(name);
  }

  /** Reads of up to so many portions of names where they point, which questions do by themselves. @returns how many are left. */
  prepare(most: number): number {
    this.#forgetTargets();
    this.#hasTargets = true;
    let left = most * PORTION;
    while (this.#readTo < this.names.end && left > 0) {
      const name = this.#readTo++;
      if (!this.names.has(name) || this.names.target(name) !== undefined) continue;
      this.#target(this.names.node(name));
      left--;
    }
    return Math.ceil((this.names.end - this.#readTo) / PORTION);
  }

  /** The numbers of the names that have other forms than when this was asked last; of those that nothing has any more, too. */
  takeOtherForms(): ReadonlySet<number> {
    const taken = this.#otherForms;
    if (taken.size > 0) this.#otherForms = new Set();
    return taken;
  }

  *nodes(): IterableIterator<IdentityNode> {
    for (let name = 0; name < this.names.end; name++) if (this.names.has(name)) yield this.names.node(name);
  }

  /** How many names there are. */
  get size(): number {
    return this.names.size;
  }

  node(key: string): IdentityNode | undefined {
    const name = this.names.find(key);
    return name === undefined ? undefined : this.names.node(name);
  }

  /** Names that point at nothing, whatever they are short for. */
  cutOff(keys: ReadonlySet<string>): void {
    this.#cut = keys;
    for (let name = 0; name < this.names.end; name++) this.names.setTarget(name, undefined);
    this.names.surnames.allChanged();
    this.#hasTargets = false;
    this.#readTo = 0;
    this.#stale.clear();
  }

  /** The node of the fullest name of the entity that has a name. */
  rootOf(node: IdentityNode): IdentityNode {
    this.#forgetTargets();
    const first = this.#target(node);
    if (first === null) return node;
    const path = [node, first];
    let root = first;
    for (let next = this.#target(root); next !== null; next = this.#target(root)) {
      const circle = path.indexOf(next);
      if (circle >= 0) return path.slice(circle).reduce((least, each) => (each.key < least.key ? each : least));
      path.push(next);
      root = next;
    }
    return root;
  }

  /** All nodes of an entity. */
  members(root: IdentityNode): readonly IdentityNode[] {
    const members = new Set([root]);
    for (const member of members) for (const near of this.#pointingAt(member)) if (this.rootOf(near) === root) members.add(near);
    return [...members];
  }

  /** The entities that a short or partial name could mean. */
  candidates(node: IdentityNode): readonly IdentityNode[] {
    return this.#targets.candidates(node);
  }

  /** @param withTargets false where a reviewer's decisions count for where names point. */
  *saved(withTargets: boolean): SavedParts {
    this.#forgetTargets();
    yield savedNumbers(Int32Array.of(withTargets ? 1 : 0, this.#readTo));
    yield* this.names.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    const [withTargets, readTo] = from.ints();
    this.names.restore(from);
    this.#hasTargets = true;
    this.#readTo = readTo;
    if (withTargets === 0) this.cutOff(new Set());
  }

  /** The name about which something is to change. */
  #touched(key: string): number {
    const name = this.names.numberFor(key);
    if (this.#hasTargets) this.#stale.add(name);
    if (this.names.isFullName(name)) this.names.surnames.changed(name);
    return name;
  }

  #dropIfEmpty(name: number): void {
    if (this.names.uses(name) > 0 || this.names.isShort(name)) return;
    if (this.#stale.delete(name)) this.#forgetAround(name);
    this.names.drop(name);
  }

  #forgetTargets(): void {
    if (this.#stale.size === 0) return;
    for (const name of this.#stale) this.#forgetAround(name);
    this.#stale.clear();
  }

  /**
   * Forgets where the names point that a change of one can have turned: it, those with the same surname and given name, the initials of
   * these, and what is short for any of them.
   */
  #forgetAround(name: number): void {
    this.#readTo = 0;
    this.#forget(name);
    if (!this.names.isFullName(name)) return;
    const node = this.names.node(name);
    const { family, given } = this.names.surnames.isAlone(name) ? { family: null, given: "" } : node;
    for (const near of [...(family?.withGiven(given) ?? []), ...(family?.withGiven(given[0]) ?? [])]) this.#forget(near.number);
    const single = this.names.find(`${SINGLE_NAME}|${node.surname}`);
    if (single !== undefined) this.names.setTarget(single, undefined);
  }

  /** Forgets where a name points, and what is short for it. */
  #forget(name: number): void {
    this.names.setTarget(name, undefined);
    for (const short of this.names.shortForms.shortForms(name)) this.names.setTarget(short, undefined);
  }

  /** The fuller name that a name is short for, or null. */
  #target(node: IdentityNode): IdentityNode | null {
    const known = this.names.target(node.number);
    if (known !== undefined) return known === null ? null : this.names.node(known);
    this.#hasTargets = true;
    const target = this.#cut.has(node.key) ? null : this.#targets.targetOf(node);
    this.names.setTarget(node.number, target?.number ?? null);
    return target;
  }

  /** The nodes that can point at a node. */
  #pointingAt(node: IdentityNode): readonly IdentityNode[] {
    const near = node.shortForms;
    const { family, given } = node;
    if (family === null) return near;
    const single = this.node(`${SINGLE_NAME}|${family.surname}`);
    return [...near, ...family.withGiven(given), ...family.withGiven(given[0]), ...(single === undefined ? [] : [single])];
  }
}

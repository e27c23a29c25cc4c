import { isCountryKey, isPeopleKey } from "../analysis/identity/countryForms.js";
import { givenNameGender } from "../analysis/identity/genders.js";
import type { IndexedEntity } from "./documentRecord.js";
import { factsConflict } from "./identityFacts.js";
import { FULL_NAME, SINGLE_NAME } from "./identityKeys.js";
import { IdentityNode } from "./identityNode.js";
import { NameFamily } from "./nameFamily.js";
import { RefTable } from "./refTable.js";
import { readNodes, savedNodes } from "./savedNodes.js";
import type { SavedParts, SavedReader } from "./savedParts.js";

/** A candidate must have so many times the documents of all others for a form that several share to mean it. */
const OWNS = 10;
/** And so many documents that use the form for it. */
const OWNS_LEAST = 5;
/** Documents that have a shortened name by itself may be so many times as many as those that say what it is short for. */
const SHORTENED_ALONE = 12;
/** So many names are read in a portion. */
const PORTION = 256;
/** The meaning of a short form must have so many times the documents of all its other meanings. */
const USED_MOST = 3;

/**
 * Which names are one entity's. Every name is a node; each node points at the one fuller name that it is short for, or at none; what
 * points at one node in the end is one entity. Where a node points depends only on what the documents say, never on the order in which
 * they came, and is read when it is asked for: adding a document costs as much as the document has entities.
 */
export class IdentityGraph {
  readonly #nodes = new Map<string, IdentityNode>();
  readonly #refs = new RefTable();
  /** The full names by surname. */
  readonly #families = new Map<string, NameFamily>();
  /** Whether it was read where names point; what a change can have turned is read anew. */
  #hasTargets = false;
  /** The nodes about which something changed since it was read last. */
  readonly #stale = new Set<IdentityNode>();
  /** Goes over all nodes since something changed last, and how many it has left. */
  #walk: { readonly nodes: Iterator<IdentityNode>; left: number } | null = null;
  #cut: ReadonlySet<string> = new Set();
  /** The nodes whose names have other forms than when this was asked last. */
  #otherForms = new Set<IdentityNode>();

  add(slot: number, number: number, { type, name, keys, facts, mentions, quotes }: IndexedEntity): void {
    const { main, others } = keys;
    const node = this.#touched(main);
    if (node.add({ slot, entity: number, type, facts, mentions, quotes }, name)) this.#otherForms.add(node);
    for (const { key, form } of others) {
      const short = this.#touched(key);
      if (short.addForm(form)) this.#otherForms.add(short);
      node.addShort(short);
    }
  }

  /** Takes out what was added with the same values. */
  remove(slot: number, number: number, { name, keys }: IndexedEntity): void {
    const { main, others } = keys;
    const node = this.#touched(main);
    if (node.remove(slot, number, name)) this.#otherForms.add(node);
    for (const { key, form } of others) {
      const short = this.#touched(key);
      if (short.removeForm(form)) this.#otherForms.add(short);
      node.removeShort(short);
      this.#dropIfEmpty(short);
    }
    this.#dropIfEmpty(node);
  }

  /** Reads of up to so many portions of names where they point, which questions do by themselves. @returns how many are left. */
  prepare(most: number): number {
    this.#walk ??= { nodes: this.#nodes.values(), left: this.#nodes.size };
    for (let names = most * PORTION; names > 0 && this.#walk.left > 0; names--) {
      const { value } = this.#walk.nodes.next();
      if (value !== undefined) this.rootOf(value);
      this.#walk.left--;
    }
    return Math.ceil(this.#walk.left / PORTION);
  }

  /** The nodes whose names have other forms than when this was asked last; those that nothing has any more, too. */
  takeOtherForms(): ReadonlySet<IdentityNode> {
    const taken = this.#otherForms;
    if (taken.size > 0) this.#otherForms = new Set();
    return taken;
  }

  nodes(): IterableIterator<IdentityNode> {
    return this.#nodes.values();
  }

  /** How many names there are. */
  get size(): number {
    return this.#nodes.size;
  }

  node(key: string): IdentityNode | undefined {
    return this.#nodes.get(key);
  }

  /** Names that point at nothing, whatever they are short for. */
  cutOff(keys: ReadonlySet<string>): void {
    this.#cut = keys;
    for (const node of this.#nodes.values()) node.target = undefined;
    for (const family of this.#families.values()) family.changed();
    this.#hasTargets = false;
    this.#walk = null;
    this.#stale.clear();
  }

  /** The node of the fullest name of the entity that has a name. */
  rootOf(node: IdentityNode): IdentityNode {
    if (this.#stale.size > 0) this.#forgetTargets();
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
    if (node.key.startsWith(SINGLE_NAME)) return this.#singleCandidates(node);
    if (!node.isFullName) return isListed(node) ? [] : [...this.#spelledOut(node)];
    if (node.given.length === 1) return initialCandidates(node);
    const roots = new Set(node.family?.withGiven(node.given).map(rootInFamily));
    roots.delete(node);
    return [...roots];
  }

  /** @param withTargets false where a reviewer's decisions count for where names point. */
  *saved(withTargets: boolean): SavedParts {
    if (this.#stale.size > 0) this.#forgetTargets();
    yield* this.#refs.saved();
    yield* savedNodes([...this.#nodes.values()], withTargets);
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.#refs.restore(from);
    const areRead = readNodes(from, (key) => this.#nodeFor(key));
    this.#hasTargets = true;
    this.#walk = areRead ? { nodes: this.#nodes.values(), left: 0 } : null;
  }

  /** The node of a name about which something is to change. */
  #touched(key: string): IdentityNode {
    const node = this.#nodeFor(key);
    this.#walk = null;
    if (this.#hasTargets) this.#stale.add(node);
    node.family?.changed();
    return node;
  }

  #nodeFor(key: string): IdentityNode {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const family = key[0] === FULL_NAME ? this.#familyFor(key.slice(2, key.indexOf("|", 2))) : null;
    const node = new IdentityNode(key, family, this.#refs);
    this.#nodes.set(key, node);
    family?.add(node);
    return node;
  }

  #familyFor(surname: string): NameFamily {
    const known = this.#families.get(surname);
    if (known !== undefined) return known;
    const family = new NameFamily(surname);
    this.#families.set(surname, family);
    return family;
  }

  #dropIfEmpty(node: IdentityNode): void {
    if (!node.isEmpty) return;
    this.#nodes.delete(node.key);
    if (node.family?.remove(node) === false) this.#families.delete(node.surname);
  }

  /**
   * Forgets where the names point that a change can have turned: the changed ones, those with the surname of one, and what is short for any
   * of them.
   */
  #forgetTargets(): void {
    const turned = new Set<IdentityNode>();
    for (const node of this.#stale) {
      if (node.family === null || turned.has(node)) turned.add(node);
      else for (const each of [node, ...node.family.nodes]) turned.add(each);
    }
    this.#stale.clear();
    for (const node of turned) {
      node.target = undefined;
      for (const short of node.shortForms.values()) short.target = undefined;
      const single = node.isFullName ? this.#nodes.get(`${SINGLE_NAME}|${node.surname}`) : undefined;
      if (single !== undefined) single.target = undefined;
    }
  }

  /** The fuller name that a name is short for, or null. */
  #target(node: IdentityNode): IdentityNode | null {
    if (node.target !== undefined) return node.target;
    this.#hasTargets = true;
    node.target = this.#readTarget(node);
    return node.target;
  }

  #readTarget(node: IdentityNode): IdentityNode | null {
    if (node.isSplit || this.#cut.has(node.key)) return null;
    const target = node.isFullName ? this.#fullNameTarget(node) : node.isPerson ? this.#singleTarget(node) : this.#otherTarget(node);
    return target === node || target?.isSplit !== false ? null : target;
  }

  #fullNameTarget(node: IdentityNode): IdentityNode | null {
    const root = rootInFamily(node);
    if (root !== node) return root;
    const { surname, given } = node;
    if (given.length === 1) return only(initialCandidates(node));
    const longer = node.shortFor
      .values()
      .filter((each) => each.isFullName)
      .map(rootInFamily);
    const target = only(longer.filter((each) => each !== node));
    return target?.key.includes(surname) && target.key.includes(given) ? target : null;
  }

  #singleCandidates(node: IdentityNode): readonly IdentityNode[] {
    const used = node.shortFor
      .values()
      .filter(({ isFullName }) => isFullName)
      .map(rootInFamily);
    return [...new Set([...(this.#families.get(node.key.slice(2))?.meanings ?? []), ...used])];
  }

  #singleTarget(node: IdentityNode): IdentityNode | null {
    const candidates = this.#singleCandidates(node);
    const best = only(candidates) ?? owner(node, candidates);
    if (best === null) return null;
    const { surname, given } = best;
    const name = node.key.slice(2);
    if (name !== surname && givenNameGender(name) !== null) return null;
    const gender = /g:(.)/.exec(node.mainFacts)?.[1];
    if (gender !== undefined && (givenNameGender(given)?.[0] ?? gender) !== gender) return null;
    return factsConflict(node.mainFacts, best.mainFacts) ? null : best;
  }

  /** The longest of the names that documents spell a name out as, where all of them are forms of it; otherwise all of them. */
  #spelledOut(node: IdentityNode): ReadonlySet<IdentityNode> {
    const longer = node.shortFor.values().filter((each) => !each.isPerson && each !== node);
    if (longer.length < 2) return new Set(longer);
    const [longest, ...others] = longer.sort((a, b) => b.key.length - a.key.length || byKey(a, b));
    return new Set(others.every((other) => isWithin(other.key, longest.key)) ? [longest] : longer);
  }

  #otherTarget(node: IdentityNode): IdentityNode | null {
    const candidates = [...this.#spelledOut(node)];
    const full = only(candidates) ?? mostUsed(node, candidates);
    if (full === null || isListed(node)) return null;
    if (node.isUsed && factsConflict(node.mainFacts, full.mainFacts)) return null;
    const used = node.shortFor.of(full);
    return isAcronym(node) || node.uses <= SHORTENED_ALONE * used ? full : null;
  }

  /** The nodes that can point at a node. */
  #pointingAt(node: IdentityNode): readonly IdentityNode[] {
    const near = node.shortForms.values();
    if (node.family === null) return near;
    const { given, family } = node;
    const single = this.#nodes.get(`${SINGLE_NAME}|${family.surname}`);
    return [...near, ...family.withGiven(given), ...family.withGiven(given[0]), ...(single === undefined ? [] : [single])];
  }
}

function rootInFamily(node: IdentityNode): IdentityNode {
  return node.family?.rootOf(node) ?? node;
}

/** The names that an initial with a surname could stand for. */
function initialCandidates({ family, given: initial }: IdentityNode): readonly IdentityNode[] {
  return family?.meanings.filter(({ given }) => given[0] === initial) ?? [];
}

/** Whether the words of a name all stand in another, in order. */
function isWithin(short: string, long: string): boolean {
  const words = long.slice(2).split(" ");
  let at = -1;
  return short
    .slice(2)
    .split(" ")
    .every((word) => {
      at = words.indexOf(word, at + 1);
      return at >= 0;
    });
}

/** Whether the lists of countries and peoples know the name: it is short for nothing else. */
function isListed({ key }: IdentityNode): boolean {
  const name = key.startsWith("O|") ? key.slice(2) : "";
  return isCountryKey(name) || isPeopleKey(name);
}

function isAcronym(node: IdentityNode): boolean {
  if (node.key.slice(2).includes(" ")) return false;
  for (const [form] of node.forms()) if (form.length > 1 && form.replace(/\P{L}/gu, "") === form.replace(/\P{Lu}/gu, "")) return true;
  return false;
}

function only<T>(values: readonly T[]): T | null {
  return values.length === 1 ? values[0] : null;
}

/** The one candidate that nearly all documents mean by a form. */
function owner(node: IdentityNode, candidates: readonly IdentityNode[]): IdentityNode | null {
  const [best, ...others] = [...candidates].sort((a, b) => b.uses - a.uses || byKey(a, b));
  if (best === undefined || node.shortFor.of(best) < OWNS_LEAST) return null;
  return best.uses >= OWNS * others.reduce((sum, { uses }) => sum + uses, 0) ? best : null;
}

/** The candidate that most documents spell a form out as. */
function mostUsed(node: IdentityNode, candidates: readonly IdentityNode[]): IdentityNode | null {
  const uses = (each: IdentityNode): number => node.shortFor.of(each);
  const [best, ...others] = [...candidates].sort((a, b) => uses(b) - uses(a) || byKey(a, b));
  if (best === undefined) return null;
  return uses(best) >= USED_MOST * others.reduce((sum, each) => sum + uses(each), 0) ? best : null;
}

function byKey(a: IdentityNode, b: IdentityNode): number {
  return a.key < b.key ? -1 : 1;
}

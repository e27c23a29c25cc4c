import { givenNameGender } from "../analysis/identity/genders.js";
import type { RecordedEntity } from "./documentRecord.js";
import { factsConflict } from "./identityFacts.js";
import { SINGLE_NAME } from "./identityKeys.js";
import { type EntityRef, IdentityNode } from "./identityNode.js";

/** A candidate must have so many times the documents of all others for a form that several share to mean it. */
const OWNS = 10;
/** And so many documents that use the form for it. */
const OWNS_LEAST = 5;
/** Documents that have a shortened name by itself may be so many times as many as those that say what it is short for. */
const SHORTENED_ALONE = 12;
/** The meaning of a short form must have so many times the documents of all its other meanings. */
const USED_MOST = 3;

/**
 * Which names are one entity's. Every name is a node; each node points at the one fuller name that it is short for, or at none; what
 * points at one node in the end is one entity. Where a node points depends only on what the documents say, never on the order in which
 * they came, and is read when it is asked for: adding a document costs as much as the document has entities.
 */
export class IdentityGraph {
  readonly #nodes = new Map<string, IdentityNode>();
  /** The nodes of full names by surname. */
  readonly #bySurname = new Map<string, IdentityNode[]>();
  /** Where each name points, as far as it was read; what a change can have turned is read anew. */
  readonly #targets = new Map<IdentityNode, IdentityNode | null>();
  /** The nodes about which something changed since targets were read last. */
  readonly #stale = new Set<IdentityNode>();
  /** What was read of the names with one surname, until one of them changes. */
  readonly #families = new Map<string, Family>();
  #cut: ReadonlySet<string> = new Set();

  add(slot: number, number: number, entity: RecordedEntity): void {
    const { main, others } = entity.keys;
    const node = this.#touched(main);
    node.add(refOf(slot, number, entity), entity.name);
    for (const { key, form } of others) {
      const short = this.#touched(key);
      short.addForm(form);
      node.count(short, 1);
    }
  }

  /** Takes out what was added with the same values. */
  remove(slot: number, number: number, entity: RecordedEntity): void {
    const { main, others } = entity.keys;
    const node = this.#touched(main);
    node.remove(slot, number, entity.name);
    for (const { key, form } of others) {
      const short = this.#touched(key);
      short.removeForm(form);
      node.count(short, -1);
      this.#dropIfEmpty(short);
    }
    this.#dropIfEmpty(node);
  }

  nodes(): IterableIterator<IdentityNode> {
    return this.#nodes.values();
  }

  node(key: string): IdentityNode | undefined {
    return this.#nodes.get(key);
  }

  /** Names that point at nothing, whatever they are short for. */
  cutOff(keys: ReadonlySet<string>): void {
    this.#cut = keys;
    this.#targets.clear();
    this.#stale.clear();
    this.#families.clear();
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
    if (node.given.length === 1) return this.#initialCandidates(node);
    const group = this.#group(node.surname, node.given);
    const roots = new Set(group.map((each) => this.#groupRoot(each)));
    roots.delete(node);
    return [...roots];
  }

  /** The node of a name about which something is to change. */
  #touched(key: string): IdentityNode {
    const node = this.#nodeFor(key);
    if (this.#targets.size > 0) this.#stale.add(node);
    if (node.isFullName && this.#families.size > 0) this.#families.delete(node.surname);
    return node;
  }

  #nodeFor(key: string): IdentityNode {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node = new IdentityNode(key);
    this.#nodes.set(key, node);
    if (!node.isFullName) return node;
    const family = this.#bySurname.get(node.surname);
    if (family === undefined) this.#bySurname.set(node.surname, [node]);
    else family.push(node);
    return node;
  }

  #dropIfEmpty(node: IdentityNode): void {
    if (!node.isEmpty) return;
    this.#nodes.delete(node.key);
    if (!node.isFullName) return;
    const family = this.#bySurname.get(node.surname) ?? [];
    family.splice(family.indexOf(node), 1);
    if (family.length === 0) this.#bySurname.delete(node.surname);
  }

  #family(surname: string): Family {
    const known = this.#families.get(surname);
    if (known !== undefined) return known;
    const family = readFamily(this.#bySurname.get(surname) ?? []);
    this.#families.set(surname, family);
    return family;
  }

  /** The nodes of the full names with a surname and a given name. */
  #group(surname: string, given: string): readonly IdentityNode[] {
    return this.#family(surname).groups.get(given) ?? [];
  }

  /**
   * Forgets where the names point that a change can have turned: the changed ones, those with the surname of one, and what is short for any
   * of them.
   */
  #forgetTargets(): void {
    const turned = new Set<IdentityNode>();
    for (const node of this.#stale) {
      if (!node.isFullName) turned.add(node);
      else if (!turned.has(node)) for (const each of [node, ...(this.#bySurname.get(node.surname) ?? [])]) turned.add(each);
    }
    this.#stale.clear();
    for (const node of turned) {
      this.#targets.delete(node);
      for (const short of node.shortForms.keys()) this.#targets.delete(short);
      const single = node.isFullName ? this.#nodes.get(`${SINGLE_NAME}|${node.surname}`) : undefined;
      if (single !== undefined) this.#targets.delete(single);
    }
  }

  /** The fuller name that a name is short for, or null. */
  #target(node: IdentityNode): IdentityNode | null {
    const known = this.#targets.get(node);
    if (known !== undefined) return known;
    const target = this.#readTarget(node);
    this.#targets.set(node, target);
    return target;
  }

  #readTarget(node: IdentityNode): IdentityNode | null {
    if (node.isSplit || this.#cut.has(node.key)) return null;
    const target = node.isFullName ? this.#fullNameTarget(node) : node.isPerson ? this.#singleTarget(node) : this.#otherTarget(node);
    return target === node || target?.isSplit !== false ? null : target;
  }

  #fullNameTarget(node: IdentityNode): IdentityNode | null {
    const root = this.#groupRoot(node);
    if (root !== node) return root;
    const { surname, given } = node;
    if (given.length === 1) return only(this.#initialCandidates(node));
    const longer = [...node.shortFor.keys()].filter((each) => each.isFullName).map((each) => this.#groupRoot(each));
    const target = only(longer.filter((each) => each !== node));
    return target?.key.includes(surname) && target.key.includes(given) ? target : null;
  }

  #groupRoot(node: IdentityNode): IdentityNode {
    return this.#family(node.surname).roots.get(node) ?? node;
  }

  #initialCandidates({ surname, given: initial }: IdentityNode): readonly IdentityNode[] {
    return this.#rootsOf(surname, (given) => given[0] === initial);
  }

  /** The roots of the names with a surname whose given names fit. */
  #rootsOf(surname: string, fits: (given: string) => boolean): readonly IdentityNode[] {
    return this.#family(surname).meanings.filter(({ given }) => fits(given));
  }

  #singleCandidates(node: IdentityNode): readonly IdentityNode[] {
    const used = [...node.shortFor.keys()].filter(({ isFullName }) => isFullName).map((each) => this.#groupRoot(each));
    return [...new Set([...this.#rootsOf(node.key.slice(2), () => true), ...used])];
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
    const longer = [...node.shortFor.keys()].filter((each) => !each.isPerson && each !== node);
    if (longer.length < 2) return new Set(longer);
    const [longest, ...others] = longer.sort((a, b) => b.key.length - a.key.length || byKey(a, b));
    return new Set(others.every((other) => isWithin(other.key, longest.key)) ? [longest] : longer);
  }

  #otherTarget(node: IdentityNode): IdentityNode | null {
    const candidates = [...this.#spelledOut(node)];
    const full = only(candidates) ?? mostUsed(node, candidates);
    if (full === null || isListed(node)) return null;
    if (node.refs.length > 0 && factsConflict(node.mainFacts, full.mainFacts)) return null;
    const used = node.shortFor.get(full) ?? 0;
    return isAcronym(node) || node.refs.length <= SHORTENED_ALONE * used ? full : null;
  }

  /** The nodes that can point at a node. */
  #pointingAt(node: IdentityNode): readonly IdentityNode[] {
    const near = [...node.shortForms.keys()];
    if (!node.isFullName) return near;
    const { surname, given } = node;
    const single = this.#nodes.get(`${SINGLE_NAME}|${surname}`);
    return [...near, ...this.#group(surname, given), ...this.#group(surname, given[0]), ...(single === undefined ? [] : [single])];
  }
}

function refOf(slot: number, entity: number, { type, facts, mentions, quotes }: RecordedEntity): EntityRef {
  return { slot, entity, type, facts, mentions, quotes };
}

/** The full names with one surname. */
interface Family {
  /** By given name. */
  readonly groups: ReadonlyMap<string, readonly IdentityNode[]>;
  /**
   * The node that the full names of one given name meet in: those whose middle names and generations go together. A name without either
   * goes with them where all others go together.
   */
  readonly roots: ReadonlyMap<IdentityNode, IdentityNode>;
  /** The roots of the names that documents have in full, initials left out. */
  readonly meanings: readonly IdentityNode[];
}

function readFamily(nodes: readonly IdentityNode[]): Family {
  const groups = new Map<string, IdentityNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.given);
    if (group === undefined) groups.set(node.given, [node]);
    else group.push(node);
  }
  const roots = new Map<IdentityNode, IdentityNode>();
  for (const group of groups.values()) if (group.length > 1) readRoots(group, roots);
  const meanings = new Set<IdentityNode>();
  for (const node of nodes) if (node.refs.length > 0 && node.given.length > 1) meanings.add(roots.get(node) ?? node);
  return { groups, roots, meanings: [...meanings] };
}

function readRoots(group: readonly IdentityNode[], roots: Map<IdentityNode, IdentityNode>): void {
  const whole = group.filter(({ isSplit }) => !isSplit);
  const classes: IdentityNode[][] = [];
  const plain = whole.find(isPlain);
  for (const node of whole.sort(byKey)) {
    if (node === plain) continue;
    const fitting = classes.find((others) => others.every((other) => middlesAgree(other, node)));
    if (fitting === undefined) classes.push([node]);
    else fitting.push(node);
  }
  for (const nodes of classes) for (const node of nodes) roots.set(node, classes.length === 1 ? (plain ?? nodes[0]) : nodes[0]);
}

function isPlain({ middles, generation }: IdentityNode): boolean {
  return middles.length === 0 && generation === null;
}

function middlesAgree(a: IdentityNode, b: IdentityNode): boolean {
  if (a.generation !== null && b.generation !== null && a.generation !== b.generation) return false;
  const [short, long] = a.middles.length <= b.middles.length ? [a.middles, b.middles] : [b.middles, a.middles];
  let at = 0;
  for (const word of short) {
    while (at < long.length && !middleAgrees(word, long[at])) at++;
    if (at++ >= long.length) return false;
  }
  return true;
}

function middleAgrees(a: string, b: string): boolean {
  return a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0]);
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
  return key.startsWith("O|country ") || key.startsWith("O|people ");
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
  const [best, ...others] = [...candidates].sort((a, b) => b.refs.length - a.refs.length || byKey(a, b));
  if (best === undefined || (node.shortFor.get(best) ?? 0) < OWNS_LEAST) return null;
  return best.refs.length >= OWNS * others.reduce((sum, { refs }) => sum + refs.length, 0) ? best : null;
}

/** The candidate that most documents spell a form out as. */
function mostUsed(node: IdentityNode, candidates: readonly IdentityNode[]): IdentityNode | null {
  const uses = (each: IdentityNode): number => node.shortFor.get(each) ?? 0;
  const [best, ...others] = [...candidates].sort((a, b) => uses(b) - uses(a) || byKey(a, b));
  if (best === undefined) return null;
  return uses(best) >= USED_MOST * others.reduce((sum, each) => sum + uses(each), 0) ? best : null;
}

function byKey(a: IdentityNode, b: IdentityNode): number {
  return a.key < b.key ? -1 : 1;
}

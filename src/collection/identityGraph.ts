import type { EntityType } from "../analysis/analysis.js";
import { knownFormKey } from "../analysis/identity/countryForms.js";
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
  /** The nodes of full names by surname and given name. */
  readonly #groups = new Map<string, IdentityNode[]>();
  /** The given names of each surname. */
  readonly #surnames = new Map<string, Set<string>>();
  readonly #roots = new Map<IdentityNode, IdentityNode>();
  #cut: ReadonlySet<string> = new Set();

  add(slot: number, number: number, entity: RecordedEntity): void {
    this.#roots.clear();
    const { main, others } = entity.keys;
    const node = this.#nodeFor(main);
    node.add(refOf(slot, number, entity), entity.name);
    for (const { key, form } of others) {
      const short = this.#nodeFor(key);
      short.forms.add(form);
      node.count(short, 1);
    }
  }

  /** Takes out what was added with the same values. */
  remove(slot: number, number: number, entity: RecordedEntity): void {
    this.#roots.clear();
    const { main, others } = entity.keys;
    const node = this.#nodeFor(main);
    node.remove(slot, number, entity.name);
    for (const { key, form } of others) {
      const short = this.#nodeFor(key);
      short.forms.remove(form);
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
    this.#roots.clear();
  }

  /** The node of the fullest name of the entity that has a name. */
  rootOf(node: IdentityNode): IdentityNode {
    const known = this.#roots.get(node);
    if (known !== undefined) return known;
    const path = [node];
    let root = node;
    for (let next = this.#target(root); next !== null; next = this.#target(root)) {
      const circle = path.indexOf(next);
      if (circle >= 0) {
        root = path.slice(circle).reduce((least, each) => (each.key < least.key ? each : least));
        break;
      }
      path.push(next);
      root = next;
    }
    this.#roots.set(node, root);
    return root;
  }

  /** All nodes of an entity. */
  members(root: IdentityNode): readonly IdentityNode[] {
    const members = [root];
    for (let i = 0; i < members.length; i++) {
      for (const near of this.#pointingAt(members[i])) {
        if (!members.includes(near) && this.rootOf(near) === root) members.push(near);
      }
    }
    return members;
  }

  /** The entities that a short or partial name could mean. */
  candidates(node: IdentityNode): readonly IdentityNode[] {
    if (node.key.startsWith(SINGLE_NAME)) return this.#singleCandidates(node);
    if (!node.isFullName) return [...this.#spelledOut(node)];
    const [, , given] = node.key.split("|");
    if (given.length === 1) return this.#initialCandidates(node);
    const group = this.#group(node);
    const roots = new Set(group.map((each) => this.#groupRoot(each)));
    roots.delete(node);
    return [...roots];
  }

  #nodeFor(key: string): IdentityNode {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node = new IdentityNode(key);
    this.#nodes.set(key, node);
    if (node.isFullName) {
      const [, surname, given] = key.split("|");
      push(this.#groups, groupKey(key), node);
      const givens = this.#surnames.get(surname);
      if (givens === undefined) this.#surnames.set(surname, new Set([given]));
      else givens.add(given);
    }
    return node;
  }

  #dropIfEmpty(node: IdentityNode): void {
    if (!node.isEmpty) return;
    this.#nodes.delete(node.key);
    if (!node.isFullName) return;
    const [, surname, given] = node.key.split("|");
    const group = this.#group(node);
    group.splice(group.indexOf(node), 1);
    if (group.length > 0) return;
    this.#groups.delete(groupKey(node.key));
    const givens = this.#surnames.get(surname);
    givens?.delete(given);
    if (givens?.size === 0) this.#surnames.delete(surname);
  }

  #group(node: IdentityNode): IdentityNode[] {
    return this.#groups.get(groupKey(node.key)) ?? [];
  }

  /** The fuller name that a name is short for, or null. */
  #target(node: IdentityNode): IdentityNode | null {
    if (node.isSplit || this.#cut.has(node.key)) return null;
    const target = node.isFullName ? this.#fullNameTarget(node) : node.isPerson ? this.#singleTarget(node) : this.#otherTarget(node);
    return target === node || target?.isSplit !== false ? null : target;
  }

  #fullNameTarget(node: IdentityNode): IdentityNode | null {
    const root = this.#groupRoot(node);
    if (root !== node) return root;
    const [, surname, given] = node.key.split("|");
    if (given.length === 1) return only(this.#initialCandidates(node));
    const longer = [...node.shortFor.keys()].filter((each) => each.isFullName).map((each) => this.#groupRoot(each));
    const target = only(longer.filter((each) => each !== node));
    return target?.key.includes(surname) && target.key.includes(given) ? target : null;
  }

  /**
   * The node that the full names of one given name and surname meet in: those whose middle names and generations go together. A name
   * without either goes with them where all others go together.
   */
  #groupRoot(node: IdentityNode): IdentityNode {
    const group = this.#group(node).filter(({ isSplit }) => !isSplit);
    if (group.length < 2 || !group.includes(node)) return node;
    const classes: IdentityNode[][] = [];
    const plain = group.find(({ key }) => isPlain(key));
    for (const each of [...group].sort(byKey)) {
      if (each === plain) continue;
      const fitting = classes.find((others) => others.every((other) => middlesAgree(other.key, each.key)));
      if (fitting === undefined) classes.push([each]);
      else fitting.push(each);
    }
    if (classes.length === 1) return plain ?? classes[0][0];
    return classes.find((others) => others.includes(node))?.[0] ?? node;
  }

  #initialCandidates(node: IdentityNode): readonly IdentityNode[] {
    const [, surname, initial] = node.key.split("|");
    const givens = [...(this.#surnames.get(surname) ?? [])].filter((given) => given.length > 1 && given[0] === initial);
    return this.#rootsOf(surname, givens);
  }

  #rootsOf(surname: string, givens: readonly string[]): readonly IdentityNode[] {
    const nodes = givens.flatMap((given) => this.#groups.get(`${surname}|${given}`) ?? []);
    return [...new Set(nodes.filter(({ refs }) => refs.length > 0).map((each) => this.#groupRoot(each)))];
  }

  #singleCandidates(node: IdentityNode): readonly IdentityNode[] {
    const name = node.key.slice(2);
    const givens = [...(this.#surnames.get(name) ?? [])].filter((given) => given.length > 1);
    const used = [...node.shortFor.keys()].filter(({ isFullName }) => isFullName).map((each) => this.#groupRoot(each));
    return [...new Set([...this.#rootsOf(name, givens), ...used])];
  }

  #singleTarget(node: IdentityNode): IdentityNode | null {
    const candidates = this.#singleCandidates(node);
    const best = only(candidates) ?? owner(node, candidates);
    if (best === null) return null;
    const [, surname, given] = best.key.split("|");
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
    if (full === null || node.key.startsWith("O|country ") || node.key.startsWith("O|people ")) return null;
    if (node.refs.length > 0 && factsConflict(node.mainFacts, full.mainFacts)) return null;
    const used = node.shortFor.get(full) ?? 0;
    return isAcronym(node) || node.refs.length <= SHORTENED_ALONE * used ? full : null;
  }

  /** The nodes that can point at a node. */
  #pointingAt(node: IdentityNode): readonly IdentityNode[] {
    const near = [...node.shortForms.keys()];
    if (!node.isFullName) return near;
    const [, surname, given] = node.key.split("|");
    const single = this.#nodes.get(`${SINGLE_NAME}|${surname}`);
    return [
      ...near,
      ...this.#group(node),
      ...(this.#groups.get(`${surname}|${given[0]}`) ?? []),
      ...(single === undefined ? [] : [single]),
    ];
  }
}

function refOf(slot: number, entity: number, { type, keys, facts, mentions, quotes }: RecordedEntity): EntityRef {
  return { slot, entity, type, facts: type === "person" ? facts : typeFacts(type, keys.main), mentions, quotes };
}

/** A name's type as a fact; what is known by the lists of countries, peoples and bodies is one thing whatever the type. */
function typeFacts(type: EntityType, key: string): string {
  if (knownFormKey(key.slice(2).replace(/^(?:country|people|body) /, "")) !== null) return "";
  return type === "group" ? "t:organization" : `t:${type}`;
}

function groupKey(key: string): string {
  const [, surname, given] = key.split("|");
  return `${surname}|${given}`;
}

function isPlain(key: string): boolean {
  const [, , , middle, generation] = key.split("|");
  return middle === "" && generation === undefined;
}

function middlesAgree(a: string, b: string): boolean {
  const [, , , aMiddle, aGeneration] = a.split("|");
  const [, , , bMiddle, bGeneration] = b.split("|");
  if (aGeneration !== undefined && bGeneration !== undefined && aGeneration !== bGeneration) return false;
  const [short, long] = [aMiddle.split(" "), bMiddle.split(" ")].sort((left, right) => left.length - right.length);
  let at = 0;
  for (const word of short) {
    if (word === "") continue;
    while (at < long.length && !(word === long[at] || ((word.length === 1 || long[at].length === 1) && word[0] === long[at][0]))) at++;
    if (at++ >= long.length) return false;
  }
  return true;
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

function isAcronym({ key, forms }: IdentityNode): boolean {
  if (key.slice(2).includes(" ")) return false;
  for (const [form] of forms.entries()) if (form.length > 1 && form.replace(/\P{L}/gu, "") === form.replace(/\P{Lu}/gu, "")) return true;
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

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

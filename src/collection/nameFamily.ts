import { FULL_NAME } from "./identityKeys.js";
import type { IdentityNode } from "./identityNode.js";

/** The full names with one surname, and what they tell of each other. What a change of a name turns is read anew when it is asked for. */
export class NameFamily {
  readonly surname: string;
  /** By key: those of one given name stand together. */
  readonly #nodes: IdentityNode[];
  readonly #keys: string[];
  /** What the names that do not stand for themselves meet in. */
  readonly #roots = new Map<IdentityNode, IdentityNode>();
  /** The beginnings of the keys of given names whose roots are to be read. */
  readonly #unread = new Set<string>();
  #meanings: readonly IdentityNode[] | null = null;

  constructor(surname: string, nodes: readonly IdentityNode[]) {
    this.surname = surname;
    const sorted = nodes.map((node) => ({ node, key: node.key })).sort((a, b) => (a.key < b.key ? -1 : 1));
    this.#nodes = sorted.map(({ node }) => node);
    this.#keys = sorted.map(({ key }) => key);
    for (const key of this.#keys) this.#unread.add(this.#beginning(key));
  }

  /** Adds a name. */
  add(node: IdentityNode): void {
    const { key } = node;
    const at = this.#startOf(key);
    this.#nodes.splice(at, 0, node);
    this.#keys.splice(at, 0, key);
    this.changed(key);
  }

  /** Takes out a name that is there. */
  remove(key: string): void {
    const at = this.#startOf(key);
    this.#roots.delete(this.#nodes[at]);
    this.#nodes.splice(at, 1);
    this.#keys.splice(at, 1);
    this.changed(key);
  }

  /** Says that something about a name changed. @param key the name's. */
  changed(key: string): void {
    this.#unread.add(this.#beginning(key));
    this.#meanings = null;
  }

  /** The names with a given name. */
  withGiven(given: string): readonly IdentityNode[] {
    return this.#beginningWith(`${FULL_NAME}|${this.surname}|${given}|`);
  }

  /**
   * The name that the names of one given name meet in: those whose middle names and generations go together. A name without either goes
   * with them where all others go together.
   */
  rootOf(node: IdentityNode): IdentityNode {
    this.#readRoots();
    return this.#roots.get(node) ?? node;
  }

  /** The roots of the names that documents have in full, initials left out. */
  get meanings(): readonly IdentityNode[] {
    this.#readRoots();
    this.#meanings ??= [...new Set(this.#nodes.filter((node, i) => this.#isMeaning(node, this.#keys[i])).map((node) => this.rootOf(node)))];
    return this.#meanings;
  }

  #isMeaning(node: IdentityNode, key: string): boolean {
    const given = FULL_NAME.length + this.surname.length + 2;
    return node.isUsed && key.indexOf("|", given) - given > 1;
  }

  #readRoots(): void {
    for (const beginning of this.#unread) {
      const group = this.#beginningWith(beginning);
      for (const node of group) this.#roots.delete(node);
      if (group.length > 1) readRoots(group, this.#roots);
    }
    this.#unread.clear();
  }

  /** A key as far as it has surname and given name. */
  #beginning(key: string): string {
    return key.slice(0, key.indexOf("|", FULL_NAME.length + this.surname.length + 2) + 1);
  }

  #beginningWith(beginning: string): readonly IdentityNode[] {
    const start = this.#startOf(beginning);
    let end = start;
    while (end < this.#keys.length && this.#keys[end].startsWith(beginning)) end++;
    return this.#nodes.slice(start, end);
  }

  /** The place of the first key that is not before a text. */
  #startOf(text: string): number {
    let [start, above] = [0, this.#keys.length];
    while (start < above) {
      const middle = (start + above) >>> 1;
      if (this.#keys[middle] < text) start = middle + 1;
      else above = middle;
    }
    return start;
  }
}

/** What stands beside surname and given name. */
interface Rest {
  readonly node: IdentityNode;
  readonly middles: readonly string[];
  readonly generation: string | null;
}

/** @param group the names of one given name, by key. */
function readRoots(group: readonly IdentityNode[], roots: Map<IdentityNode, IdentityNode>): void {
  const whole = group.filter(({ isSplit }) => !isSplit).map(readRest);
  const plain = whole.find(({ middles, generation }) => middles.length === 0 && generation === null);
  const classes: Rest[][] = [];
  for (const rest of whole) {
    if (rest === plain) continue;
    const fitting = classes.find((others) => others.every((other) => middlesAgree(other, rest)));
    if (fitting === undefined) classes.push([rest]);
    else fitting.push(rest);
  }
  for (const each of classes) {
    const root = classes.length === 1 ? (plain ?? each[0]) : each[0];
    for (const { node } of each) if (node !== root.node) roots.set(node, root.node);
  }
}

function readRest(node: IdentityNode): Rest {
  const [, , , middle = "", generation = null] = node.key.split("|");
  return { node, middles: middle === "" ? [] : middle.split(" "), generation };
}

function middlesAgree(a: Rest, b: Rest): boolean {
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

import { FULL_NAME } from "./identityKeys.js";
import type { IdentityNode } from "./identityNode.js";

/**
 * The full names with one surname. What their names tell of each other is read when it is asked for, and anew after a change; there are
 * tens of thousands of families, so little of it is kept.
 */
export class NameFamily {
  /** By key, where they are read: then those of one given name stand together. */
  #nodes: IdentityNode[] = [];
  #isRead = true;
  /** What the names that do not stand for themselves meet in; null where all do. */
  #roots: Map<IdentityNode, IdentityNode> | null = null;

  constructor(readonly surname: string) {}

  get nodes(): readonly IdentityNode[] {
    return this.#nodes;
  }

  add(node: IdentityNode): void {
    // An array that is pushed to when it is empty takes room for sixteen more, and most families are of one name.
    if (this.#nodes.length === 0) this.#nodes = [node];
    else this.#nodes.push(node);
    this.changed();
  }

  /** @returns whether there are others. */
  remove(node: IdentityNode): boolean {
    this.#nodes.splice(this.#nodes.indexOf(node), 1);
    this.changed();
    return this.#nodes.length > 0;
  }

  /** Says that something changed about one of the names, or that names are cut off otherwise than before. */
  changed(): void {
    this.#isRead = false;
    this.#roots = null;
  }

  /** The names with a given name. */
  withGiven(given: string): readonly IdentityNode[] {
    this.#read();
    const prefix = `${FULL_NAME}|${this.surname}|${given}|`;
    let [start, above] = [0, this.#nodes.length];
    while (start < above) {
      const middle = (start + above) >>> 1;
      if (this.#nodes[middle].key < prefix) start = middle + 1;
      else above = middle;
    }
    return this.#nodes.slice(start, this.#endOf(start, prefix));
  }

  /**
   * The name that the names of one given name meet in: those whose middle names and generations go together. A name without either goes
   * with them where all others go together.
   */
  rootOf(node: IdentityNode): IdentityNode {
    this.#read();
    return this.#roots?.get(node) ?? node;
  }

  /** The roots of the names that documents have in full, initials left out. */
  get meanings(): readonly IdentityNode[] {
    this.#read();
    const used = this.#nodes.filter(isMeaning);
    return this.#roots === null ? used : [...new Set(used.map((node) => this.rootOf(node)))];
  }

  #read(): void {
    if (this.#isRead) return;
    this.#isRead = true;
    if (this.#nodes.length < 2) return;
    this.#nodes.sort((a, b) => (a.key < b.key ? -1 : 1));
    const roots = new Map<IdentityNode, IdentityNode>();
    for (let start = 0; start < this.#nodes.length; ) {
      const { key } = this.#nodes[start];
      const end = this.#endOf(start, key.slice(0, key.indexOf("|", FULL_NAME.length + this.surname.length + 2) + 1));
      if (end - start > 1) readRoots(this.#nodes.slice(start, end), roots);
      start = end;
    }
    if (roots.size > 0) this.#roots = roots;
  }

  /** Behind the last of the names from one on whose keys begin so. */
  #endOf(start: number, prefix: string): number {
    let end = start;
    while (end < this.#nodes.length && this.#nodes[end].key.startsWith(prefix)) end++;
    return end;
  }
}

/** What stands beside surname and given name. */
interface Rest {
  readonly node: IdentityNode;
  readonly middles: readonly string[];
  readonly generation: string | null;
}

function isMeaning(node: IdentityNode): boolean {
  return node.isUsed && node.given.length > 1;
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

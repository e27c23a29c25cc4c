import { FULL_NAME } from "./identityKeys.js";
import type { IdentityNode } from "./identityNode.js";

/** The full names with one surname, and what they tell of each other, as long as none of them changes. */
export class NameFamily {
  readonly surname: string;
  /** By key: those of one given name stand together. */
  readonly #nodes: readonly IdentityNode[];
  readonly #keys: readonly string[];
  /** What the names that do not stand for themselves meet in. */
  readonly #roots = new Map<IdentityNode, IdentityNode>();
  #meanings: readonly IdentityNode[] | null = null;

  constructor(surname: string, nodes: readonly IdentityNode[]) {
    this.surname = surname;
    const sorted = nodes.map((node) => ({ node, key: node.key })).sort((a, b) => (a.key < b.key ? -1 : 1));
    this.#nodes = sorted.map(({ node }) => node);
    this.#keys = sorted.map(({ key }) => key);
    this.#readRoots();
  }

  get nodes(): readonly IdentityNode[] {
    return this.#nodes;
  }

  /** The names with a given name. */
  withGiven(given: string): readonly IdentityNode[] {
    const prefix = `${FULL_NAME}|${this.surname}|${given}|`;
    let [start, above] = [0, this.#keys.length];
    while (start < above) {
      const middle = (start + above) >>> 1;
      if (this.#keys[middle] < prefix) start = middle + 1;
      else above = middle;
    }
    return this.#nodes.slice(start, this.#endOf(start, prefix));
  }

  /**
   * The name that the names of one given name meet in: those whose middle names and generations go together. A name without either goes
   * with them where all others go together.
   */
  rootOf(node: IdentityNode): IdentityNode {
    return this.#roots.get(node) ?? node;
  }

  /** The roots of the names that documents have in full, initials left out. */
  get meanings(): readonly IdentityNode[] {
    this.#meanings ??= [...new Set(this.#nodes.filter(isMeaning).map((node) => this.rootOf(node)))];
    return this.#meanings;
  }

  #readRoots(): void {
    for (let start = 0; start < this.#nodes.length; ) {
      const key = this.#keys[start];
      const end = this.#endOf(start, key.slice(0, key.indexOf("|", FULL_NAME.length + this.surname.length + 2) + 1));
      if (end - start > 1) readRoots(this.#nodes.slice(start, end), this.#roots);
      start = end;
    }
  }

  /** Behind the last of the names from one on whose keys begin so. */
  #endOf(start: number, prefix: string): number {
    let end = start;
    while (end < this.#keys.length && this.#keys[end].startsWith(prefix)) end++;
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

import type { IdentityNode } from "./identityNode.js";

/** The full names with one surname. What their names tell of each other is read when it is asked for, and anew after a change. */
export class NameFamily {
  readonly #nodes: IdentityNode[] = [];
  #reading: Reading | null = null;

  constructor(readonly surname: string) {}

  get nodes(): readonly IdentityNode[] {
    return this.#nodes;
  }

  add(node: IdentityNode): void {
    this.#nodes.push(node);
  }

  /** @returns whether there are others. */
  remove(node: IdentityNode): boolean {
    this.#nodes.splice(this.#nodes.indexOf(node), 1);
    return this.#nodes.length > 0;
  }

  /** Says that something changed about one of the names, or that names are cut off otherwise than before. */
  changed(): void {
    this.#reading = null;
  }

  /** The names with a given name. */
  withGiven(given: string): readonly IdentityNode[] {
    if (this.#nodes.length === 1) return this.#nodes[0].given === given ? this.#nodes : [];
    return this.#read().groups.get(given) ?? [];
  }

  /**
   * The name that the names of one given name meet in: those whose middle names and generations go together. A name without either goes
   * with them where all others go together.
   */
  rootOf(node: IdentityNode): IdentityNode {
    return this.#nodes.length === 1 ? node : (this.#read().roots.get(node) ?? node);
  }

  /** The roots of the names that documents have in full, initials left out. */
  get meanings(): readonly IdentityNode[] {
    return this.#nodes.length === 1 ? this.#nodes.filter(isMeaning) : this.#read().meanings;
  }

  #read(): Reading {
    this.#reading ??= readFamily(this.#nodes);
    return this.#reading;
  }
}

interface Reading {
  readonly groups: ReadonlyMap<string, readonly IdentityNode[]>;
  readonly roots: ReadonlyMap<IdentityNode, IdentityNode>;
  readonly meanings: readonly IdentityNode[];
}

/** What stands beside surname and given name. */
interface Rest {
  readonly node: IdentityNode;
  readonly middles: readonly string[];
  readonly generation: string | null;
}

function isMeaning({ isUsed, given }: IdentityNode): boolean {
  return isUsed && given.length > 1;
}

function readFamily(nodes: readonly IdentityNode[]): Reading {
  const groups = new Map<string, IdentityNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.given);
    if (group === undefined) groups.set(node.given, [node]);
    else group.push(node);
  }
  const roots = new Map<IdentityNode, IdentityNode>();
  for (const group of groups.values()) if (group.length > 1) readRoots(group, roots);
  const meanings = new Set<IdentityNode>();
  for (const node of nodes) if (isMeaning(node)) meanings.add(roots.get(node) ?? node);
  return { groups, roots, meanings: [...meanings] };
}

function readRoots(group: readonly IdentityNode[], roots: Map<IdentityNode, IdentityNode>): void {
  const whole = group
    .filter(({ isSplit }) => !isSplit)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(readRest);
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
    for (const { node } of each) roots.set(node, root.node);
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

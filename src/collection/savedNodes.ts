import type { IdentityNode } from "./identityNode.js";
import { type SavedParts, type SavedReader, savedNumbers, savedStrings } from "./savedParts.js";

/** Saved where a node points at none, and where it was not read whether it points at one. */
const [NONE, NOT_READ] = [-1, -2];

/**
 * @param all the nodes of a graph, each with a place in the index of names.
 * @param withTargets whether it is saved where they point.
 */
export function* savedNodes(all: readonly IdentityNode[], withTargets: boolean): SavedParts {
  const numbers = new Int32Array(all.reduce((most, { place }) => Math.max(most, place), -1) + 1);
  for (const [i, { place }] of all.entries()) numbers[place] = i;
  const numberOf = ({ target }: IdentityNode): number => (target === null ? NONE : target === undefined ? NOT_READ : numbers[target.place]);
  yield* savedStrings(all.map(({ key }) => key));
  yield savedNumbers(Int32Array.from(all, ({ place }) => place));
  yield savedNumbers(Int32Array.from(all, ({ firstRef }) => firstRef));
  yield savedNumbers(Int32Array.from(all, ({ uses }) => uses));
  yield savedNumbers(Int32Array.from(all, (node) => (withTargets ? numberOf(node) : NOT_READ)));
  yield* savedForms(all);
  yield* savedShortForms(all, numbers);
}

function* savedForms(all: readonly IdentityNode[]): SavedParts {
  const [nodes, counts]: number[][] = [[], []];
  const forms: string[] = [];
  for (const [number, node] of all.entries()) {
    for (const [form, count] of node.forms()) {
      nodes.push(number);
      counts.push(count);
      forms.push(form);
    }
  }
  yield savedNumbers(Int32Array.from(nodes));
  yield savedNumbers(Int32Array.from(counts));
  yield* savedStrings(forms);
}

/** @param numbers of the nodes by their places. */
function* savedShortForms(all: readonly IdentityNode[], numbers: Int32Array): SavedParts {
  const [nodes, shorts, counts]: number[][] = [[], [], []];
  for (const [number, { shortForms }] of all.entries()) {
    for (const short of shortForms.values()) {
      nodes.push(number);
      shorts.push(numbers[short.place]);
      counts.push(shortForms.of(short));
    }
  }
  for (const values of [nodes, shorts, counts]) yield savedNumbers(Int32Array.from(values));
}

/**
 * Reads what {@link savedNodes} gave.
 * @param create makes the node of a key.
 * @returns whether it is known of all nodes where they point.
 */
export function readNodes(from: SavedReader, create: (key: string) => IdentityNode): boolean {
  const nodes = from.strings().map(create);
  const [places, firstRefs, uses, targets] = [from.ints(), from.ints(), from.ints(), from.ints()];
  for (const [i, node] of nodes.entries()) {
    node.place = places[i];
    node.restore(firstRefs[i], uses[i]);
    if (targets[i] !== NOT_READ) node.target = targets[i] === NONE ? null : nodes[targets[i]];
  }
  const [formed, counts, forms] = [from.ints(), from.ints(), from.strings()];
  for (const [i, form] of forms.entries()) nodes[formed[i]].addForm(form, counts[i]);
  const [shortened, shorts, times] = [from.ints(), from.ints(), from.ints()];
  for (const [i, node] of shortened.entries()) nodes[node].addShort(nodes[shorts[i]], times[i]);
  return !targets.includes(NOT_READ);
}

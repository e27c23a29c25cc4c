import type { CollectionEntity, IdentityTarget, MayBeSame } from "./answers.js";
import type { DocumentTable } from "./documentTable.js";
import type { EntityIndex } from "./entityIndex.js";
import { factsConflict, factWords, type IdentityFacts } from "./identityFacts.js";
import type { IdentityNode } from "./identityNode.js";
import { looseKey } from "./nameSearch.js";
import type { EntityRef } from "./refTable.js";

/** A name with more possible meanings than this is a name that many have, and no question. */
const MOST_MEANINGS = 5;

interface Side {
  readonly id: string;
  readonly target: IdentityTarget;
}

/** The pairs of entities that may be one and that no reviewer decided on, those with the most documents first. */
export function findMayBeSame(index: EntityIndex, documents: DocumentTable): readonly MayBeSame[] {
  const pairs = new Map<string, MayBeSame>();
  const offer = (a: Side | null, b: Side | null, reason: string): void => {
    if (a === null || b === null || a.id === b.id || index.identity.isApart(a.id, b.id)) return;
    const key = [a.id, b.id].sort().join("\n");
    const known = pairs.get(key);
    const [left, right] = [index.entity(a.id), index.entity(b.id)];
    if (left === null || right === null || (known !== undefined && !goesBefore(left, right))) return;
    pairs.set(key, { left, right, reason, decision: { left: a.target, right: b.target } });
  };
  const { graph } = index.identity;
  const bySpelling = new Map<string, IdentityNode[]>();
  for (const node of graph.nodes()) {
    if (node.isSplit) offerSenses(index, documents, node, offer);
    else if (graph.rootOf(node) === node) {
      if (node.isUsed) offerMeanings(index, node, offer);
      if (node.isFullName) pushTo(bySpelling, spellingOf(node), node);
    }
  }
  for (const alike of bySpelling.values()) {
    if (alike.length < 2 || alike.length > MOST_MEANINGS) continue;
    const [first, ...others] = alike.sort((a, b) => b.uses - a.uses || (a.key < b.key ? -1 : 1));
    for (const other of others) offer(side(index, first), side(index, other), "Two spellings that may be one name");
  }
  return [...pairs.values()].sort(
    (a, b) =>
      documentsOf(b) - documentsOf(a) || (a.left.id < b.left.id ? -1 : a.left.id > b.left.id ? 1 : a.right.id < b.right.id ? -1 : 1),
  );
}

/** Which of two comes first where each was offered as the other: else it would be by which was met first. */
function goesBefore(a: CollectionEntity, b: CollectionEntity): boolean {
  return a.documents > b.documents || (a.documents === b.documents && a.id < b.id);
}

type Offer = (a: Side | null, b: Side | null, reason: string) => void;

function offerMeanings(index: EntityIndex, node: IdentityNode, offer: Offer): void {
  const meanings = index.identity.graph.candidates(node).filter((each) => !each.isSplit);
  if (meanings.length > MOST_MEANINGS) return;
  const short = side(index, node);
  for (const meaning of meanings) {
    const full = side(index, meaning);
    if (short !== null && full !== null) offer(full, short, `“${short.target.name}” may be “${full.target.name}”`);
  }
}

function offerSenses(index: EntityIndex, documents: DocumentTable, node: IdentityNode, offer: Offer): void {
  const firsts = new Map<number, { readonly ref: EntityRef; readonly path: string }>();
  for (const ref of node.refs) {
    const sense = node.senseOf(ref);
    const path = documents.pathOf(ref.slot);
    const known = firsts.get(sense);
    if (known === undefined || path < known.path) firsts.set(sense, { ref, path });
  }
  const [first, ...others] = [...firsts]
    .sort(([a], [b]) => a - b)
    .flatMap(([sense, { ref, path }]) => {
      const entity = index.asFound(index.identity.idOf(node, ref));
      if (entity === null) return [];
      return [{ side: { id: entity.id, target: { type: entity.type, name: entity.name, path } }, facts: node.factsOf(sense) }];
    });
  for (const other of others) offer(first.side, other.side, whatParts(first.facts, other.facts));
}

function whatParts(a: readonly IdentityFacts[], b: readonly IdentityFacts[]): string {
  for (const left of a) {
    const right = b.find((each) => factsConflict(left, each));
    if (right !== undefined) return `One name, but ${factWords(left)} and ${factWords(right)}`;
  }
  return "One name, and nothing says which";
}

function side(index: EntityIndex, node: IdentityNode): Side | null {
  const [id] = index.identity.idsOf(node);
  const entity: CollectionEntity | null = index.asFound(id);
  return entity === null ? null : { id, target: { type: entity.type, name: entity.name } };
}

function spellingOf({ surname, given }: IdentityNode): string {
  return `${looseKey(surname)}|${looseKey(given)}`;
}

function documentsOf({ left, right }: MayBeSame): number {
  return left.documents + right.documents;
}

function pushTo(map: Map<string, IdentityNode[]>, key: string, node: IdentityNode): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [node]);
  else known.push(node);
}

import { ENTITY_TYPES, type EntityType } from "../analysis/analysis.js";
import type {
  CollectionDecision,
  CollectionEntity,
  EntityInDocument,
  EntityRequest,
  EntityTypeCount,
  MentionPlace,
  Page,
  PageRequest,
} from "./answers.js";
import { CountedEntities } from "./countedEntities.js";
import type { IndexedEntity } from "./documentRecord.js";
import type { DocumentTable } from "./documentTable.js";
import { EntityAnswers } from "./entityAnswers.js";
import { EntityDecisions } from "./entityDecisions.js";
import { byName, ENTITY_ORDERS } from "./entityOrder.js";
import { Identity } from "./identity.js";
import type { IdentityNode } from "./identityNode.js";
import { NameIndex, type NameMatch } from "./nameIndex.js";
import { NameQuery, searchText } from "./nameSearch.js";
import { pageOf } from "./pages.js";
import type { EntityRef } from "./refTable.js";
import type { SavedParts, SavedReader } from "./savedParts.js";
import type { SpokenPlace } from "./speakerIndex.js";

const MOST_FOUND = 200;
/** So many searches are made before anybody searches. */
const REHEARSALS = 8;
/** About so many names that fit a query are one entity's. */
const NAMES_OF_ONE = 4;

/** The entities of all documents, and the questions asked of them. */
export class EntityIndex {
  readonly identity: Identity;
  readonly #decided: EntityDecisions;
  readonly #documents: DocumentTable;
  readonly #answers: EntityAnswers;
  readonly #names: NameIndex;
  #counted: CountedEntities | null = null;
  /** How many names there were when searches were rehearsed last, and what is left to be searched for. */
  #rehearsed = 0;
  #rehearsals: string[] = [];

  constructor(documents: DocumentTable) {
    this.#documents = documents;
    this.identity = new Identity(documents);
    this.#names = new NameIndex(this.identity.graph.names);
    this.#decided = new EntityDecisions(this.identity);
    this.#answers = new EntityAnswers(this.identity);
  }

  add(slot: number, entities: readonly IndexedEntity[]): void {
    this.identity.add(slot, entities);
    this.#changed();
  }

  remove(slot: number, entities: readonly IndexedEntity[]): void {
    this.identity.remove(slot, entities);
    this.#changed();
  }

  /** Makes the search ready for up to so many portions of names. @returns how many are left. */
  prepareSearch(most: number): number {
    const names = this.#names.prepare(most);
    return names > 0 ? names : this.identity.prepare(most);
  }

  /**
   * Searches for one of the most frequent names. The first searches are slow: their code is not compiled yet, and what thousands of documents
   * have is read for the first time. So they are made before anybody waits for them, once, and again when there are twice as many names.
   * @returns how many are left.
   */
  rehearseSearch(): number {
    const { graph } = this.identity;
    if (graph.size > 2 * this.#rehearsed) {
      this.#rehearsed = graph.size;
      this.#rehearsals = mostUsed(graph.nodes(), REHEARSALS).flatMap((node) =>
        node
          .forms()
          .slice(0, 1)
          .map(([form]) => form),
      );
    }
    const name = this.#rehearsals.pop();
    if (name !== undefined) this.search(name);
    return this.#rehearsals.length;
  }

  /** What was decided is not saved. */
  *saved(): SavedParts {
    yield* this.identity.saved();
    yield* this.#names.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.identity.restore(from);
    this.#names.restore(from);
  }

  decide(decisions: readonly CollectionDecision[]): void {
    this.identity.decide(decisions.flatMap((decision) => ("left" in decision ? [decision] : [])));
    this.#decided.set(decisions.flatMap((decision) => ("target" in decision ? [decision] : [])));
    this.#changed();
  }

  /** The entities that fit a request, in its order. */
  entities(request: EntityRequest): Page<CollectionEntity> {
    const query = new NameQuery(request.filter ?? "");
    const { types, sort = "documents" } = request;
    if (query.isEmpty && sort !== "name") return this.#countedEntities().page(types, sort, request);
    const found = query.isEmpty
      ? this.#countedEntities().ids.flatMap((id) => this.entity(id) ?? [])
      : this.#matches(query).map(({ entity }) => entity);
    const listed = types === undefined ? found : found.filter(({ type }) => types.includes(type));
    return pageOf([...listed].sort(ENTITY_ORDERS[sort]), request, (entity) => entity);
  }

  types(filter: string): readonly EntityTypeCount[] {
    const query = new NameQuery(filter);
    const counts = query.isEmpty ? this.#countedEntities().types() : typesOf(this.#matches(query));
    return ENTITY_TYPES.flatMap((type) => {
      const entities = counts.get(type);
      return entities === undefined ? [] : [{ type, entities }];
    });
  }

  search(text: string, count = MOST_FOUND): readonly CollectionEntity[] {
    const query = new NameQuery(text);
    if (query.isEmpty) return [];
    return this.#matches(query, 2 * count)
      .sort((a, b) => b.score - a.score || ENTITY_ORDERS.documents(a.entity, b.entity))
      .slice(0, count)
      .map(({ entity }) => entity);
  }

  entity(id: string): CollectionEntity | null {
    const found = this.asFound(id);
    return found && this.#decided.applied(found);
  }

  /** The entity as the documents have it, whatever was decided of its name and type. */
  asFound(id: string): CollectionEntity | null {
    const cluster = this.identity.cluster(id);
    return cluster === null ? null : this.#answers.of(cluster);
  }

  /** The id of the entity that a document's entity is; null where there is none such. */
  idOf(slot: number, { keys, facts }: IndexedEntity): string | null {
    const node = this.identity.graph.node(keys.main);
    return node === undefined ? null : this.identity.idOf(node, { slot, facts });
  }

  documentsOf(id: string, request: PageRequest): Page<EntityInDocument> {
    const cluster = this.identity.cluster(id);
    const refs = cluster === null ? [] : [...this.identity.members(cluster)].flatMap(([, each]) => each);
    const placed = refs.map((ref) => ({ ref, path: this.#documents.pathOf(ref.slot) }));
    placed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.ref.entity - b.ref.entity));
    return pageOf(placed, request, ({ ref, path }) => this.#inDocument(ref, path));
  }

  mentionsOf(path: string, id: string, request: PageRequest): Page<MentionPlace> {
    const slot = this.#documents.slotOf(path);
    if (slot === undefined) return { items: [], total: 0 };
    const record = this.#documents.recordAt(slot);
    const number = record.entities().findIndex((entity) => entity.id === id);
    if (number < 0) return { items: [], total: 0 };
    return pageOf(record.entityDetails()[number].mentions, request, (mention) => ({ path, ...mention }));
  }

  /** The entities that speak, those with the most quotations first. */
  speakers(): readonly { readonly entity: CollectionEntity; readonly quotations: number }[] {
    const counts = new Map<string, number>();
    for (const node of this.identity.graph.nodes()) {
      for (const ref of node.refs) {
        if (ref.quotes === 0) continue;
        const id = this.identity.idOf(node, ref);
        counts.set(id, (counts.get(id) ?? 0) + ref.quotes);
      }
    }
    return this.#asSpeakers(counts);
  }

  /** The entities that speak some of the quotations, those with the most first. @param spoken a list for each entity's id. */
  counted(spoken: ReadonlyMap<string, readonly unknown[]>): ReturnType<EntityIndex["speakers"]> {
    return this.#asSpeakers(new Map([...spoken].map(([id, { length }]) => [id, length])));
  }

  /** The entities that a query finds, by their ids. */
  found(text: string): ReadonlySet<string> {
    const query = new NameQuery(text);
    return new Set(query.isEmpty ? [] : this.#matches(query).map(({ entity }) => entity.id));
  }

  /** The documents in which an entity speaks. */
  spokenBy(id: string): readonly SpokenPlace[] {
    const cluster = this.identity.cluster(id);
    const bySlot = new Map<number, { quotes: number; readonly entities: Set<number> }>();
    for (const [, refs] of cluster === null ? [] : this.identity.members(cluster)) {
      for (const { slot, entity, quotes } of refs) {
        if (quotes === 0) continue;
        const place = bySlot.get(slot) ?? { quotes: 0, entities: new Set() };
        place.quotes += quotes;
        place.entities.add(entity);
        bySlot.set(slot, place);
      }
    }
    return [...bySlot].map(([slot, { quotes, entities }]) => ({
      slot,
      quotes,
      isOf: ({ speaker }) => speaker?.entity != null && (entities.has(speaker.entity) || speaker.others.some((each) => entities.has(each))),
    }));
  }

  #asSpeakers(counts: ReadonlyMap<string, number>): ReturnType<EntityIndex["speakers"]> {
    return [...counts]
      .flatMap(([id, quotations]) => {
        const found = this.asFound(id);
        return found === null ? [] : [{ entity: this.#decided.named(found), quotations }];
      })
      .sort((a, b) => b.quotations - a.quotations || byName(a.entity, b.entity));
  }

  #inDocument({ slot, entity }: EntityRef, path: string): EntityInDocument {
    const record = this.#documents.recordAt(slot);
    const { id, name } = record.entityAt(entity);
    const { roles, mentions } = record.entityDetails()[entity];
    const [{ start, end, line }] = mentions;
    return { path, entity: id, name, roles, mentions: mentions.length, first: { path, start, end, line } };
  }

  #changed(): void {
    this.#answers.changed();
    this.#counted = null;
    this.#decided.forget();
    for (const name of this.identity.graph.takeOtherForms()) this.#names.changed(name);
  }

  #countedEntities(): CountedEntities {
    this.#counted ??= new CountedEntities(
      this.identity,
      (id) => this.#decided.has(id),
      (id) => this.entity(id),
    );
    return this.#counted;
  }

  /** What matches a query, each with its score. @param most of those that match best and have the most documents. */
  #matches(query: NameQuery, most = Number.POSITIVE_INFINITY): { readonly entity: CollectionEntity; readonly score: number }[] {
    const found: { readonly entity: CollectionEntity; readonly score: number }[] = [];
    const seen = new Set<string>();
    for (const [id, name] of this.#decided.renamed()) {
      const score = query.score(searchText(name));
      const entity = score === 0 ? null : this.entity(id);
      if (entity === null) continue;
      seen.add(id);
      found.push({ entity, score });
    }
    for (const { node, score } of bestMatches(this.#names.matches(query), most * NAMES_OF_ONE)) {
      if (found.length >= most) break;
      for (const each of node.isUsed ? [node] : node.shortFor) {
        for (const id of this.identity.idsOf(each)) {
          const entity = seen.has(id) ? null : this.entity(id);
          seen.add(id);
          if (entity !== null) found.push({ entity, score });
        }
      }
    }
    return found;
  }
}

function typesOf(matches: readonly { readonly entity: CollectionEntity }[]): ReadonlyMap<EntityType, number> {
  const counts = new Map<EntityType, number>();
  for (const { entity } of matches) counts.set(entity.type, (counts.get(entity.type) ?? 0) + 1);
  return counts;
}

function mostUsed(nodes: Iterable<IdentityNode>, most: number): readonly IdentityNode[] {
  const best: IdentityNode[] = [];
  for (const node of nodes) {
    if (best.length === most && node.uses <= best[most - 1].uses) continue;
    best.push(node);
    best.sort((a, b) => b.uses - a.uses).splice(most);
  }
  return best;
}

/** The best of many matches, those with the most documents first among equals. */
function bestMatches(matches: Iterable<NameMatch>, most: number): readonly NameMatch[] {
  const better = (a: NameMatch, b: NameMatch): number =>
    b.score - a.score || b.node.uses - a.node.uses || (a.node.key < b.node.key ? -1 : 1);
  let best: NameMatch[] = [];
  let last: NameMatch | null = null;
  for (const match of matches) {
    if (last !== null && better(last, match) < 0) continue;
    best.push(match);
    if (best.length < 8 * most) continue;
    best = best.sort(better).slice(0, most);
    last = best[most - 1];
  }
  return best.sort(better).slice(0, most);
}

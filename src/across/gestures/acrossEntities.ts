import type { Entity } from "../../analysis/analysis.js";
import type { CollectionEntity, EntityInDocument, Place } from "../../collection/answers.js";
import type { GatheringPhase } from "../../gathering/gatherProtocol.js";
import type { CollectionClient } from "../collectionClient.js";

/** An entity with the first document that has it. */
export interface FoundEntity {
  readonly entity: CollectionEntity;
  readonly first: EntityInDocument;
}

/** The entities of all documents as the editor's gestures ask for them. */
export class AcrossEntities {
  readonly #client: CollectionClient;
  readonly #phase: () => GatheringPhase;

  /** @param phase how far the gathering is. */
  constructor(client: CollectionClient, phase: () => GatheringPhase) {
    this.#client = client;
    this.#phase = phase;
  }

  /** Whether all documents were read, or as many as the reader wants. Before that the documents that are open know more. */
  get areRead(): boolean {
    const phase = this.#phase();
    return phase !== "searching" && phase !== "analysing";
  }

  /** The entities that a part of a name finds, the best match first; without a query those of the most documents. */
  async search(query: string, count: number): Promise<readonly FoundEntity[]> {
    const entities =
      query.trim() === "" ? (await this.#client.ask("entities", { count }))?.items : await this.#client.ask("searchEntities", query, count);
    const found = entities ?? [];
    const firsts = await this.#client.ask(
      "firstDocuments",
      found.map(({ id }) => id),
    );
    return found.flatMap((entity, rank) => {
      const first = firsts?.[rank];
      return first ? [{ entity, first }] : [];
    });
  }

  /** The entity of all documents that a document's entity is; undefined where the document was changed since it was read. */
  of(uri: string, entity: Entity): Promise<CollectionEntity | undefined> {
    return entityOfAll(this.#client, uri, entity);
  }

  /** How many mentions of an entity are counted in a document. @param found the ids of the document's entities that may be it. */
  async countedIn(uri: string, { id }: CollectionEntity, found: readonly string[]): Promise<number> {
    const counts = found.map(async (own) => {
      const known = await this.#client.ask("entityOf", uri, own);
      return known?.id === id ? ((await this.#client.ask("mentionsOf", uri, own, { count: 0 }))?.total ?? 0) : 0;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  /** The first mention by name in a document; the first of any kind where there is none. */
  async firstMention({ path, entity, first }: EntityInDocument): Promise<Place> {
    const mentions = await this.#client.ask("mentionsOf", path, entity);
    return mentions?.items.find(({ kind }) => kind === "name") ?? first;
  }

  /** The documents that have an entity. @param count the most. */
  async documents({ id }: CollectionEntity, count: number): Promise<readonly EntityInDocument[]> {
    return (await this.#client.ask("documentsOf", id, { count }))?.items ?? [];
  }

  /** An entity's mentions in one document. @param count the most. */
  async mentions({ path, entity }: EntityInDocument, count: number): Promise<readonly Place[]> {
    return (await this.#client.ask("mentionsOf", path, entity, { count }))?.items ?? [];
  }
}

/** As {@link AcrossEntities.of}. The ids of a document that was changed since may be those of others: the names tell. */
export async function entityOfAll(
  client: CollectionClient,
  uri: string,
  { id, name, aliases }: Entity,
): Promise<CollectionEntity | undefined> {
  const known = await client.ask("entityOf", uri, id);
  const names = new Set([name, ...aliases].map(folded));
  return known && [known.name, ...known.aliases].some((each) => names.has(folded(each))) ? known : undefined;
}

function folded(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

import type { CollectionEntity, EntityRequest, MayBeSame, Page } from "../../collection/answers.js";
import type { DocumentReader } from "../../review/documentStore.js";
import { excerptAround } from "../../sidebar/model/excerpt.js";
import type { CollectionClient } from "../collectionClient.js";
import { entityOfAll } from "../gestures/acrossEntities.js";
import { type AllLister, type AllOptions, type AllSubject, type KeyedSubject, NO_ROWS, type SubjectPage } from "./allRow.js";
import type { DocumentTexts } from "./documentTexts.js";

const PAIRS_KEY = "may-be-same";

/** What the listers of all documents ask. */
export interface AllSources {
  readonly client: CollectionClient;
  readonly texts: DocumentTexts;
  /** The documents under review as they stand in editors. */
  readonly reader: DocumentReader;
  /** Whether all is read: only then it is asked which entities may be one. */
  readonly areRead: () => boolean;
}

/** Lists the entities of all documents: by type, then by entity, then by document, then by mention. */
export function entityLister({ client, texts, reader, areRead }: AllSources): AllLister {
  /** Who else an entity may be, then the documents that have it. */
  async function belowEntity(subject: AllSubject & { readonly kind: "entity" }, count: number): Promise<SubjectPage> {
    const { id } = subject.entity;
    const [pairs, rows] = await Promise.all([areRead() ? client.ask("mayBeSameAs", id) : null, documents(subject, count)]);
    const items = (pairs ?? []).map((pair) => pairRow(pair, id));
    return { items: [...items, ...rows.items], total: items.length + rows.total };
  }

  async function documents(subject: AllSubject & { readonly kind: "entity" }, count: number): Promise<SubjectPage> {
    const page = await client.ask("documentsOf", subject.entity.id, { count });
    return keyed(page, (inDocument) => ({
      key: documentKey(inDocument.path, inDocument.entity),
      subject: { kind: "entityDocument", entity: subject.entity, inDocument, alone: page?.total === 1 },
    }));
  }

  async function mentions({ entity, inDocument }: AllSubject & { readonly kind: "entityDocument" }, count: number): Promise<SubjectPage> {
    const { path, name } = inDocument;
    const [page, text] = await Promise.all([client.ask("mentionsOf", path, inDocument.entity, { count }), texts.of(path)]);
    return keyed(page, (place, rank) => ({
      key: String(rank),
      subject: { kind: "mention", name, type: entity.type, place, excerpt: text && excerptAround(text, place) },
    }));
  }

  return {
    nothing: "No names were found.",
    async first({ filter }) {
      const [found, all, pairs] = await Promise.all([
        client.ask("entityTypes", filter),
        client.ask("entityTypes"),
        filter === "" && areRead() ? client.ask("mayBeSame", { count: 0 }) : null,
      ]);
      const total = pairs?.total ?? 0;
      const items: readonly KeyedSubject[] = [
        ...(total > 0 ? [{ key: PAIRS_KEY, subject: { kind: "pairs", total } as const }] : []),
        ...(found ?? []).map((count): KeyedSubject => ({ key: count.type, subject: { kind: "type", count } })),
      ];
      return { items, total: items.length, listed: sum(found ?? []), all: sum(all ?? []) };
    },
    async below(subject, options, count) {
      switch (subject.kind) {
        case "type": {
          const page = await client.ask("entities", { types: [subject.count.type], count, ...entityRequest(options) });
          return keyed(page, entityRow);
        }
        case "entity":
          return belowEntity(subject, count);
        case "pairs":
          return keyed(await client.ask("mayBeSame", { count }), (pair) => pairRow(pair, null));
        case "pair": {
          const { left, right } = subject.pair;
          const items = [left, right].filter(({ id }) => id !== subject.of).map(entityRow);
          return { items, total: items.length };
        }
        case "entityDocument":
          return mentions(subject, count);
        default:
          return NO_ROWS;
      }
    },
    async pathAt(uri, offset) {
      const place = reader.get(uri)?.index.mentionAt(offset);
      const entity = place && (await entityOfAll(client, uri, place.entity));
      if (!place || !entity) return undefined;
      const rank = place.entity.mentions.indexOf(place.mention);
      const keys = [entity.type, entity.id, documentKey(uri, place.entity.id), String(rank)];
      return { keys, entry: 2, filter: entity.name };
    },
  };
}

function entityRow(entity: CollectionEntity): KeyedSubject {
  return { key: entity.id, subject: { kind: "entity", entity } };
}

function pairRow(pair: MayBeSame, of: string | null): KeyedSubject {
  return { key: `${PAIRS_KEY} ${pair.left.id} ${pair.right.id}`, subject: { kind: "pair", pair, of } };
}

function entityRequest({ filter, order }: AllOptions): EntityRequest {
  return { filter, sort: order === "name" ? "name" : "documents" };
}

/** Rows of an answer; none where there is no answer. */
export function keyed<T>(page: Page<T> | null, row: (item: T, rank: number) => KeyedSubject): SubjectPage {
  return page ? { items: page.items.map(row), total: page.total } : NO_ROWS;
}

function documentKey(path: string, entity: string): string {
  return `${path} ${entity}`;
}

function sum(counts: readonly { readonly entities: number }[]): number {
  return counts.reduce((total, { entities }) => total + entities, 0);
}

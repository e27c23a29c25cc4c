import type { EntityRequest, Page } from "../../collection/answers.js";
import type { DocumentReader } from "../../review/documentStore.js";
import { excerptAround } from "../../sidebar/model/excerpt.js";
import type { CollectionClient } from "../collectionClient.js";
import { type AllLister, type AllOptions, type AllSubject, type KeyedSubject, NO_ROWS, type SubjectPage } from "./allRow.js";
import type { DocumentTexts } from "./documentTexts.js";

/** What the listers of all documents ask. */
export interface AllSources {
  readonly client: CollectionClient;
  readonly texts: DocumentTexts;
  /** The documents under review as they stand in editors. */
  readonly reader: DocumentReader;
}

/** Lists the entities of all documents: by type, then by entity, then by document, then by mention. */
export function entityLister({ client, texts, reader }: AllSources): AllLister {
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
      const [found, all] = await Promise.all([client.ask("entityTypes", filter), client.ask("entityTypes")]);
      const items = (found ?? []).map((count): KeyedSubject => ({ key: count.type, subject: { kind: "type", count } }));
      return { items, total: items.length, listed: sum(found ?? []), all: sum(all ?? []) };
    },
    async below(subject, options, count) {
      switch (subject.kind) {
        case "type": {
          const page = await client.ask("entities", { types: [subject.count.type], count, ...entityRequest(options) });
          return keyed(page, (entity) => ({ key: entity.id, subject: { kind: "entity", entity } }));
        }
        case "entity":
          return documents(subject, count);
        case "entityDocument":
          return mentions(subject, count);
        default:
          return NO_ROWS;
      }
    },
    async pathAt(uri, offset) {
      const place = reader.get(uri)?.index.mentionAt(offset);
      const entity = place && (await client.ask("entityOf", uri, place.entity.id));
      if (!place || !entity) return undefined;
      const rank = place.entity.mentions.indexOf(place.mention);
      const keys = [entity.type, entity.id, documentKey(uri, place.entity.id), String(rank)];
      return { keys, entry: 2, filter: entity.name };
    },
  };
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

import type { CollectionEntity } from "./answers.js";

/** By name, then by id. */
export const byName = (a: CollectionEntity, b: CollectionEntity): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** The orders in which entities are listed. */
export const ENTITY_ORDERS = {
  documents: (a: CollectionEntity, b: CollectionEntity) => b.documents - a.documents || b.mentions - a.mentions || byName(a, b),
  mentions: (a: CollectionEntity, b: CollectionEntity) => b.mentions - a.mentions || byName(a, b),
  name: byName,
} as const;

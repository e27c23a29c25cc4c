import { ENTITY_TYPES, type EntityType } from "../analysis.js";

/** The labels of the tagger: 0 for no name, then for each type one that begins a name and one that continues it. */
export const LABEL_COUNT = 1 + 2 * ENTITY_TYPES.length;

export const OUTSIDE = 0;

export function beginLabel(type: EntityType): number {
  return 1 + 2 * ENTITY_TYPES.indexOf(type);
}

export function isBegin(label: number): boolean {
  return (label & 1) === 1;
}

export function isInside(label: number): boolean {
  return label > 0 && (label & 1) === 0;
}

/** The index in ENTITY_TYPES of a label's type, -1 for no name. */
export function typeIndex(label: number): number {
  return label === OUTSIDE ? -1 : (label - 1) >> 1;
}

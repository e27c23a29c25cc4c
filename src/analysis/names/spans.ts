import { ENTITY_TYPES, type EntityType } from "../analysis.js";
import { isBegin, isInside, typeIndex } from "./labels.js";

/** A name as tokens of its block: first, end exclusive. */
export interface TokenName {
  readonly first: number;
  readonly end: number;
  readonly type: EntityType;
}

/**
 * The names that a stretch's labels make.
 * @param offset where the stretch's labels begin in `labels`.
 * @param first the stretch's first token.
 */
export function namesOf(labels: Uint8Array, offset: number, length: number, first: number, names: TokenName[]): void {
  for (let t = 0; t < length; ) {
    const label = labels[offset + t];
    if (!isBegin(label)) {
      t++;
      continue;
    }
    let end = t + 1;
    while (end < length && isInside(labels[offset + end]) && labels[offset + end] === label + 1) end++;
    names.push({ first: first + t, end: first + end, type: ENTITY_TYPES[typeIndex(label)] });
    t = end;
  }
}

import type { Entity, Quote, Span } from "../analysis.js";

/** A mention of a person in its place. */
export interface PlacedPerson extends Span {
  readonly entity: Entity;
}

/** So many quotations before one may hold what stands there. */
const QUOTATIONS_NEAR = 8;

/** All mentions of persons, in text order. */
export function placedPersons(entities: readonly Entity[]): readonly PlacedPerson[] {
  const persons = entities.filter(({ type }) => type === "person");
  return persons.flatMap((entity) => entity.mentions.map(({ start, end }) => ({ start, end, entity }))).sort((a, b) => a.start - b.start);
}

/** The index of the first mention at an offset or behind it. @param persons in text order. */
export function firstPersonFrom(persons: readonly PlacedPerson[], offset: number): number {
  let low = 0;
  let high = persons.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (persons[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether words stand in one of the last quotations up to the one at an index. */
export function isQuoted({ start }: Span, quotes: readonly Quote[], index: number): boolean {
  for (let q = index; q >= 0 && q > index - QUOTATIONS_NEAR; q--) {
    const { kind, spans } = quotes[q];
    if (kind !== "indirect" && spans.some((span) => span.start <= start && start < span.end)) return true;
  }
  return false;
}

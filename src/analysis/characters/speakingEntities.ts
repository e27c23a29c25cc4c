import type { Entity, Quote } from "../analysis.js";
import { callNames } from "./persons.js";

/**
 * Those who speak and were taken for places or others that are no persons: "Florence", "Irish".
 * @param sure from so much confidence on the words that name a speaker are believed.
 * @returns by their ids the one person whose name holds theirs, else themselves.
 */
export function speakingEntities(
  entities: readonly Entity[],
  quotes: readonly { readonly quote: Quote }[],
  sure: number,
): ReadonlyMap<string, Entity> {
  const speaking = new Set(
    quotes.flatMap(({ quote: { speaker } }) => (speaker?.entity && speaker.confidence >= sure ? [speaker.entity] : [])),
  );
  const found = new Map<string, Entity>();
  let persons: Map<string, Entity | null> | null = null;
  for (const entity of entities) {
    if (entity.type === "person" || !speaking.has(entity.id)) continue;
    persons ??= personsByWord(entities);
    found.set(entity.id, persons.get(entity.name.toLowerCase()) ?? entity);
  }
  return found;
}

/** The persons by the words of their names; null where a word is several persons'. */
export function personsByWord(entities: readonly Entity[]): Map<string, Entity | null> {
  const persons = new Map<string, Entity | null>();
  for (const entity of entities) {
    if (entity.type !== "person") continue;
    for (const name of callNames(entity)) persons.set(name, persons.has(name) ? null : entity);
  }
  return persons;
}

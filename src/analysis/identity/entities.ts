import { ENTITY_TYPES, type EntityType } from "../analysis.js";
import { countryOfPeople } from "./countryForms.js";
import type { NameMention } from "./nameMentions.js";
import { linkOthers } from "./otherLinks.js";
import { findPersons } from "./nameKinds.js";
import { linkPersons } from "./personLinks.js";

/** An entity by its names. */
export interface NamedEntity {
  readonly type: EntityType;
  /** In text order. */
  readonly names: readonly LinkedName[];
}

export interface LinkedName {
  readonly mention: NameMention;
  /** How sure the link is; 1 where there was no doubt. */
  readonly confidence: number;
}

/** Joins name mentions into entities, in the order of their first mention. @param mentions in text order. */
export function joinNames(mentions: readonly NameMention[]): NamedEntity[] {
  const isPerson = findPersons(mentions);
  const persons = mentions.filter((_, i) => isPerson[i]);
  const others = mentions.filter((_, i) => !isPerson[i]);
  const personLinks = linkPersons(persons);
  const otherLinks = linkOthers(others);
  const entities: { isPerson: boolean; names: LinkedName[] }[] = [];
  const personEntities = new Map<number, number>();
  const otherEntities = new Map<number, number>();
  let person = 0;
  let other = 0;
  mentions.forEach((mention, i) => {
    const links = isPerson[i] ? personLinks.persons : otherLinks.entities;
    const confidences = isPerson[i] ? personLinks.confidences : otherLinks.confidences;
    const numbers = isPerson[i] ? personEntities : otherEntities;
    const at = isPerson[i] ? person++ : other++;
    let number = numbers.get(links[at]);
    if (number === undefined) {
      number = entities.length;
      numbers.set(links[at], number);
      entities.push({ isPerson: isPerson[i], names: [] });
    }
    entities[number].names.push({ mention, confidence: confidences[at] });
  });
  return entities.map(({ isPerson: named, names }) => ({ type: named ? "person" : voteType(names), names }));
}

/** The label with the most weight among those that are no person. */
function voteType(names: readonly LinkedName[]): EntityType {
  const weights = new Map<EntityType, number>();
  for (const { mention, confidence } of names) {
    const { type } = mention;
    if (type !== "person") weights.set(type, (weights.get(type) ?? 0) + mention.confidence * confidence);
    if (mention.form.plainKey.startsWith("people ")) weights.set("group", (weights.get("group") ?? 0) + 0.5);
  }
  let best: EntityType = "organization";
  let most = 0;
  for (const type of ENTITY_TYPES) {
    const weight = weights.get(type) ?? 0;
    if (weight > most) {
      best = type;
      most = weight;
    }
  }
  return best;
}

/** For each entity, those near to it that are not the same: a country and its people. */
export function relatedEntities(entities: readonly NamedEntity[]): ReadonlyMap<number, readonly number[]> {
  const countries = new Map<string, number>();
  entities.forEach(({ names }, i) => {
    for (const { mention } of names) if (mention.form.plainKey.startsWith("country ")) countries.set(mention.form.plainKey, i);
  });
  const related = new Map<number, number[]>();
  entities.forEach(({ names }, i) => {
    const country = countryOfPeople(names[0].mention.form.plainKey);
    const place = country === null ? undefined : countries.get(country);
    if (place === undefined || place === i) return;
    related.set(i, [...(related.get(i) ?? []), place]);
    related.set(place, [...(related.get(place) ?? []), i]);
  });
  return related;
}

import { ENTITY_TYPES, type EntityType } from "../analysis.js";
import { countryOfPeople, isCountryKey, isPeopleKey } from "./countryForms.js";
import type { NameMention } from "./nameMentions.js";
import type { OtherLinks } from "./otherLinks.js";
import type { PersonLinks } from "./personLinks.js";
import { type EntityTraits, traitsOf } from "./traits.js";

/** What the lists of countries and peoples weigh against the tagger's labels, for each mention. */
const KNOWN_FORM_WEIGHT = 0.5;

/** An entity by its names. */
export interface NamedEntity {
  readonly type: EntityType;
  /** The fullest surface form. */
  readonly name: string;
  /** The other surface forms. */
  readonly aliases: readonly string[];
  /** The numbers of entities near to it that are not the same: a country and its people. */
  readonly related: readonly number[];
  readonly traits: EntityTraits;
  /** In text order. */
  readonly names: readonly LinkedName[];
}

export interface LinkedName {
  readonly mention: NameMention;
  /** The entity's number, in the order of first mentions. */
  readonly entity: number;
  /** How sure the link is; 1 where there was no doubt. */
  readonly confidence: number;
}

export interface JoinedNames {
  readonly entities: readonly NamedEntity[];
  /** Every mention, in text order. */
  readonly names: readonly LinkedName[];
}

/**
 * Joins name mentions into entities, in the order of their first mention.
 * @param mentions in text order.
 * @param isPerson for each mention, whether it names a person.
 * @param personLinks the links of those that do; @param otherLinks those of the others.
 */
export function joinNames(
  mentions: readonly NameMention[],
  isPerson: readonly boolean[],
  personLinks: PersonLinks,
  otherLinks: OtherLinks,
): JoinedNames {
  const numbersOf = { person: new Int32Array(personLinks.count).fill(-1), other: new Int32Array(otherLinks.count).fill(-1) };
  const namesOf: { readonly isPerson: boolean; readonly names: LinkedName[] }[] = [];
  const names: LinkedName[] = [];
  let person = 0;
  let other = 0;
  for (let i = 0; i < mentions.length; i++) {
    const links = isPerson[i] ? personLinks : otherLinks;
    const numbers = isPerson[i] ? numbersOf.person : numbersOf.other;
    const at = isPerson[i] ? person++ : other++;
    let entity = numbers[links.entities[at]];
    if (entity < 0) {
      entity = namesOf.length;
      numbers[links.entities[at]] = entity;
      namesOf.push({ isPerson: isPerson[i], names: [] });
    }
    const name = { mention: mentions[i], entity, confidence: links.confidences[at] };
    names.push(name);
    namesOf[entity].names.push(name);
  }
  const related = relatedEntities(namesOf);
  const entities = namesOf.map(({ isPerson, names }, i): NamedEntity => {
    const { name, aliases } = surfaces(names);
    const type = typeOf(isPerson, names);
    // A copy has no more room than it needs.
    return { type, name, aliases, related: related.get(i) ?? NONE_RELATED, traits: traitsOf(type, names), names: names.slice() };
  });
  return { entities, names };
}

const NONE_RELATED: readonly number[] = [];

/** The type of an entity with these names, at least one. */
export function typeOf(isPerson: boolean, names: readonly LinkedName[]): EntityType {
  return isPerson ? "person" : voteType(names);
}

/** The label with the most weight among those that are no person. */
function voteType(names: readonly LinkedName[]): EntityType {
  const first = names[0].mention;
  if (names.length === 1 && first.type !== "person" && !isPeopleKey(first.form.plainKey)) return first.type;
  const weights = new Map<EntityType, number>();
  for (const { mention, confidence } of names) {
    const { type } = mention;
    if (type !== "person") weights.set(type, (weights.get(type) ?? 0) + mention.confidence * confidence);
    const known = isPeopleKey(mention.form.plainKey) ? "group" : isCountryKey(mention.form.plainKey) ? "place" : null;
    if (known) weights.set(known, (weights.get(known) ?? 0) + KNOWN_FORM_WEIGHT);
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
function relatedEntities(entities: readonly Pick<NamedEntity, "names">[]): ReadonlyMap<number, readonly number[]> {
  const countries = new Map<string, number>();
  entities.forEach(({ names }, i) => {
    let before = "";
    for (const { mention } of names) {
      const { plainKey } = mention.form;
      if (plainKey !== before && isCountryKey(plainKey)) countries.set(plainKey, i);
      before = plainKey;
    }
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

/** A form that stands so many times as often as a longer one is the name by which the entity is known. */
const MUCH_OFTENER = 3;

/** The surface forms of an entity: the fullest, or of full ones the usual, and the others. */
function surfaces(names: readonly LinkedName[]): Pick<NamedEntity, "name" | "aliases"> {
  const first = names[0].mention.form.surface;
  let forms: Map<string, number> | null = null;
  for (let i = 1; i < names.length; i++) {
    const { surface } = names[i].mention.form;
    if (forms) forms.set(surface, (forms.get(surface) ?? 0) + 1);
    else if (surface !== first)
      forms = new Map([
        [first, i],
        [surface, 1],
      ]);
  }
  if (!forms) return { name: first, aliases: [] };
  let fullest = first;
  for (const form of forms.keys()) {
    const longer = form.length - fullest.length;
    if (longer > 0 || (longer === 0 && isPlainCase(form) && !isPlainCase(fullest))) fullest = form;
  }
  const name = usualForm(fullest, forms);
  forms.delete(name);
  return { name, aliases: [...forms.keys()] };
}

/** "Hillary Clinton", where "Crooked Hillary Clinton" stands once: the oftenest of the forms of two words and more that the fullest ends with. */
function usualForm(fullest: string, forms: ReadonlyMap<string, number>): string {
  let usual = fullest;
  let most = MUCH_OFTENER * (forms.get(fullest) ?? 0) - 1;
  for (const [form, count] of forms) {
    if (count <= most || !form.includes(" ") || !fullest.endsWith(` ${form}`)) continue;
    usual = form;
    most = count;
  }
  return usual;
}

/** Whether a name is written neither all in capitals nor all in lower case. */
function isPlainCase(form: string): boolean {
  return form !== form.toUpperCase() && form !== form.toLowerCase();
}

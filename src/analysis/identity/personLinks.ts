import type { NameMention } from "./nameMentions.js";
import type { Person } from "./personIndex.js";
import { PersonLinker } from "./personLinker.js";
import { readTies } from "./personTies.js";

/** The person that each mention names. */
export interface PersonLinks {
  /** The person's number for each mention given. */
  readonly entities: Int32Array;
  /** How sure each link is; 1 where there was no doubt. */
  readonly confidences: Float64Array;
  readonly count: number;
}

const FARTHEST_KIN = 8;

/**
 * Joins the mentions of persons. Full names meet by their pairs of parts; a bare surname or given name goes to the person last named
 * who can bear it, or else to the first one named after. The most complete names are read first.
 * @param mentions the names of persons, in text order.
 */
export function linkPersons(mentions: readonly NameMention[]): PersonLinks {
  const linker = new PersonLinker(
    mentions.some(({ form }) => form.person.parts.length > 1 && form.person.parts.some((part) => part.length === 1)),
    new Set(mentions.flatMap(({ courtesy, form }) => (courtesy === "miss" && form.person.parts.length === 1 ? form.person.parts : []))),
    new Set(mentions.flatMap(({ form }) => (form.person.parts.length === 1 ? form.person.parts : []))),
  );
  linker.keepApart(mentions);
  const persons = new Int32Array(mentions.length).fill(-1);
  const confidences = new Float64Array(mentions.length).fill(1);
  const byKey = new Map<string, Person>();
  const ties = readTies(mentions);
  for (const mention of fullNamesFirst(mentions)) {
    const key = mention.personKey;
    if (!byKey.has(key) && !ties.aliases.has(key)) byKey.set(key, linker.addFullName(mention, ties.apart.get(key)));
  }
  for (const [key, { of, alias }] of ties.aliases) {
    const person = byKey.get(of.personKey) ?? linker.onlyBearer(of);
    if (person) byKey.set(key, linker.addAlias(person, alias));
    else if (alias.form.person.parts.length > 1) byKey.set(key, linker.addFullName(alias));
  }
  for (const mention of mentions) {
    const bearer = mention.asBorn ? linker.onlyNamesake(mention, byKey.get(mention.personKey)) : undefined;
    if (bearer) byKey.set(mention.personKey, linker.addAlias(bearer, mention));
  }
  for (const { form, personKey, block } of mentions) {
    const person = form.person.parts.length > 1 ? byKey.get(personKey) : undefined;
    if (!person) continue;
    if (person.fully === 0) person.firstBlock = block;
    person.fully++;
  }
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    const known = mention.form.person.parts.length > 1 ? byKey.get(mention.personKey) : undefined;
    if (known) {
      persons[i] = known.id;
      linker.seen(known, mention);
      continue;
    }
    const other = isTied(mentions[i - 1], mention) ? persons[i - 1] : -1;
    const { person, confidence } = linker.findByPart(mention, other, whoseKin(mentions[i - 1], mention));
    persons[i] = person.id;
    confidences[i] = confidence;
  }
  return { entities: persons, confidences, count: linker.count };
}

/** Whether the words between two names say that they are two persons'; the name before may be one of a place. */
function isTied(before: NameMention | undefined, mention: NameMention): boolean {
  return mention.tie === "apart" && before?.block === mention.block && mention.firstToken - before.endToken <= FARTHEST_KIN;
}

/** "Shelton's father, Bryan": the name of whose kin a single name is; null where the text says none. */
function whoseKin(before: NameMention | undefined, mention: NameMention): NameMention | null {
  if (mention.tie !== "apart" || before?.block !== mention.block) return null;
  const gap = mention.firstToken - before.endToken;
  return gap > 1 && gap <= FARTHEST_KIN ? before : null;
}

/** Full names, those with the most parts first, initials counting half. */
function fullNamesFirst(mentions: readonly NameMention[]): NameMention[] {
  const byWeight: NameMention[][] = [];
  for (const mention of mentions) {
    const { parts, generation } = mention.form.person;
    if (parts.length < 2) continue;
    let weight = generation === null ? 0 : 1;
    for (const part of parts) weight += part.length > 1 ? 2 : 1;
    weight = Math.min(weight, 20);
    byWeight[weight] ??= [];
    byWeight[weight].push(mention);
  }
  return byWeight.reverse().flat();
}

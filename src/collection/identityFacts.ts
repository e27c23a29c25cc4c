import type { Entity } from "../analysis/analysis.js";
import { knownFormKey, withoutKind } from "../analysis/identity/countryForms.js";
import { nameWords } from "../analysis/identity/folding.js";
import { givenNameGender } from "../analysis/identity/genders.js";
import { readNameForm } from "../analysis/identity/nameForms.js";
import data from "./identityFacts.json" with { type: "json" };

/**
 * What a document says of a person that another person of the same name would have otherwise, as one short string:
 * "g:f b:1961 f:sport o:mayor=leeds". Empty where it says nothing of the kind, as most do.
 */
export type IdentityFacts = string;

const FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries(data.fields).flatMap(([field, { nouns }]) => nouns.split(" ").map((noun) => [noun, field] as const)),
);
const FIELD_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(data.fields).map(([field, { words }]) => [field, words]));
const OFFICES: ReadonlySet<string> = new Set(data.offices.split(" "));
const MALE: ReadonlySet<string> = new Set(data.male.split(" "));
const FEMALE: ReadonlySet<string> = new Set(data.female.split(" "));

/** Two documents' ages of one person may differ by so much, in years of birth: a birthday, and a document without a date of its own. */
const BIRTH_YEARS_APART = 2;
/** So many words of one gender, and none of the other, tell the gender. */
const LEAST_GENDERED = 2;

/** @param date the document's own date, ISO 8601, without which an age tells nothing. */
export function identityFacts(text: string, entity: Entity, date: string | undefined): IdentityFacts {
  if (entity.type !== "person") return typeFacts(entity);
  const facts: string[] = [];
  const gender = genderIn(text, entity);
  if (gender !== null) facts.push(`g:${gender}`);
  const born = birthYear(text, entity, date);
  if (born !== null) facts.push(`b:${born}`);
  const words = entity.roles.map(nameWords);
  const fields = new Set(words.map((role) => FIELDS.get(headNoun(role))).filter((field) => field !== undefined));
  if (fields.size === 1) facts.push(`f:${[...fields][0]}`);
  const offices = new Set(words.flatMap(officeOf));
  if (offices.size === 1) facts.push(`o:${[...offices][0]}`);
  return facts.join(" ");
}

/** A name's type as a fact; what is known by the lists of countries, peoples and bodies is one thing whatever the type. */
function typeFacts({ type, name }: Entity): IdentityFacts {
  if (knownFormKey(nameWords(name).join(" ")) !== null) return "";
  return type === "group" ? "t:organization" : `t:${type}`;
}

/** The gender by courtesy titles and pronouns, where the given name itself does not tell it. */
function genderIn(text: string, { name, mentions }: Entity): "f" | "m" | null {
  const { parts } = readNameForm(name).person;
  if (parts.length > 1 && givenNameGender(parts[0]) !== null) return null;
  let [male, female] = [0, 0];
  for (const { start, end, kind } of mentions) {
    if (kind === "nominal") continue;
    const word =
      kind === "pronoun" ? text.slice(start, end) : (/(\p{L}{2,6})\.?\s$/u.exec(text.slice(Math.max(0, start - 9), start))?.[1] ?? "");
    if (MALE.has(word.toLowerCase())) male++;
    if (FEMALE.has(word.toLowerCase())) female++;
  }
  if (male >= LEAST_GENDERED && female === 0) return "m";
  return female >= LEAST_GENDERED && male === 0 ? "f" : null;
}

/** The year of birth by an age after a name ("Ann Hall, 34,"). */
function birthYear(text: string, { mentions }: Entity, date: string | undefined): number | null {
  if (date === undefined) return null;
  for (const { end, kind } of mentions) {
    const age = kind === "name" ? /^, (?:aged? )?(\d{1,2})(?=[,.;)])/.exec(text.slice(end, end + 12)) : null;
    if (age !== null) return Number(date.slice(0, 4)) - Number(age[1]);
  }
  return null;
}

function headNoun(role: readonly string[]): string {
  const link = role.findIndex((word) => word === "of" || word === "for" || word === "in" || word === "at");
  return role[(link < 0 ? role.length : link) - 1] ?? "";
}

/** "mayor=leeds" of "Mayor of Leeds". */
function officeOf(role: readonly string[]): readonly string[] {
  const of = role.indexOf("of");
  if (of < 1 || of + 1 >= role.length || !OFFICES.has(role[of - 1])) return [];
  if (role[of - 2] === "vice" || role[of - 2] === "deputy") return [];
  const over = readNameForm(role.slice(of + 1).join(" ")).plainKey;
  return [`${role[of - 1]}=${over.replaceAll(" ", "_")}`];
}

/** Whether one person cannot well have both. */
export function factsConflict(a: IdentityFacts, b: IdentityFacts): boolean {
  if (a === "" || b === "" || a === b) return false;
  const known = new Map(a.split(" ").map((fact) => [fact[0], fact.slice(2)]));
  return b.split(" ").some((fact) => {
    const other = known.get(fact[0]);
    const value = fact.slice(2);
    if (other === undefined || other === value) return false;
    if (fact[0] === "b") return Math.abs(Number(other) - Number(value)) > BIRTH_YEARS_APART;
    return fact[0] !== "o" || other.slice(0, other.indexOf("=")) === value.slice(0, value.indexOf("="));
  });
}

function officeWords(office: string): string {
  const [title, over] = office.replaceAll("_", " ").split("=");
  return `${title} of ${withoutKind(over)}`;
}

/** The facts in words, for reading: "mayor of leeds, born about 1961". */
export function factWords(facts: IdentityFacts): string {
  return facts
    .split(" ")
    .filter((fact) => fact !== "")
    .map((fact) => {
      const value = fact.slice(2);
      if (fact[0] === "g") return value === "f" ? "a woman" : "a man";
      if (fact[0] === "t") return `the name of ${/^[aeio]/.test(value) ? "an" : "a"} ${value}`;
      if (fact[0] === "b") return `born about ${value}`;
      return fact[0] === "f" ? (FIELD_WORDS.get(value) ?? value) : officeWords(value);
    })
    .join(", ");
}

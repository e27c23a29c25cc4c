import type { EntityType } from "../analysis.js";
import { compoundNoun } from "./compoundNouns.js";
import type { LinkedName } from "./entities.js";
import { type Gender, givenNameGender } from "./genders.js";
import titles from "./titles.json" with { type: "json" };

/** What the names of an entity tell of it, the roles that the text gives it aside. */
export interface EntityTraits {
  /** The nouns that its names end with, of a person's the last words of the titles: "ministry", "president". */
  readonly nouns: readonly string[];
  /** Whether a courtesy title tells the gender. */
  readonly titles: Readonly<Record<Gender, boolean>>;
  /** The gender that the given name of the first full name tells. */
  readonly givenName: Gender | null;
  /** The gender that a name of one word tells which stands before the first full name. */
  readonly oneWord: Gender | null;
}

/** @param names in text order. */
export function traitsOf(type: EntityType, names: readonly LinkedName[]): EntityTraits {
  const nouns = nounsOf(type, names);
  if (type !== "person") return nouns.length === 0 ? NO_TRAITS : { ...NO_TRAITS, nouns };
  const courtesy = { female: false, male: false };
  for (const { mention } of names) {
    if (mention.title === "mr") courtesy.male = true;
    else if (mention.title !== null && mention.title !== "other") courtesy.female = true;
  }
  let oneWord: Gender | null = null;
  for (const { mention } of names) {
    const { parts } = mention.form.person;
    const gender = givenNameGender(parts[0]);
    if (gender === null) continue;
    if (parts.length > 1) return { nouns, titles: courtesy, givenName: gender, oneWord };
    oneWord ??= gender;
  }
  return { nouns, titles: courtesy, givenName: null, oneWord };
}

/** "the colonel" is whom the text calls "Col. Ahmed". */
const ABBREVIATED: ReadonlyMap<string, string> = new Map(Object.entries(titles.abbreviations));
/** A title's noun in full. */
export function wholeNoun(noun: string): string {
  return ABBREVIATED.get(noun) ?? noun;
}

/** And "the congresswoman" whom it calls "Rep. Ada Weld". */
const ALSO_CALLED: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(titles.alsoCalled));
const NO_NOUNS: readonly string[] = [];
const NO_TRAITS: EntityTraits = { nouns: NO_NOUNS, titles: { female: false, male: false }, givenName: null, oneWord: null };

function nounsOf(type: EntityType, names: readonly LinkedName[]): readonly string[] {
  let nouns: string[] | null = null;
  for (const { mention } of names) {
    const { titleWords, form } = mention;
    const words = type === "person" ? titleWords : form.words.length > 1 ? form.words : NO_NOUNS;
    if (words.length === 0) continue;
    const last = words[words.length - 1];
    const noun = type === "person" ? compoundNoun(words[words.length - 2], wholeNoun(last)) : last;
    nouns ??= [];
    if (!nouns.includes(noun)) nouns.push(noun, ...(type === "person" ? (ALSO_CALLED.get(noun) ?? NO_NOUNS) : NO_NOUNS));
  }
  return nouns ?? NO_NOUNS;
}

import type { Entity, Mention, Span } from "../analysis.js";
import { foldWord } from "../identity/folding.js";
import { type Gender, givenNameGender } from "../identity/genders.js";
import { nounGender } from "../identity/references.js";
import type { GenderVotes } from "./pronounGenders.js";

/** Somebody of the text: an entity, or one whom the text gives no name. */
export interface Person {
  readonly number: number;
  /** Null for one without a name. */
  readonly entity: Entity | null;
  readonly key: string;
  /** The noun of one without a name, "" else. */
  readonly noun: string;
  gender: Gender | null;
  /** Mentions beyond those of the entity. */
  readonly added: Mention[];
  /** The place where the person was named last, and how often that was. */
  last: Span;
  count: number;
  /** The form of the name that others call the person by: folded words. */
  readonly names: ReadonlySet<string>;
}

const NO_VOTES: GenderVotes = { male: 0, female: 0 };

export const NARRATOR = "narrator";

const MALE_TITLE = /\b(?:mr|sir|lord|master|uncle|father|king|prince|count|baron|monsieur|m)\.?\s$/i;
const FEMALE_TITLE = /\b(?:mrs|miss|ms|lady|madam|madame|aunt|mother|queen|princess|mademoiselle|mme)\.?\s$/i;

/** A given name tells as much of a gender as so many pronouns beside it, which may be another's. */
const GIVEN_NAME_VOTES = 3;

/**
 * The gender that titles, pronouns and roles of the text tell of an entity, else its given name.
 * @param votes what the pronouns beside its names tell.
 */
export function genderOf(entity: Entity, text: string, votes: GenderVotes = NO_VOTES): Gender | null {
  let { female, male } = votes;
  for (const { start, end, kind } of entity.mentions) {
    if (kind === "pronoun") {
      const word = text.slice(start, end).toLowerCase();
      if (word.startsWith("he") && !word.startsWith("her")) male++;
      else if (word === "his" || word === "him") male++;
      else if (word.startsWith("she") || word.startsWith("her")) female++;
    } else if (kind === "name") {
      const before = text.slice(Math.max(0, start - 14), start);
      const head = text.slice(start, start + 14);
      if (MALE_TITLE.test(before) || MALE_TITLE.test(head.slice(0, head.indexOf(" ") + 1))) male += 5;
      if (FEMALE_TITLE.test(before) || FEMALE_TITLE.test(head.slice(0, head.indexOf(" ") + 1))) female += 5;
    }
  }
  for (const role of entity.roles) {
    const gender = nounGender(role.slice(role.lastIndexOf(" ") + 1).toLowerCase());
    if (gender === "female") female += 3;
    else if (gender === "male") male += 3;
  }
  const given = givenNameGender(foldWord(entity.name.split(" ")[0]));
  if (given === "female") female += GIVEN_NAME_VOTES;
  if (given === "male") male += GIVEN_NAME_VOTES;
  return female === male ? given : female > male ? "female" : "male";
}

/** The words of a person's names, by which others may call the person. */
export function callNames({ name, aliases }: Entity): ReadonlySet<string> {
  const names = new Set<string>();
  for (const form of [name, ...aliases]) for (const word of form.split(/\s+/)) if (word.length > 2) names.add(word.toLowerCase());
  return names;
}

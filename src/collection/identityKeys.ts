import type { Entity } from "../analysis/analysis.js";
import { type PersonForm, readNameForm } from "../analysis/identity/nameForms.js";
import { givenNameKey, romanizationKey } from "../analysis/identity/personForms.js";

/** What decides with which entities of other documents an entity is joined. */
export interface IdentityKeys {
  /** The key of the fullest name. */
  readonly main: string;
  /** The other forms that the document uses for it, each with its key; one form for each key. */
  readonly others: readonly { readonly key: string; readonly form: string }[];
}

/** A key of a person's full name begins so; parts are the surname, the given name, then what stands between. */
export const FULL_NAME = "P";
/** A key of a person's single name. */
export const SINGLE_NAME = "S";
/** A key of any other name. */
export const OTHER_NAME = "O";

/** The keys of an entity of one document. */
export function identityKeys({ type, name, aliases }: Pick<Entity, "type" | "name" | "aliases">): IdentityKeys {
  const keyOf = type === "person" ? personKey : otherKey;
  const main = keyOf(name);
  const others = new Map<string, string>();
  for (const form of aliases) {
    const key = keyOf(form);
    if (key !== main && !others.has(key)) others.set(key, form);
  }
  return { main, others: [...others].map(([key, form]) => ({ key, form })) };
}

/** @param key of a full name. */
export function surnameOf(key: string): string {
  return key.slice(FULL_NAME.length + 1, key.indexOf("|", FULL_NAME.length + 1));
}

function personKey(surface: string): string {
  const { person } = readNameForm(surface);
  return person.parts.length < 2 ? `${SINGLE_NAME}|${spellingKey(person.parts[0])}` : fullNameKey(person);
}

function fullNameKey({ parts, generation }: PersonForm): string {
  const [given, ...rest] = parts;
  const surname = rest.pop() ?? given;
  const key = [FULL_NAME, spellingKey(surname), spellingKey(givenNameKey(given)), rest.map(spellingKey).join(" ")].join("|");
  return generation === null ? key : `${key}|${generation}`;
}

/** One letter stays as it is: it stands for any name that begins so. */
function spellingKey(word: string): string {
  return word.length === 1 ? word : romanizationKey(word);
}

function otherKey(surface: string): string {
  return `${OTHER_NAME}|${readNameForm(surface).plainKey}`;
}

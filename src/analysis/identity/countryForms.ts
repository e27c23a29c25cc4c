import countries from "./countries.json" with { type: "json" };
import { nameWords } from "./folding.js";

/** What the keys begin with; the colon is in no key of other names, of which one may be "country music". */
const COUNTRY = "country: ";
const PEOPLE = "people: ";
const BODY = "body: ";

/** The key under which all forms of a country, people or well-known body meet. */
const FORM_KEYS = new Map<string, string>();
/** The key of the country, by the key of its people. */
const COUNTRY_OF_PEOPLE = new Map<string, string>();

for (const line of countries.lines) {
  const [forms, people] = line.split(":").map((part) => part.split(",").map((form) => nameWords(form).join(" ")));
  for (const form of forms) FORM_KEYS.set(form, `${COUNTRY}${forms[0]}`);
  for (const form of people ?? []) FORM_KEYS.set(form, `${PEOPLE}${forms[0]}`);
  if (people) COUNTRY_OF_PEOPLE.set(`${PEOPLE}${forms[0]}`, `${COUNTRY}${forms[0]}`);
}
for (const line of countries.peoples) {
  const forms = line.split(",").map((form) => nameWords(form).join(" "));
  for (const form of forms) FORM_KEYS.set(form, `${PEOPLE}${forms[0]}`);
}
for (const line of countries.shortForms) {
  const forms = line.split(",").map((form) => nameWords(form).join(" "));
  for (const form of forms) FORM_KEYS.set(form, `${BODY}${forms[0]}`);
}

/** The key shared by all known forms of a country, people or body ("us", "united states"), or null. @param words folded words joined by spaces. */
export function knownFormKey(words: string): string | null {
  return FORM_KEYS.get(words) ?? null;
}

/** The key of a people's country. @param peopleKey a key that {@link knownFormKey} gave. */
export function countryOfPeople(peopleKey: string): string | null {
  return COUNTRY_OF_PEOPLE.get(peopleKey) ?? null;
}

/** A key for reading: without what says that it is a country's, a people's or a body's. */
export function withoutKind(key: string): string {
  const kind = [COUNTRY, PEOPLE, BODY].find((each) => key.startsWith(each)) ?? "";
  return key.slice(kind.length);
}

/** Whether a key is one that {@link knownFormKey} gives to the forms of a country. */
export function isCountryKey(key: string): boolean {
  return key.startsWith(COUNTRY);
}

/** The same for those of a well-known body: "UN". */
export function isBodyKey(key: string): boolean {
  return key.startsWith(BODY);
}

/** The same for those of a people. */
export function isPeopleKey(key: string): boolean {
  return key.startsWith(PEOPLE);
}

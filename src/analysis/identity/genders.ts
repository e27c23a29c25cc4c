import givenNames from "./givenNames.json" with { type: "json" };

export type Gender = "female" | "male";

const FEMALE: ReadonlySet<string> = new Set(givenNames.female.split(" "));
const MALE: ReadonlySet<string> = new Set(givenNames.male.split(" "));

/** The gender of those who bear a given name, or null where both do or the name is not known. @param word a folded name part. */
export function givenNameGender(word: string): Gender | null {
  if (FEMALE.has(word)) return "female";
  return MALE.has(word) ? "male" : null;
}

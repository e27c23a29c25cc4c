import givenNames from "./givenNames.json" with { type: "json" };

export type Gender = "female" | "male";

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ...givenNames.male.split(" ").map((name) => [name, "male"] as const),
  ...givenNames.female.split(" ").map((name) => [name, "female"] as const),
]);

/** The gender of those who bear a given name, or null where both do or the name is not known. @param word a folded name part. */
export function givenNameGender(word: string): Gender | null {
  return GENDERS.get(word) ?? null;
}

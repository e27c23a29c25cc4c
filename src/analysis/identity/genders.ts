import givenNames from "./givenNames.json" with { type: "json" };

export type Gender = "female" | "male";

const GENDERS: ReadonlyMap<string, Gender> = readGenders();

function readGenders(): ReadonlyMap<string, Gender> {
  const genders = new Map<string, Gender>();
  for (const name of givenNames.male.split(" ")) genders.set(name, "male");
  for (const name of givenNames.female.split(" ")) genders.set(name, "female");
  return genders;
}

/** The gender of those who bear a given name, or null where both do or the name is not known. @param word a folded name part. */
export function givenNameGender(word: string): Gender | null {
  return GENDERS.get(word) ?? null;
}

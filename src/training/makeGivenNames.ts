/**
 * Makes src/analysis/identity/givenNames.json from the first names that @faker-js/faker (MIT) lists by gender, language by language.
 * A name that both genders bear anywhere is left out, as is one that our own list gives the other gender.
 */
import { writeFileSync } from "node:fs";
import { allLocales } from "@faker-js/faker";
import { foldWord } from "../analysis/identity/folding.js";
import own from "../analysis/identity/givenNamesOwn.json" with { type: "json" };

const LATIN = /^[\p{Script=Latin}'’]+$/u;
const OUT = "src/analysis/identity/givenNames.json";

const counts = { female: new Map<string, number>(), male: new Map<string, number>() };
const both = new Set<string>();
for (const locale of Object.values(allLocales)) {
  const names = locale.person?.first_name;
  for (const gender of ["female", "male"] as const) {
    const list = names && "female" in names ? (names[gender] ?? []) : [];
    for (const name of list) {
      const first = name.split(/[\s-]/)[0];
      if (first.length > 1 && LATIN.test(first)) counts[gender].set(foldWord(first), (counts[gender].get(foldWord(first)) ?? 0) + 1);
    }
  }
}
for (const [name, female] of counts.female) {
  const male = counts.male.get(name) ?? 0;
  if (male === 0) continue;
  if (female >= 5 * male) counts.male.delete(name);
  else if (male >= 5 * female) counts.female.delete(name);
  else both.add(name);
}
for (const name of own.both.split(" ")) both.add(name);
const ownLists = { female: new Set(own.female.split(" ")), male: new Set(own.male.split(" ")) };
const list = (gender: "female" | "male", other: "female" | "male"): string =>
  [...new Set([...counts[gender].keys(), ...ownLists[gender]])]
    .filter((name) => !(both.has(name) && !ownLists[gender].has(name)) && !ownLists[other].has(name))
    .sort()
    .join(" ");
const data = {
  source:
    "Made by src/training/makeGivenNames.ts from the first names of @faker-js/faker (MIT licence) and givenNamesOwn.json; names of both genders left out.",
  female: list("female", "male"),
  male: list("male", "female"),
};
writeFileSync(OUT, `${JSON.stringify(data, null, 2)}\n`);
console.log(`${OUT}: ${data.female.split(" ").length} female and ${data.male.split(" ").length} male given names`);

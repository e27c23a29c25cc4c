import type { PersonForm, TitleClass } from "./nameForms.js";
import nameData from "./nameWords.json" with { type: "json" };

const NICKNAMES = new Map<string, string>();
for (const line of nameData.nicknames) {
  const [name, ...others] = line.split(" ");
  for (const other of [name, ...others]) if (!NICKNAMES.has(other)) NICKNAMES.set(other, name);
}

/** The given name that a nickname stands for, else the word itself. */
export function givenNameKey(word: string): string {
  return NICKNAMES.get(word) ?? word;
}

/** In shorter words e and a tell names apart: Jan and Jen. */
const SHORTEST_FOLDED = 5;

/**
 * A key under which the common romanizations of a word meet: Mohammed and Muhammad, Nouri and Nuri, Jaafari and Jafari, Husseini and Husayni.
 * It folds vowel classes, doubled letters, q and k, and final -y.
 */
export function romanizationKey(word: string): string {
  let key = "";
  for (let i = 0; i < word.length; i++) {
    let letter = word[i];
    if (letter === "e" && word[i + 1] === "e") letter = "i";
    else if (letter === "e" && word.length >= SHORTEST_FOLDED) letter = "a";
    else if (letter === "o") letter = "u";
    else if (letter === "y") letter = "i";
    else if (letter === "q" || letter === "c") letter = "k";
    else if (letter === "w" && key.endsWith("a")) letter = "u";
    else if (letter === "v") letter = "w";
    const before = key[key.length - 1] ?? "";
    // "Marsh" is no "Mars".
    if (letter === "h" && ("gkd".includes(before) || (i === word.length - 1 && "aiu".includes(before)))) continue;
    if (key[key.length - 1] !== letter) key += letter;
  }
  return key;
}

/** Whether two kinds of title can belong to one person. */
export function titlesAgree(a: TitleClass | null, b: TitleClass | null): boolean {
  if (a === null || b === null || a === "other" || b === "other" || a === b) return true;
  return a !== "mr" && b !== "mr" && (a === "ms" || b === "ms");
}

/** Whether one person can bear both names: equal or abbreviated given names, no conflict of middle names or generation. */
export function namesAgree(a: PersonForm, b: PersonForm): boolean {
  if (a.generation !== null && b.generation !== null && a.generation !== b.generation) return false;
  if (!titlesAgree(a.title, b.title)) return false;
  const short = a.parts.length <= b.parts.length ? a.parts : b.parts;
  const long = short === a.parts ? b.parts : a.parts;
  if (short[short.length - 1] !== long[long.length - 1]) return short.every((word) => long.includes(word)) || sameSpelling(short, long);
  let at = 0;
  for (let i = 0; i < short.length - 1; i++) {
    while (at < long.length - 1 && !partsAgree(short[i], long[at])) at++;
    if (at >= long.length - 1) return false;
    at++;
  }
  return true;
}

function sameSpelling(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => romanizationKey(word) === romanizationKey(b[i]));
}

function partsAgree(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return givenNameKey(a) === givenNameKey(b) || romanizationKey(a) === romanizationKey(b);
}

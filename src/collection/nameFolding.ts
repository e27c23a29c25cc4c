import { romanizationKey } from "../analysis/identity/personForms.js";

/** Of two numbers neither is a slip of the other: "4th District", "5th District". */
const DIGIT = /\p{N}/u;
const LONG_WORD = 8;
const SHORTEST_SIMILAR = 3;
const SHORTEST_ALONE = 6;
const SHORTEST_ROMANIZED = 4;

/** How near two folded words are: one word, one name romanized in two ways, a slip of a letter or two, or apart. */
export type Likeness = "equal" | "romanization" | "slip" | "apart";

/** Compares two folded words of names. */
export function likeness(a: string, b: string): Likeness {
  if (a === b) return "equal";
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST_SIMILAR || Math.abs(a.length - b.length) > 3 || DIGIT.test(a) || DIGIT.test(b)) return "apart";
  if (shorter >= SHORTEST_ROMANIZED && romanizationKey(a) === romanizationKey(b)) return "romanization";
  return slips(a, b, shorter >= LONG_WORD ? 2 : 1) ? "slip" : "apart";
}

/**
 * Whether two names, as folded words, are one name spelled in two ways: as many words, each equal or alike, and at least one that differs.
 * A name of one word must be longer and begin alike for a slip to count, since short surnames one letter apart are mostly two.
 */
export function spelledOtherwise(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const likenesses = a.map((word, i) => likeness(word, b[i]));
  if (likenesses.includes("apart") || likenesses.every((each) => each === "equal")) return false;
  if (a.length === 1)
    return likenesses[0] === "romanization" || (a[0][0] === b[0][0] && Math.min(a[0].length, b[0].length) >= SHORTEST_ALONE);
  return likenesses.includes("equal") || likenesses.includes("romanization");
}

/** Whether at most `limit` letters are put in, left out, changed or swapped with their neighbour (Damerau 1964, restricted form). */
function slips(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return false;
    before = last;
    last = row;
  }
  return last[b.length] <= limit;
}

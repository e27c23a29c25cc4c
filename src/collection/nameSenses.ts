import { factsConflict, type IdentityFacts } from "./identityFacts.js";
import { byCount } from "./tally.js";

/** A type counts for a name's own only where it is not outvoted so many times. */
const DOMINANCE = 3;

/** The number of a sense by the facts. */
export type Senses = ReadonlyMap<IdentityFacts, number>;

/**
 * The number of the sense by the facts, where documents say of a name what cannot be true of one; the sense that most documents have is 0.
 * Null where nothing parts them.
 * @param facts each with how many documents say it.
 */
export function readSenses(facts: readonly (readonly [IdentityFacts, number])[], isPerson: boolean): Senses | null {
  if (facts.length < 2) return null;
  const senses: { readonly facts: IdentityFacts[]; count: number }[] = [];
  for (const [each, count] of [...facts].sort(byCount)) {
    if (each === "") continue;
    const fitting = senses.find((sense) => !sense.facts.some((other) => factsConflict(other, each)));
    if (fitting === undefined) senses.push({ facts: [each], count });
    else {
      fitting.facts.push(each);
      fitting.count += count;
    }
  }
  if (senses.length < 2) return null;
  senses.sort((a, b) => b.count - a.count || (a.facts[0] < b.facts[0] ? -1 : 1));
  const [main, ...others] = senses;
  if (!isPerson) {
    for (const other of [...others]) {
      if (other.count * DOMINANCE > main.count) continue;
      main.facts.push(...other.facts);
      senses.splice(senses.indexOf(other), 1);
    }
    if (senses.length < 2) return null;
  }
  const numbers = new Map(senses.flatMap((sense, i) => sense.facts.map((each) => [each, i] as const)));
  const dominates = main.count >= DOMINANCE * senses.slice(1).reduce((sum, { count }) => sum + count, 0);
  numbers.set("", dominates ? 0 : senses.length);
  return numbers;
}

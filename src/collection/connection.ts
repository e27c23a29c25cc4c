/** What was met from one side, and how far it was looked at. */
interface Side {
  readonly met: Set<number>;
  readonly open: Iterator<number>;
}

/**
 * Looks whether one number leads to another, from each to those near it. The search goes from both sides at once, the side that met fewer first: it
 * ends where they meet, or after as much work as the smaller part is large.
 * @param near gives the numbers near one; if one is near another, that one is near it, too.
 * @returns all that one of the two leads to; null where they lead to each other.
 */
export function partBetween(one: number, other: number, near: (each: number) => readonly number[]): ReadonlySet<number> | null {
  if (one === other) return null;
  const [left, right] = [sideFrom(one), sideFrom(other)];
  for (;;) {
    const [here, there] = left.met.size <= right.met.size ? [left, right] : [right, left];
    const next = here.open.next();
    if (next.done === true) return here.met;
    for (const each of near(next.value)) {
      if (there.met.has(each)) return null;
      here.met.add(each);
    }
  }
}

/** A set gives what is added while it is gone through, too. */
function sideFrom(start: number): Side {
  const met = new Set([start]);
  return { met, open: met.values() };
}

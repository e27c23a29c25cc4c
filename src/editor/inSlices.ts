import type { Slices } from "../review/slices.js";

/** After so many milliseconds of work everything else has its turn. */
const TURN = 8;

/**
 * Does work in turns, the first of them now.
 * @param done takes what the work came to. @returns stops the work.
 */
export function inSlices<T>(work: Slices<T>, done: (result: T) => void): () => void {
  let next: NodeJS.Immediate | undefined;
  function turn(): void {
    const end = performance.now() + TURN;
    do {
      const step = work.next();
      if (step.done) {
        done(step.value);
        return;
      }
    } while (performance.now() < end);
    next = setImmediate(turn);
  }
  turn();
  return () => clearImmediate(next);
}

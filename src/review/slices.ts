/** Work in slices: it may be left alone for a while wherever it yields. Each slice takes a few milliseconds at most. */
export type Slices<T> = Generator<void, T>;

/** Does work without leaving it alone. @returns what it comes to. */
export function atOnce<T>(work: Slices<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * The first of some tokens that begins at an offset of their block or behind it; `high` where none does.
 * @param starts where each token of the block begins, in UTF-16 code units, rising. @param low the first of them to look at, @param high the end.
 */
export function firstTokenFrom(starts: Int32Array, low: number, high: number, offset: number): number {
  let first = low;
  let behind = high;
  while (first < behind) {
    const middle = (first + behind) >> 1;
    if (starts[middle] < offset) first = middle + 1;
    else behind = middle;
  }
  return first;
}

/** Converts between offsets in UTF-16 code units and in code points of one text. A lone surrogate counts as one code point. */
export interface CodePoints {
  /** The code points before an offset; an offset inside a pair counts as the pair's start. */
  toPoints(offset: number): number;
  /** The offset before which so many code points stand; may lie beyond the text's end. */
  toUnits(points: number): number;
}

const AS_THEY_ARE: CodePoints = { toPoints: (offset) => offset, toUnits: (points) => points };

/** Reads the text once; each answer then takes logarithmic time in the number of surrogate pairs. */
export function codePointsOf(text: string): CodePoints {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\ud800-\udbff](?=[\udc00-\udfff])/g)) pairs.push(index);
  if (pairs.length === 0) return AS_THEY_ARE;
  return {
    toPoints: (offset) => offset - countWhile(pairs.length, (rank) => pairs[rank] < offset),
    toUnits: (points) => points + countWhile(pairs.length, (rank) => pairs[rank] - rank < points),
  };
}

/** How many of the ranks 0..count-1, from the first on, hold; those that hold stand before those that do not. */
function countWhile(count: number, holds: (rank: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

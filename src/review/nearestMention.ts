import type { Mention, Span } from "../analysis/analysis.js";

/** Of mentions in text order the one nearest to an offset, in UTF-16 code units; the one before it where two are as near. */
export function nearestMention(mentions: readonly Mention[], offset: number): Span | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (mentions[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  const before = mentions[low - 1];
  const after = mentions[low];
  if (!before || !after) return before ?? after;
  return offset - before.end <= after.start - offset ? before : after;
}

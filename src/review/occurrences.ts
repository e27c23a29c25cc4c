/** So many code units of a pattern at most are looked for by their hash, the rest compared. */
const WIDEST = 256;

/** The code units that are compared in one search at most: what hostile texts of one letter could cost without end. */
const WORK = 2 ** 30;

const MULTIPLIER = 0x01000193;
const FILTER_BITS = 16;

/**
 * Finds many patterns in one pass for each power of two up to 256 (R. Karp and M. Rabin, "Efficient randomized pattern-matching algorithms",
 * 1987). Linear in the text and in what is found.
 * @returns the offsets of each pattern, rising, overlapping ones too; patterns that stand nowhere, and empty ones, are left out.
 */
export function occurrencesOf(patterns: Iterable<string>, text: string): Map<string, number[]> {
  const widths = new Map<number, Set<string>>();
  for (const pattern of patterns) {
    if (pattern.length === 0 || pattern.length > text.length) continue;
    const width = Math.min(2 ** Math.floor(Math.log2(pattern.length)), WIDEST);
    const ofWidth = widths.get(width) ?? new Set();
    widths.set(width, ofWidth.add(pattern));
  }
  const found = new Map<string, number[]>();
  let work = 0;
  for (const [width, ofWidth] of widths) {
    const byHash = new Map<number, string[]>();
    const filter = new Uint8Array(1 << FILTER_BITS);
    for (const pattern of ofWidth) {
      const hash = hashOf(pattern, width);
      filter[hash >>> (32 - FILTER_BITS)] = 1;
      const same = byHash.get(hash);
      if (same) same.push(pattern);
      else byHash.set(hash, [pattern]);
    }
    let leaving = 1;
    for (let i = 0; i < width; i++) leaving = Math.imul(leaving, MULTIPLIER);
    let hash = hashOf(text, width);
    for (let at = 0; ; at++) {
      const same = filter[hash >>> (32 - FILTER_BITS)] === 1 ? byHash.get(hash) : undefined;
      for (const pattern of same ?? []) {
        work += pattern.length;
        if (work > WORK) return found;
        if (!text.startsWith(pattern, at)) continue;
        const offsets = found.get(pattern);
        if (offsets) offsets.push(at);
        else found.set(pattern, [at]);
      }
      if (at + width >= text.length) break;
      hash = (Math.imul(hash, MULTIPLIER) + text.charCodeAt(at + width) - Math.imul(text.charCodeAt(at), leaving)) >>> 0;
    }
  }
  return found;
}

function hashOf(text: string, width: number): number {
  let hash = 0;
  for (let i = 0; i < width; i++) hash = (Math.imul(hash, MULTIPLIER) + text.charCodeAt(i)) >>> 0;
  return hash;
}

import type { QuotedPart } from "./quotedParts.js";

/** The words for the currencies that have signs; the first is the one that is put for the sign. */
const CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  $: ["dollars", "dollar"],
  "£": ["pounds", "pound"],
  "€": ["euros", "euro"],
  "¥": ["yen"],
};
const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries(CURRENCIES).flatMap(([sign, words]) => words.map((word) => [word, sign] as const)),
);
const SCALES: ReadonlySet<string> = new Set(["hundred", "thousand", "million", "billion", "trillion"]);
const FIGURE = /^\d/;

/**
 * A quotation with its sums written the other way: "$4.5 million" as "4.5 million dollars", and the other way round.
 * @returns as many words, their places those of the first writing; null where it has no sum.
 */
export function withOtherSums(parts: readonly QuotedPart[]): readonly QuotedPart[] | null {
  const isSum = (key: string): boolean => key in CURRENCIES || SIGNS.has(key);
  if (!parts.some(({ words }) => words.keys.some(isSum))) return null;
  return parts.map((part) => ({ ...part, words: { ...part.words, keys: otherSums(part.words.keys) } }));
}

function otherSums(keys: readonly string[]): readonly string[] {
  const written: string[] = [];
  for (let i = 0; i < keys.length; ) {
    const word = CURRENCIES[keys[i]]?.[0];
    const first = word === undefined ? i : i + 1;
    if (!FIGURE.test(keys[first] ?? "")) {
      written.push(keys[i++]);
      continue;
    }
    const end = first + (SCALES.has(keys[first + 1] ?? "") ? 2 : 1);
    const sign = word === undefined ? SIGNS.get(keys[end] ?? "") : undefined;
    written.push(...(sign === undefined ? [] : [sign]), ...keys.slice(first, end), ...(word === undefined ? [] : [word]));
    i = sign === undefined ? end : end + 1;
  }
  return written;
}

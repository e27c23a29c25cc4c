import type { Span } from "../analysis.js";
import { type PlacedBlock, tokenText } from "../text/sourceText.js";
import { singular, topicKey } from "./topicKey.js";

const LONGEST_PHRASE = 8;

/**
 * Finds where phrases stand in the text, whatever their case, accents and number.
 * @returns for each phrase its places as offsets into the document; the longest phrase wins where two begin at one word.
 */
export function findOccurrences(blocks: readonly PlacedBlock[], phrases: readonly string[]): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>(phrases.map((phrase) => [phrase, []]));
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly phrase: string }[]>();
  for (const phrase of phrases) {
    const words = topicKey(phrase).split(" ").map(singular);
    if (words[0] === "" || words.length > LONGEST_PHRASE) continue;
    const entries = [...(byFirst.get(words[0]) ?? []), { words, phrase }].sort((a, b) => b.words.length - a.words.length);
    byFirst.set(words[0], entries);
  }
  if (byFirst.size === 0) return places;
  for (const { start, block } of blocks) {
    const { count, starts, ends } = block.tokens;
    for (let i = 0; i < count; i++) {
      const entry = byFirst
        .get(foldedToken(block, i))
        ?.find(({ words }) => words.every((word, n) => i + n < count && foldedToken(block, i + n) === word));
      if (!entry) continue;
      const last = i + entry.words.length - 1;
      places.get(entry.phrase)?.push({ start: start + starts[i], end: start + ends[last] });
      i = last;
    }
  }
  return places;
}

function foldedToken(block: PlacedBlock["block"], i: number): string {
  const text = tokenText(block, i);
  return singular(/^[a-z]+$/.test(text) ? text : topicKey(text));
}

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
  const shortest = shortestByInitial([...byFirst.keys()]);
  for (const { start, block } of blocks) {
    const { count, starts, ends } = block.tokens;
    for (let i = 0; i < count; i++) {
      if (!mayBegin(block.text, starts[i], ends[i], shortest)) continue;
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

/** The length of the shortest first word for each initial, which most tokens are told apart by. */
function shortestByInitial(words: readonly string[]): ReadonlyMap<number, number> {
  const shortest = new Map<number, number>();
  for (const word of words) {
    const initial = word.charCodeAt(0) | 0x20;
    shortest.set(initial, Math.min(word.length, shortest.get(initial) ?? word.length));
  }
  return shortest;
}

/** Accented letters, and words with a particle and a hyphen before them, are looked at closely. */
function mayBegin(text: string, start: number, end: number, shortest: ReadonlyMap<number, number>): boolean {
  const code = text.charCodeAt(start);
  if (code >= 0x80 || text.charCodeAt(start + 2) === 0x2d) return true;
  const length = shortest.get(code | 0x20);
  return length !== undefined && end - start >= length;
}

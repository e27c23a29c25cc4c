import meaningWords from "./meaningWords.json";

/** What became of the words of a passage. `meaning`: a number, a name or a negation changed; `wording`: other words did. */
export type WordChange = "none" | "wording" | "meaning";

const WORD = /[-+−$€£¥]?\p{N}+(?:[.,:]\p{N}+)*%?|[\p{L}\p{M}]+(?:['’]\p{L}+)?|[?%$€£¥]/gu;

const WEIGHTY = new Set([...meaningWords.negations, ...meaningWords.numbers]);

/** Compares the words of two passages; white space and punctuation do not count. Linear. */
export function wordChange(before: string, after: string): WordChange {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  if (head === old.length && head === now.length) return "none";
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const changed = difference(old.slice(head, old.length - tail), now.slice(head, now.length - tail));
  return changed === null || changed.some(isWeighty) ? "meaning" : "wording";
}

/** The words that one side has more often than the other; null where both have the same words in another order. */
function difference(old: readonly string[], now: readonly string[]): string[] | null {
  const counts = new Map<string, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of now) counts.set(word, (counts.get(word) ?? 0) - 1);
  const changed = [...counts].filter(([, count]) => count !== 0).map(([word]) => word);
  return changed.length === 0 ? null : changed;
}

function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => word.replace("’", "'"));
}

function isWeighty(word: string): boolean {
  return /[\p{N}\p{Lu}\p{Lt}?%$€£¥]/u.test(word) || word.endsWith("n't") || WEIGHTY.has(word) || isCaseless(word);
}

/** Where a script has no capitals, any word may be a name. */
function isCaseless(word: string): boolean {
  return !/\p{Ll}/u.test(word);
}

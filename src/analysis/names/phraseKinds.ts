import type { Block } from "../text/sourceText.js";
import { foldedHash } from "./hashing.js";
import { WordLists } from "./wordLists.js";

/** What the gazetteers say of the very phrase at first..end, as `WordLists.kinds` gives it. */
export function kindsOf(lists: WordLists, { words }: Block, first: number, end: number): number {
  let hash = 0;
  for (let i = first; i < end; i++) hash = WordLists.extend(hash, foldedHash(words[i], 0, words[i].length));
  return WordLists.kinds(lists.phrase(hash));
}

/** Whether the gazetteers have a place of the very phrase. */
export function isPlaceOf(lists: WordLists, block: Block, first: number, end: number): boolean {
  return WordLists.placeKind(kindsOf(lists, block, first, end)) > 0;
}

import type { EntityType } from "../../../src/analysis/analysis.js";
import { NameTidier } from "../../../src/analysis/names/tidying.js";
import { WordLists } from "../../../src/analysis/names/wordLists.js";
import { readBlock } from "../../../src/analysis/text/sourceText.js";

const tidier = new NameTidier(new WordLists());

/** The names of a text in which the labels found the words, as they are after tidying. */
export function tidied(text: string, ...labelled: readonly (readonly [words: string, type: EntityType])[]): string[] {
  const block = readBlock(text);
  const { starts, ends } = block.tokens;
  const names = labelled.map(([words, type]) => {
    const at = text.indexOf(words);
    return { first: starts.indexOf(at), end: ends.indexOf(at + words.length) + 1, type, confidence: 0.9 };
  });
  return tidier.tidy(block, names).map(({ type, first, end }) => `${type}: ${text.slice(starts[first], ends[end - 1])}`);
}

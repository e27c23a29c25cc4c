import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import type { TokenName } from "./spans.js";
import type { WordLists } from "./wordLists.js";

const CONFIDENCE = 0.7;

/** 1 for a word with a capital, beside which a place may be part of a longer name. */
const bordersName = memoByWord((word) => (/^\p{Lu}/u.test(word) ? 1 : 0));

const isTitled = memoByWord((word) => (/^\p{Lu}\p{Ll}{2}/u.test(word) ? 1 : 0));

/** Adds places of one word that the lists know and that are nothing else, where the labels have none and nothing capitalised stands beside: "“Brussels is asleep.”" */
export function withListedPlaces(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let all: TokenName[] | null = null;
  let n = 0;
  for (let i = 0; i < block.tokens.count; i++) {
    while (n < names.length && names[n].end <= i) {
      all?.push(names[n]);
      n++;
    }
    if (
      isTitled(block, i) === 0 ||
      lists.isOnlyPlace(block, i) === 0 ||
      (n < names.length && names[n].first <= i) ||
      !standsAlone(block, i)
    )
      continue;
    all ??= names.slice(0, n);
    all.push({ first: i, end: i + 1, type: "place", confidence: CONFIDENCE });
  }
  if (all) for (; n < names.length; n++) all.push(names[n]);
  return all ?? names;
}

function standsAlone(block: Block, token: number): boolean {
  if (token > 0 && bordersName(block, token - 1) === 1) return false;
  return token + 1 >= block.tokens.count || (bordersName(block, token + 1) === 0 && block.words[token + 1] !== "-");
}

import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { foldedHash } from "./hashing.js";
import { isTitleCase } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const CONFIDENCE = 0.7;
/** Surnames that may be common words: "An Se-young". */
const KOREAN_SURNAMES: ReadonlySet<string> = new Set(wordKinds.koreanSurnames.split(" "));
const LONGEST_SURNAME = 6;

/** Whether a word looks like a given name of two syllables as Korean and Chinese ones are written: "Sung-lac". */
export function isSyllabicName(word: string): boolean {
  return /^\p{Lu}\p{Ll}{1,5}-\p{Ll}{2,6}$/u.test(word);
}

const isSyllabic = memoByWord((word) => (isSyllabicName(word) ? 1 : 0));

/** Adds persons whose given name is of two syllables behind a short surname, where the labels have nothing: "Wi Sung-lac". Common words are no such names: "Gas Co-op". */
export function withSyllabicNames(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 1; i < block.tokens.count; i++) {
    if (isSyllabic(block, i) === 0 || !isTitleCase(block, i - 1) || block.words[i - 1].length > LONGEST_SURNAME) continue;
    const known = names[firstBehind(names, i - 1)];
    const isKorean = KOREAN_SURNAMES.has(block.words[i - 1]);
    const isTaken = known !== undefined && known.first <= i && !(isKorean && isWhole(known, i - 1, i + 1));
    if (isTaken || isTitleWord(block.words[i - 1]) || (!isKorean && isCommon(lists, block.lower[i - 1]))) continue;
    const isTold = isKorean || (i > 1 && isTitleWord(block.words[i - 2]));
    if (!isTold && isCommon(lists, block.lower[i].slice(block.lower[i].indexOf("-") + 1))) continue;
    added ??= [];
    added.push({ first: i - 1, end: i + 1, type: "person", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

/** Whether the labels have the two words, and no more, for an organization, a place or a work: "An Se-young". */
function isWhole({ type, first, end }: TokenName, from: number, to: number): boolean {
  return type !== "person" && type !== "group" && type !== "event" && first === from && end === to;
}

function isCommon(lists: WordLists, word: string): boolean {
  return lists.commonness(foldedHash(word, 0, word.length)) > 0;
}

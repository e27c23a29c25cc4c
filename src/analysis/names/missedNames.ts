import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { foldedHash } from "./hashing.js";
import { isTitleCase, opensLine } from "./lines.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const ENDS: ReadonlySet<string> = new Set([
  ...wordKinds.organizationEnds.split(" "),
  ...wordKinds.authorities.split(" "),
  ...wordKinds.firmEndings.split(" "),
  "fund",
]);
const PLACE_ENDS: ReadonlySet<string> = new Set(wordKinds.placeEnds.split(" "));
const TITLES: ReadonlySet<string> = new Set(`${wordKinds.kinds.title} ${wordKinds.kinds.lateTitle}`.split(" "));

const CONFIDENCE = 0.6;
const MOST_WORDS = 6;

/** Whether a word, with a capital, ends an organization's or a place's name. */
export function endsMissedName(word: string): boolean {
  const lower = word.toLowerCase();
  return lower !== word && (ENDS.has(lower) || PLACE_ENDS.has(lower) || ALONE.has(word));
}

/** What is called by one word that is none of English: "the Contraloría". */
const ALONE: ReadonlySet<string> = new Set(wordKinds.forces.split(" "));

const endsName = memoByWord((word) => (endsMissedName(word) ? 1 : 0));

/**
 * Adds organizations and places that the labels left out, by the last word of a run of capitalised words behind a small word or a
 * possessive: "the Halden Data Protection Commission", "Malaysia's Employees Provident Fund", "on Sunset Boulevard".
 */
export function withMissedNames(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  const { lower, tokens } = block;
  let all: TokenName[] | null = null;
  let n = 0;
  for (let i = 1; i < tokens.count; i++) {
    while (n < names.length && names[n].end <= i) {
      all?.push(names[n]);
      n++;
    }
    if (endsName(block, i) === 0 || !isTitleCase(block, i) || (n < names.length && names[n].first <= i)) continue;
    if (ALONE.has(block.words[i])) {
      if (/^the$/i.test(block.words[i - 1]) && !isTitleCase(block, i + 1)) {
        all ??= names.slice(0, n);
        all.push({ first: i, end: i + 1, type: "organization", confidence: CONFIDENCE });
      }
      continue;
    }
    const first = startOfRun(block, i, n > 0 ? names[n - 1].end : -1, lists);
    if (first === i || (i + 1 < tokens.count && isTitleCase(block, i + 1))) continue;
    all ??= names.slice(0, n);
    all.push({ first, end: i + 1, type: ENDS.has(lower[i]) ? "organization" : "place", confidence: CONFIDENCE });
  }
  if (all) for (; n < names.length; n++) all.push(names[n]);
  return all ?? names;
}

/**
 * The first of the capitalised words before a token; the token itself where none stands there or the sentence opens with them.
 * @param named the end of the name before; whose the organization is must be one.
 */
function startOfRun(block: Block, last: number, named: number, lists: WordLists): number {
  let first = last;
  while (first > Math.max(named, 0) && last - first < MOST_WORDS && isTitleCase(block, first - 1)) first--;
  if (block.words[first] === "The") first++;
  else if (!followsSmallWord(block, first, named) && !opensWithName(block, first, last, lists)) return last;
  return TITLES.has(block.lower[first]) ? last : first;
}

function followsSmallWord({ words }: Block, first: number, named: number): boolean {
  if (first === 0) return false;
  return /^(?:\p{Ll}+|\d{1,5})$/u.test(words[first - 1]) || (named === first - 1 && /^['’]s$/.test(words[named]));
}

/** Whether a run opens its sentence, or a list's entry, with a word that is no common one: "Norvik Shipping denied it". */
function opensWithName(block: Block, first: number, last: number, lists: WordLists): boolean {
  const { words, lower, tokens } = block;
  if (first > 0 && !/^[.!?:*•–—)-]$/.test(words[first - 1])) return false;
  const word = lower[first];
  if (lists.commonness(foldedHash(word, 0, word.length)) > 0) return false;
  return last + 1 >= tokens.count || opensLine(block, last + 1) || /^(?:\p{Ll}|[.,;:)(])/u.test(words[last + 1]);
}

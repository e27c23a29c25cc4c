import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import definitions from "./definitions.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT } from "./personsWithin.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const NOUNS: ReadonlySet<string> = new Set([...definitions.organization.split(" "), "venture"]);
const DETERMINERS = /^(?:the|its|his|her|their|our|my|a|an)$/i;
const INNER = /^(?:of|for|the|and|&|de|du|la|with|against|to)$/;
const TIMES: ReadonlySet<string> = new Set(`${wordKinds.kinds.month} monday tuesday wednesday thursday friday saturday sunday`.split(" "));
/** So many words stand between the determiner and the noun: "The human rights group". */
const MOST_BETWEEN = 3;
const LONGEST = 8;
const FEWEST_CAPITALS = 2;
const CONFIDENCE = 0.7;

/** Whether a word is one for an organization, which a name may stand behind: "group". */
export function saysOrganization(word: string): boolean {
  return NOUNS.has(word.toLowerCase());
}

const isNoun = memoByWord((word) => (saysOrganization(word) ? 1 : 0));

/** Takes for an organization what stands between commas behind a word for one, and what the labels do not know: "The group, Voices of Vesk, says". */
export function withApposedNames(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  const { words, tokens } = block;
  let added: TokenName[] | null = null;
  for (let i = 1; i + 3 < tokens.count; i++) {
    if (words[i + 1] !== "," || isNoun(block, i) === 0 || !isDetermined(block, i)) continue;
    const end = endOfName(block, i + 2);
    if (end < 0) continue;
    const known = names[firstBehind(names, i + 2)];
    const isOther = known?.type === "person" && known.first === i + 2 && known.end === end && isNobody(block, i + 2, lists);
    if (known && known.first <= i + 2 && known.end >= end && !isOther) continue;
    added ??= [];
    added.push({ first: i + 2, end, type: "organization", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

/** Whether a name begins with what nobody is called by. */
function isNobody({ words }: Block, first: number, lists: WordLists): boolean {
  return (flagsOf(lists, words[first]) & GIVEN_BIT) === 0 && !isTitleWord(words[first]);
}

function isDetermined({ words }: Block, noun: number): boolean {
  for (let at = noun - 1; at >= 0 && noun - at <= MOST_BETWEEN + 1; at--) {
    if (DETERMINERS.test(words[at])) return true;
    if (!/^\p{Ll}[\p{L}-]*$/u.test(words[at])) return false;
  }
  return false;
}

/** Behind the words with capitals that a comma ends; -1 where what stands there is no name, or a day. */
function endOfName(block: Block, from: number): number {
  const { words, lower } = block;
  let capitals = 0;
  for (let at = from; at < Math.min(block.tokens.count, from + LONGEST); at++) {
    if (words[at] === ",") return capitals >= FEWEST_CAPITALS && isCapital(block, at - 1) ? at : -1;
    if (isTitleCase(block, at) && !TIMES.has(lower[at])) capitals++;
    else if (at === from || !(isCapital(block, at) || INNER.test(words[at])) || TIMES.has(lower[at])) return -1;
  }
  return -1;
}

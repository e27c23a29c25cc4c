import type { Block } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase, opensLine } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const CONFIDENCE = 0.6;
const MOST_TOKENS = 9;
/** So near the title stands a word in small letters, where the sentence is no headline. */
const REACH = 6;

const SMALL: ReadonlySet<string> = new Set("of to and the a an in on for with at from".split(" "));
/** What no title has, and what persons have and hold: "Biden's Council of Economic Advisers". */
const NO_TITLE: ReadonlySet<string> = new Set(
  [
    wordKinds.kinds.organizationHead,
    wordKinds.authorities,
    wordKinds.organizationEnds,
    wordKinds.officeHolders,
    wordKinds.titleComplements,
    wordKinds.kinds.month,
    wordKinds.kinds.weekday,
    wordKinds.kinds.group,
    wordKinds.kinds.placeHead,
    definitions.officers,
    definitions.ofOrganizations,
  ]
    .join(" ")
    .split(" ")
    .filter((word) => !/^(?:war|peace|mountain|hill|island|river|sea|castle|road|street|park)$/.test(word)),
);

/**
 * The work whose title stands behind an author's possessive: "Homage to Catalonia" behind "Orwell's". It is of three tokens or more,
 * begins and ends with a capital, begins with a common word, and has a small word inside; in a headline all words have capitals, and none is found.
 * @param mark the possessive's token.
 */
export function workAt(block: Block, mark: number, names: readonly TokenName[], lists: WordLists): TokenName | null {
  const { lower, tokens } = block;
  const author = names[firstBehind(names, mark - 1)];
  if (author?.type !== "person" || author.end !== mark) return null;
  const first = mark + 1;
  if (!isTitleCase(block, first) || lists.commonness(foldedHash(lower[first], 0, lower[first].length)) === 0) return null;
  let end = first;
  let hasSmall = false;
  for (let i = first; i < tokens.count && i < first + MOST_TOKENS; i++) {
    if (isTitleCase(block, i)) {
      if (NO_TITLE.has(lower[i]) || isTitleWord(lower[i])) return null;
      end = i + 1;
    } else if (SMALL.has(block.words[i])) hasSmall ||= i > first && isCapital(block, i + 1);
    else break;
  }
  const named = names[firstBehind(names, first)];
  if (
    (named && named.type !== "work" && named.first <= first) ||
    (named?.type === "person" && named.first < end) ||
    /^['’]s?$/.test(block.words[end] ?? "")
  )
    return null;
  if (end - first < 3 || !hasSmall || !hasSmallInside(block, first, end) || !isInSentence(block, author.first, end)) return null;
  return { first, end, type: "work", confidence: CONFIDENCE };
}

function hasSmallInside({ words }: Block, first: number, end: number): boolean {
  for (let i = first + 1; i < end - 1; i++) if (SMALL.has(words[i])) return true;
  return false;
}

/** Whether a longer word in small letters stands near, on either side: what a headline in capitals has none of. */
function isInSentence(block: Block, first: number, end: number): boolean {
  const { words, tokens } = block;
  for (let i = first - 1; i >= 0 && i >= first - REACH; i--) if (/^\p{Ll}{4,}$/u.test(words[i])) return true;
  for (let i = end; i < tokens.count && i < end + REACH; i++) {
    if (/^\p{Ll}{4,}$/u.test(words[i])) return true;
    if (/^[.!?]$/.test(words[i]) || (opensLine(block, i) && isCapital(block, i))) return false;
  }
  return false;
}

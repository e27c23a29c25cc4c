import type { EntityType } from "../analysis.js";
import type { Block } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import { isPlaceOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";
import type { WordLists } from "./wordLists.js";

const ORGANIZATIONS: ReadonlySet<string> = new Set(
  `${definitions.organization} ${definitions.describing} ${definitions.officesCalled}`.split(" "),
);
const ADVERBS = /^(?:also|better|commonly|widely|locally|popularly|formerly|formally|officially|previously|often|usually|sometimes)$/;
/** "known by its Spanish acronym", "known by its initials". */
const SHORT = /^(?:acronym|initials|abbreviation)$/;
const MOST_DESCRIBING = 6;
const LONGEST_NAME = 3;
const CONFIDENCE = 0.7;
const ALIAS = "alias";

/** Whether a word may tell what an organization is called besides. */
export function tellsCalling(word: string): boolean {
  return word === "known" || word === ALIAS;
}

/**
 * Adds organizations by what they are called besides, which the labels left out or have for places or persons: "the auditor, known as the
 * Tarvolía", "the ministry, known by its acronym Tarvo", "Tarvo, as the ministry is known".
 */
export function withKnownAs(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 2; i < block.tokens.count; i++) {
    if (block.words[i] === ALIAS) {
      const person = aliasBehind(block, i, names, lists);
      if (person) {
        added ??= [];
        added.push(person);
      }
      continue;
    }
    if (block.words[i] !== "known") continue;
    const at = calledBehind(block, i) ?? calledBefore(block, i);
    if (!at) continue;
    const known = names[firstBehind(names, at.first)];
    if (known && known.first < at.end && (known.type === "organization" || known.first < at.first || known.end > at.end)) continue;
    if (isPlaceOf(lists, block, at.first, at.end)) continue;
    added ??= [];
    added.push({ ...at, type: "organization" satisfies EntityType, confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

/** "the rebel alias Tarvo", "looking for alias Tarvo, who": a person of one word, or of two. */
function aliasBehind(block: Block, alias: number, names: readonly TokenName[], lists: WordLists): TokenName | null {
  const first = /^["“‘'«]$/.test(block.words[alias + 1] ?? "") ? alias + 2 : alias + 1;
  const end = endOfName(block, first);
  if (end === first || end - first > 2) return null;
  const known = names[firstBehind(names, first)];
  if (known && known.first < end && (known.type === "person" || known.first !== first || known.end !== end)) return null;
  return isPlaceOf(lists, block, first, end) && known ? null : { first, end, type: "person", confidence: CONFIDENCE };
}

type Place = Pick<TokenName, "first" | "end">;

/** "…, known as the Tarvolía". */
function calledBehind(block: Block, known: number): Place | null {
  const { words } = block;
  const comma = ADVERBS.test(words[known - 1]) ? known - 2 : known - 1;
  if (words[comma] !== "," || !isOrganizationBefore(block, comma)) return null;
  let first = known + 1;
  if (words[first] === "as") first++;
  else if (words[first] === "by" && /^(?:its|the|an?)$/.test(words[first + 1] ?? "")) {
    first += 2;
    if (!SHORT.test(words[first] ?? "") && SHORT.test(words[first + 1] ?? "")) first++;
    if (!SHORT.test(words[first] ?? "")) return null;
    first++;
    if (/^[,:]$/.test(words[first] ?? "")) first++;
  } else return null;
  if (/^(?:the|The)$/.test(words[first] ?? "")) first++;
  const end = endOfName(block, first);
  return end > first ? { first, end } : null;
}

/** "Tarvo, as the foreign ministry is known". */
function calledBefore(block: Block, known: number): Place | null {
  const { words, lower } = block;
  if (!/^(?:is|was)$/.test(words[ADVERBS.test(words[known - 1]) ? known - 2 : known - 1])) return null;
  const noun = ADVERBS.test(words[known - 1]) ? known - 3 : known - 2;
  if (!ORGANIZATIONS.has(lower[noun])) return null;
  for (let i = noun - 1; i > 1 && i >= noun - MOST_DESCRIBING; i--) {
    if (words[i] !== "as") continue;
    if (words[i - 1] !== "," || !/^(?:the|its|their|['’]s)$/.test(words[i + 1])) return null;
    let first = i - 1;
    while (first > 0 && i - 1 - first < LONGEST_NAME && isCapital(block, first - 1)) first--;
    return first < i - 1 && isNameWord(block, first) ? { first, end: i - 1 } : null;
  }
  return null;
}

/** Whether the words before a comma tell of an organization: "the country's auditor,", "the ministry for trade,". */
function isOrganizationBefore({ words, lower }: Block, comma: number): boolean {
  for (let i = comma - 1; i >= 0 && i >= comma - MOST_DESCRIBING && /^[\p{L}'’-]/u.test(words[i]); i--)
    if (ORGANIZATIONS.has(lower[i])) return i === comma - 1 || /^(?:of|for|in|at|on)$/.test(words[i + 1]);
  return false;
}

function endOfName(block: Block, first: number): number {
  let end = first;
  while (end < block.tokens.count && end - first < LONGEST_NAME && isNameWord(block, end)) end++;
  return end > first && !isCapital(block, end) && /^[,.;:)"”’'»]$|^\p{Ll}/u.test(block.words[end] ?? ".") ? end : first;
}

/** A word with a capital, or letters. */
function isNameWord(block: Block, token: number): boolean {
  return isTitleCase(block, token) || /^\p{Lu}{2,}[\p{Lu}\p{Ll}-]*$/u.test(block.words[token]);
}

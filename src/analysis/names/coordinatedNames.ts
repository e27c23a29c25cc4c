import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import definitions from "./definitions.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import { kindsOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";
import { OTHER_KINDS, WordLists } from "./wordLists.js";

const COMPANY = 1 + OTHER_KINDS.indexOf("company");
const PERSONS: ReadonlySet<string> = new Set(`${definitions.person} ${definitions.officers} ${definitions.kin}`.split(" "));
const COUNTED = /^(?:two|both|the|his|her|their|its|all)$/;
const CONFIDENCE = 0.7;
const CONFIDENCE_LISTED = 0.9;
/** Between the count and the noun: "two retired railway engineers". */
const MOST_WORDS = 3;

/** Whether a word joins two names of a kind. */
export function joinsNames(word: string): boolean {
  return word === "and";
}

const isAnd = memoByWord((word) => (joinsNames(word) ? 1 : 0));

/**
 * Takes what stands beside a name and "and" for a name of its kind: a surname that is a common word, behind which it is said who the two
 * are ("Hart and Low, two engineers,"), and a firm that is called by a surname ("Bayer and Syngenta").
 */
export function withCoordinatedNames(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 1; i + 1 < block.tokens.count; i++) {
    if (isAnd(block, i) === 0 || !isTitleCase(block, i - 1) || !isTitleCase(block, i + 1)) continue;
    const before = nameEndingAt(names, i);
    const behind = names[firstBehind(names, i)];
    const next = behind?.first === i + 1 ? behind : undefined;
    const name =
      before && next ? firmBeside(block, before, next, lists) : before || next ? personBeside(block, i, before, next, names) : null;
    if (!name) continue;
    added ??= [];
    added.push(name);
  }
  return added ? withSpans(names, added) : names;
}

function nameEndingAt(names: readonly TokenName[], token: number): TokenName | undefined {
  const name = names[firstBehind(names, token - 1)];
  return name?.end === token ? name : undefined;
}

/** Of two single words that the lists have for firms, the one that was taken for a person or is less sure, as a firm; null where they are no such two. */
function firmBeside(block: Block, before: TokenName, next: TokenName, lists: WordLists): TokenName | null {
  if (before.end - before.first > 1 || next.end - next.first > 1) return null;
  const unsure = before.confidence < next.confidence || before.type === "person" ? before : next;
  const firm = unsure === before ? next : before;
  if (firm.type !== "organization" || !(unsure.type === "person" || unsure.type === "organization")) return null;
  if (!isFirm(block, unsure, lists) || !isFirm(block, firm, lists)) return null;
  return { ...unsure, type: "organization", confidence: CONFIDENCE_LISTED };
}

function isFirm(block: Block, { first, end }: TokenName, lists: WordLists): boolean {
  return WordLists.otherKind(kindsOf(lists, block, first, end)) === COMPANY;
}

/** The word beside a person and "and" where both are said to be somebody right behind. */
function personBeside(
  block: Block,
  and: number,
  before: TokenName | undefined,
  next: TokenName | undefined,
  names: readonly TokenName[],
): TokenName | null {
  if ((before ?? next)?.type !== "person") return null;
  const end = next ? next.end : and + 2;
  if (!arePersons(block, end)) return null;
  const first = next ? and - 1 : and + 1;
  if ((first > 0 && isCapital(block, first - 1)) || names[firstBehind(names, first)]?.first === first) return null;
  return { first, end: first + 1, type: "person", confidence: CONFIDENCE };
}

/** ", two engineers," behind two names. @param end the token behind the second. */
export function arePersons({ words, lower }: Block, end: number): boolean {
  if (words[end] !== "," || !COUNTED.test(words[end + 1] ?? "")) return false;
  for (let i = end + 2; i <= end + 2 + MOST_WORDS && /^\p{Ll}/u.test(words[i] ?? ""); i++)
    if (lower[i].endsWith("s") && PERSONS.has(lower[i].slice(0, -1))) return true;
  return false;
}

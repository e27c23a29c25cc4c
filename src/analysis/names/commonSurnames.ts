import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { arePersons } from "./coordinatedNames.js";
import definitions from "./definitions.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { isCapital, isTitleCase } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import type { WordLists } from "./wordLists.js";

/** What a block says of surnames that are titles or common words too: "Martin King", "King"; "Jim Cross", "Cross said". */
export interface CommonSurnames {
  /** The titles and common words, in lower case, that full names of persons end with. */
  readonly full: readonly string[];
  /** What the labels take for persons and is a title alone, and words that say something: names where a full name of the document ends so. */
  readonly alone: readonly TokenName[];
}

/** What a block says of none. */
export const NO_COMMON_SURNAMES: CommonSurnames = { full: [], alone: [] };

const SAYS: ReadonlySet<string> = new Set(definitions.sayingOfPersons.split(" "));
const says = memoByWord((word) => (SAYS.has(word) ? 1 : 0));
const CONFIDENCE = 0.6;

/** Reads what a block says of them. @param labelled the names as the labels say them; @param names the same brought to what a name is, without titles. */
export function readCommonSurnames(
  block: Block,
  labelled: readonly TokenName[],
  names: readonly TokenName[],
  lists: WordLists,
): CommonSurnames {
  const full: string[] = [];
  const alone: TokenName[] = [];
  for (let n = 0; n < names.length; n++) {
    const { type, first, end } = names[n];
    const last = block.lower[end - 1];
    if (type !== "person" || (end - first < 2 && !isOfTwo(block, names, n))) continue;
    if (isTitleWord(last) || isCommon(last, lists)) full.push(last);
  }
  for (const name of labelled)
    if (name.type === "person" && name.end - name.first === 1 && isTitleWord(block.lower[name.first])) alone.push(name);
  const met = new Set(alone.map(({ first }) => first));
  for (let i = 1; i < block.tokens.count; i++) {
    const token = says(block, i) === 0 ? -1 : whoSays(block, i, lists);
    if (token < 0 || met.has(token)) continue;
    met.add(token);
    alone.push(person(token));
  }
  return full.length > 0 || alone.length > 0 ? { full, alone } : NO_COMMON_SURNAMES;
}

/** "Low" of "Hart and Low, two engineers,". */
function isOfTwo(block: Block, names: readonly TokenName[], n: number): boolean {
  const [before, next] = block.lower[names[n].end] === "and" ? [names[n], names[n + 1]] : [names[n - 1], names[n]];
  return before?.type === "person" && next?.type === "person" && next.first === before.end + 1 && arePersons(block, next.end);
}

/** The common word with a capital before a verb of saying, or behind one that follows a quotation; -1 where none is. */
function whoSays(block: Block, verb: number, lists: WordLists): number {
  if (isWord(block, verb - 1, lists) && !(verb > 1 && isCapital(block, verb - 2))) return verb - 1;
  const isBehind = isWord(block, verb + 1, lists) && /^[”"’']$/.test(block.words[verb - 1]) && !isCapital(block, verb + 2);
  return isBehind ? verb + 1 : -1;
}

function person(token: number): TokenName {
  return { first: token, end: token + 1, type: "person", confidence: CONFIDENCE };
}

function isWord(block: Block, token: number, lists: WordLists): boolean {
  return isTitleCase(block, token) && isCommon(block.lower[token], lists);
}

function isCommon(word: string, lists: WordLists): boolean {
  return lists.commonness(foldedHash(word, 0, word.length)) > 0;
}

/** A block's names with the titles and words alone that are surnames in the document. @param surnames in lower case. */
export function withCommonSurnames(
  block: Block,
  names: readonly TokenName[],
  { alone }: CommonSurnames,
  surnames: ReadonlySet<string>,
): readonly TokenName[] {
  if (alone.length === 0) return names;
  const added = alone.filter(({ first }) => surnames.has(block.lower[first]));
  if (added.length === 0) return names;
  const apart = added.filter(({ first }) => !((names[firstBehind(names, first)]?.first ?? Number.POSITIVE_INFINITY) <= first));
  return [...names, ...apart].sort((a, b) => a.first - b.first);
}

import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { firstBehind, type TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";
import type { WordLists } from "./wordLists.js";

const CONFIDENCE = 0.6;
/** Who and what parties and other organizations have: "SDP members", "EMK's candidate". */
const OF_ORGANIZATIONS: ReadonlySet<string> = new Set(formNames.ofAcronyms.split(" "));
/** What people are and have that is no organization: "LGBT activists". */
const NO_ORGANIZATIONS: ReadonlySet<string> = new Set(formNames.noAcronyms.split(" "));
const ACRONYM = /^\p{Lu}{3,6}$/u;

/** Whether a word may stand behind the letters of an organization. */
export function isOfAcronyms(word: string): boolean {
  return OF_ORGANIZATIONS.has(word);
}

/** Adds organizations of letters alone, which the labels left out, before who and what organizations have: "four UUUP councillors". */
export function withAcronymsOfMembers(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  const { words, lower } = block;
  let added: TokenName[] | null = null;
  for (let i = 1; i < block.tokens.count; i++) {
    if (!OF_ORGANIZATIONS.has(words[i])) continue;
    const at = /^['’]s$/.test(words[i - 1]) ? i - 2 : i - 1;
    if (at < 0 || !ACRONYM.test(words[at]) || NO_ORGANIZATIONS.has(words[at])) continue;
    if (lists.commonness(foldedHash(lower[at], 0, lower[at].length)) > 0) continue;
    const known = names[firstBehind(names, at)];
    if (known && known.first <= at) continue;
    added ??= [];
    added.push({ first: at, end: at + 1, type: "organization", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

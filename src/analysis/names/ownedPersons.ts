import type { Block } from "../text/sourceText.js";
import { mayBeCommonFirm } from "./commonFirms.js";
import { foldedHash } from "./hashing.js";
import { flagsOf, GIVEN_BIT, PERSON_BITS } from "./personsWithin.js";
import { kindsOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const DAYS: ReadonlySet<string> = new Set(`${wordKinds.kinds.weekday} ${wordKinds.kinds.month}`.split(" "));
const CONFIDENCE = 0.6;

/**
 * Takes for organizations what a person's full name stands right behind with a possessive, where the labels left it out or have it for a
 * person: "Tarvo's Ann Lee". Nobody has a person, but the kin of one, whom a noun tells.
 */
export function withOwnersOfPersons(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    const { first, end, type } = names[n];
    if (type !== "person" || end - first < 2 || first < 2 || !/^['’]s$/.test(block.words[first - 1])) continue;
    if ((flagsOf(lists, block.words[first]) & GIVEN_BIT) === 0) continue;
    const owner = names[n - 1];
    if (owner?.end === first - 1 && owner.end - owner.first > 1) {
      if (owner.type !== "person" || !isNobody(block, owner, lists)) continue;
      added ??= [];
      added.push({ ...owner, type: "organization" });
      continue;
    }
    if (!isOwner(block, first - 2, names, lists)) continue;
    added ??= [];
    added.push({ first: first - 2, end: first - 1, type: "organization", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

/** Several words, the first of which nobody is called by. */
function isNobody({ words }: Block, { first }: TokenName, lists: WordLists): boolean {
  return (flagsOf(lists, words[first]) & PERSON_BITS) === 0 && !isTitleWord(words[first]) && /^\p{Lu}\p{Ll}/u.test(words[first]);
}

function isOwner(block: Block, token: number, names: readonly TokenName[], lists: WordLists): boolean {
  const { words, lower, tokens } = block;
  const word = words[token];
  if (!/^\p{Lu}[\p{L}-]{2,}$/u.test(word) || tokens.ends[token] !== tokens.starts[token + 1]) return false;
  if (DAYS.has(lower[token]) || isTitleWord(word) || (token > 0 && /^\p{Lu}/u.test(words[token - 1]))) return false;
  const known = names[firstBehind(names, token)];
  if (known && known.first <= token) return false;
  if ((flagsOf(lists, word) & PERSON_BITS) !== 0 || kindsOf(lists, block, token, token + 1) !== 0) return false;
  if (lists.commonness(foldedHash(lower[token], 0, lower[token].length)) === 0 || mayBeCommonFirm(word)) return true;
  return token > 0 && /^\p{Ll}/u.test(words[token - 1]);
}

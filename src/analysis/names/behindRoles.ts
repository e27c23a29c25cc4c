import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import definitions from "./definitions.json" with { type: "json" };
import { foldedHash } from "./hashing.js";
import { isTitleCase } from "./lines.js";
import { flagsOf, PERSON_BITS } from "./personsWithin.js";
import { isPlaceOf, kindsOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const ROLES: ReadonlySet<string> = new Set(`${definitions.person} ${definitions.officers} ${definitions.players}`.split(" "));
/** Given names that are common words, and those of months. */
const GIVEN: ReadonlySet<string> = new Set(`${wordKinds.commonGivenNames} ${wordKinds.givenMonths}`.split(" "));
const NO_SURNAMES: ReadonlySet<string> = new Set([
  ...wordKinds.organizationEnds.split(" "),
  ...wordKinds.kinds.organizationHead.split(" "),
  ...wordKinds.kinds.weekday.split(" "),
  ...wordKinds.kinds.month.split(" "),
]);
/** Small words that follow a surname and a headline's verb as well: "Minister May Resign over Leak". */
const SMALL: ReadonlySet<string> = new Set(definitions.smallWords.split(" "));

const CONFIDENCE = 0.7;

const ROLE = 1;
const TITLE = 2;
/** Whether a word says who somebody is, or is a title with a capital. */
const kindOfRole = memoByWord(roleOf);

function roleOf(word: string): number {
  if (ROLES.has(word.toLowerCase())) return ROLE;
  return /^\p{Lu}/u.test(word) && isTitleWord(word) ? TITLE : 0;
}

/** Whether a word says who somebody is, or is a title with a capital. */
export function isRole(word: string): boolean {
  return roleOf(word) > 0;
}

const NO_TITLE_CASE = 0;
const COMMON_GIVEN = 2;
/** Whether a word begins with a capital and goes on in small letters, and whether it is a common one that parents give. */
const kindOfWord = memoByWord((word) => (!/^\p{Lu}\p{Ll}/u.test(word) ? NO_TITLE_CASE : GIVEN.has(word.toLowerCase()) ? COMMON_GIVEN : 1));

/**
 * Adds persons of two words of which one is a common one or both, behind a title or who they are: "Captain Will Stoke", "the striker, Joy
 * Field,", "Administrator Brock Long", and of two that nobody knows. A sentence that goes on in small letters tells them from a headline's verbs.
 */
export function withNamesBehindRoles(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 1; i + 1 < block.tokens.count; i++) {
    const kind = kindOfWord(block, i);
    if (kind === NO_TITLE_CASE || !isBehindRole(block, i) || !isTitleCase(block, i + 1)) continue;
    const known = names[firstBehind(names, i)];
    const isFree = !known || known.first >= i + 2;
    const isStrange = isFree && isStrangeName(block, i, lists);
    const isGiven = isStrange || kind === COMMON_GIVEN || (known?.type === "person" && known.first === i && known.end === i + 1);
    if (!isGiven || !(isStrange ? !isTitleCase(block, i + 2) : isSurname(block, i + 1))) continue;
    if (known && known.first < i + 2 && (known.first < i || known.end > i + 2 || (known.end === i + 2 && known.type === "person")))
      continue;
    added ??= [];
    added.push({ first: i, end: i + 2, type: "person", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

function isBehindRole(block: Block, given: number): boolean {
  const isApart = block.words[given - 1] === ",";
  const role = isApart ? given - 2 : given - 1;
  if (role < 0) return false;
  const kind = kindOfRole(block, role);
  return kind === ROLE || (kind === TITLE && !isApart);
}

/** "MP Babu Owino", "fisherman Babu Owino": two words right behind a title or who somebody is that are nothing the lists know, nor common ones. */
function isStrangeName(block: Block, first: number, lists: WordLists): boolean {
  const { words, lower } = block;
  if (kindOfRole(block, first - 1) === 0) return false;
  for (let i = first; i < first + 2; i++)
    if (lists.commonness(foldedHash(lower[i], 0, lower[i].length)) > 0 || (flagsOf(lists, words[i]) & ~PERSON_BITS) !== 0) return false;
  return (
    kindsOf(lists, block, first, first + 2) === 0 &&
    !isPlaceOf(lists, block, first, first + 1) &&
    !isPlaceOf(lists, block, first + 1, first + 2)
  );
}

function isSurname(block: Block, token: number): boolean {
  const { words, lower, tokens } = block;
  if (NO_SURNAMES.has(lower[token]) || token + 1 >= tokens.count) return false;
  const next = words[token + 1];
  return next === "," || (/^\p{Ll}{2}/u.test(next) && !SMALL.has(next));
}

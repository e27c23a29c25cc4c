import type { Block } from "../text/sourceText.js";
import { isQuotationMark, TokenKind } from "../text/tokens.js";
import definitions from "./definitions.json" with { type: "json" };
import { isCapital, isTitleCase } from "./lines.js";
import { flagsOf, GIVEN_BIT, PERSON_BITS } from "./personsWithin.js";
import { isPlaceOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const PARTICLES: ReadonlySet<string> = new Set(wordKinds.particlesBeforeSurname.split(" "));

const SMALL: ReadonlySet<string> = new Set(`${definitions.smallWords} over after before could will would may can amid says`.split(" "));

/** A nickname has at most so many words. */
const MOST_WORDS = 4;
/** And what stands behind it fewer. */
const MOST_SURNAMES = 4;

/** Whether a word is a mark that may stand around a nickname. */
export function marksNickname(word: string): boolean {
  return word.length === 1 && isQuotationMark(word.charCodeAt(0));
}

/** Makes one name of what stands around a nickname in quotation marks, with it: `Tom "the Bomb" de la Cruz`, where the labels have a person before or behind. */
export function withNicknames(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  const { kinds, count } = block.tokens;
  let added: TokenName[] | null = null;
  for (let open = 1; open + 3 < count; open++) {
    if (kinds[open] !== TokenKind.QuotationMark || !isTitleCase(block, open - 1) || SMALL.has(block.lower[open - 1])) continue;
    if (!opens(block, open)) continue;
    const close = closeOf(block, open);
    if (close < 0) continue;
    const end = endOfSurname(block, close + 1);
    if (end < 0) continue;
    const before = names[firstBehind(names, open - 1)];
    const behind = names[firstBehind(names, end - 1)];
    const isBefore = before?.type === "person" && before.first < open;
    if (before && before.first < open && !isBefore) continue;
    const isGiven = isBefore || (flagsOf(lists, block.words[open - 1]) & GIVEN_BIT) !== 0;
    if (!isGiven || !(isBefore || (behind?.type === "person" && behind.first < end))) continue;
    added ??= [];
    added.push({ first: isBefore ? before.first : open - 1, end, type: "person", confidence: (isBefore ? before : behind).confidence });
    open = end - 1;
  }
  return added ? withSpans(names, added) : names;
}

function opens({ tokens: { starts, ends } }: Block, mark: number): boolean {
  return ends[mark - 1] < starts[mark] && starts[mark + 1] === ends[mark];
}

/** The mark that closes a nickname; -1 where what is set apart is none. */
function closeOf(block: Block, open: number): number {
  const { kinds, starts, ends, count } = block.tokens;
  for (let i = open + 1; i < count && i <= open + MOST_WORDS + 1; i++) {
    if (kinds[i] === TokenKind.QuotationMark) return i > open + 1 && ends[i - 1] === starts[i] && isCapital(block, i - 1) ? i : -1;
    if (/^\p{Lu}{3,}$/u.test(block.words[i])) return -1;
    if (!isCapital(block, i) && !/^(?:the|of|el|la)$/.test(block.words[i])) return -1;
  }
  return -1;
}

/** Behind the surname that begins at a token, with its particles; -1 where none does. */
function endOfSurname(block: Block, from: number): number {
  const { lower, tokens } = block;
  if (from >= tokens.count || tokens.starts[from] === tokens.ends[from - 1]) return -1;
  let end = from;
  while (end - from < MOST_SURNAMES && PARTICLES.has(lower[end])) end++;
  if (!isTitleCase(block, end) || isTitleWord(lower[end]) || SMALL.has(lower[end])) return -1;
  while (end - from < MOST_SURNAMES && isTitleCase(block, end)) end++;
  if (/^(?:II|III|IV|[JS]r\.?)$/.test(block.words[end] ?? "")) end++;
  // In a headline more words with capitals follow: "Weld 'a Hero' Over Police Shooting".
  return end - from < MOST_SURNAMES ? end : -1;
}

/** Makes one name of a person's names around another in brackets: "Ann (Lee) Hale", "Ann (née Lee) Hale", whose surname was Lee. */
export function withBracketedNames(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  const { words } = block;
  let joined: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    const name = names[n];
    const end = name.type === "person" && words[name.end] === "(" ? endBehindBracket(block, name, names, lists) : -1;
    if (end < 0) {
      joined?.push(name);
      continue;
    }
    joined ??= names.slice(0, n);
    joined.push({ ...name, end });
    while (n + 1 < names.length && names[n + 1].first < end) n++;
  }
  return joined ?? names;
}

function endBehindBracket(block: Block, { first, end }: TokenName, names: readonly TokenName[], lists: WordLists): number {
  const { words } = block;
  const inside = /^(?:née|nee|born)$/.test(words[end + 1]) ? end + 2 : end + 1;
  if (words[inside + 1] !== ")" || !isTitleCase(block, inside) || isPlaceOf(lists, block, inside, inside + 1)) return -1;
  if ((flagsOf(lists, words[first]) & GIVEN_BIT) === 0 || !isTitleCase(block, inside + 2) || isTitleWord(words[inside + 2])) return -1;
  const behind = names[firstBehind(names, inside + 2)];
  const isNamed = behind?.type === "person" && behind.first === inside + 2;
  if (!isNamed && (flagsOf(lists, words[inside + 2]) & PERSON_BITS) === 0) return -1;
  return isTitleCase(block, inside + 3) ? -1 : inside + 3;
}

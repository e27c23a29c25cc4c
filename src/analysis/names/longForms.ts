import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { isNamedHead, isShortFormOfThing, longFormBefore } from "./shortForms.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";

const CONFIDENCE = 0.7;
const MOST_LETTERS = 9;

const opensBracket = memoByWord((word) => (word === "(" ? 1 : 0));

/**
 * Brings organizations and the short forms in brackets behind them into line: the organization begins where the short form's first letter
 * says ("Somali" before "People's Democratic Party (SPDP)"), and the short form is an organization too.
 */
export function withLongForms(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  if (!block.text.includes("(")) return names;
  const { words, tokens } = block;
  let added: TokenName[] | null = null;
  let n = 0;
  for (let open = 1; open + 2 < tokens.count; open++) {
    if (opensBracket(block, open) === 0 || words[open + 2] !== ")" || !isShortForm(words[open + 1])) continue;
    if (isShortFormOfThing(block, open + 1)) continue;
    while (n < names.length && names[n].end < open) n++;
    const before = n < names.length && names[n].end === open ? names[n] : null;
    const short = names[before ? n + 1 : n];
    const long = wholeForm(block, open);
    const organization = organizationOf(block, open, before, long);
    if (!organization) continue;
    added ??= [];
    if (!before || organization.first !== before.first || before.type !== "organization") added.push(organization);
    const isShortNamed = short?.first === open + 1 && short.end === open + 2 && short.type === "organization";
    if (!isShortNamed) added.push({ first: open + 1, end: open + 2, type: "organization", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

function isShortForm(word: string): boolean {
  return word.length > 1 && word.length <= MOST_LETTERS && /^\p{Lu}[\p{L}]*\p{Lu}\p{L}?$/u.test(word);
}

/** The first token of the words before a bracket whose initials are the short form in it, in turn; -1 where they are not. */
function wholeForm(block: Block, open: number): number {
  const long = longFormBefore(block, open);
  if (!long) return -1;
  const { text, tokens, words } = block;
  let initials = "";
  for (let i = long.first; i < open; i++) if (/^\p{Lu}/u.test(words[i])) initials += text[tokens.starts[i]];
  if (/^members?$/i.test(words[long.first]) || isTitleWord(words[long.first])) return -1;
  return initials === words[open + 1].replaceAll(/[^\p{Lu}]/gu, "") ? long.first : -1;
}

/** The organization before a bracket with its short form; null where it is none. */
function organizationOf(block: Block, open: number, before: TokenName | null, long: number): TokenName | null {
  const isNamed = before !== null && before.type === "organization";
  if (long >= 0 && (isNamed || isNamedHead(block.lower[open - 1]))) {
    const first = isNamed ? Math.min(before.first, long) : long;
    return { first, end: open, type: "organization", confidence: before?.confidence ?? CONFIDENCE };
  }
  return isNamed && before.end - before.first > 1 && sharesLetters(block, before, block.words[open + 1]) ? before : null;
}

/** Whether most letters of a short form are initials of the name: it may be made of the name in another language. */
function sharesLetters({ words }: Block, { first, end }: TokenName, short: string): boolean {
  const letters = short.replaceAll(/[^\p{Lu}]/gu, "");
  let shared = 0;
  for (const letter of letters) {
    for (let i = first; i < end; i++) {
      if (words[i].startsWith(letter)) {
        shared++;
        break;
      }
    }
  }
  return shared * 2 >= letters.length;
}

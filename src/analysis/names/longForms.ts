import type { Block } from "../text/sourceText.js";
import { capitalInitials, isNamedHead, isNoOrganization, isShortFormOfThing, longFormBefore } from "./shortForms.js";
import type { TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const CONFIDENCE = 0.7;
const MOST_LETTERS = 9;
/** So many letters that are all the initials before them tell that these are a name. */
const TELLING_LETTERS = 4;
const LONGEST_REST = 8;
/** What stands between the words of such names. */
const FOREIGN: ReadonlySet<string> = new Set(wordKinds.foreignSmall.split(" "));
const SMALL: ReadonlySet<string> = new Set("of on in for to with and the de del la des du & against".split(" "));

/**
 * Brings organizations and the short forms in brackets behind them into line: the organization begins where the short form's first letter
 * says ("Somali" before "People's Democratic Party (SPDP)"), and the short form is an organization too.
 */
export function withLongForms(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  const { words, tokens } = block;
  let added: TokenName[] | null = null;
  let n = 0;
  for (let open = 1; open + 2 < tokens.count; open++) {
    if (words[open] !== "(" || words[open + 2] !== ")" || !isShortForm(words[open + 1])) continue;
    if (isShortFormOfThing(block, open + 1)) continue;
    while (n < names.length && names[n].end < open) n++;
    const before = n < names.length && names[n].end === open ? names[n] : null;
    const short = names[before ? n + 1 : n];
    const whole = wholeForm(block, open);
    const long = whole < 0 ? foreignForm(block, open) : whole;
    const isForeign = whole < 0 && long >= 0;
    const organization = organizationOf(block, open, before, long, isForeign) ?? longerForm(block, open, names, before ? n : n - 1);
    if (!organization) continue;
    added ??= [];
    if (!before || organization.first !== before.first || before.type !== "organization") added.push(organization);
    const isShortNamed = short?.first === open + 1 && short.end === open + 2 && short.type === "organization";
    if (!isShortNamed) added.push({ first: open + 1, end: open + 2, type: "organization", confidence: CONFIDENCE });
  }
  return added ? withSpans(names, added) : names;
}

/** "PRC", "SDPy", and as some papers write them, where the letters are the initials: "Nema". */
function isShortForm(word: string): boolean {
  return word.length > 1 && word.length <= MOST_LETTERS && /^\p{Lu}(?:[\p{L}]*\p{Lu}\p{L}?|\p{Ll}{2,})$/u.test(word);
}

function isWord(short: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(short);
}

function lettersOf(short: string): string {
  return isWord(short) ? short.toUpperCase() : short.replaceAll(/[^\p{Lu}]/gu, "");
}

/** The first token of the words before a bracket whose initials are the short form in it, in turn; -1 where they are not. */
function wholeForm(block: Block, open: number): number {
  const letters = lettersOf(block.words[open + 1]);
  const long = longFormBefore(block, open, letters);
  if (!long) return -1;
  const { words } = block;
  if (/^members?$/i.test(words[long.first]) || isTitleWord(words[long.first])) return -1;
  return initialsOf(block, long.first, open) === letters ? long.first : -1;
}

/**
 * The first token of a name in another language before a bracket, most of whose words are small ones: "Mouvement pour le salut de l'Azawad
 * (MSA)"; -1 where the words' first letters are not the short form's in turn.
 */
function foreignForm({ words }: Block, open: number): number {
  const letters = lettersOf(words[open + 1]).toLowerCase();
  if (letters.length < 3) return -1;
  let links = 0;
  let at = open - 1;
  for (let l = letters.length - 1; l >= 0; l--, at--) {
    while (at > 0 && FOREIGN.has(words[at]) && words[at][0] !== letters[l]) {
      links++;
      at--;
    }
    const word = at < 0 ? "" : words[at].replace(/^[ldLD]['’]/, "");
    if (word === "" || word[0].toLowerCase() !== letters[l]) return -1;
    if (word !== words[at]) links++;
  }
  return links > 0 && /^\p{Lu}\p{Ll}/u.test(words[at + 1]) ? at + 1 : -1;
}

function initialsOf({ words }: Block, first: number, end: number): string {
  let initials = "";
  for (let i = first; i < end; i++) if (/^\p{Lu}/u.test(words[i])) initials += capitalInitials(words[i]);
  return initials;
}

/** The organization before a bracket with its short form; null where it is none. */
function organizationOf(block: Block, open: number, before: TokenName | null, long: number, isForeign: boolean): TokenName | null {
  const isNamed = before !== null && before.type === "organization";
  if (long >= 0 && (isNamed || isForeign || isNamedHead(block.lower[open - 1]) || block.words[open + 1].length >= TELLING_LETTERS)) {
    const first = isNamed ? Math.min(before.first, long) : long;
    return { first, end: open, type: "organization", confidence: before?.confidence ?? CONFIDENCE };
  }
  if (isWord(block.words[open + 1])) return null;
  return isNamed && before.end - before.first > 1 && sharesLetters(block, before, block.words[open + 1]) ? before : null;
}

/** The organization that the labels end too soon: "Committee on Ship Trade in the Baltic (CSTB)". @param last the last name before the bracket. */
function longerForm(block: Block, open: number, names: readonly TokenName[], last: number): TokenName | null {
  if (isNoOrganization(block.lower[open - 1])) return null;
  const short = block.words[open + 1];
  for (let n = last; n >= 0 && n > last - 3 && open - names[n].end <= LONGEST_REST; n--) {
    if (!isRest(block, names[n].end, open)) return null;
    if (names[n].type !== "organization" || names[n].end === open) continue;
    const whole = { ...names[n], end: open };
    const letters = lettersOf(short);
    const isMade = isWord(short)
      ? initialsOf(block, whole.first, open) === letters
      : letters.length > 2 && sharesLetters(block, whole, short);
    return isMade && whole.end - whole.first > 2 ? whole : null;
  }
  return null;
}

/** Whether nothing but capitalised words and small ones stand there. */
function isRest({ words }: Block, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (!/^\p{Lu}[\p{L}’'-]*$/u.test(words[i]) && !SMALL.has(words[i])) return false;
  return true;
}

/** Whether most letters of a short form are initials of the name: it may be made of the name in another language. */
function sharesLetters({ words }: Block, { first, end }: TokenName, short: string): boolean {
  const letters = lettersOf(short);
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

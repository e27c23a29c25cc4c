import { CharClass, charClass } from "../text/characters.js";
import { type Block, tokenText } from "../text/sourceText.js";
import definitions from "./definitions.json" with { type: "json" };
import wordKinds from "./wordKinds.json" with { type: "json" };

const NO_ORGANIZATIONS: ReadonlySet<string> = new Set(definitions.noOrganizations.split(" "));
const LINKS: ReadonlySet<string> = new Set(definitions.links.split(" "));

/** The last words of what is neither an organization nor a place, whatever its letters. */
const THINGS: ReadonlySet<string> = new Set(definitions.things.split(" "));
const FIELDS: ReadonlySet<string> = new Set(definitions.fields.split(" "));
/** The last words of descriptions that tell of an organization or a place, whose short form is a name. */
const NAMED_HEADS: ReadonlySet<string> = new Set([
  ...definitions.organization.split(" "),
  ...definitions.place.split(" "),
  ...wordKinds.kinds.organizationHead.split(" ").filter((head) => !FIELDS.has(head)),
]);

/** Whether a noun, as the last word of a name, tells of an organization or a place. */
export function isNamedHead(noun: string): boolean {
  return NAMED_HEADS.has(noun);
}

/** Whether a noun, as the last word of a name, tells of what is no organization, though its short form stands in brackets. */
export function isNoOrganization(noun: string): boolean {
  return NO_ORGANIZATIONS.has(noun);
}

/** A name and its short form in brackets reach at most this far to the left. */
const LONGEST_NAME = 10;

/** A name that its short form follows in brackets: its first token and its end; the short form stands one token after. */
export interface LongForm {
  readonly first: number;
  readonly end: number;
}

/**
 * The organization whose short form stands in brackets after a run of capitalised words: "Party of Socialists and Democrats (PSD)"
 * (after Schwartz and Hearst 2003, by initials).
 * @param end the end of the run.
 * @param spelled the short form's letters, in capitals, where they are not its capitals alone.
 * @returns null where the letters do not fit, or the name is plainly of another kind.
 */
export function longFormBefore(block: Block, end: number, spelled?: string): LongForm | null {
  const { tokens, text } = block;
  if (end + 2 >= tokens.count || text[tokens.starts[end]] !== "(" || text[tokens.starts[end + 2]] !== ")") return null;
  const letters = spelled ?? tokenText(block, end + 1).replaceAll(/[^\p{Lu}]/gu, "");
  if (letters.length < 2 || letters.length > 8 || NO_ORGANIZATIONS.has(block.lower[end - 1])) return null;
  let initials = "";
  let best: LongForm | null = null;
  for (let i = end - 1; i >= 0 && i >= end - LONGEST_NAME; i--) {
    const code = text.charCodeAt(tokens.starts[i]);
    if (charClass(code) === CharClass.Upper) {
      initials = capitalInitials(tokenText(block, i)) + initials;
      if (covers(initials, letters)) best = { first: i, end };
      if (best) break;
    } else if (!LINKS.has(tokenText(block, i))) break;
  }
  return best;
}

/** "AO" of "Anti-Organized": a capitalised word's first letter and the capitals behind its hyphens. */
export function capitalInitials(word: string): string {
  let initials = word[0];
  for (let at = word.indexOf("-"); at > 0; at = word.indexOf("-", at + 1))
    if (/^\p{Lu}$/u.test(word[at + 1] ?? "")) initials += word[at + 1];
  return initials;
}

/**
 * Whether a token stands in brackets for a thing that is neither an organization nor a place: "liquefied natural gas (LNG)",
 * "Free Trade Agreement (FTA)".
 */
export function isShortFormOfThing(block: Block, token: number): boolean {
  const { tokens, text, lower } = block;
  if (token < 3 || token + 1 >= tokens.count || text[tokens.starts[token - 1]] !== "(" || text[tokens.starts[token + 1]] !== ")")
    return false;
  const short = tokenText(block, token);
  const letters = short.replace(/s$/, "").toLowerCase();
  if (!/^\p{Lu}{2,8}s?$/u.test(short)) return false;
  const head = lower[token - 2];
  if (THINGS.has(head)) return true;
  if (NAMED_HEADS.has(head)) return false;
  let next = token - 2;
  for (let l = letters.length - 1; l >= 0; l--, next--) {
    while (next > 0 && LINKS.has(lower[next]) && lower[next][0] !== letters[l]) next--;
    if (next < 0 || lower[next][0] !== letters[l] || charClass(text.charCodeAt(tokens.starts[next])) !== CharClass.Lower) return false;
  }
  return true;
}

/** Whether the initials have every letter of the short form, in any order. */
function covers(initials: string, letters: string): boolean {
  let rest = initials;
  for (const letter of letters) {
    const at = rest.indexOf(letter);
    if (at < 0) return false;
    rest = rest.slice(0, at) + rest.slice(at + 1);
  }
  return true;
}

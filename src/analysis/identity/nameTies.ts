import { compiled } from "../text/compiled.js";
import type { Block } from "../text/sourceText.js";
import words from "./nameWords.json" with { type: "json" };

/** What the words between two names say of them: that both are one person's, the second from before a marriage, or that they are two persons'. */
export type NameTie = "alias" | "birth" | "apart";

const MOST_WORDS = 8;
const KIN: ReadonlySet<string> = new Set(words.kin.split(" "));
const CALLED: ReadonlySet<string> = new Set(words.called.split(" "));
/** Opens what is said of the name before, up to the title of the name behind. */
const ALIAS = compiled(
  /^,?\s\(?(?:who\s(?:is|was)\s|whom\s\p{Ll}+\s)?(?:(?:also|better|more|otherwise|\p{Ll}+ly)\s){0,2}(?:(?:known|called)\s(?:to\s\p{Ll}+\s)?(?:(?:only|simply|just)\s)?(?:as|by)?\s?|(?:alias|aka|a\.k\.a\.|nicknamed|dubbed|pseudonym)\s|nom\sde\sguerre\s)(?:(?:the|al)\s)?["“‘'«]?$/iu,
);
/** "Ann Roe (née Hale)". */
const BIRTH = /^,?\s\(?(?:née|né|born)\s$/iu;
/** A name defined for the rest of a paper: `Jan Roe ("Roe")`. */
const DEFINED = /^\s\((?:hereinafter\s)?["“]$/iu;
/** "Jan Roe (Abu Omar)": what somebody is called by a child. */
const KUNYA: ReadonlySet<string> = new Set(["abu", "umm"]);
const TITLE = compiled(/(?:\p{Lu}[\p{L}.]*\s){0,2}$/u);
const RELATION = compiled(
  /^(?:['’]s|,?(?:\s(?:and|with|by|to|for|met|or))?\s(?:his|her|their))\s(?:\p{Ll}+\s){0,2}\p{Ll}+(?:-in-law)?,?\s$/u,
);
/** "Vincent Weld, son of Col. Weld". */
const OF_KIN = compiled(
  new RegExp(`^,?\\s(?:(?:the|an?)\\s)?(?:\\p{Ll}+\\s){0,2}(?:${words.kin.replaceAll(" ", "|")})\\sof\\s(?:the\\slate\\s)?$`, "u"),
);

/** Whether a word in lower case is for one of somebody's kin. */
export function isKin(word: string): boolean {
  return KIN.has(word) || (word.endsWith("s") && KIN.has(word.slice(0, -1)));
}

/**
 * The tie of two names of one block.
 * @param end behind the last token of the first; @param first of the second.
 */
export function tieBetween({ text, tokens, lower }: Block, end: number, first: number): NameTie | null {
  const gap = first - end;
  if (gap < 1 || gap > MOST_WORDS) return null;
  if (gap === 1 && lower[end] === "and") return "apart";
  if (gap === 1 && lower[end] === "(" && KUNYA.has(lower[first])) return "alias";
  if (lower[end] === "(" && DEFINED.test(text.slice(tokens.ends[end - 1], tokens.starts[first]))) return "alias";
  return mayTie(lower, end, first) ? tieOf(text, tokens, end, first) : null;
}

/** Most words between two names say nothing of the kind, which is seen soonest. */
function mayTie(lower: readonly string[], end: number, first: number): boolean {
  for (let i = end; i < first; i++) if (KIN.has(lower[i]) || CALLED.has(lower[i])) return true;
  return false;
}

function tieOf(text: string, { starts, ends }: Block["tokens"], end: number, first: number): NameTie | null {
  const between = text.slice(ends[end - 1], starts[first]).replace(TITLE, "");
  if (BIRTH.test(between)) return "birth";
  if (ALIAS.test(between)) return "alias";
  return RELATION.test(between) || OF_KIN.test(between) ? "apart" : null;
}

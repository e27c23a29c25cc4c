import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { isCapital } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";

const OFFICES: ReadonlySet<string> = new Set(formNames.offices.split(" "));
const LINKS: ReadonlySet<string> = new Set(["for", "of", "and", "on", "to"]);
const CONFIDENCE = 0.7;
const MOST_WORDS = 10;

/** Whether a word begins the name of an office that is called by whose or what for it is. */
export function beginsOffice(word: string): boolean {
  return OFFICES.has(word);
}

/**
 * "Office of the Auditor General", "Office of the Special Envoy for Yemen", from a token on that `beginsOffice` is true of.
 * @param names the block's names: a longer one that the labels have there is left as it is.
 * @returns null where no "of the" with capitals follows.
 */
export function officeAt(block: Block, first: number, names: readonly TokenName[]): TokenName | null {
  const { words } = block;
  if (words[first + 1] !== "of" || words[first + 2] !== "the" || !isCapital(block, first + 3)) return null;
  let end = first + 4;
  for (let i = end; i < first + MOST_WORDS; i++) {
    if (isCapital(block, i)) end = i + 1;
    else if (!(LINKS.has(words[i]) && end === i)) break;
  }
  const known = names[firstBehind(names, first)];
  if (known && known.first < end && (known.first < first || known.end > end)) return null;
  return { first, end, type: "organization", confidence: CONFIDENCE };
}

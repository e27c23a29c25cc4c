import type { Block } from "../text/sourceText.js";
import formNames from "./formNames.json" with { type: "json" };
import { isCapital } from "./lines.js";
import type { TokenName } from "./spans.js";

const CONFIDENCE = 0.7;
/** A party to a case is at most so many tokens. */
const LONGEST_PARTY = 8;
const LINKS: ReadonlySet<string> = new Set(["of", "the", "&", "and", "for", "ex", "rel."]);
const LEADS: ReadonlySet<string> = new Set(["In", "See", "The", "And", "But", "Under", "Since", "Citing", "At", "As", "the"]);

/** What stands in a party's name and in no team's: courts of the Commonwealth write no full stop behind the "v". */
const PARTIES: ReadonlySet<string> = new Set(formNames.parties.split(" "));

/** Whether a word stands between the parties of a court case. */
export function partsParties(word: string): boolean {
  return word === "v." || word === "v";
}

/** The court case whose parties stand on both sides of a token that `partsParties` is true of: "Harlan v. Board of Education", which is a work; null where there are none. */
export function courtCaseAt(block: Block, versus: number): TokenName | null {
  let first = versus;
  const crown = crownBefore(block, versus);
  for (let i = crown < 0 ? versus - 1 : -1; i >= 0 && i >= versus - LONGEST_PARTY; i--) {
    if (isCapital(block, i)) first = i;
    else if (!LINKS.has(block.words[i]) && !/^['’]s?$/.test(block.words[i])) break;
  }
  if (crown >= 0) first = crown;
  while (first < versus && LEADS.has(block.words[first])) first++;
  let end = versus + 1;
  for (let i = versus + 1; i < block.tokens.count && i <= versus + LONGEST_PARTY; i++) {
    if (isCapital(block, i) && !partsParties(block.words[i + 1] ?? "")) end = i + 1;
    else if (!LINKS.has(block.words[i])) break;
  }
  const isCivil = block.words[versus] === "v" && crown < 0 && !hasParty(block, first, end);
  if (isCivil && !isCited(block, end) && !isOfLaw(block)) return null;
  return first < versus && end > versus + 1 ? { first, end, type: "work", confidence: CONFIDENCE } : null;
}

/** "R v", "R (Bancoult) v": where the Crown stands, for whom is named in brackets; -1 elsewhere. */
function crownBefore({ words }: Block, versus: number): number {
  if (words[versus - 1] === "R") return versus - 1;
  if (words[versus - 1] !== ")") return -1;
  for (let i = versus - 2; i > 0 && i >= versus - LONGEST_PARTY; i--) if (words[i] === "(") return words[i - 1] === "R" ? i - 1 : -1;
  return -1;
}

/** Behind a case: the year of the reports it stands in, "Stovin v Wise [1996] AC 923". */
function isCited({ words }: Block, end: number): boolean {
  return /^[[(]$/.test(words[end] ?? "") && /^(?:1[89]|20)\d\d$/.test(words[end + 1] ?? "") && /^[\])]$/.test(words[end + 2] ?? "");
}

/** What a paragraph speaks of that tells of a court and of no match. */
const LAW: ReadonlySet<string> = new Set(formNames.ofLaw.split(" "));

function isOfLaw({ lower }: Block): boolean {
  return lower.some((word) => LAW.has(word));
}

function hasParty({ lower }: Block, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (PARTIES.has(lower[i])) return true;
  return false;
}

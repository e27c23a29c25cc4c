import { type Block, tokenText } from "../text/sourceText.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

const TITLES: ReadonlySet<string> = new Set([...wordKinds.kinds.title.split(" "), ...wordKinds.kinds.lateTitle.split(" ")]);
const ORGANIZATION_ENDS: ReadonlySet<string> = new Set(wordKinds.organizationEnds.split(" "));

/** Titles between an organization and its member, and words of the organization's name, are at most so many. */
const MOST_TITLES = 3;
const MOST_WORDS = 8;
const MOST_NAME_WORDS = 3;
const CREDIT = /^(?:photo|photograph|picture|image|credit)$/i;
const CREDIT_REACH = 3;

/**
 * Where in a person's name the person begins: an organization may stand before the person, as in "the Reform Coalition Ann Lee".
 * @returns `first` where there is none.
 */
export function afterOrganization(block: Block, first: number, end: number): number {
  for (let i = end - 2; i > first; i--) if (endsOrganization(block, i) && isCapital(block, i - 1)) return i + 1;
  return first;
}

/**
 * The organization right before a person, with or without a title between them ("Reform Coalition MP Ann Lee"), which the labels left out.
 * @param from the first token that it may begin at.
 */
export function organizationBefore(block: Block, person: number, from: number): Pick<TokenName, "first" | "end"> | null {
  let last = person - 1;
  for (let titles = 0; titles < MOST_TITLES && last > from && TITLES.has(lower(block, last)); titles++) last--;
  if (last <= from || !endsOrganization(block, last)) return null;
  // "Health Cabinet Secretary Ann Lee"
  if (lower(block, last) === "cabinet" && lower(block, last + 1) === "secretary") return null;
  let first = last;
  while (first > from && last - first < MOST_WORDS) {
    const before = first - 1;
    if (isCapital(block, before) && !TITLES.has(lower(block, before)) && lower(block, before) !== "the") first = before;
    else if (tokenText(block, before) === "of" && before > from && isCapital(block, before - 1) && !TITLES.has(lower(block, before - 1)))
      first = before - 1;
    else break;
  }
  return first < last ? { first, end: last + 1 } : null;
}

/** The photographer after an agency in a credit, whom the labels left out: "Photo by AP/Ann Lee". @param to the end of the free tokens. */
export function photographerAfter(block: Block, agency: TokenName, to: number): Pick<TokenName, "first" | "end"> | null {
  const first = agency.end + 1;
  if (first + 1 >= to || tokenText(block, agency.end) !== "/" || !isCredit(block, agency.first)) return null;
  let end = first;
  while (end < to && end - first < MOST_NAME_WORDS && isCapital(block, end)) end++;
  return end - first > 1 && !(end < to && isCapital(block, end)) ? { first, end } : null;
}

function isCredit(block: Block, agency: number): boolean {
  for (let i = agency - 1; i >= 0 && i >= agency - CREDIT_REACH; i--) if (CREDIT.test(tokenText(block, i))) return true;
  return false;
}

function endsOrganization(block: Block, token: number): boolean {
  return isCapital(block, token) && ORGANIZATION_ENDS.has(lower(block, token));
}

function isCapital(block: Block, token: number): boolean {
  return /^\p{Lu}[\p{L}'’-]*\p{Ll}/u.test(tokenText(block, token));
}

function lower(block: Block, token: number): string {
  return block.lower[token];
}

import { type Block, tokenText } from "../text/sourceText.js";
import { endsFirm } from "./firms.js";
import { isCapital, isTitleCase } from "./lines.js";
import { isPlaceOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const TAILS: ReadonlySet<string> = new Set(wordKinds.firmTails.split(" "));
const DAYS: ReadonlySet<string> = new Set(`${wordKinds.kinds.weekday} ${wordKinds.kinds.month}`.split(" "));
/** Behind these stands a list of firms, of which the partnership is the last. */
const LISTING: ReadonlySet<string> = new Set([",", "as", "including", "like", "between", "both", "and", "&", "'s", "’s"]);
const MOST_PARTNERS = 5;
const LONGEST_END = 4;
const CONFIDENCE = 0.7;

/** Whether a word joins the last of a firm's partners to the others. */
export function joinsPartners(word: string): boolean {
  return word === "&";
}

/**
 * The firm of several partners whose last stands behind a token that `joinsPartners` is true of: "Vesk, Hale & Co.", "Vesk, Hale, Weld & Roe LLP".
 * @returns null where no comma stands before the last but one, or neither "Co." nor a legal form behind the last, whom the labels have in no firm.
 */
export function partnershipAt(block: Block, and: number, names: readonly TokenName[], lists: WordLists): TokenName | null {
  const { words } = block;
  if (and < 3 || words[and - 2] !== "," || !isPartner(block, and - 1) || !isPartner(block, and - 3)) return null;
  const end = Math.max(endOfPartners(block, and + 1), endOfFirm(block, and, names));
  if (end < 0) return null;
  let first = and - 3;
  while (and - first < 2 * MOST_PARTNERS && words[first - 1] === "," && isPartner(block, first - 2)) first -= 2;
  const isOfTwo = first === and - 3;
  if (DAYS.has(block.lower[first]) || (isOfTwo && isPlaceOf(lists, block, first, first + 1))) return null;
  if (first > 0 && isTitleCase(block, first - 1) && !/^(?:Messrs|The)\.?$/.test(words[first - 1])) return null;
  return isOfTwo && LISTING.has(words[first - 1] ?? "") ? null : { first, end, type: "organization", confidence: CONFIDENCE };
}

/** Behind "Weld & Roe", which the labels have for a firm, behind another partner, whom they do not, and before no "and"; -1 where it is none. */
function endOfFirm({ words }: Block, and: number, names: readonly TokenName[]): number {
  const firm = names[firstBehind(names, and)];
  if (firm?.type !== "organization" || firm.first !== and - 1 || firm.end !== and + 2 || /^(?:and|or)$/.test(words[firm.end] ?? ""))
    return -1;
  const partner = names[firstBehind(names, and - 3)];
  return (partner?.first === and - 3 && partner.type !== "person") || (words[firm.end] === "," && words[firm.end + 1] === "and")
    ? -1
    : firm.end;
}

/** One word with a capital. */
function isPartner(block: Block, token: number): boolean {
  return token >= 0 && /^\p{Lu}[\p{L}'’-]*\p{Ll}$/u.test(block.words[token]);
}

/** Behind "Co.", "Sons" or the legal form that the words behind "&" end with; -1 where they end with none. */
function endOfPartners(block: Block, from: number): number {
  const { count } = block.tokens;
  for (let i = from; i < count && i < from + LONGEST_END && isCapital(block, i); i++) {
    const isTail = TAILS.has(block.lower[i]) || endsFirm(block.words[i]);
    if (!isTail) continue;
    return i + 1 < count && endsFirm(tokenText(block, i + 1)) ? i + 2 : i + 1;
  }
  return -1;
}

import type { Block } from "../text/sourceText.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

/** Who holds an office that is called by what it is for: "Minister for Agriculture, Fisheries and Forestry". */
const HOLDERS: ReadonlySet<string> = new Set(wordKinds.portfolioHolders.split(" "));
const PORTFOLIOS: ReadonlySet<string> = new Set(wordKinds.portfolios.split(" "));
const LINKS: ReadonlySet<string> = new Set(["for", "of"]);
const BETWEEN: ReadonlySet<string> = new Set([",", "and", "&"]);
/** So many tokens of an office may stand before one of its parts. */
const MOST_BEFORE = 14;

/** Whether a name is the office itself, "Ministers for Education and Health", or a part of what one is for that lists several. */
export function isPortfolio(block: Block, first: number, end: number): boolean {
  const { lower, words } = block;
  if (HOLDERS.has(lower[first])) {
    const link = linkBehind(block, first);
    return link > 0 && link + 1 < end && areParts(block, link + 1, end);
  }
  if (!BETWEEN.has(words[first - 1] ?? "") || !areParts(block, first, end)) return false;
  let hasComma = false;
  for (let at = first - 1; at >= Math.max(0, first - MOST_BEFORE); at--) {
    if (words[at] === ",") hasComma = true;
    if (LINKS.has(words[at]) && isHolderBefore(block, at)) return hasComma || words[first - 1] !== ",";
    if (!BETWEEN.has(words[at]) && !PORTFOLIOS.has(lower[at])) return false;
  }
  return false;
}

function areParts({ lower, words }: Block, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (!PORTFOLIOS.has(lower[i]) && !BETWEEN.has(words[i])) return false;
  return true;
}

/** Where "for" or "of" stands behind who holds an office; 0 where nothing but a name or another word follows. */
function linkBehind({ words, lower }: Block, holder: number): number {
  const at = lower[holder + 1] === "of" && lower[holder + 2] === "state" ? holder + 3 : holder + 1;
  return LINKS.has(words[at] ?? "") ? at : 0;
}

function isHolderBefore({ lower }: Block, link: number): boolean {
  if (lower[link - 1] === "state" && lower[link - 2] === "of") return HOLDERS.has(lower[link - 3] ?? "");
  return HOLDERS.has(lower[link - 1] ?? "");
}

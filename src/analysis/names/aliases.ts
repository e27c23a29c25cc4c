import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { isCapital } from "./lines.js";
import type { TokenName } from "./spans.js";

/** How somebody is called besides stands behind these: "Karim Hale, better known as Tino". */
const KNOWN = /^(?:known|nicknamed|dubbed|alias|aka|a\.k\.a\.?|called)$/;
const WIDELY = /^(?:also|better|widely|popularly|commonly|locally|simply|otherwise|often|who|is|was)$/;
const MOST_ADVERBS = 3;
const MOST_WORDS = 4;

/** What a person is called besides, right behind the name: the tokens of "Tino" in "Karim Hale, alias Tino"; null where the text does not say. */
export function aliasBehind(block: Block, { end }: TokenName): Pick<TokenName, "first" | "end"> | null {
  const { lower, tokens } = block;
  let at = lower[end] === "," || lower[end] === "(" ? end + 1 : end;
  for (let n = 0; n < MOST_ADVERBS && WIDELY.test(lower[at] ?? ""); n++) at++;
  if (!KNOWN.test(lower[at] ?? "")) return null;
  const verb = lower[at++];
  if (lower[at] === "as") at++;
  else if (verb === "known") return null;
  if (lower[at] === "simply" || lower[at] === "just") at++;
  if (tokens.kinds[at] === TokenKind.QuotationMark) at++;
  if (lower[at] === "the") return null;
  let stop = at;
  while (stop < tokens.count && stop - at < MOST_WORDS && isCapital(block, stop)) stop++;
  return stop > at && !isCapital(block, stop) ? { first: at, end: stop } : null;
}

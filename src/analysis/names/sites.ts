import { type Block, tokenText } from "../text/sourceText.js";
import type { TokenName } from "./spans.js";

const CONFIDENCE = 0.9;

/** Whether a word can end an address. */
export function endsAddress(word: string): boolean {
  return word === "com";
}

/** Adds organizations that are called by their address ("Tarvo.com"), in place of the names found in these words. */
export function withSites(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  const { words } = block;
  let at = words.indexOf("com");
  const out: TokenName[] = [];
  let n = 0;
  for (; at >= 0; at = words.indexOf("com", at + 1)) {
    if (!endsSite(block, at)) continue;
    const first = at - 2;
    for (; n < names.length && names[n].first <= at; n++) if (names[n].end <= first) out.push(names[n]);
    out.push({ first, end: at + 1, type: "organization", confidence: CONFIDENCE });
  }
  return [...out, ...names.slice(n)];
}

/** Whether a capitalised word and a full stop stand right before "com", and no path after it. */
function endsSite(block: Block, com: number): boolean {
  const { starts, ends, count } = block.tokens;
  if (com < 2 || tokenText(block, com - 1) !== "." || starts[com] !== ends[com - 1] || starts[com - 1] !== ends[com - 2]) return false;
  if (com + 1 < count && starts[com + 1] === ends[com] && /^[/@-]/.test(tokenText(block, com + 1))) return false;
  return /^\p{Lu}/u.test(tokenText(block, com - 2));
}

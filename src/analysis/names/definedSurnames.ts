import type { Block } from "../text/sourceText.js";
import type { TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";

const MARK = /^["“”'‘’]$/;

/** Adds the surname by which a paper will call a person whom it names in full: 'Ann Weld ("WELD")'. */
export function withDefinedSurnames(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  const { lower } = block;
  let added: TokenName[] | null = null;
  for (const { first, end, type, confidence } of names) {
    if (type !== "person" || end - first < 2 || lower[end] !== "(") continue;
    const short = MARK.test(lower[end + 1] ?? "") ? end + 2 : end + 1;
    if (lower[short] !== lower[end - 1] || short === end + 1) continue;
    added ??= [];
    added.push({ first: short, end: short + 1, type, confidence });
  }
  return added ? withSpans(names, added) : names;
}

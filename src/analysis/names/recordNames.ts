import { compiled } from "../text/compiled.js";
import type { Block } from "../text/sourceText.js";
import type { TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";

/** "MANSOUR A. ALOTAIBI (Kuwait)": who speaks for a country, in the records of an assembly. */
const RECORDED = compiled(
  /^(?!THE\s)(?:\p{Lu}[\p{Lu}’'-]*\.?\s){1,6}\p{Lu}[\p{Lu}’'-]{2,}(?=\s\(\p{Lu}[\p{L}\s.’'-]{2,50}\)(?:,|\s\p{Ll}))/u,
);
const LONGEST_NAME = 120;
const CONFIDENCE = 0.9;

/** Adds the name in capitals with which a paragraph of a record begins. */
export function withRecordName(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  const found = RECORDED.exec(block.text.slice(0, LONGEST_NAME));
  if (!found) return names;
  const { tokens } = block;
  let end = 0;
  while (end < tokens.count && tokens.ends[end] <= found[0].length) end++;
  return end > 1 ? withSpans(names, [{ first: 0, end, type: "person", confidence: CONFIDENCE }]) : names;
}

import type { Block } from "../text/sourceText.js";
import { isTitleCase } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";
import { isTitleWord } from "./titles.js";
import { withSpans } from "./withSpans.js";

const CONFIDENCE = 0.8;
/** What stands before "Justice" in a judge's title: "Lord Justice Bean", "Mrs Justice Hale". */
const BEFORE_JUSTICE = /^(?:lord|lady|mr|mrs|ms|miss|hon'ble)\.?$/;
const MOST_NAMES = 3;

/** Whether a word may end a judge's title. */
export function endsJudgesTitle(word: string): boolean {
  return word === "Justice" || word === "HHJ";
}

/** Adds the judges behind "Lord Justice", "Mrs Justice" and "HHJ", whose surnames may be common words. */
export function withJudges(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let added: TokenName[] | null = null;
  let titles: Set<number> | null = null;
  for (let i = 0; i + 1 < block.tokens.count; i++) {
    const first = i + 1;
    if (!endsJudgesTitle(block.words[i]) || !isTitleCase(block, first) || isTitleWord(block.words[first])) continue;
    if (block.words[i] === "Justice" && !BEFORE_JUSTICE.test(block.lower[i - 1] ?? "")) continue;
    titles ??= new Set();
    titles.add(i);
    const known = names[firstBehind(names, first)];
    if (known?.type === "person" && known.first === first) continue;
    let end = known && known.first <= first ? known.end : first + 1;
    while (end < first + MOST_NAMES && isTitleCase(block, end)) end++;
    added ??= [];
    added.push({ first, end, type: "person", confidence: CONFIDENCE });
  }
  if (!titles) return names;
  const kept = names.filter(({ end }) => !titles.has(end - 1));
  return added ? withSpans(kept, added) : kept;
}

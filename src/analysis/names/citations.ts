import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { isTitleCase } from "./lines.js";
import { kindsOf } from "./phraseKinds.js";
import { firstBehind, type TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };
import type { WordLists } from "./wordLists.js";

const CONFIDENCE = 0.7;
/** A reference has at most so many tokens before its year. */
const LONGEST = 24;
/** "(March, 1999)" is a date. */
const MONTHS: ReadonlySet<string> = new Set(wordKinds.kinds.month.split(" "));
const JOINS = /^(?:,|&|and|et|al\.?|\.)$/;

/** Whether a word is a year as a reference has it, "2004" or "2004a", or the "al." of "et al.". */
export function endsCitation(word: string): boolean {
  return /^(?:(?:1[5-9]|20)\d\d[a-z]?|al\.?)$/.test(word);
}

const closes = memoByWord((word) => (endsCitation(word) ? 1 : 0));

/** Takes for persons whom references name by surname: "(Quilis, 1964; Weld & Hale, 2004)", "Senabre et al.". */
export function withCitedAuthors(block: Block, names: readonly TokenName[], lists: WordLists): readonly TokenName[] {
  const { words, lower, tokens } = block;
  let added: TokenName[] | null = null;
  let from = 0;
  for (let i = 1; i < tokens.count; i++) {
    if (closes(block, i) === 0) continue;
    const start = words[i - 1] === "et" ? i - 2 : words[i - 1] === "," ? startOfReference(block, i - 1) : -1;
    if (start < from) continue;
    for (let author = start; author < i; author++) {
      if (!isTitleCase(block, author) || MONTHS.has(lower[author]) || kindsOf(lists, block, author, author + 1) !== 0) continue;
      let end = author + 1;
      while (end < i && isTitleCase(block, end)) end++;
      // "Ann Weld et al."
      const known = names[firstBehind(names, author)];
      if (known?.type === "person" && known.first < author && known.end >= end) continue;
      added ??= [];
      added.push({ first: author, end, type: "person", confidence: CONFIDENCE });
      author = end;
    }
    from = i;
  }
  return added ? withSpans(names, added) : names;
}

/** The first author of the reference that a comma closes before its year; -1 where what stands in the bracket is none. */
function startOfReference(block: Block, comma: number): number {
  const { words } = block;
  let start = comma;
  while (start > 0 && comma - start < LONGEST && (isTitleCase(block, start - 1) || JOINS.test(words[start - 1]))) start--;
  const isBracket = start > 0 && /^[(;]$/.test(words[start - 1]);
  return isBracket && start < comma && isTitleCase(block, start) ? start : -1;
}

import type { Block } from "../text/sourceText.js";
import { isTitleCase } from "./lines.js";
import { firstBehind, type TokenName } from "./spans.js";
import { withSpans } from "./withSpans.js";

const MOST_WORDS = 3;
const LONGEST_NOTE = 6;
const CONFIDENCE = 0.8;

/** Whether a word, before names, is the title of all of them, and of nobody else. */
export function titlesAll(word: string): boolean {
  return /^(?:Councillors|Cllrs|Councilors|Aldermen|COUNCILLORS)$/.test(word);
}

/** Takes for persons whom minutes list behind the title of all: "Councillors Vesk (Chair), Brook, J. Hale and Torvo". */
export function withTitledLists(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let added: TokenName[] | null = null;
  for (let i = 0; i + 1 < block.tokens.count; i++) {
    if (!titlesAll(block.words[i])) continue;
    for (const name of listedFrom(block, block.words[i + 1] === ":" ? i + 2 : i + 1)) {
      const known = names[firstBehind(names, name.first)];
      if (known && known.type === "person" && known.first <= name.first && known.end >= name.end) continue;
      added ??= [];
      added.push(name);
    }
  }
  return added ? withSpans(names, added) : names;
}

/** The names that commas, "and" and notes in brackets part, from a token on. */
function listedFrom(block: Block, from: number): readonly TokenName[] {
  const { words } = block;
  const listed: TokenName[] = [];
  for (let first = from; ; ) {
    let end = first;
    while (end - first < MOST_WORDS && (isTitleCase(block, end) || /^\p{Lu}\.?$/u.test(words[end] ?? ""))) end++;
    if (end === first || words[end] === "&" || /^\p{Lu}/u.test(words[end] ?? "")) return listed;
    listed.push({ first, end, type: "person", confidence: CONFIDENCE });
    let next = end;
    if (words[next] === "(") {
      while (next - end <= LONGEST_NOTE && words[next] !== ")") next++;
      next++;
    }
    const link = next;
    if (words[next] === "," || words[next] === ";") next++;
    if (words[next] === "and") next++;
    if (next === link || titlesAll(words[next] ?? "")) return listed;
    first = next;
  }
}

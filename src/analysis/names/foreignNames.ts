import type { Block } from "../text/sourceText.js";
import { memoByWord } from "../text/vocabulary.js";
import { isTitleCase } from "./lines.js";
import type { TokenName } from "./spans.js";
import wordKinds from "./wordKinds.json" with { type: "json" };

/** Small words of other languages, which nothing but a name has in an English text. */
const LINKS: ReadonlySet<string> = new Set(wordKinds.foreignLinks.split(" "));
const MOST_LINKS = 2;
const MOST_WORDS = 4;

/** Whether a word joins the words of a name in another language. */
export function isForeignLink(word: string): boolean {
  return LINKS.has(word);
}

const isLink = memoByWord((word) => (LINKS.has(word) ? 1 : 0));

/** Gives names the words that other languages' small words join to them: "del Sur" behind "Bosques", in place of what was found there. */
export function withForeignNames(block: Block, names: readonly TokenName[]): readonly TokenName[] {
  let whole: TokenName[] | null = null;
  for (let n = 0; n < names.length; n++) {
    const name = names[n];
    const before = whole?.[whole.length - 1];
    if (before && name.first < before.end) continue;
    const end = name.type === "group" ? name.end : endOfForeign(block, name.end);
    if (end > name.end) whole ??= names.slice(0, n);
    whole?.push(end > name.end ? { ...name, end: Math.max(end, endOfLast(names, n, end)) } : name);
  }
  return whole ?? names;
}

/** Behind the words that a foreign link joins to a name; `end` where none does. */
function endOfForeign(block: Block, end: number): number {
  let stop = end;
  for (;;) {
    let link = stop;
    while (link < block.tokens.count && link - stop < MOST_LINKS && isLink(block, link) === 1) link++;
    if (link === stop || !isTitleCase(block, link)) return stop;
    let last = link;
    while (last < link + MOST_WORDS && isTitleCase(block, last)) last++;
    stop = last;
  }
}

/** The end of the name that the words joined end in. */
function endOfLast(names: readonly TokenName[], n: number, end: number): number {
  let last = end;
  for (let i = n + 1; i < names.length && names[i].first < end; i++) last = Math.max(last, names[i].end);
  return last;
}

import type { EntityType } from "../analysis.js";
import { memoByBlock } from "../text/blockMemo.js";
import type { Block } from "../text/sourceText.js";
import { TokenKind } from "../text/tokens.js";
import { memoByWord } from "../text/vocabulary.js";
import { typeAfter } from "./definitions.js";
import definitions from "./definitions.json" with { type: "json" };
import { isCapital } from "./lines.js";
import type { TokenName } from "./spans.js";

const WORKS: ReadonlySet<string> = new Set(`${definitions.work} ${definitions.works}`.split(" "));
const PAPERS: ReadonlySet<string> = new Set(definitions.papers.split(" "));
const CALLED: ReadonlySet<string> = new Set(["called", "titled", "entitled", "named"]);
/** Words that stand with a small letter inside a title. */
const SMALL: ReadonlySet<string> = new Set(definitions.smallWords.split(" "));

/** A title has at most so many tokens. */
const LONGEST = 9;
/** Between the noun that says what is called so and "called" stand at most so many words. */
const CALLED_REACH = 4;
const CONFIDENCE = 0.7;

const NONE: readonly TokenName[] = [];

/** 1 for what can open a title in quotation marks. */
const opens = memoByWord((word) => (/^["'‘“„«‹»]$/.test(word) ? 1 : 0));

/**
 * The works and papers of a block whose titles stand in quotation marks beside what says that they are: `film "Salt Road"`,
 * `"Harmattan Letters", a novel`, `the tabloid 'Evening Bell'`.
 */
export const findTitledWorks = memoByBlock((block): readonly TokenName[] => {
  let found: TokenName[] | null = null;
  for (let i = 0; i + 2 < block.tokens.count; i++) {
    if (block.tokens.kinds[i] !== TokenKind.QuotationMark || opens(block, i) === 0 || !opensTitle(block, i)) continue;
    const close = closeOfTitle(block, i);
    if (close < 0) continue;
    const last = found?.[found.length - 1];
    const type = typeBefore(block, i, last) ?? typeBehind(block, i, close);
    if (type) {
      found ??= [];
      found.push({ first: i + 1, end: endOfTitle(block, close), type, confidence: CONFIDENCE });
    }
    i = close;
  }
  return found ?? NONE;
});

/** Whether a mark stands after a gap and right before a capital. */
function opensTitle(block: Block, mark: number): boolean {
  const { starts, ends } = block.tokens;
  return (
    starts[mark + 1] === ends[mark] &&
    (mark === 0 || ends[mark - 1] < starts[mark] || block.words[mark - 1] === "(") &&
    isCapital(block, mark + 1)
  );
}

/** The mark that closes a title; -1 where what is set apart is none. */
function closeOfTitle(block: Block, open: number): number {
  const { kinds, count } = block.tokens;
  for (let i = open + 2; i < count && i <= open + LONGEST + 1; i++) {
    if (kinds[i] === TokenKind.QuotationMark) return i;
    const isPart =
      isCapital(block, i) || SMALL.has(block.words[i]) || kinds[i] === TokenKind.Number || /^(?:['’]s|[&:!?,.-])$/.test(block.words[i]);
    if (!isPart) return -1;
  }
  return -1;
}

/** Behind a title's last word: a comma or full stop before the mark is not part of it. */
function endOfTitle({ words }: Block, close: number): number {
  return /^[,.]$/.test(words[close - 1]) ? close - 1 : close;
}

function typeBefore({ lower }: Block, open: number, before: TokenName | undefined): EntityType | null {
  if (before && open - before.end <= 4 && /^(?:and|,)$/.test(lower[open - 1])) return before.type;
  const noun = lower[open - 1] === "," ? open - 2 : open - 1;
  const type = typeOfNoun(lower[noun]);
  if (type || !CALLED.has(lower[open - 1])) return type;
  for (let i = open - 2; i >= 0 && i > open - 2 - CALLED_REACH; i--) {
    const named = typeOfNoun(lower[i]);
    if (named) return named;
  }
  return null;
}

function typeOfNoun(noun: string | undefined): EntityType | null {
  if (noun === undefined) return null;
  return WORKS.has(noun) ? "work" : PAPERS.has(noun) ? "organization" : null;
}

function typeBehind(block: Block, open: number, close: number): EntityType | null {
  const isNamed = close - open > 2;
  if (/^['’]s?$/.test(block.words[open - 1] ?? "") && close - open > 3 && /^(?:The|A|An)$/.test(block.words[open + 1])) return "work";
  if (isNamed && block.words[close + 1] === "by" && isCapital(block, close + 2)) return "work";
  const type = block.words[close - 1] === "," ? typeAfter(block, close, true) : typeAfter(block, close + 1);
  return type === "work" ? type : null;
}

import { memoByBlock } from "../text/blockMemo.js";
import { compiled } from "../text/compiled.js";
import type { SourceText } from "../text/sourceText.js";
import { countWords, endsLikeSentence, isRightBelow, plain, plainLine } from "./lineForms.js";
import words from "./pageWords.json" with { type: "json" };
import { isEndMark } from "./trailing.js";

/** A heading inside the text. */
export interface Heading {
  /** The block's index. */
  readonly index: number;
  /** 1 the highest. */
  readonly level: number;
  /** The block after it is the line that underlines it. */
  readonly underlined: boolean;
}

const LONGEST = 90;
const MOST_WORDS = 10;
/** A line in ordinary letters is a heading only above a paragraph at least this long. */
const LEAST_PARAGRAPH = 100;
const LEAST_BEFORE = 50;
const DEEPEST = 6;

const KNOWN: ReadonlySet<string> = new Set(words.headings);
/** "2.", "2.1", "IV.", "B." and what they number. */
const NUMBERED = /^(?:(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?|[IVX]{1,5}[.)]|[A-H][.)])\s+(?=["“‘']?\p{Lu})/u;

/** What a block says of itself: it opens or closes a code fence, is a fence whole, a heading of Markdown, a line that may be a heading, or text. */
type OwnForm = { readonly kind: "fence" | "whole fence" | "line" | "text" } | { readonly kind: "marked"; readonly level: number };

const FENCE: OwnForm = { kind: "fence" };
const WHOLE_FENCE: OwnForm = { kind: "whole fence" };
const LINE: OwnForm = { kind: "line" };
const TEXT: OwnForm = { kind: "text" };

const ownForm = memoByBlock(({ text }): OwnForm => {
  if (/^(?:```|~~~)/.test(text)) return text.length > 6 && /(?:```|~~~)$/.test(text) ? WHOLE_FENCE : FENCE;
  const marks = /^(#{1,6})\s+\S/.exec(text);
  if (marks) return { kind: "marked", level: marks[1].length };
  return text.length <= LONGEST && /\p{L}/u.test(text) ? LINE : TEXT;
});

/**
 * Finds the headings of the text between two blocks: Markdown's, lines in capitals, numbered ones, the usual ones ("Summary"), short
 * lines above a paragraph. A code fence has none.
 * @param isBody whether the block at an index is text, and no caption or furniture.
 */
export function readHeadings(source: SourceText, from: number, to: number, isBody: (index: number) => boolean): readonly Heading[] {
  const { blocks } = source;
  const headings: Heading[] = [];
  let fenced = false;
  for (let index = from; index < to; index++) {
    const form = ownForm(blocks[index].block);
    if (form.kind === "text" || !isBody(index)) continue;
    if (form.kind === "fence") fenced = !fenced;
    if (fenced || form.kind === "fence" || form.kind === "whole fence") continue;
    const level = form.kind === "marked" ? form.level : lineLevel(source, index, from, to, isBody);
    if (level === 0) continue;
    const underlined = isUnderline(source, index + 1, to);
    headings.push({ index, level, underlined });
    if (underlined) index++;
  }
  return headings;
}

/** The level of a short line as a heading; 0 where it is none. */
function lineLevel(source: SourceText, index: number, from: number, to: number, isBody: (index: number) => boolean): number {
  const { blocks } = source;
  const { block } = blocks[index];
  if (isUnderline(source, index + 1, to)) return blocks[index + 1].block.text.startsWith("=") ? 1 : 2;
  const form = lineForm(block);
  if (form.kind === "bold") return 3;
  if (form.kind === "plain" || index + 1 >= to) return 0;
  if (form.kind === "edited") return 2;
  if (form.kind === "numbered") return isNumberedHeading(source, index, from, form) ? Math.min(form.depth + 1, DEEPEST) : 0;
  if (form.kind === "known") return 2;
  const next = blocks[index + 1].block;
  if (!startsParagraph(next)) return 0;
  if (form.kind === "capitals") return 2;
  if (next.text.length < LEAST_PARAGRAPH || !endsLikeSentence(next.text)) return 0;
  // Behind a picture, a time or what a page says of itself no paragraph need stand above.
  if (index > from && !isBody(index - 1)) return 2;
  const before = index > 0 ? blocks[index - 1].block.text : "";
  return endsLikeSentence(before) && before.length >= LEAST_BEFORE ? 2 : 0;
}

/** What a short line looks like: with a capital at its head it is a heading above a paragraph only. */
type LineForm =
  | { readonly kind: "bold" | "capitals" | "capital" | "plain" | "known" | "edited" }
  | { readonly kind: "numbered"; readonly depth: number; readonly known: boolean; readonly byLetter: boolean };

const lineForm = memoByBlock((block): LineForm => {
  const { text } = block;
  if (/^(?:\*\*[^*]{1,80}\*\*|__[^_]{1,80}__):?$/.test(text)) return { kind: endsLikeSentence(text) ? "plain" : "bold" };
  if (/\S\s?\[edit(?: source)?\]$/.test(text)) return { kind: "edited" };
  if (isKnown(text, plainLine(block))) return { kind: "known" };
  if (countWords(text) > MOST_WORDS || /[.,;:…—–-]["”’)]?$/.test(text)) return { kind: "plain" };
  const number = NUMBERED.exec(text);
  if (number && !endsLikeSentence(text)) {
    const rest = text.slice(number[0].length);
    return {
      kind: "numbered",
      depth: (number[1] ?? "").split(".").length,
      known: isKnown(rest, plain(rest)) || isCapitals(rest),
      byLetter: number[1] === undefined,
    };
  }
  // "(SOUNDBITE OF EXPLOSION)" is heard, and heads nothing.
  if (/^(?:[-*+•·>|]|\d{1,3}[.)])\s|^[([].*[)\]]$/s.test(text)) return { kind: "plain" };
  if (isCapitals(text)) return { kind: isEndMark(text) ? "plain" : "capitals" };
  if (endsLikeSentence(text)) return { kind: "plain" };
  return { kind: /^[\p{Lu}\p{N}]/u.test(text) || IN_SINGLE_MARKS.test(text) ? "capital" : "plain" };
});

/** Words that somebody said, taken for a heading: "'Never seen such rain'". */
const IN_SINGLE_MARKS = compiled(/^['‘]\p{Lu}(?:[^'‘’“”"]|['’]\p{L}){2,80}['’]$/u);

/** @param line the same as `plain` gives it. */
function isKnown(text: string, line: string): boolean {
  return KNOWN.has(line) && /^["“‘']?\p{Lu}/u.test(text);
}

/** Whether a numbered line is a heading and no item of a list: it stands alone above a paragraph or above what its number is the beginning of. */
function isNumberedHeading(source: SourceText, index: number, from: number, form: LineForm & { readonly kind: "numbered" }): boolean {
  const { blocks } = source;
  if (form.byLetter && index > from && isRightBelow(source, index)) return false;
  const next = lineForm(blocks[index + 1].block);
  if (next.kind === "numbered") {
    if (next.depth !== form.depth + 1) return false;
    return !isRightBelow(source, index + 1) || (form.known && index + 2 < blocks.length && startsParagraph(blocks[index + 2].block));
  }
  const before = index > from ? lineForm(blocks[index - 1].block) : null;
  const isSibling = before?.kind === "numbered" && before.depth >= form.depth;
  if (isSibling && isRightBelow(source, index)) return false;
  if (!startsParagraph(blocks[index + 1].block)) return false;
  return form.known || !isSibling;
}

const startsParagraph = memoByBlock(({ text }) => /\p{Ll}/u.test(text.slice(0, 200)) && countWords(text) >= 6);

function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}.*\p{Lu}/su.test(text);
}

const isRule = memoByBlock(({ text }) => /^(?:={3,100}|-{3,100})$/.test(text));

function isUnderline(source: SourceText, index: number, to: number): boolean {
  const { blocks } = source;
  if (index >= to || index === 0 || !isRule(blocks[index].block)) return false;
  return isRightBelow(source, index) && /\p{L}/u.test(blocks[index - 1].block.text);
}

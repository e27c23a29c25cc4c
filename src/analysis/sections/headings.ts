import { memoByBlock } from "../text/blockMemo.js";
import type { PlacedBlock } from "../text/sourceText.js";
import { countWords, endsLikeSentence } from "./lineForms.js";

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

/** What a block says of itself: it opens or closes a code fence, is a fence whole, a heading of Markdown, a line that may be a heading, or text. */
type OwnForm = { readonly kind: "fence" | "whole fence" | "line" | "text" } | { readonly kind: "marked"; readonly level: number };

const ownForm = memoByBlock(({ text }): OwnForm => {
  if (/^(?:```|~~~)/.test(text)) return { kind: text.length > 6 && /(?:```|~~~)$/.test(text) ? "whole fence" : "fence" };
  const marks = /^(#{1,6})\s+\S/.exec(text);
  if (marks) return { kind: "marked", level: marks[1].length };
  return { kind: text.length <= LONGEST && /\p{L}/u.test(text) ? "line" : "text" };
});

/**
 * Finds the headings of the text between two blocks: Markdown's, lines in capitals, short lines above a paragraph.
 * A code fence has none.
 * @param isBody whether the block at an index is text, and no caption or furniture.
 */
export function readHeadings(
  blocks: readonly PlacedBlock[],
  from: number,
  to: number,
  isBody: (index: number) => boolean,
): readonly Heading[] {
  const headings: Heading[] = [];
  let fenced = false;
  for (let index = from; index < to; index++) {
    const form = ownForm(blocks[index].block);
    if (form.kind === "text" || !isBody(index)) continue;
    if (form.kind === "fence") fenced = !fenced;
    if (fenced || form.kind === "fence" || form.kind === "whole fence") continue;
    const level = form.kind === "marked" ? form.level : lineLevel(blocks, index, to);
    if (level === 0) continue;
    const underlined = isUnderline(blocks, index + 1, to);
    headings.push({ index, level, underlined });
    if (underlined) index++;
  }
  return headings;
}

/** The level of a short line as a heading; 0 where it is none. */
function lineLevel(blocks: readonly PlacedBlock[], index: number, to: number): number {
  const { block } = blocks[index];
  if (isUnderline(blocks, index + 1, to)) return blocks[index + 1].block.text.startsWith("=") ? 1 : 2;
  const form = lineForm(block);
  if (form === "bold") return 3;
  if (form === "plain" || index + 1 >= to || !startsParagraph(blocks[index + 1].block)) return 0;
  if (form === "capitals") return 2;
  const next = blocks[index + 1].block.text;
  const before = index > 0 ? blocks[index - 1].block.text : "";
  return next.length >= LEAST_PARAGRAPH && endsLikeSentence(next) && endsLikeSentence(before) && before.length >= LEAST_BEFORE ? 2 : 0;
}

/** What a short line looks like: bold it is a heading, in capitals or with a capital at its head it is one above a paragraph. */
const lineForm = memoByBlock(({ text }): "bold" | "capitals" | "capital" | "plain" => {
  if (/^(?:\*\*[^*]{1,80}\*\*|__[^_]{1,80}__):?$/.test(text)) return endsLikeSentence(text) ? "plain" : "bold";
  if (countWords(text) > MOST_WORDS || /[.,;:…]["”’)]?$/.test(text) || /^(?:[-*+•·>|]|\d{1,3}[.)])\s/.test(text)) return "plain";
  if (isCapitals(text)) return "capitals";
  return /^[\p{Lu}\p{N}]/u.test(text) && !endsLikeSentence(text) ? "capital" : "plain";
});

const startsParagraph = memoByBlock(({ text }) => /\p{Ll}/u.test(text.slice(0, 200)) && countWords(text) >= 6);

function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}.*\p{Lu}/su.test(text);
}

const isRule = memoByBlock(({ text }) => /^(?:={3,100}|-{3,100})$/.test(text));

function isUnderline(blocks: readonly PlacedBlock[], index: number, to: number): boolean {
  if (index >= to || index === 0 || !isRule(blocks[index].block)) return false;
  const before = blocks[index - 1];
  const gap = blocks[index].start - (before.start + before.block.text.length);
  return gap <= 2 && /\p{L}/u.test(before.block.text);
}

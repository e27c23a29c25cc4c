import type { Span } from "../analysis.js";

/** A longer stretch between an opening and a closing sign is no tag and no link. */
const LONGEST_TAG = 4096;
const LONGEST_CODE = 200;

const TAG_START = /[a-z/!?]/i;

/**
 * Finds what a block writes for a machine to read: HTML tags with their attributes, code between backticks, a link's address and title.
 * @param text the text of one block.
 * @returns spans in text order, none crossing another.
 */
export function findMarkup(text: string): readonly Span[] {
  if (!text.includes("<") && !text.includes("`") && !text.includes("](")) return [];
  const found: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const end = markupEnd(text, at);
    if (end > at) found.push({ start: at, end });
    at = Math.max(end, at + 1);
  }
  return found;
}

function markupEnd(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 0x3c:
      return TAG_START.test(text[at + 1] ?? "") ? enclosedEnd(text, at + 1, ">", "<", at) : at;
    case 0x60:
      return codeEnd(text, at);
    case 0x5d:
      return text[at + 1] === "(" ? enclosedEnd(text, at + 2, ")", "]", at) : at;
    default:
      return at;
  }
}

/** The end of what the closing sign ends; the offset given as `none` where the breaking sign or the limit comes first. */
function enclosedEnd(text: string, from: number, closing: string, breaking: string, none: number): number {
  const limit = Math.min(text.length, from + LONGEST_TAG);
  for (let at = from; at < limit && text[at] !== breaking; at++) {
    if (text[at] === closing) return at + 1;
  }
  return none;
}

/** Code stands between single backticks on one line, or between runs of three; two backticks open a quotation. */
function codeEnd(text: string, at: number): number {
  if (text.startsWith("```", at)) {
    const fence = text.indexOf("```", at + 3);
    return fence < 0 ? text.length : fence + 3;
  }
  if (text[at + 1] === "`") return at;
  const limit = Math.min(text.length, at + LONGEST_CODE);
  for (let end = at + 1; end < limit && text[end] !== "\n" && text[end] !== "'"; end++) {
    if (text[end] === "`") return end + 1;
  }
  return at;
}

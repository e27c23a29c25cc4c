import type { Span } from "../analysis/analysis.js";
import type { TextAnchor } from "../review/decision.js";

/** About as much of the text around the words as a decision keeps. UTF-16 code units. */
const AROUND = 32;

/** The words as they were decided on, with what stood around them. */
export function textThen({ prefix, exact, suffix }: TextAnchor): string {
  return inLines(prefix, exact, suffix);
}

/**
 * The words that stand there now, with what stands around them.
 * @param span undefined where the words are gone: then, what stands where they stood.
 */
export function textNow(text: string, span: Span | undefined, then: TextAnchor): string {
  const { start, end } = span ?? formerSpan(text, then);
  return inLines(text.slice(edge(text, start - AROUND), start), text.slice(start, end), text.slice(end, edge(text, end + AROUND)));
}

/** Where the words stood, as far as the text reaches. */
export function formerSpan(text: string, { start, end }: TextAnchor): Span {
  return { start: unitsOf(text, start), end: unitsOf(text, end) };
}

/**
 * The words on lines of their own, so that a comparison shows what changed in them and what around them. What stands around them is cut
 * between words, with an ellipsis, where the text goes on.
 */
function inLines(before: string, words: string, after: string): string {
  const lead = before.length < AROUND ? before : `…${before.replace(/^\S{1,24}(?=\s)/, "").trimStart()}`;
  const rest = after.length < AROUND ? after : `${after.replace(/(?<=\s)\S{1,24}$/, "").trimEnd()}…`;
  return `${lead}\n\n${words}\n\n${rest}\n`;
}

/** The offset of a count of code points. */
function unitsOf(text: string, points: number): number {
  let at = 0;
  for (let count = 0; count < points && at < text.length; count++) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** An offset in the text that parts no surrogate pair. */
function edge(text: string, offset: number): number {
  const at = Math.max(0, Math.min(text.length, offset));
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) && at > 0 ? at - 1 : at;
}

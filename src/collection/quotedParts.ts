import type { Span } from "../analysis/analysis.js";
import { readWords, type Words } from "./words.js";

/** A run of a quotation's words that the source must have one after another. */
export interface QuotedPart {
  readonly words: Words;
  /** What parts it from the run before: nothing yet, an ellipsis, or an insertion in brackets, which may stand for a few of the source's words. */
  readonly after: "start" | "ellipsis" | "insertion";
}

/** An ellipsis, also in brackets; or an insertion in brackets. A single changed letter ("[T]he") is neither. */
const CUT = /[[(]\s?(?:\.\s?\.\s?\.|…)\s?[\])]|\.\s?\.\s?\.(?:\s?\.)?|…|\p{L}{0,40}\[[^\]\n]{0,200}\]\p{L}{0,40}/gu;
const CHANGED_LETTER = /^\[\p{L}\](?=\p{L})/u;

/**
 * Cuts a quotation as journalists mark their cuts: at an ellipsis and at what is put into brackets.
 * @param spans the quotation's paragraphs, marks inside.
 */
export function quotedParts(text: string, spans: readonly Span[]): readonly QuotedPart[] {
  const parts: QuotedPart[] = [];
  let after: QuotedPart["after"] = "start";
  let run: Words = { keys: [], starts: [], ends: [] };
  const close = (next: QuotedPart["after"]): void => {
    if (run.keys.length > 0) parts.push({ words: run, after: parts.length === 0 ? "start" : after });
    if (run.keys.length > 0 || after !== "ellipsis") after = next;
    run = { keys: [], starts: [], ends: [] };
  };
  for (const { start, end } of spans) {
    let at = start;
    const stretch = text.slice(start, end);
    for (const { 0: cut, index } of stretch.matchAll(CUT)) {
      if (CHANGED_LETTER.test(cut)) continue;
      run = joined(run, readWords(text, at, start + index));
      at = start + index + cut.length;
      close(/[.…]/.test(cut) && !/\p{L}/u.test(cut) ? "ellipsis" : "insertion");
    }
    run = joined(run, readWords(text, at, end));
  }
  close("ellipsis");
  return parts;
}

function joined(a: Words, b: Words): Words {
  if (a.keys.length === 0) return b;
  if (b.keys.length === 0) return a;
  return { keys: [...a.keys, ...b.keys], starts: [...a.starts, ...b.starts], ends: [...a.ends, ...b.ends] };
}

import { onOneLine } from "../analysis/oneLine.js";
import abbreviations from "../analysis/text/abbreviations.json" with { type: "json" };

const LONGEST_SENTENCE = 300;
const NEVER_LAST: ReadonlySet<string> = new Set([...abbreviations.titles, ...abbreviations.months, ...abbreviations.numbered]);

/** The sentence around a span, its white space made single spaces; cut evenly around the span where it is long. */
export function sentenceAround(text: string, start: number, end: number): string {
  const reach = Math.max(0, Math.floor((LONGEST_SENTENCE - (end - start)) / 2));
  const from = Math.max(0, start - reach);
  const window = text.slice(from, end + reach);
  let first = 0;
  let last = window.length;
  for (const { index, 0: gap } of window.matchAll(SENTENCE_GAP)) {
    if (from + index + gap.length <= start) {
      if (!isAbbreviation(window, index)) first = index + gap.length;
    } else if (from + index >= end && !isAbbreviation(window, index)) {
      last = index;
      break;
    }
  }
  return onOneLine(window.slice(first, last));
}

/** What lies between two sentences: white space after a full stop and before a capital, or an empty line. */
const SENTENCE_GAP = /(?<=[\p{L}\p{N}\])”"’»][.!?][”"’»)\]]?)\s+(?=[\p{Lu}“"‘«(])|\r?\n[^\S\n]*\n/gu;

/** Whether the full stop before a gap belongs to an abbreviation or an initial. @param gap where the gap begins. */
export function isAbbreviation(text: string, gap: number): boolean {
  const word = /([\p{L}.]{1,12})\.$/u.exec(text.slice(Math.max(0, gap - 13), gap))?.[1];
  return word !== undefined && (NEVER_LAST.has(word) || /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word));
}

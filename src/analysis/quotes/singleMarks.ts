import type { Span } from "../analysis.js";
import { CharClass, charClass } from "../text/characters.js";
import { compiled } from "../text/compiled.js";
import { type Mark, MarkFamily } from "./marks.js";

const SENTENCE_MARKS = ".,;:!?…—–";

/**
 * Finds the mark that closes a single one. The same character is an apostrophe far more often, so a mark after a full stop or a comma
 * is believed at once, one after another word only where no better one follows, and one after a plural's s before a lower-case word
 * only where there is no other, in a block that does not begin with a double mark.
 * @param text the text of the block.
 * @param marks the block's marks.
 * @param opening the index of the mark that opens.
 * @returns the index of the closing mark, or -1.
 */
export function findSingleEnd(text: string, marks: readonly Mark[], opening: number): number {
  const mark = marks[opening];
  let best = -1;
  let plural = -1;
  let insideDouble = false;
  for (let i = opening + 1; i < marks.length; i++) {
    const next = marks[i];
    if (next.family === MarkFamily.Double) {
      if (!insideDouble && !next.opens) break;
      insideDouble = next.oriented ? next.char !== "”" : !insideDouble;
      continue;
    }
    if (next.family !== MarkFamily.Single || insideDouble) continue;
    if (next.opens && !next.closes) break;
    if (!next.closes || next.start === mark.end || next.oriented !== mark.oriented) continue;
    if (next.char === "‘" && mark.char !== "‚") continue;
    const before = text[next.start - 1];
    if (SENTENCE_MARKS.includes(before)) return i;
    if (isPluralPossessive(text, next)) plural = i;
    else if (best < 0) best = i;
    if (best >= 0 && text.slice(next.end, next.end + 1).search(/[.,;:!?)]/) === 0) return best;
  }
  return best >= 0 || marks[0].family === MarkFamily.Double ? best : plural;
}

/**
 * Whether a quotation that a single mark opens may run on into the next paragraph, which opens with the same mark: it begins the paragraph
 * or a sentence of it, the paragraph ends a sentence, and no other single mark stands between that is more than a plural's apostrophe.
 */
export function mayRunOn(text: string, marks: readonly Mark[], opening: number): boolean {
  const { start } = marks[opening];
  if (start > 0 && !/[.,;:!?…—–]\s$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (!/[.,;:!?…—–"”)]\s*$/.test(text.slice(-8))) return false;
  for (let i = opening + 1; i < marks.length; i++) {
    if (marks[i].family === MarkFamily.Single && !isPluralPossessive(text, marks[i])) return false;
  }
  return true;
}

/** Whether a mark stands behind a plural's s and before another word: the farmers' meeting. */
export function isPluralPossessive(text: string, mark: Mark): boolean {
  const before = text[mark.start - 1];
  if (before !== "s" && before !== "S" && before !== "z") return false;
  const after = charClass(text.charCodeAt(mark.end + 1));
  return text[mark.end] === " " && (after === CharClass.Lower || after === CharClass.Upper || after === CharClass.Digit);
}

/** He said: 'The steel alone will take a year.' 'We will see,' she said: no emphasis, no title and no heading, whatever marks prevail. */
const STATEMENT = compiled(/^.\p{Lu}[^\s]*(?:\s[^\s]+){2,}[.,!?…]['’‘]$/su);
const BEFORE_STATEMENT = compiled(/(?:^|\n\s*|[.!?…]["”’']?\s+|[,:]\s)$/);
const LONGEST_STATEMENT = 2000;

/** Whether single marks hold a whole statement in a line that holds more. @param span with its marks. */
export function isStatement(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_STATEMENT || !BEFORE_STATEMENT.test(text.slice(Math.max(0, start - 4), start))) return false;
  const isLine = (start === 0 || text[start - 1] === "\n") && /^\s*(?:\n|$)/.test(text.slice(end, end + 8));
  return !isLine && STATEMENT.test(text.slice(start, end));
}

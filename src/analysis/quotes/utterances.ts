import type { BlockReading, QuotationPlace } from "./readings.js";
import { WordClass } from "./wordClasses.js";

const SENTENCE_ENDS = ".!?…";
const ENDS_WITH_STOP = 2;

/**
 * Whether the words in marks are a sentence of their own, as an answer of one word is ("Why?" "Because."): they begin with a capital,
 * end with a full stop or the like inside the marks, and stand behind the end of another sentence or quotation, with no word
 * that goes on with them; or a pronoun follows on their comma ("Now," he said).
 */
export function isUtterance({ strip }: BlockReading, { position, inner }: QuotationPlace): boolean {
  if (inner.words === 0 || !inner.firstUpper || !startsSentence(strip.text, strip.starts[position], position)) return false;
  const behind = position + 1 < strip.count ? strip.classes[position + 1] : WordClass.Edge;
  if (inner.ending === ENDS_WITH_STOP)
    return behind === WordClass.Edge || behind === WordClass.Quotation || startsUpper(strip.text, strip.starts[position + 1]);
  return inner.ending !== 0 && behind === WordClass.He;
}

function startsSentence(text: string, start: number, position: number): boolean {
  if (position === 0) return true;
  let at = start - 1;
  while (at > 0 && text[at] === " ") at--;
  return SENTENCE_ENDS.includes(text[at]) || "\"”’»'".includes(text[at]);
}

function startsUpper(text: string, at: number): boolean {
  return text[at] !== text[at].toLowerCase();
}

import type { BlockReading, QuotationPlace } from "./readings.js";
import type { Strip } from "./strips.js";
import { WordClass } from "./wordClasses.js";

const SENTENCE_ENDS = ".!?…";
const ENDS_WITH_COMMA = 1;
const ENDS_WITH_STOP = 2;
const FARTHEST_CUE = 5;
/** What a short subject is made of. */
const SUBJECT: ReadonlySet<number> = new Set([
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Lower,
  WordClass.Person,
  WordClass.Capital,
  WordClass.Speaker,
  WordClass.They,
]);
const ENDS_CLAUSE: ReadonlySet<number> = new Set([WordClass.Comma, WordClass.Stop]);

/**
 * Whether the words in marks are a sentence of their own, as an answer of one word is ("Why?" "Because."): they begin with a capital,
 * end with a full stop or the like inside the marks, and stand behind the end of another sentence or quotation, with no word
 * that goes on with them; or they are a clause with a capital between two dashes (treating it as praise -- "That makes me proud" -- and); or a pronoun follows on their comma ("Now," he said), or a short subject and a verb of speaking
 * ("Now," the old man said).
 */
export function isUtterance({ strip }: BlockReading, { position, inner }: QuotationPlace): boolean {
  if (inner.firstUpper && inner.words >= LEAST_BETWEEN_DASHES && inner.grammar > 0 && isBetweenDashes(strip, position)) return true;
  if (inner.words === 0 || !inner.firstUpper || !startsSentence(strip.text, strip.starts[position], position)) return false;
  const behind = position + 1 < strip.count ? strip.classes[position + 1] : WordClass.Edge;
  if (inner.ending === ENDS_WITH_STOP)
    return behind === WordClass.Edge || behind === WordClass.Quotation || startsUpper(strip.text, strip.starts[position + 1]);
  return inner.ending !== 0 && (behind === WordClass.He || (inner.ending === ENDS_WITH_COMMA && isSaidBehind(strip, position)));
}

const LEAST_BETWEEN_DASHES = 3;
const DASHES = "-–—―";

function isBetweenDashes({ text, starts, ends }: Strip, position: number): boolean {
  const before = text.slice(Math.max(0, starts[position] - 2), starts[position]).trimEnd();
  const behind = text.slice(ends[position], ends[position] + 2).trimStart();
  return before !== "" && behind !== "" && DASHES.includes(before[before.length - 1]) && DASHES.includes(behind[0]);
}

/** Whether a few words without a break lead to a verb of speaking behind a quotation, or to another past that ends the clause. */
function isSaidBehind({ classes, cues, count }: Strip, position: number): boolean {
  const last = Math.min(count, position + 1 + FARTHEST_CUE);
  for (let at = position + 1; at < last; at++) {
    if (at > position + 1 && cues[at] >= 0 && classes[at] === WordClass.CueVerb) return true;
    if (at > position + 1 && classes[at] === WordClass.Ed) return ENDS_CLAUSE.has(at + 1 < count ? classes[at + 1] : WordClass.Stop);
    if (!SUBJECT.has(classes[at])) return false;
  }
  return false;
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

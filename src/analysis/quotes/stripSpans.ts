import type { Span } from "../analysis.js";
import { type CueReading, holds } from "./cueReading.js";
import type { BlockReading, QuotationPlace } from "./readings.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { WordClass } from "./wordClasses.js";

const EMPHASIS = /[*_]/;

/** The words of a source as offsets of the document, without a mark of Markdown at one end alone: "*The Post*", not "The Post*". */
export function sourceSpan({ start, strip }: BlockReading, { start: first, end }: SourceCandidate): Span {
  const { text, starts, ends } = strip;
  let from = starts[first];
  let to = ends[end - 1];
  while (to - from > 1 && EMPHASIS.test(text[to - 1]) && text.indexOf(text[to - 1], from) === to - 1) to--;
  while (to - from > 1 && EMPHASIS.test(text[from]) && text.lastIndexOf(text[from], to - 1) === from) from++;
  const joined = to - from <= LONGEST_JOINED ? JOINED.exec(text.slice(from, to)) : null;
  if (joined) to = from + joined[1].length;
  return { start: start + from, end: start + to };
}

/** A pronoun with the verb that is joined to it: "she'd". */
const JOINED = /^(he|she|they|we|you|I|it)['’](?:d|ll|s|ve|re|m)$/i;
const LONGEST_JOINED = 8;

/** The cue with what belongs to its verb group, as offsets of the document. */
export function cueSpan({ start, strip }: BlockReading, { cue, verb, source }: CueReading): Span {
  const first = source && !source.after && verb.start < source.end ? source.end : verb.start;
  const isPhrase = strip.classes[cue] === WordClass.According && strip.classes[cue + 1] === WordClass.To;
  return { start: start + strip.starts[first], end: start + strip.ends[isPhrase ? cue + 1 : cue] };
}

/** The number of a note behind what is said: "so.[12]". */
const NOTE = /[.,;]?\[\d{1,3}\]$/;

/** What belongs to the number before it and is no word: "4%". */
const BEHIND_NUMBER = "%‰€£¥°";

/** What is said, as offsets of the document, without commas, white space and a note's number at its ends. */
export function contentSpans({ start, strip }: BlockReading, { content }: CueReading): readonly Span[] {
  return content.map(({ start: first, end }) => {
    let last = end - 1;
    while (last > first && (strip.classes[last] === WordClass.Comma || strip.classes[last] === WordClass.Dash)) last--;
    const to = strip.ends[last] + (BEHIND_NUMBER.includes(strip.text[strip.ends[last]] ?? " ") ? 1 : 0);
    const note = strip.text[to - 1] === "]" ? (NOTE.exec(strip.text.slice(strip.starts[first], to))?.[0].length ?? 0) : 0;
    return { start: start + strip.starts[first], end: start + to - note };
  });
}

const FARTHEST_CUE = 100;

/** The likeliest cue in whose content a quotation stands, if it is a cue rather than not. */
export function coveringReading({ cues }: BlockReading, place: QuotationPlace): CueReading | null {
  let found: CueReading | null = null;
  const last = Math.min(place.to, place.position + FARTHEST_CUE);
  for (let i = firstFrom(cues, Math.max(place.from, place.position - FARTHEST_CUE)); i < cues.length && cues[i].cue < last; i++) {
    const reading = cues[i];
    if (reading.likelihood < 0.5 || (found && found.likelihood >= reading.likelihood)) continue;
    if (holds(reading.content, place.position)) found = reading;
  }
  return found;
}

/** The index of the first cue that stands at the position or behind it; cues are in order. */
export function firstFrom(cues: readonly CueReading[], position: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle].cue < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a content is nothing but quotations. */
export function isWholeStatement({ strip }: BlockReading, { content }: CueReading): boolean {
  return content.every(({ start, end }) => {
    for (let at = start; at < end; at++) {
      const wordClass = strip.classes[at];
      if (
        wordClass !== WordClass.Quotation &&
        wordClass !== WordClass.Comma &&
        wordClass !== WordClass.Colon &&
        wordClass !== WordClass.Dash &&
        wordClass !== WordClass.OpenBracket &&
        strip.text[strip.starts[at]] !== ">"
      )
        return false;
    }
    return true;
  });
}

import type { Quote, Span, Speaker } from "../analysis.js";

/**
 * What stands between two quotations: nothing or the end of a paragraph; words that go on with the first one's sentence ("he said"), with
 * no sentence ending there, with one, or with more; other words, in one sentence or more. In a text that has paragraphs: the end of one,
 * with words of the next before the second quotation or without; or that both stand in one, in the same sentence or another.
 */
export const GAPS = [
  "nothing",
  "its own sentence",
  "the end of its sentence",
  "its sentence and more",
  "a sentence",
  "sentences",
  "a paragraph's end",
  "a paragraph's end and words",
  "a sentence of one paragraph",
  "sentences of one paragraph",
  "paragraphs",
] as const;
export type Gap = (typeof GAPS)[number];

/** Whether nothing is told between two quotations: the second answers the first. */
export function isNothing(gap: Gap): boolean {
  return gap === "nothing" || gap === "a paragraph's end" || gap === "a paragraph's end and words";
}

/** Under 30 UTF-16 code units, under 60, and more. */
export const LENGTHS = ["short", "middling", "long"] as const;
export type Length = (typeof LENGTHS)[number];

/** Where the words for a speaker stand: behind the quotation, before it, with the last quotation, or farther off. */
export const GIVEN_PLACES = ["behind", "before", "with the last", "farther off"] as const;
export type GivenPlace = (typeof GIVEN_PLACES)[number];

/** A sentence's end. */
const STOP = /[.!?…]["”’')]?(?=\s|$)|\s(?:--|—)\s*$/g;
const TOLD = /[\p{L}\p{N}]/u;
const STOPS = new RegExp(STOP.source);
const LONGEST_GAP = 4000;

/** What stands between two quotations. @param inOneLine whether the text has lost its paragraphs. */
export function gapBetween(text: string, last: Quote | null, { start }: Quote, inOneLine: boolean): Gap {
  if (last === null) return "sentences";
  const between = text.slice(last.end, Math.min(start, last.end + LONGEST_GAP));
  if (!inOneLine) {
    const opening = between.lastIndexOf("\n");
    if (opening >= 0 && TOLD.test(between.slice(between.indexOf("\n"), opening))) return "paragraphs";
    if (opening >= 0) return TOLD.test(between.slice(opening)) ? "a paragraph's end and words" : "a paragraph's end";
    return STOPS.test(between) ? "sentences of one paragraph" : "a sentence of one paragraph";
  }
  if (!/[\p{L}\p{N}]/u.test(between) || between.includes("\n")) return "nothing";
  const goesOn = /^\s*[\p{Ll}I,—–-]/u.test(between) || isBesideTag(text, last);
  const stops = between.match(STOP)?.length ?? 0;
  if (goesOn) return stops === 0 ? "its own sentence" : stops === 1 ? "the end of its sentence" : "its sentence and more";
  return stops < 2 ? "a sentence" : "sentences";
}

/** Whether the words for a quotation's speaker follow right behind it: "…,” Ada said". */
function isBesideTag(text: string, { end, speaker }: Quote): boolean {
  return speaker !== null && speaker.start >= end && !/[.!?]/.test(text.slice(end, speaker.start));
}

/** Where the words for a quotation's speaker stand. */
export function placeOfGiven(speaker: Speaker | null, quote: Quote, last: Quote | null): GivenPlace {
  if (speaker === null || speaker.start >= quote.end) return "behind";
  if (last === null) return "before";
  if (last.speaker?.start === speaker.start) return "with the last";
  return speaker.start >= last.end ? "before" : "farther off";
}

const SHORT = 30;
const MIDDLING = 60;

export function lengthOf({ start, end }: Span): Length {
  return end - start < SHORT ? "short" : end - start < MIDDLING ? "middling" : "long";
}

const LONGEST_GAP_AFTER = 200;

/** Where the sentence begins that stands right before a quotation, behind the one that the last quotation is part of. */
export function startOfBeat(text: string, gapStart: number, start: number): number {
  const gap = text.slice(gapStart, start);
  let last = -1;
  for (const { index, 0: stop } of gap.matchAll(/[.!?]["”’')]?\s+(?=\S)|\n\s*/g))
    if (index + stop.length < gap.length) last = index + stop.length;
  return last < 0 ? start : gapStart + last;
}

/** The words after a quotation that belong to it: to the end of their sentence, and not beyond the next quotation. */
export function endOfGap(text: string, { end }: Quote, next: Quote | undefined): number {
  const limit = Math.min(next?.start ?? text.length, end + LONGEST_GAP_AFTER);
  const stop = /[.!?]["”’')]?\s|\n/.exec(text.slice(end, limit));
  return stop ? end + stop.index : limit;
}

import { describe, expect, it } from "vitest";
import type { Quote } from "../../../src/analysis/analysis.js";
import { gapBetween, placeOfGiven } from "../../../src/analysis/characters/talkGaps.js";

/** The quotation that words in a text are. */
function quoteOf(text: string, words: string, speaker: string | null = null): Quote {
  const start = text.indexOf(words);
  const end = start + words.length;
  const at = speaker === null ? 0 : text.indexOf(speaker);
  const given = speaker === null ? null : { start: at, end: at + speaker.length, entity: null, anonymous: false, rule: "", confidence: 1 };
  return { id: words, kind: "direct", start, end, speaker: given, cue: null, spans: [{ start, end }], about: [] };
}

function gapIn(text: string, speaker: string | null = null, inOneLine = true) {
  const [, last, , own] = /^(“[^”]*”)([^“]*)(“[^”]*”)$/.exec(text) ?? [];
  return gapBetween(text, quoteOf(text, last, speaker), quoteOf(text, own), inOneLine);
}

describe("what stands between two quotations", () => {
  it.each([
    ["nothing", "“Come in.” “Why?”", null],
    ["nothing", "“Come in,” said Tom.\n\n“Why?”", null],
    ["its own sentence", "“Come in,” said Tom, “and sit down.”", null],
    ["the end of its sentence", "“Come in,” said Tom. “Sit down.”", null],
    ["the end of its sentence", "“Come in!” Martha cried. “Sit down.”", "Martha"],
    ["its sentence and more", "“Come in,” said Tom. He sat down. “Sit here.”", null],
    ["a sentence", "“Come in.” Tom sat down. “Sit here.”", null],
    ["sentences", "“Come in.” Tom sat down. It was late. “Sit here.”", null],
  ] as const)("is %s in %s", (gap, text, speaker) => {
    expect(gapIn(text, speaker)).toBe(gap);
  });

  it.each([
    ["a paragraph's end", "“Come in,” said Tom.\n\n“Why?”"],
    ["a paragraph's end and words", "“Come in,” said Tom.\n\nBen stood still. “Why?”"],
    ["paragraphs", "“Come in,” said Tom.\n\nIt was late.\n\n“Why?”"],
    ["a sentence of one paragraph", "“Come in,” said Tom, “and sit down.”"],
    ["sentences of one paragraph", "“Come in,” said Tom. He sat down. “Sit here.”"],
  ] as const)("is %s where the text has paragraphs: %s", (gap, text) => {
    expect(gapIn(text, null, false)).toBe(gap);
  });
});

describe("where the words for a speaker stand", () => {
  const text = "Ada spoke. “One,” said Ben. “Two.” Cid listened. “Three,” said Dan.";
  const last = quoteOf(text, "“Two.”", "Ben");

  it.each([
    ["behind", "Dan"],
    ["before", "Cid"],
    ["with the last", "Ben"],
    ["farther off", "Ada"],
  ])("is %s for %s", (place, name) => {
    const quote = quoteOf(text, "“Three,”", name);
    expect(placeOfGiven(quote.speaker, quote, last)).toBe(place);
  });
});

import { describe, expect, it } from "vitest";
import { withParagraphs } from "../../../src/training/paragraphs.js";

/** A novel whose quotations stand in “…” and are spoken by those named, in this order. */
function novel(text: string, speakers: readonly string[]) {
  const quotes = [...text.matchAll(/“[^”]*”/g)].map(({ index, 0: words }, i) => ({
    spans: [[index, index + words.length] as const],
    kind: "direct" as const,
    speaker: [],
    cue: [],
    speakerId: speakers[i],
  }));
  const entities = [...text.matchAll(/Ada|Ben/g)].map(({ index, 0: id }) => ({
    start: index,
    end: index + 3,
    type: "PER",
    coarse: "PER" as const,
    id,
  }));
  return { id: "novel", genre: "fiction", text, entities, quotes, sentences: [] };
}

describe("a novel that has lost its paragraphs", () => {
  it.each([
    ["“Come in.” “Why?”", ["Ada", "Ben"], "“Come in.”\n“Why?”"],
    ["“Come in,” said Ada. “Why?” said Ben.", ["Ada", "Ben"], "“Come in,” said Ada.\n“Why?” said Ben."],
    ["“Come in,” said Ada. “Sit down.” Ben sat. “Why?”", ["Ada", "Ada", "Ben"], "“Come in,” said Ada. “Sit down.”\nBen sat. “Why?”"],
    ["“Come in,” said Ada. The day was hot. “Why?”", ["Ada", "Ben"], "“Come in,” said Ada. The day was hot.\n“Why?”"],
  ])("gets them back: %s", (text, speakers, expected) => {
    expect(withParagraphs(novel(text, speakers)).text).toBe(expected);
  });
});

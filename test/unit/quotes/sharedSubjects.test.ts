import { describe, expect, it } from "vitest";
import { quotesOf } from "./quotesOf.js";

function sources(text: string): (string | null)[] {
  return quotesOf(text).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end));
}

describe("a verb behind a quotation whose subject stands before it", () => {
  it.each([
    "Ann Weld agreed that the report “used the word eleven times”, but said nobody at the firm had been told.",
    "Ann Weld called the report “a mess” and later added that the firm was not to blame.",
    "Ann Weld praised “the courage” of the villagers, and promised that the firm would pay.",
  ])("has the same speaker, less sure: %s", (text) => {
    expect(sources(text)).toEqual(["Ann Weld", "Ann Weld"]);
    const [first, second] = quotesOf(text);
    expect(second.speaker?.confidence).toBeLessThan(first.speaker?.confidence ?? 0);
    expect(second.speaker?.rule).toContain("before");
  });

  it("has another where one stands between, and none behind the sentence's end", () => {
    expect(sources("Ann Weld called it “a mess” and Hugh Hill added that the firm was to blame.")).toEqual(["Ann Weld", "Hugh Hill"]);
    expect(sources("Ann Weld called it “a mess”. Then said so again: it was late.")).not.toEqual(["Ann Weld", "Ann Weld"]);
  });
});

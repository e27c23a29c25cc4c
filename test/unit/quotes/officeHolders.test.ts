import { describe, expect, it } from "vitest";
import { entity, quotesOf } from "./quotesOf.js";

describe("who holds an office, and who belongs to somebody", () => {
  it.each([
    ["Head of mission Ada Byron said it was shut.", "e1"],
    ["News director of operations Ada Byron of the Lamp said it was shut.", "e1"],
    ["A friend of actor Ada Byron said it was shut.", null],
    ["The director of films by Ada Byron said it was shut.", null],
  ])("knows a person behind what somebody is head of, and nobody else's: %s", (text, speaker) => {
    expect(quotesOf(text, [entity(text, "e1", ["Ada Byron"])])[0].speaker?.entity ?? null).toBe(speaker);
  });

  it.each([
    "Critics of Prime Minister Ada Byron",
    "Allies of Ms. Ada Byron",
    "The lawyers for Sen. Ada Byron",
    "Mr Ada Byron's family",
    "The Byron family",
    "The state assembly of Ada Byron's home",
  ])("knows several people and a family for others than whom they are named after: %s", (words) => {
    const text = `${words} said it was “weak.”`;
    const [quote] = quotesOf(text, [entity(text, "e1", [words.includes("Ada") ? "Ada Byron" : "Byron"])]);
    expect([quote.speaker?.entity ?? null, text.slice(quote.speaker?.start, quote.speaker?.end)]).toEqual([null, words]);
  });
});

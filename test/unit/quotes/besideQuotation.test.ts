import { describe, expect, it } from "vitest";
import { inMarks, speakersOf } from "./quotesOf.js";

describe("the clause right before a quotation", () => {
  it.each([
    [
      "a verb with its particle",
      "“Tea?” she said, but Lars left, and as Jan Roth went on about “the price of fish,” Ada slept.",
      ["she", "Jan Roth"],
    ],
    [
      "a pronoun behind another's noun",
      "Although the fund did not single out Jan Roth's proposals, it referenced “political tensions” in the region.",
      ["it"],
    ],
    ["to whom it is so", "Ada Krog speaks out because to her, “nothing is more important than the truth,” and she knows why.", ["her"]],
    ["whose name a bracket follows", "Lars Holm (“call me Lasse, everyone does”) lifted the lid.", ["Lars Holm"]],
  ])("names who speaks: %s", (_, text, expected) => {
    expect(speakersOf(text)).toEqual(expected);
  });

  it("has the whole list that it begins", () => {
    const text = "As Jan Roth went on about “the price of fish,” and “ruined families” and “our own people,” Ada Krog nodded.";
    expect(speakersOf(text)).toEqual(["Jan Roth", "Jan Roth", "Jan Roth"]);
    expect(inMarks(text)[1].speaker?.rule).toBe("No cue of its own: goes on after the quotation before, which has “went” with “Jan Roth”");
  });

  it("leaves two statements to two speakers", () => {
    expect(speakersOf("Ada Krog said “no,” and “never,” Jan Roth said.")[0]).toBe("Ada Krog");
    expect(speakersOf("“No,” Ada Krog said. “Never,” Lars Holm said.")).toEqual(["Ada Krog", "Lars Holm"]);
  });

  it("leaves the name of a thing alone that a bracket repeats", () => {
    expect(speakersOf("The Harbour Bridge (“the Coathanger”) was closed.")).not.toContain("Harbour Bridge");
  });
});

describe("a verb that is not listed", () => {
  it("may stand behind what somebody is by birth", () => {
    expect(speakersOf("“I asked him what he had seen,” the Swede fumed. “Well, so have I.”")).toEqual(["the Swede", "the Swede"]);
  });
});

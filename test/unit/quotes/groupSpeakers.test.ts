import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/analysis/analysis.js";
import { entity, quotesOf } from "./quotesOf.js";

/** Each quotation's speaker: the entity, or the words for it. */
function speakersIn(text: string, entities: readonly Entity[] = []): readonly string[] {
  return quotesOf(text, entities).map(({ speaker }) => (speaker ? (speaker.entity ?? text.slice(speaker.start, speaker.end)) : ""));
}

describe("what “it” and “they” mean as speakers", () => {
  it("is the body that spoke last", () => {
    const text = "Vale told investors that it was sorry. “We regret it,” it said in a statement.";
    expect(speakersIn(text, [entity(text, "vale", ["Vale"], "organization")])).toEqual(["vale", "vale"]);
    expect(speakersIn("The company said that it would appeal. “We do not agree,” it said.")).toEqual(["The company", "The company"]);
  });

  it("is the body or the people of whom the sentence before tells", () => {
    expect(speakersIn("The pilots' union was unimpressed. “They knew for months,” it said.")).toEqual(["The pilots' union"]);
    const text = "The bank's economists see it differently. “Rates will fall,” they wrote. “We would not bet against it.”";
    expect(speakersIn(text)).toEqual(["The bank's economists", "The bank's economists"]);
  });

  it("is nobody where another body is named between, or far from any", () => {
    const text = "The company said that it would appeal. Hale Water has sued. “We do not agree,” it said.";
    expect(speakersIn(text, [entity(text, "hale", ["Hale Water"], "organization")])[1]).toBe("hale");
    const other = "The company said that it would appeal. He had met Hale Water. “We do not agree,” it said.";
    expect(speakersIn(other, [entity(other, "hale", ["Hale Water"], "organization")])[1]).toBe("it");
    expect(speakersIn("They came at night. “We do not agree,” it said.")).toEqual(["it"]);
  });

  it("leaves “she” to the one without a name whose clause has words in marks", () => {
    expect(speakersIn("The minister called it “a mess”. She said that it would end.")).toEqual(["The minister", "The minister"]);
  });

  it("is one person's name in a bracket", () => {
    const text = "The mayor (Ann Weld) said that it was over.";
    expect(speakersIn(text, [entity(text, "weld", ["Ann Weld"])])).toEqual(["weld"]);
  });
});

import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** Who speaks each quotation of a text. */
function speakersOf(text: string): readonly (string | undefined)[] {
  const { quotes, entities } = analyze(text);
  return quotes.map(({ speaker }) => entities.find(({ id }) => id === speaker?.entity)?.name);
}

describe("who is called by a party or a people", () => {
  it("is the person of the sentence before", () => {
    expect(speakersOf("Mike Hale said his voters were angry. “A mother wept,” the Liberal Democrat said.")).toEqual([
      "Mike Hale",
      "Mike Hale",
    ]);
    expect(speakersOf("Jon Ek scored twice against Oslo.\n\nThe Swede said the pitch was heavy.")).toEqual(["Jon Ek"]);
    expect(speakersOf("Ann Weld opposed Tom Hale's bill. “Tom Hale is wrong,” the Republican said.")).toEqual(["Ann Weld", "Ann Weld"]);
  });

  it("is nobody by a plural, or where no person was named nearby", () => {
    expect(speakersOf("Jon Ek scored twice. The Swedes said that the pitch was heavy.")).not.toContain("Jon Ek");
    expect(speakersOf("Jon Ek scored.\n\nIt was cold.\n\nThe Swede said the pitch was heavy.")).not.toContain("Jon Ek");
  });
});

import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** Who speaks each quotation of a text. */
function speakersOf(text: string): readonly (string | undefined)[] {
  const { quotes, entities } = analyze(text);
  return quotes.map(({ speaker }) => entities.find(({ id }) => id === speaker?.entity)?.name);
}

describe("who adds something", () => {
  it("is who spoke last in the paragraph", () => {
    expect(speakersOf("“It's an error,” Tom Ward said. “We know,” the economist added.")).toEqual(["Tom Ward", "Tom Ward"]);
    expect(speakersOf("“We wait,” says Ahmed Hale, a lecturer. Who decides? “Ask Per Lund. Ask Jan Roth,” he adds with a shrug.")).toEqual([
      "Ahmed Hale",
      "Ahmed Hale",
    ]);
  });

  it("is nobody where another is named between, or in another paragraph", () => {
    expect(speakersOf("“We know,” said Ann Weld, the mayor. Tom Hale nodded. “We do,” the lawyer added.")[1]).toBeUndefined();
    expect(speakersOf("“We know,” said Ann Weld.\n\nIt rained.\n\n“We do,” the lawyer added.")[1]).toBeUndefined();
  });
});

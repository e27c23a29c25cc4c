import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** Who speaks the last quotation of a text. */
function lastSpeakerOf(text: string): string | undefined {
  const { quotes, entities } = analyze(text);
  return entities.find(({ id }) => id === quotes.at(-1)?.speaker?.entity)?.name;
}

describe("an organization that speaks", () => {
  it.each([
    ["The Oslo Institute confirmed it. “We are late,” it said in a statement.", "Oslo Institute"],
    ["Hamas rejected the plan.\n\n“It is a joke,” the group said.", "Hamas"],
    ["Nordlys Wind's critics were many. The company said it would close.", undefined],
    ["Ann Weld met Nordlys Wind. The company said it would close.", undefined],
    ["Reuters reported that Hamas had left. The group said it would fight.", undefined],
    ["Hamas rejected the plan.\n\nIt rained.\n\nThe group said it would fight.", undefined],
  ])("is meant where it was told of last: %s", (text, name) => {
    expect(lastSpeakerOf(text)).toBe(name);
  });
});

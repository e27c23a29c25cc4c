import { describe, expect, it } from "vitest";
import { sourceWords } from "../../../src/collection/fixes.js";
import { check, edited, indexOf } from "./texts.js";

const sources = indexOf({
  "valley.txt": `The council met on Monday night.

“We have spent four million on the bridge and it is still closed to lorries, which is a scandal for the whole valley,” said Marta Kowalska, the mayor. “Nobody has told us when it will open. We are tired of waiting, and we will say so in March.”

Pieter Vos, the engineer, said: “The steel came late. The steel was also the wrong steel.”
`,
});

describe("the source's words against a quotation's changed beginning or end", () => {
  it.each([
    ["as many as the draft's", "it is still shut", "it is still closed"],
    ["none of the next sentence", "Nobody has told us when it will open again", "Nobody has told us when it will open"],
    ["none of the next clause", "it is still closed to lorries and buses", "it is still closed to lorries"],
    ["a whole phrase and no more", "it is still closed to heavy goods vehicles", "it is still closed to lorries"],
    ["no article alone", "which is a scandal for our valley", "which is a scandal for the whole valley"],
    [
      "none from beyond the marks",
      "We are tired of waiting, and we will say so in the spring",
      "We are tired of waiting, and we will say so in March",
    ],
    ["all from the beginning on", "They spent four million on the bridge", "We have spent four million on the bridge"],
    [
      "the words after a comma where the draft has one, too",
      "it is still closed to lorries, to the shame of us all",
      "it is still closed to lorries, which is a scandal for the whole valley",
    ],
  ])("are %s", (_, words, mended) => {
    const draft = `“${words},” Marta Kowalska said.`;
    const findings = check(sources, draft);
    expect(findings.map(({ rule }) => rule)).toEqual(["quote-altered"]);
    expect(edited(draft, sourceWords(findings[0], draft))).toBe(`“${mended},” Marta Kowalska said.`);
  });

  it.each([
    ["The steel came very late", "The steel came late"],
    ["Sadly the steel came late", "the steel came late"],
    ["The steel came late and was wrong", "The steel came late. The steel was also the wrong"],
  ])("are put in with their punctuation, none of them from before the marks: %s", (words, mended) => {
    const draft = `“${words},” Pieter Vos said.`;
    const [finding] = check(sources, draft);
    expect(edited(draft, sourceWords(finding, draft))).toBe(`“${mended},” Pieter Vos said.`);
    expect(finding.places[0].words).toMatch(/^The steel/);
  });

  it("end before a cut as they end before the last mark", () => {
    const draft = "“We have spent four million on the road … and we will say so in March,” Marta Kowalska said.";
    const [finding] = check(sources, draft);
    expect(finding.differences).toMatchObject([{ draft: "road", source: "bridge" }]);
  });
});

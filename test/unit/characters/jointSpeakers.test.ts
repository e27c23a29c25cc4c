import { describe, expect, it } from "vitest";
import { analyze, createAnalyzer } from "../../../src/analysis/analyze.js";
import { joinedNames, speakersOf } from "../../../src/analysis/speakersOf.js";

const CAST = "Ada Hart, John Low and Mary Cole met Luis Reyes in Bergen. Tarn Shipping Ltd and Brevik Holding Ltd are two firms.\n\n";

/** Who speaks the last quotation of a text. */
function lastSpeakersOf(text: string): readonly string[] {
  const { quotes, entities } = analyze(CAST + text);
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return speakersOf(quotes.at(-1)?.speaker ?? null).map((id) => names.get(id) ?? "");
}

describe("several who speak together", () => {
  it.each([
    ["“It is late,” Hart and Low said.", ["Ada Hart", "John Low"]],
    ["“It is late,” said Ada Hart, John Low and Mary Cole of the union.", ["Ada Hart", "John Low", "Mary Cole"]],
    ["Neither Hart nor Low said that the boat was safe.", ["Ada Hart", "John Low"]],
    ["Hart, the harbour master, and Low, his deputy, said that the boat was safe.", ["Ada Hart", "John Low"]],
    ["Two engineers, Ada Hart and John Low, said that the boat was safe.", ["Ada Hart", "John Low"]],
    ["Hart, together with former mayor Mary Cole, said that the boat was safe.", ["Ada Hart", "Mary Cole"]],
    ["“It is late,” Hart and Low said. “Nobody came,” they added.", ["Ada Hart", "John Low"]],
    ["“It is late,” Hart, Low and Cole said.", ["Ada Hart", "John Low", "Mary Cole"]],
    ["France, Germany and Spain said that the ferry was theirs.", ["France", "Germany", "Spain"]],
    ["“It is late,” Hart and Low said.\n\n“Nobody came,” they said.\n\n“No comment,” said Cole. “They lied,” she said.", ["Mary Cole"]],
    ["“It is late,” Hart and Low said.\n\n“Nobody came,” they said.", ["Ada Hart", "John Low"]],
    ["Both Sweden and Norway denied that the ferry was theirs.", ["Sweden", "Norway"]],
  ])("are all named: %s", (text, names) => {
    expect(lastSpeakersOf(text)).toEqual(names);
  });

  it.each([
    ["“It is late,” said Ada Hart of Tarn Shipping and Brevik Holding.", ["Ada Hart"]],
    ["“It is late,” said Ada Hart, who has met John Low and Mary Cole.", ["Ada Hart"]],
    ["“It is late,” said Ada Hart, a friend of John Low and Mary Cole.", ["Ada Hart"]],
    ["“It is late,” said Ada Hart, who beat John Low, Mary Cole, and Luis Reyes.", ["Ada Hart"]],
    ["In Bergen, Hart and Low said that the boat was safe.", ["Ada Hart", "John Low"]],
    ["“It is late,” said Ada Hart, a mother and engineer.", ["Ada Hart"]],
    ["The ministers of Norway and Sweden said that the ferry was safe.", []],
    ["“It is late,” Hart and Low said. Mary Cole left. “Nobody came,” she added.", ["Mary Cole"]],
  ])("are not those whom the phrase tells of beside: %s", (text, names) => {
    expect(lastSpeakersOf(text)).toEqual(names);
  });

  it("are no part of what they say", () => {
    const text = `${CAST}“It is late,” Hart, Low and Cole said.`;
    const { kind, content, speaker } = analyze(text).quotes.at(-1)!;
    expect([kind, content, text.slice(speaker?.start, speaker?.end)]).toEqual(["direct", undefined, "Hart, Low and Cole"]);
    expect(speaker?.rule).toContain("“Hart, Low and Cole”");
  });

  it("are the same after an edit as in a fresh analysis", () => {
    const before = `${CAST}“It is late,” Hart and Low said. “Nobody came,” they added.\n`;
    const after = `A first line.\n\n${before}`;
    const analyzer = createAnalyzer();
    analyzer.analyze(before);
    expect(analyzer.analyze(after)).toEqual(analyze(after));
    expect(analyzer.analyze(before)).toEqual(analyze(before));
  });
});

describe("joinedNames", () => {
  it("puts names one behind another as a text does", () => {
    expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(joinedNames)).toEqual(["", "A", "A and B", "A, B and C"]);
  });
});

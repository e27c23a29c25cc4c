import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

const TEXT = "The council of Varna agreed on Friday to rebuild the crossing, after three months in which the town was cut in two.";

describe("what stands before the text", () => {
  it.each([
    ['title: "The bridge they knew would fall"'],
    ["title: 'Minister said “the bridge will fall”'"],
    ['subtitle: >-\n  The council said it "would not pay"\n  for the crossing.'],
    ['description: |\n  "We will rebuild," said the mayor, Ana Petrova.\n\n  "It is late," she said.'],
    ['tags:\n  - "rivers"\n  - "ferries"'],
    ["title: Mayor says that the ministry will pay"],
  ])("holds no quotation in front matter: %s", (lines) => {
    const text = `---\n${lines}\nauthor: Tom Hale\n---\n\n${TEXT}`;
    const end = text.indexOf(TEXT);
    expect(analyze(text).quotes.filter(({ start }) => start < end)).toEqual([]);
  });

  it("holds none in a mail's head, nor in the line above what it answers", () => {
    const head = 'From: "Hale, Tom" <hale@varna.example>\nTo: Ann Weld\nDate: 4 Nov 2019\nSubject: "The bridge"';
    const text = `${head}\n\n${TEXT}\n\n> On Mon, 4 Nov 2019 at 21:40, Ann Weld <a@varna.example> wrote:\n> ${TEXT}`;
    const marks = analyze(text).quotes.filter(({ start }) => start < text.indexOf(TEXT) || text.slice(start).startsWith("> On"));
    expect(marks).toEqual([]);
  });
});

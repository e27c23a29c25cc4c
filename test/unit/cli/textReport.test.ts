import { describe, expect, it } from "vitest";
import { ANALYSIS_FORMAT, type Analysis } from "../../../src/analysis/analysis.js";
import { onOneLine } from "../../../src/analysis/oneLine.js";
import { firstWords } from "../../../src/cli/firstWords.js";
import { textReport } from "../../../src/cli/textReport.js";
import { lineFinder } from "../../../src/export/lineFinder.js";

const TEXT = "Ruth Okoro came.\r\n“It is\r\nopen,” she said. “Soon,” a guard said on Monday.\nOkoro left. “Why?”\n";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const quote = { kind: "direct", cue: null, spans: [], about: [] } as const;

const ANALYSIS: Analysis = {
  format: ANALYSIS_FORMAT,
  document: { path: "a.txt", sha256: "", length: TEXT.length, title: "The\nbridge", date: "2014-06-13", sections: [] },
  entities: [
    { id: "o", type: "organization", name: "Harbour Trust", aliases: [], roles: [], rolePlaces: [], mentions: [] },
    {
      id: "p",
      type: "person",
      name: "Ruth Okoro",
      aliases: ["Okoro"],
      roles: ["mayor"],
      rolePlaces: [],
      mentions: [
        { ...at("Ruth Okoro"), kind: "name" },
        { ...at("Okoro left"), kind: "name" },
      ],
    },
  ],
  quotes: [
    {
      ...quote,
      id: "1",
      ...at("“It is\r\nopen,”"),
      speaker: { ...at("she"), entity: "p", anonymous: false, rule: "", confidence: 1 },
    },
    { ...quote, id: "2", ...at("“Soon,”"), speaker: { ...at("a guard"), entity: null, anonymous: true, rule: "", confidence: 1 } },
    { ...quote, id: "3", ...at("“Why?”"), speaker: null },
  ],
  topics: [{ label: "bridges", declared: true, entity: "p", mentions: [at("open")] }],
  dates: [{ ...at("Monday"), value: "2014-06-16" }],
};

describe("the report", () => {
  it("tells names by type, quotations with speaker and line, topics and dates", () => {
    expect(textReport(ANALYSIS, TEXT)).toBe(`a.txt
The bridge, 2014-06-13

  People (1)
    Ruth Okoro  2× from line 1; mayor; also Okoro

  Organizations (1)
    Harbour Trust  0×

  Quotations (3)
    line 2  Ruth Okoro (she): “It is open,”  [direct]
    line 3  unnamed source (a guard): “Soon,”  [direct]
    line 4  no speaker: “Why?”  [direct]

  Topics (1)
    bridges  1×; listed by the document; Ruth Okoro

  Dates (1)
    line 3  2014-06-16  Monday
`);
  });

  it("says so where there is nothing", () => {
    const empty = { ...ANALYSIS, document: { sha256: "", length: 0, sections: [] }, entities: [], quotes: [], topics: [], dates: [] };
    expect(textReport(empty, "")).toBe("(standard input)\n\n  Nothing found.\n");
  });
});

describe("its parts", () => {
  it("find the line of an offset with every line ending", () => {
    const lineAt = lineFinder("a\r\nb\rc\n\nd");
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(lineAt)).toEqual([1, 1, 1, 2, 2, 3, 3, 4, 5, 5]);
    expect(lineFinder("")(0)).toBe(1);
  });

  it("keep words on one line, whole and without control characters", () => {
    expect(onOneLine(" a\u0007\u009bb\t\r\n c ")).toBe("a b c");
    expect(firstWords("😀😀😀", 3)).toBe("😀😀😀");
    expect(firstWords("😀😀😀😀", 3)).toBe("😀😀…");
  });
});

import { describe, expect, it } from "vitest";
import { rulerRows } from "../../../src/editor/rulerRows.js";
import { joinedWindows, visibleMarks, withoutLineMarks } from "../../../src/editor/visibleMarks.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { analysisOf, entityOf, quoteOf } from "../review/fixtures.js";

const ALL = { names: true, quotations: true, indirectQuotations: true, allMentions: true };
const maliki = entityOf("maliki", [
  [0, 6],
  [20, 22, "pronoun"],
  [100, 106],
]);
const mosul = { ...entityOf("mosul", [[30, 35]]), type: "place" as const };
const direct = quoteOf("d", 25, 60, {
  spans: [
    { start: 25, end: 40 },
    { start: 42, end: 60 },
  ],
});
const indirect = quoteOf("i", 70, 90, { kind: "indirect" });
const reviewed = reviewedDocument("a", 1, analysisOf({ entities: [maliki, mosul], quotes: [direct, indirect] }));
const WINDOW = [{ start: 0, end: 95 }];

function marked(windows = WINDOW, shown = ALL, cursor: number | null = null): Record<string, (readonly [number, number])[]> {
  const marks = visibleMarks(reviewed, windows, shown, cursor);
  return Object.fromEntries([...marks].map(([mark, spans]) => [mark, spans.map(({ start, end }) => [start, end] as const)]));
}

describe("the marks in sight", () => {
  it("are the names by type, the quotations by paragraph, and no pronoun", () => {
    expect(marked()).toEqual({
      person: [[0, 6]],
      place: [[30, 35]],
      quotation: [
        [25, 40],
        [42, 60],
      ],
      indirect: [[70, 90]],
    });
  });

  it("leave out the paragraphs of a quotation that are out of sight", () => {
    expect(marked([{ start: 45, end: 50 }])).toEqual({ quotation: [[42, 60]] });
  });

  it("hold every mention of the entity that the cursor is on", () => {
    expect(marked([{ start: 0, end: 200 }], ALL, 3)).toMatchObject({
      current: [
        [0, 6],
        [20, 22],
        [100, 106],
      ],
      cursor: [[0, 6]],
    });
  });

  it("are those that are switched on", () => {
    expect(marked(WINDOW, { names: false, quotations: true, indirectQuotations: false, allMentions: false }, 3)).toEqual({
      quotation: [
        [25, 40],
        [42, 60],
      ],
    });
  });
});

describe("windows that overlap", () => {
  it("are joined", () => {
    const joined = joinedWindows([
      { start: 50, end: 70 },
      { start: 0, end: 20 },
      { start: 10, end: 30 },
    ]);
    expect(joined).toEqual([
      { start: 0, end: 30 },
      { start: 50, end: 70 },
    ]);
  });
});

describe("the rows of the overview ruler", () => {
  it("are those that hold a name of a type, or a part of a quotation between marks", () => {
    const rows = rulerRows(reviewed, [0, 10, 30, 50, 61, 100]);
    expect(Object.fromEntries(rows)).toEqual({ person: [0, 5], place: [2], quotation: [1, 2, 3] });
  });
});

describe("a paragraph that “>” sets apart", () => {
  const partsOf = (text: string) =>
    withoutLineMarks(text, { start: 7, end: 7 + text.length }).map(({ start, end }) => text.slice(start - 7, end - 7));

  it("is marked line by line, without the marks of its lines", () => {
    expect(partsOf("The dam must be closed.\n> I decline.\n  >> And so on.")).toEqual([
      "The dam must be closed.",
      "I decline.",
      "And so on.",
    ]);
  });

  it("is one piece where no line has such a mark", () => {
    expect(partsOf("The dam\nis 5 > 4 metres high.")).toEqual(["The dam\nis 5 > 4 metres high."]);
  });
});

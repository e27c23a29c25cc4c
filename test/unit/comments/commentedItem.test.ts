import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";
import { commentedItem } from "../../../src/comments/commentedItem.js";
import { indexOf } from "../../../src/review/documentIndex.js";
import { spanOf } from "../review/decisionFixtures.js";

const TEXT = "Prime Minister Robert Fico met Angela Merkel in Berlin on Friday. Fico said: “The harbour stays open.”\n";
const index = indexOf(analyze(TEXT));

describe("what a comment is on", () => {
  it("is the mention that the selection covers", () => {
    const span = spanOf(TEXT, "Angela Merkel");
    expect(commentedItem(index, span)).toEqual({ item: "mention", span });
  });

  it("is the quotation that the selection covers", () => {
    const { start, end } = analyze(TEXT).quotes[0];
    expect(commentedItem(index, { start, end })).toEqual({ item: "quotation", span: { start, end } });
  });

  it("is the selection where that is no mark", () => {
    const span = spanOf(TEXT, "in Berlin on");
    expect(commentedItem(index, span)).toEqual({ item: "selection", span });
  });

  it("is the mark at the cursor, the innermost first", () => {
    const berlin = spanOf(TEXT, "Berlin");
    expect(commentedItem(index, { start: berlin.start + 2, end: berlin.start + 2 })).toEqual({ item: "mention", span: berlin });
    const harbour = spanOf(TEXT, "harbour").start;
    expect(commentedItem(index, { start: harbour, end: harbour })?.item).toBe("quotation");
  });

  it("is nothing where nothing is selected or marked", () => {
    const met = spanOf(TEXT, "met ").start + 1;
    expect(commentedItem(index, { start: met, end: met })).toBeUndefined();
  });
});

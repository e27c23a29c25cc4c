import { describe, expect, it } from "vitest";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { mentionStep, nameStep, quotationStep } from "../../../src/review/steps.js";
import { analysisOf, entityOf, quoteOf } from "./fixtures.js";

const document = reviewedDocument(
  "a",
  1,
  analysisOf({
    entities: [
      entityOf("a", [
        [0, 3],
        [20, 22, "pronoun"],
        [40, 43],
      ]),
      entityOf("b", [[10, 13]]),
    ],
    quotes: [quoteOf("q", 5, 9), quoteOf("r", 30, 39)],
  }),
);
const nothing = reviewedDocument("a", 1, analysisOf({}));

describe("steps through a document", () => {
  it("go round the mentions of one entity", () => {
    expect(mentionStep(document, 1, "next")?.start).toBe(20);
    expect(mentionStep(document, 41, "next")?.start).toBe(0);
    expect(mentionStep(document, 0, "previous")?.start).toBe(40);
    expect(mentionStep(document, 15, "next")).toBeUndefined();
  });

  it("go round all names and leave pronouns out", () => {
    expect(nameStep(document, 0, "next")?.start).toBe(10);
    expect(nameStep(document, 10, "next")?.start).toBe(40);
    expect(nameStep(document, 40, "next")?.start).toBe(0);
    expect(nameStep(document, 0, "previous")?.start).toBe(40);
    expect(nameStep(document, 40, "previous")?.start).toBe(10);
    expect(nameStep(nothing, 0, "next")).toBeUndefined();
  });

  it("go round the quotations", () => {
    expect(quotationStep(document, 0, "next")?.start).toBe(5);
    expect(quotationStep(document, 30, "next")?.start).toBe(5);
    expect(quotationStep(document, 100, "previous")?.start).toBe(30);
    expect(quotationStep(document, 30, "previous")?.start).toBe(5);
    expect(quotationStep(document, 5, "previous")?.start).toBe(30);
    expect(quotationStep(nothing, 5, "previous")).toBeUndefined();
  });
});

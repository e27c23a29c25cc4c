import { describe, expect, it } from "vitest";
import type { Speaker } from "../../../src/analysis/analysis.js";
import { counted, figure, foundWords, isWorthShowing, otherNames, quoted, speakerName } from "../../../src/editor/words.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { analysisOf, entityOf, quoteOf } from "../review/fixtures.js";

const known: Speaker = { start: 0, end: 2, entity: "Maliki", anonymous: false, rule: "", confidence: 0.9 };
const reviewed = reviewedDocument("a", 1, analysisOf({ entities: [entityOf("Maliki", [[5, 11]])] }));

function nameOf(speaker: Speaker | null): string | null {
  return speakerName(reviewed, quoteOf("q", 0, 9, { speaker }), () => "the words");
}

describe("other names", () => {
  it("are shown once, whatever their capitals", () => {
    const aliases = ["isis", "Daesh", "ISIS", "ISLAMIC STATE", "islamic state", "Isis"];
    expect(otherNames({ name: "Islamic State", aliases })).toEqual(["ISIS", "Daesh"]);
    expect(otherNames({ name: "Mosul", aliases: ["mosul"] })).toEqual([]);
  });
});

describe("words in quotation marks", () => {
  it("have one pair: a quotation brings its own", () => {
    expect(["the failure", "“all options,”", "«non»"].map(quoted)).toEqual(["“the failure”", "“all options,”", "«non»"]);
  });
});

describe("what was found", () => {
  it("is counted as in the sidebar, where an unnamed source is no person", () => {
    const person = entityOf("Maliki", [[5, 11]]);
    const source = { ...entityOf("an official", [[20, 31]]), anonymous: true as const };
    const quotes = [quoteOf("q", 0, 9)];
    expect(foundWords({ entities: [person, source], quotes })).toBe("1 person, 0 other names, 1 unnamed source, 1 quotation");
    expect(foundWords({ entities: [person], quotes: [] })).toBe("1 person, 0 other names, 0 quotations");
  });
});

describe("a figure", () => {
  it("has its thousands set apart", () => {
    expect([0, 999, 1000, 67_482, 1_234_567].map(figure)).toEqual(["0", "999", "1,000", "67,482", "1,234,567"]);
  });
});

describe("a speaker's name", () => {
  it("is the entity's where the text says who it is, else the words of the text", () => {
    expect(nameOf(known)).toBe("Maliki");
    expect(nameOf({ ...known, entity: null })).toBe("the words");
    expect(nameOf({ ...known, entity: "gone" })).toBe("the words");
    expect(nameOf(null)).toBeNull();
  });

  it("is never that of somebody named for an unnamed source, but that of the source itself", () => {
    expect(nameOf({ ...known, anonymous: true })).toBe("the words");
    const source = { ...entityOf("an official", [[5, 11]]), anonymous: true as const };
    const document = reviewedDocument("a", 1, analysisOf({ entities: [source] }));
    const quote = quoteOf("q", 0, 9, { speaker: { ...known, entity: source.id, anonymous: true } });
    expect(speakerName(document, quote, () => "the official")).toBe("an official");
  });
});

describe("a speaker beside a quotation", () => {
  const direct = quoteOf("q", 0, 9);
  const indirect = quoteOf("q", 0, 9, { kind: "indirect" });

  it("is shown after words between marks, but for a pronoun of nobody", () => {
    expect(isWorthShowing(direct, known, "Maliki", "Maliki")).toBe(true);
    expect(isWorthShowing(direct, { ...known, entity: null }, "the statement", "the statement")).toBe(true);
    expect(isWorthShowing(direct, { ...known, entity: null }, "He", "He")).toBe(false);
  });

  it("is shown after an indirect quotation where it says whom a pronoun means, and where that is doubtful", () => {
    expect(isWorthShowing(indirect, known, "Maliki", "he")).toBe(true);
    expect(isWorthShowing(indirect, known, "Maliki", "Maliki")).toBe(false);
    const doubtful = { ...known, confidence: 0.5 };
    expect(isWorthShowing(indirect, doubtful, "Maliki", "he")).toBe(true);
    expect(isWorthShowing(indirect, doubtful, "Maliki", "Maliki")).toBe(true);
    expect(isWorthShowing(indirect, { ...doubtful, entity: null }, "he", "he")).toBe(false);
  });
});

describe("a counted word", () => {
  it("is singular for one", () => {
    expect([counted(0, "name"), counted(1, "name"), counted(1200, "person", "people")]).toEqual(["0 names", "1 name", "1,200 people"]);
  });
});

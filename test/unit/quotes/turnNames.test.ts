import { expect, it } from "vitest";
import { withTurnNames } from "../../../src/analysis/quotes/turnNames.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";

const NO_LAYOUT = { sections: [], declaredTopics: [], authors: [] };

function namesIn(text: string, ...known: readonly string[]): string[] {
  const names = known.map((name) => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, type: "person" as const, confidence: 1 };
  });
  return withTurnNames(readSourceText(text), NO_LAYOUT, names).map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);
}

it("takes the names of labels for those of persons, each where it stands, without their titles", () => {
  const text = "MS. WELD: Good morning.\n\nQUESTION: Is it open?\n\nMS. WELD: Ask Tom Roe.\n\nQUESTION: And now?\n\nMS. WELD: No.";
  expect(namesIn(text, "Tom Roe")).toEqual(["person: WELD", "person: WELD", "person: Tom Roe", "person: WELD"]);
});

it("takes labels in capitals for names, and no word for what somebody is", () => {
  const text = "WELD: Open?\n\nMODERATOR: One by one.\n\nWELD: Open?\n\nTOM ROE (over the phone): No.\n\nMODERATOR: Thanks.";
  expect(namesIn(`${text}\n\nTOM ROE (over the phone): Bye.`)).toEqual([
    "person: WELD",
    "person: WELD",
    "person: TOM ROE",
    "person: TOM ROE",
  ]);
});

it("takes who has the floor for a person, whatever place may be called so, and a country for a country", () => {
  const text = "BLITZER: Good evening.\n\nFRANCE: We agree.\n\nBLITZER: To what?\n\nFRANCE: To all.";
  const places = [...text.matchAll(/BLITZER|FRANCE/g)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    type: "place" as const,
    confidence: 1,
  }));
  expect(withTurnNames(readSourceText(text), NO_LAYOUT, places).map(({ type }) => type)).toEqual(["person", "place", "person", "place"]);
});

it("leaves names that are known as they are, and a text without turns", () => {
  const text = "MS. WELD: Good morning.\n\nQ: Is it open?\n\nMS. WELD: No.";
  expect(namesIn(text, "WELD")).toEqual(["person: WELD", "person: WELD"]);
  expect(namesIn("NOTE: One thing.\n\nThe bridge is open.\n\nNOTE: Another thing.")).toEqual([]);
});

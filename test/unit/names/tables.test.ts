import { describe, expect, it } from "vitest";
import { withLabelledValues } from "../../../src/analysis/names/labelledValues.js";
import { findNamesInTables } from "../../../src/analysis/names/tables.js";
import { readBlock, readSourceText } from "../../../src/analysis/text/sourceText.js";

function inTables(text: string): string[] {
  return findNamesInTables(readSourceText(text).blocks).map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);
}

function behindLabels(text: string): string[] {
  const block = readBlock(text);
  const { starts, ends } = block.tokens;
  return withLabelledValues(block, []).map(({ type, first, end }) => `${type}: ${text.slice(starts[first], ends[end - 1])}`);
}

describe("names in tables", () => {
  it("are of the type that the column's heading says", () => {
    const text =
      "| Name | Party | Seat | Votes |\n|---|---|---|---|\n| Dr. Ellen Marsh | Labour | Durnford | 12 |\n| Gareth Pugh | n/a | Lower Easton | none |";
    expect(inTables(text)).toEqual([
      "person: Ellen Marsh",
      "organization: Labour",
      "place: Durnford",
      "person: Gareth Pugh",
      "place: Lower Easton",
    ]);
  });

  it("are parted by tabs too", () => {
    expect(inTables("Country\tMinister\tParty\nGhana\tKofi Mensah\tNPP\nTogo\tvacant\tNone")).toEqual([
      "place: Ghana",
      "person: Kofi Mensah",
      "organization: NPP",
      "place: Togo",
    ]);
  });

  it("stand under a heading that tells", () => {
    expect(inTables("| Item | Note |\n|---|---|\n| Ellen Marsh | Labour |")).toEqual([]);
    expect(inTables("| Name | Price |\n|---|---|\n| Norvik Shipping | 12 |")).toEqual([]);
    expect(inTables("Ellen Marsh | Labour")).toEqual([]);
  });
});

describe("names behind labels", () => {
  it.each([
    ["Media contact: Jenna Alvarez, Coastal Water Alliance", ["person: Jenna Alvarez"]],
    ["- Company: Norvik Shipping", ["organization: Norvik Shipping"]],
    ["Venue: Market Hall (ground floor)", ["place: Market Hall"]],
    ["Photographer: Dr. Ann Lee.\nLocation: Halden", ["person: Ann Lee", "place: Halden"]],
    ["Party: None", []],
    ["Director: The play begins at eight", []],
    ["She asked the director: Ann Lee", []],
    ["One thing about the new party: Norvik", []],
  ])("%s", (text, names) => {
    expect(behindLabels(text)).toEqual(names);
  });

  it("are two where two persons stand behind one label", () => {
    expect(behindLabels("Witnesses: Peter Lund and Ingrid Falk.")).toEqual(["person: Peter Lund", "person: Ingrid Falk"]);
    expect(behindLabels("Company: Lund and Falk")).toEqual(["organization: Lund and Falk"]);
  });
});

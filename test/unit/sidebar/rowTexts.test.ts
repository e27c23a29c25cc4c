import { describe, expect, it } from "vitest";
import { copiedName, copiedQuotation, copiedRows } from "../../../src/sidebar/model/copiedText.js";
import { detailsOf } from "../../../src/sidebar/model/details.js";
import { listEntities } from "../../../src/sidebar/model/entityListing.js";
import { placeOf } from "../../../src/sidebar/model/place.js";
import { listQuotations } from "../../../src/sidebar/model/quotationListing.js";
import { narrowingMessage, viewDescription } from "../../../src/sidebar/model/viewText.js";
import { entity, follow, listed, nodes, options, place, quote } from "./listedText.js";

const TEXT = "The mayor came.\n“We open,” Ana Ruiz said.\n“We pay,” a clerk said.\n“No.”";
const DOCUMENT = listed(TEXT, {
  entities: [
    entity(
      TEXT,
      "ana",
      "person",
      "Ana Ruiz",
      [
        ["The mayor", 1, "nominal"],
        ["Ana Ruiz", 1],
      ],
      { aliases: ["A. Ruiz"], roles: ["mayor"] },
    ),
  ],
  quotes: [
    quote(TEXT, "q1", "“We open,”", { words: "Ana Ruiz", entity: "ana", confidence: 0.4 }),
    quote(TEXT, "q2", "“We pay,”", { words: "a clerk", anonymous: true }),
    quote(TEXT, "q3", "“No.”", null),
  ],
});
const [FIRST, SECOND, THIRD] = DOCUMENT.reviewed.analysis.quotes;
const entities = () => listEntities(DOCUMENT, options()).branch;
const quotations = () => listQuotations(DOCUMENT, options()).branch;

describe("what is copied", () => {
  it("is a quotation with its speaker and its place", () => {
    expect(copiedQuotation(DOCUMENT, FIRST)).toBe("“We open,” — Ana Ruiz (sources/report.txt:2)");
    expect(copiedQuotation(DOCUMENT, SECOND)).toBe("“We pay,” — a clerk (sources/report.txt:3)");
    expect(copiedQuotation(DOCUMENT, THIRD)).toBe("“No.” — speaker not identified (sources/report.txt:4)");
  });

  it("is a quotation of several paragraphs with its paragraphs apart", () => {
    const text = "“One.\n\n“Two,” he said.";
    const both = { ...quote(text, "q", "“One.\n\n“Two,”", null), spans: [place(text, "“One."), place(text, "“Two,”")] };
    expect(copiedQuotation(listed(text, { quotes: [both] }), both)).toMatch(/^“One\.\n\n“Two,” — /);
  });

  it("is the entity's name for its mentions too", () => {
    const mention = follow(entities(), ["person", "Ana Ruiz", "0"])!;
    expect(copiedName(mention.subject)).toBe("Ana Ruiz");
    expect(copiedName(nodes(entities())[0].subject)).toBeUndefined();
  });

  it("is a row with everything under it", () => {
    expect(copiedRows(nodes(entities())[0])).toBe(
      ["People (1)", "  Ana Ruiz (2 · mayor)", "    1: The mayor came.", "    2: “We open,” Ana Ruiz said."].join("\n"),
    );
    expect(copiedRows(nodes(quotations())[0])).toBe("Ana Ruiz (1 · mayor)\n  “We open,” — Ana Ruiz (sources/report.txt:2)");
  });
});

describe("where a row leads", () => {
  it("is the first mention by name for an entity, though it is described before", () => {
    expect(placeOf(follow(entities(), ["person", "Ana Ruiz"])!.subject)?.span).toMatchObject(place(TEXT, "Ana Ruiz"));
  });

  it("is nowhere for a heading, and the first quotation for a speaker", () => {
    expect(placeOf(nodes(entities())[0].subject)).toBeUndefined();
    expect(placeOf(nodes(quotations())[0].subject)?.span).toMatchObject(place(TEXT, "“We open,”"));
  });
});

describe("what is told about a row", () => {
  it("is who an entity is", () => {
    expect(detailsOf(follow(entities(), ["person", "Ana Ruiz"])!.subject)).toEqual([
      { kind: "title", text: "Ana Ruiz" },
      { kind: "field", name: "Type", text: "person" },
      { kind: "field", name: "Roles", text: "mayor" },
      { kind: "field", name: "Also", text: "A. Ruiz" },
      { kind: "field", name: "Mentions", text: "1 name, 1 description" },
      { kind: "field", name: "First", text: "line 2" },
    ]);
  });

  it("is who said a quotation, how sure that is, and why", () => {
    expect(detailsOf({ kind: "quotation", document: DOCUMENT, quote: FIRST })).toEqual([
      { kind: "text", text: "“We open,”" },
      { kind: "field", name: "Speaker", text: "Ana Ruiz (uncertain)" },
      { kind: "field", name: "Rule", text: "the subject of the verb of speech" },
      { kind: "field", name: "Kind", text: "direct" },
    ]);
    expect(detailsOf({ kind: "quotation", document: DOCUMENT, quote: THIRD })).toContainEqual({
      kind: "field",
      name: "Speaker",
      text: "not identified",
    });
  });
});

describe("what stands over a view", () => {
  it("is what differs from how it comes", () => {
    expect(viewDescription("front", "count")).toBe("");
    expect(viewDescription("open", "name")).toBe("all open documents · by name");
    expect(viewDescription("all", "count")).toBe("all documents");
  });

  it("is what narrows it and what is left", () => {
    const none = { query: " ", uncertainOnly: false, withoutIndirect: false, shown: 3, total: 3 };
    expect(narrowingMessage(none)).toBeUndefined();
    expect(narrowingMessage({ ...none, withoutIndirect: true })).toBeUndefined();
    expect(narrowingMessage({ ...none, withoutIndirect: true, shown: 2 })).toBe("Without indirect quotations: 2 of 3");
    expect(narrowingMessage({ ...none, query: "ana", shown: 1, total: 1200 })).toBe("Filter “ana”: 1 of 1,200");
    expect(narrowingMessage({ ...none, query: "ana", uncertainOnly: true, shown: 0, total: 1 })).toBe(
      "Filter “ana” · Only uncertain speakers: none of 1",
    );
  });
});

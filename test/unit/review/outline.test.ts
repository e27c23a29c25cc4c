import { describe, expect, it } from "vitest";
import type { Section } from "../../../src/analysis/analysis.js";
import { documentOutline, type OutlineNode } from "../../../src/review/outline.js";
import { analysisOf, quoteOf } from "./fixtures.js";

const sections: readonly Section[] = [
  { kind: "headline", start: 0, end: 10 },
  { kind: "byline", start: 12, end: 20 },
  { kind: "body", start: 22, end: 40 },
  { kind: "heading", level: 2, start: 42, end: 50 },
  { kind: "body", start: 52, end: 60 },
  { kind: "heading", level: 3, start: 62, end: 66 },
  { kind: "body", start: 68, end: 80 },
  { kind: "heading", level: 2, start: 82, end: 86 },
  { kind: "boilerplate", start: 90, end: 100 },
];

function drawn(node: OutlineNode): unknown {
  const label = node.kind === "section" ? node.section.kind : node.quote.id;
  return node.children.length > 0 ? [label, ...node.children.map(drawn)] : label;
}

function expectInside(node: OutlineNode): void {
  for (const child of node.children) {
    expect(child.start).toBeGreaterThanOrEqual(node.start);
    expect(child.end).toBeLessThanOrEqual(node.end);
    expectInside(child);
  }
}

describe("the outline of a document", () => {
  it("puts sections and quotations where they belong", () => {
    const quotes = [quoteOf("in body", 24, 30), quoteOf("in heading", 53, 58), quoteOf("deeper", 70, 76), quoteOf("inside deeper", 71, 73)];
    const outline = documentOutline(analysisOf({ length: 100, sections, quotes }));
    expect(outline.map(drawn)).toEqual([
      ["headline", "byline", "in body", ["heading", "in heading", ["heading", "deeper"]], "heading", "boilerplate"],
    ]);
    for (const node of outline) expectInside(node);
    expect(outline[0].end).toBe(100);
  });

  it("stands without a headline", () => {
    const outline = documentOutline(analysisOf({ length: 100, sections: sections.slice(2), quotes: [quoteOf("q", 24, 30)] }));
    expect(outline.map(drawn)).toEqual(["q", ["heading", "heading"], "heading", "boilerplate"]);
  });

  it("keeps a quotation inside the small section it stands in", () => {
    const outline = documentOutline(
      analysisOf({
        length: 50,
        sections: [{ kind: "standfirst", start: 0, end: 20 }],
        quotes: [quoteOf("q", 5, 10), quoteOf("r", 30, 40)],
      }),
    );
    expect(outline.map(drawn)).toEqual([["standfirst", "q"], "r"]);
  });
});

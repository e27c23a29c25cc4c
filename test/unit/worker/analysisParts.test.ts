import { describe, expect, it } from "vitest";
import { textPlaces } from "../../../src/review/documentIndex.js";
import { AnalysisCollector, type AnalysisPart, analysisParts } from "../../../src/worker/analysisParts.js";
import { analysisOf, entityOf, quoteOf } from "../review/fixtures.js";

function manyMentions(count: number): [number, number][] {
  return Array.from({ length: count }, (_, i) => [i * 10, i * 10 + 5]);
}

const large = analysisOf({
  length: 200_000,
  sections: Array.from({ length: 5000 }, (_, i) => ({ kind: "body" as const, start: i * 20, end: i * 20 + 10 })),
  entities: [
    entityOf("few", manyMentions(3)),
    entityOf("many", manyMentions(12_345)),
    ...Array.from({ length: 4000 }, (_, i) => entityOf(`e${i}`, [[i, i + 1]])),
  ],
  quotes: Array.from({ length: 3000 }, (_, i) => quoteOf(`q${i}`, i * 30, i * 30 + 20)),
  topics: [
    { label: "a", declared: true, entity: null, mentions: manyMentions(4500).map(([start, end]) => ({ start, end })) },
    { label: "b", declared: false, entity: "few", mentions: [{ start: 1, end: 2 }] },
  ],
  dates: [{ start: 3, end: 7, value: "2014-06-12" }],
});

function weight(part: AnalysisPart): number {
  if (part.kind === "end" || part.kind === "whole") return 1;
  return part.values.reduce((sum, value) => sum + ("mentions" in value ? value.mentions.length : 1), 0);
}

describe("the parts of an analysis", () => {
  it("are the analysis again when they are put together", () => {
    const collector = new AnalysisCollector();
    const taken = [...analysisParts(large)].map((part) => collector.take(structuredClone(part)));
    expect(taken.slice(0, -1).every((analysis) => analysis === null)).toBe(true);
    expect(taken.at(-1)).toEqual({ analysis: large, order: textPlaces(large) });
  });

  it("are small", () => {
    for (const part of analysisParts(large)) expect(weight(part)).toBeLessThanOrEqual(4000);
  });

  it.each([
    ["an empty", analysisOf({})],
    ["a small", { ...large, document: analysisOf({}).document, entities: large.entities.slice(0, 1), quotes: [], topics: [] }],
  ])("are one part for %s analysis", (_, small) => {
    const parts = [...analysisParts(small)];
    expect(parts).toHaveLength(1);
    expect(new AnalysisCollector().take(parts[0])).toEqual({ analysis: small, order: textPlaces(small) });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexOf } from "../../../src/review/documentIndex.js";
import { analysisOf, entityOf, quoteOf } from "./fixtures.js";

describe("the index of a document", () => {
  const maliki = entityOf("maliki", [
    [10, 16],
    [40, 42, "pronoun"],
  ]);
  const iraq = entityOf("iraq", [
    [0, 5],
    [20, 24],
  ]);
  const minister = entityOf("minister", [[0, 16, "nominal"]]);
  const index = indexOf(analysisOf({ entities: [maliki, iraq, minister] }));

  it("has the mentions of all entities in text order", () => {
    const starts = Array.from({ length: index.mentionCount }, (_, rank) => index.mention(rank).mention.start);
    expect(starts).toEqual([0, 0, 10, 20, 40]);
    expect(index.mention(index.rankFrom(11)).entity.id).toBe("iraq");
    expect(index.rankFrom(41)).toBe(index.mentionCount);
  });

  it("finds the shorter of two mentions that overlap", () => {
    expect(index.mentionAt(12)?.entity.id).toBe("maliki");
    expect(index.mentionAt(7)?.entity.id).toBe("minister");
  });

  it("prefers the mention that holds the offset to one that ends there", () => {
    const touching = indexOf(analysisOf({ entities: [entityOf("a", [[0, 4]]), entityOf("b", [[4, 9]])] }));
    expect(touching.mentionAt(4)?.entity.id).toBe("b");
    expect(touching.mentionAt(9)?.entity.id).toBe("b");
    expect(touching.mentionAt(10)).toBeUndefined();
  });

  it("finds the innermost quotation, edges included", () => {
    const quotes = indexOf(analysisOf({ quotes: [quoteOf("outer", 0, 50), quoteOf("inner", 10, 20)] }));
    expect(quotes.quoteAt(20)?.id).toBe("inner");
    expect(quotes.quoteAt(21)?.id).toBe("outer");
    expect(quotes.quoteAt(51)).toBeUndefined();
  });

  it("finds exactly the mentions that share a code unit with a window", () => {
    const span = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 40 })).map(([start, size]) => [start, start + size] as const);
    fc.assert(
      fc.property(
        fc.array(fc.array(span, { minLength: 1, maxLength: 5 }), { maxLength: 6 }),
        fc.nat(120),
        fc.nat(30),
        (drawn, from, size) => {
          const entities = drawn.map((spans, i) =>
            entityOf(
              `e${i}`,
              [...spans].sort((a, b) => a[0] - b[0]),
            ),
          );
          const found = indexOf(analysisOf({ entities })).mentionsIn(from, from + size);
          const wanted = entities.flatMap(({ mentions }) =>
            mentions.filter(({ start, end }) => start < from + size && end > from && size > 0),
          );
          expect(new Set(found.map(({ mention }) => mention))).toEqual(new Set(wanted));
          expect(found).toHaveLength(wanted.length);
        },
      ),
    );
  });
});

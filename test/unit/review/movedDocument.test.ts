import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editedDocument } from "../../../src/review/movedDocument.js";
import { type ReviewedDocument, reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { shiftedDocument } from "../../../src/review/shift.js";
import { mentionStep } from "../../../src/review/steps.js";
import type { TextEdit } from "../../../src/review/textEdits.js";
import { analysisOf, entityOf, quoteOf } from "./fixtures.js";

const URI = "file:///large.txt";
const COUNT = 3000;
const LENGTH = COUNT * 40;

/** Enough for edits to move only what is asked for: every 40 units a name of one of seven people, and words they said. */
function largeDocument(): ReviewedDocument {
  const entities = Array.from({ length: 7 }, (_, person) => {
    const turns = Array.from({ length: COUNT }, (_, turn) => turn).filter((turn) => turn % 7 === person);
    return entityOf(
      `e${person}`,
      turns.map((turn) => [turn * 40 + 2, turn * 40 + 9, turn % 3 === 0 ? "pronoun" : "name"] as const),
    );
  });
  const quotes = Array.from({ length: COUNT }, (_, turn) => {
    const speaker = { start: turn * 40 + 2, end: turn * 40 + 9, entity: `e${turn % 7}`, anonymous: false, rule: "by name", confidence: 1 };
    return quoteOf(`q${turn}`, turn * 40 + 16, turn * 40 + 30, { speaker, cue: { start: turn * 40 + 10, end: turn * 40 + 14 } });
  });
  return reviewedDocument(URI, 1, analysisOf({ length: LENGTH, sections: [{ kind: "body", start: 0, end: LENGTH }], entities, quotes }));
}

const document = largeDocument();

/** Edits one after the other, each within the first few turns, so that they meet names, quotations and each other. */
const edits = fc.array(
  fc.record({ offset: fc.nat(200), length: fc.oneof(fc.constant(0), fc.nat(12)), text: fc.string({ maxLength: 6 }) }),
  { minLength: 1, maxLength: 12 },
);

function afterAllOf(made: readonly TextEdit[]): { moved: ReviewedDocument; whole: ReviewedDocument; lost: boolean } {
  let moved = document;
  let lost = false;
  made.forEach((edit, i) => {
    const after = editedDocument(moved, i + 2, [edit]);
    moved = after.document;
    lost ||= after.lost;
  });
  return { moved, whole: shiftedDocument(document, made.length + 1, made).document, lost };
}

describe("a large document after edits", () => {
  it("answers for places in sight as if all of it were moved", () => {
    fc.assert(
      fc.property(edits, fc.nat(300), fc.nat(120), (made, start, length) => {
        const { moved, whole } = afterAllOf(made);
        const end = start + length;
        expect(moved.index.mentionsIn(start, end).map(({ entity, mention }) => [entity.id, mention])).toEqual(
          whole.index.mentionsIn(start, end).map(({ entity, mention }) => [entity.id, mention]),
        );
        expect(moved.index.quotesIn(start, end)).toEqual(whole.index.quotesIn(start, end));
        expect(moved.index.mentionAt(start)?.mention).toEqual(whole.index.mentionAt(start)?.mention);
        expect(moved.index.quoteAt(start)).toEqual(whole.index.quoteAt(start));
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same analysis, and the same answers once it was asked for", () => {
    fc.assert(
      fc.property(edits, fc.nat(300), (made, offset) => {
        const { moved, whole } = afterAllOf(made);
        expect(moved.index.mentionAt(offset)?.entity.mentions).toEqual(whole.index.mentionAt(offset)?.entity.mentions);
        expect(moved.analysis).toEqual(whole.analysis);
        expect(moved.index.order).toEqual(whole.index.order);
        expect(moved.index.mentionAt(offset)).toEqual(whole.index.mentionAt(offset));
        expect([moved.uri, moved.version, moved.analyzedVersion]).toEqual([URI, made.length + 1, 1]);
      }),
      { numRuns: 10 },
    );
  });

  it("loses marks when an edit cuts into a name or takes a quotation's edge, and not otherwise", () => {
    const lost = (edit: TextEdit) => editedDocument(document, 2, [edit]).lost;
    expect(lost({ offset: 5, length: 0, text: "x" })).toBe(true);
    expect(lost({ offset: 29, length: 3, text: "" })).toBe(true);
    expect(lost({ offset: 20, length: 0, text: "x" })).toBe(false);
    expect(lost({ offset: 9, length: 0, text: "x" })).toBe(false);
    expect(lost({ offset: 0, length: 0, text: "x" })).toBe(false);
  });

  it("takes steps from mention to mention", () => {
    const { moved } = afterAllOf([{ offset: 0, length: 0, text: "So " }]);
    expect(mentionStep(moved, 6, "next")).toMatchObject({ start: 7 * 40 + 5 });
    expect(mentionStep(moved, 7 * 40 + 6, "previous")).toMatchObject({ start: 5 });
  });
});

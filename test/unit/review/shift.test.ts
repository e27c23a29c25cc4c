import { describe, expect, it } from "vitest";
import { textOrder } from "../../../src/review/documentIndex.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { shiftedDocument } from "../../../src/review/shift.js";
import { analysisOf, entityOf, quoteOf } from "./fixtures.js";

/*                0         1         2         3         4
                  0123456789012345678901234567890123456789012345 */
const TEXT = 'Maliki said: "We go." He left. Maliki is back.';
const speaker = { start: 0, end: 6, entity: "maliki", anonymous: false, rule: "before the cue", confidence: 1 };
const document = reviewedDocument(
  "file:///a.txt",
  1,
  analysisOf({
    length: TEXT.length,
    sections: [{ kind: "body", start: 0, end: TEXT.length }],
    entities: [
      entityOf("maliki", [
        [0, 6],
        [22, 24, "pronoun"],
        [31, 37],
      ]),
    ],
    quotes: [quoteOf("q1", 13, 21, { speaker, cue: { start: 7, end: 11 } })],
    dates: [],
  }),
);

function mentionsAfter(edits: Parameters<typeof shiftedDocument>[2]): (readonly [number, number])[] {
  return shiftedDocument(document, 2, edits).document.analysis.entities.flatMap(({ mentions }) =>
    mentions.map(({ start, end }) => [start, end] as const),
  );
}

describe("an analysis that is moved by edits", () => {
  it("moves what stands behind the edit and leaves the rest", () => {
    const { document: shifted, lost } = shiftedDocument(document, 2, [{ offset: 22, length: 0, text: "Then " }]);
    expect(lost).toBe(false);
    expect(shifted.version).toBe(2);
    expect(shifted.analyzedVersion).toBe(1);
    expect(shifted.analysis.document.length).toBe(TEXT.length + 5);
    expect(shifted.index.mentionAt(38)?.mention).toMatchObject({ start: 36, end: 42 });
    expect(shifted.analysis.quotes).toEqual(document.analysis.quotes);
  });

  it("drops a name that is cut, and the entity with its last mention", () => {
    expect(mentionsAfter([{ offset: 33, length: 1, text: "" }])).toEqual([
      [0, 6],
      [22, 24],
    ]);
    const { document: emptied, lost } = shiftedDocument(document, 2, [{ offset: 0, length: TEXT.length, text: "" }]);
    expect(lost).toBe(true);
    expect(emptied.analysis.entities).toEqual([]);
    expect(emptied.index.mentionCount).toBe(0);
  });

  it("lets a quotation grow that is typed inside, and keeps its speaker", () => {
    const [quote] = shiftedDocument(document, 2, [{ offset: 16, length: 0, text: " all" }]).document.analysis.quotes;
    expect(quote).toMatchObject({ start: 13, end: 25, spans: [{ start: 13, end: 25 }], speaker });
  });

  it("leaves a quotation without the speaker whose words are cut", () => {
    const { document: shifted, lost } = shiftedDocument(document, 2, [{ offset: 3, length: 0, text: "x" }]);
    expect(lost).toBe(true);
    expect(shifted.analysis.quotes[0].speaker).toBeNull();
    expect(shifted.analysis.quotes[0].cue).toEqual({ start: 8, end: 12 });
  });

  it("has the same index as if it were built anew", () => {
    const edits = [
      { offset: 33, length: 1, text: "" },
      { offset: 23, length: 1, text: "" },
      { offset: 0, length: 0, text: "So " },
    ];
    const { document: shifted } = shiftedDocument(document, 2, edits);
    expect(shifted.index.order).toEqual(textOrder(shifted.analysis.entities));
    expect(shifted.index.mentionCount).toBe(1);
    expect(shifted.index.mentionAt(4)?.mention).toMatchObject({ start: 3, end: 9 });
  });

  it("takes edits that are made one after the other in that order", () => {
    expect(
      mentionsAfter([
        { offset: 0, length: 0, text: "ab" },
        { offset: 3, length: 0, text: "c" },
      ]),
    ).toEqual([
      [25, 27],
      [34, 40],
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { movedMarks } from "../../../src/editor/movedMarks.js";

const marks = [
  { start: 10, end: 20 },
  { start: 30, end: 40 },
];

describe("movedMarks", () => {
  it("moves what stands behind an edit, and leaves what stands before it", () => {
    expect(movedMarks(marks, [{ offset: 25, length: 1, text: "abc" }])).toEqual([
      { start: 10, end: 20 },
      { start: 32, end: 42 },
    ]);
  });

  it("makes a mark longer or shorter where the edit stands inside", () => {
    expect(movedMarks(marks, [{ offset: 15, length: 3, text: "x" }])).toEqual([
      { start: 10, end: 18 },
      { start: 28, end: 38 },
    ]);
  });

  it("follows edits that were made one after the other, and those of one change", () => {
    const undone = [
      { offset: 0, length: 0, text: "xyz" },
      { offset: 0, length: 3, text: "" },
    ];
    expect(movedMarks(marks, undone)).toEqual(marks);
    const ofOneChange = [
      { offset: 25, length: 0, text: "b" },
      { offset: 5, length: 0, text: "a" },
    ];
    expect(movedMarks(marks, ofOneChange)).toEqual([
      { start: 11, end: 21 },
      { start: 32, end: 42 },
    ]);
  });

  it("does not know where a mark is whose edge was touched", () => {
    for (const [offset, length] of [
      [10, 0],
      [20, 0],
      [5, 5],
      [5, 8],
      [18, 6],
      [5, 40],
    ]) {
      expect(movedMarks(marks, [{ offset, length, text: "x" }]), `${offset}, ${length}`).toBeNull();
    }
  });

  it("follows no edit of very many places", () => {
    const everywhere = Array.from({ length: 5000 }, (_, i) => ({ offset: 90_000 - i * 10, length: 1, text: "xx" }));
    expect(movedMarks(marks, everywhere)).toBeNull();
    expect(movedMarks([], everywhere)).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editedText, simultaneousBatches, spanShift, type TextEdit } from "../../../src/review/textEdits.js";

/** The plainest way to make edits, one after the other. */
function plainlyEdited(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((now, { offset, length, text: added }) => now.slice(0, offset) + added + now.slice(offset + length), text);
}

const textWithEdits = fc
  .tuple(
    fc.string({ maxLength: 60, unit: fc.constantFrom("a", "b", " ", "\n", "😀", "é") }),
    fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.string({ maxLength: 5 })), { maxLength: 6 }),
  )
  .map(([text, drawn]) => {
    let now = text.length;
    const edits = drawn.map(([at, wanted, added]): TextEdit => {
      const offset = at % (now + 1);
      const length = Math.min(wanted, now - offset);
      now += added.length - length;
      return { offset, length, text: added };
    });
    return { text, edits };
  });

describe("edits of a text", () => {
  it("are one batch where they come from the last place to the first", () => {
    const edits = [
      { offset: 8, length: 1, text: "x" },
      { offset: 2, length: 2, text: "" },
    ];
    expect(simultaneousBatches(edits)).toEqual([[edits[1], edits[0]]]);
  });

  it("are batches of their own where one lies behind the one before", () => {
    const edits = [
      { offset: 2, length: 0, text: "x" },
      { offset: 3, length: 0, text: "y" },
    ];
    expect(simultaneousBatches(edits)).toEqual([[edits[0]], [edits[1]]]);
  });

  it("give the text that making them one after the other gives", () => {
    fc.assert(
      fc.property(textWithEdits, ({ text, edits }) => {
        expect(editedText(text, edits)).toBe(plainlyEdited(text, edits));
      }),
    );
  });
});

describe("a span that is moved by edits", () => {
  const text = "Before Nouri after";
  const name = { start: 7, end: 12 };
  function shifted(edit: TextEdit): ReturnType<ReturnType<typeof spanShift>["whole"]> {
    return spanShift([edit]).whole(name);
  }

  it("stays where the edit is behind it, its end included", () => {
    expect(shifted({ offset: 12, length: 1, text: "s " })).toBe(name);
  });

  it("moves where the edit is before it, its start included", () => {
    expect(shifted({ offset: 7, length: 0, text: "al-" })).toEqual({ start: 10, end: 15 });
    expect(shifted({ offset: 0, length: 7, text: "" })).toEqual({ start: 0, end: 5 });
  });

  it("ends where the edit cuts into it", () => {
    expect(shifted({ offset: 9, length: 0, text: "x" })).toBeNull();
    expect(shifted({ offset: 6, length: 2, text: "" })).toBeNull();
    expect(shifted({ offset: 0, length: text.length, text: "" })).toBeNull();
  });

  it("keeps its own words, whatever the edits", () => {
    fc.assert(
      fc.property(textWithEdits, fc.nat(60), fc.integer({ min: 1, max: 10 }), ({ text: before, edits }, at, size) => {
        const start = at % (before.length + 1);
        let span: { start: number; end: number } | null = { start, end: Math.min(before.length, start + size) };
        fc.pre(span.end > span.start);
        const words = before.slice(span.start, span.end);
        for (const batch of simultaneousBatches(edits)) span = span && spanShift(batch).whole(span);
        if (span) expect(editedText(before, edits).slice(span.start, span.end)).toBe(words);
      }),
    );
  });

  it("grows with what is typed inside, and keeps its first and last character", () => {
    expect(spanShift([{ offset: 9, length: 1, text: "xyz" }]).growing(name)).toEqual({ start: 7, end: 14 });
    expect(spanShift([{ offset: 11, length: 1, text: "" }]).growing(name)).toBeNull();
    fc.assert(
      fc.property(textWithEdits, fc.nat(60), fc.integer({ min: 1, max: 30 }), ({ text: before, edits }, at, size) => {
        const start = at % (before.length + 1);
        let span: { start: number; end: number } | null = { start, end: Math.min(before.length, start + size) };
        fc.pre(span.end > span.start);
        const [first, last] = [before[span.start], before[span.end - 1]];
        for (const batch of simultaneousBatches(edits)) span = span && spanShift(batch).growing(span);
        const after = editedText(before, edits);
        if (span) expect([after[span.start], after[span.end - 1]]).toEqual([first, last]);
      }),
    );
  });

  it("as a region keeps what the edit leaves, and lies inside the new text", () => {
    expect(spanShift([{ offset: 5, length: 4, text: "-" }]).region(name)).toEqual({ start: 6, end: 9 });
    expect(spanShift([{ offset: 10, length: 5, text: "" }]).region(name)).toEqual({ start: 7, end: 10 });
    expect(spanShift([{ offset: 6, length: 8, text: "gone" }]).region(name)).toBeNull();
    fc.assert(
      fc.property(textWithEdits, fc.nat(60), fc.integer({ min: 1, max: 30 }), ({ text: before, edits }, at, size) => {
        const start = at % (before.length + 1);
        let span: { start: number; end: number } | null = { start, end: Math.min(before.length, start + size) };
        fc.pre(span.end > span.start);
        for (const batch of simultaneousBatches(edits)) span = span && spanShift(batch).region(span);
        if (!span) return;
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(editedText(before, edits).length);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { PlainText } from "../../../src/across/all/plainText.js";

describe("a text that no editor holds", () => {
  it("has the editor's lines, whatever they end in", () => {
    const text = new PlainText("one\r\ntwo\n\nfour");
    expect([0, 3, 5, 9, 10, 14].map((offset) => text.lineAt(offset))).toEqual([
      { number: 1, start: 0, end: 3 },
      { number: 1, start: 0, end: 3 },
      { number: 2, start: 5, end: 8 },
      { number: 3, start: 9, end: 9 },
      { number: 4, start: 10, end: 14 },
      { number: 4, start: 10, end: 14 },
    ]);
    expect(text.slice(5, 8)).toBe("two");
  });

  it("has one line where it has no line break, and answers beyond its end", () => {
    expect(new PlainText("").lineAt(7)).toEqual({ number: 1, start: 0, end: 0 });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorsIn } from "../../../src/review/anchors.js";
import { formerSpan, textNow, textThen } from "../../../src/secondLook/thenAndNow.js";

/** Half of a surrogate pair. */
const LONE = /\p{Surrogate}/u;

describe("then and now", () => {
  it("are the same where nothing changed in a line of plain words", () => {
    const text = "The council met on Monday, and the harbour stays open for the summer, they said.";
    const start = text.indexOf("the harbour");
    const span = { start, end: start + "the harbour stays open".length };
    const { anchor } = anchorsIn(text);
    expect(textNow(text, span, anchor(span))).toBe(textThen(anchor(span)));
  });

  it("differ in the words that changed", () => {
    const then = anchorsIn("It has 14 berths.").anchor({ start: 7, end: 16 });
    expect(textThen(then)).toBe("It has \n\n14 berths\n\n.\n");
    expect(textNow("It has 41 berths.", { start: 7, end: 16 }, then)).toBe("It has \n\n41 berths\n\n.\n");
  });

  it("are cut between words", () => {
    const text = "Nobody in the council had asked the harbour master, who has 14 berths and a long memory for such things.";
    const start = text.indexOf("14 berths");
    const span = { start, end: start + 9 };
    expect(textThen(anchorsIn(text).anchor(span))).toBe("…the harbour master, who has \n\n14 berths\n\n and a long memory for such…\n");
  });

  it("show what stands where the words stood when they are gone, counted in code points", () => {
    const text = "😀😀 open till May";
    const anchor = anchorsIn(text).anchor({ start: 5, end: 9 });
    expect(formerSpan(text, anchor)).toEqual({ start: 5, end: 9 });
    expect(formerSpan("😀", anchor)).toEqual({ start: 2, end: 2 });
  });

  it("part no surrogate pair at the edges", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), (text, a, b) => {
        const points = [...text];
        const [from, to] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y);
        const span = { start: points.slice(0, from).join("").length, end: points.slice(0, to).join("").length };
        const now = textNow(text, span, anchorsIn(text).anchor(span));
        expect(now).toContain(text.slice(span.start, span.end));
        expect(LONE.test(now)).toBe(LONE.test(text));
      }),
    );
  });
});

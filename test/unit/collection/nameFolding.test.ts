import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeness, spelledOtherwise } from "../../../src/collection/nameFolding.js";
import { readWords } from "../../../src/collection/words.js";

describe("names and words compared", () => {
  it.each([
    ["jaafari", "jafari", "romanization"],
    ["nouri", "nuri", "romanization"],
    ["solheim", "sohleim", "slip"],
    ["wierzbicki", "wierzbicka", "slip"],
    ["jon", "john", "slip"],
    ["smith", "jones", "apart"],
    ["smith", "smith", "equal"],
  ])("%s and %s are %s", (a, b, expected) => {
    expect(likeness(a, b)).toBe(expected);
    expect(likeness(b, a)).toBe(expected);
  });

  it("keeps short surnames one letter apart two people", () => {
    expect(spelledOtherwise(["marten"], ["martin"])).toBe(true);
    expect(spelledOtherwise(["hall"], ["hill"])).toBe(false);
    expect(spelledOtherwise(["ann", "hall"], ["ann", "hill"])).toBe(true);
    expect(spelledOtherwise(["ann", "hall"], ["ann", "hall"])).toBe(false);
  });

  it("reads words without case, accents, apostrophes and inner marks of numbers", () => {
    expect(readWords("The U.S. won’t pay 1,000.5 % of [T]he café's long-term debt").keys).toEqual([
      "the",
      "us",
      "wont",
      "pay",
      "1000.5",
      "percent",
      "of",
      "the",
      "cafes",
      "long",
      "term",
      "debt",
    ]);
  });

  it("reads ligatures, soft hyphens and “per cent” as what they stand for, and keeps the places of the words", () => {
    const text =
      "The ﬁrst ofﬁce, har\u00adbour\u00admas\u00adter’s, re\u00adgis-\n   tra\u00adtion: 40 per\n   cent, PER CENT; per, cent; per se";
    const { keys, starts, ends } = readWords(text, 4);
    expect(keys).toEqual(["first", "office", "harbourmasters", "registration", "40", "percent", "percent", "per", "cent", "per", "se"]);
    expect(starts.slice(0, 7).map((start, i) => text.slice(start, ends[i]))).toEqual([
      "ﬁrst",
      "ofﬁce",
      "har\u00adbour\u00admas\u00adter’s",
      "re\u00adgis-\n   tra\u00adtion",
      "40",
      "per\n   cent",
      "PER CENT",
    ]);
  });

  it("reads plain text as it reads any other", () => {
    // A capital behind it goes on with no word that a hyphen parts.
    const piece = fc.constantFrom(..."aBc1 9.,-%$€[]('’‘`“”\n—…", "[T]he", "U.S.", "1,000", "har-\nbour", "it’s", " ");
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 40 }), (text) => {
        const { keys, starts, ends } = readWords(`${text} É`);
        expect(readWords(text)).toEqual({ keys: keys.slice(0, -1), starts: starts.slice(0, -1), ends: ends.slice(0, -1) });
      }),
      { numRuns: 2000 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextFilter } from "../../../src/sidebar/model/textFilter.js";

const found = (query: string, text: string) => new TextFilter(query).places(text).map(({ start, end }) => text.slice(start, end));

describe("TextFilter", () => {
  it.each([
    ["muller", "Jürgen Müller"],
    ["MÜLLER", "Jurgen Muller"],
    ["strasse", "Königsstraße"],
    ["oresund", "Øresund"],
    ["lodz", "Łódź"],
    ["o'brien", "Conor O’Brien"],
    ["al-maliki", "Nouri al‑Maliki"],
    ["maliki nouri", "Nouri al-Maliki"],
    ["محمد", "مُحَمَّد"],
    ["שלום", "שָׁלוֹם"],
    ["istanbul", "İstanbul"],
  ])("%s finds %s", (query, text) => {
    expect(new TextFilter(query).matches(text)).toBe(true);
  });

  it("wants every word, in whichever text", () => {
    const filter = new TextFilter("maliki prime");
    expect(filter.matches("Nouri al-Maliki", "Prime Minister")).toBe(true);
    expect(filter.matches("Nouri al-Maliki", "President")).toBe(false);
  });

  it("lets everything pass when nothing but spaces is typed", () => {
    expect(new TextFilter("  ").matches("anything")).toBe(true);
    expect(new TextFilter("  ").isEmpty).toBe(true);
  });

  it("tells where its words stand in the text as it is written", () => {
    expect(found("muller", "Jürgen Mu\u0308ller")).toEqual(["Mu\u0308ller"]);
    expect(found("strasse", "Die Straße")).toEqual(["Straße"]);
    expect(found("b", "😀b😀B")).toEqual(["b", "B"]);
    expect(found("ana an", "Ana, an")).toEqual(["Ana", "an"]);
  });

  it("finds each piece of a text in it, and its places stay inside and apart", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const filter = new TextFilter([...text].slice(Math.min(a, b), Math.max(a, b)).join(""));
        expect(filter.matches(text)).toBe(true);
        let last = 0;
        for (const { start, end } of filter.places(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

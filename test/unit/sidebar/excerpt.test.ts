import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptAround, inOneRow, openingWords } from "../../../src/sidebar/model/excerpt.js";
import { PlainText, place } from "./listedText.js";

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const marked = (text: string, words: string, nth = 1) => {
  const excerpt = excerptAround(new PlainText(text), place(text, words, nth));
  return { ...excerpt, marked: excerpt.text.slice(excerpt.mark.start, excerpt.mark.end) };
};

it("a row has no marks of lines that are set apart", () => {
  expect(inOneRow("We will wait.\n> People ask, and\n> I do not know.")).toBe("We will wait. People ask, and I do not know.");
});

describe("excerptAround", () => {
  it("gives a short line whole", () => {
    const text = "First line.\nThe mayor met Ana Ruiz today.\nLast line.";
    expect(marked(text, "Ana Ruiz")).toEqual({
      text: "The mayor met Ana Ruiz today.",
      mark: { start: 14, end: 22 },
      line: 2,
      marked: "Ana Ruiz",
    });
  });

  it("begins a long line at a word shortly before the name", () => {
    const { text, marked: name } = marked(`${"A long way before the name ".repeat(10)}came Ana Ruiz to town.`, "Ana Ruiz");
    expect(text).toBe("…name came Ana Ruiz to town.");
    expect(name).toBe("Ana Ruiz");
  });

  it("cuts what follows and says so", () => {
    const { text } = marked(`Ana Ruiz ${"and so on ".repeat(50)}`, "Ana Ruiz");
    expect(text.length).toBeLessThan(160);
    expect(text.endsWith("…")).toBe(true);
  });

  it("keeps to the line: no word of its neighbours, whatever the line break", () => {
    for (const lineBreak of ["\n", "\r\n"]) {
      expect(marked(["Before.", "Ana", "After."].join(lineBreak), "Ana").text).toBe("Ana");
    }
  });

  it("makes tabs and no-break spaces single spaces and leaves out signs of direction", () => {
    expect(marked("\tDr.\u00a0\u00a0Ana \u202bRuiz\u202c came", "Ana \u202bRuiz").text).toBe("Dr. Ana Ruiz came");
  });

  it("reads only what it shows of a line of a megabyte", () => {
    const text = new PlainText(`${"x ".repeat(250_000)}Ana${" y".repeat(250_000)}`);
    excerptAround(text, place(text.whole, "Ana"));
    expect(text.longestSlice).toBeLessThan(400);
  });

  it("marks the words of the span, parts no surrogate pair and has no line break, in any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.string({ unit: fc.constantFrom("a", "é", "😀", " ", "b"), minLength: 1, maxLength: 300 }),
        fc.string({ unit: "binary", maxLength: 400 }),
        (before, name, after) => {
          const span = { start: before.length, end: before.length + name.length };
          const { text, mark } = excerptAround(new PlainText(before + name + after), span);
          const shown = text.slice(mark.start, mark.end);
          expect(inOneRow(name).startsWith(shown.endsWith("…") ? shown.slice(0, -1) : shown)).toBe(true);
          expect(text).not.toMatch(LONE_SURROGATE);
          expect(text).not.toMatch(/[\r\n\t]/);
        },
      ),
    );
  });
});

describe("openingWords", () => {
  it("gives a short quotation whole and a long one by its first words", () => {
    const text = `He said: “We go.”\nShe said: “${"We stay here. ".repeat(40)}”`;
    const source = new PlainText(text);
    expect(openingWords(source, place(text, "“We go.”"))).toEqual({ words: "“We go.”", line: 1 });
    const long = openingWords(source, { start: text.indexOf("“We stay"), end: text.length });
    expect(long.line).toBe(2);
    expect(long.words.length).toBeLessThanOrEqual(141);
    expect(long.words).toMatch(/^“We stay here\. .*…$/);
  });
});

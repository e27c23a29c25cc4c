import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutNoWords } from "../../../src/collection/noWords.js";
import { check, indexOf } from "./texts.js";

const SAID = "We will not close the harbour before the winter comes";

describe("what is nobody's word", () => {
  it.each([
    [
      "a recorder's aside in the source",
      "MAYOR SOLHEIM: We will not close the harbour (Laughter.) before the winter comes.\n\nMR. FALK: Thank you.\n",
      SAID,
    ],
    [
      "a subtitle's time in the source",
      "1\n00:00:01,000 --> 00:00:03,000\nWe will not close\n\n2\n00:00:03,100 --> 00:00:05,000\nthe harbour before the winter comes\n",
      SAID,
    ],
    [
      "a page's number and running head in the source",
      `${["11", "12", "13"].map((page) => `The inquiry heard in the town hall of Halden that the mayor had been warned of the storm, and that\n                       ${page}\nReport of the Inquiry\n\nhe had done nothing.\n\n`).join("")}Ingrid Solheim told the inquiry: “We will not close the\n                       14\nReport of the Inquiry\n\nharbour before the winter comes.”\n`,
      SAID,
    ],
    [
      "a link in the draft",
      `“${SAID},” Ingrid Solheim said.\n`,
      "We will not [close the harbour](https://harbour.example/2024?x=1) before the winter comes",
    ],
    ["a tag in the draft", `“${SAID},” Ingrid Solheim said.\n`, "We will <em>not</em> close the harbour before the winter comes"],
    [
      "a character by its name in the draft",
      "“The R&D of the harbour was cut by half in May,” Ingrid Solheim said.\n",
      "The R&amp;D of the harbour was cut by half in May",
    ],
  ])("is no alteration: %s", (_, source, words) => {
    expect(check(indexOf({ "harbour.txt": source }), `“${words},” Ingrid Solheim said.`)).toEqual([]);
  });

  it("is spaces, so that all else stays where it is", () => {
    const pieces = ["[a](b)", "<b>", "&amp;", "(Applause.)", "\n", "1\n00:00:01.000 --> 00:00:02.000\n", "said", "🙂 "];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (all) => {
        const text = all.join("");
        const words = withoutNoWords(text);
        expect(words.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) expect(words[i] === text[i] || words[i] === " ").toBe(true);
      }),
    );
  });
});

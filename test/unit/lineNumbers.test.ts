import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "../../src/analysis/analyze.js";
import { withoutLineNumbers, withoutNumbersBetweenLines } from "../../src/analysis/lineNumbers.js";
import { citation } from "../../src/export/citation.js";
import { csvReport } from "../../src/export/csv.js";
import { exportedDocument } from "../../src/export/exportedDocument.js";
import { markdownReport } from "../../src/export/markdown.js";

const PAGE = [
  "          THE WITNESS:  I don't remember the gate.",
  "BY MS. ARCHER:",
  "    Q.   Mr. Poole, you kept the harbour of Varna in",
  "June of 2016, correct?",
  "    A.   Yes, ma'am.",
  "    Q.   And who told you what to do in those",
  "months, if anybody did?",
  "    A.   Nobody did.  I went to Gil Frasier, in",
  "Akron, and he gave me the key.",
  "          MR. WEISS:  Objection.  Form.",
  "BY MS. ARCHER:",
  "    Q.   What did he say?",
  "    A.   He said that he was tired.",
  "",
];
const numbered = (lines: readonly string[]): string => lines.map((line, i) => `${String(i + 1).padStart(2)}   ${line}`).join("\n");

describe("the numbers in a transcript's margin", () => {
  it("are white space, and move nothing", () => {
    const text = `${numbered(PAGE)}\n\f\n${numbered(PAGE)}`;
    const read = withoutLineNumbers(text);
    expect(read).toHaveLength(text.length);
    expect(read).not.toMatch(/^\s*\d/mu);
    expect(read).toContain("June of 2016, correct?");
  });

  it("are no words of a turn, and hide no label", () => {
    const text = numbered(PAGE);
    const { entities, quotes } = analyze(text);
    const nameOf = (id: string | null | undefined): string | undefined => entities.find((entity) => entity.id === id)?.name;
    const asked = quotes.filter(({ speaker }) => nameOf(speaker?.entity) === "ARCHER");
    expect(asked.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "))).toEqual([
      "Mr. Poole, you kept the harbour of Varna in 4 June of 2016, correct?",
      "And who told you what to do in those 7 months, if anybody did?",
      "What did he say?",
    ]);
  });

  it("are left out of what is copied and exported", () => {
    const text = numbered(PAGE);
    const document = exportedDocument("poole.txt", text, analyze(text), []);
    const words = "Mr. Poole, you kept the harbour of Varna in June of 2016, correct?";
    const id = document.review.analysis.quotes.find(({ start }) => text.startsWith("Mr. Poole", start))?.id ?? "";
    expect(citation("{quote}", document, id)).toBe(words);
    expect(markdownReport([document])).toContain(words);
    expect(csvReport([document])).not.toContain(" 4   June");
    expect(withoutNumbersBetweenLines(text.slice(text.indexOf("Mr. Poole"))).split("\n")[1]).toMatch(/^ {4,}June/u);
  });

  it.each([
    ["a report with figures", "12 ships came in May.\n3 of them left.\n".repeat(30)],
    ["a numbered list", Array.from({ length: 40 }, (_, i) => `${i + 1}. Ada Byron`).join("\n")],
    ["a few numbered lines", numbered(PAGE.slice(0, 6))],
  ])("are none in %s", (_, text) => {
    expect(withoutLineNumbers(text)).toBe(text);
  });

  it("leave every text as long as it is", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.integer({ min: 0, max: 99 }).map((n) => `${n} word`),
          ),
        ),
        (lines) => {
          const text = lines.join("\n");
          expect(withoutLineNumbers(text)).toHaveLength(text.length);
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atOnce } from "../../../src/review/slices.js";
import { unclosedMarks } from "../../../src/review/unclosedMarks.js";
import { growthFourfold } from "../growth.js";

/** What stands behind each mark that is never closed. */
function found(text: string): string[] {
  return atOnce(unclosedMarks(text)).map(({ end }) => text.slice(end, end + 5));
}

describe("marks that are never closed", () => {
  it.each([
    ["a curly mark before the end of its paragraph", "He said: “We will stay here.\n\nThen he left.", ["We wi"]],
    ["a straight mark", 'He said: "We will stay here.\n\nThen he left.', ["We wi"]],
    ["a mark before another that opens", 'It was "late, she said, and "nobody came."', ["late,"]],
    ["a low mark", "Er sagte: „Wir bleiben hier.\n\nDann ging er.", ["Wir b"]],
    ["an angle mark", "Il a dit : «Nous restons ici.\n\nPuis il est parti.", ["Nous "]],
    ["the last of a chain of paragraphs", "“We stayed.\n\n“We waited.\n\nThen they came.", ["We wa"]],
    ["with carriage returns", "“We stayed.\r\n\r\nThen they came.\r\n", ["We st"]],
  ])("are found: %s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["a quotation that is opened anew in each paragraph", "“We stayed.\n\n“We waited.\n\n“They came.”\n\nThat was all."],
    ["the same in straight marks", '"We stayed.\n\n"We waited.\n\n"They came."\n\nThat was all.'],
    ["a quotation over the lines of a paragraph", "“We stayed\nand waited\nfor them,” she said."],
    ["a quotation inside another", "“She said ‘we stayed’ and left,” he said."],
    ["inches and feet", 'He is 6\'3" tall and the board is 12" wide.'],
    ["apostrophes", "The ministers’ cars and the ’90s weren’t theirs."],
    ["a closing mark alone", "We stayed,” she said."],
    ["German marks", "Er sagte: „Wir bleiben hier“, und ging."],
    ["Danish marks", "Han sagde: »Vi bliver her«, og gik."],
    ["marks in code", 'Use `printf "%s` to print it.'],
    ["no text", ""],
  ])("are none: %s", (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it("are in the text and in its order, whatever the text", () => {
    const piece = fc.constantFrom("“", "”", '"', "‘", "’", "«", "»", "a b. ", "\n", "\n\n", "\r\n", "6'", "😀", " ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        let last = -1;
        for (const { start, end } of atOnce(unclosedMarks(text))) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toMatch(/^["“«„‘`']{1,2}$/);
          last = start;
        }
      }),
    );
  });

  it("takes no longer than the text grows where the marks add up", () => {
    const text = (paragraphs: number): string => "“We stayed,” she said, and went on for a while about the harbour.\n\n".repeat(paragraphs);
    expect(atOnce(unclosedMarks(text(70_000)))).toEqual([]);
    expect(growthFourfold((paragraphs) => atOnce(unclosedMarks(text(paragraphs))), 20_000)).toBeLessThan(8);
  });
});

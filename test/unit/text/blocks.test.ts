import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSourceText, SourceReader } from "../../../src/analysis/text/sourceText.js";

function spansOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return readSourceText(text).blocks.map(({ start, block }) => ({ start, end: start + block.text.length }));
}

function blocks(text: string): string[] {
  return readSourceText(text).blocks.map(({ block }) => block.text);
}

const WRAPPED = `The council said on Friday that it would rebuild the crossing
within a year, and that the ministry would pay for most of it,
because the road is the only one to the north of the province.`;

describe("blocks", () => {
  it("are lines where lines are paragraphs", () => {
    expect(blocks("A title\n\nA paragraph that is one line.\nAnother one.\n")).toEqual([
      "A title",
      "A paragraph that is one line.",
      "Another one.",
    ]);
  });

  it("join the lines of a wrapped list of names, none of which begins small", () => {
    const names =
      "Among those in the hall were Col. Tom Weld and his wife, formerly\nMiss Ada Lind; Major Karl Roe; Mr. and Mrs. Olsen, of Halden; and\nBenjamin Hale.";
    expect(blocks(`${WRAPPED}\n\n${names}`)).toEqual([WRAPPED, names]);
    expect(blocks(names)).toHaveLength(3);
  });

  it("join the lines of wrapped text", () => {
    expect(blocks(WRAPPED)).toEqual([WRAPPED]);
    expect(blocks(`${WRAPPED}\n\n${WRAPPED}`)).toHaveLength(2);
  });

  it("join a paragraph whose first line is set in, by spaces or a tab", () => {
    const paragraph = `     Inspector Weld asked the ferryman whether there was anything
on the boat that she should know of. He said that there was not,
and they went on board together to look for the missing letters.`;
    expect(blocks(paragraph)).toHaveLength(1);
    expect(blocks(paragraph.replace(/^ +/, "\t"))).toHaveLength(1);
    expect(blocks(`${paragraph}\n${paragraph}`)).toHaveLength(2);
    expect(
      blocks(`${paragraph}\n\n     Two lines only stand here, and the first of them is the one set
in from the left.`),
    ).toHaveLength(2);
  });

  it("join lines that end sooner than the width, as letters of many widths make them, where the next reads on", () => {
    const ragged = `78. The Commission heard Brigadier Weld, who had com-
manded the northern sector from May until June. He stated
that he had received no order of any kind, written or oral, to
open fire, and that nobody had asked.`;
    expect(blocks(ragged)).toEqual([ragged]);
  });

  it("join wrapped text with Windows line ends", () => {
    const text = WRAPPED.replaceAll("\n", "\r\n");
    expect(blocks(`Title\r\n\r\n${text}\r\n`)).toEqual(["Title", text]);
  });

  it("do not join a long headline with the byline below it", () => {
    expect(blocks("Council agrees to rebuild the bridge that the flood took in March\nBy Jane Doe")).toHaveLength(2);
    expect(blocks(`Council agrees to rebuild the bridge that a flood took\nBy Jane Doe\n\n${WRAPPED}`)).toHaveLength(3);
  });

  it("do not join a list of names or of sentences of like length", () => {
    const names = [
      "Jane Doe of the Ministry of Public Works and Transport",
      "John Roe of the Council of the Province of the North",
      "Ann Poe of the Union of the Workers of the Railways",
    ];
    expect(blocks(names.join("\n"))).toEqual(names);
  });

  it("do not join list items and headings", () => {
    const text =
      "- The council said on Friday that it would rebuild it\n- The ministry would pay for the most of it in a year\n- The road is the only one to the north";
    expect(blocks(text)).toHaveLength(3);
  });

  it("join wrapped text in capitals", () => {
    expect(blocks(WRAPPED.toUpperCase())).toHaveLength(1);
  });

  it("cut a line of megabytes, and cut it linearly", () => {
    const parts = spansOf("word ".repeat(200_000));
    expect(Math.max(...parts.map(({ start, end }) => end - start))).toBeLessThanOrEqual(16_384);
  });

  it("cut no character outside the first plane in two", () => {
    for (const { start } of spansOf("😀".repeat(30_000))) expect(start % 2).toBe(0);
  });

  const anyText = fc
    .array(
      fc.constantFrom(
        "word",
        "Word",
        " ",
        "\n",
        "\r",
        "\r\n",
        "\u2028",
        "\t",
        "- ",
        "😀",
        ".",
        "a long run of words in one line of the text,",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));

  it("are the same after any edit as read afresh", () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(40), added: anyText });
    fc.assert(
      fc.property(anyText, fc.array(edit, { maxLength: 6 }), (first, edits) => {
        const reader = new SourceReader();
        let text = first;
        reader.read(text);
        for (const { at, removed, added } of edits) {
          const offset = Math.floor(at * text.length);
          text = text.slice(0, offset) + added + text.slice(offset + removed);
          expect(reader.read(text)).toEqual(readSourceText(text));
        }
      }),
    );
  });

  it("that an edit leaves alone are not cut again", () => {
    const reader = new SourceReader();
    const before = reader.read(`First paragraph.\n\n${WRAPPED}\n\nLast paragraph.`);
    const after = reader.read(`First paragraph.\n\nA new one.\n\n${WRAPPED}\n\nLast paragraph, longer.`);
    expect(after.blocks[0].block).toBe(before.blocks[0].block);
    expect(after.blocks[2].block).toBe(before.blocks[1].block);
  });

  it("cover everything but white space, in order, for any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end } of spansOf(text)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});

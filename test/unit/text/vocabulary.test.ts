import { describe, expect, it } from "vitest";
import { readBlock } from "../../../src/analysis/text/sourceText.js";
import { memoByWord } from "../../../src/analysis/text/vocabulary.js";

describe("what is remembered of a word", () => {
  it("is read once for all its tokens", () => {
    const asked: string[] = [];
    const lengthOf = memoByWord((word) => {
      asked.push(word);
      return word.length;
    });
    const block = readBlock("the mole under the pier, the end");
    expect(block.words.map((_, token) => lengthOf(block, token))).toEqual(block.words.map((word) => word.length));
    expect(asked.filter((word) => word === "the")).toHaveLength(1);
  });

  it("stays right for earlier and later blocks when more words were met than are kept", () => {
    const codeOf = memoByWord((word) => word.charCodeAt(0));
    const codes = (block: ReturnType<typeof readBlock>) => block.words.map((_, token) => codeOf(block, token));
    const wanted = (block: ReturnType<typeof readBlock>) => block.words.map((word) => word.charCodeAt(0));
    const before = readBlock("alpha beta gamma");
    expect(codes(before)).toEqual(wanted(before));
    for (let n = 0; n < 60; n++) readBlock(Array.from({ length: 2000 }, (_, i) => `w${n}x${i}`).join(" "));
    const after = readBlock("gamma zeta alpha");
    expect(codes(after)).toEqual(wanted(after));
    expect(codes(before)).toEqual(wanted(before));
    expect(codes(after)).toEqual(wanted(after));
  });
});

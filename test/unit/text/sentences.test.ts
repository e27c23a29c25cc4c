import { describe, expect, it } from "vitest";
import { readBlock } from "../../../src/analysis/text/sourceText.js";

function sentences(text: string): string[] {
  const block = readBlock(text);
  const firsts = [...block.sentences].map((token) => block.tokens.starts[token]);
  return firsts.map((start, i) => text.slice(start, firsts[i + 1] ?? text.length).trim());
}

describe("sentences", () => {
  it("end at full stops, question and exclamation marks and ellipses", () => {
    expect(sentences("He left. Who? Nobody! It was late… Then rain.")).toEqual([
      "He left.",
      "Who?",
      "Nobody!",
      "It was late…",
      "Then rain.",
    ]);
  });

  it("do not end at abbreviations and initials inside a name", () => {
    expect(sentences("Gen. George W. Bush met Dr. J. Roe. He sued Roe v. Wade.")).toEqual([
      "Gen. George W. Bush met Dr. J. Roe.",
      "He sued Roe v. Wade.",
    ]);
  });

  it("end at an abbreviation before a word that opens a sentence", () => {
    expect(sentences("He lives in Washington, D.C. The city is quiet. It was 3 p.m. He left.")).toEqual([
      "He lives in Washington, D.C.",
      "The city is quiet.",
      "It was 3 p.m.",
      "He left.",
    ]);
  });

  it("keep the closing mark of a quotation, and go on after it in small letters", () => {
    expect(sentences("“I went. You stayed!” he said. “Why?” Nobody knew.")).toEqual([
      "“I went.",
      "You stayed!” he said.",
      "“Why?”",
      "Nobody knew.",
    ]);
  });

  it("do not end inside an ellipsis of three full stops that goes on", () => {
    expect(sentences("Wait... what? Nothing.")).toEqual(["Wait... what?", "Nothing."]);
  });

  it("end at the marks of Arabic and Chinese", () => {
    expect(sentences("ثم غادر؟ لا أحد يعرف.")).toEqual(["ثم غادر؟", "لا أحد يعرف."]);
    expect(sentences("第一句。第二句。")).toEqual(["第一句。", "第二句。"]);
  });

  it("of a block without a word are none", () => {
    expect(sentences("")).toEqual([]);
  });
});

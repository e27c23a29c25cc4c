import { describe, expect, it } from "vitest";
import { isShortFormOfThing, longFormBefore } from "../../../src/analysis/names/shortForms.js";
import { type Block, readBlock, tokenText } from "../../../src/analysis/text/sourceText.js";

/** Behind the last token of the words, at the first place where they stand. */
function endOf(block: Block, words: string): number {
  return [...block.tokens.ends].indexOf(block.text.indexOf(words) + words.length) + 1;
}

describe("short forms", () => {
  it.each([
    ["the Party of Socialists and Democrats (PSD) won", "Democrats", "Party of Socialists and Democrats"],
    ["the Italian Democratic Union (UDI) won", "Union", "Italian Democratic Union"],
    ["the Free Trade Agreement (FTA) holds", "Agreement", null],
    ["Ann Lee (PSD) won", "Lee", null],
  ])("%s", (text, last, long) => {
    const block = readBlock(text);
    const form = longFormBefore(block, endOf(block, last));
    const words = form && Array.from({ length: form.end - form.first }, (_, i) => tokenText(block, form.first + i)).join(" ");
    expect(words).toBe(long);
  });
});

describe("short forms of things", () => {
  it.each([
    ["they import liquefied natural gas (LNG) by sea", true],
    ["four new independent power plants (IPPs) run", true],
    ["they signed the Varna Free Trade Agreement (VARNAFTA)", true],
    ["the national electoral commission (NEC) met", false],
    ["the northern border province (NBP) is calm", false],
    ["the reform party leader (ANC) said", false],
    ["the House (HOUSE) voted", false],
    ["(LNG) is dear", false],
  ])("%s", (text, isThing) => {
    const block = readBlock(text);
    const bracket = block.words.indexOf("(");
    expect(isShortFormOfThing(block, bracket + 1)).toBe(isThing);
  });
});

import { describe, expect, it } from "vitest";
import type { EntityType } from "../../../src/analysis/analysis.js";
import { NameTidier } from "../../../src/analysis/names/tidying.js";
import { WordLists } from "../../../src/analysis/names/wordLists.js";
import { readBlock } from "../../../src/analysis/text/sourceText.js";

const tidier = new NameTidier(new WordLists());

/** The names of a text in which the labels found the words, as they are after tidying. */
function tidied(text: string, ...labelled: readonly (readonly [words: string, type: EntityType])[]): string[] {
  const block = readBlock(text);
  const { starts, ends } = block.tokens;
  const names = labelled.map(([words, type]) => {
    const at = text.indexOf(words);
    return { first: starts.indexOf(at), end: ends.indexOf(at + words.length) + 1, type, confidence: 0.9 };
  });
  return tidier.tidy(block, names).map(({ type, first, end }) => `${type}: ${text.slice(starts[first], ends[end - 1])}`);
}

describe("an organization before its member", () => {
  it.each([
    ["Reform Alliance MP Ann Lee said no.", "Ann Lee", ["organization: Reform Alliance", "person: Ann Lee"]],
    ["Rule of Order Coalition MP Ann Lee said no.", "Coalition MP Ann Lee", ["organization: Rule of Order Coalition", "person: Ann Lee"]],
    ["The head of the Civic Coalition Ann Lee left.", "Ann Lee", ["organization: Civic Coalition", "person: Ann Lee"]],
    [
      "Head of the Civic Coalition Ann Lee left.",
      "Head of the Civic Coalition Ann Lee",
      ["organization: Civic Coalition", "person: Ann Lee"],
    ],
    ["They joined the Civic Coalition. Ann Lee did not.", "Ann Lee", ["organization: Civic Coalition", "person: Ann Lee"]],
    ["The party MP Ann Lee left.", "Ann Lee", ["person: Ann Lee"]],
    ["Alliance MP Ann Lee left.", "Ann Lee", ["person: Ann Lee"]],
  ])("%s", (text, words, names) => {
    expect(tidied(text, [words, "person"])).toEqual(names);
  });

  it("is found once where the labels found it too", () => {
    expect(tidied("Reform Alliance MP Ann Lee said no.", ["Reform Alliance", "organization"], ["Ann Lee", "person"])).toEqual([
      "organization: Reform Alliance",
      "person: Ann Lee",
    ]);
  });
});

describe("a photographer after an agency", () => {
  it.each([
    ["The mill at dawn. Photo by AP/Ann Lee.", ["organization: AP", "person: Ann Lee"]],
    [
      "A poll by the AP/National Opinion Centre for Research said so.",
      ["organization: AP", "organization: National Opinion Centre for Research"],
    ],
    ["The AP/Ann Lee wrote.", ["organization: AP"]],
  ])("%s", (text, names) => {
    expect(tidied(text, ["AP", "organization"])).toEqual(names);
  });
});

describe("the last word of a group's name", () => {
  it("tells an organization", () => {
    expect(tidied("The People’s Union met.", ["People’s Union", "group"])).toEqual(["organization: People’s Union"]);
    expect(tidied("The Union met.", ["Union", "group"])).toEqual(["group: Union"]);
  });
});

import { describe, expect, it } from "vitest";
import { tidied } from "./tidied.js";

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

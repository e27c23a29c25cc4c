import { describe, expect, it } from "vitest";
import { check, indexOf } from "./texts.js";

const sources = indexOf({
  "ferry.txt": `Anna Lindqvist, who runs the ferry, met Robert Petersen on Monday. “The boat is late again and nobody cares,” Anna Lindqvist said. “We will paint it,” Julia Roberts said. The 4th District voted on Friday.

“It was Halvorsen’s boat,” Lukas Brandt said.
`,
});
const SAID = "“The boat is late again and nobody cares,”";
const found = (draft: string) =>
  check(sources, draft).map(({ rule, start, end, places }) => [rule, draft.slice(start, end), places[0].words]);

describe("a name in a draft", () => {
  it.each([
    ["a surname alone", `${SAID} Lindquist said.`, "Lindquist", "Lindqvist"],
    ["a surname behind another middle name", `${SAID} Anna Maria Lindquist said.`, "Anna Maria Lindquist", "Anna Lindqvist"],
    ["a given name or a surname", "“We will paint it,” Julia Robarts said.", "Julia Robarts", "Julia Roberts"],
  ])("is told of where %s is misspelt, and makes no other speaker", (_, draft, name, other) => {
    expect(found(draft)).toEqual([["name-spelling", name, other]]);
  });

  it.each([
    ["of another person with a surname like it", "Karl Peterson came to the quay. Peterson was late."],
    ["given alone", "Robert came to the quay."],
    ["of a family", "The Lindqvists came to the quay."],
    ["with another number", "The 5th District votes today."],
    ["that a source has with an apostrophe alone", "Halvorsen came to the quay."],
  ])("is no finding %s", (_, draft) => {
    expect(found(draft)).toEqual([]);
  });
});

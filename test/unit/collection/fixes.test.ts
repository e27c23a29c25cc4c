import { describe, expect, it } from "vitest";
import { type DraftEdit, markedAlteration, sourceWords } from "../../../src/collection/fixes.js";
import { check, indexOf, SOURCES } from "./texts.js";

const index = indexOf(SOURCES);
const edited = (text: string, edits: readonly DraftEdit[] | null): string =>
  [...(edits ?? [])]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, words }) => all.slice(0, start) + words + all.slice(end), text);

const SAID = "Ingrid Solheim said.";

describe("the fixes of an altered quotation", () => {
  it.each([
    ["a wording", `“We will not close the harbour before the summer,” ${SAID}`],
    ["a cut", `“We will not close the harbour before winter,” ${SAID}`],
  ])("mark %s so that the check passes", (_, text) => {
    const [finding] = check(index, text);
    expect(check(index, edited(text, markedAlteration(finding, text)))).toEqual([]);
  });

  it.each([
    ["negation", `“We will close the harbour before the winter,” ${SAID}`],
    ["number", `“We will not close the harbour before the winter, and 60 ships are still waiting,” ${SAID}`],
  ])("never mark a changed %s, but put in the source’s words", (_, text) => {
    const [finding] = check(index, text);
    expect(markedAlteration(finding, text)).toBeNull();
    expect(check(index, edited(text, sourceWords(finding, text)))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { comparedWords, markedAlteration, sourceWords } from "../../../src/collection/fixes.js";
import { check, edited, indexOf, SOURCES } from "./texts.js";

const index = indexOf(SOURCES);
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

it("the words of a source that “>” sets apart are put in and compared without the marks of its lines", () => {
  const own = indexOf({
    "memo.md":
      "Ingrid Solheim said:\n\n> People on this side of the river have asked me for a date, and\n> so far I do not have one to give them.\n",
  });
  const draft = "Ingrid Solheim said: “People on this side of the river have asked me for a date. As yet I do not have one to give them.”";
  const [finding] = check(own, draft);
  const said = "People on this side of the river have asked me for a date, and so far I do not have one to give them";
  expect(edited(draft, sourceWords(finding, draft))).not.toContain(">");
  expect(comparedWords(finding, draft)?.source.replace(/\.$/, "")).toBe(said);
});

describe("the comparison of a draft's words with the sources'", () => {
  const compared = (text: string) => {
    const [finding] = check(index, text);
    return comparedWords(finding, text);
  };

  it("differs in nothing but what is altered: not in the mark nor the punctuation at the end", () => {
    const said = "We will not close the harbour before the winter, and 40 ships are still waiting";
    expect(compared(`${SAID.replace(".", ":")} “${said.replace("40", "60")}.”`)).toEqual({ source: said, draft: said.replace("40", "60") });
  });

  it("shows of a draft that is put together all places of the sources", () => {
    const words = compared(
      `“We will not close the harbour before the winter. Nobody on this board was told how much the dredging would cost the town,” ${SAID}`,
    );
    expect(words?.source).toContain(" … ");
    expect(words?.source).toContain("before the winter");
    expect(words?.source).toContain("would cost the town");
  });

  it("is not offered where the words are the same, of another speaker, or in no source", () => {
    expect(compared("“Nobody on this board was told how much the dredging would cost the town,” Ingrid Solheim said.")).toBeNull();
    expect(compared("“The lighthouse keeper painted every single window green,” Ingrid Solheim said.")).toBeNull();
  });
});

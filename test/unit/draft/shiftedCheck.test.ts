import { describe, expect, it } from "vitest";
import type { CheckedDraft } from "../../../src/draft/checkProtocol.js";
import { shiftedCheck } from "../../../src/draft/shiftedCheck.js";

const TEXT = "He came. “We will open the port,” she said. “It is 🚢 late,” he said.";
const altered = { start: TEXT.indexOf("“We"), end: TEXT.indexOf(" she") };
const open = { start: TEXT.indexOf("open"), end: TEXT.indexOf("open") + 4 };
const exact = { start: TEXT.indexOf("“It"), end: TEXT.indexOf(" he said") };

const CHECKED: CheckedDraft = {
  findings: [
    {
      ...altered,
      rule: "quote-altered",
      message: "",
      places: [],
      differences: [{ ...open, kind: "wording", draft: "open", source: "close", before: " ", after: " " }],
    },
  ],
  exact: [{ ...exact, places: [] }],
  cited: {},
  failed: [],
};

function words({ findings, exact: exacts }: CheckedDraft, text: string): readonly string[] {
  const spans = [...findings.flatMap((finding) => [finding, ...finding.differences]), ...exacts];
  return spans.map(({ start, end }) => text.slice(start, end));
}

const BEFORE = words(CHECKED, TEXT);

describe("what a check found", () => {
  it("moves with what is typed before it and between", () => {
    const edits = [
      { offset: exact.start, length: 0, text: "🙂 " },
      { offset: 3, length: 4, text: "did not come" },
    ];
    const text = `He did not come${TEXT.slice(7, exact.start)}🙂 ${TEXT.slice(exact.start)}`;
    expect(words(shiftedCheck(CHECKED, edits), text)).toEqual(BEFORE);
  });

  it("moves with edits that are made one after the other", () => {
    const edits = [
      { offset: 0, length: 0, text: "Then " },
      { offset: 0, length: 5, text: "" },
      { offset: 0, length: 3, text: "" },
    ];
    expect(words(shiftedCheck(CHECKED, edits), TEXT.slice(3))).toEqual(BEFORE);
  });

  it("ends where its own words change, and leaves the others", () => {
    const edits = [{ offset: open.start, length: 4, text: "close" }];
    const text = TEXT.replace("open", "close");
    expect(words(shiftedCheck(CHECKED, edits), text)).toEqual(BEFORE.slice(2));
  });
});

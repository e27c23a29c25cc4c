import { describe, expect, it } from "vitest";
import { sourceWords } from "../../../src/collection/fixes.js";
import { check, edited, indexOf } from "./texts.js";

const sources = indexOf({
  "plan.txt": `The plan was read on Monday. “I did not approve it, and I never will,” Pieter Vos, the engineer, said.

“We can, if asked, pay by no means more, but we listened to health care experts,” Nils Falk said. “We will not go,” Nils Falk said. “I can,” said Lotta Ek. Asked whether she would sign, Ida Holm answered: “I can't.”

“We met in May. It was not easy. We stayed until dawn,” Olaf Brandt said. “We did not, and will never, sell the harbour,” Olaf Brandt said.
`,
});
const found = (draft: string) => check(sources, draft).map(({ rule, message }) => `${rule}: ${message}`);

describe("a negation of the source", () => {
  it.each([
    ["an ellipsis", "“I did … approve it, and I never will,” Pieter Vos said.", "The cut hides “not”, which plan.txt has."],
    ["brackets", "“I did [approve] it,” Pieter Vos said.", "The cut hides “not”, which plan.txt has."],
    ["an ellipsis behind the verb", "“We did … sell the harbour,” Olaf Brandt said.", "The cut hides “not”, which plan.txt has."],
    ["an ellipsis behind “by no means”", "“We can … pay … but we listened,” Nils Falk said.", "The cut hides “no”, which plan.txt has."],
    ["the end", "“We will,” Nils Falk said.", "The draft ends before “not”, which plan.txt has."],
    ["a contraction", "“I can,” Ida Holm answered.", "The draft has “can”, plan.txt has “can't”."],
  ])("that %s takes away is told of", (_, draft, message) => {
    expect(found(draft)).toEqual([`quote-altered: ${message}`]);
  });

  it("is put in for the ellipsis", () => {
    const draft = "“I did … approve it,” Pieter Vos said.";
    expect(edited(draft, sourceWords(check(sources, draft)[0], draft))).toBe("“I did not approve it,” Pieter Vos said.");
  });

  it.each([
    ["in a sentence that is left out", "“We met in May … We stayed until dawn,” Olaf Brandt said."],
    ["that brackets give", "“I did [not] approve it,” Pieter Vos said."],
    ["of another who says the same", "“I can,” Lotta Ek said."],
  ])("is no finding %s", (_, draft) => {
    expect(found(draft)).toEqual([]);
  });
});

describe("another writing of the same words", () => {
  const own = indexOf({
    "fund.txt":
      "The fund grew. “It cost $4.5 million and 12 million dollars more, and I cannot approve the co-operative’s plan,” Marta Kowalska said. “It is a co-operative,” Marta Kowalska said.\n",
  });

  it.each([
    "It cost $4.5m and 12 million dollars more",
    "It cost 4.5 million dollars and $12 mn more",
    "I can not approve the cooperative's plan",
    "It is a cooperative",
  ])("is no alteration: %s", (words) => {
    expect(check(own, `“${words},” Marta Kowalska said.`)).toEqual([]);
  });

  it.each([
    ["It cost £4.5m and 12 million dollars more", [["£", "$"]]],
    ["It cost $4.5bn and 12 million dollars more", [["bn", "million"]]],
    ["I can approve the cooperative's plan", [["", "not"]]],
  ])("hides no other sum and no negation: %s", (words, differences) => {
    const [finding] = check(own, `“${words},” Marta Kowalska said.`);
    expect(finding.differences.map(({ draft, source }) => [draft, source])).toEqual(differences);
  });
});

it("the numbers in a draft's margin are no words", () => {
  const lines = Array.from({ length: 14 }, (_, i) =>
    i === 6 ? "“We met in May. It was not" : i === 7 ? "easy,” Olaf Brandt said." : "The harbour is old.",
  );
  const draft = lines.map((line, i) => `${i + 1}  ${line}\n`).join("");
  expect(check(sources, draft)).toEqual([]);
});

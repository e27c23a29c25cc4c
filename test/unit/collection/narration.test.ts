import { describe, expect, it } from "vitest";
import { check, indexOf } from "./texts.js";

const sources = indexOf({
  "bridge.txt": `Bridge shut until March

By Lena Holt

The council met on Monday night. The old bridge has been shut to lorries since a barge hit it in June, and the repair will cost twice as much as planned.

“Nobody has told us when it will open,” said Marta Kowalska, the mayor. She called the delay “a scandal” for the whole valley. Kowalska said that the council would sue the builder before the end of the year. The sign on the gate read ‘no way through for the time being’.

Pieter Vos, the engineer, blamed the steel.
`,
  "speech.txt": `Remarks by Mayor Marta Kowalska
City Hall, 3 May 2023

Good evening. The valley has waited eleven years for this bridge. Every spring my father said “wait and see”, and I have stopped waiting.
`,
  "letter.txt": `Dear Ms. Holt,

The tender was open to all for six weeks, and two firms answered it. A third withdrew, saying that the time was “too short for us”.

Yours sincerely,

Marta Kowalska
Mayor
`,
});
const found = (draft: string) => check(sources, draft).map(({ rule, message }) => `${rule}: ${message}`);

describe("words that a source has outside of its quotations", () => {
  it("are its author's, and not those of whom the draft gives them to", () => {
    expect(found("“The old bridge has been shut to lorries since a barge hit it,” Marta Kowalska said.")).toEqual([
      "quote-other-speaker: The draft gives these words to Marta Kowalska; in bridge.txt they are the author’s own, not in quotation marks.",
    ]);
    expect(found("The delay was “a scandal for the whole valley,” Marta Kowalska said.")).toEqual([
      "quote-other-speaker: The draft gives these words to Marta Kowalska; in bridge.txt some of them are the author’s own, not in quotation marks.",
    ]);
  });

  it("are told of where they are altered, too", () => {
    const [message] = found("“The repair will cost three times as much as planned,” Pieter Vos said.");
    expect(message).toMatch(/^quote-altered: The draft has “three times”, .* they are the author’s own, not in quotation marks\.$/);
  });

  it.each([
    ["for one whom the source does not name", "“The repair will cost twice as much as planned,” Olaf Brandt said."],
    ["where they are two", "They are “shut to” all, Marta Kowalska said."],
  ])("are found nowhere %s", (_, draft) => {
    expect(found(draft)).toEqual(["quote-not-found: No source quotes these words; bridge.txt has them as its author’s own."]);
  });

  it.each([
    ["told of the speaker, as his", "“The council would sue the builder before the end of the year,” Marta Kowalska said."],
    ["the reporter's own", "“The repair will cost twice as much as planned,” Lena Holt wrote."],
    ["in a speech", "“The valley has waited eleven years for this bridge,” Marta Kowalska said."],
    ["in a letter", "“The tender was open to all for six weeks, and two firms answered it,” Marta Kowalska wrote."],
    ["given to a document", "The report says that “the repair will cost twice as much as planned”."],
    ["given to nobody", "The sums are the same, and “the repair will cost twice as much as planned”."],
    ["between marks that are no speech", "“No way through for the time being,” Marta Kowalska said."],
    ["two words that stand in a quotation, too", "It is “will open,” Pieter Vos said."],
  ])("are no finding where they are %s", (_, draft) => {
    expect(found(draft)).toEqual([]);
  });

  it("do not part two halves of one quotation from each other", () => {
    const own = indexOf({ "hall.txt": "“We will wait for the report,” Nils Falk told the paper on Friday. “It is due in May.”\n" });
    expect(check(own, "“We will wait for the report. It is due in May,” Nils Falk said.")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** Who says what in a record: each direct quotation's words up to the first full stop, with the name of who says it. */
function said(text: string): readonly (readonly [string | undefined, string])[] {
  const { entities, quotes } = analyze(text);
  return quotes
    .filter(({ kind }) => kind === "direct")
    .map(({ start, end, speaker }) => [
      entities.find(({ id }) => id === speaker?.entity)?.name,
      text.slice(start, end).split(/(?<=[.?])\s/)[0],
    ]);
}

const COMMITTEE = `Harbours Committee
Oral evidence: Cranes

Tuesday 14 May 2024

Members present: Jane Orley (Chair); Tom Birk; Asha Menon.

Witnesses

I: Peter Lund, Chief Executive, Northern Ports; and Ingrid Falk, Director of Safety.

II: Oliver Stead, General Secretary, Dockers' Alliance.

Written evidence from witnesses:

– Northern Ports

Examination of witnesses
Witnesses: Peter Lund and Ingrid Falk.

Q1	Chair: Good morning. When did you learn that the crane had failed?

Peter Lund: I was told on 3 March. I did not read the report.

Q2	Tom Birk: Did anybody tell you to close the berth?

Ingrid Falk: Nobody told us to.

Tom Birk: In Q4 of 2023 your budget was cut.

Peter Lund: It was.

Chair: We move on.`;

describe("the record of a committee that counts its questions", () => {
  it("gives each turn to its label, and the chair's to who has the chair", () => {
    expect(said(COMMITTEE)).toEqual([
      ["Jane Orley", "Good morning."],
      ["Peter Lund", "I was told on 3 March."],
      ["Tom Birk", "Did anybody tell you to close the berth?"],
      ["Ingrid Falk", "Nobody told us to."],
      ["Tom Birk", "In Q4 of 2023 your budget was cut."],
      ["Peter Lund", "It was."],
      ["Jane Orley", "We move on."],
    ]);
  });

  it("gives the same where the numbers and the labels are in bold", () => {
    const bold = COMMITTEE.replace(/^(Q\d)\t([\w ]+:)/gm, "**$1** **$2**");
    expect(said(bold)).toEqual(said(COMMITTEE));
  });

  it("takes no question's number and label for who says something inside the question", () => {
    const inside = analyze(COMMITTEE).quotes.filter(({ kind, speaker }) => kind === "indirect" && speaker !== null);
    expect(inside.map(({ speaker }) => COMMITTEE.slice(speaker?.start, speaker?.end)).filter((words) => /^Q\d/.test(words))).toEqual([]);
  });

  it("reports nothing in its head", () => {
    const first = COMMITTEE.indexOf("Q1");
    expect(analyze(COMMITTEE).quotes.filter(({ start }) => start < first)).toEqual([]);
  });

  it("takes no question's number for a quarter of a year", () => {
    const { dates } = analyze(COMMITTEE);
    expect(dates.map(({ start, end }) => COMMITTEE.slice(start, end))).toEqual(["Tuesday 14 May 2024", "3 March", "Q4 of 2023"]);
    const results = "Results of 4 May 2024\n\nQ1 sales rose.\n\nQ2 sales fell.";
    expect(analyze(results).dates.map(({ value }) => value)).toEqual(["2024-05-04", "2024-Q1", "2024-Q2"]);
  });
});

describe("the record of a council of states", () => {
  const record = `Security Council
811th meeting
Monday, 4 June 2012, 10 a.m.

President: Mr. Camilleri (Malta)

Members: Chad: Mr. Abakar; Peru: Ms. Quispe; Tonga: Mr. Fifita

The President: I invite the Council to hear Mr. Holm.

Mr. Holm: Half of the island has no water.

Mr. Abakar (Republic of Chad) (spoke in French): Nobody else can open the port.

Ms. Quispe (Peru) (spoke in Spanish): The blockade must be lifted.

The President: I thank the representative of Peru.`;

  it("knows a label with the state and the language in brackets, and who presides", () => {
    expect(said(record).map(([name]) => name)).toEqual(["Camilleri", "Holm", "Abakar", "Quispe", "Camilleri"]);
  });
});

describe("offices before names in labels", () => {
  it.each([
    ["JUSTICE MARLOW", "MS. ADLER", "Justice Marlow"],
    ["CHIEF JUSTICE MARLOW", "MR. KO", "Chief Justice Marlow"],
    ["DS WARD", "HARKER", "DS Karen Ward"],
    ["AGENT WHITLOCK", "KASK", "Agent Dana Whitlock"],
  ])("are no part of the name: %s", (label, other, called) => {
    const text = `${label}: We begin.\n\n${other}: Very well, ${called}. I have read it.\n\n${label}: And?\n\n${other}: No comment.`;
    const { entities, quotes } = analyze(text);
    const speaker = entities.find(({ id }) => id === quotes[0].speaker?.entity);
    expect(speaker?.type).toBe("person");
    const surname = label.split(" ").at(-1) ?? "";
    expect(speaker?.mentions.map(({ start, end }) => text.slice(start, end).toUpperCase()).every((name) => name.endsWith(surname))).toBe(
      true,
    );
    expect(speaker?.mentions.length).toBeGreaterThanOrEqual(3);
  });

  it("leave a chair without a name where the head names two for it", () => {
    const text =
      "Jane Orley (Chair) and Tom Birk (Chair) were there.\n\nChair: We begin.\n\nAnn Weld: Good.\n\nChair: And now?\n\nAnn Weld: Now.";
    expect(said(text).map(([name]) => name)).toEqual(["Chair", "Ann Weld", "Chair", "Ann Weld"]);
  });
});

describe("the record of a parliament", () => {
  const record =
    "Hon. Laura Petit (Bonavista, CPC): Madam Speaker, the ferry was out of service.\n\nMr. Kevin Ouellet (Rimouski, BQ): Madam Speaker, the minister said in May that “no community will be cut off”.\n\nSome hon. members: Oh, oh!\n\nThe Deputy Speaker (Mrs. Alexandra Moreau): Order, please.";

  it("has no person of a form of address, and an unnamed source of many voices", () => {
    const { entities } = analyze(record);
    expect(entities.filter(({ type }) => type === "person").map(({ name }) => name)).toEqual([
      "Laura Petit",
      "Kevin Ouellet",
      "Some hon. members",
      "Alexandra Moreau",
    ]);
    expect(entities.find(({ name }) => name === "Some hon. members")?.anonymous).toBe(true);
    expect(said(record).map(([name]) => name)).toEqual(["Laura Petit", "Kevin Ouellet", "Some hon. members", "Alexandra Moreau"]);
  });
});

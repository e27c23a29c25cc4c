import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";
import { entity, quotesOf, speakersOf } from "./quotesOf.js";

function speakers(text: string, type: "person" | "organization", ...names: readonly string[]): (string | null)[] {
  const people = names.map((name, i) => entity(text, `e${i + 1}`, [name], type));
  return quotesOf(text, people)
    .filter(({ kind }) => kind !== "indirect")
    .map(({ speaker }) => names[Number(speaker?.entity?.slice(1)) - 1] ?? null);
}

describe("what leads up to a quotation with a colon", () => {
  it.each([
    ["Our political editor, Ann Weld, has just sent this:\n\n“The mood is dreadful.”"],
    ["Statement from Ann Weld:\n\n“The mood is dreadful.”"],
    ["Ann Weld's reply was short:\n\n“No.”"],
    ["The clerk Ann Weld was blunt about it:\n\n“No.”"],
  ])("names who speaks: %s", (text) => {
    expect(speakers(text, "person", "Ann Weld")).toEqual(["Ann Weld"]);
  });

  it("names an organization where it names nobody else", () => {
    expect(speakers("The Harbor Trust released a statement:\n\n“We are sorry.”", "organization", "Harbor Trust")).toEqual(["Harbor Trust"]);
  });

  it.each([
    ["A note was pinned under the portrait of the clerk, next to Ann Weld:\n\n“No.”"],
    ["Ann Weld's three rules for a good harbor:\n\n“No cranes.”"],
  ])("names nobody for whom it only says where: %s", (text) => {
    expect(speakers(text, "person", "Ann Weld")).toEqual([null]);
  });
});

describe("the sentence before a quotation that ends its paragraph", () => {
  it("begins with who speaks", () => {
    expect(speakers("Ann Weld shook her head. “No. We will not pay.”", "person", "Ann Weld")).toEqual(["Ann Weld"]);
  });

  it("tells of two, and of nobody who speaks", () => {
    expect(speakers("Ann Weld looked at Jan Roth. “No. We will not pay.”", "person", "Ann Weld", "Jan Roth")).toEqual([null]);
  });
});

describe("a headline's colon behind a quotation", () => {
  it.each([
    ["“Never again”: Weld vows to rebuild the dam", "Weld"],
    ["“Never again”: Weld's promise to the villagers", "Weld"],
  ])("is followed by who speaks and by what is told: %s", (text, name) => {
    const [quote] = quotesOf(text, [entity(text, "e1", ["Weld"])]);
    expect(quote.speaker && text.slice(quote.speaker.start, quote.speaker.end)).toBe(name);
  });
});

describe("a label that says what a line is", () => {
  it("names nobody who speaks", () => {
    expect(speakersOf("Claim: “The dam is safe.”")).toEqual([null]);
    expect(quotesOf("PARTICIPANTS: Minister of Works Ann Weld; Mr. Jan Roth, First Secretary")).toEqual([]);
    expect(quotesOf("Election night live: Prime minister loses seat")).toEqual([]);
  });

  it("leaves the signature behind the quotation", () => {
    expect(speakersOf("Claim: “The dam is safe.” — Senate candidate Ann Weld, in a debate on Friday")).toEqual([
      "Senate candidate Ann Weld",
    ]);
  });
});

it("takes from the words for a speaker what he sent to whom", () => {
  expect(speakersOf("On March 3, Ann Weld sent Jan Roth an e-mail stating, in part, “we can do it.”")).toEqual(["Ann Weld"]);
});

it("takes from a signature whose testimony it is, and for no speech what a letter is signed with", () => {
  expect(speakersOf("> I locked them at six.\n>\n> — Testimony of Abel Krantz, 3 April 1911")).toEqual(["Abel Krantz"]);
  expect(speakersOf("“I locked them at six.”\n\n— Testimony of Abel Krantz, 3 April 1911")).toEqual(["Abel Krantz"]);
  expect(quotesOf("I read in your paper a letter signed “An Old Subscriber.”").filter(({ kind }) => kind !== "indirect")).toEqual([]);
});

it("gives what a headline tells to the one behind its last comma", () => {
  const body = "The council of Varna voted on Monday to mend the roof of its market, after a debate of three hours.";
  const { quotes } = analyze(`Rivals agree to 72-hour pause at Varna, says Ann Weld\n\n${body}\n\n${body}`);
  const text = "Rivals agree to 72-hour pause at Varna, says Ann Weld";
  expect(
    quotes[0] && [
      text.slice(quotes[0].start, quotes[0].end),
      quotes[0].speaker && text.slice(quotes[0].speaker.start, quotes[0].speaker.end),
    ],
  ).toEqual(["Rivals agree to 72-hour pause at Varna", "Ann Weld"]);
});

it("takes an apposition with the name before it, and no name for what is said", () => {
  const [quote] = quotesOf("Mark Rutte, the Dutch prime minister, who leads a group of states, has asked what it would solve.");
  expect(quote.speaker?.start).toBe(0);
  expect(quotesOf("Mohamed Dagalo, known as Hemedti, left.")).toEqual([]);
});

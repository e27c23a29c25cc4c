import { describe, expect, it } from "vitest";
import { inMarks, quotesOf, speakersOf } from "./quotesOf.js";

describe("a quotation in a clause that hangs on another", () => {
  it.each([
    ["Gov. Ann Hall signed a bill on Monday that critics call “a poll tax”.", "critics"],
    ["The mayor, Lena Ortiz, defended a project that residents say is “an eyesore.”", "residents"],
    ["Mr. Cole said the union had rejected what its leader, Jan Roth, called “a poor offer”.", "its leader, Jan Roth,"],
    ["Aides said the minister had called the report “nonsense.”", "the minister"],
    ["The judge noted that the defendant had previously described the fire as “an accident.”", "the defendant"],
  ])("is said by that clause's subject about a thing: %s", (text, speaker) => {
    expect(speakersOf(text)).toEqual([speaker]);
  });

  it.each([
    ["Farr added that Pell had told detectives: “I never left the house.”", "Pell"],
    ["Kerr said that his brother had told him, “Run.”", "his brother"],
    ["Kerr said his wife told him “not to open the door”.", "his wife"],
    ["Low testified that Martin Pell shouted “I will get you” at the guard.", "Martin Pell"],
    ["Low recalled that a neighbor had warned her: “Stay inside.”", "a neighbor"],
    ["Prosecutors allege that Mr. Weld told a colleague, “We are done.”", "Mr. Weld"],
  ])("is said by whoever is told to have said it: %s", (text, speaker) => {
    expect(speakersOf(text)).toEqual([speaker]);
  });

  it("stays with the one who speaks where the clause's verb says no words, or its subject is nobody who could", () => {
    const [wanted, opposed] = inMarks("Weld said the town wanted “a bridge”. Roth said the firm opposes “all tolls”.");
    expect([wanted.speaker, opposed.speaker].map((speaker) => speaker?.start)).toEqual([
      0,
      "Weld said the town wanted “a bridge”. ".length,
    ]);
    expect(speakersOf("Park said that Kim’s health was “poor” and his mental state was “worse.”")).toEqual(["Park", "Park"]);
    expect(speakersOf("Park said Kim’s mental state is “worse.”")).toEqual(["Park"]);
    expect(speakersOf("They slammed the tax loophole called “inversion,” and left.")).not.toContain("the tax loophole");
  });
});

describe("what somebody has got or read", () => {
  it.each([
    ["The ministry knew of the danger, according to documents obtained by The Guardian.", "documents obtained by The Guardian"],
    ["According to a document seen by Reuters, the bank planned to sell its stake.", "a document seen by Reuters"],
    ["A letter seen by Reuters shows that the bank “had no plan to repay” its lenders.", "A letter seen by Reuters"],
  ])("says something, and not who got it: %s", (text, source) => {
    expect(quotesOf(text).map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end))).toEqual([source]);
  });
});

describe("the source of a verb", () => {
  it.each([
    ["Kerr was accused by John Black of theft.", "John Black"],
    ["Weld was accused by the union of lying to its members.", "the union"],
    ["Weld was accused by the Bank of Varna of fraud.", "the Bank of Varna"],
    ["The firm lied, a claim Kerr denies.", "Kerr"],
    ["The town is broke, an allegation the mayor rejects.", "the mayor"],
  ])("ends before what somebody is accused of, and begins behind what is denied: %s", (text, source) => {
    const [{ speaker }] = quotesOf(text);
    expect(speaker && text.slice(speaker.start, speaker.end)).toBe(source);
  });

  it("is without its verb before a colon", () => {
    expect(speakersOf("In his affidavit, Mr. Pell states: “I saw the car at noon.”")).toEqual(["Mr. Pell"]);
    expect(speakersOf("The Oslo Times reports: “The deal is off.” Ann Weld asks: “Why now?” The mayor claims: “We won.”")).toEqual([
      "The Oslo Times",
      "Ann Weld",
      "The mayor",
    ]);
    expect(speakersOf("In her letter to the court, Ann Weld writes: “I was not there.”")).toEqual(["Ann Weld"]);
  });

  it("is nothing that wins somebody over", () => {
    expect(quotesOf("Ms. Soto was not persuaded by the plan. Mr. Kerr was convinced by the figures.")).toEqual([]);
  });
});

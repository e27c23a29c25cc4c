import { describe, expect, it } from "vitest";
import { entity, inMarks, speakersOf } from "./quotesOf.js";

describe("set phrases that name a speaker", () => {
  it.each([
    ["as X put it, behind", "“The road will open in May,” as the minister, Paula Hedren, put it.", ["the minister, Paula Hedren"]],
    ["as X put it, before", "As Paula Hedren put it in a letter to the union, the road is “a scandal in slow motion.”", ["Paula Hedren"]],
    [
      "a memo put it, whatever follows",
      "The plan is “a gift to nobody,” as an internal memo put it. Members of the council, who also praised it, agreed.",
      ["an internal memo"],
    ],
    ["per the bylaws", "The fee applies “to every vessel over nine tons,” per the harbor's bylaws.", ["the harbor's bylaws"]],
    ["in the words of X", "“We lost two nets and a boat,” in the words of Olle Brandt.", ["Olle Brandt"]],
    ["to X it was so", "To Maja Brandt, the vote was “theft in broad daylight.”", ["Maja Brandt"]],
    [
      "a clip shows X saying",
      "The clip, posted by the page Varna First, shows Ada Byron at a desk saying: “Nobody leaves.”",
      ["Ada Byron at a desk"],
    ],
    ["quoted X as saying", "The Harbor Post quoted the mayor, Jan Roth, as saying: “Nobody leaves.”", ["the mayor, Jan Roth"]],
    ["X quoted Y as saying, behind", "“Nobody leaves the island,” state media quoted Ada Byron as saying.", ["Ada Byron"]],
    ["quoted X as saying that", "The state news agency quoted Ada Byron as saying the island “firmly opposes” the visit.", ["Ada Byron"]],
    ["a charge that X rejected as", "Lars Holm said Iran was to blame, a charge that Ada Krog rejected as “tired.”", ["Ada Krog"]],
    ["a claim X called", "Lars Holm said it was dead, a claim his deputy called “absurd.”", ["his deputy"]],
    ["which X dismissed as", "Lars Holm said it was dead, which Ada Krog has dismissed as “absurd.”", ["Ada Krog"]],
    ["prompting X to call", "Lars Holm said it was dead, prompting Ada Krog to call him “a coward.”", ["Ada Krog"]],
    ["X termed it", "The law is new. The Law Society of Varna (LSV) termed it “unkind.”", ["The Law Society of Varna (LSV)"]],
    ["critics painted it as", "The law is new. Critics painted the plan as “a gift.”", ["Critics"]],
    ["X shot back", "“We have waited since Reagan,” Duffy shot back.", ["Duffy"]],
    ["a headline's verb", "Holm warns rebels: “Get out”", ["Holm"]],
    ["a headline's matter", "Minister on floods: “Never again”", ["Minister"]],
    ["whose claim it is", "The paper seized on Jan Roth's claim that there were “thousands” of them.", ["Jan Roth"]],
    ["whose warning it is", "The paper ignored Jan Roth's repeated warning that it was “a bomb.”", ["Jan Roth"]],
    ["a line's label", "PUBLIC COMMENT: Henry Stokes, 14 Mill Lane, said it was “late.”", ["Henry Stokes, 14 Mill Lane"]],
    ["X heard Y shout", "Neighbors heard a man in the yard shouting “Get out!”", ["a man in the yard"]],
    ["X remembered Y saying", "Jan Roth remembered his father saying, “Never sell the land.”", ["his father"]],
    ["X remembered saying", "Jan Roth remembered saying, “Never sell the land.”", ["Jan Roth"]],
  ])("%s", (_, text, expected) => {
    expect(speakersOf(text)).toEqual(expected);
  });

  it("leaves amounts alone", () => {
    expect(speakersOf("“It costs nine crowns,” Ada Byron said, “per day.” She paid “nine crowns” per day.")[0]).toBe("Ada Byron");
    expect(speakersOf("Ada Byron said the fee was “nine crowns” per day.")).toEqual(["Ada Byron"]);
  });

  it("gives the quotation to a nearer cue with a subject of its own", () => {
    expect(speakersOf("As Paula Hedren put it, the road is old, but Ada Byron said it was “still a road.”")).toEqual(["Ada Byron"]);
  });

  it("says on which words it stands", () => {
    const text = "The fee applies “to every vessel over nine tons,” per Paula Hedren.";
    const [{ speaker, cue }] = inMarks(text);
    expect(speaker?.rule).toBe("“per” behind the quotation, with “Paula Hedren”");
    expect(cue && text.slice(cue.start, cue.end)).toBe("per");
  });
});

describe("who spoke and who says so", () => {
  it.each([
    ["behind", "“Nobody leaves,” the mayor said, according to two people who were there."],
    ["behind, to somebody", "“Nobody leaves,” the mayor told the guards, according to a report released on Friday by the Harbour Board."],
    ["before, without a comma", "The mayor yelled “nobody leaves tonight,” according to two people who were there."],
    ["before", "The mayor, according to two people who were there, said “nobody leaves tonight.”"],
    ["in an indictment", "According to the indictment, the mayor told an aide to “burn it all.”"],
  ])("are kept apart: %s", (_, text) => {
    expect(speakersOf(text)[0]?.toLowerCase()).toBe("the mayor");
  });
});

describe("whom a page talks with", () => {
  it("is who speaks in its title", () => {
    expect(speakersOf("Q&A with chef Maja Brandt: “Salt is a memory of the sea”")).toEqual(["chef Maja Brandt"]);
  });
});

describe("one sentence with two speakers", () => {
  it.each([
    "While Lars Holm thinks the plan is “mad and cruel,” Eva Krog thinks it is “brilliant and kind.”",
    "Lars Holm thinks the plan is “mad and cruel,” but Eva Krog thinks it is “brilliant and kind.”",
  ])("gives each what that one says: %s", (text) => {
    expect(speakersOf(text)).toEqual(["Lars Holm", "Eva Krog"]);
  });
});

describe("the words for a speaker", () => {
  it.each([
    ["whose clause ends before a colon", "Maja Brandt, whose father had built the pier, was blunter: “It was theft.”", "Maja Brandt"],
    ["an adverb of hearsay", "Maja Brandt allegedly told an aide, “Burn it all.”", "Maja Brandt"],
    ["a first name that is a month's", "In a letter, Jan Roth wrote that “nobody leaves.”", "Jan Roth"],
    [
      "a daughter and what she is",
      "“Never again!” Olle Brandt's daughter, the painter Maja Brandt, shouted from the gallery.",
      "Maja Brandt",
    ],
    ["a nurse named so", "“He came home in June,” said his widow, a retired nurse named Ida Berg.", "Ida Berg"],
    ["who behind a dash", "Eva Krog — who once called Holm “mad and cruel” — resigned.", "Eva Krog"],
    ["who in brackets", "Eva Krog (who called the plan “a crime against us”) resigned.", "Eva Krog"],
  ])("lead to the person: %s", (_, text, name) => {
    expect(inMarks(text, [entity(text, "e1", [name])])[0].speaker).toMatchObject({ entity: "e1" });
  });
});

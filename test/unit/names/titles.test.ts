import { describe, expect, it } from "vitest";
import { tidied } from "./tidied.js";

describe("letters behind a person's name", () => {
  it.each([
    ["Ann Lee KC said no.", "Ann Lee KC", ["person: Ann Lee"]],
    ["Dr. Ann Lee CBE FRS said no.", "Ann Lee CBE FRS", ["person: Ann Lee"]],
    ["Lord Lee QC said no.", "Lord Lee QC", ["person: Lee"]],
    ["ANN LEE KC said no.", "ANN LEE KC", ["person: ANN LEE"]],
    ["They met Ann MM there.", "Ann MM", ["person: Ann MM"]],
    ["ANN SAN said no.", "ANN SAN", ["person: ANN SAN"]],
  ])("are none of it: %s", (text, words, names) => {
    expect(tidied(text, [words, "person"])).toEqual(names);
  });

  it("are no organization behind a comma", () => {
    expect(tidied("Ann Lee, KC, said no.", ["Ann Lee", "person"], ["KC", "organization"])).toEqual(["person: Ann Lee"]);
  });
});

describe("a form of address", () => {
  it.each([
    ["Madam Speaker, I rise.", "Madam Speaker", []],
    ["Mr. Speaker, I rise.", "Speaker", []],
    ["Mister Deputy Speaker, I rise.", "Mister Deputy Speaker", []],
    ["Mr President, I rise.", "Mr President", []],
    ["Mr. Speakman rose.", "Speakman", ["person: Speakman"]],
    ["They met Speaker Hale there.", "Speaker Hale", ["person: Hale"]],
  ])("is no name: %s", (text, words, names) => {
    expect(tidied(text, [words, "person"])).toEqual(names);
  });
});

describe("a rank in capitals before a name", () => {
  it.each([
    ["DCI Ann Lee said so.", "DCI Ann Lee", "organization", ["person: Ann Lee"]],
    ["WPC Lee said so.", "WPC Lee", "organization", ["person: Lee"]],
    ["SA Ann Lee said so.", "SA Ann Lee", "person", ["person: Ann Lee"]],
    ["DS Senanayake said so.", "DS Senanayake", "person", ["person: DS Senanayake"]],
    ["DC United won.", "DC United", "organization", ["organization: DC United"]],
  ] as const)("is none of it: %s", (text, words, type, names) => {
    expect(tidied(text, [words, type])).toEqual(names);
  });

  it("is no organization of its own", () => {
    expect(tidied("DCI Ann Lee objected.", ["DCI", "organization"], ["Ann Lee", "person"])).toEqual(["person: Ann Lee"]);
    expect(tidied("The DCI objected.", ["DCI", "organization"])).toEqual(["organization: DCI"]);
  });
});

describe("a given name that is a place's as well", () => {
  it.each([
    ["Sofia Halvek left.", "Sofia Halvek", ["person: Sofia Halvek"]],
    ["Victoria Falls is far.", "Victoria Falls", ["place: Victoria Falls"]],
    ["Jordan Valley is far.", "Jordan Valley", ["place: Jordan Valley"]],
    ["Oslo Halvek is far.", "Oslo Halvek", ["place: Oslo Halvek"]],
  ])("makes a person with a surname alone: %s", (text, words, names) => {
    expect(tidied(text, [words, "place"])).toEqual(names);
  });
});

describe("who wrote, and is not named", () => {
  it.each(["By Our Science Correspondent", "a report by our Diplomatic Correspondent", "written by a Staff Reporter"])(
    "is no name: %s",
    (text) => {
      const words = /(?:Our )?[A-Z]\w+ (?:Correspondent|Reporter)$/.exec(text)![0];
      expect(tidied(text, [words, "organization"])).toEqual([]);
    },
  );

  it("but a paper may be called so", () => {
    expect(tidied("a note in the Halden Reporter", ["Halden Reporter", "organization"])).toEqual(["organization: Halden Reporter"]);
  });

  it("nor are a counsel's letters with full stops", () => {
    expect(tidied("before Ann Weld, K.C., in May", ["Ann Weld", "person"], ["K.C.", "place"])).toEqual(["person: Ann Weld"]);
  });
});

describe("the last word of a name", () => {
  it.each([
    ["Tarvo Balyk Holding", "person", "organization"],
    ["Ada Holding", "person", "person"],
    ["Halden CID", "place", "organization"],
    ["Tarvo Seafood", "person", "organization"],
  ] as const)("tells what it names: %s", (name, given, type) => {
    expect(tidied(`a word from ${name} today`, [name, given])).toEqual([`${type}: ${name}`]);
  });
});

describe("what a minister is for", () => {
  it.each([
    ["the Minister for Agriculture, Fisheries and Forestry", ["Fisheries", "Forestry"]],
    ["the Secretary of State for Culture, Media and Sport", ["Media", "Sport"]],
    [
      "the Minister for Infrastructure, Transport and Regional Development",
      ["Minister for Infrastructure, Transport and Regional Development"],
    ],
    ["the Ministers for Education and Health", ["Ministers for Education and Health"]],
  ])("is no name: %s", (text, names) => {
    expect(tidied(text, ...names.map((name) => [name, "organization"] as const))).toEqual([]);
  });

  it("but those who are named beside him are, and his ministry is", () => {
    expect(tidied("the Secretary of Defense and NATO", ["NATO", "organization"])).toEqual(["organization: NATO"]);
    const ministry = "Department for Culture, Media and Sport";
    expect(tidied(`the ${ministry}`, [ministry, "organization"])).toEqual([`organization: ${ministry}`]);
  });
});

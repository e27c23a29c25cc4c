import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";
import { aliasBehind } from "../../../src/analysis/names/aliases.js";
import { definedType } from "../../../src/analysis/names/definitions.js";
import { readBlock } from "../../../src/analysis/text/sourceText.js";
import { tidied } from "./tidied.js";

describe("what stands before “&”", () => {
  it("is a firm with what stands behind", () => {
    expect(tidied("the call of Tarvoq & Irmãos today", ["Tarvoq", "person"])).toEqual(["organization: Tarvoq & Irmãos"]);
    expect(tidied("a song by Tarvoq & Vesk", ["Tarvoq", "person"], ["Vesk", "person"])).toEqual(["organization: Tarvoq & Vesk"]);
  });

  it.each([
    ["as shown (Tarvoq & Vesk, 2004)", ["Tarvoq", "Vesk"]],
    ["as Tarvoq & Vesk (2004) have shown", ["Tarvoq", "Vesk"]],
    ["in Tarvoq & Vesk's study", ["Tarvoq", "Vesk"]],
    ["with Tom & Ann", ["Tom", "Ann"]],
  ])("and no firm where both are persons: %s", (text, [first, second]) => {
    expect(tidied(text, [first, "person"], [second, "person"])).toEqual([`person: ${first}`, `person: ${second}`]);
  });
});

describe("a name that is two", () => {
  it("who sues in a court, and the court", () => {
    const text = "sued Tarvo in the Land Court of Halden";
    expect(tidied(text, ["Tarvo in the Land Court of Halden", "organization"])).toEqual([
      "organization: Tarvo",
      "organization: Land Court of Halden",
    ]);
  });

  it("full names side by side are of two persons", () => {
    expect(tidied("with Renee Vesk Larry Hale", ["Renee Vesk", "person"], ["Larry Hale", "person"])).toEqual([
      "person: Renee Vesk",
      "person: Larry Hale",
    ]);
  });
});

describe("a name that was parted", () => {
  it("an airport is called after somebody before its place", () => {
    const text = "at Amina Vesk International Airport";
    expect(tidied(text, ["Amina", "person"], ["Vesk International Airport", "place"])).toEqual(["place: Amina Vesk International Airport"]);
    expect(tidied("Amina\nVesk International Airport", ["Amina", "person"], ["Vesk International Airport", "place"])).toHaveLength(2);
  });

  it("an agency has its sciences before it", () => {
    const text = "Halden's Meteorology, Climatology and Geophysical Agency said";
    expect(tidied(text, ["Meteorology", "organization"], ["Climatology and Geophysical Agency", "organization"])).toEqual([
      "organization: Meteorology, Climatology and Geophysical Agency",
    ]);
  });

  it("what is for cooperation in a place has the place in its name", () => {
    const text = "the Organization for Trade and Co-operation in Halden";
    expect(tidied(text, ["Organization for Trade and Co-operation", "organization"], ["Halden", "place"])).toEqual([
      "organization: Organization for Trade and Co-operation in Halden",
    ]);
    expect(tidied("the Institute for Trade in Halden", ["Institute for Trade", "organization"], ["Halden", "place"])).toHaveLength(2);
  });
});

describe("the type", () => {
  it("of several names before “rivers” is a place's", () => {
    const text = "poisoned the Tarvoq, Vesk and White Hale rivers";
    expect(tidied(text, ["Tarvoq", "organization"], ["Vesk", "person"], ["White Hale", "place"])).toEqual([
      "place: Tarvoq",
      "place: Vesk",
      "place: White Hale",
    ]);
  });

  it("of a patrol and of a service is an organization's", () => {
    expect(tidied("of the Halden State Highway Patrol", ["Halden State Highway Patrol", "person"])).toEqual([
      "organization: Halden State Highway Patrol",
    ]);
    expect(tidied("of the Halden Fire Service", ["Halden Fire Service", "place"])).toEqual(["organization: Halden Fire Service"]);
  });

  it("of an executive behind “company” is a person's", () => {
    expect(tidied("company CEO Mary Vesk", ["CEO Mary Vesk", "organization"])).toEqual(["person: Mary Vesk"]);
  });

  it("of a band beside persons is not a person's", () => {
    expect(tidied("Ann Hale, The Vesks, Jim Roe", ["Ann Hale", "person"], ["The Vesks", "organization"], ["Jim Roe", "person"])).toEqual([
      "person: Ann Hale",
      "organization: The Vesks",
      "person: Jim Roe",
    ]);
  });
});

describe("no name", () => {
  it("the state whose secretary somebody is", () => {
    expect(tidied("once our Secretary of State was gone", ["State", "person"])).toEqual([]);
  });

  it("a month in brackets with its year", () => {
    expect(tidied("the album (March, 1999) sold")).toEqual([]);
    expect(tidied("the theory (Tarvoq, 1999) holds")).toEqual(["person: Tarvoq"]);
  });

  it("a small word before a particle", () => {
    expect(tidied("Our data contradict van Vesk.", ["contradict van Vesk", "person"])).toEqual(["person: van Vesk"]);
  });
});

describe("what the words behind a name say", () => {
  const typeOf = (text: string): unknown => definedType(readBlock(text), 0, 1, false);

  it.each([
    ["Tarvoq, a gang leader in Halden, died.", null],
    ["Tarvoq, a gang in Halden, fled.", "organization"],
    ["Tarvoq, one strike destroyed a unit.", null],
    ["Tarvoq, an airstrike destroyed the unit's bridge.", null],
    ["Tarvoq is one company that pays.", "organization"],
    ["I am an activist of the party.", null],
    ["Tarvoq, a Halden-based rights group, met.", "organization"],
    ["Tarvoq, a Halden-born footballer, met.", "person"],
  ])("%s", (text, type) => {
    expect(typeOf(text)).toBe(type);
  });
});

it("a work that is “called The …” is nobody's other name", () => {
  const block = readBlock("Ann Vesk called The Lady a bore.");
  expect(aliasBehind(block, { first: 0, end: 2, type: "person", confidence: 1 })).toBeNull();
});

it("a person's name speaks for the surname, though the labels have whose member it is in it", () => {
  const text = "Rufai Hanga of the NNPP asked for a committee. Sani Gaya, who sits for the same party, opposed him; Hanga left.";
  const names = analyze(text).entities.filter(({ name }) => name === "Rufai Hanga");
  expect(names.map(({ mentions }) => mentions.filter(({ kind }) => kind === "name").length)).toEqual([2]);
});

describe("what a name ends with", () => {
  it("is the number of a ruler, or of an heir", () => {
    expect(tidied("the reign of King Norvel I, who fled", ["Norvel", "person"])).toEqual(["person: Norvel I"]);
    expect(tidied("Thomas Vesk III left", ["Thomas Vesk", "person"])).toEqual(["person: Thomas Vesk III"]);
    expect(tidied('his son Benjamin "Benjie" Vesk II left', ["Benjamin", "person"], ["Vesk II", "person"])).toEqual([
      'person: Benjamin "Benjie" Vesk II',
    ]);
    expect(tidied("Thanks to Norvel, I left", ["Norvel", "person"])).toEqual(["person: Norvel"]);
  });
});

describe("two banks around “and”", () => {
  const names = (text: string, words: string): string[] => tidied(text, [words, "organization"]);

  it.each([
    ["Tarvoq Capital and Credit Vesk Securities lead it", ["organization: Tarvoq Capital", "organization: Credit Vesk Securities"]],
    ["Tarvoq Capital Markets and Veskan Sachs lead it", ["organization: Tarvoq Capital Markets", "organization: Veskan Sachs"]],
    ["Tarvoq Capital and Finance Group lead it", ["organization: Tarvoq Capital and Finance Group"]],
  ])("%s", (text, expected) => {
    expect(names(text, text.slice(0, text.indexOf(" lead")))).toEqual(expected);
  });
});

it("a lord is a person, and a country in its time a place", () => {
  expect(tidied("and Lord Tarvoq, a peer", ["Lord Tarvoq", "organization"])).toEqual(["person: Tarvoq"]);
  expect(tidied("in Victorian England it rained", ["Victorian England", "place"])).toEqual(["place: Victorian England"]);
  expect(tidied("with Tarvoq England it grew", ["Tarvoq England", "place"])).toEqual(["organization: Tarvoq England"]);
});

it("who has an MP is a place", () => {
  expect(tidied("Tarvoq's MP, Ann Hale, said", ["Tarvoq", "organization"], ["Ann Hale", "person"])).toEqual([
    "place: Tarvoq",
    "person: Ann Hale",
  ]);
});

it("Lloyd's may refuse, and Islam has a holiest site", () => {
  expect(tidied("When Lloyd's refused to pay, he sued.", ["Lloyd", "person"])).toEqual(["organization: Lloyd's"]);
  expect(tidied("Islam's holiest site", ["Islam", "person"])).toEqual([]);
  expect(tidied("Islam's lawyer wept", ["Islam", "person"])).toEqual(["person: Islam"]);
});

it("what reported revenue, or moved its seat, is a firm", () => {
  const typeOf = (text: string): readonly string[] => analyze(text).entities.map(({ type }) => type);
  expect(typeOf("Halvard Tarvik reported revenue of 9.2 billion crowns.")).toEqual(["organization"]);
});

it("a Korean's surname stands first and speaks for itself", () => {
  const text =
    "President Han Duck-ho was jailed in October. They accuse the minister of hiding Han's phone records, and of Han's failed decree.";
  expect(analyze(text).entities.map(({ type }) => type)).toEqual(["person"]);
});

it("what is said behind a label is no name", () => {
  expect(tidied("Chair: And the Foreign Secretary?\nDirector: Good.")).toEqual([]);
  expect(tidied("Director: Ann Tarvoq")).toEqual(["person: Ann Tarvoq"]);
});

it("“Central African” is a people's, not an organization's", () => {
  expect(tidied("a Central African militia chief", ["Central African", "organization"])).toEqual(["group: Central African"]);
});

it("a union has all its members in its name", () => {
  const text = "of the Kenya Tarvoq Practitioners, Pharmacists and Dentists Union";
  const labelled = [
    ["Kenya Tarvoq Practitioners", "organization"],
    ["Pharmacists and Dentists Union", "organization"],
  ] as const;
  expect(tidied(text, ...labelled)).toEqual(["organization: Kenya Tarvoq Practitioners, Pharmacists and Dentists Union"]);
  expect(tidied(text.replace("the Kenya", "a Kenya"), ...labelled)).toHaveLength(2);
});

it("when somebody did something is no part of the name", () => {
  expect(tidied("By Christmas Tarvoq had left.", ["Christmas Tarvoq", "person"])).toEqual(["person: Tarvoq"]);
  expect(tidied("with April Tarvoq", ["April Tarvoq", "person"])).toEqual(["person: April Tarvoq"]);
});

describe("a courtesy title before a common word", () => {
  it("makes a person of what the labels take for an organization", () => {
    expect(tidied("but Cllr Stone told the board", ["Cllr Stone", "organization"])).toEqual(["person: Stone"]);
  });
});

describe("a name between commas behind a word for an organization", () => {
  it.each([
    ["The group, Voices of Vesk, says so.", [["Vesk", "place"]], ["organization: Voices of Vesk"]],
    ["its human rights group, Lawyers Against Hunger, met", [], ["organization: Lawyers Against Hunger"]],
    ["The company, Ann Weld, closed.", [["Ann Weld", "person"]], ["person: Ann Weld"]],
    ["The company, Monday Night, closed.", [], []],
    ["The company, Tarvo Steel said, closed.", [], []],
    ["Red company, Tarvo Steel, closed.", [], []],
  ] as const)("is one: %s", (text, labelled, found) => {
    expect(tidied(text, ...labelled)).toEqual(found);
  });
});

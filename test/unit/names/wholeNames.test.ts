import { describe, expect, it } from "vitest";
import { tidied } from "./tidied.js";

type Labelled = readonly (readonly [string, "place" | "group" | "organization" | "person"])[];

describe("a body with two fields", () => {
  it.each<[string, Labelled, string[]]>([
    [
      "The Kenya Marine and Fisheries Research Institute sent a team.",
      [
        ["Kenya Marine", "person"],
        ["Fisheries Research Institute", "organization"],
      ],
      ["organization: Kenya Marine and Fisheries Research Institute"],
    ],
    [
      "officials of the Philippine Amusement and Gaming Corp. over a raid",
      [
        ["Philippine", "group"],
        ["Gaming Corp.", "organization"],
      ],
      ["organization: Philippine Amusement and Gaming Corp."],
    ],
    [
      "the Norwegian Prime Minister and Labour Party",
      [
        ["Norwegian", "group"],
        ["Labour Party", "organization"],
      ],
      ["group: Norwegian", "organization: Labour Party"],
    ],
    [
      "The Sri Lanka Muslim Congress met.",
      [
        ["Sri Lanka", "place"],
        ["Congress", "organization"],
      ],
      ["organization: Sri Lanka Muslim Congress"],
    ],
  ])("has its place before them: %s", (text, labelled, names) => {
    expect(tidied(text, ...labelled)).toEqual(names);
  });
});

it("a people has its quarter before it", () => {
  expect(tidied("They sent South African troops.", ["African", "group"])).toEqual(["group: South African"]);
});

it("two organizations are parted where the second begins as in its language, or the first is one of the lists", () => {
  const split = (text: string, words: string): string[] => tidied(text, [words, "organization"]);
  expect(split("Verde Brasil and the Instituto Norte welcomed it.", "Verde Brasil and the Instituto Norte")).toEqual([
    "organization: Verde Brasil",
    "organization: Instituto Norte",
  ]);
  expect(split("at Amnesty International and Harbour Aid tonight", "Amnesty International and Harbour Aid")).toEqual([
    "organization: Amnesty International",
    "organization: Harbour Aid",
  ]);
  expect(split("the Department of Health and Social Care", "Department of Health and Social Care")).toEqual([
    "organization: Department of Health and Social Care",
  ]);
});

it("Burmese names end with words that are common ones or days", () => {
  expect(tidied("Photo: Khin Maung Win", ["Khin Maung", "person"])).toEqual(["person: Khin Maung Win"]);
  expect(tidied("Photo: Ye Aung Thu/AFP", ["Ye Aung", "person"])).toEqual(["person: Ye Aung Thu"]);
  expect(tidied("Ann Lee Win left.", ["Ann Lee", "person"])).toEqual(["person: Ann Lee"]);
});

it("what no person is called by is none", () => {
  expect(tidied("said Zun Vesk Technology ran it", ["Zun Vesk Technology", "person"])).toEqual(["organization: Zun Vesk Technology"]);
  expect(tidied("the National Tawhid Circle was behind it", ["National Tawhid Circle", "person"])).toEqual([
    "organization: National Tawhid Circle",
  ]);
  expect(tidied("Education: MSc Economics, 2015", ["MSc Economics", "organization"])).toEqual([]);
});

it("who sits in parliament tells a place", () => {
  expect(tidied("joked the Averlow MP.", ["Averlow", "organization"])).toEqual(["place: Averlow"]);
  expect(tidied("joked the SNP MP.", ["SNP", "organization"])).toEqual(["organization: SNP"]);
});

it("who is named to an office is a person", () => {
  const text = "The firm named Pilar Vesk chief executive.";
  expect(tidied(text, ["Pilar Vesk", "organization"])).toEqual(["person: Pilar Vesk"]);
});

it("a dash behind a dateline's place parts it from the name behind", () => {
  const text = "VARNHOLM - Members of the Halden Unity Party walked out.";
  expect(tidied(text, ["VARNHOLM - Members of the Halden Unity Party", "organization"])).toEqual([
    "organization: VARNHOLM",
    "organization: Halden Unity Party",
  ]);
});

it("a department has all its fields, also where the labels have the last two for a name", () => {
  const labelled = [
    ["Department for Levelling Up", "organization"],
    ["Housing and Communities", "organization"],
  ] as const;
  expect(tidied("The Department for Levelling Up, Housing and Communities paid.", ...labelled)).toEqual([
    "organization: Department for Levelling Up, Housing and Communities",
  ]);
});

import { expect, it } from "vitest";
import { tidied } from "./tidied.js";

it("a strange word in a list of places behind a preposition is a place", () => {
  const list = tidied("Houses burned in Riyom, Bassa and Tarvoq.", ["Riyom", "place"], ["Bassa", "place"], ["Tarvoq", "person"]);
  expect(list).toEqual(["place: Riyom", "place: Bassa", "place: Tarvoq"]);
  expect(tidied("the road to Hamdan, Beni Tarvoq and Vesk", ["Hamdan", "place"], ["Beni Tarvoq", "person"], ["Vesk", "place"])).toEqual([
    "place: Hamdan",
    "place: Beni Tarvoq",
    "place: Vesk",
  ]);
});

it("who speaks or is known as a person is none", () => {
  expect(tidied("They met in Cairo and Tarvoq said no.", ["Cairo", "place"], ["Tarvoq", "person"])).toContain("person: Tarvoq");
  expect(tidied("They met in Cairo and Michael left.", ["Cairo", "place"], ["Michael", "person"])).toContain("person: Michael");
  expect(tidied("Born in England, Tarvoq moved.", ["England", "place"], ["Tarvoq", "person"])).toContain("person: Tarvoq");
});

it("a sentence begins with where it happens", () => {
  expect(tidied("In Tarvoq, nobody was hurt.", ["Tarvoq", "person"])).toEqual(["place: Tarvoq"]);
  expect(tidied("In Michael, nobody was hurt.", ["Michael", "person"])).toEqual(["person: Michael"]);
});

it("what has a district or a tribe is no person", () => {
  expect(tidied("villages of Barkin Ladi local government area", ["Barkin Ladi", "person"])).toEqual(["place: Barkin Ladi"]);
  expect(tidied("a school in Barda Vesk district", ["Barda Vesk", "person"])).toEqual(["place: Barda Vesk"]);
  expect(tidied("elders of the Tarvoq tribal confederation", ["Tarvoq", "place"])).toEqual(["group: Tarvoq"]);
});

it("the minister's field is no person, and a day may be a given name", () => {
  expect(tidied("a former governor now Minister of Labour, visited", ["Labour", "person"])).toEqual([]);
  expect(tidied("The chairman, Hon. Monday Tarvoq, came.", ["Tarvoq", "person"])).toEqual(["person: Monday Tarvoq"]);
  expect(tidied("He came on Monday. Tarvoq left.", ["Tarvoq", "person"])).toEqual(["person: Tarvoq"]);
});

it("a branch is called by its region", () => {
  expect(tidied("men of al-Qaida in the Arabian Peninsula", ["al-Qaida", "organization"], ["Arabian Peninsula", "place"])).toEqual([
    "organization: al-Qaida in the Arabian Peninsula",
  ]);
  expect(tidied("men of al-Qaida in Oman", ["al-Qaida", "organization"], ["Oman", "place"])).toHaveLength(2);
});

it("an institute is called by its field behind “on”", () => {
  expect(tidied("an analyst at the Project on Middle Sea Trade in Oslo", ["Oslo", "place"])).toEqual([
    "organization: Project on Middle Sea Trade",
    "place: Oslo",
  ]);
  expect(tidied("said the Institute on Monday that it had closed")).toEqual([]);
  expect(tidied("he met them at the Institute on Vesk Street in Oslo", ["Oslo", "place"])).toEqual(["place: Vesk Street", "place: Oslo"]);
});

it("those who fight are a group, whose name is said twice or known to nobody", () => {
  expect(tidied("They met Maru Maru veterans.", ["Maru Maru", "person"])).toEqual(["group: Maru Maru"]);
  expect(tidied("They met Michael rebels.", ["Michael", "person"])).toEqual(["person: Michael"]);
});

it("a strait is a place, and a channel that broadcasts none", () => {
  expect(tidied("It sank in the Tarvoq Channel.", ["Tarvoq Channel", "organization"])).toEqual(["place: Tarvoq Channel"]);
  expect(tidied("It ran on the Tarvoq Channel.", ["Tarvoq Channel", "organization"])).toEqual(["organization: Tarvoq Channel"]);
});

it("whom small words make look like a title is a person by what is said behind", () => {
  expect(tidied("Gitu wa Tarvoq, the secretary-general of the league, died.", ["Gitu wa Tarvoq", "work"])).toEqual([
    "person: Gitu wa Tarvoq",
  ]);
  expect(tidied("Songs of Tarvoq, the second album, sold.", ["Songs of Tarvoq", "work"])).toEqual(["work: Songs of Tarvoq"]);
});

it("what is shouted is no work, and what is read from is one", () => {
  expect(tidied("Boys shouted “Jai Shri Tarvoq” there.", ["Jai Shri Tarvoq", "work"])).toEqual([]);
  expect(tidied("He read from the Koran.", ["Koran", "group"])).toEqual(["work: Koran"]);
});

it("pupils are no part of their school's name, and a school is no place", () => {
  expect(tidied("Pupils of Tarvoq School came.", ["Pupils of Tarvoq School", "organization"])).toEqual(["organization: Tarvoq School"]);
  expect(tidied("He spoke at Tarvoq High School.", ["Tarvoq High School", "place"])).toEqual(["organization: Tarvoq High School"]);
});

it("a party has its branch in brackets", () => {
  expect(tidied("He met JDK(S) leaders.")).toEqual(["organization: JDK(S)"]);
  expect(tidied("He met JDK (S) leaders.")).toEqual([]);
});

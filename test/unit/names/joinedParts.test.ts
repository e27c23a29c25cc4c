import { describe, expect, it } from "vitest";
import { tidied } from "./tidied.js";

describe("what two places have together", () => {
  it.each([
    ["the Devon and Cornwall Police said", ["organization: Devon and Cornwall Police"]],
    ["between Devon and Cornwall Police", ["place: Devon", "organization: Cornwall Police"]],
  ])("is called by both: %s", (text, names) => {
    expect(tidied(text, ["Devon", "place"], ["Cornwall Police", "organization"])).toEqual(names);
  });

  it("and a court its circuit", () => {
    const labelled = [
      ["Court of Appeals", "organization"],
      ["Ninth Circuit", "organization"],
    ] as const;
    expect(tidied("the Court of Appeals for the Ninth Circuit ruled", ...labelled)).toEqual([
      "organization: Court of Appeals for the Ninth Circuit",
    ]);
  });
});

it("a commission has the people and the field before it", () => {
  const labelled = [
    ["Australian", "group"],
    ["Consumer Commission", "organization"],
  ] as const;
  expect(tidied("Australian Competition and Consumer Commission sued.", ...labelled)).toEqual([
    "organization: Australian Competition and Consumer Commission",
  ]);
});

it("a party's member has a name with a parent's", () => {
  const labelled = [
    ["Vesk Cymru's Mabon", "organization"],
    ["Gwynfor", "person"],
  ] as const;
  expect(tidied("Vesk Cymru's Mabon ap Gwynfor spoke.", ...labelled)).toEqual(["organization: Vesk Cymru", "person: Mabon ap Gwynfor"]);
});

it("England and Wales are two places", () => {
  expect(tidied("the courts of England and Wales", ["England and Wales", "place"])).toEqual(["place: England", "place: Wales"]);
  expect(tidied("in Bosnia and Herzegovina", ["Bosnia and Herzegovina", "place"])).toEqual(["place: Bosnia and Herzegovina"]);
});

describe("the fields of a ministry", () => {
  it("are part of its name, where the labels have them for names", () => {
    const labelled = [
      ["Department for Farms", "organization"],
      ["Housing", "organization"],
      ["Communities", "organization"],
    ] as const;
    expect(tidied("the Department for Farms, Housing and Communities said", ...labelled)).toEqual([
      "organization: Department for Farms, Housing and Communities",
    ]);
  });

  it("may stand before a comma", () => {
    const text = "the UK's Foreign, Commonwealth & Development Office said";
    expect(tidied(text, ["UK", "place"], ["Commonwealth & Development Office", "organization"])).toEqual([
      "place: UK",
      "organization: Foreign, Commonwealth & Development Office",
    ]);
    expect(tidied("He told Trade, Health and Safety Office staff.", ["Health and Safety Office", "organization"])).toEqual([
      "organization: Health and Safety Office",
    ]);
  });
});

it("U Maung Soe Vesk is a person", () => {
  expect(tidied("U Maung Soe Vesk spoke.", ["U Maung Soe Vesk", "place"])).toEqual(["person: U Maung Soe Vesk"]);
});

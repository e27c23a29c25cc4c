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

describe("a noun that says what a firm is", () => {
  it.each([
    ["The US automobile manufacturer Tarvo lost.", "US automobile manufacturer Tarvo", ["place: US", "organization: Tarvo"]],
    ["The German car maker Tarvo AG lost.", "German car maker Tarvo AG", ["group: German", "organization: Tarvo AG"]],
    ["Tarvo parent Velsa lost.", "Tarvo parent Velsa", ["organization: Tarvo", "organization: Velsa"]],
    ["Aircraft manufacturer Velsa lost.", "Aircraft manufacturer Velsa", ["organization: Velsa"]],
    ["Carmaker Velsa lost.", "Carmaker Velsa", ["organization: Velsa"]],
    ["The Association for the group Velsa lost.", "Association for the group Velsa", ["organization: Association for the group Velsa"]],
  ] as const)("is no part of its name: %s", (text, words, names) => {
    expect(tidied(text, [words, "organization"])).toEqual(names);
  });
});

describe("places beside places", () => {
  it.each([
    ["growers in Muhoron and Vesk say", [["Vesk", "place"]], ["place: Muhoron", "place: Vesk"]],
    ["growers in Vesk and Muhoron say", [["Vesk", "place"]], ["place: Vesk", "place: Muhoron"]],
    ["in Paris, with Muhoron and Vesk", [["Vesk", "place"]], ["place: Vesk"]],
    ["in Vesk and Monday's rain", [["Vesk", "place"]], ["place: Vesk"]],
    [
      "the MP for Leeds and York said",
      [
        ["Leeds", "place"],
        ["York", "place"],
      ],
      ["place: Leeds and York"],
    ],
    [
      "the MPs for Leeds and York said",
      [
        ["Leeds", "place"],
        ["York", "place"],
      ],
      ["place: Leeds", "place: York"],
    ],
    [
      "she sat in Vesk West and Tarn",
      [
        ["Vesk West", "place"],
        ["Tarn", "place"],
      ],
      ["place: Vesk West and Tarn"],
    ],
  ] as const)("%s", (text, labelled, names) => {
    expect(tidied(text, ...labelled)).toEqual(names);
  });
});

describe("what a name says that it is", () => {
  it.each([
    ["Tarvo Africa lost.", "Tarvo Africa", "place", ["organization: Tarvo Africa"]],
    ["Greater Kenya lost.", "Greater Kenya", "place", ["place: Greater Kenya"]],
    ["Nairobi Kenya lost.", "Nairobi Kenya", "place", ["place: Nairobi Kenya"]],
    ["the Mattei Plan for Africa", "Mattei", "person", ["work: Mattei Plan"]],
    ["he met Mattei Plan or not", "Mattei", "person", ["person: Mattei"]],
    ["the Vesk Doctrine for Africa", "Vesk Doctrine", "place", ["work: Vesk Doctrine"]],
    ["owned by Tarvo Plc of London", "Tarvo Plc of London", "organization", ["organization: Tarvo Plc", "place: London"]],
    [
      "Tarn Park; Vesk England; others",
      "Tarn Park; Vesk England",
      "organization",
      ["organization: Tarn Park", "organization: Vesk England"],
    ],
  ] as const)("%s", (text, words, type, names) => {
    expect(tidied(text, [words, type])).toEqual(names);
  });
});

describe("bodies and tournaments of places", () => {
  it.each([
    ["Vesk Cricket suspended him.", "Vesk", ["organization: Vesk Cricket"]],
    ["He left Cricket Vesk now.", "Vesk", ["organization: Cricket Vesk"]],
    ["At the Vesk Open she lost.", "Vesk", ["event: Vesk Open"]],
    ["Shops in Vesk Open", "Vesk", ["place: Vesk"]],
  ] as const)("%s", (text, words, names) => {
    expect(tidied(text, [words, "place"])).toEqual(names);
  });
});

describe("works behind their authors", () => {
  it.each([
    ["he read Orwell's Homage to Catalonia twice", "Orwell", "person", ["person: Orwell", "work: Homage to Catalonia"]],
    ["Ann Vesk's Plan to Win the Peace", "Ann Vesk", "person", ["person: Ann Vesk"]],
    ["she saw Ann Vesk's Council of Peace there", "Ann Vesk", "person", ["person: Ann Vesk"]],
    ["he met Farr's Nation of Islam twice", "Nation of Islam", "organization", ["organization: Nation of Islam"]],
    ["he read Vesk's Long Road twice", "Vesk's Long Road", "work", ["person: Vesk", "work: Long Road"]],
    ["he saw Rosemary's Long Road twice", "Rosemary's Long Road", "work", ["work: Rosemary's Long Road"]],
    ["he saw Vesk's List twice", "Vesk's List", "work", ["work: Vesk's List"]],
  ] as const)("%s", (text, words, type, names) => {
    expect(tidied(text, [words, type])).toEqual(names);
  });
});

describe("organizations of common words", () => {
  it.each([
    ["He wrote on X that Snap, the owner of an app, had left.", ["organization: X", "organization: Snap"]],
    ["Snap said so. Amnesty had left.", ["organization: Snap"]],
    ["shares in Block fell.", ["organization: Block"]],
    ["Grab rose. Then Shell fell 3 per cent. The Block fell.", ["organization: Grab", "organization: Shell"]],
    ["The Block said so. On X axis it fell. In Slack hours we rest.", []],
  ])("%s", (text, names) => {
    expect(tidied(text)).toEqual(names);
  });
});

it("a case that the Crown brings for somebody is one", () => {
  const text = "as in R (Vesk) v Secretary of State for Health and elsewhere";
  expect(tidied(text)).toEqual(["work: R (Vesk) v Secretary of State for Health"]);
});

it("a saint's medical center is one name", () => {
  expect(tidied("held at St. Luke's Medical Center now", ["St. Luke", "place"])).toEqual(["organization: St. Luke's Medical Center"]);
});

describe("realms", () => {
  it.each([
    ["he ruled the Principality of Vesk then", "Vesk", "place", ["place: Principality of Vesk"]],
    ["it joined the Crown Colony of Vesk then", "Crown Colony of Vesk", "organization", ["place: Crown Colony of Vesk"]],
    ["he left a kingdom of Vesk then", "Vesk", "place", ["place: Vesk"]],
  ] as const)("%s", (text, words, type, names) => {
    expect(tidied(text, [words, type])).toEqual(names);
  });
});

it("letters before who an organization has are one", () => {
  expect(tidied("four UVPK councillors and the EMTK's candidate")).toEqual(["organization: UVPK", "organization: EMTK"]);
  expect(tidied("four LGBT activists and the DNA's branch")).toEqual([]);
});

it("a strange word of a country is a firm where something is sold", () => {
  const labelled = [
    ["Tolvar", "place"],
    ["Norway", "place"],
  ] as const;
  expect(tidied("he sold the stake to Tolvar of Norway", ...labelled)).toEqual(["organization: Tolvar", "place: Norway"]);
  expect(tidied("he went to Tolvar of Norway", ...labelled)).toEqual(["place: Tolvar", "place: Norway"]);
});

describe("what is called after a saint and what he is called by", () => {
  it.each([
    [
      "at Christ the King Hospital then",
      [
        ["Christ", "person"],
        ["King Hospital", "organization"],
      ],
      ["organization: Christ the King Hospital"],
    ],
    [
      "at St John the Baptist Church then",
      [
        ["St John", "place"],
        ["Baptist Church", "organization"],
      ],
      ["organization: St John the Baptist Church"],
    ],
    ["at Our Lady of Vesk Hospital then", [["Lady of Vesk Hospital", "organization"]], ["organization: Our Lady of Vesk Hospital"]],
    [
      "Hale told the King Hospital",
      [
        ["Hale", "person"],
        ["King Hospital", "organization"],
      ],
      ["person: Hale", "organization: King Hospital"],
    ],
  ] as const)("%s", (text, labelled, expected) => {
    expect(tidied(text, ...labelled)).toEqual(expected);
  });
});

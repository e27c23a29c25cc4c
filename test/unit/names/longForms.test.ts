import { describe, expect, it } from "vitest";
import { findTitledWorks } from "../../../src/analysis/names/titledWorks.js";
import { readBlock } from "../../../src/analysis/text/sourceText.js";
import { tidied } from "./tidied.js";

describe("a name and its short form in brackets", () => {
  it("begins where the short form's first letter says", () => {
    expect(tidied("The Northern Vesk People's Party (NVPP) won.", ["People's Party", "organization"])).toEqual([
      "organization: Northern Vesk People's Party",
      "organization: NVPP",
    ]);
  });

  it("is an organization, and so is the short form", () => {
    expect(tidied("the Popular Union (UP) said", ["Popular Union", "organization"])).toEqual([
      "organization: Popular Union",
      "organization: UP",
    ]);
    expect(tidied("the Green Path Alliance (SV) said", ["Green Path Alliance", "organization"])).toEqual([
      "organization: Green Path Alliance",
    ]);
  });

  it("ends where the short form stands", () => {
    expect(tidied("the Vesk Mission in Upper Moravia (VMUM) said", ["Vesk Mission", "organization"], ["Upper Moravia", "place"])).toEqual([
      "organization: Vesk Mission in Upper Moravia",
      "organization: VMUM",
    ]);
    expect(tidied("the United Vesk High Commissioner for Herders (UVHCH) said")).toEqual([
      "organization: United Vesk High Commissioner for Herders",
      "organization: UVHCH",
    ]);
    expect(tidied("the Vesk Bank in Moravia (Friday) said", ["Vesk Bank", "organization"], ["Moravia", "place"])).toEqual([
      "organization: Vesk Bank",
      "place: Moravia",
    ]);
  });

  it("may have its short form as a word", () => {
    expect(tidied("the Northern Eel Marsh Authority (Nema) said", ["Northern Eel Marsh Authority", "organization"])).toEqual([
      "organization: Northern Eel Marsh Authority",
      "organization: Nema",
    ]);
    expect(tidied("the Halden Bank (Norway) said", ["Halden Bank", "organization"])).toEqual(["organization: Halden Bank"]);
  });

  it("may be a thing or somebody's office", () => {
    expect(tidied("an Environmental Impact Assessment (EIA) was made", ["Environmental Impact Assessment", "organization"])).not.toContain(
      "organization: EIA",
    );
    expect(tidied("a Member of Parliament (MP) left", ["Member of Parliament", "organization"])).toEqual(["organization: Parliament"]);
  });
});

describe("names that are two or part of one", () => {
  it.each([
    [
      "He left the Council on Sea Trade and the Halden Commission.",
      "Council on Sea Trade and the Halden Commission",
      "organization",
      ["organization: Council on Sea Trade", "organization: Halden Commission"],
    ],
    [
      "He left the Vesk Party and the Social Action of Oslo.",
      "Vesk Party and the Social Action of Oslo",
      "organization",
      ["organization: Vesk Party", "organization: Social Action of Oslo"],
    ],
    [
      "Oxfam and Amnesty International said",
      "Oxfam and Amnesty International",
      "organization",
      ["organization: Oxfam", "organization: Amnesty International"],
    ],
    ["the Under-Secretary-General for Sea Affairs said", "Under-Secretary-General for Sea Affairs", "organization", []],
    ["Tarvo of Italy won", "Tarvo of Italy", "organization", ["organization: Tarvo", "place: Italy"]],
    ["Hajduk 2 Proleter 0", "Hajduk 2 Proleter", "organization", ["organization: Hajduk", "organization: Proleter"]],
    ["Hajduk 2 Proleter 0", "Hajduk 2 Proleter 0", "organization", ["organization: Hajduk", "organization: Proleter 0"]],
    ["the Studio 54 Club closed", "Studio 54 Club", "organization", ["organization: Studio 54 Club"]],
    [
      "the Ministry of Health and the Environment said",
      "Ministry of Health and the Environment",
      "organization",
      ["organization: Ministry of Health and the Environment"],
    ],
    [
      "He chairs the Audit Committee of the Halden Trade Council.",
      "Audit Committee of the Halden Trade Council",
      "organization",
      ["organization: Audit Committee", "organization: Halden Trade Council"],
    ],
    [
      "He sits on the Board of the Halden Trade Council.",
      "Board of the Halden Trade Council",
      "organization",
      ["organization: Halden Trade Council"],
    ],
    ["gold at the Winter Games in Halden", "Winter Games in Halden", "event", ["event: Winter Games", "place: Halden"]],
    ["the Sultan of Sokoto spoke", "Sultan of Sokoto", "place", ["place: Sokoto"]],
    ["the Vesk County Government said", "Vesk County Government", "place", ["organization: Vesk County Government"]],
    ["Shares of Tarvo Lithium fell", "Tarvo", "person", ["organization: Tarvo Lithium"]],
  ] as const)("%s", (text, words, type, names) => {
    expect(tidied(text, [words, type])).toEqual(names);
  });

  it.each([
    ["Secretary of State for Transport Louise Hale spoke.", "State for Transport Louise Hale", "organization", ["person: Louise Hale"]],
    ["the President of the Republic Thomas Hall spoke", "Republic Thomas Hall", "place", ["person: Thomas Hall"]],
    ["Umm Karima lost two sons.", "Karima", "person", ["person: Umm Karima"]],
    ["Mayor Of Varnholm Resigns", "Of Varnholm", "person", ["person: Varnholm"]],
    ["Halden Airlines denied it.", "", "organization", ["organization: Halden Airlines"]],
    ["He met Varnholm's Old Harbour.", "Varnholm's Old Harbour", "place", ["place: Varnholm", "place: Old Harbour"]],
    ["He met KPT's Ann Lee.", "KPT's Ann Lee", "person", ["organization: KPT", "person: Ann Lee"]],
    ["He met the Tory Giles Hale.", "Tory Giles Hale", "organization", ["group: Tory", "person: Giles Hale"]],
    ["land of Bosques del Sur", "Bosques", "organization", ["organization: Bosques del Sur"]],
    ["It is Banco de la Costa Verde.", "Costa Verde", "place", ["place: Costa Verde"]],
    ["He joined the Vesk Party and Halden.", "Vesk Party and Halden", "organization", ["organization: Vesk Party", "organization: Halden"]],
    [
      "They are Musk and Belgian Trade Party.",
      "Musk and Belgian Trade Party",
      "organization",
      ["organization: Musk", "organization: Belgian Trade Party"],
    ],
    [
      "second to Green Party of Peru Thomas Hall",
      "Green Party of Peru Thomas Hall",
      "organization",
      ["organization: Green Party of Peru", "person: Thomas Hall"],
    ],
    ["the heads of the Harbour Safety Task Force", "Task Force", "organization", ["organization: Harbour Safety Task Force"]],
    ["the leaders of the South African Party", "African Party", "organization", ["organization: South African Party"]],
    [
      "It was the Party of Socialists and Democrats.",
      "Party of Socialists",
      "organization",
      ["organization: Party of Socialists and Democrats"],
    ],
    ["On Monday Council leaders met", "Council", "organization", ["organization: Council"]],
    ["The union's leader, Per Olsen, called.", "Olsen", "person", ["person: Per Olsen"]],
    ["Will Olsen call?", "Olsen", "person", ["person: Olsen"]],
    ["It rated Halden Energi.", "Halden Energi", "place", ["organization: Halden Energi"]],
    ["The Lagos State Government sealed it.", "Lagos", "place", ["organization: Lagos State Government"]],
    ["from Trinidad and Tobago today", "Trinidad and Tobago", "place", ["place: Trinidad and Tobago"]],
    ["from Paris and Berlin today", "Paris and Berlin", "place", ["place: Paris", "place: Berlin"]],
    ["- Norvik Shipping", "", "organization", ["organization: Norvik Shipping"]],
    ["Global Airlines Face Losses", "", "organization", []],
  ] as const)("%s", (text, words, type, names) => {
    expect(words === "" ? tidied(text) : tidied(text, [words, type])).toEqual(names);
  });

  it("joins two places that are one country", () => {
    expect(tidied("from Trinidad and Tobago today", ["Trinidad", "place"], ["Tobago", "place"])).toEqual(["place: Trinidad and Tobago"]);
    expect(tidied("the courts of England and Wales", ["England", "place"], ["Wales", "place"])).toEqual(["place: England", "place: Wales"]);
  });

  it("joins what is no place without the one behind it", () => {
    expect(tidied("from the Port of Oslo today", ["Port", "place"], ["Oslo", "place"])).toEqual(["place: Port of Oslo"]);
    expect(tidied("from Bergen of Oslo today", ["Bergen", "place"], ["Oslo", "place"])).toEqual(["place: Bergen", "place: Oslo"]);
  });

  it("joins what a country has one of to the country", () => {
    expect(tidied("the Cuban Government said", ["Cuban", "group"], ["Government", "organization"])).toEqual([
      "organization: Cuban Government",
    ]);
    expect(tidied("the Polish Red Cross said", ["Polish", "group"], ["Red Cross", "organization"])).toEqual([
      "organization: Polish Red Cross",
    ]);
    expect(tidied("of Dorset & Vesk Rescue Department", ["Dorset", "place"], ["Vesk Rescue Department", "organization"])).toEqual([
      "organization: Dorset & Vesk Rescue Department",
    ]);
  });
});

describe("titles in quotation marks", () => {
  function titles(text: string): string[] {
    const block = readBlock(text);
    return findTitledWorks(block).map(
      ({ first, end, type }) => `${type}: ${text.slice(block.tokens.starts[first], block.tokens.ends[end - 1])}`,
    );
  }

  it.each([
    ["Her film “Salt Road” opened on Friday.", ["work: Salt Road"]],
    ['His first album, "Jan in the Box", came out.', ["work: Jan in the Box"]],
    ['Her first book, "Harmattan Letters," is taught in schools.', ["work: Harmattan Letters"]],
    ["“Letters Home,” a novel by Ida Ek, won.", ["work: Letters Home"]],
    ["the songs “Oslo” and “Bergen”", ["work: Oslo", "work: Bergen"]],
    ["the tabloid ‘Evening Bell’", ["organization: Evening Bell"]],
    ["a play called “The Long Way”", ["work: The Long Way"]],
    ["“We Will Go,” the mayor said.", []],
    ["She calls the mayor “Iron Ida”.", []],
    ["It was, he said, a book “Made by fools”.", []],
  ])("%s", (text, expected) => {
    expect(titles(text)).toEqual(expected);
  });
});

describe("a name in another language and its short form", () => {
  it.each([
    ["the Mouvement pour le salut de l'Azawad (MSA) said", "Mouvement pour le salut de l'Azawad", "MSA"],
    ["the Groupe d'autodéfense et alliés du nord (GAAN) said", "Groupe d'autodéfense et alliés du nord", "GAAN"],
  ])("are organizations, with the small words: %s", (text, long, short) => {
    expect(tidied(text)).toEqual([`organization: ${long}`, `organization: ${short}`]);
  });

  it("may have capitals behind hyphens", () => {
    expect(tidied("the Presidential Anti-Organized Vesk Commission (PAOVC) said", ["Vesk Commission", "organization"])).toEqual([
      "organization: Presidential Anti-Organized Vesk Commission",
      "organization: PAOVC",
    ]);
  });
});

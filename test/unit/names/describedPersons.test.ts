import { describe, expect, it } from "vitest";
import { tidied } from "./tidied.js";

describe("persons by what describes them", () => {
  it.each([
    ["Nomsa Dlamu, who leads it, spoke.", "Nomsa Dlamu", "place", ["person: Nomsa Dlamu"]],
    ["Nomsa Dlamu, Africa director at Vesk, spoke.", "Nomsa Dlamu", "place", ["person: Nomsa Dlamu"]],
    ["Nomsa Dlamu, China's ambassador to Vesk, spoke.", "Nomsa Dlamu", "place", ["person: Nomsa Dlamu"]],
    ["The chair of the league, Nomsa Dlamu, spoke.", "Nomsa Dlamu", "place", ["person: Nomsa Dlamu"]],
    ["Vesk Harbour, who won, played on.", "Vesk Harbour", "organization", ["organization: Vesk Harbour"]],
    ["In Nomsa Dlamu, director of the film, it has a star.", "Nomsa Dlamu", "place", ["place: Nomsa Dlamu"]],
    ["Ann Lee, director, Nomsa Dlamu, wrote.", "Nomsa Dlamu", "place", ["place: Nomsa Dlamu"]],
    ["The director, Vesk Council, wrote.", "Vesk Council", "organization", ["organization: Vesk Council"]],
    ["The Ambassador in Cairo Ann Lee spoke.", "Cairo Ann Lee", "person", ["place: Cairo", "person: Ann Lee"]],
    ["The Governor of Maine Joseph Lee spoke.", "Governor of Maine Joseph Lee", "person", ["place: Maine", "person: Joseph Lee"]],
    ["It is led by a man known only as Calarcá now.", "Calarcá", "place", ["person: Calarcá"]],
    ["The head of the guard in Vesk, Halo Dlamu, spoke.", "Halo Dlamu", "organization", ["person: Halo Dlamu"]],
    ["According to Nomsa Dlamu, head of the union, it was.", "Nomsa Dlamu", "place", ["person: Nomsa Dlamu"]],
    ["The Rule of Vesk bloc left.", "Rule of Vesk", "place", ["organization: Rule of Vesk"]],
    ["The Albu Vesk tribe left Norway alliance talks.", "Albu Vesk", "place", ["group: Albu Vesk"]],
    ["It was lost, says one of them, Nomsa, pointing.", "Nomsa", "place", ["person: Nomsa"]],
    ["It saw the cities, most of them, Nomsa too.", "Nomsa", "place", ["place: Nomsa"]],
    ["Karim Hale alias Tino fled.", "Karim Hale alias Tino", "person", ["person: Karim Hale", "person: Tino"]],
    ["Norvik Hunt analyst Ann Lee spoke.", "Norvik Hunt analyst Ann Lee", "person", ["organization: Norvik Hunt", "person: Ann Lee"]],
    [
      "Meteorologist Sunil Das of the Vesk Weather Centre spoke.",
      "Meteorologist Sunil Das of the Vesk Weather Centre",
      "organization",
      ["person: Sunil Das", "organization: Vesk Weather Centre"],
    ],
    ["See Hale Dep. 44.", "Hale Dep", "person", ["person: Hale"]],
    ["It was Plaintiff Ann Lee who spoke.", "Plaintiff Ann Lee", "person", ["person: Ann Lee"]],
    ["Vesk, who behaved well, left.", "Vesk", "place", ["person: Vesk"]],
    ["Vesk has said nothing.", "Vesk", "place", ["person: Vesk"]],
    ["London has said nothing.", "London", "place", ["place: London"]],
    ["The best was An Se-young now.", "An Se-young", "organization", ["person: An Se-young"]],
    ["He told Members so.", "Members", "organization", []],
    ["It was dismissed by Farb J on Friday.", "Farb J", "person", ["person: Farb"]],
    ["It was said of Ann J on Friday.", "Ann J", "person", ["person: Ann J"]],
    ["Then Major Vesk-Tarn commands the levy.", "Vesk-Tarn", "organization", ["person: Vesk-Tarn"]],
    ["Vietnam's To Lam left.", "To Lam", "person", ["person: To Lam"]],
    ["As Your Lordship knows, it is so.", "Lordship", "person", []],
    ["The Queen Mother is for peace.", "Queen Mother", "organization", []],
    ["As in [2022] EWHC 2041 it is so.", "EWHC", "organization", []],
    ["THE SECRETARY OF STATE FOR TRANSPORT", "STATE FOR TRANSPORT", "organization", []],
    ["He paid Vesk Brothers for it.", "Vesk Brothers", "person", ["organization: Vesk Brothers"]],
    ["TARVO FREIGHT LIMITED     Claimants", "TARVO FREIGHT LIMITED     Claimants", "work", ["organization: TARVO FREIGHT LIMITED"]],
    ["London, who won, left.", "London", "place", ["place: London"]],
    ["Captain Tarn of the Blues called.", "Tarn of the Blues", "person", ["person: Tarn", "organization: Blues"]],
    ["It was Peter Vesk J who agreed.", "Peter Vesk J", "person", ["person: Peter Vesk"]],
    ["Councillors Ann Vesk and Bo Roe spoke.", "Councillors Ann Vesk", "person", ["person: Ann Vesk", "person: Bo Roe"]],
    ["The leader of Tarvo LLC Jim Hale spoke.", "Tarvo LLC Jim Hale", "organization", ["organization: Tarvo LLC", "person: Jim Hale"]],
    ["The Defendants denied it.", "Defendants", "organization", []],
    ["VHA Administrator Hale spoke.", "VHA Administrator Hale", "organization", ["organization: VHA", "person: Hale"]],
  ] as const)("%s", (text, words, type, names) => {
    expect(tidied(text, [words, type])).toEqual(names);
  });
});

it("a cabinet secretary's office is no organization", () => {
  expect(tidied("Health Cabinet Secretary Ann Lee spoke.", ["Ann Lee", "person"])).toEqual(["person: Ann Lee"]);
});

describe("judges", () => {
  it.each([
    ["Vesk LJ agreed with Lord Justice Bean.", ["person: Bean"]],
    ["HHJ Stone sat with Mrs Justice May Hill.", ["person: Stone", "person: May Hill"]],
    ["The Justice Ministry agreed.", []],
  ])("%s", (text, names) => {
    expect(tidied(text)).toEqual(names);
  });
});

describe("kin", () => {
  it.each([
    ["She leaves a brother, Einar; and a great-granddaughter, Saga.", ["person: Einar", "person: Saga"]],
    ["He has two sons, Ole and Per, and a dog.", ["person: Ole", "person: Per"]],
    ["His parents, Ann and Tom Hale, wept.", ["person: Ann", "person: Tom Hale"]],
    ["His children, Reuters reported, wept.", []],
    ["She saw her son, Monday or not.", []],
    ["She saw Ann Hale and her son,", []],
    ["She saw Ann Hale and her two sons,", []],
  ])("%s", (text, names) => {
    expect(tidied(text)).toEqual(names);
  });

  it("are persons where the labels have a place", () => {
    expect(tidied("He met their daughter Georgia in Vesk.", ["Georgia", "place"])).toEqual(["person: Georgia"]);
  });
});

describe("persons of two common words", () => {
  it.each([
    ["Captain Will Stoke saw it.", ["person: Will Stoke"]],
    ["The striker, Joy Field, scored.", ["person: Joy Field"]],
    ["Prime Minister May Resign Over Leak", []],
    ["Prime Minister Will Announce Budget", []],
    ["The mayor of Rich Hill spoke.", []],
  ])("are told by what stands before them: %s", (text, names) => {
    expect(tidied(text)).toEqual(names);
  });

  it("are told by a title where nobody knows their words", () => {
    expect(tidied("Then MP Zabu Owixo and others left.")).toEqual(["person: Zabu Owixo"]);
    expect(tidied("Then MP Zabu Owixo Quoro left.")).toEqual([]);
    expect(tidied("Then Minister Foreign Affairs left.")).toEqual([]);
  });

  it("have the surname that the labels left out", () => {
    expect(tidied("It was Administrator Brock Long who spoke.", ["Brock", "person"])).toEqual(["person: Brock Long"]);
  });
});

describe("nicknames in quotation marks", () => {
  it.each([
    ['Tom "the Bomb" Vesk lost.', "Tom", 'Tom "the Bomb" Vesk'],
    ["José “Pepe” de la Cruz lost.", "José", "José “Pepe” de la Cruz"],
    ['Tom Vesk said "No" Friday.', "Tom Vesk", "Tom Vesk"],
    ["Trump’s “Vesk First” Agenda", "Trump", "Trump"],
    ['Tom "VPN" Secretary Vesk', "Tom", "Tom"],
    ["Tom Vesk ‘The Dealer’ Could Go", "Tom Vesk", "Tom Vesk"],
    ["Tom ‘The Dealer’ Wins Fight Against Vesk Fund", "Tom", "Tom"],
  ])("belong to the name: %s", (text, words, name) => {
    expect(tidied(text, [words, "person"])).toEqual([`person: ${name}`]);
  });
});

describe("surnames in brackets", () => {
  it("belong to the name", () => {
    expect(tidied("Mary (Smith) Jones left.", ["Mary", "person"], ["Smith", "person"], ["Jones", "person"])).toEqual([
      "person: Mary (Smith) Jones",
    ]);
    expect(tidied("Mary (née Smith) Jones left.", ["Mary", "person"], ["Smith", "person"], ["Jones", "person"])).toEqual([
      "person: Mary (née Smith) Jones",
    ]);
  });

  it("are none where they are where somebody is from", () => {
    expect(tidied("Mary (Kenya) Jones", ["Mary", "person"], ["Kenya", "place"], ["Jones", "person"])).toHaveLength(3);
  });
});

describe("an organization before somebody's role in it", () => {
  it.each([
    ["Tarvomex chief spokesperson Ann Lee left.", ["organization: Tarvomex", "person: Ann Lee"]],
    ["Former spokesperson Ann Lee left.", ["person: Ann Lee"]],
    ["The Tarvomex spokesperson left.", []],
  ])("%s", (text, names) => {
    expect(text.includes("Ann Lee") ? tidied(text, ["Ann Lee", "person"]) : tidied(text)).toEqual(names);
  });
});

describe("a state as papers shorten it", () => {
  it("is a place behind a town", () => {
    expect(tidied("in Vesk, Mass., on Friday", ["Vesk", "place"])).toEqual(["place: Vesk", "place: Mass."]);
    expect(tidied("in Vesk, Mass. was cold", ["Vesk", "place"], ["Mass.", "person"])).toEqual(["place: Vesk", "place: Mass."]);
    expect(tidied("at Mass. on Friday")).toEqual([]);
  });
});

describe("given names of two syllables", () => {
  it.each([
    ["Adviser Wi Sung-lac spoke.", ["person: Wi Sung-lac"]],
    ["Premier Pak Thae-song spoke.", ["person: Pak Thae-song"]],
    ["The Gas Co-op and the Mid Post-war Plan", []],
    ["Minister Wi-fi and Chief Follow-up", []],
  ])("make a person with the surname before them: %s", (text, names) => {
    expect(tidied(text)).toEqual(names);
  });
});

describe("persons behind the chamber that their office names", () => {
  it.each([
    ["the Speaker of the House Newt Vesk spoke.", "House Newt Vesk", ["organization: House", "person: Newt Vesk"]],
    ["Member of Parliament Joan Vesk spoke.", "Parliament Joan Vesk", ["organization: Parliament", "person: Joan Vesk"]],
    ["Speaker of the House Budget Committee spoke.", "House Budget Committee", ["organization: House Budget Committee"]],
  ])("are a name of their own: %s", (text, words, names) => {
    expect(tidied(text, [words, "organization"])).toEqual(names);
  });
});

it("have the surname that a paper defines for them", () => {
  expect(tidied('Defendant Ann Vesk ("VESK") was there.', ["Ann Vesk", "person"])).toEqual(["person: Ann Vesk", "person: VESK"]);
});

describe("names in the records of an assembly", () => {
  it.each([
    ["MANSOUR SH. A. VESK (Kuwait) said so.", ["person: MANSOUR SH. A. VESK"]],
    ["THE TALKS ENDED (Kuwait) said so.", []],
  ])("open a paragraph before their country: %s", (text, names) => {
    expect(tidied(text)).toEqual(names);
  });

  it.each(["Special Envoy", "Under-Secretary-General for Refugees"])("are no offices alone: %s", (words) => {
    expect(tidied(`The ${words} spoke.`, [words, "organization"])).toEqual([]);
  });
});

it("persons are told by their age", () => {
  expect(tidied("It went to Norland Wold, 54, a teacher.", ["Norland Wold", "place"])).toEqual(["person: Norland Wold"]);
  expect(tidied("At Norland Wold, 54 people died.", ["Norland Wold", "place"])).toEqual(["place: Norland Wold"]);
});

describe("what stands behind persons' names", () => {
  it.each([
    ["Ms N Sharply Weld SC spoke.", "N Sharply Weld SC", "person", ["person: N Sharply Weld"]],
    ["As Hart-Weld CJ held, it is so.", "Hart-Weld CJ", "organization", ["person: Hart-Weld"]],
    [
      "Lady Hale and Lord Reed-Weld JSC dissented.",
      "Lady Hale and Lord Reed-Weld JSC",
      "organization",
      ["person: Hale", "person: Reed-Weld"],
    ],
    ["East Vesk SC won.", "East Vesk SC", "organization", ["organization: East Vesk SC"]],
    ["The king, His Royal Majesty, came.", "His Royal Majesty", "work", []],
  ] as const)("is none of the name: %s", (text, words, type, names) => {
    expect(tidied(text, [words, type])).toEqual(names);
  });

  it("is no name apart", () => {
    expect(tidied("The lawyer, Femi Weld, SAN, spoke.", ["Femi Weld", "person"], ["SAN", "organization"])).toEqual(["person: Femi Weld"]);
  });
});

it("offices are no persons, and a rank is none of an office", () => {
  expect(tidied("The Foreign Secretary spoke.", ["Foreign Secretary", "person"])).toEqual([]);
  expect(tidied("The High Commissioner for Refugees spoke.", ["High Commissioner", "organization"])).toEqual([]);
});

it("persons are told by their office with a capital before them", () => {
  const text = "The High Commissioner for Human Rights, Volker Trück, called for calm.";
  expect(tidied(text, ["Volker Trück", "organization"])).toEqual(["person: Volker Trück"]);
});

it("Mr Ford is no firm", () => {
  expect(tidied("Mr Ford has left.", ["Ford", "organization"])).toEqual(["person: Ford"]);
});

it("small words before a surname are its own", () => {
  expect(tidied("They thanked van den Berg for it.", ["Berg", "person"])).toEqual(["person: van den Berg"]);
  expect(tidied("Behind the van Berg slept.", ["Berg", "person"])).toEqual(["person: Berg"]);
  expect(tidied("Siti Aminah binti Tarudin won.", ["Siti Aminah", "person"], ["Tarudin", "person"])).toEqual([
    "person: Siti Aminah binti Tarudin",
  ]);
});

it("a people has its community", () => {
  expect(tidied("Members of the Yagan community agreed.", ["Yagan", "person"])).toEqual(["group: Yagan"]);
  expect(tidied("But the Weld people are coming.", ["Weld", "person"])).toEqual(["person: Weld"]);
});

it("teams are no persons", () => {
  expect(tidied("Barrow Rovers won.", ["Barrow Rovers", "person"])).toEqual(["organization: Barrow Rovers"]);
  expect(tidied("the BJP State president said", ["BJP State", "organization"])).toEqual(["organization: BJP"]);
});

it("what both firms and people are said to be makes a person of a given name and a surname", () => {
  expect(tidied("The broadcaster Alun Rees left.", ["Alun Rees", "organization"])).toEqual(["person: Alun Rees"]);
  expect(tidied("The broadcaster Channel Vesk left.", ["Channel Vesk", "organization"])).toEqual(["organization: Channel Vesk"]);
});

it("two strange words behind who somebody is are a person", () => {
  expect(tidied("There fisherman Amadu Momadu lost two boats.")).toEqual(["person: Amadu Momadu"]);
});

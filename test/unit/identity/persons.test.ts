import { describe, expect, it } from "vitest";
import { resolveMarked } from "./markedText.js";

it("Mr. and a surname is who was called Mr. before, of two", () => {
  const { mentionsOf } = resolveMarked("Mr. [p:Anil Singh] spoke. [p:Kuldip Singh] had held otherwise. Mr. [p:Singh] left.");
  expect(mentionsOf("Anil Singh")).toEqual(["Anil Singh", "Singh"]);
});

describe("one name of two persons", () => {
  it.each<[what: string, text: string, of: string, mentions: readonly string[]]>([
    [
      "a brother behind a comma stays aside",
      "[p:Salah Tarvo] had paid. His brother, [p:Omar Tarvo], had not. [p:Tarvo] had a receipt. [p:Omar Tarvo] left.",
      "Salah Tarvo",
      ["Salah Tarvo", "Tarvo"],
    ],
    [
      "a brother who is named in full again stays aside",
      "[p:Salah Tarvo] had paid. [p:Tarvo] smiled.\n\nHis brother, [p:Omar Tarvo], had not. [p:Omar Tarvo] left.\n\n[p:Tarvo] had a receipt.",
      "Salah Tarvo",
      ["Salah Tarvo", "Tarvo", "Tarvo"],
    ],
    [
      "who is called by the first word of the name",
      "President [p:Tarvo Subanti] met reporters. [p:Tarvo] smiled. A spokesman, [p:Hasan Tarvo], sat there. [p:Tarvo] spoke.",
      "Tarvo Subanti",
      ["Tarvo Subanti", "Tarvo", "Tarvo"],
    ],
    [
      "who is called so before the other is named",
      "President [p:Tarvo Subanti] signed. [p:Tarvo] spoke.\n\nA spokesman, [p:Hasan Tarvo], sat there.",
      "Tarvo Subanti",
      ["Tarvo Subanti", "Tarvo"],
    ],
    [
      "the bearer of the surname, where the other has one of his own",
      "President [p:Tarvo Subanti] met reporters. [p:Subanti] rose. [p:Hasan Tarvo] sang. [p:Tarvo] spoke.",
      "Hasan Tarvo",
      ["Hasan Tarvo", "Tarvo"],
    ],
    [
      "the bearer of the surname, where the other is a headline's verb",
      "[p:Tarvo Slams] the plan\n\n[p:Hasan Tarvo] rose. [p:Tarvo] spoke.",
      "Hasan Tarvo",
      ["Hasan Tarvo", "Tarvo"],
    ],
    [
      "the bearer of a surname that is a given name too",
      "[p:Paul Ryan] met reporters. [p:Ryan Weld] sat by. [p:Ryan] spoke.",
      "Paul Ryan",
      ["Paul Ryan", "Ryan"],
    ],
    [
      "a son by what tells him from his father",
      "[p:Jan T. Vesk] left. [p:Jan T. Vesk, Jr.], the son of Mr. [p:Vesk], stayed. Mr. [p:Vesk, Jr.] sat.",
      "Jan T. Vesk, Jr.",
      ["Jan T. Vesk, Jr.", "Vesk, Jr."],
    ],
    [
      "a father, and not the son who is named so once",
      "[p:Jan T. Vesk] left. [p:Jan T. Vesk, Jr.], the son of Mr. [p:Vesk], stayed.",
      "Jan T. Vesk",
      ["Jan T. Vesk", "Vesk"],
    ],
  ])("%s", (_what, text, of, mentions) => {
    expect(
      resolveMarked(text)
        .mentionsOf(of)
        .filter((mention) => mention !== "His"),
    ).toEqual(mentions);
  });
});

describe("one person", () => {
  it.each([
    ["a surname after the full name", "[p:Marta Olsen] spoke. Later [p:Olsen] left.", 1],
    ["a surname before the full name", "[p:Olsen] asks for help\n\nMinister [p:Marta Olsen] asked the council for help.", 1],
    ["a particle left out", "[p:Izzat al-Tamimi] returned. The organization of [p:Tamimi] grew.", 1],
    ["a particle kept", "[p:Izzat al-Tamimi] returned. [p:Al-Tamimi] spoke.", 1],
    ["a Dutch particle", "[p:Pieter van der Berg] won. [p:Van der Berg] thanked the voters.", 1],
    ["a Spanish double surname", "[p:Lucía Herrera Campos] sang. [p:Herrera Campos] bowed. [p:Herrera] smiled.", 1],
    ["accents", "[p:José Núñez] met reporters. [p:Nunez] said little.", 1],
    ["a hyphen", "[p:Anne-Marie Duval] wrote. [p:Anne Marie Duval] replied.", 1],
    ["a middle initial", "[p:Robert K. Hale] sat. [p:Robert Hale] rose. [p:R. K. Hale] left.", 1],
    ["a middle name", "[p:Robert Kenneth Hale] sat. [p:Robert K. Hale] rose.", 1],
    ["a nickname", "[p:William Hart] sat. [p:Bill Hart] rose.", 1],
    ["a title", "[p:Marta Olsen] spoke. Mrs. [p:Olsen] left.", 1],
    ["a rank and a courtesy title", "Senator [p:Marta Olsen] spoke. Mrs. [p:Olsen] left.", 1],
    ["Mr. and who has a woman's name", "[p:Marta Olsen] spoke. Mr. [p:Olsen] left.", 2],
    ["a governor and his lady", "Governor [p:Olsen] spoke. Lady [p:Olsen] left. Governor [p:Olsen] slept.", 2],
    ["a lady and the governor", "Lady [p:Olsen] spoke. Governor [p:Olsen] left. Lady [p:Olsen] slept.", 2],
    ["a rank and Mr.", "Captain [p:Olsen] spoke. Mr. [p:Olsen] left.", 1],
    ["capitals", "[p:MARTA OLSEN] RESIGNS\n\n[p:Marta Olsen] resigned.", 1],
    ["another romanization", "[p:Nouri Khalaf] spoke. [p:Nuri Khalaf] left.", 1],
    ["a given name", "[p:Marta Olsen] spoke. [p:Marta] left.", 1],
    ["a possessive", "[p:Marta Olsen] spoke. [p:Olsen]'s dog barked.", 1],
    ["initials without a middle name conflicting", "[p:George H. Ward] sat. [p:George W. Ward] rose.", 2],
    ["what somebody is called by a child", "[p:Karim Tamim] ([p:Abu Walid]) was held. [p:Abu Walid] slept.", 1],
    ["an alias", "[p:Karim al-Tamimi], also known as [p:Abu Walid], was held. [p:Walid] slept.", 1],
    ["an alias of one word", "[p:Karim al-Tamimi], better known as “[p:Tino],” was held. [p:Tino] slept.", 1],
    ["what everyone calls somebody", "[p:Karim al-Tamimi], whom everyone called [p:Tino], was held. [p:Tino] slept.", 1],
    ["a name defined for a paper", "[p:Karim al-Tamimi] (“[p:Respondent]”) was held. [p:Respondent] slept.", 1],
    ["a maiden name of one word that another bears", "[p:Olga Berg] (née [p:Lind]) won. [p:Tom Lind] left. [p:Lind] smiled.", 2],
    ["a surname with a particle that is a given name too", "Haj [p:Mustafa Ben Ghalim] came. [p:Ben Ghalim] left.", 1],
    ["a given name that is a particle too", "[p:Mustafa Ghalim] came. [p:Ben Ghalim] left.", 2],
    ["an alias in brackets", "[p:Olga Berg] (née [p:Olga Lind]) won. [p:Lind] smiled.", 1],
    [
      "an alias of who is named by the surname",
      "[p:Alice Olsen] left. Police say [p:Olsen], also known as [p:Mei Hua Lin], owned it. [p:Lin] slept.",
      1,
    ],
    [
      "an alias of one of two with the surname",
      "[p:Alice Olsen] and [p:Tom Olsen] left. [p:Olsen], also known as [p:Mei Hua Lin], slept.",
      3,
    ],
    ["surnames that only sound alike", "[p:Tom Marsh] rose. [p:Mears] left.", 2],
    ["a colonel and a kinsman", "Col. [p:Tom Olsen] rose. [p:Karl Olsen] sat. Then Col. [p:Olsen] left.", 2],
    ["a father named in his son's apposition", "[p:Tom Olsen] rose. [p:Karl Olsen], son of [p:Olsen], left.", 2],
    ["the surname first", "[p:Orbán Viktor] spoke. [p:Orbán] left. [p:Viktor Orbán] slept.", 1],
    ["a Malay father's name", "[p:Siti Aminah binti Tarudin] sang. [p:Siti Aminah] bowed.", 1],
    ["a queen and a namesake", "Queen [p:Elizabeth II] met [p:Elizabeth Hale]. Queen [p:Elizabeth] left.", 2],
    ["a son and his father", "[p:John Ward] and his father, [p:John P. Ward], sat together.", 2],
    ["two that are named together", "[p:John Ward] and [p:John P. Ward] sat together.", 2],
    ["a father's namesake", "[p:John Ward]'s uncle, [p:John P. Ward], rose.", 2],
    ["a couple", "[p:John Ward] sat. [p:Mary Ward] rose.", 2],
    ["father and son", "[p:John Ward Sr.] sat. [p:John Ward Jr.] rose.", 2],
    ["kin by a given name that another bears", "[p:Bryan Olsen] scored. [p:Tom Ward] won. [p:Ward]'s father, [p:Bryan], wept.", 3],
    ["kin by a given name who was named before", "[p:Bryan Ward] scored. [p:Tom Ward] won. [p:Ward]'s father, [p:Bryan], wept.", 2],
    ["a couple by their titles", "Mr. [p:Ward] sat. Mrs. [p:Ward] rose.", 2],
  ])("%s", (_, marked, persons) => {
    const { entities } = resolveMarked(marked);
    expect(entities.map(({ type }) => type)).toEqual(Array(persons).fill("person"));
  });

  it("is named by a full form that stands far oftener than a longer one", () => {
    const { entities } = resolveMarked(
      "[p:Honest Marta Olsen] came. [p:Marta Olsen] spoke. [p:Marta Olsen] left. Then [p:Marta Olsen] slept.",
    );
    expect(entities[0]).toMatchObject({ name: "Marta Olsen", aliases: ["Honest Marta Olsen"] });
  });

  it("is named by the fullest form, with the others as aliases", () => {
    const { entities } = resolveMarked("[p:Olsen] wins\n\n[p:Marta Olsen] won. [p:Olsen] smiled.");
    expect(entities[0]).toMatchObject({ id: "e1", name: "Marta Olsen", aliases: ["Olsen"] });
  });

  it("is named in plain letters where a headline or a list writes it otherwise", () => {
    const { entities } = resolveMarked("[p:MARTA OLSEN] RESIGNS\n\n[p:Marta Olsen] resigned.");
    expect(entities[0].name).toBe("Marta Olsen");
  });

  it("keeps a shared bare surname with whom it meant before, once another paragraph has begun", () => {
    const { mentionsOf } = resolveMarked(
      "[p:Mary Ward] sang. [p:Ward] bowed.\n\nHer uncle [p:John Ward] wept.\n\nThen [p:Ward] sang again.",
    );
    expect(mentionsOf("Mary Ward").filter((word) => word === "Ward")).toHaveLength(2);
  });

  it("gets a shared name part back from another whom it meant in one paragraph", () => {
    const { mentionsOf } = resolveMarked(
      "[p:Kim Jong-un] left.\n\n[p:Kim] spoke.\n\n[p:Kim] slept.\n\nThe lawmaker [p:Kim Gunn] asked why. [p:Kim] shouted. [p:Kim] sat.\n\n[p:Kim] met others.",
    );
    expect(mentionsOf("Kim Gunn").filter((word) => word === "Kim")).toHaveLength(2);
  });

  it("gets a headline's bare surname where another of the name stands beside in full", () => {
    const { mentionsOf } = resolveMarked("[p:Kim] leaves as [p:Kim Yong-chol] returns\n\n[p:Kim Jong-un] left. [p:Kim Jong-un] waved.");
    expect(mentionsOf("Kim Jong-un")).toContain("Kim");
  });

  it("gets a bare surname that two share by nearness, and the confidence says so", () => {
    const { text, entityOf } = resolveMarked("[p:John Ward] sat. [p:Mary Ward] rose. [p:Ward] spoke first.");
    const mary = entityOf("Mary Ward");
    const bare = mary.mentions[1];
    expect(text.slice(bare.start, bare.end)).toBe("Ward");
    expect(bare.confidence).toBeLessThan(0.8);
  });

  it("is every mention of the surname that the text defines for it, whatever the tagger took them for", () => {
    const { mentionsOf } = resolveMarked('[p:Mary WARD] ("[p:WARD]") left. [o:WARD] sent it. [o:WARD] wrote. [o:WARD] said so.');
    expect(mentionsOf("Mary WARD")).toHaveLength(5);
  });

  it("is not whom the surname means before being named by it", () => {
    const { mentionsOf } = resolveMarked("[p:Mary Ward] rose. “Don’t, [p:John],” [p:Ward] said.\n\n[p:John Ward] died in May.");
    expect(mentionsOf("Mary Ward")).toEqual(["Mary Ward", "Ward"]);
  });

  it("gets a bare surname by its title where two share it", () => {
    const { mentionsOf } = resolveMarked("[p:John Ward] met [p:Mary Ward]. Mr. [p:Ward] spoke first.");
    expect(mentionsOf("John Ward")).toEqual(["John Ward", "Ward"]);
  });

  it("is the elder sister behind “Miss” and the surname, where the younger is called by her given name", () => {
    const sisters =
      "Miss [p:Clara Ward] taught. Her sister, Miss [p:Ada Ward], cooked. “Come,” said Miss [p:Ada]. Then Miss [p:Ward] came.";
    expect(resolveMarked(sisters).mentionsOf("Clara Ward")).toContain("Ward");
    expect(resolveMarked("Miss [p:Ada Ward] cooked. Then Miss [p:Ward] slept.").mentionsOf("Ada Ward")).toEqual(["Ada Ward", "Ward"]);
  });

  it.each([
    "His brother, [p:Ole Weld], has gone.",
    "His brother, Captain [p:Ole Weld], has gone.",
    "[p:Ole Weld], his late brother, had gone.",
    "[p:Ole Weld], [p:Jan]'s brother, has gone.",
  ])("goes on being meant by the surname once a brother was named between commas: %s", (brother) => {
    const { mentionsOf } = resolveMarked(`[p:Jan Weld] bakes. ${brother} “Wait,” [p:Weld] said.`);
    expect(mentionsOf("Jan Weld")).toContain("Weld");
    expect(mentionsOf("Ole Weld")).not.toContain("Weld");
  });

  it("is one with the given name as old texts shorten it", () => {
    const { mentionsOf } = resolveMarked("Mr. [p:Thos. Keogh] came. [p:Thomas Keogh] left. Mr. [p:Thos. Weld] stayed.");
    expect(mentionsOf("Thomas Keogh")).toEqual(["Thos. Keogh", "Thomas Keogh"]);
  });

  it("goes on being meant by the surname once a brother was named", () => {
    const { mentionsOf } = resolveMarked("[p:Jan Weld] bakes. His brother [p:Ole Weld] has gone. “Wait,” [p:Weld] said.");
    expect(mentionsOf("Jan Weld")).toEqual(["Jan Weld", "His", "Weld"]);
    const sons = "[p:Yoo Byung-eun] was jailed. His sons [p:Yoo Dae-kyun] and [p:Yoo Hyuk-kee] own it. [p:Yoo]'s lawyer said no.";
    expect(resolveMarked(sons).mentionsOf("Yoo Byung-eun")).toContain("Yoo");
  });

  it("is who has the given name in the same paragraph, where the surname's bearer is far", () => {
    const { mentionsOf } = resolveMarked(
      "[p:Rick Perry] came.\n\n[p:Perry] said so.\n\nHe sought [p:Perry Calvin]. “[p:Perry] called,” he said.",
    );
    expect(mentionsOf("Perry Calvin")).toEqual(["Perry Calvin", "Perry"]);
    expect(mentionsOf("Rick Perry")).toContain("Perry");
  });

  it("is the elder by the surname though the cousin was named last, by the given name", () => {
    const { mentionsOf } = resolveMarked("[p:Jan Weld] and his cousin [p:Ole Weld] came. “[p:Ole] left,” [p:Weld] said.");
    expect(mentionsOf("Jan Weld")).toEqual(["Jan Weld", "his", "Weld"]);
  });

  it("is by the first of two surnames before somebody who is named only behind", () => {
    const { mentionsOf } = resolveMarked("[p:Ambro Soto Duarte] came. [p:Soto] asked. Then [p:Javier Soto] left.");
    expect(mentionsOf("Ambro Soto Duarte")).toEqual(["Ambro Soto Duarte", "Soto"]);
  });

  it("is herself by a surname of two of which the first is a man's name", () => {
    const { mentionsOf } = resolveMarked("[p:Nora Roman-Hale] won. [p:Roman-Hale] wept.");
    expect(mentionsOf("Nora Roman-Hale")).toEqual(["Nora Roman-Hale", "Roman-Hale"]);
  });

  it("is meant by the surname behind “and” that ties it to a place alone", () => {
    const { mentionsOf } = resolveMarked(
      "[p:Kai Weld], who has sat in the upper house for nine years now, opposed it; [l:Hale] and [p:Weld] have not met.",
    );
    expect(mentionsOf("Kai Weld")).toEqual(["Kai Weld", "Weld"]);
  });

  it("is meant by a surname before one who has it behind a hyphen", () => {
    const { mentionsOf } = resolveMarked("[p:Ben Weld] died. The widow, [p:Ada Hale-Weld], wept. [p:Weld] was 80.");
    expect(mentionsOf("Ben Weld")).toEqual(["Ben Weld", "Weld"]);
    expect(resolveMarked("[p:Ada Hale-Weld] wept. [p:Weld] was 80.").mentionsOf("Ada Hale-Weld")).toContain("Weld");
  });

  it("is meant by the short form of the given name", () => {
    const { mentionsOf } = resolveMarked("[p:Benjamin Weld] died. [p:Ada Hale] wept for [p:Ben].");
    expect(mentionsOf("Benjamin Weld")).toEqual(["Benjamin Weld", "Ben"]);
  });

  it("is not the father whose name the text says that a son bears", () => {
    const { entities } = resolveMarked("[p:Jan Weld] died. His son, Congressman [p:Jan Weld II], wept.");
    expect(entities).toHaveLength(2);
    expect(resolveMarked("[p:Jan Weld] died. [p:Jan Weld II] was 80.").entities).toHaveLength(1);
  });

  it("is not the officer whose wife the text calls by the surname", () => {
    const { entities } = resolveMarked("Captain [p:Weld] is held. Mrs [p:Weld] wrote. [p:Joanna Weld] is ill.");
    expect(entities.map(({ mentions }) => mentions.length)).toEqual([1, 2]);
    expect(resolveMarked("Captain [p:Weld] is held. Captain [p:Joanna Weld] is ill. Mrs [p:Weld] left.").entities).toHaveLength(1);
  });

  it("has the name that it was born with", () => {
    const { entities } = resolveMarked(
      "[p:Margaret Akinyi Rowe] has died.\n\nBorn [p:Margaret Akinyi Odhiambo] at [l:Maseno], she taught.",
    );
    expect(entities.filter(({ type }) => type === "person")).toHaveLength(1);
  });

  it("stays apart from the place of its name", () => {
    const { entities } = resolveMarked("[p:Laura Georgetown] flew to [l:Georgetown]. In [l:Georgetown] it rained. [p:Georgetown] slept.");
    expect(entities.map(({ type, mentions }) => [type, mentions.filter(({ kind }) => kind === "name").length])).toEqual([
      ["person", 2],
      ["place", 2],
    ]);
  });

  it("takes in a bare surname that the tagger mistook, and not one that it is sure of", () => {
    const doubtful = resolveMarked("[p:Azhar al-Sabri] ruled. The men of [o:Sabri] fled.", undefined, 0.6);
    expect(doubtful.entities).toHaveLength(1);
    expect(resolveMarked("[p:Azhar al-Sabri] ruled. The men of [o:Sabri] fled.", undefined, 0.95).entities).toHaveLength(2);
  });

  it("is meant by a title that stands alone once the title was given", () => {
    const { mentionsOf } = resolveMarked("[p:Emperor Alric] came. The [p:Emperor] slept.");
    expect(mentionsOf("Emperor Alric")).toEqual(["Emperor Alric", "Emperor"]);
  });
});

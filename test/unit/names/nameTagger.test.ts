import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNameTagger, type NameSpan } from "../../../src/analysis/names/nameTagger.js";
import type { Layout } from "../../../src/analysis/sections/layout.js";
import { readSourceText, SourceReader } from "../../../src/analysis/text/sourceText.js";

const tagger = createNameTagger();
/** A tagger that has met other texts. */
const another = createNameTagger();

function layoutOf(text: string): Layout {
  return { sections: [{ kind: "body", start: 0, end: text.length }], declaredTopics: [], authors: [] };
}

function namesIn(text: string, layout = layoutOf(text)): readonly NameSpan[] {
  return tagger.tag(readSourceText(text), layout);
}

function shown(text: string, layout = layoutOf(text)): string[] {
  return namesIn(text, layout).map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`);
}

const REPORT = `Ministers from France and Germany met the Egyptian president, Mr Hosni Fahmy, in Cairo on Tuesday.

Fahmy said the World Health Organization (WHO) would open an office in Alexandria. The WHO declined to comment, Reuters reported. The Kurds and the Shiites were not invited.`;

it("an organization of a common word is one in the whole text", () => {
  const found = shown("Amnesty said on Monday that forty were killed. Amnesty had written of it before, and Amnesty was right.");
  expect(found).toEqual(["organization: Amnesty", "organization: Amnesty", "organization: Amnesty"]);
});

it("a list's name may have nine tokens, and a hyphen before a small letter", () => {
  expect(shown("He joined the Church of Jesus Christ of Latter-day Saints.")).toEqual([
    "organization: Church of Jesus Christ of Latter-day Saints",
  ]);
});

it("what a paper says once that it calls a firm is the firm", () => {
  const found = shown(
    'Ann Hale directs Meridian Freight Limited ("Meridian"), a haulier. The agency refused the plea of Meridian. Meridian appealed.',
  );
  expect(new Set(found.filter((name) => name.endsWith(" Meridian")))).toEqual(new Set(["organization: Meridian"]));
});

it("a people that a president is of stands before the title", () => {
  expect(shown("Ecuadorean President Ana Hale spoke.")).toContain("group: Ecuadorean");
});

describe("firms and offices", () => {
  it("keep the legal form that stands behind them, with a slash in it too", () => {
    const found = shown(
      "Shares in Halden Marine A/S fell. Velm Energia S/A of Vesk rose. SOURCE is no part of it.\n\nSOURCE Halden Marine A/S",
    );
    expect(found.filter((name) => name.startsWith("organization"))).toEqual([
      "organization: Halden Marine A/S",
      "organization: Velm Energia S/A",
      "organization: Halden Marine A/S",
    ]);
  });

  it("begin behind what somebody is told to do with them", () => {
    const found = shown("Keep ISIS where a speaker said so. Write al-Maliki with the article and Maliki after that.");
    expect(found).toContain("person: al-Maliki");
  });

  it("are no persons where an office stands alone", () => {
    const found = shown(
      "She has served as Senior Vice President since 2019. He became Executive Vice President in May. Ask the Managing Director.",
    );
    expect(found.filter((name) => name.startsWith("person"))).toEqual([]);
  });

  it("are a firm by its first word alone, whose chief executive opens a sentence", () => {
    const text =
      "Families have accused Carstingate Water of neglect.\n\nFormer Carstingate engineer Tom Weld told the council so.\n\nCarstingate's chief executive, Karl Lind, will speak in May.";
    expect(shown(text).filter((name) => name.endsWith(": Carstingate"))).toEqual([
      "organization: Carstingate",
      "organization: Carstingate",
    ]);
  });
});

describe("the names of a report", () => {
  it("are found with their types", () => {
    const found = shown(REPORT);
    expect(found).toContain("place: France");
    expect(found).toContain("place: Germany");
    expect(found).toContain("group: Egyptian");
    expect(found).toContain("place: Cairo");
    expect(found).toContain("place: Alexandria");
    expect(found).toContain("organization: World Health Organization");
    expect(found).toContain("organization: Reuters");
    expect(found).toContain("group: Kurds");
    expect(found).toContain("group: Shiites");
  });

  it.each([
    ["According to Kholood Hale, the bridge was shut.", "person: Kholood Hale"],
    ["They spoke to Nandika Lind about the bridge.", "person: Nandika Lind"],
    ["Shares in Contevon fell.", "organization: Contevon"],
    ["Residents of Baluk-Vesk fled.", "place: Baluk-Vesk"],
    ["Samborvesk was shelled on Friday.", "place: Samborvesk"],
    ["The minister, Mabon ap Lind, spoke.", "person: Mabon ap Lind"],
  ])("are told by what stands beside them: %s", (text, name) => {
    expect(shown(text)).toEqual([name]);
  });

  it("are found where they are emphasized", () => {
    const found = shown(
      "The bridge in **Varnholm** is shut. *Ingrid Solheim*, the mayor, met __Paul Okafor__ in **Oslo**, _Jane Doe_ said.",
    );
    expect(found.sort()).toEqual(["person: Ingrid Solheim", "person: Jane Doe", "person: Paul Okafor", "place: Oslo", "place: Varnholm"]);
  });

  it("leave titles out", () => {
    expect(shown(REPORT)).toContain("person: Hosni Fahmy");
    expect(shown("On Monday Foreign Minister Karim Haddad met President Jacques Moreau in Paris.")).toEqual([
      "person: Karim Haddad",
      "person: Jacques Moreau",
      "place: Paris",
    ]);
  });

  it("are whole where a line's end parts them", () => {
    const text = `The court heard that the defendant, a builder called Mr Robert Lind-
quist, drove from Alexandria to Cairo on the morning of the ninth of
May, and that nobody had seen him since.`;
    expect(shown(text)).toContain("person: Robert Lind-\nquist");
  });

  it("leave the possessive out", () => {
    expect(shown("They praised Angela Merkel's speech and Berlin’s new airport.")).toEqual(["person: Angela Merkel", "place: Berlin"]);
  });

  it("are places that the lists know, though nothing beside tells", () => {
    expect(shown("“Brussels is asleep,” she said.")).toEqual(["place: Brussels"]);
  });

  it("are known by what the document says elsewhere", () => {
    expect(shown(REPORT).filter((name) => name === "organization: WHO")).toHaveLength(2);
    expect(shown(REPORT)).toContain("person: Fahmy");
  });

  it("are firms without their legal form, where it stands once", () => {
    const text = `Marten Olsen apologised on Monday. “We are sorry,” he said. Halvard Brandt had told nobody about the plastic in its soup.

Marten Olsen owns Halvard Brandt, Inc. with his sister.`;
    expect(shown(text).filter((name) => /Halvard/.test(name))).toEqual([
      "organization: Halvard Brandt",
      "organization: Halvard Brandt, Inc.",
    ]);
  });

  it("are papers behind “told”, where they are no place, people or person", () => {
    expect(shown("“We will open it,” the mayor told Al-Mirsad on Monday.")).toEqual(["organization: Al-Mirsad"]);
    expect(shown("In an interview with Al-Mirsad, the mayor said so.")).toEqual(["organization: Al-Mirsad"]);
    expect(shown("The mayor told Norway that. He told Smith too.")).toEqual(["place: Norway", "person: Smith"]);
  });

  it("are titles too, where a full name of the document ends with them", () => {
    expect(shown("Karim Sultan, a fisherman, left his village in 2014.\n\n“I want the sea,” Sultan said.")).toEqual([
      "person: Karim Sultan",
      "person: Sultan",
    ]);
    expect(shown("The ruler left the palace. “I want the sea,” Sultan said.")).toEqual([]);
  });

  it("of operations are events, and a member's party and state is none", () => {
    expect(shown("The army began Operation Silent River in May.")).toEqual(["event: Operation Silent River"]);
    expect(shown("Sen. Ann Weld, R-Tenn., who chairs a committee, came.")).toEqual(["person: Ann Weld"]);
  });

  it("of publishers and other firms are no persons, whatever they begin with", () => {
    expect(shown("The memoir is published by Olsen Books in May.")).toEqual(["organization: Olsen Books"]);
  });

  it("of schools are organizations", () => {
    expect(shown("She teaches at Velm Brin University in Oslo.")).toEqual(["organization: Velm Brin University", "place: Oslo"]);
  });

  it("in a table of results are teams, but for countries", () => {
    const found = shown("Results on Saturday\nLeeds 3 Preston 2\nEverton 1 Burnley 1\nGroup A\nMali 3 2 1 0 7\nGhana 3 1 1 1 4");
    expect(found).toEqual(expect.arrayContaining(["organization: Leeds", "organization: Preston", "organization: Burnley"]));
    expect(found).toEqual(expect.arrayContaining(["place: Mali", "place: Ghana"]));
  });

  it("are no things, whose short forms the text explains, and no firms within a country's", () => {
    const text = "They import liquefied natural gas (LNG) by sea.\n\nMost of the LNG comes from Norway. The price of LNG rose.";
    expect(shown(text)).toEqual(["place: Norway"]);
    expect(shown("She has worked in Norway, the United Arab Emirates and Oman.")).toContain("place: United Arab Emirates");
  });

  it("are told by who stands between them and a person", () => {
    expect(shown("Greenpeace campaigner Hanna Voss said the field would never be drilled.")).toEqual([
      "organization: Greenpeace",
      "person: Hanna Voss",
    ]);
    expect(shown("Officials and analyst JR Mendes met on Friday in the old town hall.")).toEqual(["person: JR Mendes"]);
  });

  it("of an acronym behind an article are no person's", () => {
    for (const text of ["According to the MVE, the soldier died on Friday.", "The MVE also said so in its second report of the day."])
      expect(shown(text)).not.toContain("person: MVE");
  });

  it("of several words that the lists have are places, behind an article too", () => {
    expect(shown("The Blue Nile has risen by two metres since August, the officials said.")).toEqual(["place: Blue Nile"]);
  });

  it("of one common word are persons where they say something and the document has their full name", () => {
    expect(shown("Jim Cross left the party on Friday. “It is bad,” Cross wrote.")).toEqual(["person: Jim Cross", "person: Cross"]);
  });

  it("of a title that is a surname stand once, where they say something", () => {
    expect(shown("Mike Judge left the party on Friday. “It is bad,” Judge said. Judge told them so.")).toEqual([
      "person: Mike Judge",
      "person: Judge",
      "person: Judge",
    ]);
  });

  it("do not hold a day or a month", () => {
    expect(shown("He left on Friday, and in March she followed.")).toEqual([]);
  });
});

describe("words of several parts with a capital each", () => {
  it("are places behind words for where", () => {
    expect(shown("He lives in Stratton-upon-Leam and works in Harden-Marren, north of Paris.")).toEqual([
      "place: Stratton-upon-Leam",
      "place: Harden-Marren",
      "place: Paris",
    ]);
  });

  it("are none before what they describe", () => {
    expect(shown("They spoke of Harden-Marren relations.")).not.toContain("place: Harden-Marren");
  });
});

describe("sections", () => {
  const text = "Barack Obama spoke in Chicago.\n\nMore from John Smith\n\nMaria Lopez";
  const boilerplateAt = text.indexOf("More");

  it("of boilerplate are not tagged, but for the authors in them", () => {
    const author = { start: text.indexOf("John"), end: text.indexOf("John") + "John Smith".length };
    const layout: Layout = {
      sections: [
        { kind: "body", start: 0, end: boilerplateAt - 2 },
        { kind: "boilerplate", start: boilerplateAt, end: text.length },
      ],
      declaredTopics: [],
      authors: [author],
    };
    expect(shown(text, layout)).toEqual(["person: Barack Obama", "place: Chicago", "person: John Smith"]);
  });

  it("an author's span stands where the tagger's would cross it", () => {
    const byline = "By Mushreq Abbas in Baghdad";
    const found = shown(byline, { ...layoutOf(byline), authors: [{ start: 3, end: 16 }] });
    expect(found[0]).toBe("person: Mushreq Abbas");
    expect(found.filter((name) => name.includes("Mushreq"))).toHaveLength(1);
  });
});

describe("hard texts", () => {
  it("in capitals still have their names", () => {
    expect(shown("PRESIDENT BARACK OBAMA MET ANGELA MERKEL IN BERLIN ON TUESDAY, THE WHITE HOUSE SAID.")).toContain("place: BERLIN");
  });

  it("in lower case have none", () => {
    expect(namesIn("president barack obama met angela merkel in berlin on tuesday, the white house said.")).toEqual([]);
  });

  it.each([
    ["Arabic", "قال رئيس الوزراء نوري المالكي إن الحكومة ستعقد جلسة طارئة في بغداد."],
    ["Chinese", "中国国家主席习近平星期二在北京会见了美国总统。"],
    ["Hebrew", "ראש הממשלה נפגש אתמול עם נשיא ארצות הברית בירושלים."],
  ])("in %s give no nonsense", (_language, text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it("in Russian give few names, and those are words of the text", () => {
    const text = "Президент России Владимир Путин встретился в Москве с министром иностранных дел.";
    for (const { start, end } of namesIn(text)) expect(text.slice(start, end)).toMatch(/^\p{Lu}/u);
  });

  it("with emoji and combining marks keep their offsets", () => {
    const text = "😀😀 Café owner José García moved to São Paulo 🎉 with Nguye\u0302\u0303n Van Minh.";
    expect(shown(text)).toEqual(expect.arrayContaining(["place: São Paulo"]));
    for (const { start, end } of namesIn(text)) expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
  });
});

describe("long texts", () => {
  it("a list of 50,000 names, one a line, is read to its end", () => {
    const first = ["Maria", "Ahmed", "Ivan", "Chidi", "Mei", "Karim", "Olga"];
    const last = ["Lopez", "Hassan", "Petrov", "Okafor", "Zhang", "Haddad", "Kovac", "Silva", "Meyer"];
    const text = Array.from(
      { length: 50_000 },
      (_, i) => `${first[i % 7]} ${last[i % 9]}${i % 11 === 0 ? `-${last[(i >> 3) % 9]}` : ""}`,
    ).join("\n");
    const found = namesIn(text);
    expect(found.length).toBeGreaterThan(25_000);
    expect(found[found.length - 1].end).toBeGreaterThan(text.length - 200);
  }, 60_000);

  it("one line of 5 MB is read to its end", () => {
    const sentence = "The minister of Peru, Carlos Mendoza, flew to Lima. ";
    const text = sentence.repeat(Math.ceil(5_000_000 / sentence.length));
    const found = namesIn(text);
    expect(found[found.length - 1].start).toBeGreaterThan(text.length - 200);
  }, 120_000);

  it("a run of a hundred thousand capitalised words ends", () => {
    const text = "Alpha ".repeat(100_000);
    expect(() => namesIn(text)).not.toThrow();
  }, 60_000);
});

const pieces = fc.constantFrom(
  ..."Barack|Obama|al-Maliki|the|of|in|,|.|'s|’s|Iraq|(|)|“|”|U.S.|WHO|said|President|2014|election|New|York|\n\n|\n|😀|é|\u0301|-|McDonald's|and|Bank|Ministry|\ufeff|عربي|一|Mr.|J.|x".split(
    "|",
  ),
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((words) => words.join(" ")),
  fc.array(pieces, { maxLength: 60 }).map((words) => words.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

/** Long enough that persons are taken to be introduced by their full names. */
const longTexts = fc.array(pieces, { minLength: 150, maxLength: 250 }).map((words) => words.join(" "));

describe("whatever the text", () => {
  it("names lie in it, in order, and none crosses another", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, confidence } of namesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("an edited text gives the names that the same text gives afresh", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(texts, longTexts), { minLength: 1, maxLength: 5 }), texts, fc.nat(4), (paragraphs, added, at) => {
        const before = paragraphs.join("\n\n");
        const after = paragraphs.map((paragraph, i) => (i === at % paragraphs.length ? added : paragraph)).join("\n\n");
        const reader = new SourceReader();
        another.tag(reader.read(before), layoutOf(before));
        expect(another.tag(reader.read(after), layoutOf(after))).toEqual(tagger.tag(readSourceText(after), layoutOf(after)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("what stands right behind a name", () => {
  it.each([
    ["A Baie-Comeau-based charity closed.", "place: Baie-Comeau"],
    ["A Kyiv-based charity closed.", "place: Kyiv"],
    ["Aldermere shares rose sharply.", "organization: Aldermere"],
    ["Contecon said it would close two ports.", "organization: Contecon"],
  ])("tells its type: %s", (text, name) => {
    expect(shown(text)).toEqual([name]);
  });

  it("tells nothing of what a possessive parts", () => {
    expect(shown("On the exchange, Hudson's Bay shares closed up.")).not.toContain("organization: Bay");
  });

  it("tells nothing of peoples and of acronyms", () => {
    expect(shown("An SQL-based tool by Brazilian-born engineers.")).not.toContain("place: Brazilian");
  });
});

it("towns that the lists know are no persons with a title", () => {
  expect(shown("Residents of Sheikh Zuweid fled to Khan Younis.")).toEqual(["place: Sheikh Zuweid", "place: Khan Younis"]);
});

it("a name ends before a bracket that does not close in it", () => {
  expect(shown("The International Court of Justice (XYZ) has denied the claim.")).toContain("organization: International Court of Justice");
});

it("a country that has a regulator is a place", () => {
  expect(shown("The UK's Ofcom fined it.")).toEqual(["place: UK", "organization: Ofcom"]);
});

describe("what the document says of a single word", () => {
  it("makes a storm of its name", () => {
    const found = shown("Hurricane Maria was 120 miles east of Dominica on Sunday. Maria has winds of 150 mph.");
    expect(found).toContain("event: Hurricane Maria");
    expect(found).toContain("event: Maria");
  });

  it("makes a person of what somebody is called besides", () => {
    const found = shown(
      "Crown Prince Hamad bin Rashid, known as HBR, received the envoys in Paris on Wednesday.\n\nHBR raised the treaty with them.",
    );
    expect(found.filter((name) => name === "person: HBR")).toHaveLength(2);
    expect(shown('The cousin of Karim Hale known as "Chemical Tino" was hanged.')).toContain("person: Chemical Tino");
  });

  it("makes a surname of a month, where only a person can be meant", () => {
    const text =
      "Transport minister Owen May resigned on Friday.\n\nMay, 51, joined the cabinet in 2022. It was his third post.\n\nIn May the party met.";
    expect(shown(text).filter((name) => name === "person: May")).toHaveLength(1);
  });

  it("makes a person of two words of which the second is a surname of the document", () => {
    const text =
      "The fire began at ten. India Weld, who teaches there, and her brother Robert Weld ran to help. Robert Weld called an ambulance.";
    expect(shown(text)).toContain("person: India Weld");
  });
});

describe("general knowledge", () => {
  it("knows firms, unions and faiths that common words and given names hide", () => {
    expect(
      shown("Ireland fined Meta 251 million euros. Meta said it would appeal.").filter((name) => name === "organization: Meta"),
    ).toHaveLength(2);
    expect(shown("The Jehovah's Witnesses lost the case.")).toContain("organization: Jehovah's Witnesses");
    expect(shown("Members of Unite and Unison will strike.")).toEqual(["organization: Unite", "organization: Unison"]);
  });

  it("takes a name of two words for a person's where the document has the surname behind “Ms”", () => {
    expect(shown("She wrote of Sofia Marsh. Ms Marsh is well.")).toEqual(["person: Sofia Marsh", "person: Marsh"]);
  });
});

describe("firms", () => {
  it.each([
    ["The maker rejected an offer from Dutch rival Van der Vesk NV.", "organization: Van der Vesk NV"],
    ["Hugh Hill & Sons Ltd was dissolved.", "organization: Hugh Hill & Sons Ltd"],
    ["He sued Hale & Wesson Holding Corp. and Hill & Spence plc.", "organization: Hale & Wesson Holding Corp."],
  ])("have their whole name and their legal form: %s", (text, firm) => {
    expect(shown(text)).toContain(firm);
  });
});

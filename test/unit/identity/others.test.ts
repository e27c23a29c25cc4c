import { describe, expect, it } from "vitest";
import { resolveMarked } from "./markedText.js";

describe("organizations, places and groups", () => {
  it.each([
    ["an acronym after its name", "The [o:Northern Grain Council] ([o:NGC]) met. The [o:NGC] voted.", 1],
    ["an acronym before its name", "[o:NGC] votes\n\nThe [o:Northern Grain Council] voted.", 1],
    ["an acronym with a particle", "the [o:Emirate of Karan and al-Sahil] ([o:EKS]) fell", 1],
    ["an acronym in brackets that is not the initials", "The [o:Workers' Union of Velm] ([o:VDS]) struck. [o:VDS] won.", 1],
    ["letters that it is known as", "The [o:Workers' Union of Velm], known as the [o:VDS], struck. [o:VDS] won.", 1],
    ["a well-known body and another of its initials", "The [o:University of Norvik] grew. The [o:UN] voted.", 2],
    ["a well-known body's letters in brackets", "The [o:University of Norvik] ([o:UN]) grew. The [o:UN] voted.", 1],
    ["letters of two names", "The [e:Velm National Convention] and the [o:Velm National Committee] met. The [o:VNC] paid.", 2],
    ["a firm and the exchange that lists it", "[o:Velm Kelp] ([o:VSE]: VK) rose. The [o:Velm Stock Exchange] fell.", 2],
    ["a firm without its legal form", "[o:Velm Kelp S.A.C.] won. [o:Velm Kelp] paid. [o:Tarvo Brod AS] and [o:Tarvo Brod] lost.", 2],
    ["a ship without what stands before it", "The [l:MV Velm] sank. Divers saw the [l:Velm].", 1],
    ["a ship and the town of its name", "The [l:MV Velm] sank. She came from [l:Velm].", 2],
    ["a storm by its name alone", "[e:Hurricane Velm] came. [e:Velm] turned. Tropical [e:Storm Velm] had been weak.", 1],
    ["a super typhoon", "[e:Super Typhoon Man-yi] came. [e:Typhoon Man-yi] turned. [e:Man-yi] left.", 1],
    ["a saint's place", "[l:St. Velm] fell. [l:Saint Velm] rose.", 1],
    ["an acronym and a branch of its name", "The [o:Northern Grain and Barley Council Vesk] met. The [o:NGBC] voted.", 1],
    ["three letters and a longer name", "The [o:Northern Grain Council Vesk] met. The [o:NGC] voted.", 2],
    [
      "a short form that is tagged as a place once",
      "[l:Tarvo] fell. Shares in [o:Tarvo Therapeutics] fell. [o:Tarvo] sold. [o:Tarvo] bought.",
      1,
    ],
    ["an acronym with a hyphen", "The [o:Northern Grain League-Velm] ([o:NGL-V]) met. The [o:NGL-V] voted.", 1],
    ["an acronym with full stops", "The [o:Northern Grain Council] met. The [o:N.G.C.] voted.", 1],
    ["inner words left out", "the [o:Trade and Fisheries Office] said. The [o:Trade Office] added", 1],
    ["a word that it is known as", "The [o:Velm Cocoa Board], known as [o:Velmco], met. [o:Velmco] voted.", 1],
    ["a firm with its ending and another that begins so", "[o:Velm Inc.] sued [o:Velm Records]. [o:Velm] won.", 2],
    ["a firm and what it has with another", "[o:Velm-Navy Office] talks ended. [o:Velm] left.", 2],
    ["a corporate ending", "[o:Halden Motors Corp.] fell. [o:Halden Motors] rose.", 1],
    ["a legal form with a slash", "[o:Halden Marine A/S] fell. [o:Halden Marine] rose. [o:Halden] slept.", 1],
    ["words turned round", "the [o:Department of Fisheries] said. The [o:Fisheries Department] added", 1],
    ["the head alone", "the [o:National Fisheries Council] met. The [o:Council] voted.", 1],
    ["a country's short forms", "the [l:United States], the [l:US], [l:U.S.] forces, [l:America], [l:USA]", 1],
    ["an article", "[l:The Netherlands] and the [l:Netherlands]", 1],
    ["a word of it in bold", "The [o:**Halden** Bank] fell. [o:Halden Bank] rose.", 1],
    ["a possessive inside", "[l:Iraq]'s army left [l:Iraq].", 1],
    ["a people in singular and plural", "[g:Iraqi] troops and [g:Iraqis]", 1],
    ["different firms of one first word", "[o:Halden Motors] and [o:Halden Bank] and [o:Halden]", 3],
    ["a person and the shop that bears her name", "[p:Ann Dunmore] owns [o:Dunmore's]. [o:Dunmore’s] closed. [p:Dunmore] wept.", 2],
    ["a possessive that begins a firm's name", "[o:Dunmore's Trust Company] fell. [o:Dunmore's] rose.", 1],
    ["a people and a society of it", "[g:Vesks] and [o:American] roads: the [o:American Society of Bridge Builders]. [g:American]", 3],
    ["places that share a word", "[l:New Halden] and [l:Halden]", 2],
    ["a body and another that begins with its name", "The [o:United Nations Mission] met. The [o:UN] voted.", 2],
    ["the United Nations' council and a state's", "The [o:National Security Council] met. The [o:UN] asked the [o:Security Council].", 3],
    ["a council's tail where no union is named", "The [o:National Security Council] met. The [o:Security Council] voted.", 1],
    ["two-letter initials of another type", "[o:United Bakers] met in [l:UB].", 2],
  ])("%s", (_, marked, count) => {
    expect(resolveMarked(marked).entities).toHaveLength(count);
  });

  it("keeps a country and its people apart, and tells each of the other", () => {
    const { entityOf } = resolveMarked("[l:Norway] won. The [g:Norwegian] team cheered.");
    expect(entityOf("Norway").related).toEqual([entityOf("Norwegian").id]);
    expect(entityOf("Norwegian").related).toEqual([entityOf("Norway").id]);
  });

  it("takes a name that begins with “people” or “country” for no people and no country", () => {
    const { entities } = resolveMarked("The [o:People's Party] lost. [o:Country Grain] won.");
    expect(entities.map(({ type }) => type)).toEqual(["organization", "organization"]);
  });

  it("gives one entity one type, by the weight of its mentions", () => {
    const { entities } = resolveMarked("[l:Velm] fell. [o:Velm] rose. [l:Velm] slept.");
    expect(entities.map(({ type }) => type)).toEqual(["place"]);
  });
});

describe("letters", () => {
  it("with “&” are those of a name with “and”", () => {
    expect(resolveMarked("[o:S&P] fell. The [o:Somos Peru] party won.").entities).toHaveLength(2);
    expect(resolveMarked("[o:Salt and Pepper] fell. [o:S&P] rose.").entities).toHaveLength(1);
  });

  it("count the article of “al-Qaida in the Arabian Peninsula”", () => {
    expect(resolveMarked("[o:al-Qaida in the Arabian Peninsula] fled. [o:AQAP] fought.").entities).toHaveLength(1);
  });
});

describe("names that the layout lists", () => {
  it("ties a declared topic in lower case to the entity it names", () => {
    const { mentionsOf } = resolveMarked("grain, marta olsen\n\n[p:Marta Olsen] bought grain.", (text) => ({
      declaredTopics: [
        { start: 0, end: 5 },
        { start: 7, end: text.indexOf("\n") },
      ],
    }));
    expect(mentionsOf("Marta Olsen")).toEqual(["marta olsen", "Marta Olsen"]);
  });

  it("makes an author a person, once, even where the tagger saw the name", () => {
    const marked = "[p:Marta Olsen] bought grain.\n\nBy Ada Brink";
    const span = (text: string) => ({ start: text.indexOf("Ada"), end: text.length });
    const { entities } = resolveMarked(marked, (text) => ({ authors: [span(text)] }));
    expect(entities.map(({ name, type }) => [name, type])).toEqual([
      ["Marta Olsen", "person"],
      ["Ada Brink", "person"],
    ]);
    expect(resolveMarked("By [p:Ada Brink]", (text) => ({ authors: [span(text)] })).entities[0].mentions).toHaveLength(1);
  });
});

describe("a country's court", () => {
  it("is not the court of a state that is named behind it", () => {
    const { mentionsOf } = resolveMarked("[o:Supreme Court] to sit\n\nThe [o:Supreme Court] took up a case of the [o:Vesk Supreme Court].");
    expect(mentionsOf("Supreme Court")).toEqual(["Supreme Court", "Supreme Court"]);
  });

  it("is the one that was named before", () => {
    const { mentionsOf } = resolveMarked("[o:Supreme Court] to sit\n\nThe [o:Vesk Supreme Court] sat. The [o:Supreme Court] rose.");
    expect(mentionsOf("Vesk Supreme Court")).toEqual(["Supreme Court", "Vesk Supreme Court", "Supreme Court"]);
  });
});

it("a firm is called without its trade, and a force is no academy", () => {
  expect(resolveMarked("[o:Tarvo Electric Power Co.] paid. [o:Tarvo Electric] shares fell.").entities).toHaveLength(1);
  expect(resolveMarked("[o:Tarvo Force Academy] paid. [o:Tarvo Force] flew.").entities).toHaveLength(2);
});

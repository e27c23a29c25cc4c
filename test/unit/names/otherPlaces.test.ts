import { describe, expect, it } from "vitest";
import type { EntityType } from "../../../src/analysis/analysis.js";
import { analyze } from "../../../src/analysis/analyze.js";
import { tidied } from "./tidied.js";

type Labelled = readonly (readonly [words: string, type: EntityType])[];

describe("what a name is, whatever the labels say", () => {
  it.each<[text: string, labelled: Labelled, names: readonly string[]]>([
    ["The firm of McVesk, McHale & Co. sailed.", [["McHale & Co.", "organization"]], ["organization: McVesk, McHale & Co."]],
    ["She joined Torvo, Brook & Co. in May.", [["Torvo", "person"]], ["organization: Torvo, Brook & Co."]],
    [
      "Vesk, Hale, Brook & Roe LLP acted.",
      [
        ["Vesk", "person"],
        ["Hale", "person"],
      ],
      ["organization: Vesk, Hale, Brook & Roe LLP"],
    ],
    ["banks such as Torvo, Brook & Co. fell", [["Torvo", "organization"]], ["organization: Torvo", "organization: Brook & Co."]],
    ["On Monday, Brook & Co. fell.", [], ["organization: Brook & Co."]],
    [
      "Jan T. Vesk, Jr., a banker, left.",
      [
        ["Jan T. Vesk", "person"],
        ["Jr.", "person"],
      ],
      ["person: Jan T. Vesk, Jr."],
    ],
    ["Mr. Vesk, Sr. died.", [["Vesk", "person"]], ["person: Vesk, Sr."]],
    ["They held Hill 60 in May.", [["Hill", "place"]], ["place: Hill 60"]],
    ["On Capitol Hill 60 members met.", [["Capitol Hill", "place"]], ["place: Capitol Hill"]],
    [
      "Vesk with Halden Borough Council agreed.",
      [
        ["Vesk", "place"],
        ["Halden Borough Council", "organization"],
      ],
      ["organization: Vesk with Halden Borough Council"],
    ],
    [
      "talks in Vesk with Halden Borough Council",
      [
        ["Vesk", "place"],
        ["Halden Borough Council", "organization"],
      ],
      ["place: Vesk", "organization: Halden Borough Council"],
    ],
    ["The Bank of New Halden will lend.", [["New Halden", "place"]], ["organization: Bank of New Halden"]],
    ["Torvo Teknologi AS will build.", [["Torvo Teknologi", "person"]], ["organization: Torvo Teknologi AS"]],
    ["Autobuses Torvo S.A.C. will drive.", [["Torvo", "person"]], ["organization: Autobuses Torvo S.A.C."]],
    ["The winners of the Torvo Cup met.", [["Torvo", "place"]], ["event: Torvo Cup"]],
    ["HALDEN v ST TORVO'S HOSPITAL NHS TRUST", [["ST TORVO", "place"]], ["organization: ST TORVO'S HOSPITAL NHS TRUST"]],
    ["Staff of St Torvo's Hospital NHS Trust left.", [], ["organization: St Torvo's Hospital NHS Trust"]],
    ["the auditor, known as the Torvolía, said", [["Torvolía", "place"]], ["organization: Torvolía"]],
    ["the ministry, known by its acronym Torvo, said", [], ["organization: Torvo"]],
    ["Torvo, as the foreign ministry is known, agreed.", [], ["organization: Torvo"]],
    ["the region, known as the Torvo, is dry", [["Torvo", "place"]], ["place: Torvo"]],
    ["Tarvoqi's Dagmar Vesk spoke.", [["Dagmar Vesk", "person"]], ["organization: Tarvoqi", "person: Dagmar Vesk"]],
    ["It's Dagmar Vesk who spoke.", [["Dagmar Vesk", "person"]], ["person: Dagmar Vesk"]],
    ["men from Torvo fled", [["Torvo", "person"]], ["place: Torvo"]],
    ["letters from Torvo came", [["Torvo", "person"]], ["person: Torvo"]],
    ["Lo Tarvo is home to many.", [["Lo Tarvo", "person"]], ["place: Lo Tarvo"]],
    [
      "Dagmar Vesk of Torvo spoke.",
      [
        ["Dagmar Vesk", "person"],
        ["Torvo", "person"],
      ],
      ["person: Dagmar Vesk", "place: Torvo"],
    ],
    [
      "for the referee, Dagan Belda of Norway, left",
      [
        ["Dagan Belda", "place"],
        ["Norway", "place"],
      ],
      ["person: Dagan Belda", "place: Norway"],
    ],
    [
      "PRESENT: Councillors Torvo (Chair), Brookfield, J. Hale and Roe.",
      [["Brookfield", "organization"]],
      ["person: Torvo", "person: Brookfield", "person: J. Hale", "person: Roe"],
    ],
    ["The Contraloría has objected.", [], ["organization: Contraloría"]],
    ["It was the Sudan Doctors' Syndicate.", [["Syndicate", "person"]], ["organization: Sudan Doctors' Syndicate"]],
    ["Torvo Vesk Research expects more.", [["Torvo Vesk Research", "person"]], ["organization: Torvo Vesk Research"]],
    ["They were looking for alias Torvo, who leads it.", [], ["person: Torvo"]],
    ["The rebel, alias “Torvo”, fled.", [["Torvo", "place"]], ["person: Torvo"]],
    ["People from Torvo fled.", [["Torvo", "organization"]], ["place: Torvo"]],
    ["the receiver, PVR Vesk-Hale, said", [["PVR Vesk-Hale", "person"]], ["person: PVR Vesk-Hale"]],
    ["a spokesman of LEBA Vesk Hale", [["LEBA Vesk Hale", "person"]], ["organization: LEBA", "person: Vesk Hale"]],
    ["People from Amnesty fled.", [["Amnesty", "organization"]], ["organization: Amnesty"]],
    ["the final of the West African Nations Cup", [["African", "group"]], ["event: West African Nations Cup"]],
    [
      "He founded Vesk, Hale & Roe in 1960.",
      [
        ["Vesk", "person"],
        ["Hale & Roe", "organization"],
      ],
      ["organization: Vesk, Hale & Roe"],
    ],
    [
      "firms like Vesk, Hale & Roe, and Torvo",
      [
        ["Vesk", "organization"],
        ["Hale & Roe", "organization"],
        ["Torvo", "organization"],
      ],
      ["organization: Vesk", "organization: Hale & Roe", "organization: Torvo"],
    ],
    [
      "He met Ann Hale of Torvo, who left.",
      [
        ["Ann Hale", "person"],
        ["Torvo", "place"],
      ],
      ["person: Ann Hale", "place: Torvo"],
    ],
    ["a joint venture, Torvo Kindlus, will sell", [["Torvo Kindlus", "person"]], ["organization: Torvo Kindlus"]],
    ["The Contraloría objected.", [["Contraloría", "place"]], ["organization: Contraloría"]],
    ["Alianza Torvo lost.", [["Alianza Torvo", "place"]], ["organization: Alianza Torvo"]],
    ["They bought it of Torvo Homes.", [["Torvo Homes", "person"]], ["organization: Torvo Homes"]],
    ["He told the New Zealand Listener so.", [["New Zealand", "place"]], ["organization: New Zealand Listener"]],
    ["Ing. Jan Vesk signed.", [["Ing. Jan Vesk", "person"]], ["person: Jan Vesk"]],
  ])("%s", (text, labelled, names) => {
    expect(tidied(text, ...labelled)).toEqual(names);
  });
});

describe("a ship by two words", () => {
  it("is meant behind “the”, and is one with the ship of the prefix", () => {
    const { entities } = analyze("The MV Dona Torvala sank on Monday off the coast.\n\nOn Friday divers saw the Dona Torvala again.");
    const ships = entities.filter(({ name }) => name.includes("Torvala"));
    expect(ships.map(({ name, mentions }) => [name, mentions.length])).toEqual([["MV Dona Torvala", 2]]);
  });
});

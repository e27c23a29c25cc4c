import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EntityType } from "../../../src/analysis/analysis.js";
import { findDatelines } from "../../../src/analysis/names/datelines.js";
import { Decoder } from "../../../src/analysis/names/decoder.js";
import { definedType } from "../../../src/analysis/names/definitions.js";
import { foldedHash } from "../../../src/analysis/names/hashing.js";
import { isInside, LABEL_COUNT } from "../../../src/analysis/names/labels.js";
import { withMissedNames } from "../../../src/analysis/names/missedNames.js";
import { joinParts } from "../../../src/analysis/names/parts.js";
import { isTeam } from "../../../src/analysis/names/results.js";
import { NameTidier } from "../../../src/analysis/names/tidying.js";
import { WordLists } from "../../../src/analysis/names/wordLists.js";
import { type Block, readBlock } from "../../../src/analysis/text/sourceText.js";

const L = LABEL_COUNT;

function hash(text: string): number {
  return foldedHash(text, 0, text.length);
}

/** The tokens of the words in the block, the first place where they stand. */
function tokensOf(block: Block, words: string): { first: number; end: number } {
  const at = block.text.indexOf(words);
  const first = [...block.tokens.starts].indexOf(at);
  return { first, end: [...block.tokens.ends].indexOf(at + words.length) + 1 };
}

function tidied(text: string, words: string, type: EntityType): string[] {
  const block = readBlock(text);
  const { first, end } = tokensOf(block, words);
  return new NameTidier(new WordLists())
    .tidy(block, [{ first, end, type, confidence: 0.9 }])
    .map((name) => `${name.type}: ${text.slice(block.tokens.starts[name.first], block.tokens.ends[name.end - 1])}`);
}

describe("folding", () => {
  it("makes case, accents and apostrophes alike", () => {
    expect(hash("São")).toBe(hash("sao"));
    expect(hash("Sa\u0303o")).toBe(hash("SAO"));
    expect(hash("O’Brien")).toBe(hash("o'brien"));
    expect(hash("Łódź")).toBe(hash("lodz"));
    expect(hash("Paris")).not.toBe(hash("Pariss"));
  });
});

describe("the decoder", () => {
  it("finds the best labelling that is legal, as trying all of them does", () => {
    const score = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.array(score, { minLength: L, maxLength: L }), { minLength: 1, maxLength: 3 }),
        fc.array(score, { minLength: L * L, maxLength: L * L }),
        (rows, steps) => {
          const legal = Int32Array.from(steps, (step, i) => {
            const [from, to] = [Math.floor(i / L), i % L];
            return isInside(to) && from !== to && from !== to - 1 ? -1e8 : step;
          });
          const labels = new Uint8Array(rows.length);
          new Decoder(legal).decode(Int32Array.from(rows.flat()), 0, rows.length, labels, 0);
          expect(worth([...labels], rows, legal)).toBe(best(rows, legal));
        },
      ),
      { numRuns: 30 },
    );
  });
});

function worth(labels: readonly number[], rows: readonly (readonly number[])[], steps: Int32Array): number {
  const last = labels[labels.length - 1];
  return labels.reduce((sum, label, t) => sum + rows[t][label] + steps[(t === 0 ? 0 : labels[t - 1]) * L + label], steps[last * L]);
}

function best(rows: readonly (readonly number[])[], steps: Int32Array): number {
  let found = Number.NEGATIVE_INFINITY;
  const visit = (labels: readonly number[]): void => {
    if (labels.length === rows.length) found = Math.max(found, worth(labels, rows, steps));
    else for (let y = 0; y < L; y++) visit([...labels, y]);
  };
  visit([]);
  return found;
}

describe("tidying", () => {
  it.each<[string, string, EntityType, string[]]>([
    ["He met Finance Minister Olga Petrova.", "Finance Minister Olga Petrova", "person", ["person: Olga Petrova"]],
    ["US Secretary of State Mary Jones left.", "US Secretary of State Mary Jones", "person", ["place: US", "person: Mary Jones"]],
    ["The Secretary of State Mary Jones left.", "of State Mary Jones", "person", ["person: Mary Jones"]],
    ["The Minister of Foreign Affairs Jones left.", "Foreign Affairs Jones", "person", ["person: Jones"]],
    ["So had Amir Peled.", "Amir Peled", "person", ["person: Amir Peled"]],
    ["It was heard on Velm Radio.", "Velm Radio", "place", ["organization: Velm Radio"]],
    ["It was said by the Varna Bar Association.", "Varna Bar Association", "place", ["organization: Varna Bar Association"]],
    ["Umm Karima laughed.", "Umm Karima", "place", ["person: Umm Karima"]],
    ["It went to Roosevelt Middle School.", "Roosevelt Middle School", "person", ["organization: Roosevelt Middle School"]],
    ["The meter was sold by Haskell & Sons.", "Haskell", "person", ["organization: Haskell & Sons"]],
    ["P.S. Krishnan called.", "P.S. Krishnan", "person", ["person: Krishnan"]],
    ["It is hot in Abu Dhabi.", "Abu Dhabi", "place", ["place: Abu Dhabi"]],
    ["The Minister of Foreign Affairs left.", "Foreign Affairs", "organization", []],
    [
      "Bayern Munich, Arsenal and Porto are through.",
      "Arsenal and Porto",
      "organization",
      ["organization: Arsenal", "organization: Porto"],
    ],
    ["The State Fair opened.", "State Fair", "organization", ["organization: State Fair"]],
    ["The Norwegian bridge builder, Tarvo, won.", "Norwegian bridge builder, Tarvo", "organization", ["organization: Tarvo"]],
    ["The U.N. High Commissioner spoke.", "U.N. High Commissioner", "organization", ["organization: U.N."]],
    ["They flew to Lima, Peru.", "Lima, Peru", "place", ["place: Lima", "place: Peru"]],
    ["The Harbour Union agreed.", "The Harbour Union", "organization", ["organization: Harbour Union"]],
    ["It moved to The Hague.", "The Hague", "place", ["place: The Hague"]],
    ["Tom Hall and Ann Lee spoke.", "Tom Hall and Ann Lee", "person", ["person: Tom Hall", "person: Ann Lee"]],
    [
      "the Green Party and Union for Growth",
      "Green Party and Union for Growth",
      "organization",
      ["organization: Green Party", "organization: Union for Growth"],
    ],
    [
      "the Department of Health and Human Services",
      "Department of Health and Human Services",
      "organization",
      ["organization: Department of Health and Human Services"],
    ],
    ["before the 2008 Peru general election", "Peru", "place", ["event: 2008 Peru general election"]],
    ["Peru held a general election", "Peru", "place", ["place: Peru"]],
    ["the Bergen City Comptroller resigned", "Bergen City Comptroller", "place", ["place: Bergen City"]],
    ["several KDP Members of Parliament", "KDP Members of Parliament", "organization", ["organization: KDP"]],
    ["the Governor of Ohio Thomas Hall won", "Ohio Thomas Hall", "person", ["place: Ohio", "person: Thomas Hall"]],
    ["a daughter of Austin Thomas Hall", "Austin Thomas Hall", "person", ["person: Austin Thomas Hall"]],
    [
      "at the KDP's Department of Sport",
      "KDP's Department of Sport",
      "organization",
      ["organization: KDP", "organization: Department of Sport"],
    ],
    ["he paid 5,000 US dollars", "US", "place", []],
    ["the US economy", "US", "place", ["place: US"]],
    ["the Minister of Rural Growth", "Rural Growth", "organization", []],
    ["the office of Rural Growth", "Rural Growth", "organization", ["organization: Rural Growth"]],
    ["wrote Ann for Tarvo.com in May", "Ann", "person", ["person: Ann", "organization: Tarvo.com"]],
    ["told Tarvo.com in Lima", "Tarvo", "person", ["organization: Tarvo.com"]],
    ["see Tarvo.com/help and www.tarvo.com, Ann", "Ann", "person", ["person: Ann"]],
    ["said Gen Ruiz", "Gen Ruiz", "organization", ["person: Ruiz"]],
  ])("%s", (text, words, type, expected) => {
    expect(tidied(text, words, type)).toEqual(expected);
  });
});

describe("joining parts", () => {
  type Part = readonly [words: string, type: EntityType];

  function joined(text: string, parts: readonly Part[]): string[] {
    const block = readBlock(text);
    const names = parts.map(([words, type]) => ({ ...tokensOf(block, words), type, confidence: 0.9 }));
    return joinParts(block, names, new WordLists()).map(
      ({ first, end, type }) => `${type}: ${text.slice(block.tokens.starts[first], block.tokens.ends[end - 1])}`,
    );
  }

  it.each<[string, Part[], string[]]>([
    [
      "they met Zane El-Abed Ben Ali",
      [
        ["Zane El-Abed", "person"],
        ["Ben Ali", "person"],
      ],
      ["person: Zane El-Abed Ben Ali"],
    ],
    [
      "they saw Zane El-Abed Dr Ann Weld",
      [
        ["Zane El-Abed", "person"],
        ["Dr Ann Weld", "person"],
      ],
      ["person: Zane El-Abed", "person: Dr Ann Weld"],
    ],
    [
      "the Danish Peasant Party won",
      [
        ["Danish", "group"],
        ["Peasant Party", "organization"],
      ],
      ["organization: Danish Peasant Party"],
    ],
    [
      "the Ontario Growth Party won",
      [
        ["Ontario", "place"],
        ["Growth Party", "organization"],
      ],
      ["organization: Ontario Growth Party"],
    ],
    [
      "the Peru Senate met",
      [
        ["Peru", "place"],
        ["Senate", "organization"],
      ],
      ["place: Peru", "organization: Senate"],
    ],
    [
      "the Danish Tarvo flew",
      [
        ["Danish", "group"],
        ["Tarvo", "organization"],
      ],
      ["group: Danish", "organization: Tarvo"],
    ],
    [
      "the Peru Navy sailed",
      [
        ["Peru", "place"],
        ["Navy", "organization"],
      ],
      ["organization: Peru Navy"],
    ],
    [
      "the US-Peru Trade Council met",
      [
        ["US", "place"],
        ["Peru Trade Council", "organization"],
      ],
      ["organization: US-Peru Trade Council"],
    ],
    [
      "the danish Growth Party",
      [
        ["danish", "group"],
        ["Growth Party", "organization"],
      ],
      ["group: danish", "organization: Growth Party"],
    ],
    [
      "the Union for a Better Chile",
      [
        ["Union", "organization"],
        ["Better Chile", "place"],
      ],
      ["organization: Union for a Better Chile"],
    ],
    [
      "left the Party for Tarvo",
      [
        ["Party", "organization"],
        ["Tarvo", "organization"],
      ],
      ["organization: Party", "organization: Tarvo"],
    ],
    [
      "the College of Peru",
      [
        ["College", "organization"],
        ["Peru", "place"],
      ],
      ["organization: College of Peru"],
    ],
    [
      "a Rural and Growth Party",
      [
        ["Rural", "organization"],
        ["Growth Party", "organization"],
      ],
      ["organization: Rural and Growth Party"],
    ],
    [
      "the KDP and Growth Party",
      [
        ["KDP", "organization"],
        ["Growth Party", "organization"],
      ],
      ["organization: KDP", "organization: Growth Party"],
    ],
    ["the German Embassy in Quito", [["German", "group"]], ["organization: German Embassy"]],
    ["the German Foreign Trade Council", [["German", "group"]], ["organization: German Foreign Trade Council"]],
    ["the German Market in May", [["German", "group"]], ["group: German"]],
    ["said Karim Al Haddad", [["Karim Al", "person"]], ["person: Karim Al Haddad"]],
  ])("%s", (text, parts, expected) => {
    expect(joined(text, parts)).toEqual(expected);
  });
});

describe("a name beside a person's", () => {
  it.each<[string, EntityType]>([
    ["Paul Weld", "person"],
    ["Paul Foundation", "organization"],
    ["Tarvo Weld", "organization"],
  ])("%s", (name, type) => {
    const block = readBlock(`Tom Hall and ${name} spoke.`);
    const names = [
      { ...tokensOf(block, "Tom Hall"), type: "person", confidence: 0.9 } as const,
      { ...tokensOf(block, name), type: "organization", confidence: 0.9 } as const,
    ];
    expect(new NameTidier(new WordLists()).tidy(block, names).map((each) => each.type)).toEqual(["person", type]);
  });
});

describe("line-ups", () => {
  it.each([
    ["Rovers: Kiely; Quinn, Heaney (Orr 71), Walsh, Breslin, Magee; Toal.", "Kiely Quinn Heaney Orr Walsh Breslin Magee Toal"],
    [
      "Norway: 1-Olav Vik, 2-Per Moe, 3-Jan van Dam, 4-Lars Hoff, 5-Nils Lie, 6-Erik Bo, 7-Ole Ek",
      "Olav Vik Per Moe Jan van Dam Lars Hoff Nils Lie Erik Bo Ole Ek",
    ],
    ["Members: France, Germany, Italy, Spain, Japan, Canada, Norway, Peru", ""],
    ["Rovers: Kiely; Quinn, Heaney.", ""],
    ["Rovers: Kiely; Quinn, Heaney (Orr 71, Walsh, Breslin, Magee, Toal, Poots, Adair, Gault, Stitt", ""],
  ])("%s", (text, players) => {
    const block = readBlock(text);
    const names = new NameTidier(new WordLists()).tidy(block, []);
    expect(names.map(({ first, end }) => text.slice(block.tokens.starts[first], block.tokens.ends[end - 1])).join(" ")).toBe(players);
  });
});

describe("teams", () => {
  it.each([
    ["Swindon 4 2 1 1 5 4 7", "Swindon", true],
    ["Rad (B) 4 2 1 1", "Rad", true],
    ["SEATTLE 70 63 .526 5", "SEATTLE", true],
    ["Herat 1.8 1.9 2.0 2.1", "Herat", false],
    ["Cargo 3400 3200 3100 2900", "Cargo", false],
    ["Swindon 31", "Swindon", false],
    ["Sale 31 Wasps 33", "Sale", true],
    ["Sale 31 Wasps 33", "Wasps", true],
    ["Monday 3 June 4", "Monday", false],
    ["they sold Sale 31 Wasps 33 in May", "Sale", false],
    ["Surrey beat Essex by ten runs", "Surrey", true],
    ["Surrey beat Essex by ten runs", "Essex", true],
    ["Surrey beat them", "Surrey", false],
    ["Drumsna Rovers 2-1 Lisgoole Athletic", "Drumsna Rovers", true],
    ["Drumsna Rovers 2-1 Lisgoole Athletic", "Lisgoole Athletic", true],
    ["It was Drumsna 2-1 at the break", "Drumsna", false],
    ["a 3-1 victory over Swindon in May", "Swindon", true],
    ["the case against Swindon in May", "Swindon", false],
    ["title rivals Surrey rested him", "Surrey", true],
    ["Swindon striker Ian Dole left", "Swindon", true],
    ["Swindon mayor Ian Dole left", "Swindon", false],
    ["Swindon manager Ian Dole left", "Swindon", true],
    ["a Swindon manager of ten years", "Swindon", false],
    ["Swindon drew 1-1 in May", "Swindon", true],
    ["Swindon lost ten shops in May", "Swindon", false],
  ])("%s: %s", (text, name, expected) => {
    const block = readBlock(text);
    const { first, end } = tokensOf(block, name);
    expect(isTeam(block, first, end)).toBe(expected);
  });
});

describe("datelines", () => {
  it.each<[string, string[]]>([
    ["ACCRA (Meridian) - The police said nothing.", ["place: ACCRA", "organization: Meridian"]],
    ["LAGOS, Aug 3 - The port is closed.", ["place: LAGOS"]],
    ["PORT MORESBY, July 25 (Meridian): The port is closed.", ["place: PORT MORESBY", "organization: Meridian"]],
    ["ABUJA, Nigeria, Aug. 3, 2021 (AFP) — The port is closed.", ["place: ABUJA", "organization: AFP"]],
    ["MINERS STRIKE FOR THIRD DAY. LA PAZ, Bolivia 2014-08-30", ["place: LA PAZ"]],
    ["Ann Lee NEW DELHI 2014-08-30", ["place: NEW DELHI"]],
    ["MINERS STRIKE FOR THIRD DAY 2014-08-30", []],
    ["They met in Paris on 2014-08-30", []],
    ["BREAKING - The mayor resigned.", []],
    ["NOTE (Monday): The mayor resigned.", []],
  ])("%s", (text, expected) => {
    const block = readBlock(text);
    const found = findDatelines(block).map(
      ({ first, end, type }) => `${type}: ${text.slice(block.tokens.starts[first], block.tokens.ends[end - 1])}`,
    );
    expect(found).toEqual(expected);
  });
});

describe("whole names", () => {
  it.each<[string, string, EntityType, string]>([
    ["the Maritime and Coastguard Agency said", "Coastguard Agency", "organization", "organization: Maritime and Coastguard Agency"],
    ["the Parliament and Coastguard Agency said", "Coastguard Agency", "organization", "organization: Coastguard Agency"],
    [
      "the Department of Health, Education and Welfare paid",
      "Department of Health",
      "organization",
      "organization: Department of Health, Education and Welfare",
    ],
    ["the Department of Health and President Lee met", "Department of Health", "organization", "organization: Department of Health"],
    ["the Lahore Declaration was signed", "Lahore", "place", "event: Lahore Declaration"],
    ["the Berlin Summer Games opened", "Berlin", "place", "event: Berlin Summer Games"],
    ["the Berlin Games Authority opened", "Berlin", "place", "organization: Berlin Games Authority"],
    ["the Hong Kong Institute of Certified Keepers met", "Hong Kong", "place", "organization: Hong Kong Institute of Certified Keepers"],
    ["the Hong Kong Institute of Norway met", "Hong Kong", "place", "place: Hong Kong"],
    ["the Vesk Laboratory of Viruses found it", "Vesk Laboratory", "organization", "organization: Vesk Laboratory of Viruses"],
    ["He runs TarvoVista now", "TarvoVista", "person", "organization: TarvoVista"],
    ["He met FitzGerald now", "FitzGerald", "person", "person: FitzGerald"],
    ["on Avenida Roosevelt now", "Avenida Roosevelt", "person", "place: Avenida Roosevelt"],
    ["at Vesk Douglass Academy now", "Vesk Douglass Academy", "person", "organization: Vesk Douglass Academy"],
    ["a tour of Vesk Mansion", "Vesk Mansion", "organization", "place: Vesk Mansion"],
    ["when Storm Vesk struck", "Storm Vesk", "organization", "event: Storm Vesk"],
    ["with Vesk Albion today", "Vesk Albion", "place", "organization: Vesk Albion"],
    ["for Team Kenya on Friday", "Kenya", "place", "organization: Team Kenya"],
    ["the Meridale Crisis ended", "Meridale Crisis", "place", "event: Meridale Crisis"],
    ["the Vesk Accords ended it", "Vesk Accords", "organization", "event: Vesk Accords"],
    ["at Sir Ganga Vesk Hospital now", "Sir Ganga Vesk Hospital", "organization", "organization: Sir Ganga Vesk Hospital"],
    ["Leicestershire 471 for six", "Leicestershire 471", "organization", "organization: Leicestershire"],
    ["the Vesk Radio 5 said", "Vesk Radio 5", "organization", "organization: Vesk Radio 5"],
    ["the Lahore declaration was signed", "Lahore", "place", "place: Lahore"],
    ["the firm Tarvo Lithium has mines", "Tarvo", "organization", "organization: Tarvo Lithium"],
    ["Brigadier Tarek Said told them", "Tarek", "person", "person: Tarek Said"],
    ["Mayor Tarek Said To Resign", "Tarek", "person", "person: Tarek"],
    [
      "the Halden Department of Fish and Game closed it",
      "Halden Department of Fish",
      "organization",
      "organization: Halden Department of Fish and Game",
    ],
    [
      "the Norse Confederation of Trade Unions agreed",
      "Norse Confederation",
      "organization",
      "organization: Norse Confederation of Trade Unions",
    ],
    [
      "the HD Tarvo Shipbuilding & Offshore Engineering yard",
      "HD Tarvo",
      "organization",
      "organization: HD Tarvo Shipbuilding & Offshore Engineering",
    ],
    ["the Amelia Hale Airport closed", "Amelia Hale Airport", "person", "place: Amelia Hale Airport"],
    ["Typhoon Yagi struck", "Typhoon Yagi", "organization", "event: Typhoon Yagi"],
  ])("%s: %s", (text, words, type, expected) => {
    expect(tidied(text, words, type)).toEqual([expected]);
  });
});

describe("two places and one", () => {
  it.each<[string, string[]]>([
    ["Paris and Berlin", ["place: Paris", "place: Berlin"]],
    ["Bosnia and Herzegovina", ["place: Bosnia and Herzegovina"]],
    ["Tarvo and Halden", ["place: Tarvo and Halden"]],
  ])("%s", (text, expected) => {
    expect(tidied(text, text, "place")).toEqual(expected);
  });
});

describe("what a word leaves no doubt of", () => {
  it.each<[string, string, EntityType, string[]]>([
    ["Queen Sofia waved", "Sofia", "place", ["person: Sofia"]],
    ["the king flew to Sofia", "Sofia", "place", ["place: Sofia"]],
    ["Norvik Shipping denied it", "Norvik Shipping", "place", ["organization: Norvik Shipping"]],
  ])("%s", (text, name, type, expected) => {
    expect(tidied(text, name, type)).toEqual(expected);
  });
});

describe("organizations and places that the labels left out", () => {
  it.each<[string, string[]]>([
    ["the Halden Data Protection Commission fined it", ["organization: Halden Data Protection Commission"]],
    ["Tarvo's Employees Provident Fund bought it", ["place: Tarvo", "organization: Employees Provident Fund"]],
    ["The Internet Society met", ["organization: Internet Society"]],
    ["she lives on Halden Boulevard near here", ["place: Halden Boulevard"]],
    ["Halden Society Meets Today", []],
    ["the Society met", []],
    ["the Commission President met", []],
  ])("%s", (text, expected) => {
    const block = readBlock(text);
    const names = text.startsWith("Tarvo") ? [{ first: 0, end: 1, type: "place" as const, confidence: 0.9 }] : [];
    const found = withMissedNames(block, names, new WordLists()).map(
      ({ first, end, type }) => `${type}: ${text.slice(block.tokens.starts[first], block.tokens.ends[end - 1])}`,
    );
    expect(found).toEqual(expected);
  });
});

describe("definitions", () => {
  it.each<[string, string, EntityType | null]>([
    ["Tarvo is a small logistics company in Quito.", "Tarvo", "organization"],
    ["Tarvo, a fishing village near Quito, flooded.", "Tarvo", "place"],
    ["Tarvo is a retired footballer.", "Tarvo", "person"],
    ["the newspaper Tarvo reported", "Tarvo", "organization"],
    ["in the town of Tarvo", "Tarvo", "place"],
    ["the CEO of Tarvo", "Tarvo", "organization"],
    ["Tarvo, the state governor, resigned.", "Tarvo", "person"],
    ["Tarvo, the group's spokesman, resigned.", "Tarvo", "person"],
    ["under the Tarvo bridge", "Tarvo", "place"],
    ["Tarvo, a major disaster, came.", "Tarvo", null],
    ["reporters of the Tarvo newspaper left", "Tarvo", "organization"],
    ["Tarvo is a problem for the company.", "Tarvo", null],
    ["Tarvo laughed.", "Tarvo", null],
  ])("%s", (text, name, type) => {
    const block = readBlock(text);
    const { first, end } = tokensOf(block, name);
    expect(definedType(block, first, end, false)).toBe(type);
  });

  it("leaves a known place before a newspaper what it is", () => {
    const block = readBlock("a Tarvo newspaper");
    const { first, end } = tokensOf(block, "Tarvo");
    expect(definedType(block, first, end, true)).toBe(null);
  });
});

describe("the model and the lists", () => {
  it("are at most 2 MB together, compressed", () => {
    const folder = "src/analysis/names/";
    const files = [
      "names.model",
      "wordClusters.model",
      "gazetteers.json",
      "commonWords.json",
      "nameLists.json",
      "wordKinds.json",
      "definitions.json",
      "formNames.json",
      "labelledValues.json",
    ];
    const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(folder + file), { level: 9 }).length, 0);
    expect(size).toBeLessThanOrEqual(2_000_000);
  });
});

describe("an office with an article before a name", () => {
  it("is none of the name", () => {
    expect(tidied("Chancellor of the Exchequer Ann Weld resigned", "the Exchequer Ann Weld", "person")).toEqual(["person: Ann Weld"]);
  });
});

describe("the type that the words beside or within a name tell", () => {
  it.each([
    ["the Bishop of Ardvesk, John Hale,", "Ardvesk", "person", ["place: Ardvesk"]],
    ["works at the Rio Vesk dam again", "Rio Vesk", "person", ["place: Rio Vesk"]],
    ["visited the Yavesk people there", "Yavesk", "place", ["group: Yavesk"]],
    ["Halvesk Havbruk reported a pretax loss of four million.", "Halvesk Havbruk", "person", ["organization: Halvesk Havbruk"]],
    ["Anna Hale reported a loss of appetite.", "Anna Hale", "person", ["person: Anna Hale"]],
    ["the General Staff said", "General Staff", "person", ["organization: General Staff"]],
    ["asked the Gardaí again", "Gardaí", "person", ["organization: Gardaí"]],
    ["from Lakevesk Bancorp then", "Lakevesk Bancorp", "place", ["organization: Lakevesk Bancorp"]],
    ["dived to the Vesk Ferry then", "Vesk Ferry", "person", ["place: Vesk Ferry"]],
    ["Auditor Vesk resigned.", "Auditor Vesk", "person", ["organization: Vesk"]],
    ["Auditor Ann Lee resigned.", "Auditor Ann Lee", "person", ["person: Ann Lee"]],
    ["Then Taoiseach Leo Vesk left.", "Taoiseach Leo Vesk", "person", ["person: Leo Vesk"]],
    ["COLOMBO — Dock workers voted", "COLOMBO — Dock", "place", ["place: COLOMBO"]],
    ["the Free Movement of Ann Roe won", "Free Movement of Ann Roe", "organization", ["organization: Free Movement", "person: Ann Roe"]],
    ["Vesk's Lima spokesman, he,", "Vesk's Lima", "organization", ["organization: Vesk", "place: Lima"]],
    ["in Vesk Therapeutics then", "Vesk Therapeutics", "place", ["organization: Vesk Therapeutics"]],
    ["Yokozuna Terunofuji left", "Yokozuna Terunofuji", "person", ["person: Terunofuji"]],
    ["the UN Special Rapporteur said", "UN Special Rapporteur", "organization", ["organization: UN"]],
    ["the Vesk Fishermen’s Co-operative has", "Vesk Fishermen", "organization", ["organization: Vesk Fishermen’s Co-operative"]],
  ] as const)("%s", (text, words, type, expected) => {
    expect(tidied(text, words, type)).toEqual(expected);
  });
});

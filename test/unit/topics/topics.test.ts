import { describe, expect, it } from "vitest";
import type { Entity, EntityType } from "../../../src/analysis/analysis.js";
import { readLayout } from "../../../src/analysis/sections/layout.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";
import { singular, topicKey } from "../../../src/analysis/topics/topicKey.js";
import { createTopicFinder } from "../../../src/analysis/topics/topics.js";

const TEXT = `Petrova asks the state for help with the bridge

Topics covered

ana petrova, varna, el-asnam, river crossings, tunnels

Jun 13, 2014

Mayor Ana Petrova said that the river crossing at Varna was lost. Petrova told the water board that a new river crossing would cost four million, and that El Asnam had waited nine years for its own river crossing.

The water board did not answer her. In Varna, the ferry company said it would carry school children free of charge. The ferry company has two boats, and the water board owns one of them.

Read more about Varna
`;

function entity(id: string, type: EntityType, name: string, aliases: readonly string[] = []): Entity {
  const mentions = [name, ...aliases].flatMap((form) =>
    [...TEXT.matchAll(new RegExp(`\\b${form}\\b`, "g"))].map(({ index }) => ({
      start: index,
      end: index + form.length,
      kind: "name" as const,
    })),
  );
  return { id, type, name, aliases, roles: [], rolePlaces: [], mentions: mentions.sort((a, b) => a.start - b.start) } as Entity;
}

const ENTITIES = [entity("e1", "person", "Ana Petrova", ["Petrova"]), entity("e2", "place", "Varna"), entity("e3", "place", "El Asnam")];

function topics(text: string, entities: readonly Entity[] = []) {
  const source = readSourceText(text);
  return createTopicFinder().find(source, readLayout(source), entities);
}

describe("declared topics", () => {
  const declared = topics(TEXT, ENTITIES).filter((topic) => topic.declared);

  it("stand in the document's order, as it writes them, each tied to its entity", () => {
    expect(declared.map(({ label, entity }) => [label, entity])).toEqual([
      ["ana petrova", "e1"],
      ["varna", "e2"],
      ["el-asnam", "e3"],
      ["river crossings", null],
      ["tunnels", null],
    ]);
  });

  it("are tied to the person whom the text spells otherwise", () => {
    const [topic] = topics(TEXT.replace("ana petrova, varna", "anna petrowa, varna"), ENTITIES);
    expect([topic.label, topic.entity]).toEqual(["anna petrowa", "e1"]);
  });

  it("have their mentions in the text, in singular and plural, none in the list or in boilerplate", () => {
    const words = declared.map(({ mentions }) => mentions.map(({ start, end }) => TEXT.slice(start, end)));
    expect(words[1]).toEqual(["Varna", "Varna"]);
    expect(words[3]).toEqual(["river crossing", "river crossing", "river crossing"]);
    expect(words[4]).toEqual([]);
  });

  it("are each named once", () => {
    const twice = TEXT.replace("tunnels", "tunnels, Tunnel, Varna");
    expect(topics(twice).filter((topic) => topic.declared)).toHaveLength(5);
  });
});

describe("extracted topics", () => {
  it("are words of the headline that the text takes up once", () => {
    const text = "Council fights over the ferry\n\nVARNA, June 13, 2014 - The mayor wants the ferry back. Nobody else does.";
    expect(topics(text).map(({ label }) => label)).toEqual(["ferry"]);
    expect(topics(text.replace("over the ferry", "over money"))).toEqual([]);
  });

  const extracted = topics(TEXT, ENTITIES).filter((topic) => !topic.declared);

  it("are the text's repeated noun phrases, without what is declared or named", () => {
    expect(extracted.map(({ label }) => label)).toEqual(["water board", "ferry company"]);
  });

  it("have their mentions", () => {
    expect(extracted[0].mentions.map(({ start, end }) => TEXT.slice(start, end))).toEqual(["water board", "water board", "water board"]);
  });

  it("are words of a headline written with capitals, too", () => {
    const text = "Council Fights Over Ferry\n\nVARNA, June 13, 2014 - The mayor wants the ferry back. Nobody else does.";
    expect(topics(text).map(({ label }) => label)).toEqual(["ferry"]);
  });

  it("are the entities that the headline or the text names often, in their order of weight", () => {
    const text = TEXT.replace("\n\nTopics covered\n\nana petrova, varna, el-asnam, river crossings, tunnels", "");
    const found = (source: string) => {
      const named = [
        {
          ...ENTITIES[0],
          mentions: [...source.matchAll(/(?:Ana )?Petrova/g)].map(({ index, 0: { length } }) => ({
            start: index,
            end: index + length,
            kind: "name" as const,
          })),
        },
        {
          ...ENTITIES[1],
          mentions: [...source.matchAll(/Varna/g)].map(({ index }) => ({ start: index, end: index + 5, kind: "name" as const })),
        },
      ];
      return topics(source, named).flatMap(({ label, entity }) => (entity ? [label] : []));
    };
    expect(found(text)).toEqual(["Ana Petrova"]);
    expect(found(`${text}\nVarna is old. Varna is large. Varna has a harbour.\n`)).toEqual(["Varna", "Ana Petrova"]);
  });

  it("are no parts of names that a headline has", () => {
    const text =
      "Talks collapse for a third time\n\nNegotiators left Addis Ababa without a date\n\nNobody in Addis Ababa spoke of it\n\nBy Jane Doe\n\nThe talks ended in Addis Ababa on Friday night, the third such end in a year.\n";
    const source = readSourceText(text);
    const mentions = [...text.matchAll(/Addis Ababa/g)].map(({ index }) => ({ start: index, end: index + 11, kind: "name" as const }));
    const city: Entity = { id: "e1", type: "place", name: "Addis Ababa", aliases: [], roles: [], rolePlaces: [], mentions };
    expect(
      createTopicFinder()
        .find(source, readLayout(source), [city])
        .map(({ label }) => label),
    ).toEqual(["Addis Ababa"]);
  });

  it("are one whom the text speaks of by pronouns, and no agency that reports", () => {
    const text =
      "The tide of the north\n\nAna Berg counts eels (AP). She began in May. Berg said she was tired, and that she would stop.\n\nAP was told so. AP has the numbers. AP came.";
    const place = (words: string, kind: "name" | "pronoun", from = 0) => {
      const start = text.indexOf(words, from);
      return { start, end: start + words.length, kind };
    };
    const berg = [
      place("Ana Berg", "name"),
      place("She", "pronoun"),
      place("Berg", "name", 40),
      place("she", "pronoun"),
      place("she", "pronoun", 110),
    ];
    const agency = [...text.matchAll(/AP/g)].map(({ index }) => ({ start: index, end: index + 2, kind: "name" as const }));
    const entities = [
      { id: "e1", type: "person", name: "Ana Berg", aliases: [], roles: [], rolePlaces: [], mentions: berg },
      { id: "e2", type: "organization", name: "AP", aliases: [], roles: [], rolePlaces: [], mentions: agency },
    ] as const;
    expect(topics(text, entities).map(({ label }) => label)).toEqual(["Ana Berg"]);
  });

  it("are neither verbs nor what describes a name", () => {
    const text = "The man who counts\n\nHe counts. She counts. Who counts? The deep Atlantic, the deep Pacific, the deep Arctic.";
    expect(topics(text)).toEqual([]);
  });

  it("are no offices", () => {
    expect(topics("The prime minister left. The prime minister came. The prime minister slept.")).toEqual([]);
  });

  it("are at most ten, and none in a text without repetition", () => {
    const many = Array.from({ length: 30 }, (_, i) => `the copper kettle${"abcdefghijklmnopqrstuvwxyzäöüß"[i]} fell.`).join(" ");
    expect(topics(`${many} ${many}`).length).toBeLessThanOrEqual(10);
    expect(topics("A short text says nothing twice.")).toEqual([]);
  });
});

describe("the key of a topic", () => {
  it.each([
    ["Nouri al-Maliki", "nouri maliki"],
    ["NOURI AL MALIKI", "nouri maliki"],
    ["Bogotá's", "bogota"],
    ["the U.S.", "us"],
    ["al-Qaeda", "qaeda"],
    ["The La", "the la"],
  ])("of %s is %s", (phrase, key) => {
    expect(topicKey(phrase)).toBe(key);
  });

  it.each([
    ["parties", "party"],
    ["churches", "church"],
    ["crisis", "crisis"],
    ["troops", "troop"],
    ["gas", "gas"],
  ])("the singular of %s is %s", (word, one) => {
    expect(singular(word)).toBe(one);
  });
});

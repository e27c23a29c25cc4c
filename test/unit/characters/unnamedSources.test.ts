import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "../../../src/analysis/analyze.js";

/** The unnamed sources of a text with the words of their mentions. */
function sourcesOf(text: string): readonly (readonly [string, readonly string[]])[] {
  return analyze(text)
    .entities.filter(({ anonymous }) => anonymous)
    .map(({ name, mentions }) => [name, mentions.map(({ start, end }) => text.slice(start, end))]);
}

/** The name of whoever speaks the quotation that holds the words, with whether the source is unnamed. */
function speakerOf(text: string, words: string): readonly [string | undefined, boolean | undefined] {
  const { quotes, entities } = analyze(text);
  const at = text.indexOf(words);
  const quote = quotes.find(({ start, end }) => start <= at && at < end);
  return [entities.find(({ id }) => id === quote?.speaker?.entity)?.name, quote?.speaker?.anonymous];
}

const REPORT = [
  "BASRA — The port was shut on Monday after a crane fell into the water.",
  "“It should have been taken down,” a senior official said. The harbour is deep there.",
  "Another official said that the crane had been repaired in March.",
  "“We wrote to the ministry twice,” said another official.",
  "“Nobody answered,” said Layla Hassan, who works in the port.",
  "A senior official said that the port would open on Tuesday. “We are ready,” the senior official said.",
].join("\n\n");

describe("unnamed sources", () => {
  it("are those whose names are withheld, and one of several, by whatever noun", () => {
    const text =
      "An interrogator, who spoke on condition that her name be withheld, told the paper that the list was “a lie.” She said that the guards knew. Another detainee, Yusuf Hale, said the cells were full. A third said that the doors were locked. A newsletter said the guards were gone.";
    expect(sourcesOf(text)).toEqual([
      ["An interrogator", ["An interrogator", "She"]],
      ["A third", ["A third"]],
    ]);
  });

  it("with the same wording are one, and “another” is always a new one with a name of its own", () => {
    expect(sourcesOf(REPORT)).toEqual([
      ["a senior official", ["a senior official", "A senior official", "the senior official"]],
      ["Another official", ["Another official"]],
      ["another official (2)", ["another official"]],
    ]);
  });

  it("are who was brought up by the same noun, though the quotation names another of that office", () => {
    const text =
      "Economy Minister Ada Byron posted it. A senior minister, speaking on Monday, hit back. “Byron leaks,” the minister said. “We know it.”";
    expect(speakerOf(text, "Byron leaks")).toEqual(["A senior minister", true]);
    expect(speakerOf(text, "We know it")).toEqual(["A senior minister", true]);
    const named = "A senior minister, Ada Byron, hit back. “They leak,” the minister said.";
    expect(speakerOf(named, "They leak")[0]).toBe("Ada Byron");
  });

  it("speak their quotations", () => {
    expect(speakerOf(REPORT, "It should have")).toEqual(["a senior official", true]);
    expect(speakerOf(REPORT, "We are ready")).toEqual(["a senior official", true]);
    expect(speakerOf(REPORT, "We wrote")).toEqual(["another official (2)", true]);
    expect(speakerOf(REPORT, "Nobody answered")).toEqual(["Layla Hassan", false]);
  });

  it("are meant by “the” and their noun alone, the last of them, and by no other description", () => {
    const text = [
      "A customs officer said that the gate was open. “We saw it,” the officer said.",
      "An army officer said that it was closed. “It was locked,” the officer said. “I had the key,” the naval officer said.",
    ].join("\n\n");
    expect(speakerOf(text, "We saw it")[0]).toBe("A customs officer");
    expect(speakerOf(text, "It was locked")[0]).toBe("An army officer");
    expect(speakerOf(text, "I had the key")[0]).toBeUndefined();
  });

  it("are told apart by whom they are close to, and called without what follows a comma or “who”", () => {
    const text = [
      "Sources close to the ministry said that the talks had failed.",
      "Sources close to the company said that the talks went on.",
      "“They shouted,” said a clerk, who asked not to be named because he feared for his post. “The gate was shut,” said a witness who stood outside.",
    ].join("\n\n");
    const names = sourcesOf(text).map(([name]) => name);
    expect(names).toContain("Sources close to the ministry");
    expect(names).toContain("Sources close to the company");
    expect(names.find((name) => name.includes("itness"))).toBe("a witness");
  });

  it("are meant by “He” at the beginning of the next sentence, but not where somebody is named between", () => {
    const said = "A senior official said that the port would open soon.";
    expect(speakerOf(`${said} He said that the ships were waiting.`, "the ships")).toEqual(["A senior official", true]);
    expect(speakerOf(`${said} Omar Rashid welcomed it. He said that the ships were waiting.`, "the ships")[0]).not.toBe(
      "A senior official",
    );
    expect(speakerOf(`${said}\n\nHe said that the ships were waiting.`, "the ships")[0]).not.toBe("A senior official");
  });

  it("are there for “the officials” too, and no definite single one without a source before is", () => {
    expect(sourcesOf("The officials said that the bridge was safe.")).toEqual([["The officials", ["The officials"]]]);
    expect(sourcesOf("The official said that the bridge was safe.")).toEqual([]);
  });

  it("are no topics, and take none", () => {
    const { topics, entities } = analyze(`${REPORT}\n\nTopics covered in this report include:\n\nAnother official\nBasra\n`);
    const ids = new Set(entities.filter(({ anonymous }) => anonymous).map(({ id }) => id));
    expect(topics.some(({ entity }) => entity !== null && ids.has(entity))).toBe(false);
  });
});

describe("whatever is said by whom", () => {
  const parts = [
    "“It is late,”",
    "said",
    "a senior official",
    "the official",
    "another official",
    "He",
    "Omar Rashid",
    "sources",
    "who",
    ",",
    ".",
    "\n\n",
  ];

  it("a speaker is an unnamed source exactly where the entity is one, and mentions of one do not cross", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 40 }), (words) => {
        const { entities, quotes } = analyze(words.join(" "));
        const byId = new Map(entities.map((entity) => [entity.id, entity]));
        for (const { speaker } of quotes) {
          if (speaker?.entity) expect(speaker.anonymous).toBe(byId.get(speaker.entity)?.anonymous ?? false);
        }
        for (const { mentions } of entities) {
          mentions.forEach(({ start }, i) => {
            if (i > 0) expect(mentions[i - 1].end).toBeLessThanOrEqual(start);
          });
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("“he” behind a quotation that begins a paragraph", () => {
  const before = "The board declined to comment. A spokesman for the governor";

  it("is the source of whom the paragraph before reports", () => {
    const text = `${before} said that Oslo owed the town an explanation.\n\n“Oslo owes us that,” he said. “No less.”`;
    expect(speakerOf(text, "Oslo owes us")).toEqual(["A spokesman for the governor", true]);
    expect(speakerOf(text, "No less")).toEqual(["A spokesman for the governor", true]);
  });

  it("is not the source that asked", () => {
    const text = `${before} asked whether Oslo would pay.\n\n“Oslo owes us that,” he said.`;
    expect(speakerOf(text, "Oslo owes us")[0]).toBeUndefined();
  });

  it("is one of two who have no names", () => {
    expect(speakerOf("Two men were there. The other said that the siren had been silent.", "the siren")).toEqual(["The other", true]);
  });
});

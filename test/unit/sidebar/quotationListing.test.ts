import { describe, expect, it } from "vitest";
import { speakerName } from "../../../src/editor/words.js";
import { listQuotations } from "../../../src/sidebar/model/quotationListing.js";
import { entity, follow, listed, nodes, options, place, quote, rows } from "./listedText.js";

const TEXT = [
  "“We open at nine,” Ana Ruiz said. “We close at five.”",
  "“Nobody asked us,” a source said.",
  "“Nobody told us,” a source said.",
  "“It is late.”",
  "“Come in,” she said.",
  "Bo Lind said that the road was shut.",
  "He called it “a disgrace”.",
].join("\n");

const DOCUMENT = listed(TEXT, {
  entities: [
    entity(TEXT, "ana", "person", "Ana Ruiz", [["Ana Ruiz", 1]], { aliases: ["Ruiz"], roles: ["shopkeeper"] }),
    entity(TEXT, "bo", "person", "Bo Lind", [
      ["Bo Lind", 1],
      ["He", 1, "pronoun"],
    ]),
  ],
  quotes: [
    quote(TEXT, "q1", "“We open at nine,”", { words: "Ana Ruiz", entity: "ana" }),
    quote(TEXT, "q2", "“We close at five.”", { words: "Ana Ruiz", entity: "ana", confidence: 0.7 }),
    quote(TEXT, "q3", "“Nobody asked us,”", { words: "a source", anonymous: true }),
    quote(TEXT, "q4", "“Nobody told us,”", { words: "a source", nth: 2, anonymous: true }),
    quote(TEXT, "q5", "“It is late.”", null),
    quote(TEXT, "q6", "“Come in,”", { words: "she" }),
    quote(TEXT, "q7", "the road was shut", { words: "Bo Lind", entity: "bo" }, "indirect"),
    quote(TEXT, "q8", "“a disgrace”", { words: "He", entity: "bo", confidence: 0.5 }, "mixed"),
  ],
});

describe("listQuotations", () => {
  it("lists speakers by name, then each unnamed source, then what nobody is known to have said", () => {
    expect(rows(listQuotations(DOCUMENT, options({ order: "appearance" })).branch)).toEqual([
      "Ana Ruiz | 2 · shopkeeper",
      "  “We open at nine,” | 1",
      "  “We close at five.” | 1",
      "Bo Lind | 2",
      "  the road was shut | 6 · indirect",
      "  “a disgrace” | 7 · partial · “He”?",
      "Unnamed sources | 2",
      "  a source | 1",
      "    “Nobody asked us,” | 2",
      "  a source | 1",
      "    “Nobody told us,” | 3",
      "No speaker identified | 2",
      "  “It is late.” | 4",
      "  “Come in,” | 5 · “she”",
    ]);
  });

  it("lists what two say together below each of them, and counts it once", () => {
    const text = "“We open at nine,” Ana Ruiz and Bo Lind said.";
    const document = listed(text, {
      entities: [entity(text, "ana", "person", "Ana Ruiz", [["Ana Ruiz", 1]]), entity(text, "bo", "person", "Bo Lind", [["Bo Lind", 1]])],
      quotes: [quote(text, "q1", "“We open at nine,”", { words: "Ana Ruiz and Bo Lind", entity: "ana", others: ["bo"] })],
    });
    const listing = listQuotations(document, options({ order: "appearance" }));
    expect(rows(listing.branch)).toEqual([
      "Ana Ruiz | 1",
      "  “We open at nine,” | 1 · with Bo Lind",
      "Bo Lind | 1",
      "  “We open at nine,” | 1 · with Ana Ruiz",
    ]);
    expect([listing.shown, listing.total]).toEqual([1, 1]);
    expect(listQuotations(document, options({ filter: "lind" })).shown).toBe(1);
    expect(speakerName(document.reviewed, document.reviewed.analysis.quotes[0], () => "")).toBe("Ana Ruiz and Bo Lind");
  });

  it("lists what stands under one label of a transcript together", () => {
    const text = "Q: Who knew?\n\nA: I did.\n\nQ: Since when?";
    const asked = ["Who knew?", "Since when?"].map((words, n) => quote(text, `q${n}`, words, { words: "Q", nth: n + 1, anonymous: true }));
    expect(rows(listQuotations(listed(text, { quotes: asked }), options()).branch)).toEqual([
      "Unnamed sources | 1",
      "  Q | 2",
      "    Who knew? | 1",
      "    Since when? | 5",
    ]);
  });

  it("opens the speakers, but not where their quotations are many", () => {
    expect(nodes(listQuotations(DOCUMENT, options()).branch).map(({ open }) => open)).toEqual([true, true, true, true]);
    const [q1] = DOCUMENT.reviewed.analysis.quotes;
    const many = listed(TEXT, {
      entities: DOCUMENT.reviewed.analysis.entities,
      quotes: Array.from({ length: 501 }, (_, rank) => ({ ...q1, id: `many ${rank}` })),
    });
    const [voice] = nodes(listQuotations(many, options()).branch);
    expect([voice.label, voice.open, voice.branch?.size]).toEqual(["Ana Ruiz", false, 501]);
  });

  it("marks a speaker below six tenths of certainty, and no other", () => {
    const { branch } = listQuotations(DOCUMENT, options());
    const uncertain = nodes(branch).flatMap((voice) => nodes(voice.branch!).filter((node) => node.uncertain));
    expect(uncertain.map((node) => node.label)).toEqual(["“a disgrace”"]);
    expect(uncertain[0].spoken).toBe("Line 7, partial quotation, speaker uncertain, “a disgrace”");
  });

  it("lists only uncertain speakers when asked to", () => {
    const listing = listQuotations(DOCUMENT, options({ uncertainOnly: true }));
    expect(rows(listing.branch, 1)).toEqual(["Bo Lind | 1"]);
    expect(listing).toMatchObject({ shown: 1, total: 8 });
  });

  it("leaves out indirect quotations when asked to", () => {
    const listing = listQuotations(DOCUMENT, options({ indirect: false }));
    expect(rows(listing.branch)).not.toContain("  the road was shut | 6 · indirect");
    expect(listing.shown).toBe(7);
  });

  it("filters by the words of the quotation, by the speaker's names and by the words that stand for the speaker", () => {
    const left = (filter: string) => listQuotations(DOCUMENT, options({ filter })).shown;
    expect(left("ruiz")).toBe(2);
    expect(left("five")).toBe(1);
    expect(left("source")).toBe(2);
    expect(left("ruiz road")).toBe(0);
  });

  it("sorts speakers by count and by name, the headings staying last", () => {
    const text = "“A,” Zed said. “B,” Amy said. “C,” Amy said. “D.”";
    const document = listed(text, {
      entities: [entity(text, "z", "person", "Zed", [["Zed", 1]]), entity(text, "a", "person", "Amy", [["Amy", 1]])],
      quotes: [
        quote(text, "1", "“A,”", { words: "Zed", entity: "z" }),
        quote(text, "2", "“B,”", { words: "Amy", entity: "a" }),
        quote(text, "3", "“C,”", { words: "Amy", nth: 2, entity: "a" }),
        quote(text, "4", "“D.”", null),
      ],
    });
    const labels = (order: "count" | "appearance" | "name") =>
      nodes(listQuotations(document, options({ order })).branch).map((n) => n.label);
    expect(labels("count")).toEqual(["Amy", "Zed", "No speaker identified"]);
    expect(labels("appearance")).toEqual(["Zed", "Amy", "No speaker identified"]);
    expect(labels("name")).toEqual(["Amy", "Zed", "No speaker identified"]);
  });

  it("puts the halves of one unnamed source's sentence under one entry", () => {
    const text = "“We knew,” a source said, “and we waited.”";
    const source = { words: "a source", anonymous: true };
    const document = listed(text, { quotes: [quote(text, "1", "“We knew,”", source), quote(text, "2", "“and we waited.”", source)] });
    expect(rows(listQuotations(document, options()).branch)).toEqual([
      "Unnamed sources | 1",
      "  a source | 2",
      "    “We knew,” | 1",
      "    “and we waited.” | 1",
    ]);
  });

  it("leads from an offset to the quotation there", () => {
    const { branch, pathAt } = listQuotations(DOCUMENT, options());
    for (const words of ["“We close at five.”", "“Nobody told us,”", "“Come in,”"]) {
      const path = pathAt(place(TEXT, words).start + 3);
      expect(follow(branch, path ?? [])?.label).toBe(words);
    }
    expect(pathAt(place(TEXT, "Ana Ruiz said").start + 3)).toBeUndefined();
  });
});

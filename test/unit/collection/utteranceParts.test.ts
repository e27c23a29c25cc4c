import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../src/analysis/analyze.js";
import { Collection } from "../../../src/collection/collection.js";
import { recordOf } from "../../../src/collection/recordOf.js";

const SAID = [
  "We inherited a harbour whose cranes had stood idle since the spring floods and nobody could tell us why.",
  "The auditors have forty-two invoices without a signature from any department, and they gave them to the prosecutor.",
  "Every family on the northern shore will have clean drinking water before the winter storms arrive.",
  "I will not close the old hospital, whatever the consultants from the capital have written in their report.",
  "Teachers in the island schools have waited nine years for the salaries that parliament promised them.",
  "The fishing quotas were drawn up by people who have never pulled a net out of cold water.",
  "Our ferries carry nearly three thousand passengers a day and not one of them has a working lifeboat.",
  "A road without a bridge at its end is a monument to those who paid for it twice.",
];
const TURN = SAID.join(" ");
const transcript = (turn: string) =>
  `Hearing of the harbour committee\n\nCHAIRMAN OLSEN: Please begin.\n\nGOVERNOR MARTA LINDQVIST: ${turn}\n\nCHAIRMAN OLSEN: Thank you, Governor.\n`;
const interview = (turn: string) =>
  `Interview\n\nQ: What have you found, Governor Lindqvist?\n\nA: ${turn}\n\nQ: Thank you.\n\nA: Thank you for the invitation.\n`;
const speech = (turn: string) => `Speech\n\nGovernor Marta Lindqvist said on Sunday: “${turn}”\n`;
const report = (said: string) => `Report\n\n“${said}” Governor Marta Lindqvist said on Monday.\n`;

const analyzer = createAnalyzer();
type Texts = Readonly<Record<string, string>>;

function addTo(collection: Collection, texts: Texts): Collection {
  for (const [path, text] of Object.entries(texts)) collection.add(path, recordOf(text, analyzer.analyze(text, path)));
  return collection;
}

/** The documents of each group, and how its versions differ. */
function groupsOf(collection: Collection): readonly string[] {
  return collection
    .quotationGroups({ count: 50 })
    .items.map(({ id, differences }) => {
      const paths = collection.versionsOf(id, { count: 50 }).items.map(({ quotation }) => quotation.path);
      return `${[...new Set(paths)].sort().join(" ")}: ${differences.join(" ")}`;
    })
    .sort();
}

const REPORTS = {
  "a.txt": report(SAID[0]),
  "b.txt": report(SAID[1]),
  "c.txt": report(SAID[1].replace("forty-two", "forty-seven")),
  "d.txt": report(SAID[3]),
  "e.txt": report(SAID[3].replace("will not", "will")),
};

describe("a long turn of speech", () => {
  it.each([
    ["a transcript", transcript],
    ["an interview", interview],
    ["a speech", speech],
  ])("is a version of each quotation of it, and makes none of them a version of another: %s", (_, form) => {
    expect(groupsOf(addTo(new Collection(), { ...REPORTS, "t.txt": form(TURN) }))).toEqual([
      "a.txt t.txt: cut",
      "b.txt c.txt t.txt: number cut",
      "d.txt e.txt t.txt: negation cut",
    ]);
  });

  it("has the quotation as the words by which both are listed, in every order of documents", () => {
    const texts = { ...REPORTS, "t.txt": transcript(TURN) };
    const collection = addTo(new Collection(), texts);
    const turned = addTo(new Collection(), Object.fromEntries(Object.entries(texts).reverse()));
    const heads = (each: Collection) => each.quotationGroups({ count: 50 }).items.map(({ text }) => text.slice(0, 17));
    expect([...heads(collection)].sort()).toEqual(["“I will not close", "“The auditors hav", "“We inherited a h"]);
    expect(turned.quotationGroups({ count: 50 })).toEqual(collection.quotationGroups({ count: 50 }));
  });

  it("is one utterance with the turn as others wrote it down, beside what is quoted of both", () => {
    const other = transcript(TURN.replace("nine years", "five years"));
    const collection = addTo(new Collection(), { ...REPORTS, "t.txt": transcript(TURN), "u.txt": other });
    expect(groupsOf(collection)).toEqual([
      "a.txt t.txt u.txt: cut",
      "b.txt c.txt t.txt u.txt: number cut",
      "d.txt e.txt t.txt u.txt: negation cut",
      "t.txt u.txt: number",
    ]);
    const [{ quote }] = collection.versionsOf(groupWith(collection, "t.txt u.txt: number")).items.map(({ quotation }) => quotation);
    expect(collection.groupOf("t.txt", quote)?.differences).toEqual(["number"]);
  });

  it("is one utterance with what is quoted of it at one place only", () => {
    const collection = addTo(new Collection(), { "t.txt": transcript(TURN), "b.txt": REPORTS["b.txt"], "c.txt": REPORTS["c.txt"] });
    expect(groupsOf(collection)).toEqual(["b.txt c.txt t.txt: number cut"]);
  });

  it("is taken apart anew where documents come and go", () => {
    const collection = addTo(new Collection(), { "t.txt": transcript(TURN), "b.txt": REPORTS["b.txt"] });
    expect(groupsOf(collection)).toEqual(["b.txt t.txt: cut"]);
    addTo(collection, { "d.txt": REPORTS["d.txt"] });
    while (collection.prepare(1) > 0);
    expect(groupsOf(collection)).toEqual(["b.txt t.txt: cut", "d.txt t.txt: cut"]);
    addTo(collection, { "e.txt": REPORTS["e.txt"], "f.txt": report(`${SAID[1]} ${SAID[2]} ${SAID[3]}`) });
    while (collection.prepare(1) > 0);
    const fresh = addTo(new Collection(), { ...collectionTexts(), "e.txt": REPORTS["e.txt"] });
    expect(groupsOf(collection)).toEqual(groupsOf(fresh));
    collection.remove("f.txt");
    expect(groupsOf(collection)).toEqual(["b.txt t.txt: cut", "d.txt e.txt t.txt: negation cut"]);
    collection.remove("t.txt");
    expect(groupsOf(collection)).toEqual(["d.txt e.txt: negation"]);
  });
});

function collectionTexts(): Texts {
  return {
    "f.txt": report(`${SAID[1]} ${SAID[2]} ${SAID[3]}`),
    "d.txt": REPORTS["d.txt"],
    "b.txt": REPORTS["b.txt"],
    "t.txt": transcript(TURN),
  };
}

/** The id of the group that {@link groupsOf} words so. */
function groupWith(collection: Collection, wanted: string): string {
  const groups = collection.quotationGroups({ count: 50 }).items;
  const found = groups.find(({ differences, documents }) => {
    const [paths, kinds] = wanted.split(": ");
    return differences.join(" ") === kinds && documents === paths.split(" ").length;
  });
  return found?.id ?? "";
}

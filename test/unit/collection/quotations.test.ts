import { describe, expect, it } from "vitest";
import type { SpeakerRequest } from "../../../src/collection/answers.js";
import { collectionOf } from "./collected.js";

const said = (words: string, speaker = "Ingrid Solheim said"): string => `The council met.\n\n“${words},” ${speaker} on Monday.\n`;
const WORDS = "We will not close the harbour before the winter, and 40 ships are still waiting outside the breakwater";

/** The kinds of difference of the one utterance that two documents have; null where there is none. */
function kinds(a: string, b: string): readonly string[] | null {
  const { items } = collectionOf({ "a.txt": a, "b.txt": b }).quotationGroups();
  return items.length === 0 ? null : items[0].differences;
}

describe("quotations compared", () => {
  it.each([
    ["the same words", said(WORDS), []],
    ["other marks and case", said(WORDS).replaceAll(/[“”]/g, '"').replace("We will", "we will"), []],
    ["another number", said(WORDS.replace("40", "60")), ["number"]],
    ["a number written out", said(WORDS.replace("40", "forty")), []],
    ["a negation more", said(WORDS.replace("will not", "will")), ["negation"]],
    ["another name", said(WORDS).replace("harbour", "Harbour"), []],
    ["another word", said(WORDS.replace("winter", "summer")), ["wording"]],
    ["a cut at an end", said(WORDS.slice(0, WORDS.indexOf(", and"))), ["cut"]],
    ["a cut at the beginning", said(WORDS.slice(WORDS.indexOf("and 40"))), ["cut"]],
    ["another speaker", said(WORDS, "Tomasz Wierzbicki said"), ["speaker"]],
    ["an unnamed speaker", said(WORDS, "a harbour official said"), []],
    [
      "other words in another order",
      said("Before winter we shall never close this harbour: still 40 ships wait outside"),
      ["negation", "wording", "cut"],
    ],
  ])("finds an utterance with %s", (_, other, expected) => {
    expect(kinds(said(WORDS), other)).toEqual(expected);
  });

  it.each([
    ["words of another utterance", said("Nobody on this board was told how much the dredging would cost the town in the end")],
    [
      "a few words that are the same",
      said("The harbour is a place where the winter comes early and 40 gulls keep waiting for nothing at all"),
    ],
    ["fewer words than can be compared", said("We will not close")],
  ])("finds none in %s", (_, other) => {
    expect(kinds(said(WORDS), other)).toBeNull();
  });

  it.each([
    ["a number and a negation", "We will not pay $4 million", "We will pay $5 million", ["number", "negation"]],
    ["a number", "We lost 12 ships that day", "We lost 14 ships that day", ["number"]],
    ["a negation", "He was ready for the post", "He was not ready for the post", ["negation"]],
    [
      "a cut",
      "Nobody asked the pilots first and it made a terrible situation even worse",
      "It made a terrible situation even worse",
      ["cut"],
    ],
  ])("finds few words of one speaker again that differ in %s", (_, one, other, expected) => {
    expect(kinds(said(one), said(other))).toEqual(expected);
  });

  it("takes few words for those of another speaker only where all are the same but a negation", () => {
    const others = (words: string) => said(words, "Tomasz Wierzbicki said");
    expect(kinds(said("He was ready for the post"), others("He was not ready for the post"))).toEqual(["negation", "speaker"]);
    expect(kinds(said("We lost 12 ships that day"), others("We lost 14 ships that day"))).toBeNull();
  });

  it("does not join what has a turn of phrase in common: it stands in what many say", () => {
    const whole = "The clerks counted every vote twice and one of them became the next president of the United Isles at midnight";
    const other = "No daughter of mine, as long as these two hands can hold a rope, marries the next president of the United Isles";
    const part = said("the next president of the United Isles", "Tomasz Wierzbicki said");
    const collection = collectionOf({ "a.txt": said(whole), "b.txt": part, "c.txt": said(other, "Ada Lind said") });
    expect(collection.quotationGroups().items).toEqual([]);
  });

  it("finds a long part again that another is said to have spoken", () => {
    const part = WORDS.slice(WORDS.indexOf("and 40"));
    const whole = `Nobody on this board was told how much the dredging would cost the town. ${WORDS}`;
    expect(kinds(said(whole), said(part, "Tomasz Wierzbicki said"))).toEqual(["speaker", "cut"]);
  });

  it("gives each version with the words that differ, the wording of most documents first", () => {
    const other = said(WORDS.replace("40", "60"));
    const collection = collectionOf({ "a.txt": other, "b.txt": said(WORDS), "c.txt": said(WORDS) });
    const [group] = collection.quotationGroups().items;
    expect(group).toMatchObject({ documents: 3, versions: 3, differences: ["number"] });
    const versions = collection.versionsOf(group.id).items;
    expect(versions.map(({ quotation, differences }) => [quotation.path, differences.length])).toEqual([
      ["b.txt", 0],
      ["c.txt", 0],
      ["a.txt", 1],
    ]);
    const [difference] = versions[2].differences;
    expect(difference).toMatchObject({ kind: "number", first: "40", words: "60" });
    expect(other.slice(difference.span.start, difference.span.end)).toBe("60");
    const { path, quote } = versions[2].quotation;
    expect(collection.groupOf(path, quote)).toEqual(group);
    expect(collection.quotationGroups({ kinds: ["speaker"] }).total).toBe(0);
  });

  it("puts those first in which a number, a name, a negation or the speaker differs", () => {
    const second = "The fishermen came to us last night and they asked for nothing but a little time";
    const texts = (word: string, number: string) => `${said(second.replace("time", word))}\n${said(WORDS.replace("40", number))}`;
    const collection = collectionOf({ "a.txt": texts("time", "40"), "b.txt": texts("money", "40"), "c.txt": texts("time", "50") });
    expect(collection.quotationGroups().items.map(({ differences }) => differences)).toEqual([["number"], ["wording"]]);
  });

  it("says that speakers differ only where they are two in the collection", () => {
    const collection = collectionOf({ "a.txt": said(WORDS), "b.txt": said(WORDS, "Tomasz Wierzbicki said") });
    expect(collection.quotationGroups().items).toMatchObject([{ differences: ["speaker"] }]);
    const target = (name: string) => ({ type: "person" as const, name });
    collection.decide([{ kind: "same", left: target("Ingrid Solheim"), right: target("Tomasz Wierzbicki") }]);
    expect(collection.quotationGroups().items).toMatchObject([{ differences: [] }]);
  });

  it("lists speakers over all documents, and what each says", () => {
    const collection = collectionOf({
      "b.txt": said(WORDS),
      "a.txt": `${said("The dredging begins in the first week of April")}\n“Not one ship has left,” a harbour official said.`,
      "c.txt": said("Nobody asked us", "Tomasz Wierzbicki said"),
    });
    const speakers = collection.speakers().items;
    expect(speakers.map(({ kind, entity, quotations }) => [kind, entity?.name, quotations])).toEqual([
      ["named", "Ingrid Solheim", 2],
      ["named", "Tomasz Wierzbicki", 1],
      ["unnamed", undefined, 1],
    ]);
    const paths = collection.quotations({ speaker: speakers[0].entity?.id ?? "" }).items.map(({ path }) => path);
    expect(paths).toEqual(["a.txt", "b.txt"]);
    expect(collection.quotations({ speaker: { kind: "unnamed" } }).items).toMatchObject([
      { path: "a.txt", speaker: { words: "a harbour official" } },
    ]);
    expect(collection.quotations({ speaker: { kind: "nobody" } }).total).toBe(0);
    expect(collection.quotations({ speaker: speakers[0].entity?.id ?? "", offset: 1 }).items).toHaveLength(1);
  });

  it("lists what two say together below each of them, and holds neither against the other", () => {
    const collection = collectionOf({
      "a.txt": said(WORDS, "Ingrid Solheim and Tomasz Wierzbicki said"),
      "b.txt": said(WORDS, "Tomasz Wierzbicki said"),
      "c.txt": said(WORDS, "Salem Qaddoura said"),
    });
    const speakers = collection.speakers({ sort: "name" }).items;
    expect(speakers.map(({ entity, quotations }) => [entity?.name, quotations])).toEqual([
      ["Ingrid Solheim", 1],
      ["Salem Qaddoura", 1],
      ["Tomasz Wierzbicki", 2],
    ]);
    const of = (rank: number, words = "") => collection.quotations({ speaker: speakers[rank].entity?.id ?? "", words }).items;
    expect(of(0)).toMatchObject([{ path: "a.txt", speaker: { words: "Ingrid Solheim and Tomasz Wierzbicki" } }]);
    expect(of(2).map(({ path }) => path)).toEqual(["a.txt", "b.txt"]);
    expect(of(2, "solheim").map(({ path }) => path)).toEqual(["a.txt"]);
    const [{ id }] = collection.quotationGroups().items;
    const versions = collection.versionsOf(id).items;
    const differing = versions.filter(({ differences }) => differences.some(({ kind }) => kind === "speaker"));
    expect(differing.map(({ quotation: { path } }) => path)).toEqual(["c.txt"]);
  });

  it("lists by name or by what a filter leaves: words of the quotation, of its speaker, a spelling of the name", () => {
    const collection = collectionOf({
      "a.txt": `${said(WORDS)}\n“Not one ship has left,” a harbour official said.`,
      "b.txt": said("Nobody asked the café", "Salem Qaddoura said"),
      "c.txt": "Tomasz Wierzbicki said that the inquiry would be opened on Friday.\n",
    });
    const speakers = (request: SpeakerRequest) =>
      collection.speakers(request).items.map(({ kind, entity, quotations }) => `${entity?.name ?? kind} ${quotations}`);
    expect(speakers({ sort: "name" })).toEqual(["Ingrid Solheim 1", "Salem Qaddoura 1", "Tomasz Wierzbicki 1", "unnamed 1"]);
    expect(speakers({ words: "CAFE asked" })).toEqual(["Salem Qaddoura 1"]);
    expect(speakers({ words: "gaddoura" })).toEqual(["Salem Qaddoura 1"]);
    expect(speakers({ words: "harbour official" })).toEqual(["unnamed 1"]);
    expect(speakers({ indirect: false })).not.toContain("Tomasz Wierzbicki 1");
    expect(speakers({ below: 0 })).toEqual([]);
    expect(collection.quotations({ speaker: { kind: "unnamed" }, words: "official" }).items).toMatchObject([{ path: "a.txt" }]);
    expect(collection.quotations({ speaker: { kind: "unnamed" }, words: "cafe" }).total).toBe(0);
    collection.remove("b.txt");
    expect(speakers({ words: "gaddoura" })).toEqual([]);
  });
});

describe("unnamed sources", () => {
  it("are listed with what rests on them, and what rests on nothing else", () => {
    const alone = "The bank knew about the missing ledgers a year before anybody else did";
    const collection = collectionOf({
      "b\nc.txt": `${said(WORDS, "a harbour official said")}\n${said(alone, "a harbour official said")}`,
      "a.txt": said(WORDS),
    });
    const { items, total } = collection.unnamedSources();
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ path: "b\nc.txt", words: "a harbour official", statements: 2, alone: 1 });
    const statements = collection.statementsOf(items[0].id).items;
    expect(statements.map(({ named }) => named.map(({ path, speaker }) => [path, speaker.words]))).toEqual([
      [["a.txt", "Ingrid Solheim"]],
      [],
    ]);
    collection.remove("a.txt");
    expect(collection.unnamedSources({ aloneOnly: true }).items).toMatchObject([{ alone: 2 }]);
    expect(collection.statementsOf("nowhere\nnobody").total).toBe(0);
  });
});

it("who asks in a transcript is no unnamed source", () => {
  const text = "MS. SOLHEIM: Good morning.\n\nQ: Were you told?\n\nMS. SOLHEIM: I was not.\n\nQ: Thank you.";
  expect(collectionOf({ "a.txt": text }).unnamedSources().total).toBe(0);
});

describe("figures that differ between versions", () => {
  it("are given for each document, with the other's words and place", () => {
    const other = said(WORDS.replace("40", "60"));
    const collection = collectionOf({ "a.txt": other, "b.txt": said(WORDS), "c.txt": said(WORDS) });
    const [figure, ...more] = collection.figuresApart("a.txt");
    expect(more).toEqual([]);
    expect(other.slice(figure.span.start, figure.span.end)).toBe("60");
    expect(figure).toMatchObject({ words: "60", otherWords: "40", own: { path: "a.txt" }, other: { path: "b.txt" } });
    expect(collection.figuresApart("c.txt")).toMatchObject([{ words: "40", otherWords: "60", other: { path: "a.txt" } }]);
  });

  it("are none where only words differ, in one document alone, or in an unknown one", () => {
    const worded = collectionOf({ "a.txt": said(WORDS.replace("winter", "summer")), "b.txt": said(WORDS) });
    expect(worded.figuresApart("a.txt")).toEqual([]);
    const one = collectionOf({ "a.txt": `${said(WORDS)}\n${said(WORDS.replace("40", "60"))}` });
    expect(one.figuresApart("a.txt")).toEqual([]);
    expect(one.figuresApart("b.txt")).toEqual([]);
  });
});

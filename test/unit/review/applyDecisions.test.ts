import { expect, test } from "vitest";
import type { Analysis, Entity, Quote } from "../../../src/analysis/analysis.js";
import { speakersOf } from "../../../src/analysis/speakersOf.js";
import { anchorsIn } from "../../../src/review/anchors.js";
import { applyDecisions } from "../../../src/review/applyDecisions.js";
import type { Decision, DecisionBody } from "../../../src/review/decision.js";
import { placeDecisions } from "../../../src/review/placing.js";
import { type Review, spanKey } from "../../../src/review/review.js";
import { settledBy } from "../../../src/review/standing.js";
import { on, person, reviewed, reviewer, spanOf } from "./decisionFixtures.js";
import { analysisOf, quoteOf } from "./fixtures.js";

const TEXT = `Vessna Orlik met Tam Reddig at the harbour on Monday.
“We counted nine boats,” Orlik said. Reddig disagreed: “There were ten boats at the pier.”
Later Reddig left. Orlik stayed, and a clerk named Jun Abara wrote it down. Abara smiled.
`;

function entity(id: string, name: string, forms: readonly string[], places: readonly (readonly [string, number])[]): Entity {
  return {
    id,
    type: "person",
    name,
    aliases: forms,
    roles: [],
    rolePlaces: [],
    mentions: places.map(([words, nth]) => ({ ...spanOf(TEXT, words, nth), kind: "name" as const })),
  };
}

function quote(id: string, words: string, speaker: string | null): Quote {
  const { start, end } = spanOf(TEXT, words);
  const said = speaker === null ? null : { start: end, end: end + 1, entity: speaker, anonymous: false, rule: "rule", confidence: 0.5 };
  return quoteOf(id, start, end, { speaker: said, about: speaker === null ? [] : [speaker] });
}

const FOUND: Analysis = analysisOf({
  length: TEXT.length,
  entities: [
    entity(
      "e1",
      "Vessna Orlik",
      ["Orlik"],
      [
        ["Vessna Orlik", 0],
        ["Orlik", 1],
        ["Orlik", 2],
      ],
    ),
    entity(
      "e2",
      "Tam Reddig",
      ["Reddig"],
      [
        ["Tam Reddig", 0],
        ["Reddig", 1],
        ["Reddig", 2],
      ],
    ),
  ],
  quotes: [quote("q1", "“We counted nine boats,”", "e1"), quote("q2", "“There were ten boats at the pier.”", "e2")],
  topics: [{ label: "Tam Reddig", declared: true, entity: "e2", mentions: [] }],
});

function review(...decisions: readonly (readonly Decision[])[]): Review {
  return applyDecisions(FOUND, placeDecisions(decisions.flat(), TEXT, FOUND.document.sha256));
}

function named({ analysis }: Review, name: string): Entity | undefined {
  return analysis.entities.find((one) => one.name === name);
}

function wordsOf(one: Entity | undefined): string[] {
  return (one?.mentions ?? []).map(({ start, end }) => TEXT.slice(start, end));
}

test("with no decision the analysis is the very same", () => {
  expect(review().analysis).toBe(FOUND);
});

test("an undone decision changes nothing", () => {
  const [reject] = reviewer("Ada").here({ kind: "reject", target: person("Tam Reddig") });
  expect(review([{ ...reject, state: "undone" }]).analysis).toBe(FOUND);
});

test("a name rejected in the document is gone from entities, speakers, quotations and topics", () => {
  const result = review(reviewer("Ada").here({ kind: "reject", target: person("Tam Reddig") }));
  expect(result.analysis.entities.map(({ id }) => id)).toEqual(["e1"]);
  expect(result.analysis.quotes[1].speaker?.entity).toBeNull();
  expect(result.analysis.quotes[1].about).toEqual([]);
  expect(result.analysis.topics[0].entity).toBeNull();
  expect(result.rejected).toMatchObject([{ kind: "entity", entity: { id: "e2" } }]);
});

test("a name rejected everywhere is rejected here, unless this document accepts it", () => {
  const ada = reviewer("Ada");
  const everywhere = ada.everywhere({ kind: "reject", target: person("Tam Reddig") });
  expect(review(everywhere).analysis.entities).toHaveLength(1);
  const here = ada.here({ kind: "accept", target: person("Tam Reddig") });
  expect(review(everywhere, here).analysis.entities).toHaveLength(2);
  expect(review(here, everywhere).analysis.entities).toHaveLength(2);
});

test("one mention rejected leaves the others", () => {
  const result = review(reviewer("Ada").here({ kind: "reject", target: on(TEXT, "Reddig", "mention", 2) }));
  expect(named(result, "Tam Reddig")?.mentions).toHaveLength(2);
  expect(result.rejected).toMatchObject([{ kind: "mention", span: spanOf(TEXT, "Reddig", 2), name: "Tam Reddig" }]);
});

test("an entity with every mention rejected is gone, and nothing points to it", () => {
  const ada = reviewer("Ada");
  const all = [0, 1, 2].map((nth) => on(TEXT, nth === 0 ? "Tam Reddig" : "Reddig", "mention", nth));
  const result = review(ada.here(...all.map((target) => ({ kind: "reject" as const, target }))));
  expect(result.analysis.entities.map(({ id }) => id)).toEqual(["e1"]);
  expect(result.analysis.quotes[1].speaker?.entity).toBeNull();
});

test("the later of two sides of one reviewer holds", () => {
  const ada = reviewer("Ada");
  const target = on(TEXT, "Reddig", "mention", 2);
  const reject = ada.here({ kind: "reject", target });
  const accept = ada.here({ kind: "accept", target });
  const result = review(accept, reject);
  expect(named(result, "Tam Reddig")?.mentions).toHaveLength(3);
  expect(result.mentions.get(spanKey(spanOf(TEXT, "Reddig", 2)))?.standing).toMatchObject({ kind: "decided", value: "accepted" });
});

test("renaming changes the register and keeps the engine's name for further decisions", () => {
  const result = review(reviewer("Ada").here({ kind: "rename", target: person("Vessna Orlik"), name: "V. Orlik" }));
  expect(named(result, "V. Orlik")).toMatchObject({ id: "e1", aliases: ["Vessna Orlik", "Orlik"] });
  expect(result.engineNames.get("e1")).toEqual(person("Vessna Orlik"));
});

test("another type", () => {
  const result = review(reviewer("Ada").here({ kind: "change-type", target: person("Tam Reddig"), type: "organization" }));
  expect(named(result, "Tam Reddig")?.type).toBe("organization");
});

test("merged entities have one id, all mentions in text order, and one speaker", () => {
  const result = review(reviewer("Ada").here({ kind: "merge", target: person("Vessna Orlik"), into: person("Tam Reddig") }));
  expect(result.analysis.entities).toHaveLength(1);
  const [one] = result.analysis.entities;
  expect(one).toMatchObject({ id: "e2", name: "Tam Reddig" });
  expect(one.aliases).toEqual(expect.arrayContaining(["Vessna Orlik", "Orlik", "Reddig"]));
  expect(one.mentions.map(({ start }) => start)).toEqual([...one.mentions.map(({ start }) => start)].sort((a, b) => a - b));
  expect(one.mentions).toHaveLength(6);
  expect(result.analysis.quotes.map(({ speaker }) => speaker?.entity)).toEqual(["e2", "e2"]);
});

test("of several who speak together, merged ones speak once and rejected ones not", () => {
  const text = "Vessna Orlik, Tam Reddig and Jun Abara met.\n\n“It is late,” Orlik, Reddig and Abara said.\n";
  const speakers = (...decisions: DecisionBody[]) => {
    const { analysis } = reviewed(text, reviewer("Ada").here(...decisions));
    const names = new Map(analysis.entities.map(({ id, name }) => [id, name]));
    return speakersOf(analysis.quotes[0].speaker).map((id) => names.get(id));
  };
  expect(speakers()).toEqual(["Vessna Orlik", "Tam Reddig", "Jun Abara"]);
  expect(speakers({ kind: "merge", target: person("Vessna Orlik"), into: person("Tam Reddig") })).toEqual(["Tam Reddig", "Jun Abara"]);
  expect(speakers({ kind: "reject", target: person("Vessna Orlik") })).toEqual(["Tam Reddig", "Jun Abara"]);
  const target = on(text, "“It is late,”", "quotation");
  const chosen = { kind: "entity", name: person("Jun Abara") } as const;
  expect(speakers({ kind: "speaker", target, speaker: chosen })).toEqual(["Jun Abara"]);
});

test("a merge of names in certain documents is about all documents, and joins nothing within one", () => {
  const merge = { kind: "merge", target: { ...person("Vessna Orlik"), document: "b.txt" }, into: person("Tam Reddig") } as const;
  expect(review(reviewer("Ada").everywhere(merge)).analysis.entities).toHaveLength(review([]).analysis.entities.length);
});

test("a merge everywhere does not join two that this document keeps apart", () => {
  const ada = reviewer("Ada");
  const apart = ada.here({ kind: "keep-apart", target: person("Vessna Orlik"), from: person("Tam Reddig") });
  const merge = ada.everywhere({ kind: "merge", target: person("Vessna Orlik"), into: person("Tam Reddig") });
  expect(review(apart, merge).analysis.entities).toHaveLength(2);
});

test("two kept apart are not joined by way of a third", () => {
  const ada = reviewer("Ada");
  const third = ada.here({ kind: "add-name", target: on(TEXT, "Jun Abara", "selection"), of: person("Jun Abara") });
  const apart = ada.here({ kind: "keep-apart", target: person("Vessna Orlik"), from: person("Tam Reddig") });
  const merges = ada.here(
    { kind: "merge", target: person("Vessna Orlik"), into: person("Jun Abara") },
    { kind: "merge", target: person("Jun Abara"), into: person("Tam Reddig") },
  );
  const result = review(third, apart, merges);
  expect(result.analysis.entities.map(({ name }) => name).sort()).toEqual(["Jun Abara", "Tam Reddig"]);
});

test("an alias kept apart from its entity becomes an entity of its own", () => {
  const result = review(reviewer("Ada").here({ kind: "keep-apart", target: person("Orlik"), from: person("Vessna Orlik") }));
  expect(wordsOf(named(result, "Vessna Orlik"))).toEqual(["Vessna Orlik"]);
  expect(wordsOf(named(result, "Orlik"))).toEqual(["Orlik", "Orlik"]);
});

test("a mention taken out is somebody else's", () => {
  const target = on(TEXT, "Orlik", "mention", 2);
  const ada = reviewer("Ada");
  const other = review(ada.here({ kind: "take-out", target, from: person("Vessna Orlik"), to: person("Tam Reddig") }));
  expect(wordsOf(named(other, "Tam Reddig"))).toEqual(["Tam Reddig", "Reddig", "Reddig", "Orlik"]);
  const nobodyElse = review(ada.here({ kind: "take-out", target, from: person("Vessna Orlik"), to: null }));
  expect(wordsOf(named(nobodyElse, "Orlik"))).toEqual(["Orlik"]);
  expect(wordsOf(named(nobodyElse, "Vessna Orlik"))).toEqual(["Vessna Orlik", "Orlik"]);
});

test("a missed name at one place, and by name wherever it stands as whole words", () => {
  const ada = reviewer("Ada");
  const once = review(ada.here({ kind: "add-name", target: on(TEXT, "Jun Abara", "selection"), of: person("Jun Abara") }));
  expect(wordsOf(named(once, "Jun Abara"))).toEqual(["Jun Abara"]);
  const taught = ada.everywhere(
    { kind: "add-name", target: person("Jun Abara"), of: person("Jun Abara") },
    { kind: "add-name", target: person("Abara"), of: person("Jun Abara") },
    { kind: "add-name", target: person("cler"), of: person("cler") },
    { kind: "add-name", target: person("Orlik"), of: person("Somebody Else") },
  );
  const result = review(taught);
  expect(wordsOf(named(result, "Jun Abara"))).toEqual(["Jun Abara", "Abara"]);
  expect(named(result, "cler")).toBeUndefined();
  expect(named(result, "Somebody Else")).toBeUndefined();
});

test("a wider mention", () => {
  const to = anchorsIn(TEXT).anchor(spanOf(TEXT, "Orlik stayed"));
  const ada = reviewer("Ada");
  const result = review(ada.here({ kind: "resize", target: on(TEXT, "Orlik", "mention", 2), to }));
  expect(wordsOf(named(result, "Vessna Orlik"))).toEqual(["Vessna Orlik", "Orlik", "Orlik stayed"]);
});

test("a verdict, and one that went stale because the quotation has another extent", () => {
  const ada = reviewer("Ada");
  const target = on(TEXT, "“We counted nine boats,”", "quotation");
  const verdict = ada.here({ kind: "verdict", target, verdict: "verified" });
  expect(review(verdict).quotes.get("q1")?.standing).toMatchObject({ kind: "decided", value: "verified", stale: false });
  const narrower = ada.here({ kind: "resize", target, to: anchorsIn(TEXT).anchor(spanOf(TEXT, "“We counted nine")) });
  const resized = review(verdict, narrower);
  expect(TEXT.slice(resized.analysis.quotes[0].start, resized.analysis.quotes[0].end)).toBe("“We counted nine");
  expect(resized.analysis.quotes[0].spans).toEqual([spanOf(TEXT, "“We counted nine")]);
});

test("different verdicts of two reviewers are a disagreement until a decision names both", () => {
  const target = on(TEXT, "“We counted nine boats,”", "quotation");
  const [one] = reviewer("Ada").here({ kind: "verdict", target, verdict: "verified" });
  const bo = reviewer("Bo");
  const [other] = bo.here({ kind: "verdict", target, verdict: "wrong" });
  const standing = review([one], [other]).quotes.get("q1")?.standing;
  expect(standing).toEqual({ kind: "disagreement", decisions: [one, other] });
  if (!standing) throw new Error("no standing");
  const settled = bo.here({ kind: "verdict", target, verdict: "disputed", settles: settledBy(standing, "Bo") });
  expect(review([one], [other], settled).quotes.get("q1")?.standing).toMatchObject({ kind: "decided", value: "disputed" });
  const later = reviewer("Ada");
  later.now();
  later.now();
  const [again] = later.here({ kind: "verdict", target, verdict: "wrong" });
  expect(review([one], [other], settled, [{ ...again, id: "urn:uuid:again" }]).quotes.get("q1")?.standing.kind).toBe("disagreement");
});

test("two reviewers who agree do not disagree", () => {
  const target = on(TEXT, "“We counted nine boats,”", "quotation");
  const verdict = { kind: "verdict", target, verdict: "verified" } as const;
  expect(review(reviewer("Ada").here(verdict), reviewer("Bo").here(verdict)).quotes.get("q1")?.standing).toMatchObject({
    value: "verified",
  });
});

test("another speaker: an entity, a typed name, an unnamed source, nobody", () => {
  const target = on(TEXT, "“There were ten boats at the pier.”", "quotation");
  const ada = reviewer("Ada");
  const entitySpeaks = review(ada.here({ kind: "speaker", target, speaker: { kind: "entity", name: person("Vessna Orlik") } }));
  const speaker = entitySpeaks.analysis.quotes[1].speaker;
  expect(speaker).toMatchObject({ entity: "e1", rule: "decided by Ada", confidence: 1 });
  expect(TEXT.slice(speaker?.start, speaker?.end)).toBe("Orlik");
  const typed = review(ada.here({ kind: "speaker", target, speaker: { kind: "typed", name: "Old Marten" } }));
  expect(typed.analysis.quotes[1].speaker?.entity).toBe(named(typed, "Old Marten")?.id);
  const unnamed = review(ada.here({ kind: "speaker", target, speaker: { kind: "unnamed" } }));
  expect(unnamed.analysis.quotes[1].speaker).toMatchObject({ entity: null, anonymous: true });
  const nobody = review(ada.here({ kind: "speaker", target, speaker: { kind: "nobody" } }));
  expect(nobody.analysis.quotes[1].speaker).toBeNull();
});

test("not a quotation, and a missed one with what is said of it", () => {
  const ada = reviewer("Ada");
  const gone = review(ada.here({ kind: "not-a-quotation", target: on(TEXT, "“We counted nine boats,”", "quotation") }));
  expect(gone.analysis.quotes.map(({ id }) => id)).toEqual(["q2"]);
  const target = on(TEXT, "a clerk named Jun Abara wrote it down", "selection");
  const added = ada.here({ kind: "add-quotation", target, quoteKind: "indirect" });
  const verdict = ada.here({ kind: "verdict", target: { ...target, item: "quotation" }, verdict: "wrong" });
  const result = review(added, verdict);
  const quotes = result.analysis.quotes;
  expect(quotes.map(({ start }) => start)).toEqual([...quotes.map(({ start }) => start)].sort((a, b) => a - b));
  expect(quotes.at(-1)).toMatchObject({ id: added[0].id, kind: "indirect", speaker: null });
  expect(result.quotes.get(added[0].id)?.standing).toMatchObject({ value: "wrong" });
});

test("comments as threads: answers, edits, resolution, and their number on the item", () => {
  const ada = reviewer("Ada");
  const [first] = ada.here({ kind: "comment", target: on(TEXT, "“We counted nine boats,”", "quotation"), text: "Who counted?" });
  const [answer] = ada.here({ kind: "comment", target: { kind: "decision", id: first.id }, text: "The clerk." });
  const edits = ada.here(
    { kind: "edit-comment", target: { kind: "decision", id: answer.id }, text: "The *clerk*." },
    { kind: "resolve-comment", target: { kind: "decision", id: first.id }, resolved: true },
  );
  const result = review([first], [answer], edits);
  expect(result.threads).toMatchObject([{ resolved: true, span: spanOf(TEXT, "“We counted nine boats,”") }]);
  expect(result.threads[0].comments.map(({ text }) => text)).toEqual(["Who counted?", "The *clerk*."]);
  expect(result.quotes.get("q1")?.comments).toBe(2);
  expect(result.quotes.get("q1")?.standing.kind).toBe("undecided");
});

test("the newest status of the document", () => {
  const ada = reviewer("Ada");
  const target = { kind: "document" } as const;
  const started = ada.here({ kind: "status", target, status: "in-review" });
  expect(review().status).toBe("unread");
  expect(review(started, ada.here({ kind: "status", target, status: "done" })).status).toBe("done");
});

test("decisions on names that the document does not have need a second look, unless they hold everywhere", () => {
  const ada = reviewer("Ada");
  const here = ada.here({ kind: "rename", target: person("Nobody Here"), name: "Nobody" });
  expect(review(here).secondLook.map(({ decision }) => decision)).toEqual(here);
  expect(review(ada.everywhere({ kind: "rename", target: person("Nobody Here"), name: "Nobody" })).secondLook).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorsIn } from "../../../src/review/anchors.js";
import { applyDecisions } from "../../../src/review/applyDecisions.js";
import type { DecisionBody } from "../../../src/review/decision.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { shiftedDocument } from "../../../src/review/shift.js";
import { person, reviewer } from "./decisionFixtures.js";
import { analysisOf, entityOf, quoteOf } from "./fixtures.js";

const TEXT = Array.from({ length: 24 }, (_, i) => `Nam${String.fromCharCode(97 + i)} said “word number ${i} here”.`).join("\n");

const FOUND = (() => {
  const names = [...TEXT.matchAll(/Nam\w/g)].map(({ index }) => [index, index + 4] as const);
  const entities = [0, 1, 2].map((rank) =>
    entityOf(
      `e${rank}`,
      names.filter((_, i) => i % 3 === rank),
    ),
  );
  const quotes = [...TEXT.matchAll(/“[^”]*”/g)].map(({ index, 0: words }, i) =>
    quoteOf(`q${i}`, index, index + words.length, {
      speaker: { start: names[i][0], end: names[i][1], entity: `e${i % 3}`, anonymous: false, rule: "rule", confidence: 1 },
    }),
  );
  return analysisOf({ length: TEXT.length, entities, quotes });
})();

const ANCHORS = anchorsIn(TEXT, FOUND.document.sha256);
const mentions = FOUND.entities.flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })));

const body: fc.Arbitrary<DecisionBody> = fc.oneof(
  fc.nat(mentions.length - 1).chain((rank) => {
    const target = ANCHORS.target(mentions[rank].mention, "mention");
    return fc.constantFrom<DecisionBody>(
      { kind: "reject", target },
      { kind: "accept", target },
      { kind: "comment", target, text: "Who?" },
      { kind: "take-out", target, from: person(mentions[rank].entity.name), to: null },
      { kind: "take-out", target, from: person(mentions[rank].entity.name), to: person("e1") },
    );
  }),
  fc.nat(FOUND.quotes.length - 1).chain((rank) => {
    const target = ANCHORS.target(FOUND.quotes[rank], "quotation");
    return fc.constantFrom<DecisionBody>(
      { kind: "verdict", target, verdict: "verified" },
      { kind: "not-a-quotation", target },
      { kind: "speaker", target, speaker: { kind: "typed", name: "Marten" } },
      { kind: "speaker", target, speaker: { kind: "entity", name: person("e2") } },
      { kind: "resize", target, to: ANCHORS.anchor({ start: FOUND.quotes[rank].start + 1, end: FOUND.quotes[rank].end - 1 }) },
    );
  }),
  fc.constantFrom<DecisionBody>(
    { kind: "reject", target: person("e0") },
    { kind: "merge", target: person("e1"), into: person("e2") },
    { kind: "rename", target: person("e2"), name: "Nobody" },
    { kind: "add-name", target: person("here"), of: person("Here") },
    { kind: "keep-apart", target: person("e1"), from: person("e2") },
  ),
);

const edit = fc.record({
  offset: fc.nat(TEXT.length - 50),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12)),
  text: fc.constantFrom("x", " ", "", "\n", "some words"),
});

test("typing moves a reviewed document to where applying the moved decisions afresh leads", () => {
  fc.assert(
    fc.property(fc.array(body, { maxLength: 12 }), fc.array(edit, { minLength: 1, maxLength: 6 }), (bodies, edits) => {
      const ada = reviewer("Ada");
      const decisions = bodies.flatMap((one) => ada.here(one));
      let document = reviewedDocument("u", 1, FOUND, { decisions, text: TEXT });
      for (const one of edits) {
        document = shiftedDocument(document, document.version + 1, [one]).document;
        const afresh = applyDecisions(document.found, document.placed, document.foundIndex);
        expect(document.review).toEqual(afresh);
        expect(document.analysis).toBe(document.review.analysis);
        expect(document.index.mentionCount).toBe(document.analysis.entities.reduce((sum, entity) => sum + entity.mentions.length, 0));
      }
    }),
    { numRuns: 300 },
  );
});

test("a speaker who was decided is seen at the nearest mention when typing brings another nearer", () => {
  const quote = FOUND.quotes[18];
  const decisions = reviewer("Ada").here({
    kind: "speaker",
    target: ANCHORS.target(quote, "quotation"),
    speaker: { kind: "entity", name: person("e2") },
  });
  const before = reviewedDocument("u", 1, FOUND, { decisions, text: TEXT });
  const speakerIn = (document: typeof before) => document.analysis.quotes.find(({ id }) => id === quote.id)?.speaker?.start;
  const { document } = shiftedDocument(before, 2, [{ offset: 552, length: 0, text: "some words and some words more" }]);
  expect(speakerIn(document)).not.toBe(speakerIn(before));
  expect(document.review).toEqual(applyDecisions(document.found, document.placed, document.foundIndex));
});

import { expect, test } from "vitest";
import { collectionDecisions } from "../../../src/across/decidedIdentity.js";
import type { DecisionBody } from "../../../src/review/decision.js";
import { person, reviewer } from "../review/decisionFixtures.js";

const FOLDER = "file:///work";
const MERGE: DecisionBody = { kind: "merge", target: person("Gaddoura"), into: person("Qaddoura") };
const PART: DecisionBody = { kind: "keep-apart", target: person("Qaddoura"), from: person("Gaddoura") };

function decided(...decisions: readonly Parameters<typeof collectionDecisions>[0][number]["decision"][]) {
  return collectionDecisions(
    decisions.map((decision) => ({ decision, folder: FOLDER })),
    (folder, path) => `${folder}/${path}`,
  );
}

test("merges and partings that hold everywhere say who is who in all documents; of a pair the latest holds", () => {
  const ada = reviewer("Ada");
  const [merge] = ada.everywhere(MERGE);
  const [part] = ada.everywhere(PART);
  const [left, right] = ["Gaddoura", "Qaddoura"].map((name) => ({ type: "person", name }));
  expect(decided(merge)).toEqual([{ kind: "same", left, right }]);
  expect(decided(part, merge)).toEqual([{ kind: "apart", left: right, right: left }]);
  expect(decided(merge, { ...part, state: "undone" })).toEqual([{ kind: "same", left, right }]);
});

test("what holds in one document alone, and what is about something else, says nothing of all documents", () => {
  const ada = reviewer("Ada");
  expect(decided(...ada.here(MERGE), ...ada.everywhere({ kind: "comment", target: person("Gaddoura"), text: "Who?" }))).toEqual([]);
});

test("rejections, names and types that hold everywhere count in all documents, of each the latest", () => {
  const ada = reviewer("Ada");
  const target = { type: "person", name: "Gaddoura" };
  const reject = ada.everywhere({ kind: "reject", target: person("Gaddoura") });
  const rename = (name: string) => ada.everywhere({ kind: "rename", target: person("Gaddoura"), name });
  const type = ada.everywhere({ kind: "change-type", target: person("Gaddoura"), type: "place" });
  expect(decided(...reject, ...rename("G."), ...rename("Gad"), ...type)).toEqual([
    { kind: "reject", target },
    { kind: "change-type", target, type: "place" },
    { kind: "rename", target, name: "Gad" },
  ]);
  expect(decided(...reject, ...ada.everywhere({ kind: "accept", target: person("Gaddoura") }))).toEqual([]);
});

test("the document that tells two of one name apart is given by its address", () => {
  const [part] = reviewer("Ada").everywhere({
    kind: "keep-apart",
    target: { ...person("Tom Weld"), document: "a.txt" },
    from: { ...person("Tom Weld"), document: "b.txt" },
  });
  expect(decided(part)).toEqual([
    {
      kind: "apart",
      left: { type: "person", name: "Tom Weld", path: "file:///work/a.txt" },
      right: { type: "person", name: "Tom Weld", path: "file:///work/b.txt" },
    },
  ]);
});

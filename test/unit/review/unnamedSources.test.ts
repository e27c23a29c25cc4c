import { expect, test } from "vitest";
import type { Analysis } from "../../../src/analysis/analysis.js";
import { analyze } from "../../../src/analysis/analyze.js";
import { on, person, reviewed, reviewer } from "./decisionFixtures.js";

const TEXT = [
  "Layla Hassan works in the port. “Nobody was hurt,” Layla Hassan said on Monday.",
  "“It should have been taken down,” a senior official said. Another official said that the crane was old.",
].join("\n\n");
const QUOTATION = "“It should have been taken down,”";

/** Who speaks the quotation: the name, and whether source and speaker are unnamed. */
function speaking({ quotes, entities }: Analysis): readonly unknown[] {
  const speaker = quotes.find(({ start }) => start === TEXT.indexOf(QUOTATION))?.speaker;
  const entity = entities.find(({ id }) => id === speaker?.entity);
  return [entity?.name, entity?.anonymous ?? false, speaker?.anonymous];
}

test("what no decision names stays unnamed", () => {
  expect(speaking(analyze(TEXT))).toEqual(["a senior official", true, true]);
  const [commented] = [reviewer("Ada").here({ kind: "comment", target: on(TEXT, QUOTATION, "quotation"), text: "Who is it?" })];
  expect(speaking(reviewed(TEXT, commented).analysis)).toEqual(["a senior official", true, true]);
});

test("an unnamed source that is given a name, or joined with somebody named, is unnamed no more", () => {
  const ada = reviewer("Ada");
  const renamed = ada.here({ kind: "rename", target: person("a senior official"), name: "Omar Rashid" });
  expect(speaking(reviewed(TEXT, renamed).analysis)).toEqual(["Omar Rashid", false, false]);
  const merged = ada.here({ kind: "merge", target: person("a senior official"), into: person("Layla Hassan") });
  expect(speaking(reviewed(TEXT, merged).analysis)).toEqual(["Layla Hassan", false, false]);
});

test("another unnamed source may be chosen as the speaker, and one that is rejected leaves the words of the text", () => {
  const ada = reviewer("Ada");
  const target = on(TEXT, QUOTATION, "quotation");
  const chosen = ada.here({ kind: "speaker", target, speaker: { kind: "entity", name: person("Another official") } });
  expect(speaking(reviewed(TEXT, chosen).analysis)).toEqual(["Another official", true, true]);
  const rejected = ada.here({ kind: "reject", target: person("a senior official") });
  expect(speaking(reviewed(TEXT, rejected).analysis)).toEqual([undefined, false, true]);
});

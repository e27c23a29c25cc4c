import { describe, expect, it } from "vitest";
import { placeDecisions } from "../../../src/review/placing.js";
import { lookDescription, looksOf } from "../../../src/secondLook/looks.js";
import { on, person, reviewer } from "../review/decisionFixtures.js";

const THEN = `Robert Fico met Angela Merkel in Berlin. “The harbour has 14 berths and stays open,” he said.

The town of Brno waits. “Nobody has asked us about the railway line,” the mayor of the town said later.
`;

function looksIn(now: string) {
  const ann = reviewer("Ann");
  const decisions = [
    ...ann.here({ kind: "accept", target: on(THEN, "Angela Merkel", "mention") }),
    ...ann.here({ kind: "verdict", target: on(THEN, "“The harbour has 14 berths and stays open,”", "quotation"), verdict: "verified" }),
    ...ann.here({ kind: "comment", target: on(THEN, "The town of Brno waits.", "selection"), text: "Which town?" }),
    ...ann.here({ kind: "accept", target: person("Robert Fico") }),
  ];
  const undone = ann.here({ kind: "reject", target: on(THEN, "Berlin", "mention") }).map((one) => ({ ...one, state: "undone" as const }));
  return looksOf(placeDecisions([...decisions, ...undone], now, ""));
}

describe("how decisions stand", () => {
  it("is in place in a text that is as it was; decisions on names, and those undone, are not listed", () => {
    const looks = looksIn(THEN);
    expect(looks.get("in-place")?.map(({ target }) => target.anchor.exact)).toEqual([
      "Angela Merkel",
      "“The harbour has 14 berths and stays open,”",
      "The town of Brno waits.",
    ]);
    expect([looks.get("needs-look"), looks.get("gone"), looks.get("moved")]).toEqual([[], [], []]);
  });

  it("is moved behind words that were put in", () => {
    expect(looksIn(`A line before.\n${THEN}`).get("moved")).toHaveLength(3);
  });

  it("needs a look where a number in the words is another", () => {
    const looks = looksIn(THEN.replace("14", "41")).get("needs-look") ?? [];
    expect(looks.map(({ decision }) => decision.kind)).toEqual(["verdict"]);
    expect(lookDescription(looks[0])).toBe("verified · Ann · a number, a name or a negation changed");
  });

  it("is gone with the words", () => {
    const looks = looksIn(THEN.replace("The town of Brno waits. ", "")).get("gone") ?? [];
    expect(looks.map(({ decision, span }) => [decision.kind, span])).toEqual([["comment", undefined]]);
    expect(lookDescription(looks[0])).toBe("comment · Ann · the words are gone");
  });
});

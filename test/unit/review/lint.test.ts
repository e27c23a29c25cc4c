import { describe, expect, it } from "vitest";
import type { Entity } from "../../../src/analysis/analysis.js";
import { analyze } from "../../../src/analysis/analyze.js";
import type { Decision } from "../../../src/review/decision.js";
import { lint } from "../../../src/review/lint.js";
import { LINT_RULES, type LintRule } from "../../../src/review/lintRules.js";
import { otherSpellings } from "../../../src/review/otherSpellings.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { atOnce } from "../../../src/review/slices.js";
import { growthFourfold } from "../growth.js";
import { on, person, reviewer } from "./decisionFixtures.js";

function found(text: string, ...rules: LintRule[]): string[] {
  return foundAfter(text, [], ...rules);
}

function foundAfter(text: string, decisions: readonly Decision[], ...rules: LintRule[]): string[] {
  const document = reviewedDocument("file:///a.txt", 1, analyze(text), { decisions, text });
  return lint(document, text, new Set(rules.length > 0 ? rules : LINT_RULES)).map(
    ({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`,
  );
}

describe("the desk's lint", () => {
  it("asks about a name that is spelled two ways, at the rarer one", () => {
    const text =
      "Ibrahim al-Jaafari, the former prime minister, met Layla Hassan on Monday. “We agreed,” said al-Jaafari.\n\nIbrahim al-Jafari will travel to Basra on Tuesday, his office said. Al-Jaafari was born in Karbala.";
    expect(found(text, "nameSpelledTwoWays")).toEqual(["nameSpelledTwoWays: al-Jafari"]);
  });

  it("leaves accents, titles and short forms alone", () => {
    const text =
      "President José Muñoz spoke on Monday. Muñoz, who leads the party, was calm. Jose Munoz left at noon, Mr Munoz's office said.";
    expect(found(text, "nameSpelledTwoWays")).toEqual([]);
  });

  it("asks about a person whose name differs from another's by a letter, until one says that they are two", () => {
    const text =
      "The theatre opened on Friday. Mona Lind runs it, and Mona Lind was there.\n\nMona Linde left before the end, she told reporters.";
    expect(found(text, "nameSpelledTwoWays")).toEqual(["nameSpelledTwoWays: Mona Linde"]);
    const apart = reviewer("Ann").here({ kind: "keep-apart", target: person("Mona Linde"), from: person("Mona Lind") });
    expect(foundAfter(text, apart, "nameSpelledTwoWays")).toEqual([]);
    const others = "Anna Holm met Anna Berg on Monday. Anna Holm left with Karin Holm.";
    expect(found(others, "nameSpelledTwoWays")).toEqual([]);
  });

  it("takes no longer than persons of one given name grow in number", () => {
    const persons = (count: number): { readonly entities: readonly Entity[]; readonly text: string } => {
      const names = Array.from({ length: count }, (_, i) => `Anna ${i.toString(36).padStart(4, "x")}`);
      let end = -1;
      const entities = names.map((name, i): Entity => {
        const start = end + 1;
        end = start + name.length;
        return { id: `e${i}`, type: "person", name, aliases: [], roles: [], rolePlaces: [], mentions: [{ start, end, kind: "name" }] };
      });
      return { entities, text: names.join("\n") };
    };
    const many = new Map([25_000, 100_000].map((count) => [count, persons(count)]));
    const growth = growthFourfold((count) => {
      const { entities, text } = many.get(count) ?? persons(count);
      atOnce(otherSpellings(entities, text));
    }, 25_000);
    expect(growth).toBeLessThan(8);
  });

  it("leaves forms of a word alone", () => {
    const text = "The statement urged Iraqis to stay. Iraqi sources said so on Monday. Iraqis left, and Iraqi officials stayed.";
    expect(found(text, "nameSpelledTwoWays")).toEqual([]);
  });

  it("leaves acronyms alone", () => {
    const text =
      "The Islamic State of Iraq and the Levant (ISIL) took the town on Monday. ISIS, as others call ISIL, left it on Friday. ISIS fled.";
    expect(found(text, "nameSpelledTwoWays")).toEqual([]);
  });

  it("asks who speaks where the text does not say, if wanted", () => {
    const text =
      "The hall was full.\n\n“Nobody who was in that building will ever forget what happened there.”\n\nThe lights went out at nine.";
    expect(found(text, "quotationWithoutSpeaker")).toHaveLength(1);
    expect(found(text, "nameSpelledTwoWays", "shortFormOfTwo", "staleVerdict")).toEqual([]);
  });

  it("asks no more about a spelling that a reviewer accepted", () => {
    const text =
      "Ibrahim al-Jaafari, the former prime minister, met Layla Hassan on Monday.\n\nIbrahim al-Jafari will travel to Basra on Tuesday. Al-Jaafari was born in Karbala.";
    expect(found(text, "nameSpelledTwoWays")).toHaveLength(1);
    const accepted = reviewer("Ann").here({ kind: "accept", target: on(text, "Ibrahim al-Jafari", "mention") });
    expect(foundAfter(text, accepted, "nameSpelledTwoWays")).toEqual([]);
  });

  it("asks about a mark that is never closed, until its quotation is marked", () => {
    const text = "The minister spoke on Monday.\n\n“We will not close the port, said Layla Hassan. Nobody answered her.\n\nShe left.";
    expect(found(text, "markNeverClosed")).toEqual(["markNeverClosed: “We"]);
    const marked = reviewer("Ann").here({
      kind: "add-quotation",
      target: on(text, "“We will not close the port,", "quotation"),
      quoteKind: "direct",
    });
    expect(foundAfter(text, marked, "markNeverClosed")).toEqual([]);
  });

  it("finds nothing in an empty text", () => {
    expect(found("")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { undecidedItems } from "../../../src/commands/stepItems.js";
import { spanOfItem } from "../../../src/decisions/decidableItem.js";
import type { Decision } from "../../../src/review/decision.js";
import { type ReviewedDocument, reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { on, person, reviewer } from "../review/decisionFixtures.js";
import { analysisOf, entityOf, quoteOf } from "../review/fixtures.js";

const TEXT = "Orlik met Reddig. “Nine boats,” Orlik said. He left Varn. “None,” somebody said.";

function at(words: string, from = 0): { readonly start: number; readonly end: number } {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
}

const doubtful = { ...at("He"), kind: "pronoun" as const, confidence: 0.4 };
const speaker = { ...at("somebody"), entity: null, anonymous: true, rule: "", confidence: 0.3 };

const FOUND = analysisOf({
  length: TEXT.length,
  entities: [
    { ...entityOf("Orlik", [[0, 5]]), mentions: [{ ...at("Orlik"), kind: "name" }, { ...at("Orlik", 6), kind: "name" }, doubtful] },
    entityOf("Reddig", [[at("Reddig").start, at("Reddig").end]]),
    { ...entityOf("Varn", [[at("Varn").start, at("Varn").end]]), type: "place" },
  ],
  quotes: [
    quoteOf("q1", at("“Nine boats,”").start, at("“Nine boats,”").end),
    quoteOf("q2", at("“None,”").start, at("“None,”").end, { speaker }),
  ],
});

function decidedOn(...decisions: readonly Decision[]): ReviewedDocument {
  return reviewedDocument("file:///a.txt", 1, FOUND, { decisions, text: TEXT });
}

function wordsOf(document: ReviewedDocument, limit: Parameters<typeof undecidedItems>[1]): readonly string[] {
  return undecidedItems(document, limit).map((item) => {
    const { start, end } = spanOfItem(item);
    return `${item.kind} ${TEXT.slice(start, end)}`;
  });
}

const ada = reviewer("Ada");

describe("what is left to decide", () => {
  it("is every entity at its first name, every quotation and every doubtful mention, in text order", () => {
    expect(wordsOf(decidedOn(), "all")).toEqual([
      "entity Orlik",
      "entity Reddig",
      "quotation “Nine boats,”",
      "mention He",
      "entity Varn",
      "quotation “None,”",
    ]);
  });

  it("can be limited to what is uncertain, to quotations and to one type", () => {
    expect(wordsOf(decidedOn(), "uncertain")).toEqual(["mention He", "quotation “None,”"]);
    expect(wordsOf(decidedOn(), "quotations")).toEqual(["quotation “Nine boats,”", "quotation “None,”"]);
    expect(wordsOf(decidedOn(), "place")).toEqual(["entity Varn"]);
  });

  it("is less by what was decided, and by that alone", () => {
    const accepted = ada.here({ kind: "accept", target: person("Reddig") });
    const unsure = ada.here({ kind: "verdict", target: on(TEXT, "“None,”", "quotation"), verdict: "to-be-checked" });
    const comment = ada.here({ kind: "comment", target: on(TEXT, "“Nine boats,”", "quotation"), text: "Which boats?" });
    expect(wordsOf(decidedOn(...accepted, ...unsure, ...comment), "all")).toEqual([
      "entity Orlik",
      "quotation “Nine boats,”",
      "mention He",
      "entity Varn",
    ]);
  });

  it("asks for a doubtful mention of an entity that was accepted, too", () => {
    const accepted = ada.here({ kind: "accept", target: person("Orlik") });
    expect(wordsOf(decidedOn(...accepted), "uncertain")).toContain("mention He");
  });
});

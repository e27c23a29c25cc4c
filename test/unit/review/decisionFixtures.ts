import type { Span } from "../../../src/analysis/analysis.js";
import { analyze } from "../../../src/analysis/analyze.js";
import { anchorsIn } from "../../../src/review/anchors.js";
import { applyDecisions } from "../../../src/review/applyDecisions.js";
import {
  type Decision,
  type DecisionBody,
  decisionsOf,
  type ItemKind,
  type NameTarget,
  type SpanTarget,
} from "../../../src/review/decision.js";
import { placeDecisions } from "../../../src/review/placing.js";
import type { Review } from "../../../src/review/review.js";

/** Makes decisions of one reviewer, each a second after the one before. */
export function reviewer(creator: string, document = "sources/a.txt") {
  let second = 0;
  let serial = 0;
  const occasion = () => ({
    newId: () => `urn:uuid:${creator}-${String(serial++).padStart(6, "0")}`,
    now: new Date(Date.UTC(2026, 0, 1) + 1000 * second++).toISOString(),
    creator,
  });
  return {
    here: (...bodies: DecisionBody[]): Decision[] => decisionsOf(bodies, document, occasion()),
    everywhere: (...bodies: DecisionBody[]): Decision[] => decisionsOf(bodies, null, occasion()),
    now: () => occasion().now,
  };
}

export function spanOf(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`no ${words} in the text`);
  return { start, end: start + words.length };
}

export function on(text: string, words: string, item: ItemKind, nth = 0): SpanTarget {
  return anchorsIn(text).target(spanOf(text, words, nth), item);
}

export function person(name: string): NameTarget {
  return { kind: "name", name, type: "person" };
}

export function reviewed(text: string, decisions: readonly Decision[]): Review {
  const found = analyze(text);
  return applyDecisions(found, placeDecisions(decisions, text, found.document.sha256));
}

import type { Analysis, Span } from "../analysis/analysis.js";
import { onOneLine } from "../analysis/oneLine.js";
import { joinedNames, speakersOf } from "../analysis/speakersOf.js";
import { applyDecisions } from "../review/applyDecisions.js";
import type { Decision } from "../review/decision.js";
import type { PlacedDecision } from "../review/placement.js";
import { placeDecisions } from "../review/placing.js";
import type { ItemReview, Review, Standing } from "../review/review.js";

/** A document as it is taken away: its text, and what engine and reviewers found in it. */
export interface ExportedDocument {
  /** The path in the workspace folder, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly review: Review;
  readonly placed: readonly PlacedDecision[];
}

/** One file to be written. */
export interface ExportedFile {
  /** A relative path with `/`; it never leads out of the folder it is written to. */
  readonly path: string;
  readonly text: string;
}

/** @param decisions the document's and those that hold everywhere. */
export function exportedDocument(path: string, text: string, found: Analysis, decisions: readonly Decision[]): ExportedDocument {
  const placed = placeDecisions(decisions, text, found.document.sha256);
  return { path, text, review: applyDecisions(found, placed), placed };
}

/** The words of a span on one line. */
export function wordsAt(text: string, { start, end }: Span): string {
  return onOneLine(text.slice(start, end));
}

/** What stands of a decision on an item, in words; empty where nothing was decided. */
export function standingWords(item: ItemReview | undefined): string {
  return item ? wordsOfStanding(item.standing) : "";
}

function wordsOfStanding(standing: Standing): string {
  switch (standing.kind) {
    case "undecided":
      return "";
    case "decided":
      return `${standing.value.replaceAll("-", " ")}${standing.stale ? " (the words changed since)" : ""}`;
    case "disagreement":
      return "disagreement";
  }
}

/** Who speaks in a quotation, by the entities' names; empty where nobody is named. */
export function speakerNames({ analysis }: Review, text: string): (quote: Analysis["quotes"][number]) => string {
  const names = new Map(analysis.entities.map(({ id, name }) => [id, name]));
  return ({ speaker }) => {
    if (!speaker) return "";
    const named = speakersOf(speaker).flatMap((id) => names.get(id) ?? []);
    if (named.length > 0) return onOneLine(joinedNames(named));
    return onOneLine(speaker.end > speaker.start ? text.slice(speaker.start, speaker.end) : speaker.anonymous ? "unnamed source" : "");
  };
}

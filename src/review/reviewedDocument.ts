import type { Analysis } from "../analysis/analysis.js";
import { applyDecisions } from "./applyDecisions.js";
import type { Decision } from "./decision.js";
import { type DocumentIndex, indexOf, type TextPlaces } from "./documentIndex.js";
import type { PlacedDecision } from "./placement.js";
import { placeDecisions } from "./placing.js";
import type { Review } from "./review.js";

/** A document under review as the reader sees it: the analysis, in the offsets of the text's present version. */
export interface ReviewedDocument {
  /** The document's URI as a string. */
  readonly uri: string;
  /** The version of the text that the offsets belong to. */
  readonly version: number;
  /** The version of the text that was analysed; older than `version` while the analysis was only moved by edits. */
  readonly analyzedVersion: number;
  /** What the engine found, as the reviewers' decisions change it. */
  readonly analysis: Analysis;
  /** Answers where things stand and whose a mention is. */
  readonly index: DocumentIndex;
  /** What was decided on each item. */
  readonly review: Review;
  /** What the engine found, before any decision. */
  readonly found: Analysis;
  readonly foundIndex: DocumentIndex;
  /** The decisions on the document and those that hold everywhere, undone ones too, placed in the text. */
  readonly placed: readonly PlacedDecision[];
}

/**
 * @param found what the engine found in the text of that version.
 * @param reviewed the decisions to apply, and the text to place them in; none where nothing was decided.
 * @param order the places of what was found in the text, where they are known already.
 */
export function reviewedDocument(
  uri: string,
  version: number,
  found: Analysis,
  reviewed?: { readonly decisions: readonly Decision[]; readonly text: string },
  order?: TextPlaces,
): ReviewedDocument {
  const placed = reviewed ? placeDecisions(reviewed.decisions, reviewed.text, found.document.sha256) : [];
  return withReview({ uri, version, analyzedVersion: version, found, foundIndex: indexOf(found, order), placed });
}

/**
 * The document after other decisions.
 * @param decisions all that hold in it, not only the new ones. @param text of the document's present version.
 */
export function redecided(document: ReviewedDocument, decisions: readonly Decision[], text: string): ReviewedDocument {
  const sha256 = document.version === document.analyzedVersion ? document.found.document.sha256 : "";
  return withReview({ ...document, placed: placeDecisions(decisions, text, sha256) });
}

/** Applies the placed decisions to what the engine found. */
export function withReview(parts: Omit<ReviewedDocument, "analysis" | "index" | "review">): ReviewedDocument {
  const { uri, version, analyzedVersion, found, foundIndex, placed } = parts;
  const review = applyDecisions(found, placed, foundIndex);
  const index =
    review.analysis.entities === found.entities && review.analysis.quotes === found.quotes ? foundIndex : indexOf(review.analysis);
  return { uri, version, analyzedVersion, analysis: review.analysis, index, review, found, foundIndex, placed };
}

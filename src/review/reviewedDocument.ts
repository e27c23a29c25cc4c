import type { Analysis } from "../analysis/analysis.js";
import { type DocumentIndex, indexOf, type TextPlaces } from "./documentIndex.js";

/** A document under review as the reader sees it: the analysis, in the offsets of the text's present version. */
export interface ReviewedDocument {
  /** The document's URI as a string. */
  readonly uri: string;
  /** The version of the text that the offsets belong to. */
  readonly version: number;
  /** The version of the text that was analysed; older than `version` while the analysis was only moved by edits. */
  readonly analyzedVersion: number;
  readonly analysis: Analysis;
  /** Answers where things stand and whose a mention is. */
  readonly index: DocumentIndex;
}

/** @param order the places of what was found in the text, where they are known already. */
export function reviewedDocument(uri: string, version: number, analysis: Analysis, order?: TextPlaces): ReviewedDocument {
  return { uri, version, analyzedVersion: version, analysis, index: indexOf(analysis, order) };
}

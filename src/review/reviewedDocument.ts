import type { Analysis } from "../analysis/analysis.js";

/** A document under review as the reader sees it: the analysis, in the offsets of the text's present version. */
export interface ReviewedDocument {
  /** The document's URI as a string. */
  readonly uri: string;
  /** The version of the text that the offsets belong to. */
  readonly version: number;
  readonly analysis: Analysis;
}

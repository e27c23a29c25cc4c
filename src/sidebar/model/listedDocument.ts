import type { Span } from "../../analysis/analysis.js";
import type { ReviewedDocument } from "../../review/reviewedDocument.js";

/** A line of a document without its line break. Offsets are UTF-16 code units of the whole text, end exclusive. */
export interface TextLine extends Span {
  /** Counted from 1, as the editor shows it. */
  readonly number: number;
}

/** The text of a document, read in pieces, so that a line of several megabytes is never copied whole. */
export interface DocumentText {
  lineAt(offset: number): TextLine;
  slice(start: number, end: number): string;
}

/** A document under review as the trees list it. */
export interface ListedDocument {
  readonly reviewed: ReviewedDocument;
  /** The document's headline, or its file's name where it has none. */
  readonly title: string;
  /** Where the file stands, relative to its folder. */
  readonly path: string;
  readonly text: DocumentText;
}

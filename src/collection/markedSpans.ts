import type { Span } from "../analysis/analysis.js";
import { findQuotationSpans } from "../analysis/quotes/quotationSpans.js";
import { readLayout } from "../analysis/sections/layout.js";
import { readSourceText } from "../analysis/text/sourceText.js";

/** Everything that stands between quotation marks in a text, one span for each paragraph; the marks are inside. */
export function markedSpans(text: string): readonly { readonly spans: readonly Span[] }[] {
  const source = readSourceText(text);
  return findQuotationSpans(source, readLayout(source));
}

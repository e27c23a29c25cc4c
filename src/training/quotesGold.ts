import { findQuotationSpans, type QuotationSpan } from "../analysis/quotes/quotationSpans.js";
import type { Layout } from "../analysis/sections/layout.js";
import { readLayout } from "../analysis/sections/layout.js";
import { readSourceText, type SourceText } from "../analysis/text/sourceText.js";
import type { CorpusDocument, CorpusQuote, CorpusSpan } from "./corpora.js";

/** A corpus document with what the engine reads before it looks for attributions. */
export interface QuotesDocument {
  readonly document: CorpusDocument;
  readonly source: SourceText;
  readonly layout: Layout;
  readonly quotations: readonly QuotationSpan[];
}

export function readQuotesDocument(document: CorpusDocument): QuotesDocument {
  const source = readSourceText(document.text);
  const layout = readLayout(source);
  return { document, source, layout, quotations: findQuotationSpans(source, layout) };
}

export function overlap(a: CorpusSpan, b: CorpusSpan): number {
  return Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));
}

/** The marked attribution in whose content most of the span stands, at least half of it; null where there is none. */
export function attributionOf(quotes: readonly CorpusQuote[], span: CorpusSpan): CorpusQuote | null {
  let best: CorpusQuote | null = null;
  let most = (span[1] - span[0]) / 2;
  for (const quote of quotes) {
    let shared = 0;
    for (const content of quote.spans) shared += overlap(content, span);
    if (shared > most || (shared === most && best === null)) {
      most = shared;
      best = quote;
    }
  }
  return best;
}

/** A span without white space and commas at its ends, as annotators sometimes take them in. */
export function trimmed(text: string, [from, to]: CorpusSpan): CorpusSpan {
  let start = from;
  let end = to;
  while (end > start && /[\s,;:]/.test(text[end - 1])) end--;
  while (start < end && /[\s,;:]/.test(text[start])) start++;
  return [start, end];
}

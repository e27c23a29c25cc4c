import type { Entity, Quote } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import type { QuotationSpan } from "./quotationSpans.js";

/** Finds the cue and the speaker of each quotation, and reported speech without marks. */
export function attributeQuotes(
  _source: SourceText,
  _layout: Layout,
  _quotations: readonly QuotationSpan[],
  _entities: readonly Entity[],
): readonly Quote[] {
  return [];
}

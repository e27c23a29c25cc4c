import type { Entity, Quote } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";
import type { QuotationSpan } from "./quotationSpans.js";

/** Finds the cue and the speaker of each quotation, and reported speech without marks. */
export function attributeQuotes(
  _source: SourceText,
  _layout: Layout,
  quotations: readonly QuotationSpan[],
  entities: readonly Entity[],
): readonly Quote[] {
  return quotations.map(({ start, end, spans }, i) => ({
    id: `q${i + 1}`,
    kind: "direct",
    start,
    end,
    spans,
    speaker: null,
    cue: null,
    about: entities
      .filter(({ mentions }) => mentions.some((mention) => mention.start >= start && mention.end <= end))
      .map(({ id }) => id),
  }));
}

import type { Entity } from "../analysis.js";
import type { NameSpan } from "../names/nameTagger.js";
import type { QuotationSpan } from "../quotes/quotationSpans.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";

/**
 * Joins names into entities, reads their roles, and resolves pronouns and definite noun phrases where the evidence is good.
 * @returns the entities in the order of their first mention.
 */
export function resolveIdentity(
  _source: SourceText,
  _layout: Layout,
  _names: readonly NameSpan[],
  _quotations: readonly QuotationSpan[],
): readonly Entity[] {
  return [];
}

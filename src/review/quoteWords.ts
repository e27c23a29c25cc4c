import type { QuoteKind } from "../analysis/analysis.js";

/** What a reader calls each kind of quotation, in every view and every export: `one` by itself, `short` beside other words. */
export const QUOTE_WORDS: Readonly<Record<QuoteKind, { readonly one: string; readonly short: string }>> = {
  direct: { one: "Direct quotation", short: "direct" },
  mixed: { one: "Partial quotation", short: "partial" },
  indirect: { one: "Indirect quotation", short: "indirect" },
};

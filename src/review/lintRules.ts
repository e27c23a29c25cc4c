/** What a desk looks for in one document under review. */
const DOCUMENT_RULES = ["quotationWithoutSpeaker", "markNeverClosed", "nameSpelledTwoWays", "shortFormOfTwo", "staleVerdict"] as const;
export type DocumentRule = (typeof DOCUMENT_RULES)[number];

/** All rules; figures that differ are found by comparing documents. */
export const LINT_RULES = [...DOCUMENT_RULES, "figuresDiffer"] as const;
export type LintRule = (typeof LINT_RULES)[number];

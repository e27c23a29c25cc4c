import type { Span } from "../analysis/analysis.js";

/** What a draft can have that its sources have otherwise. */
export const RULES = ["quote-altered", "quote-other-speaker", "quote-stitched", "quote-not-found", "name-spelling"] as const;
export type Rule = (typeof RULES)[number];

/** A place in a source, in UTF-16 offsets of its text. */
export interface SourcePlace extends Span {
  readonly path: string;
  /** The source's words there. */
  readonly words: string;
}

export type DifferenceKind = "number" | "negation" | "name" | "cut" | "wording";

/** Words that differ; the span is the draft's, empty where the draft leaves words out. */
export interface Difference extends Span {
  readonly kind: DifferenceKind;
  readonly draft: string;
  readonly source: string;
  /**
   * What parts the source's words from those before and behind them that the draft has, too: spaces, punctuation. Null at a beginning or end of
   * what is quoted, and where more than that parts them. Where the source has no words, `before` is all that parts their neighbours.
   */
  readonly before: string | null;
  readonly after: string | null;
}

/** One thing in a draft to look at; the span is the draft's. */
export interface Finding extends Span {
  readonly rule: Rule;
  /** One sentence that says what is otherwise in the sources. */
  readonly message: string;
  /** Where the sources have it, the likeliest place first; none where nothing was found. */
  readonly places: readonly SourcePlace[];
  /** Only of altered quotations. */
  readonly differences: readonly Difference[];
}

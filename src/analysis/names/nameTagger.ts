import type { EntityType, Span } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";

/** A proper name in the text, without titles and without the possessive 's. */
export interface NameSpan extends Span {
  readonly type: EntityType;
  /** How sure the tagger is, 0..1. */
  readonly confidence: number;
}

/** Finds names. It keeps what it found in each block, so that an edited document costs only its changed blocks. */
export interface NameTagger {
  /**
   * @returns the names in text order, none crossing another, as offsets into the document; none in boilerplate.
   */
  tag(source: SourceText, layout: Layout): readonly NameSpan[];
}

export function createNameTagger(): NameTagger {
  return { tag: () => [] };
}

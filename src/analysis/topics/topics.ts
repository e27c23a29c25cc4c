import type { Entity, Topic } from "../analysis.js";
import type { Layout } from "../sections/layout.js";
import type { SourceText } from "../text/sourceText.js";

/** The topics a document declares, tied to their entities, and those extracted from its body. */
export function findTopics(_source: SourceText, _layout: Layout, _entities: readonly Entity[]): readonly Topic[] {
  return [];
}

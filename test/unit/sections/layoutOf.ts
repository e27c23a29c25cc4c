import type { SectionKind, Span } from "../../../src/analysis/analysis.js";
import { readLayout } from "../../../src/analysis/sections/layout.js";
import { readSourceText } from "../../../src/analysis/text/sourceText.js";

/** The layout of a text, its spans as the words that stand there. */
export function layoutOf(text: string) {
  const layout = readLayout(readSourceText(text));
  const slice = ({ start, end }: Span) => text.slice(start, end);
  return {
    ...layout,
    kinds: layout.sections.map(({ kind }) => kind),
    texts: (kind: SectionKind) => layout.sections.filter((section) => section.kind === kind).map(slice),
    topics: layout.declaredTopics.map(slice),
    writers: layout.authors.map(slice),
  };
}

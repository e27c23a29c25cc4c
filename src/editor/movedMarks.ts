import type { Span } from "../analysis/analysis.js";
import { simultaneousBatches, type TextEdit } from "../review/textEdits.js";

/** Where more places are edited at once, all is marked anew. */
const MOST_EDITS = 50;

/**
 * Where marks stand after edits that VS Code has moved them by: before an edit as they were, behind it by as much as the text grew, and
 * longer around one.
 * @param edits made one after the other.
 * @returns null where an edit touches the edge of a mark, of which nobody but VS Code knows whether it grew.
 */
export function movedMarks(spans: readonly Span[], edits: readonly TextEdit[]): readonly Span[] | null {
  if (spans.length === 0) return spans;
  if (edits.length > MOST_EDITS) return null;
  let moved = spans;
  for (const batch of simultaneousBatches(edits)) {
    const next: Span[] = [];
    for (const span of moved) {
      const after = movedBy(batch, span);
      if (!after) return null;
      next.push(after);
    }
    moved = next;
  }
  return moved;
}

function movedBy(batch: readonly TextEdit[], { start, end }: Span): Span | null {
  let before = 0;
  let inside = 0;
  for (const { offset, length, text } of batch) {
    const grownBy = text.length - length;
    if (offset + length < start) before += grownBy;
    else if (offset > start && offset + length < end) inside += grownBy;
    else if (offset <= end) return null;
  }
  return { start: start + before, end: end + before + inside };
}

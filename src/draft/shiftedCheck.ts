import type { Finding } from "../collection/finding.js";
import { type SpanShift, simultaneousBatches, spanShift, type TextEdit } from "../review/textEdits.js";
import type { CheckedDraft } from "./checkProtocol.js";

/**
 * Moves what a check found by the edits of the draft, until the draft is checked again. What an edit cuts into is dropped: its words are
 * no longer those that were checked.
 * @param edits to be made one after the other, as an editor sends them.
 */
export function shiftedCheck(checked: CheckedDraft, edits: readonly TextEdit[]): CheckedDraft {
  let { findings, exact } = checked;
  for (const batch of simultaneousBatches(edits)) {
    const shift = spanShift(batch);
    findings = findings.flatMap((finding) => shiftedFinding(finding, shift) ?? []);
    exact = exact.flatMap((each) => shift.whole(each) ?? []);
  }
  return { ...checked, findings, exact };
}

function shiftedFinding(finding: Finding, shift: SpanShift): Finding | null {
  const moved = shift.whole(finding);
  return moved && { ...moved, differences: moved.differences.map((difference) => movedWithin(difference, finding, moved)) };
}

/** What stands within a span that moved as a whole moves as far; its words may be none. */
function movedWithin<T extends { readonly start: number; readonly end: number }>(part: T, { start }: Finding, moved: Finding): T {
  const by = moved.start - start;
  return by === 0 ? part : { ...part, start: part.start + by, end: part.end + by };
}

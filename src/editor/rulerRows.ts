import { ENTITY_TYPES, type EntityType, type Span } from "../analysis/analysis.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

export type RulerMark = EntityType | "quotation";
export const RULER_MARKS: readonly RulerMark[] = [...ENTITY_TYPES, "quotation"];

/**
 * Which rows of an overview ruler hold names of each type, and quotations between marks. One pass in text order, without asking for a position.
 * @param starts the first offset of each row, in text order; the first is 0.
 * @returns the rows of each kind of mark, ascending.
 */
export function rulerRows({ analysis, index }: ReviewedDocument, starts: readonly number[]): ReadonlyMap<RulerMark, readonly number[]> {
  const rows = new Map<RulerMark, number[]>();
  let row = 0;
  function mark(kind: RulerMark, span: Span): void {
    while (row + 1 < starts.length && starts[row + 1] <= span.start) row++;
    const list = rows.get(kind) ?? [];
    rows.set(kind, list);
    for (let at = row; at < starts.length && starts[at] < span.end; at++) if ((list.at(-1) ?? -1) < at) list.push(at);
  }

  for (let rank = 0; rank < index.mentionCount; rank++) {
    const { entity, mention } = index.mention(rank);
    if (mention.kind === "name") mark(entity.type, mention);
  }
  row = 0;
  for (const quote of analysis.quotes) if (quote.kind !== "indirect") mark("quotation", quote);
  return rows;
}

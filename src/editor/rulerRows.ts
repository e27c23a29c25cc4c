import { ENTITY_TYPES, type EntityType, type Span } from "../analysis/analysis.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

export type RulerMark = EntityType | "quotation";
export const RULER_MARKS: readonly RulerMark[] = [...ENTITY_TYPES, "quotation"];

/**
 * Which rows of an overview ruler hold names of each type, and quotations between marks. A large document has some hundred thousand
 * of them: none costs an object or a position.
 * @param starts the first offset of each row, in text order; the first is 0.
 * @returns the rows of each kind of mark, ascending.
 */
export function rulerRows({ analysis }: ReviewedDocument, starts: readonly number[]): ReadonlyMap<RulerMark, readonly number[]> {
  const marked = new Map<RulerMark, Uint8Array>();
  function rowsOf(kind: RulerMark): Uint8Array {
    const rows = marked.get(kind) ?? new Uint8Array(starts.length);
    marked.set(kind, rows);
    return rows;
  }
  function mark(rows: Uint8Array, { start, end }: Span): void {
    for (let row = rowAt(starts, start); row < starts.length && starts[row] < end; row++) rows[row] = 1;
  }

  for (const { type, mentions } of analysis.entities) {
    const rows = rowsOf(type);
    for (const mention of mentions) if (mention.kind === "name") mark(rows, mention);
  }
  const rows = rowsOf("quotation");
  for (const quote of analysis.quotes) if (quote.kind !== "indirect") mark(rows, quote);
  return new Map(Array.from(marked, ([kind, flags]) => [kind, ranksOf(flags)] as const).filter(([, ranks]) => ranks.length > 0));
}

/** The row that holds an offset. */
function rowAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low;
}

function ranksOf(flags: Uint8Array): number[] {
  const ranks: number[] = [];
  for (let rank = 0; rank < flags.length; rank++) if (flags[rank] === 1) ranks.push(rank);
  return ranks;
}

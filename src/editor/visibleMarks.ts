import type { Span } from "../analysis/analysis.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import type { Mark } from "./marks.js";

/** Which marks are switched on. */
export interface ShownMarks {
  readonly names: boolean;
  readonly quotations: boolean;
  readonly indirectQuotations: boolean;
  readonly allMentions: boolean;
}

/** The spans of each kind of mark that stand in some windows of a text. `cursor` is the mention that the cursor is on. */
export function visibleMarks(
  reviewed: ReviewedDocument,
  windows: readonly Span[],
  shown: ShownMarks,
  cursor: number | null,
): ReadonlyMap<Mark, readonly Span[]> {
  const { index } = reviewed;
  const spans = new Map<Mark, Span[]>();
  function add(mark: Mark, span: Span): void {
    const list = spans.get(mark);
    if (list) list.push(span);
    else spans.set(mark, [span]);
  }

  const atCursor = shown.allMentions && cursor !== null ? index.mentionAt(cursor) : undefined;
  for (const { start, end } of windows) {
    for (const { entity, mention } of index.mentionsIn(start, end)) {
      if (shown.names && mention.kind === "name") add(entity.type, mention);
      if (entity.id === atCursor?.entity.id) add("current", mention);
    }
    for (const quote of index.quotesIn(start, end)) {
      if (quote.kind === "indirect" ? !shown.indirectQuotations : !shown.quotations) continue;
      for (const span of quote.spans) {
        if (span.end > start && span.start < end) add(quote.kind === "indirect" ? "indirect" : "quotation", span);
      }
    }
  }
  if (atCursor) add("cursor", atCursor.mention);
  return spans;
}

/** The ">" before a further line of a paragraph that Markdown sets apart. */
const LINE_MARK = /\n[^\S\n]{0,3}(?:>[^\S\n]?){1,8}/g;

/**
 * A span without the ">" that stands before its lines.
 * @param text the span's own.
 */
export function withoutLineMarks(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const { index, 0: mark } of text.matchAll(LINE_MARK)) {
    parts.push({ start: from, end: start + index });
    from = start + index + mark.length;
  }
  parts.push({ start: from, end });
  return parts.filter((part) => part.end > part.start);
}

/** Joins windows that overlap, in text order, so that nothing is marked twice. */
export function joinedWindows(windows: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const window of [...windows].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && window.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, window.end) };
    else joined.push(window);
  }
  return joined;
}

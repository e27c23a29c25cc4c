import type { Span } from "../analysis/analysis.js";
import type { ItemKind } from "../review/decision.js";
import type { DocumentIndex } from "../review/documentIndex.js";

/** What a comment is put on: a mark, or words that somebody selected. */
export interface CommentedItem {
  readonly item: ItemKind;
  readonly span: Span;
}

/**
 * @param selected UTF-16 code units; empty where nothing is selected.
 * @returns the mark that the selection covers, else the selected words; with nothing selected, the innermost mark at the cursor, if any.
 */
export function commentedItem(index: DocumentIndex, selected: Span): CommentedItem | undefined {
  if (selected.end > selected.start) {
    const same = ({ start, end }: Span) => start === selected.start && end === selected.end;
    if (index.mentionsIn(selected.start, selected.end).some(({ mention }) => same(mention))) return { item: "mention", span: selected };
    const quote = index.quoteAt(selected.start);
    return { item: quote && same(quote) ? "quotation" : "selection", span: selected };
  }
  const mention = index.mentionAt(selected.start)?.mention;
  if (mention) return { item: "mention", span: { start: mention.start, end: mention.end } };
  const quote = index.quoteAt(selected.start);
  return quote && { item: "quotation", span: { start: quote.start, end: quote.end } };
}

import type { Span } from "../analysis/analysis.js";
import type { ReviewedDocument } from "./reviewedDocument.js";

export type Direction = "next" | "previous";

/** The mention of the same entity after or before the one at the offset; past the last comes the first. */
export function mentionStep({ index }: ReviewedDocument, offset: number, direction: Direction): Span | undefined {
  const place = index.mentionAt(offset);
  if (!place) return undefined;
  const { mentions } = place.entity;
  const at = mentions.findIndex(({ start, end }) => start === place.mention.start && end === place.mention.end);
  return mentions[(at + (direction === "next" ? 1 : mentions.length - 1)) % mentions.length];
}

/** The name after or before the offset, whosever it is; past the last comes the first. */
export function nameStep({ index }: ReviewedDocument, offset: number, direction: Direction): Span | undefined {
  const count = index.mentionCount;
  const step = direction === "next" ? 1 : -1;
  let rank = direction === "next" ? index.rankFrom(offset + 1) : index.rankFrom(offset) - 1;
  for (let tried = 0; tried < count; tried++, rank += step) {
    const { mention } = index.mention((rank + count) % count);
    if (mention.kind === "name") return mention;
  }
  return undefined;
}

/** The quotation that starts after or before the offset; past the last comes the first. */
export function quotationStep({ analysis: { quotes } }: ReviewedDocument, offset: number, direction: Direction): Span | undefined {
  if (direction === "next") return quotes.find(({ start }) => start > offset) ?? quotes[0];
  const after = quotes.findIndex(({ start }) => start >= offset);
  return quotes.at(after < 0 ? quotes.length - 1 : after - 1);
}

import type { Entity, Mention, Quote, Span } from "../analysis/analysis.js";
import { type ItemReview, spanKey, UNDECIDED } from "../review/review.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

/** Something that can be decided on. */
export type DecidableItem =
  | { readonly kind: "mention"; readonly entity: Entity; readonly mention: Mention }
  | { readonly kind: "entity"; readonly entity: Entity }
  | { readonly kind: "quotation"; readonly quote: Quote };

export type DecidableKind = DecidableItem["kind"];

/** Where an item stands; for an entity, its first mention by name. */
export function spanOfItem(item: DecidableItem): Span {
  switch (item.kind) {
    case "mention":
      return item.mention;
    case "quotation":
      return item.quote;
    case "entity":
      return item.entity.mentions.find(({ kind }) => kind === "name") ?? item.entity.mentions[0] ?? { start: 0, end: 0 };
  }
}

/** What was decided on an item. */
export function reviewOfItem({ review }: ReviewedDocument, item: DecidableItem): ItemReview {
  switch (item.kind) {
    case "mention":
      return review.mentions.get(spanKey(item.mention)) ?? UNDECIDED;
    case "entity":
      return review.entities.get(item.entity.id) ?? UNDECIDED;
    case "quotation":
      return review.quotes.get(item.quote.id) ?? UNDECIDED;
  }
}

import type { EntityType, Mention } from "../analysis/analysis.js";
import { type DecidableItem, spanOfItem } from "../decisions/decidableItem.js";
import { isUncertain } from "../editor/words.js";
import { type ItemReview, spanKey } from "../review/review.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

/** What is stepped through: all there is to decide, what the engine is unsure of, the quotations, or the entities of one type. */
export type StepLimit = "all" | "uncertain" | "quotations" | EntityType;

/**
 * What nobody has decided on yet, in text order: entities at their first name, quotations, and single mentions where the engine is unsure
 * whose they are. A comment decides nothing.
 */
export function undecidedItems({ analysis, review }: ReviewedDocument, limit: StepLimit): readonly DecidableItem[] {
  const items: DecidableItem[] = [];
  for (const entity of analysis.entities) {
    if (limit === "quotations" || (limit !== "all" && limit !== "uncertain" && limit !== entity.type)) continue;
    const isAsked = limit !== "uncertain" && entity.mentions.length > 0 && !isDecided(review.entities.get(entity.id));
    if (isAsked) items.push({ kind: "entity", entity });
    if (limit !== "all" && limit !== "uncertain") continue;
    for (const mention of entity.mentions) {
      if (isDoubtful(mention) && !isDecided(review.mentions.get(spanKey(mention)))) items.push({ kind: "mention", entity, mention });
    }
  }
  if (limit === "all" || limit === "quotations" || limit === "uncertain") {
    for (const quote of analysis.quotes) {
      if (limit === "uncertain" && !(quote.speaker && isUncertain(quote.speaker))) continue;
      if (!isDecided(review.quotes.get(quote.id))) items.push({ kind: "quotation", quote });
    }
  }
  return items.sort((a, b) => spanOfItem(a).start - spanOfItem(b).start || spanOfItem(b).end - spanOfItem(a).end);
}

function isDecided(review: ItemReview | undefined): boolean {
  return review?.decisions.some(({ kind }) => kind !== "comment") ?? false;
}

function isDoubtful({ confidence }: Mention): boolean {
  return confidence !== undefined && isUncertain({ confidence });
}

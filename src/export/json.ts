import { annotationOf } from "../review/annotation.js";
import type { ItemReview } from "../review/review.js";
import type { ExportedDocument } from "./exportedDocument.js";
import { standingWords } from "./exportedDocument.js";
import { lineFinder } from "./lineFinder.js";

/** The reviewed analyses with what was decided, as indented JSON; offsets are UTF-16 code units, end exclusive. */
export function jsonReport(documents: readonly ExportedDocument[]): string {
  return `${JSON.stringify(documents.map(documentObject), null, 2)}\n`;
}

function documentObject({ path, text, review, placed }: ExportedDocument) {
  const lineAt = lineFinder(text);
  const { analysis } = review;
  return {
    ...analysis,
    document: { ...analysis.document, path },
    quotes: analysis.quotes.map((quote) => ({ ...quote, line: lineAt(quote.start), text: text.slice(quote.start, quote.end) })),
    review: {
      status: review.status,
      entities: Object.fromEntries(Array.from(review.entities, ([id, item]) => [id, itemObject(item)])),
      quotes: Object.fromEntries(Array.from(review.quotes, ([id, item]) => [id, itemObject(item)])),
      comments: review.threads.map(({ span, comments, resolved }) => ({ span: span ?? null, resolved, comments })),
      secondLook: review.secondLook.map(({ decision, placement }) => ({ id: decision.id, placement })),
      decisions: placed.map(({ decision }) => annotationOf(decision)),
    },
  };
}

function itemObject(item: ItemReview) {
  return { standing: standingWords(item), comments: item.comments, decisions: item.decisions.map(({ id }) => id) };
}

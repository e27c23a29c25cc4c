import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { reviewOf } from "../editor/textPlaces.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { type DecidableItem, type DecidableKind, spanOfItem } from "./decidableItem.js";

/** Something that can be decided on, in the present text of a document. */
export type Decidable = DecidableItem & { readonly document: vscode.TextDocument; readonly reviewed: ReviewedDocument };

/** An item as a link, an action or a row names it: plain data. `kind` entity: the entity of the mention that stands there. */
export interface ItemPlace extends Span {
  readonly uri: string;
  readonly kind: DecidableKind;
}

export function isItemPlace(value: unknown): value is ItemPlace {
  return (
    typeof value === "object" &&
    value !== null &&
    "uri" in value &&
    typeof value.uri === "string" &&
    "kind" in value &&
    (value.kind === "mention" || value.kind === "entity" || value.kind === "quotation") &&
    "start" in value &&
    typeof value.start === "number" &&
    "end" in value &&
    typeof value.end === "number"
  );
}

/** The item at a place; undefined where it stands there no longer. */
export function decidableAt(reader: DocumentReader, { uri, kind, start, end }: ItemPlace): Decidable | undefined {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
  const reviewed = document && reviewOf(reader, document);
  if (!reviewed) return undefined;
  if (kind === "quotation") {
    const quote = reviewed.analysis.quotes.find((one) => one.start === start && one.end === end);
    return quote && { kind, quote, document, reviewed };
  }
  const place = reviewed.index.mentionsIn(start, end).find(({ mention }) => mention.start === start && mention.end === end);
  return place && { kind, entity: place.entity, mention: place.mention, document, reviewed };
}

/**
 * The items at the cursor of an editor, the innermost first.
 * @param offset UTF-16 code units.
 */
export function decidablesAt(document: vscode.TextDocument, reviewed: ReviewedDocument, offset: number): Decidable[] {
  const place = reviewed.index.mentionAt(offset);
  const quote = reviewed.index.quoteAt(offset);
  return [
    ...(place ? [{ kind: "mention" as const, ...place, document, reviewed }] : []),
    ...(quote ? [{ kind: "quotation" as const, quote, document, reviewed }] : []),
  ];
}

export function placeOfItem(item: Decidable): ItemPlace {
  const { start, end } = spanOfItem(item);
  return { uri: item.document.uri.toString(), kind: item.kind, start, end };
}

import * as vscode from "vscode";
import type { Entity } from "../../analysis/analysis.js";
import { literal } from "../../editor/literal.js";
import { rangeOf, reviewOf } from "../../editor/textPlaces.js";
import { counted as inWords, otherNames } from "../../editor/words.js";
import type { DocumentReader } from "../../review/documentStore.js";
import type { ReviewedDocument } from "../../review/reviewedDocument.js";
import type { AcrossEntities } from "./acrossEntities.js";

const MOST_NAMES = 5;

/** How many documents have the entity, how they name it, and how this one does. */
export function acrossHover(reader: DocumentReader, entities: AcrossEntities): vscode.HoverProvider {
  return {
    async provideHover(document, position): Promise<vscode.Hover | undefined> {
      const reviewed = reviewOf(reader, document);
      const place = reviewed?.index.mentionAt(document.offsetAt(position));
      const { version } = document;
      const uri = document.uri.toString();
      const entity = place && (await entities.of(uri, place.entity));
      if (!reviewed || !place || !entity || entity.documents < 2) return undefined;
      const counted = await entities.countedIn(uri, entity, partsOf(reviewed, place.entity));
      if (document.version !== version) return undefined;
      const mentions = entity.mentions - counted + place.entity.mentions.length;
      const here = [place.entity.name, ...otherNames(place.entity)].slice(0, MOST_NAMES).join(", ");
      const text = new vscode.MarkdownString("", true);
      text
        .appendMarkdown(`$(files) In ${inWords(entity.documents, "document")}, ${inWords(mentions, "mention")}`)
        .appendMarkdown(entity.name === place.entity.name ? "" : literal(`, as ${entity.name}`))
        .appendMarkdown(literal(`; here: ${here}`));
      return new vscode.Hover(text, rangeOf(document, place.mention));
    },
  };
}

/** The ids of the entities that were found in a document and are one there by the reviewers' decisions, which the other documents know nothing of. */
function partsOf({ found, analysis }: ReviewedDocument, { id, mentions }: Entity): readonly string[] {
  if (found === analysis) return [id];
  const left = new Set(analysis.entities.map((entity) => entity.id));
  const own = new Set(mentions.map(({ start }) => start));
  const merged = found.entities.filter((entity) => !left.has(entity.id) && own.has(entity.mentions[0]?.start ?? -1));
  return [id, ...merged.map((entity) => entity.id)];
}

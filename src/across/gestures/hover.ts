import * as vscode from "vscode";
import { literal } from "../../editor/literal.js";
import { mentionAt } from "../../editor/mentionProviders.js";
import { rangeOf } from "../../editor/textPlaces.js";
import { counted, otherNames } from "../../editor/words.js";
import type { DocumentReader } from "../../review/documentStore.js";
import type { AcrossEntities } from "./acrossEntities.js";

const MOST_NAMES = 5;

/** How many documents have the entity, how they name it, and how this one does. */
export function acrossHover(reader: DocumentReader, entities: AcrossEntities): vscode.HoverProvider {
  return {
    async provideHover(document, position): Promise<vscode.Hover | undefined> {
      const place = mentionAt(reader, document, position);
      const { version } = document;
      const entity = place && (await entities.of(document.uri.toString(), place.entity));
      if (!place || !entity || entity.documents < 2 || document.version !== version) return undefined;
      const here = [place.entity.name, ...otherNames(place.entity)].slice(0, MOST_NAMES).join(", ");
      const text = new vscode.MarkdownString("", true);
      text
        .appendMarkdown(`$(files) In ${counted(entity.documents, "document")}, ${counted(entity.mentions, "mention")}`)
        .appendMarkdown(entity.name === place.entity.name ? "" : literal(`, as ${entity.name}`))
        .appendMarkdown(literal(`; here: ${here}`));
      return new vscode.Hover(text, rangeOf(document, place.mention));
    },
  };
}

import * as vscode from "vscode";
import type { Entity, Mention } from "../analysis/analysis.js";
import { SOURCE_LANGUAGE } from "../contributions.js";
import type { MentionPlace } from "../review/documentIndex.js";
import type { DocumentReader } from "../review/documentStore.js";
import { rangeOf, reviewOf, textOf } from "./textPlaces.js";

/** The mention at a position; undefined where there is none or the document is not under review. */
export function mentionAt(reader: DocumentReader, document: vscode.TextDocument, position: vscode.Position): MentionPlace | undefined {
  return reviewOf(reader, document)?.index.mentionAt(document.offsetAt(position));
}

/** The first mention by the entity's full name, else the first by any name, else the first of all. */
export function firstFullMention(document: vscode.TextDocument, entity: Entity): Mention {
  const names = entity.mentions.filter(({ kind }) => kind === "name");
  const { length } = entity.name;
  const full = names.find((mention) => mention.end - mention.start === length && textOf(document, mention) === entity.name);
  return full ?? names[0] ?? entity.mentions[0];
}

/** F12: to the first full mention of the entity. */
export function definitionProvider(reader: DocumentReader): vscode.DefinitionProvider {
  return {
    provideDefinition(document, position): vscode.LocationLink[] | undefined {
      const place = mentionAt(reader, document, position);
      if (!place) return undefined;
      const range = rangeOf(document, firstFullMention(document, place.entity));
      return [
        {
          originSelectionRange: rangeOf(document, place.mention),
          targetUri: document.uri,
          targetRange: range,
          targetSelectionRange: range,
        },
      ];
    },
  };
}

/** Shift+F12: every mention of the entity, pronouns included. */
export function referenceProvider(reader: DocumentReader): vscode.ReferenceProvider {
  return {
    provideReferences(document, position): vscode.Location[] | undefined {
      return mentionAt(reader, document, position)?.entity.mentions.map(
        (mention) => new vscode.Location(document.uri, rangeOf(document, mention)),
      );
    },
  };
}

/** Highlights are asked for with every move of the cursor; farther from it than this many mentions nobody sees them. */
const MOST_HIGHLIGHTS = 2000;

/**
 * The entity's mentions light up in VS Code's own way, in the overview ruler too. Beside names nothing does: where a provider has nothing,
 * VS Code lights up the same word everywhere, every "at", which looks like an entity's mentions. Hence an empty place, which is not seen.
 */
export function highlightProvider(reader: DocumentReader): vscode.DocumentHighlightProvider {
  return {
    provideDocumentHighlights(document, position): vscode.DocumentHighlight[] | undefined {
      const place = mentionAt(reader, document, position);
      if (!place) {
        const isQuiet = document.languageId === SOURCE_LANGUAGE && reviewOf(reader, document) !== undefined;
        return isQuiet ? [new vscode.DocumentHighlight(new vscode.Range(position, position))] : undefined;
      }
      const { mentions } = place.entity;
      const at = mentions.findIndex(({ start }) => start === place.mention.start);
      const first = Math.max(0, at - MOST_HIGHLIGHTS / 2);
      return mentions
        .slice(first, first + MOST_HIGHLIGHTS)
        .map((mention) => new vscode.DocumentHighlight(rangeOf(document, mention), vscode.DocumentHighlightKind.Text));
    },
  };
}

import * as vscode from "vscode";
import { mentionAt } from "../../editor/mentionProviders.js";
import type { DocumentReader } from "../../review/documentStore.js";
import { readText } from "../all/documentTexts.js";
import type { AcrossEntities } from "./acrossEntities.js";
import { rangeIn } from "./places.js";

/** A list of more is no help; each document's text is read for the places in its lines. */
const MOST_DOCUMENTS = 500;
const MOST_MENTIONS = 5000;
/** So many documents are read at a time. */
const AT_ONCE = 8;

/** Shift+F12: the entity's mentions in the other documents; those of its own document are the editor's. */
export function acrossReferences(reader: DocumentReader, entities: AcrossEntities): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, _context, token): Promise<vscode.Location[] | undefined> {
      const own = document.uri.toString();
      const place = mentionAt(reader, document, position);
      const entity = place && (await entities.of(own, place.entity));
      if (!entity) return undefined;
      const documents = (await entities.documents(entity, MOST_DOCUMENTS)).filter(({ path }) => path !== own);
      const found: vscode.Location[] = [];
      for (let at = 0; at < documents.length && found.length < MOST_MENTIONS; at += AT_ONCE) {
        if (token.isCancellationRequested) return undefined;
        const read = await Promise.all(
          documents.slice(at, at + AT_ONCE).map(async (inDocument) => {
            const [mentions, text] = await Promise.all([entities.mentions(inDocument, MOST_MENTIONS), readText(inDocument.path)]);
            const uri = vscode.Uri.parse(inDocument.path);
            return text ? mentions.map((mention) => new vscode.Location(uri, rangeIn(text, mention))) : [];
          }),
        );
        found.push(...read.flat());
      }
      return found;
    },
  };
}

import * as vscode from "vscode";
import type { EntityType, SectionKind } from "../analysis/analysis.js";
import type { DocumentReader } from "../review/documentStore.js";
import { documentOutline, type OutlineNode } from "../review/outline.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { firstFullMention } from "./mentionProviders.js";
import { rangeOf, settledReviewOf, wordsOf } from "./textPlaces.js";
import { SECTION_WORDS, speakerName, TYPE_WORDS } from "./words.js";

const MOST_SYMBOLS = 1000;

const SECTION_SYMBOLS: Readonly<Partial<Record<SectionKind, vscode.SymbolKind>>> = {
  headline: vscode.SymbolKind.File,
  heading: vscode.SymbolKind.Number,
  boilerplate: vscode.SymbolKind.Null,
};

const TYPE_SYMBOLS: Readonly<Record<EntityType, vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Class,
  organization: vscode.SymbolKind.Module,
  place: vscode.SymbolKind.Field,
  group: vscode.SymbolKind.Enum,
  event: vscode.SymbolKind.Event,
  work: vscode.SymbolKind.Object,
};

/** The outline, the breadcrumbs and Ctrl+Shift+O: sections, and the quotations in them. */
export function documentSymbolProvider(reader: DocumentReader): vscode.DocumentSymbolProvider {
  return {
    async provideDocumentSymbols(document, token): Promise<vscode.DocumentSymbol[] | undefined> {
      const reviewed = await settledReviewOf(reader, document, token);
      return reviewed && documentOutline(reviewed.analysis).map((node) => documentSymbol(document, reviewed, node));
    },
  };
}

function documentSymbol(document: vscode.TextDocument, reviewed: ReviewedDocument, node: OutlineNode): vscode.DocumentSymbol {
  const range = rangeOf(document, node);
  if (node.kind === "quotation") {
    const speaker = speakerName(reviewed, node.quote, (span) => wordsOf(document, span, 60));
    return new vscode.DocumentSymbol(wordsOf(document, node, 60) || "“…”", speaker ?? "", vscode.SymbolKind.String, range, range);
  }
  const { section } = node;
  const words = wordsOf(document, section).replace(/^#{1,6}\s+/, "");
  const kind = SECTION_SYMBOLS[section.kind] ?? vscode.SymbolKind.Field;
  const detail = section.kind === "heading" ? "" : SECTION_WORDS[section.kind].toLowerCase();
  const symbol = new vscode.DocumentSymbol(words || SECTION_WORDS[section.kind], detail, kind, range, rangeOf(document, section));
  symbol.children = node.children.map((child) => documentSymbol(document, reviewed, child));
  return symbol;
}

/** Ctrl+T: the entities of the documents under review. */
export function workspaceSymbolProvider(reader: DocumentReader): vscode.WorkspaceSymbolProvider {
  return {
    provideWorkspaceSymbols(query): vscode.SymbolInformation[] {
      const wanted = searchForm(query);
      const symbols: vscode.SymbolInformation[] = [];
      for (const reviewed of reader.all()) {
        const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === reviewed.uri);
        if (!document || document.version !== reviewed.version) continue;
        for (const entity of reviewed.analysis.entities) {
          if (entity.mentions.length === 0) continue;
          if (![entity.name, ...entity.aliases].some((name) => holdsInOrder(searchForm(name), wanted))) continue;
          const location = new vscode.Location(document.uri, rangeOf(document, firstFullMention(document, entity)));
          symbols.push(
            new vscode.SymbolInformation(nameFor(entity, wanted), TYPE_SYMBOLS[entity.type], TYPE_WORDS[entity.type].one, location),
          );
          if (symbols.length >= MOST_SYMBOLS) return symbols;
        }
      }
      return symbols;
    },
  };
}

/** VS Code filters by the symbol's name once more: where only an alias fits, it is shown with the name. */
function nameFor(entity: { readonly name: string; readonly aliases: readonly string[] }, wanted: string): string {
  if (holdsInOrder(searchForm(entity.name), wanted)) return entity.name;
  const alias = entity.aliases.find((name) => holdsInOrder(searchForm(name), wanted));
  return alias === undefined ? entity.name : `${alias} (${entity.name})`;
}

function searchForm(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, "");
}

/** Whether a text has all the characters of another in that order. */
function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at);
    if (at < 0) return false;
    at += character.length;
  }
  return true;
}

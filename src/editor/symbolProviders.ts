import * as vscode from "vscode";
import type { SectionKind } from "../analysis/analysis.js";
import type { DocumentReader } from "../review/documentStore.js";
import { documentOutline, type OutlineNode } from "../review/outline.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";
import { rangeOf, settledReviewOf, wordsOf } from "./textPlaces.js";
import { SECTION_WORDS, speakerName } from "./words.js";

const SECTION_SYMBOLS: Readonly<Partial<Record<SectionKind, vscode.SymbolKind>>> = {
  headline: vscode.SymbolKind.File,
  heading: vscode.SymbolKind.Number,
  boilerplate: vscode.SymbolKind.Null,
};

/**
 * The outline, the breadcrumbs and Ctrl+Shift+O: sections, and the quotations in them.
 * @param refused hears of a document that is asked for and not under review.
 */
export function documentSymbolProvider(reader: DocumentReader, refused: (uri: string) => void): vscode.DocumentSymbolProvider {
  return {
    async provideDocumentSymbols(document, token): Promise<vscode.DocumentSymbol[] | undefined> {
      if (!reader.state(document.uri.toString())) refused(document.uri.toString());
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

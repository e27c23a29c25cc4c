import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { wordsOnOneLine } from "../analysis/oneLine.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

/** The range of a span. Call it only while the document is at the version the span belongs to. */
export function rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

export function textOf(document: vscode.TextDocument, span: Span): string {
  return document.getText(rangeOf(document, span));
}

/** The words of a span on one line, without marks of emphasis, cut to a length in UTF-16 code units. */
export function wordsOf(document: vscode.TextDocument, span: Span, longest = 80): string {
  const text = textOf(document, { start: span.start, end: Math.min(span.end, span.start + longest * 2) });
  const words = wordsOnOneLine(text);
  return words.length > longest ? `${words.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…` : words;
}

/** The analysis that fits a document as it is now; undefined where it is not under review, or not yet analysed. */
export function reviewOf(reader: DocumentReader, document: vscode.TextDocument): ReviewedDocument | undefined {
  const reviewed = reader.get(document.uri.toString());
  return reviewed?.version === document.version ? reviewed : undefined;
}

/**
 * The analysis of a document's present text, waited for where it is under way.
 * @returns undefined where the document is not under review, cannot be analysed, or is changed or closed before the analysis is there.
 */
export function settledReviewOf(
  reader: DocumentReader,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<ReviewedDocument | undefined> {
  const uri = document.uri.toString();
  const { version } = document;
  return new Promise((resolve) => {
    const subscriptions: { dispose(): void }[] = [];
    function settle(reviewed: ReviewedDocument | undefined): void {
      for (const subscription of subscriptions) subscription.dispose();
      resolve(reviewed);
    }
    function look(): void {
      const state = reader.state(uri);
      if (state?.kind === "ready" && state.document.analyzedVersion === version) settle(state.document);
      else if (!state || state.kind === "unreadable" || document.version !== version || token.isCancellationRequested) settle(undefined);
    }
    subscriptions.push(
      reader.onDidChange((change) => {
        if (change.uri === uri) look();
      }),
      token.onCancellationRequested(look),
    );
    look();
  });
}

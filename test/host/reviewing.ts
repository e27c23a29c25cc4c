import * as vscode from "vscode";
import type { SourceReview } from "../../src/extension.js";
import type { DocumentState } from "../../src/review/documentStore.js";
import type { ReviewedDocument } from "../../src/review/reviewedDocument.js";
import { eventually, extension } from "./window.js";

/** What the extension offers, activated. */
export async function sourceReview(): Promise<SourceReview> {
  return (await extension().activate()) as SourceReview;
}

/**
 * As eventually, for what reaches the collection from files: under load the watching of a new window's folder begins late, so the folder is
 * looked through now and then, as a window does that gets the keyboard back.
 */
export async function eventuallyGathered<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const { lookAgain } = await (await sourceReview()).across();
  const looking = setInterval(lookAgain, 5000);
  try {
    // Documents of the tests before may be read first.
    return await eventually(what, ask, 45_000);
  } finally {
    clearInterval(looking);
  }
}

/** The analysis of a document's present text, once it is there. */
export async function analysisOf(document: vscode.TextDocument): Promise<ReviewedDocument> {
  const { documents } = await sourceReview();
  return eventually("an analysis of the present text", () => {
    const reviewed = documents.get(document.uri.toString());
    return reviewed?.analyzedVersion === document.version ? reviewed : undefined;
  });
}

/** The state of a document once it is more than pending. */
export async function settledState(document: vscode.TextDocument, patienceMs?: number): Promise<DocumentState> {
  const { documents } = await sourceReview();
  return eventually(
    "an end to the analysis",
    () => {
      const state = documents.state(document.uri.toString());
      return state && state.kind !== "pending" ? state : undefined;
    },
    patienceMs,
  );
}

export function textAt(document: vscode.TextDocument, span: { readonly start: number; readonly end: number }): string {
  return document.getText(new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)));
}

/** The position inside the first place of some words. */
export function positionIn(document: vscode.TextDocument, words: string): vscode.Position {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`The document does not say "${words}".`);
  return document.positionAt(offset + 1);
}

export async function edit(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edits = new vscode.WorkspaceEdit();
  change(edits);
  if (!(await vscode.workspace.applyEdit(edits))) throw new Error("The edit was not made.");
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

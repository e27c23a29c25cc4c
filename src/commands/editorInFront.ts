import * as vscode from "vscode";
import { reviewOf } from "../editor/textPlaces.js";
import type { DocumentReader } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

export interface EditorInFront {
  readonly editor: vscode.TextEditor;
  readonly reviewed: ReviewedDocument;
}

/**
 * The editor that a command works in: the one in front. Where a page without text is in front (the walkthrough, say), it is one
 * beside it that shows a document under review, and that gets the keyboard.
 * @returns undefined where there is none.
 */
export async function editorInFront(reader: DocumentReader): Promise<EditorInFront | undefined> {
  const active = vscode.window.activeTextEditor;
  for (const shown of candidates()) {
    const reviewed = reviewOf(reader, shown.document);
    if (!reviewed) continue;
    return { editor: shown === active ? shown : await vscode.window.showTextDocument(shown.document, shown.viewColumn), reviewed };
  }
  return undefined;
}

/** Tells the reader why a command has no editor to work in. */
export function tellNothingInFront(reader: DocumentReader): void {
  const isBeingRead = candidates().some(({ document }) => reader.state(document.uri.toString())?.kind === "pending");
  void vscode.window.showInformationMessage(isBeingRead ? "The document is still being read." : "Open a document under review first.");
}

function candidates(): readonly vscode.TextEditor[] {
  const active = vscode.window.activeTextEditor;
  return active ? [active] : vscode.window.visibleTextEditors;
}

import * as vscode from "vscode";
import type { Place } from "../collection/answers.js";

/**
 * Opens a document at a place, in the editor that shows it already, else in the active group.
 * @param preserveFocus leaves the keyboard where it is, as a tree wants it.
 */
export async function openPlace(place: Place | undefined, { preserveFocus = false } = {}): Promise<void> {
  if (!place) return;
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === place.path);
  const document = visible?.document ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(place.path)));
  const range = new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  await vscode.window.showTextDocument(document, {
    selection: range.isSingleLine ? range : new vscode.Range(range.start, range.start),
    preserveFocus,
    preview: true,
    ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }),
  });
}

import * as vscode from "vscode";
import type { Span } from "../analysis/analysis.js";
import { rangeOf } from "./textPlaces.js";

export interface GoOptions {
  /** Leaves the keyboard where it is, as a tree wants it; otherwise the editor gets it. */
  readonly preserveFocus?: boolean;
}

/** Opens a document, puts the cursor before a span and brings it into view. The span belongs to the document's present text. */
export async function goTo(uri: string, span: Span, { preserveFocus = false }: GoOptions = {}): Promise<vscode.TextEditor> {
  const parsed = vscode.Uri.parse(uri, true);
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  if (visible && isCompared(uri)) {
    goInEditor(visible, span);
    return visible;
  }
  const editor = await vscode.window.showTextDocument(visible?.document ?? (await vscode.workspace.openTextDocument(parsed)), {
    preserveFocus,
    preview: true,
    ...(visible?.viewColumn !== undefined && { viewColumn: visible.viewColumn }),
  });
  goInEditor(editor, span);
  return editor;
}

/** Whether a document is one side of the comparison in front: it is gone to there. */
export function isCompared(uri: string): boolean {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return tab instanceof vscode.TabInputTextDiff && [tab.original, tab.modified].some((side) => side.toString() === uri);
}

/** Puts the cursor before a span and brings it into view. */
export function goInEditor(editor: vscode.TextEditor, span: Span): void {
  const range = rangeOf(editor.document, span);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

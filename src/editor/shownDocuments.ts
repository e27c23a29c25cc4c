import * as vscode from "vscode";

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** The documents that a tab shows: one, or the two sides of a comparison. */
export function urisOfTab({ input }: vscode.Tab): string[] {
  if (input instanceof vscode.TabInputText) return [input.uri.toString()];
  if (input instanceof vscode.TabInputTextDiff) return [input.original.toString(), input.modified.toString()];
  return [];
}

/** The documents of all tabs. */
export function shownUris(): ReadonlySet<string> {
  return new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(urisOfTab)));
}

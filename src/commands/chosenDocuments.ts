import * as vscode from "vscode";

/** The documents that a command is for: those chosen in the Explorer, the one of a row in the sidebar, else the one in front. */
export type DocumentsOf = (given: unknown, all: unknown) => readonly vscode.Uri[];

/** @param uriOfRow the URI of the document that a row of the sidebar stands for, by the row's id. */
export function documentsChosen(uriOfRow: (id: string) => string | undefined): DocumentsOf {
  return (given, all) => {
    if (given instanceof vscode.Uri) return Array.isArray(all) && all.length > 0 ? all.filter((one) => one instanceof vscode.Uri) : [given];
    const ofRow = typeof given === "string" ? uriOfRow(given) : undefined;
    if (ofRow !== undefined) return [vscode.Uri.parse(ofRow)];
    const front = vscode.window.activeTextEditor?.document.uri;
    return front ? [front] : [];
  };
}

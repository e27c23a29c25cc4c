/** The desk's lint: a bundle of its own, read when the first document has been analysed. */
import type * as vscode from "vscode";
import { LintDiagnostics } from "./editor/lintDiagnostics.js";
import type { DocumentReader } from "./review/documentStore.js";

export function registerLint(reader: DocumentReader): vscode.Disposable {
  return new LintDiagnostics(reader);
}

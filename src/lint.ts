/** The desk's lint: a bundle of its own, read when the first document has been analysed. */
import * as vscode from "vscode";
import { LintDiagnostics } from "./editor/lintDiagnostics.js";
import { registerLintFixes } from "./editor/lintFixes.js";
import type { DocumentReader } from "./review/documentStore.js";

export function registerLint(reader: DocumentReader): vscode.Disposable {
  return vscode.Disposable.from(new LintDiagnostics(reader), registerLintFixes(reader));
}

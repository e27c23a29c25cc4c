import * as vscode from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import { LINT_RULES, lint } from "../review/lint.js";
import { LINT_SOURCE } from "./lintFixes.js";
import { onSettingChange, setting } from "./settings.js";
import { rangeOf, reviewOf } from "./textPlaces.js";

/** Shows what a desk would ask about in the Problems panel. */
export class LintDiagnostics implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #collection = vscode.languages.createDiagnosticCollection("sourceReview.lint");
  readonly #disposables: vscode.Disposable[];

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#disposables = [
      this.#collection,
      reader.onDidChange(({ uri }) => {
        if (uri !== undefined) this.#show(vscode.Uri.parse(uri));
      }),
      onSettingChange(["lint"], () => {
        for (const { uri } of vscode.workspace.textDocuments) this.#show(uri);
      }),
    ];
    for (const { uri } of vscode.workspace.textDocuments) this.#show(uri);
  }

  #show(uri: vscode.Uri): void {
    const key = uri.toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === key);
    const reviewed = document && reviewOf(this.#reader, document);
    if (!document || !reviewed) {
      this.#collection.delete(uri);
      return;
    }
    // While the analysis only moves with the edits, VS Code moves what is shown.
    if (reviewed.analyzedVersion !== document.version) return;
    const chosen = setting("lint");
    const rules = new Set(chosen.enabled ? LINT_RULES.filter((rule) => chosen[rule]) : []);
    const found = rules.size === 0 ? [] : lint(reviewed, document.getText(), rules);
    this.#collection.set(
      uri,
      found.map((finding) => {
        const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, vscode.DiagnosticSeverity.Information);
        diagnostic.source = LINT_SOURCE;
        diagnostic.code = finding.rule;
        return diagnostic;
      }),
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

import * as vscode from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import { type LintFinding, lintInSlices } from "../review/lint.js";
import { LINT_RULES } from "../review/lintRules.js";
import { inSlices } from "./inSlices.js";
import { LINT_SOURCE } from "./lintFixes.js";
import { onSettingChange, setting } from "./settings.js";
import { rangeOf, reviewOf } from "./textPlaces.js";

/** Shows what a desk would ask about in the Problems panel. */
export class LintDiagnostics implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #collection = vscode.languages.createDiagnosticCollection("sourceReview.lint");
  readonly #disposables: vscode.Disposable[];
  /** What stops the work on a document, while it is under way or was done last. */
  readonly #stops = new Map<string, () => void>();

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#disposables = [
      this.#collection,
      reader.onDidChange(({ reason, uri }) => {
        if (reason !== "front" && uri !== undefined) this.#show(vscode.Uri.parse(uri));
      }),
      onSettingChange(["lint"], () => {
        for (const { uri } of vscode.workspace.textDocuments) this.#show(uri);
      }),
    ];
    for (const { uri } of vscode.workspace.textDocuments) this.#show(uri);
  }

  #show(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#stops.get(key)?.();
    this.#stops.delete(key);
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
    if (rules.size === 0) this.#collection.delete(uri);
    else {
      const work = lintInSlices(reviewed, document.getText(), rules);
      this.#stops.set(
        key,
        inSlices(work, (found) => this.#collection.set(uri, diagnostics(document, found))),
      );
    }
  }

  dispose(): void {
    for (const stop of this.#stops.values()) stop();
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

/** VS Code shows no more for one file. */
const MOST_SHOWN = 1000;

function diagnostics(document: vscode.TextDocument, found: readonly LintFinding[]): vscode.Diagnostic[] {
  return found.slice(0, MOST_SHOWN).map((finding) => {
    const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, vscode.DiagnosticSeverity.Information);
    diagnostic.source = LINT_SOURCE;
    diagnostic.code = finding.rule;
    if (finding.usual) {
      const place = new vscode.Location(document.uri, rangeOf(document, finding.usual));
      diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, "The usual spelling")];
    }
    return diagnostic;
  });
}

import * as vscode from "vscode";
import { onOneLine } from "../analysis/oneLine.js";
import type { Finding, Rule } from "../collection/finding.js";
import { literal } from "../editor/literal.js";
import { rangeOf } from "../editor/textPlaces.js";
import { counted } from "../editor/words.js";
import { placeKey } from "./checkProtocol.js";
import type { DraftChecks, DraftState } from "./draftChecks.js";

export const DIAGNOSTIC_SOURCE = "Source Review";

const SEVERITIES: Readonly<Record<Rule, vscode.DiagnosticSeverity>> = {
  "quote-altered": vscode.DiagnosticSeverity.Warning,
  "quote-other-speaker": vscode.DiagnosticSeverity.Warning,
  "quote-stitched": vscode.DiagnosticSeverity.Warning,
  "quote-not-found": vscode.DiagnosticSeverity.Warning,
  "name-spelling": vscode.DiagnosticSeverity.Information,
};

/** Shows what a check found: findings in the Problems panel, a quiet tick behind each quotation that is exact. */
export class DraftDiagnostics implements vscode.Disposable {
  readonly #checks: DraftChecks;
  readonly #collection = vscode.languages.createDiagnosticCollection("sourceReview.draft");
  readonly #status = vscode.languages.createLanguageStatusItem("sourceReview.draft", []);
  readonly #tick = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: { contentText: "✓", color: new vscode.ThemeColor("descriptionForeground"), margin: "0 0 0 0.2em" },
  });
  readonly #drafts = new Map<string, vscode.Uri>();
  readonly #disposables: vscode.Disposable[];

  constructor(checks: DraftChecks) {
    this.#checks = checks;
    this.#status.name = "Source Review: Draft";
    this.#disposables = [
      this.#collection,
      this.#status,
      this.#tick,
      checks.onDidChange((uri) => this.#show(uri)),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.#mark(editor);
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#tell()),
      vscode.languages.registerHoverProvider(
        { pattern: "**/*" },
        { provideHover: (document, position) => this.#hover(document, position) },
      ),
    ];
  }

  #show(uri: vscode.Uri): void {
    const state = this.#checks.stateOf(uri);
    if (state) this.#drafts.set(uri.toString(), uri);
    else this.#drafts.delete(uri.toString());
    this.#status.selector = [...this.#drafts.values()].map(({ scheme, fsPath }) => ({ scheme, pattern: fsPath }));
    this.#collection.set(
      uri,
      state?.shown.map((finding) => this.#diagnostic(state, finding)),
    );
    for (const editor of vscode.window.visibleTextEditors) if (editor.document.uri.toString() === uri.toString()) this.#mark(editor);
    this.#tell();
  }

  #diagnostic({ document, checked }: DraftState, finding: Finding): vscode.Diagnostic {
    const diagnostic = new vscode.Diagnostic(rangeOf(document, finding), finding.message, SEVERITIES[finding.rule]);
    diagnostic.source = DIAGNOSTIC_SOURCE;
    diagnostic.code = finding.rule;
    const related = finding.places.flatMap((place) => {
      const uri = this.#checks.sourceUri(place.path);
      const { line = 1, column = 0 } = checked.cited[placeKey(place)] ?? {};
      const location = uri && new vscode.Location(uri, new vscode.Position(line - 1, column));
      return location ? [new vscode.DiagnosticRelatedInformation(location, onOneLine(place.words))] : [];
    });
    if (related.length > 0) diagnostic.relatedInformation = related;
    return diagnostic;
  }

  #mark(editor: vscode.TextEditor): void {
    const { document } = editor;
    const state = this.#checks.stateOf(document.uri);
    const isCurrent = state?.version === document.version;
    if (state && !isCurrent) return;
    editor.setDecorations(this.#tick, state ? state.checked.exact.map((exact) => rangeOf(document, exact)) : []);
  }

  /** Says in the language status what was found in the draft in front. */
  #tell(): void {
    const document = vscode.window.activeTextEditor?.document;
    const state = document && this.#checks.stateOf(document.uri);
    if (!state) return;
    const { shown, checked } = state;
    this.#status.text = shown.length === 0 ? "Draft: nothing to look at" : `Draft: ${shown.length} to look at`;
    this.#status.detail = `${counted(checked.exact.length, "quotation")} exact`;
    this.#status.command = { title: "Show", command: "workbench.actions.view.problems" };
  }

  #hover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const state = this.#checks.stateOf(document.uri);
    if (!state || state.version !== document.version) return undefined;
    const offset = document.offsetAt(position);
    const exact = state.checked.exact.find(({ start, end }) => start <= offset && offset <= end);
    if (!exact) return undefined;
    const text = new vscode.MarkdownString();
    for (const place of exact.places.slice(0, 3)) {
      const uri = this.#checks.sourceUri(place.path);
      const cited = state.checked.cited[placeKey(place)];
      const { line = 1, column = 0 } = cited ?? {};
      const where = `${literal(place.path)}, line ${line}`;
      text.appendMarkdown(uri ? `✓ As in [${where}](${uri.with({ fragment: `L${line},${column + 1}` }).toString()})` : `✓ As in ${where}`);
      if (cited?.speaker) text.appendMarkdown(`, ${literal(cited.speaker)}`);
      text.appendMarkdown(`\n\n> “${literal(onOneLine(place.words))}”\n\n`);
    }
    return new vscode.Hover(text, rangeOf(document, exact));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

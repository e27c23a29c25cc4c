import * as vscode from "vscode";
import { onOneLine } from "../../analysis/oneLine.js";
import type { CollectionQuotation, FigureApart } from "../../collection/answers.js";
import { LINT_FIXES } from "../../contributions.js";
import { LINT_SOURCE, lintFix, lintFixes } from "../../editor/lintFixes.js";
import { onSettingChange, setting } from "../../editor/settings.js";
import { rangeOf, reviewOf, textOf } from "../../editor/textPlaces.js";
import type { GatheringProgress } from "../../gathering/gatherProtocol.js";
import type { DocumentReader } from "../../review/documentStore.js";
import type { LintRule } from "../../review/lintRules.js";
import { UNDECIDED } from "../../review/review.js";
import { nameOf } from "../acrossItems.js";
import type { CollectionClient } from "../collectionClient.js";
import { openPlace } from "../openPlace.js";
import { Redrawing } from "../redrawing.js";

const RULE: LintRule = "figuresDiffer";

/** Milliseconds for which what happens to documents is taken together. */
const PATIENCE = 200;

export interface FigureParts {
  readonly client: CollectionClient;
  readonly reader: DocumentReader;
  /** Shows two versions of an utterance beside each other. */
  readonly compare: (left: CollectionQuotation, right: CollectionQuotation) => Promise<void>;
}

/** Asks in the Problems panel about figures that another document has otherwise in the same quotation: the rule of the desk's lint that takes all documents. */
export class FigureDiagnostics implements vscode.Disposable {
  readonly #client: CollectionClient;
  readonly #reader: DocumentReader;
  readonly #collection = vscode.languages.createDiagnosticCollection("sourceReview.figures");
  readonly #drawing = new Redrawing(() => void this.#drawing.timed(this.#showAll()));
  readonly #found = new Map<string, readonly FigureApart[]>();
  readonly #disposables: vscode.Disposable[];
  #asked = 0;
  #soon: NodeJS.Timeout | undefined;

  constructor({ client, reader, compare }: FigureParts) {
    this.#client = client;
    this.#reader = reader;
    this.#disposables = [
      this.#collection,
      this.#drawing,
      reader.onDidChange(() => this.#later()),
      onSettingChange(["lint"], () => this.#later()),
      vscode.languages.registerCodeActionsProvider(
        { pattern: "**/*" },
        { provideCodeActions: (document, _, { diagnostics }) => diagnostics.flatMap((each) => this.#fixes(document, each)) },
        { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
      ),
      vscode.commands.registerCommand(LINT_FIXES.compare, ({ own, other }: FigureApart) => compare(other, own)),
      vscode.commands.registerCommand(LINT_FIXES.openOther, ({ other }: FigureApart) => openPlace(other)),
    ];
  }

  tell(progress: GatheringProgress, version: number): void {
    this.#drawing.tell(progress, version);
  }

  dispose(): void {
    clearTimeout(this.#soon);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #later(): void {
    if (!this.#drawing.hasBegun) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#showAll(), PATIENCE);
  }

  async #showAll(): Promise<void> {
    const asked = ++this.#asked;
    const { enabled, figuresDiffer } = setting("lint");
    const shown = enabled && figuresDiffer ? vscode.workspace.textDocuments.filter((document) => reviewOf(this.#reader, document)) : [];
    const answers = await Promise.all(
      shown.map(async (document) => [document, await this.#client.ask("figuresApart", document.uri.toString())] as const),
    );
    if (asked !== this.#asked) return;
    const gone = new Set(this.#found.keys());
    for (const [document, found] of answers) {
      gone.delete(document.uri.toString());
      this.#show(document, found ?? []);
    }
    for (const uri of gone) {
      this.#found.delete(uri);
      this.#collection.delete(vscode.Uri.parse(uri));
    }
  }

  #show(document: vscode.TextDocument, found: readonly FigureApart[]): void {
    const reviewed = reviewOf(this.#reader, document);
    // The collection's text may be older than the editor's: what does not stand where it says is shown once it is taken anew.
    const standing = found.filter(({ own }) => textOf(document, own).startsWith(own.text));
    const open = standing.filter(({ own }) => {
      const quote = reviewed?.analysis.quotes.find(({ start, end }) => start === own.start && end === own.end);
      return !quote || (reviewed?.review.quotes.get(quote.id) ?? UNDECIDED).standing.kind === "undecided";
    });
    this.#found.set(document.uri.toString(), open);
    this.#collection.set(
      document.uri,
      open.map((figure) => diagnosticOf(document, figure)),
    );
  }

  #fixes(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): readonly vscode.CodeAction[] {
    if (diagnostic.source !== LINT_SOURCE || diagnostic.code !== RULE) return [];
    const found = this.#found.get(document.uri.toString())?.find((figure) => messageOf(figure) === diagnostic.message);
    const fixes = lintFixes(this.#reader, document, diagnostic, RULE);
    if (!found) return fixes;
    return [
      lintFix(diagnostic, "Compare the versions", LINT_FIXES.compare, found),
      lintFix(diagnostic, "Open the other version", LINT_FIXES.openOther, found),
      ...fixes,
    ];
  }
}

function diagnosticOf(document: vscode.TextDocument, figure: FigureApart): vscode.Diagnostic {
  const { other, span } = figure;
  const diagnostic = new vscode.Diagnostic(rangeOf(document, span), messageOf(figure), vscode.DiagnosticSeverity.Information);
  diagnostic.source = LINT_SOURCE;
  diagnostic.code = RULE;
  const place = new vscode.Location(vscode.Uri.parse(other.path), new vscode.Position(other.line, 0));
  diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, onOneLine(other.text))];
  return diagnostic;
}

function messageOf({ other, words, otherWords }: FigureApart): string {
  const name = nameOf(other.path);
  if (words === "") return `${name} has “${otherWords}” in this quotation.`;
  return otherWords === "" ? `${name} has no “${words}” in this quotation.` : `“${words}” is “${otherWords}” in ${name}.`;
}

import * as vscode from "vscode";
import { onOneLine } from "../analysis/oneLine.js";
import type { Finding, SourcePlace } from "../collection/finding.js";
import { type ComparedWords, comparedWords, type DraftEdit, markedAlteration, sourceWords } from "../collection/fixes.js";
import { DRAFT_FIXES, DRAFT_SCHEME, PASSAGE } from "../contributions.js";
import { setting } from "../editor/settings.js";
import { rangeOf } from "../editor/textPlaces.js";
import { filledCitation, withoutQuote } from "../export/citation.js";
import { placeKey } from "./checkProtocol.js";
import type { DraftChecks, DraftState } from "./draftChecks.js";
import { DIAGNOSTIC_SOURCE } from "./draftDiagnostics.js";
import type { IgnoredFindings } from "./ignoredFindings.js";

/** A finding as a fix's command is given it. */
interface FixTarget {
  readonly uri: string;
  readonly start: number;
  readonly rule: string;
}

/** Registers what can be done with a draft's findings: the fixes in the lightbulb and what they run. */
export function registerDraftActions(checks: DraftChecks, ignored: IgnoredFindings): vscode.Disposable {
  const texts = new ComparedTexts();
  const target = (given: FixTarget): { state: DraftState; finding: Finding } | undefined => {
    const state = checks.stateOf(vscode.Uri.parse(given.uri));
    const finding = state?.shown.find(({ start, rule }) => start === given.start && rule === given.rule);
    return state && finding ? { state, finding } : undefined;
  };
  return vscode.Disposable.from(
    texts,
    vscode.workspace.registerTextDocumentContentProvider(DRAFT_SCHEME, texts),
    vscode.languages.registerCodeActionsProvider(
      { pattern: "**/*" },
      { provideCodeActions: (document, range) => actionsAt(checks, document, range) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(DRAFT_FIXES.openSource, async (given: FixTarget) => {
      const place = target(given)?.finding.places[0];
      const uri = place && checks.sourceUri(place.path);
      if (!place || !uri) return;
      const source = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(source, { viewColumn: vscode.ViewColumn.Beside, selection: rangeOf(source, place) });
    }),
    vscode.commands.registerCommand(DRAFT_FIXES.compare, async (given: FixTarget) => {
      const found = target(given);
      const words = found && comparedWords(found.finding, found.state.document.getText());
      if (words) await texts.compare(found.finding.places[0], words);
    }),
    vscode.commands.registerCommand(DRAFT_FIXES.ignore, async (given: FixTarget) => {
      const found = target(given);
      if (!found) return;
      const reason = await vscode.window.showInputBox({
        title: "Ignore This Finding",
        prompt: "Why it is right as it stands. The finding comes back when the words change.",
      });
      if (reason === undefined) return;
      await ignored.add(found.state.document.uri, found.finding, found.state.document.getText(), reason);
    }),
  );
}

/** Lists what is ignored in a draft; what is picked is shown again. */
export async function showIgnored(ignored: IgnoredFindings, uri: vscode.Uri): Promise<void> {
  await ignored.open(uri);
  const all = ignored.of(uri);
  if (all.length === 0) {
    void vscode.window.showInformationMessage("Nothing is ignored in this draft.");
    return;
  }
  const picked = await vscode.window.showQuickPick(
    all.map((one) => ({
      label: onOneLine(one.target.anchor.exact).slice(0, 80),
      description: one.rule,
      detail: one.reason,
      one,
    })),
    { title: "Ignored Findings", placeHolder: "Pick one to have it shown again", matchOnDescription: true, matchOnDetail: true },
  );
  if (picked) await ignored.remove(uri, picked.one);
}

function actionsAt(checks: DraftChecks, document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  const state = checks.stateOf(document.uri);
  if (!state || state.version !== document.version) return [];
  return state.shown.filter((finding) => rangeOf(document, finding).intersection(range)).flatMap((finding) => actionsOf(state, finding));
}

function actionsOf(state: DraftState, finding: Finding): vscode.CodeAction[] {
  const { document, checked } = state;
  const text = document.getText();
  const actions: vscode.CodeAction[] = [];
  const add = (title: string, change: Partial<Pick<vscode.CodeAction, "edit" | "command" | "isPreferred">>): void => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    actions.push(Object.assign(action, change));
  };
  const run = (command: string, title: string): vscode.Command => ({
    command,
    title,
    arguments: [{ uri: document.uri.toString(), start: finding.start, rule: finding.rule } satisfies FixTarget],
  });
  const words = sourceWords(finding, text);
  if (words) {
    const title = finding.rule === "name-spelling" ? `Spell it “${finding.places[0].words}”` : "Put in the source’s words";
    add(title, { edit: editOf(document, words), isPreferred: true });
  }
  const marked = markedAlteration(finding, text);
  if (marked) add("Mark the alteration with an ellipsis or brackets", { edit: editOf(document, marked) });
  const [place] = finding.places;
  if (place) {
    add("Open the source beside", { command: run(DRAFT_FIXES.openSource, "Open the source beside") });
    if (comparedWords(finding, text)) add("Compare with the source", { command: run(DRAFT_FIXES.compare, "Compare with the source") });
    if (finding.rule !== "name-spelling") {
      const cited = checked.cited[placeKey(place)];
      const citation = filledCitation(withoutQuote(setting("citation", document.uri)), {
        quote: onOneLine(place.words),
        speaker: cited?.speaker ?? "",
        path: place.path,
        file: place.path.slice(place.path.lastIndexOf("/") + 1),
        line: String(cited?.line ?? 1),
        title: cited?.title ?? "",
        date: cited?.date ?? "",
        verdict: "",
      });
      const line = citation.replace(/ {2,}/g, " ").trim();
      add("Insert the citation", { edit: editOf(document, [{ start: finding.end, end: finding.end, words: ` ${line}` }]) });
    }
  }
  add("Ignore, with a reason…", { command: run(DRAFT_FIXES.ignore, "Ignore, with a reason…") });
  for (const action of actions) action.diagnostics = diagnosticsOf(document, finding);
  return actions;
}

function diagnosticsOf(document: vscode.TextDocument, { rule, message }: Finding): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source, code, message: said }) => source === DIAGNOSTIC_SOURCE && code === rule && said === message);
}

function editOf(document: vscode.TextDocument, edits: readonly DraftEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, words } of edits) edit.replace(document.uri, rangeOf(document, { start, end }), words);
  return edit;
}

/** The draft's words and the source's, side by side in VS Code's comparison. Neither side can be written to. */
class ComparedTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  async compare(place: SourcePlace, words: ComparedWords): Promise<void> {
    const source = this.#side("source", place, words.source);
    const own = this.#side("draft", place, words.draft);
    const name = place.path.slice(place.path.lastIndexOf("/") + 1);
    await vscode.commands.executeCommand("vscode.diff", source, own, `${name} ↔ Draft`, { preview: true });
  }

  #side(side: string, { path, start }: SourcePlace, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: DRAFT_SCHEME, path: `/${side}${PASSAGE}`, query: `${start} ${path}` });
    this.#texts.set(uri.toString(), `${text}\n`);
    this.#changed.fire(uri);
    return uri;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#texts.clear();
  }
}

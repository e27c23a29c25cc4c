import * as vscode from "vscode";
import type { Decisions } from "../decisions/decisions.js";
import { byTime, type Decision, type DocumentStatus } from "../review/decision.js";
import type { ReviewSelection } from "./reviewSelection.js";

/** Each badge has a form of its own; none needs a colour. */
const BADGES: Readonly<Record<DocumentStatus, vscode.FileDecoration>> = {
  unread: new vscode.FileDecoration("○", "Unread"),
  "in-review": new vscode.FileDecoration("◐", "In review"),
  done: new vscode.FileDecoration("✓", "Reviewed"),
};

/** Shows how far the review of each document is, in the Explorer and wherever else VS Code lists files. */
export class StatusBadges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #decisions: Decisions;
  readonly #selection: ReviewSelection;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: readonly vscode.Disposable[];

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(decisions: Decisions, selection: ReviewSelection) {
    this.#decisions = decisions;
    this.#selection = selection;
    this.#disposables = [
      this.#changed,
      decisions.onDidChange((uri) => this.#changed.fire(vscode.Uri.parse(uri))),
      vscode.window.registerFileDecorationProvider(this),
    ];
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    if (!this.#selection.hasUri(uri)) return undefined;
    await this.#decisions.open(uri);
    return BADGES[statusIn(this.#decisions.of(uri.toString()))];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

/** How far the review of a document is: what was said last, else unread. */
function statusIn(decisions: readonly Decision[]): DocumentStatus {
  const said = decisions.flatMap((decision) => (decision.kind === "status" && decision.state === "active" ? [decision] : []));
  return said.sort(byTime).at(-1)?.status ?? "unread";
}

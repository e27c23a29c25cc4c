import * as vscode from "vscode";
import { LOOK_SCHEME, PASSAGE } from "../contributions.js";
import type { Look } from "./looks.js";
import { textNow, textThen } from "./thenAndNow.js";

/** Shows the words of a decision then and now, side by side in VS Code's comparison. Neither side can be written to. */
export class LookTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: readonly vscode.Disposable[];

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(LOOK_SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  /** @param document the document's present text. */
  async compare({ decision, target, span }: Look, document: vscode.TextDocument): Promise<void> {
    const then = this.#side("then", decision.id, textThen(target.anchor));
    const now = this.#side("now", decision.id, textNow(document.getText(), span, target.anchor));
    const name = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
    await vscode.commands.executeCommand("vscode.diff", then, now, `${name}: Then ↔ Now`, { preview: true, preserveFocus: true });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#texts.clear();
  }

  #side(side: "then" | "now", id: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: LOOK_SCHEME, path: `/${side}${PASSAGE}`, query: id });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    return uri;
  }
}

import * as vscode from "vscode";
import { withoutLineMarks } from "../analysis/oneLine.js";
import type { CollectionQuotation } from "../collection/answers.js";
import { PASSAGE, VERSION_SCHEME } from "../contributions.js";
import { nameOf } from "./acrossItems.js";
import { speakerWords } from "./acrossRows.js";

/** Shows two versions of an utterance side by side in VS Code's comparison. Neither side can be written to. */
export class VersionTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #disposables = [
    vscode.workspace.registerTextDocumentContentProvider(VERSION_SCHEME, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
  ];

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  async compare(left: CollectionQuotation, right: CollectionQuotation): Promise<void> {
    const title = `${nameOf(left.path)} ↔ ${nameOf(right.path)}`;
    // It must not take the place of the document that it was asked for from.
    const preview = !vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview;
    await vscode.commands.executeCommand("vscode.diff", this.#side(left), this.#side(right), title, { preview });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#texts.clear();
  }

  /** The text is part of the address, so that another text is another document. */
  #side(quotation: CollectionQuotation): vscode.Uri {
    const text = `${withoutLineMarks(quotation.text)}\n\n— ${speakerWords(quotation)}\n`;
    const query = JSON.stringify([quotation.path, quotation.start, text]);
    const uri = vscode.Uri.from({ scheme: VERSION_SCHEME, path: `/${nameOf(quotation.path)}${PASSAGE}`, query });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}

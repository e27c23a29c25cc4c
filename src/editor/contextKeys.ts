import * as vscode from "vscode";
import { CONTEXT_KEYS, type ContextKey } from "../contributions.js";
import type { DocumentReader } from "../review/documentStore.js";
import { mentionAt } from "./mentionProviders.js";
import { reviewOf } from "./textPlaces.js";

/** Keeps the context keys, which say what can be done with the document in front. A key is set only when it changes. */
export class ContextKeys implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #values = new Map<ContextKey, boolean>();
  readonly #disposables: readonly vscode.Disposable[];

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#disposables = [
      reader.onDidChange(({ reason, uri }) => {
        if (reason === "edit") this.#updateCursor();
        else if (reason === "front" || uri === reader.front) this.#update();
      }),
      vscode.window.onDidChangeTextEditorSelection(() => this.#updateCursor()),
    ];
    this.#update();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    for (const key of Object.values(CONTEXT_KEYS)) this.#set(key, false);
  }

  #update(): void {
    const { front } = this.#reader;
    const state = front === undefined ? undefined : this.#reader.state(front);
    const analysis = state?.kind === "ready" ? state.document.analysis : undefined;
    this.#set(CONTEXT_KEYS.underReview, state !== undefined && state.kind !== "unreadable");
    // From one document to the next no button goes and comes again.
    if (state?.kind !== "pending") {
      this.#set(CONTEXT_KEYS.hasEntities, analysis !== undefined && analysis.entities.length > 0);
      this.#set(CONTEXT_KEYS.hasQuotations, analysis !== undefined && analysis.quotes.length > 0);
      this.#set(CONTEXT_KEYS.hasTopics, analysis !== undefined && analysis.topics.length > 0);
    }
    this.#updateCursor();
  }

  #updateCursor(): void {
    const editor = vscode.window.activeTextEditor;
    this.#set(
      CONTEXT_KEYS.onMention,
      editor !== undefined && mentionAt(this.#reader, editor.document, editor.selection.start) !== undefined,
    );
    const quote = editor && reviewOf(this.#reader, editor.document)?.index.quoteAt(editor.document.offsetAt(editor.selection.start));
    this.#set(CONTEXT_KEYS.onQuotation, quote !== undefined);
  }

  #set(key: ContextKey, value: boolean): void {
    if ((this.#values.get(key) ?? false) === value) return;
    this.#values.set(key, value);
    void vscode.commands.executeCommand("setContext", key, value);
  }
}

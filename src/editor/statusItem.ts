import * as vscode from "vscode";
import { VIEWS } from "../contributions.js";
import type { DocumentReader, DocumentState } from "../review/documentStore.js";
import { foundWords } from "./words.js";

/** Says in the language status what was found in the document in front, or why nothing shows, and leads to it. */
export class StatusItem implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #subscription: { dispose(): void };
  #item: vscode.LanguageStatusItem | undefined;

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#subscription = reader.onDidChange(({ reason, uri }) => {
      if (reason !== "edit" && (reason === "front" || uri === reader.front)) this.#update();
    });
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item?.dispose();
  }

  #update(): void {
    const { front } = this.#reader;
    const state = front === undefined ? undefined : this.#reader.state(front);
    if (!state) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= newItem();
    show(this.#item, state);
  }
}

function newItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem("sourceReview.found", { pattern: "**" });
  item.name = "Source Review";
  item.command = { title: "Show", command: `${VIEWS.entities}.focus`, tooltip: "Show what was found in the sidebar" };
  return item;
}

function show(item: vscode.LanguageStatusItem, state: DocumentState): void {
  item.busy = state.kind === "pending";
  item.severity = state.kind === "unreadable" ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  switch (state.kind) {
    case "pending":
      item.text = "Reading the document";
      item.detail = "Source Review";
      return;
    case "unreadable":
      item.text = "Not analysed";
      item.detail = state.reason;
      return;
    case "ready":
      item.text = foundWords(state.document.analysis);
      item.detail = "Source Review";
  }
}

import * as vscode from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import { decisionActionProvider } from "./decisionActions.js";
import { foldingProvider } from "./folding.js";
import { SpeakerHints } from "./inlayHints.js";
import { definitionProvider, highlightProvider, referenceProvider } from "./mentionProviders.js";
import { shownUris } from "./shownDocuments.js";
import { documentSymbolProvider } from "./symbolProviders.js";

/**
 * Registers VS Code's own gestures for the languages that documents under review have, and for those only, so that no other
 * document is offered a definition that it has not. Each provider answers for documents under review alone.
 */
export class LanguageFeatures implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #hints: SpeakerHints;
  /** Its code is read when the reader points at something first. */
  readonly #hover: vscode.HoverProvider;
  /** The symbol provider of each language. */
  readonly #symbols = new Map<string, vscode.Disposable>();
  /** The documents whose outline VS Code asked for when they were not under review: it keeps having none. */
  readonly #refused = new Set<string>();
  readonly #disposables: vscode.Disposable[];

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#hints = new SpeakerHints(reader);
    let hover: vscode.HoverProvider | undefined;
    this.#hover = {
      provideHover: (document, position, token) => {
        hover ??= (require("./onDemand.js") as typeof import("../onDemand.js")).hoverProvider(reader);
        return hover.provideHover(document, position, token);
      },
    };
    this.#disposables = [
      this.#hints,
      reader.onDidChange(({ reason, uri }) => {
        if (reason !== "closed" || !shownUris().has(uri)) return;
        for (const language of this.#symbols.keys()) this.#registerSymbols(language);
      }),
    ];
  }

  /** Sees to it that a document's language has the gestures. Called when the document comes under review. */
  add({ languageId: language, uri }: vscode.TextDocument): void {
    const reader = this.#reader;
    const known = this.#symbols.has(language);
    if (this.#refused.delete(uri.toString()) || !known) this.#registerSymbols(language);
    if (known) return;
    this.#disposables.push(
      vscode.languages.registerDefinitionProvider(language, definitionProvider(reader)),
      vscode.languages.registerReferenceProvider(language, referenceProvider(reader)),
      vscode.languages.registerDocumentHighlightProvider(language, highlightProvider(reader)),
      vscode.languages.registerHoverProvider(language, this.#hover),
      vscode.languages.registerFoldingRangeProvider(language, foldingProvider(reader)),
      vscode.languages.registerInlayHintsProvider(language, this.#hints),
      vscode.languages.registerCodeActionsProvider(language, decisionActionProvider(reader)),
    );
  }

  /**
   * VS Code keeps the outline of a text until the text or the providers change: they change when a document comes under review after it was
   * asked for, or leaves while it is shown. It asks anew for each, which is work of its own as a document is opened.
   */
  #registerSymbols(language: string): void {
    this.#symbols.get(language)?.dispose();
    const provider = documentSymbolProvider(this.#reader, (uri) => this.#refused.add(uri));
    this.#symbols.set(language, vscode.languages.registerDocumentSymbolProvider(language, provider, { label: "Source Review" }));
  }

  dispose(): void {
    for (const registration of this.#symbols.values()) registration.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

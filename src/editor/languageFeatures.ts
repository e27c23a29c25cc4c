import * as vscode from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import { decisionActionProvider } from "./decisionActions.js";
import { foldingProvider } from "./folding.js";
import { hoverProvider } from "./hover.js";
import { SpeakerHints } from "./inlayHints.js";
import { definitionProvider, highlightProvider, referenceProvider } from "./mentionProviders.js";
import { documentSymbolProvider } from "./symbolProviders.js";

/**
 * Registers VS Code's own gestures for the languages that documents under review have, and for those only, so that no other
 * document is offered a definition that it has not. Each provider answers for documents under review alone.
 */
export class LanguageFeatures implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #hints: SpeakerHints;
  /** The symbol provider of each language. */
  readonly #symbols = new Map<string, vscode.Disposable>();
  readonly #disposables: vscode.Disposable[];

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#hints = new SpeakerHints(reader);
    this.#disposables = [
      this.#hints,
      reader.onDidChange(({ reason }) => {
        if (reason === "closed") for (const language of this.#symbols.keys()) this.#registerSymbols(language);
      }),
    ];
  }

  /** Sees to it that a language has the gestures. Called when a document comes under review. */
  add(language: string): void {
    const reader = this.#reader;
    const known = this.#symbols.has(language);
    this.#registerSymbols(language);
    if (known) return;
    this.#disposables.push(
      vscode.languages.registerDefinitionProvider(language, definitionProvider(reader)),
      vscode.languages.registerReferenceProvider(language, referenceProvider(reader)),
      vscode.languages.registerDocumentHighlightProvider(language, highlightProvider(reader)),
      vscode.languages.registerHoverProvider(language, hoverProvider(reader)),
      vscode.languages.registerFoldingRangeProvider(language, foldingProvider(reader)),
      vscode.languages.registerInlayHintsProvider(language, this.#hints),
      vscode.languages.registerCodeActionsProvider(language, decisionActionProvider(reader)),
    );
  }

  /** VS Code keeps the outline of a text until the text or the providers change: they change when a document comes under review or leaves. */
  #registerSymbols(language: string): void {
    this.#symbols.get(language)?.dispose();
    this.#symbols.set(
      language,
      vscode.languages.registerDocumentSymbolProvider(language, documentSymbolProvider(this.#reader), { label: "Source Review" }),
    );
  }

  dispose(): void {
    for (const registration of this.#symbols.values()) registration.dispose();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

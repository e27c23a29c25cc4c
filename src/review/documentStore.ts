import { editedDocument } from "./movedDocument.js";
import type { ReviewedDocument } from "./reviewedDocument.js";

import type { TextEdit } from "./textEdits.js";

/** What is known of a document under review. */
export type DocumentState =
  /** Its first analysis is under way. */
  | { readonly kind: "pending" }
  /** Analysed; a newer analysis may be under way. */
  | { readonly kind: "ready"; readonly document: ReviewedDocument }
  /** It cannot be analysed; the reason is a sentence for the reader. */
  | { readonly kind: "unreadable"; readonly reason: string };

export type StoreChange =
  /** A new analysis. */
  | { readonly reason: "analysis"; readonly uri: string }
  /** The analysis was moved by edits made one after the other; `lost`: some marks fell away. The new analysis follows when the typing rests. */
  | { readonly reason: "edit"; readonly uri: string; readonly edits: readonly TextEdit[]; readonly lost: boolean }
  /** Other decisions hold in the document. */
  | { readonly reason: "decisions"; readonly uri: string }
  /** The document became pending or unreadable. */
  | { readonly reason: "state"; readonly uri: string }
  /** The document is no longer under review, or no longer open. */
  | { readonly reason: "closed"; readonly uri: string }
  /** Another document is in front; undefined where there is none. */
  | { readonly reason: "front"; readonly uri: string | undefined };

export interface Subscription {
  dispose(): void;
}

/** What views may ask of the store. They read from it alone and compute nothing of their own that it can answer. */
export interface DocumentReader {
  /** The URI of the document in front, under review or not. */
  readonly front: string | undefined;
  /** The state of a document; undefined where it is not under review. */
  state(uri: string): DocumentState | undefined;
  /** The newest analysis of a document, moved by the edits since; undefined while there is none. */
  get(uri: string): ReviewedDocument | undefined;
  /** Every document that has an analysis, in the order they came under review. */
  all(): readonly ReviewedDocument[];
  /** Listeners are called at once, in the order they came. */
  onDidChange(listener: (change: StoreChange) => void): Subscription;
}

/** Holds the newest ReviewedDocument of each URI. Only the tracker writes to it. */
export class DocumentStore implements DocumentReader {
  readonly #states = new Map<string, DocumentState>();
  readonly #listeners = new Set<(change: StoreChange) => void>();
  #front: string | undefined;

  get front(): string | undefined {
    return this.#front;
  }

  state(uri: string): DocumentState | undefined {
    return this.#states.get(uri);
  }

  get(uri: string): ReviewedDocument | undefined {
    const state = this.#states.get(uri);
    return state?.kind === "ready" ? state.document : undefined;
  }

  all(): readonly ReviewedDocument[] {
    return [...this.#states.values()].flatMap((state) => (state.kind === "ready" ? [state.document] : []));
  }

  onDidChange(listener: (change: StoreChange) => void): Subscription {
    const own = (change: StoreChange) => listener(change);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  }

  /** Marks a document as waiting for its first analysis; what was found before is dropped. */
  setPending(uri: string): void {
    this.#states.set(uri, { kind: "pending" });
    this.#tell({ reason: "state", uri });
  }

  setUnreadable(uri: string, reason: string): void {
    this.#states.set(uri, { kind: "unreadable", reason });
    this.#tell({ reason: "state", uri });
  }

  /** Takes a new analysis, unless the document is no longer under review or a newer version is known. @returns whether it was taken. */
  put(document: ReviewedDocument): boolean {
    const state = this.#states.get(document.uri);
    if (!state || (state.kind === "ready" && state.document.version > document.version)) return false;
    this.#states.set(document.uri, { kind: "ready", document });
    this.#tell({ reason: "analysis", uri: document.uri });
    return true;
  }

  /** Moves what is known by edits that are made one after the other. @param version the version of the text after them. */
  edit(uri: string, version: number, edits: readonly TextEdit[]): void {
    const state = this.#states.get(uri);
    if (state?.kind !== "ready") return;
    const { document, lost } = editedDocument(state.document, version, edits);
    this.#states.set(uri, { kind: "ready", document });
    this.#tell({ reason: "edit", uri, edits, lost });
  }

  /** Takes a document of the version that is known, after other decisions. */
  redecide(document: ReviewedDocument): void {
    const state = this.#states.get(document.uri);
    if (state?.kind !== "ready" || state.document.version !== document.version) return;
    this.#states.set(document.uri, { kind: "ready", document });
    this.#tell({ reason: "decisions", uri: document.uri });
  }

  close(uri: string): void {
    if (this.#states.delete(uri)) this.#tell({ reason: "closed", uri });
  }

  setFront(uri: string | undefined): void {
    if (this.#front === uri) return;
    this.#front = uri;
    this.#tell({ reason: "front", uri });
  }

  #tell(change: StoreChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

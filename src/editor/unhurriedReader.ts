import type { DocumentReader, DocumentState, StoreChange, Subscription } from "../review/documentStore.js";
import type { ReviewedDocument } from "../review/reviewedDocument.js";

/** Milliseconds that the marks of an analysis are given to be drawn before what can wait is told of it. */
export const AFTER_MARKS = 50;
/** The analysis of a document that is opened or about to be is waited for this many milliseconds: what can wait hears of all together. */
const PATIENCE = 250;

/**
 * The store as it is read by whoever can wait: what a document was opened for is its marks, and each message to the window that is on its way
 * before theirs holds them up. Listeners hear of another document in front, of a document that waits for its analysis and of analyses a moment
 * later, all in their order; of edits, of decisions and of the end of a review at once. What they ask is answered with the newest state.
 */
export class UnhurriedReader implements DocumentReader {
  readonly #reader: DocumentReader;
  readonly #isShown: (uri: string) => boolean;
  readonly #listeners = new Set<(change: StoreChange) => void>();
  readonly #subscription: Subscription;
  #waiting: StoreChange[] = [];
  #telling: { readonly timer: NodeJS.Timeout; readonly isOver: boolean } | undefined;

  /** @param isShown whether a tab shows a document: one that is let go while it is shown is not closed for another one. */
  constructor(reader: DocumentReader, isShown: (uri: string) => boolean) {
    this.#reader = reader;
    this.#isShown = isShown;
    this.#subscription = reader.onDidChange((change) => this.#take(change));
  }

  get front(): string | undefined {
    return this.#reader.front;
  }

  state(uri: string): DocumentState | undefined {
    return this.#reader.state(uri);
  }

  get(uri: string): ReviewedDocument | undefined {
    return this.#reader.get(uri);
  }

  all(): readonly ReviewedDocument[] {
    return this.#reader.all();
  }

  onDidChange(listener: (change: StoreChange) => void): Subscription {
    const own = (change: StoreChange) => listener(change);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  }

  dispose(): void {
    this.#subscription.dispose();
    clearTimeout(this.#telling?.timer);
  }

  #take(change: StoreChange): void {
    this.#waiting.push(change);
    const isLetGo = change.reason === "closed" && this.#isShown(change.uri);
    if (isLetGo || change.reason === "edit" || change.reason === "decisions") this.#tellAll();
    else this.#tellLater(this.#isOver(change));
  }

  /** @param isOver whether no analysis is waited for. */
  #tellLater(isOver: boolean): void {
    if (this.#telling?.isOver) return;
    clearTimeout(this.#telling?.timer);
    this.#telling = { timer: setTimeout(() => this.#tellAll(), isOver ? AFTER_MARKS : PATIENCE), isOver };
  }

  #tellAll(): void {
    clearTimeout(this.#telling?.timer);
    this.#telling = undefined;
    const changes = this.#waiting;
    this.#waiting = [];
    for (const change of changes) for (const listener of [...this.#listeners]) listener(change);
  }

  /** A document closes as another is opened in its tab; one in front that waits for its analysis will have it soon. */
  #isOver({ reason, uri }: StoreChange): boolean {
    return reason !== "closed" && (uri === undefined || this.#reader.state(uri)?.kind !== "pending");
  }
}

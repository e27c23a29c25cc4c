import * as vscode from "vscode";
import { reviewerOf } from "../decisions/reviewer.js";
import { rangeOf, reviewOf } from "../editor/textPlaces.js";
import type { DocumentReader, StoreChange } from "../review/documentStore.js";
import type { CommentThread } from "../review/review.js";
import { ShownComment } from "./shownComment.js";

/** A thread in an editor, and the state of it that is shown. */
interface ShownThread {
  readonly thread: vscode.CommentThread;
  readonly uri: vscode.Uri;
  /** The id of its first comment. */
  readonly root: string;
  shown: string;
}

/** The comments on the documents in sight, as threads of VS Code's: folded up, and never taking the focus. */
export class CommentThreads implements vscode.Disposable {
  readonly #reader: DocumentReader;
  readonly #controller: vscode.CommentController;
  readonly #threads = new Map<string, Map<string, ShownThread>>();
  readonly #disposables: readonly vscode.Disposable[];
  /** The documents in which the reader has just begun a thread: it stays open. */
  readonly #begun = new Set<string>();
  #disposed = false;

  constructor(reader: DocumentReader) {
    this.#reader = reader;
    this.#controller = vscode.comments.createCommentController("source-review", "Source Review");
    this.#controller.options = { prompt: "Comment", placeHolder: "Markdown" };
    this.#offerRanges();
    this.#disposables = [
      this.#controller,
      reader.onDidChange((change) => this.#storeChanged(change)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#visibleChanged()),
    ];
    this.#visibleChanged();
  }

  /** The threads on a document that are in the editor now. */
  shown(uri: string): readonly vscode.CommentThread[] {
    return Array.from(this.#threads.get(uri)?.values() ?? [], ({ thread }) => thread);
  }

  /** The thread that VS Code hands over; undefined for one that is being begun. */
  find(thread: vscode.CommentThread): { readonly uri: vscode.Uri; readonly root: string } | undefined {
    for (const shown of this.#all()) if (shown.thread === thread) return shown;
    return undefined;
  }

  /** Whether what VS Code hands over is a comment of these threads. */
  shows(comment: unknown): comment is ShownComment {
    return comment instanceof ShownComment;
  }

  /** Lets the next thread that appears in a document stand open. */
  keepOpen(uri: string): void {
    this.#begun.add(uri);
  }

  /** Unfolds the thread on just these words. @returns whether there is one. */
  unfold(uri: string, range: vscode.Range): boolean {
    const found = [...(this.#threads.get(uri)?.values() ?? [])].find(({ thread }) => thread.range?.isEqual(range));
    if (found) found.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return found !== undefined;
  }

  /** Whether a thread's mark stands in a line. */
  standsIn(uri: string, line: number): boolean {
    return [...(this.#threads.get(uri)?.values() ?? [])].some(({ thread }) => thread.range?.end.line === line);
  }

  /** Opens an empty thread to write in. */
  begin(uri: vscode.Uri, range: vscode.Range): void {
    const thread = this.#controller.createCommentThread(uri, range, []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  }

  /** Shows what changed in a comment: that it is edited, or no more. */
  redraw(comment: ShownComment): void {
    for (const { thread } of this.#all()) if (thread.comments.includes(comment)) thread.comments = [...thread.comments];
  }

  dispose(): void {
    this.#disposed = true;
    for (const { thread } of this.#all()) thread.dispose();
    this.#threads.clear();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #all(): ShownThread[] {
    return [...this.#threads.values()].flatMap((threads) => [...threads.values()]);
  }

  /** Every line of a document under review may be commented on. */
  #offerRanges(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        this.#reader.state(document.uri.toString()) ? [new vscode.Range(0, 0, document.lineCount - 1, 0)] : [],
    };
  }

  #storeChanged({ reason, uri }: StoreChange): void {
    if (reason === "state" || reason === "closed") this.#offerRanges();
    if (reason === "analysis" || reason === "decisions" || reason === "closed") void this.#show(uri);
  }

  #visibleChanged(): void {
    const visible = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
    for (const uri of new Set([...visible, ...this.#threads.keys()])) void this.#show(uri);
  }

  /** Shows the threads of a document as they stand now; none where it is not in sight. */
  async #show(uri: string): Promise<void> {
    const known = this.#threads.get(uri);
    if (!known && (this.#reader.get(uri)?.review.threads.length ?? 0) === 0) return;
    const reviewer = await reviewerOf(vscode.Uri.parse(uri));
    const document = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri)?.document;
    const reviewed = document && reviewOf(this.#reader, document);
    if (this.#disposed || (document && !reviewed && this.#reader.get(uri))) return;
    const threads = this.#threads.get(uri) ?? new Map<string, ShownThread>();
    const wanted = new Set<string>();
    for (const one of reviewed?.review.threads ?? []) {
      if (!document || !one.span) continue;
      wanted.add(one.placed.decision.id);
      this.#showThread(threads, one, document.uri, rangeOf(document, one.span), reviewer);
    }
    for (const [root, { thread }] of threads) {
      if (wanted.has(root)) continue;
      thread.dispose();
      threads.delete(root);
    }
    if (threads.size > 0) this.#threads.set(uri, threads);
    else this.#threads.delete(uri);
  }

  #showThread(threads: Map<string, ShownThread>, found: CommentThread, uri: vscode.Uri, range: vscode.Range, reviewer: string): void {
    const root = found.placed.decision.id;
    const known = threads.get(root);
    const comments = () => found.comments.map((comment) => new ShownComment(uri, comment, comment.creator === reviewer ? "own" : "other"));
    const thread = known?.thread ?? this.#controller.createCommentThread(uri, range, comments());
    if (known && !known.thread.range?.isEqual(range)) thread.range = range;
    const shown = JSON.stringify([found.resolved, reviewer, found.comments]);
    if (known?.shown === shown || thread.comments.some(({ mode }) => mode === vscode.CommentMode.Editing)) return;
    if (known) thread.comments = comments();
    else if (this.#begun.delete(uri.toString())) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    else thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    thread.state = found.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    thread.contextValue = found.resolved ? "resolved" : "open";
    threads.set(root, { thread, uri, root, shown });
  }
}

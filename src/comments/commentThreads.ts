import * as vscode from "vscode";
import { reviewerOf } from "../decisions/reviewer.js";
import { rangeOf, reviewOf } from "../editor/textPlaces.js";
import type { DocumentReader, StoreChange } from "../review/documentStore.js";
import type { CommentThread } from "../review/review.js";
import { inOneRow, shortened } from "../sidebar/model/excerpt.js";
import { ShownComment } from "./shownComment.js";

/** So many characters of the commented words are a thread's title, which is read out, too. */
const LABEL = 60;

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
  /** By document, the thread in which the reader has just sent the first comment: it stays, with the keyboard in it. */
  readonly #begun = new Map<string, vscode.CommentThread>();
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

  /** Lets the next comment that appears in a document stand in the thread that was begun for it. */
  keep(thread: vscode.CommentThread): void {
    this.#begun.get(thread.uri.toString())?.dispose();
    this.#begun.set(thread.uri.toString(), thread);
  }

  /** Unfolds the thread on just these words. @returns whether there is one. */
  unfold(uri: string, range: vscode.Range): boolean {
    const found = [...(this.#threads.get(uri)?.values() ?? [])].find(({ thread }) => thread.range?.isEqual(range));
    if (found) found.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return found !== undefined;
  }

  /** Takes the threads of a line away while a box is opened there: VS Code would open those instead. They come back folded up. */
  async without(uri: string, line: number, open: () => Promise<void>): Promise<void> {
    const threads = this.#threads.get(uri);
    for (const [root, { thread }] of threads ?? []) {
      if (thread.range?.end.line !== line || isEdited(thread)) continue;
      thread.dispose();
      threads?.delete(root);
    }
    await open();
    await this.#show(uri);
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
      this.#showThread(threads, one, document, rangeOf(document, one.span), reviewer);
    }
    for (const [root, { thread }] of threads) {
      if (wanted.has(root)) continue;
      thread.dispose();
      threads.delete(root);
    }
    if (threads.size > 0) this.#threads.set(uri, threads);
    else this.#threads.delete(uri);
  }

  #showThread(
    threads: Map<string, ShownThread>,
    found: CommentThread,
    document: vscode.TextDocument,
    range: vscode.Range,
    reviewer: string,
  ): void {
    const { uri } = document;
    const root = found.placed.decision.id;
    const known = threads.get(root);
    const comments = () => found.comments.map((comment) => new ShownComment(uri, comment, comment.creator === reviewer ? "own" : "other"));
    const begun = known ? undefined : this.#begun.get(uri.toString());
    const thread = known?.thread ?? begun ?? this.#controller.createCommentThread(uri, range, comments());
    if (!thread.range?.isEqual(range)) thread.range = range;
    const label = shortened(inOneRow(document.getText(range)), LABEL);
    if (thread.label !== label) thread.label = label;
    const shown = JSON.stringify([found.resolved, reviewer, found.comments]);
    if (known?.shown === shown || isEdited(thread)) return;
    if (known || begun) thread.comments = comments();
    if (begun) this.#begun.delete(uri.toString());
    else if (!known) thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    thread.state = found.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
    thread.contextValue = found.resolved ? "resolved" : "open";
    threads.set(root, { thread, uri, root, shown });
  }
}

function isEdited({ comments }: vscode.CommentThread): boolean {
  return comments.some(({ mode }) => mode === vscode.CommentMode.Editing);
}

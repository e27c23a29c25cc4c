import * as vscode from "vscode";
import { COMMENT_COMMANDS } from "../contributions.js";
import type { ItemPlace } from "../decisions/decidable.js";
import { isItemPlace } from "../decisions/decidable.js";
import type { Decisions } from "../decisions/decisions.js";
import { anchorsOf } from "../decisions/targets.js";
import { rangeOf, reviewOf } from "../editor/textPlaces.js";
import type { DecisionBody } from "../review/decision.js";
import type { DocumentReader } from "../review/documentStore.js";
import { historyOf, undoneEntry } from "../review/history.js";
import { commentedItem } from "./commentedItem.js";
import type { CommentThreads } from "./commentThreads.js";
import type { ShownComment } from "./shownComment.js";

/** What is needed to comment. */
export interface Commenting {
  readonly reader: DocumentReader;
  readonly decisions: Decisions;
  /** The item that a row of the sidebar stands for, by the row's id. */
  readonly itemOfRow: (id: string) => ItemPlace | undefined;
  readonly threads: CommentThreads;
}

/** Registers what can be done with people's comments. */
export function registerCommentCommands({ reader, decisions, itemOfRow, threads }: Commenting): vscode.Disposable {
  function onComment(command: string, run: (comment: ShownComment) => Promise<void> | void): vscode.Disposable {
    return vscode.commands.registerCommand(command, (comment: unknown) => (threads.shows(comment) ? run(comment) : undefined));
  }

  function setResolved(command: string, resolved: boolean): vscode.Disposable {
    return vscode.commands.registerCommand(command, async (thread: vscode.CommentThread) => {
      const known = threads.find(thread);
      if (!known) return;
      await decisions.make(known.uri, [{ kind: "resolve-comment", target: { kind: "decision", id: known.root }, resolved }]);
      thread.collapsibleState = resolved ? vscode.CommentThreadCollapsibleState.Collapsed : vscode.CommentThreadCollapsibleState.Expanded;
    });
  }

  async function submit({ thread, text }: vscode.CommentReply): Promise<void> {
    if (text.trim() === "") return;
    giveBackKeyboard();
    const known = threads.find(thread);
    if (known) {
      await decisions.make(known.uri, [{ kind: "comment", target: { kind: "decision", id: known.root }, text }]);
      return;
    }
    const begun = await openingComment(reader, thread, text);
    if (!begun) return;
    threads.keep(thread);
    await decisions.make(thread.uri, [begun]);
  }

  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMENT_COMMANDS.comment, (given: unknown) => {
      const place = isItemPlace(given) ? given : typeof given === "string" ? itemOfRow(given) : undefined;
      return begin(reader, threads, place);
    }),
    vscode.commands.registerCommand(COMMENT_COMMANDS.submit, submit),
    setResolved(COMMENT_COMMANDS.resolve, true),
    setResolved(COMMENT_COMMANDS.reopen, false),
    onComment(COMMENT_COMMANDS.edit, (comment) => {
      comment.edit();
      threads.redraw(comment);
    }),
    onComment(COMMENT_COMMANDS.cancel, (comment) => {
      giveBackKeyboard();
      comment.leaveAsItWas();
      threads.redraw(comment);
    }),
    onComment(COMMENT_COMMANDS.save, async (comment) => {
      const text = comment.written;
      const { id, text: before } = comment.comment;
      giveBackKeyboard();
      comment.leaveAsItWas();
      threads.redraw(comment);
      if (text.trim() === "" || text === before) return;
      await decisions.make(comment.uri, [{ kind: "edit-comment", target: { kind: "decision", id }, text }]);
    }),
    onComment(COMMENT_COMMANDS.remove, async ({ uri, comment }) => {
      const entry = historyOf(decisions.of(uri.toString()).filter(({ id }) => id === comment.id))[0];
      if (entry) await decisions.write(uri, undoneEntry(entry, decisions.now()));
    }),
  );
}

/** The decision that a thread begun in the editor stands for; undefined where it cannot be anchored. */
async function openingComment(reader: DocumentReader, thread: vscode.CommentThread, text: string): Promise<DecisionBody | undefined> {
  const document = await vscode.workspace.openTextDocument(thread.uri);
  const reviewed = reviewOf(reader, document);
  if (!reviewed || !thread.range) {
    void vscode.window.showInformationMessage("The document is still being read. The comment can be sent again in a moment.");
    return undefined;
  }
  const selected = { start: document.offsetAt(thread.range.start), end: document.offsetAt(thread.range.end) };
  const { item, span } = commentedItem(reviewed.index, selected) ?? {
    item: "selection" as const,
    span: lineSpan(document, thread.range.start.line),
  };
  return { kind: "comment", target: anchorsOf({ document, reviewed }).target(span, item), text };
}

/** The words of a line: what a comment from the margin is on. */
function lineSpan(document: vscode.TextDocument, line: number): { readonly start: number; readonly end: number } {
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const start = document.offsetAt(new vscode.Position(line, firstNonWhitespaceCharacterIndex));
  return { start, end: Math.max(start, document.offsetAt(range.end)) };
}

/** Puts the keyboard into the text: the box that had it goes when it is sent or left, and it would be nowhere. */
function giveBackKeyboard(): void {
  void vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
}

/** Opens a thread to write in: on the given item, the selection, or the mark at the cursor. */
async function begin(reader: DocumentReader, threads: CommentThreads, place: ItemPlace | undefined): Promise<void> {
  const editor = place
    ? await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), { preserveFocus: false })
    : vscode.window.activeTextEditor;
  const reviewed = editor && reviewOf(reader, editor.document);
  if (!reviewed) return;
  const { document } = editor;
  const selected = place ?? { start: document.offsetAt(editor.selection.start), end: document.offsetAt(editor.selection.end) };
  const commented = commentedItem(reviewed.index, selected);
  if (!commented) {
    await vscode.window.showInformationMessage("Put the cursor on a mark or select some words first.");
    return;
  }
  const range = rangeOf(document, commented.span);
  const uri = document.uri.toString();
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  if (threads.unfold(uri, range)) await enterThread(editor, range);
  else {
    await threads.without(uri, range.end.line, async () => {
      // Asked for and answered, so that the threads are gone when the box is asked for.
      await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
      editor.selection = new vscode.Selection(range.start, range.end);
      await vscode.commands.executeCommand("workbench.action.addComment");
    });
  }
}

/** Puts the keyboard into a thread: what is typed next must not go into the source. VS Code's command goes to the last thread that begins before the cursor. */
async function enterThread(editor: vscode.TextEditor, range: vscode.Range): Promise<void> {
  const behind = range.start.translate(0, 1);
  editor.selection = new vscode.Selection(behind, behind);
  await vscode.commands.executeCommand("editor.action.previousCommentThreadAction");
}

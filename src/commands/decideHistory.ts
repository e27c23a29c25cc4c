import * as vscode from "vscode";
import { HISTORY_COMMANDS } from "../contributions.js";
import type { Decisions } from "../decisions/decisions.js";
import { reviewerOf } from "../decisions/reviewer.js";
import { redone, undone } from "../review/history.js";

/** Registers the commands that undo and redo the reviewer's own strokes in the document in front, newest first. */
export function registerUndo(decisions: Decisions): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(HISTORY_COMMANDS.undo, async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (uri && !(await undoLast(decisions, uri))) say("You decided nothing here that could be undone.");
    }),
    vscode.commands.registerCommand(HISTORY_COMMANDS.redo, async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (!uri) return;
      const changed = redone(decisions.of(uri.toString()), decisions.now(), await reviewerOf(uri));
      await decisions.write(uri, changed);
      if (changed.length === 0) say("There is no decision of yours to redo here.");
    }),
  );
}

/** Undoes the reviewer's newest stroke that holds in a document. @returns whether there was one. */
export async function undoLast(decisions: Decisions, uri: vscode.Uri): Promise<boolean> {
  const changed = undone(decisions.of(uri.toString()), decisions.now(), await reviewerOf(uri));
  await decisions.write(uri, changed);
  return changed.length > 0;
}

function say(message: string): void {
  vscode.window.setStatusBarMessage(message, 4000);
}

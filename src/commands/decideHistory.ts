import * as vscode from "vscode";
import { HISTORY_COMMANDS } from "../contributions.js";
import type { Decisions } from "../decisions/decisions.js";
import { reviewerOf } from "../decisions/reviewer.js";
import type { Decision } from "../review/decision.js";
import { redone, undone } from "../review/history.js";

type Change = (decisions: readonly Decision[], now: string, creator: string) => Decision[];

/** Registers the commands that undo and redo the reviewer's own strokes in the document in front, newest first. */
export function registerUndo(decisions: Decisions): vscode.Disposable {
  function register(command: string, change: Change, nothing: string): vscode.Disposable {
    return vscode.commands.registerCommand(command, async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (!uri) return;
      const changed = change(decisions.of(uri.toString()), decisions.now(), await reviewerOf(uri));
      await decisions.write(uri, changed);
      if (changed.length === 0) vscode.window.setStatusBarMessage(nothing, 4000);
    });
  }
  return vscode.Disposable.from(
    register(HISTORY_COMMANDS.undo, undone, "There is no decision of yours to undo"),
    register(HISTORY_COMMANDS.redo, redone, "There is no decision of yours to redo"),
  );
}

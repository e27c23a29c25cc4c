import * as vscode from "vscode";
import { DOCUMENT_COMMANDS } from "../contributions.js";
import type { Decisions } from "../decisions/decisions.js";
import type { ReviewSelection } from "../editor/reviewSelection.js";
import type { DocumentStatus } from "../review/decision.js";
import type { DocumentsOf } from "./chosenDocuments.js";

/** Registers the commands that say how far the review of documents is. */
export function registerStatus(decisions: Decisions, selection: ReviewSelection, documentsOf: DocumentsOf): vscode.Disposable {
  function register(command: string, status: DocumentStatus): vscode.Disposable {
    return vscode.commands.registerCommand(command, async (given: unknown, all: unknown) => {
      const wanted = documentsOf(given, all);
      // The Explorer offers it for every text: without a badge, nothing would tell that it was marked.
      const uris = wanted.filter((uri) => selection.hasUri(uri));
      if (uris.length === 0) {
        const which = wanted.length > 1 ? "None of these documents is" : "This document is not";
        void vscode.window.showInformationMessage(`${which} under review. Review This Document puts it there.`);
        return;
      }
      // All that were chosen are marked in one stroke, which one undo takes back.
      const batch = decisions.newBatch();
      await Promise.all(
        uris.map((uri) => decisions.make(uri, [{ kind: "status", target: { kind: "document" }, status }], "document", batch)),
      );
    });
  }
  return vscode.Disposable.from(
    register(DOCUMENT_COMMANDS.markUnread, "unread"),
    register(DOCUMENT_COMMANDS.markInReview, "in-review"),
    register(DOCUMENT_COMMANDS.markDone, "done"),
  );
}

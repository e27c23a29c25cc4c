import * as vscode from "vscode";
import { DOCUMENT_COMMANDS } from "../contributions.js";
import type { Decisions } from "../decisions/decisions.js";
import type { DocumentStatus } from "../review/decision.js";
import type { DocumentsOf } from "./chosenDocuments.js";

/** Registers the commands that say how far the review of documents is. */
export function registerStatus(decisions: Decisions, documentsOf: DocumentsOf): vscode.Disposable {
  function register(command: string, status: DocumentStatus): vscode.Disposable {
    return vscode.commands.registerCommand(command, async (given: unknown, all: unknown) => {
      const uris = documentsOf(given, all);
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

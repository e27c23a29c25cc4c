import * as vscode from "vscode";
import { COMMANDS } from "../contributions.js";
import type { DocumentTracker } from "../editor/documentTracker.js";
import { whyMissing } from "../editor/missingText.js";
import type { ReviewSelection } from "../editor/reviewSelection.js";
import type { DocumentReader } from "../review/documentStore.js";

/** Registers the commands that put the document in front under review, and take it out. */
export function registerReviewing(reader: DocumentReader, selection: ReviewSelection, tracker: DocumentTracker): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.reviewDocument, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) {
        const reason = await whyNoText(vscode.window.tabGroups.activeTabGroup.activeTab);
        void vscode.window.showInformationMessage(`This cannot be reviewed. ${reason}`);
        return;
      }
      await selection.add(document.uri);
      tracker.restart(document);
      const reason = await whyUnreadable(reader, document.uri.toString());
      if (reason !== undefined) void vscode.window.showInformationMessage(`This cannot be reviewed. ${reason}`);
    }),
    vscode.commands.registerCommand(COMMANDS.stopReviewing, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return;
      await selection.leaveOut(document);
      tracker.reconsider();
    }),
    // The next untitled document may have the same address. One whose language changes is told of as closed, too, and is still there.
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document.isUntitled && !vscode.workspace.textDocuments.includes(document)) void selection.leaveOut(document);
    }),
  );
}

/** Why a document under review cannot be analysed, once that is known; undefined where it can. */
function whyUnreadable(reader: DocumentReader, uri: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const look = () => {
      const state = reader.state(uri);
      if (state?.kind === "pending") return;
      subscription.dispose();
      resolve(state?.kind === "unreadable" ? state.reason : undefined);
    };
    const subscription = reader.onDidChange(look);
    look();
  });
}

/** Why VS Code does not hand over what a tab shows, as sentences for the reader. */
async function whyNoText(tab: vscode.Tab | undefined): Promise<string> {
  const reason = tab?.input instanceof vscode.TabInputText ? await whyMissing(tab.input.uri) : undefined;
  return reason ?? "What is in front is no text document.";
}

import * as vscode from "vscode";
import { COMMANDS, VIEWS } from "../contributions.js";

/** Brings what stands at an offset of a document into view in the sidebar. @returns whether there was something to show. */
export type RevealInSidebar = (uri: string, offset: number) => Promise<boolean>;

/** Registers the command that shows in the sidebar what the cursor is on; the sidebar itself where that is nothing. */
export function registerShowInSidebar(reveal: RevealInSidebar): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.showInSidebar, async () => {
    const editor = vscode.window.activeTextEditor;
    const { document, selection } = editor ?? {};
    const shown = document && selection ? await reveal(document.uri.toString(), document.offsetAt(selection.start)) : false;
    if (!shown) await vscode.commands.executeCommand(`${VIEWS.entities}.focus`);
  });
}

import * as vscode from "vscode";
import { COMMANDS } from "../contributions.js";

/**
 * Registers the command that opens the example document, which comes with the extension: beside the page in front where that is no text
 * (the walkthrough, say), and not to be written to.
 */
export function registerOpenExample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.openExample, async () => {
    const isPageInFront = vscode.window.tabGroups.activeTabGroup.activeTab !== undefined && !vscode.window.activeTextEditor;
    const viewColumn = isPageInFront ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const example = vscode.Uri.joinPath(extension, "media", "example", "sources", "example.txt");
    const { document, viewColumn: column } = await vscode.window.showTextDocument(example, { viewColumn, preview: false });
    // The page whose button was pressed takes the keyboard back, and VS Code keeps from being written to only what is in front.
    await vscode.window.showTextDocument(document, column);
    await vscode.commands.executeCommand("workbench.action.files.setActiveEditorReadonlyInSession");
  });
}

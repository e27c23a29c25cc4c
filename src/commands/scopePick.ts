import * as vscode from "vscode";
import type { Scope } from "../review/decision.js";

/** Asks where a decision on a name holds. @returns undefined where that was left with Escape. */
export async function pickScope(title: string): Promise<Scope | undefined> {
  const items: (vscode.QuickPickItem & { readonly scope: Scope })[] = [
    { label: "In This Document", iconPath: new vscode.ThemeIcon("file"), scope: "document" },
    {
      label: "Everywhere",
      iconPath: new vscode.ThemeIcon("files"),
      description: "in every document of this folder, also in those opened later",
      scope: "everywhere",
    },
  ];
  return (await vscode.window.showQuickPick(items, { title, placeHolder: "Where does it hold?" }))?.scope;
}

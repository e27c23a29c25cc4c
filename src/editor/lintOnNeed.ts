import * as vscode from "vscode";
import type { DocumentReader } from "../review/documentStore.js";

/** Has documents linted; the code for it is read when the first has been analysed, so that VS Code starts no slower for it. */
export function registerLintOnNeed(reader: DocumentReader): vscode.Disposable {
  let registered: vscode.Disposable = reader.onDidChange(({ reason }) => {
    if (reason !== "analysis") return;
    registered.dispose();
    registered = (require("./lint.js") as typeof import("../lint.js")).registerLint(reader);
  });
  return new vscode.Disposable(() => registered.dispose());
}

import * as vscode from "vscode";
import type { DocumentReader } from "../review/documentStore.js";

/** Milliseconds in which the first document's marks go out before the code is read. */
const AFTER_MARKS = 100;

/** Has documents linted; the code for it is read after the first has been analysed, so that neither VS Code nor the marks come later for it. */
export function registerLintOnNeed(reader: DocumentReader): vscode.Disposable {
  let registered: vscode.Disposable = reader.onDidChange(({ reason }) => {
    if (reason !== "analysis") return;
    registered.dispose();
    const timer = setTimeout(() => {
      registered = (require("./lint.js") as typeof import("../lint.js")).registerLint(reader);
    }, AFTER_MARKS);
    registered = new vscode.Disposable(() => clearTimeout(timer));
  });
  return new vscode.Disposable(() => registered.dispose());
}

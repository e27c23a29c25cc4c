import { join } from "node:path";
import * as vscode from "vscode";

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension("source-review.source-review");
  if (!found) throw new Error("VS Code does not know the extension.");
  return found;
}

/** The folder that is open: a copy of the seeds, made for this run. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error("No folder is open.");
  return first.uri;
}

/** Opens a document of the folder in an editor. */
export async function show(...path: readonly string[]): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder(), ...path));
}

/** Writes a file into the folder. */
export async function writeNew(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.file(join(folder().fsPath, path));
  await vscode.workspace.fs.writeFile(uri, typeof content === "string" ? new TextEncoder().encode(content) : content);
  return uri;
}

/** Writes a document into the folder and opens it in an editor. A name in `sources` is under review. */
export async function showNew(path: string, content: string | Uint8Array): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await writeNew(path, content));
}

/** Gives a document its saved text back. @param saved that text. */
export async function revert(document: vscode.TextDocument, saved: string): Promise<void> {
  await vscode.window.showTextDocument(document);
  await eventually("the text as it was saved", async () => {
    // VS Code reverts nothing until the window, too, knows that the text has changed.
    await vscode.commands.executeCommand("workbench.action.files.revert");
    return document.getText() === saved || undefined;
  });
}

/**
 * Asks again until there is an answer.
 * @param ask gives undefined while there is none
 * @param what the answer is, for the message when there never is one
 */
export async function eventually<T>(what: string, ask: () => T | undefined | Promise<T | undefined>, patienceMs = 60_000): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`There was never ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

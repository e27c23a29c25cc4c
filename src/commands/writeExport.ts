import * as vscode from "vscode";
import type { ExportedFile } from "../export/exportedDocument.js";

/** What became of a file of an export. `reason` is a sentence for the reader. */
export type WrittenFile =
  | { readonly kind: "written"; readonly uri: vscode.Uri }
  | { readonly kind: "failed"; readonly uri: vscode.Uri; readonly reason: string };

/** Writes one file. VS Code's dialog has asked already whether to replace one that is there. */
export async function writeTo(uri: vscode.Uri, text: string): Promise<WrittenFile> {
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return { kind: "written", uri };
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    return { kind: "failed", uri, reason: `${vscode.workspace.asRelativePath(uri)} could not be written: ${error.message}` };
  }
}

/**
 * Writes files into a folder. Sources are never written to, and other files that are there only when the reader says so.
 * @param sources what was exported.
 */
export async function writeInto(
  folder: vscode.Uri,
  files: readonly ExportedFile[],
  sources: readonly vscode.Uri[],
): Promise<WrittenFile[]> {
  const targets = files.map(({ path, text }) => ({ uri: vscode.Uri.joinPath(folder, path), text }));
  const sourceUris = new Set(sources.map((uri) => uri.toString()));
  const onSource = targets.find(({ uri }) => sourceUris.has(uri.toString()));
  if (onSource) {
    const reason = "The sources themselves are in that folder, and they are never written to. Choose another folder.";
    return [{ kind: "failed", uri: onSource.uri, reason }];
  }
  const there = (await Promise.all(targets.map(({ uri }) => exists(uri)))).filter(Boolean).length;
  if (there > 0) {
    const question =
      there === 1 ? "One of the files is there already. Replace it?" : `${there} of the files are there already. Replace them?`;
    if ((await vscode.window.showWarningMessage(question, { modal: true }, "Replace")) !== "Replace") return [];
  }
  const written: WrittenFile[] = [];
  for (const { uri, text } of targets) written.push(await writeTo(uri, text));
  return written;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

import * as vscode from "vscode";
import type { ExportedFile } from "../export/exportedDocument.js";

/** What became of a file of an export. `reason` is a sentence for the reader. */
export type WrittenFile =
  | { readonly kind: "written"; readonly uri: vscode.Uri }
  | { readonly kind: "failed"; readonly uri: vscode.Uri; readonly reason: string };

/** What must not be written to, and what is told before a file is written. */
export interface Sources {
  /** Whether a file is a source. */
  readonly has: (uri: vscode.Uri) => boolean;
  /** Takes a file that is about to be written for what it is: no source, wherever it stands. */
  readonly setApart: (uri: vscode.Uri) => Promise<void>;
}

/** Writes one file. VS Code's dialog has asked already whether to replace one that is there; a source is never written to. */
export async function writeTo(uri: vscode.Uri, text: string, sources: Sources): Promise<WrittenFile> {
  if (sources.has(uri) && (await exists(uri))) {
    const reason = `${vscode.workspace.asRelativePath(uri)} is a source, and sources are never written to. Choose another name.`;
    return { kind: "failed", uri, reason };
  }
  return write(uri, text, sources);
}

async function write(uri: vscode.Uri, text: string, sources: Sources): Promise<WrittenFile> {
  try {
    await sources.setApart(uri);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return { kind: "written", uri };
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    return { kind: "failed", uri, reason: `${vscode.workspace.asRelativePath(uri)} could not be written: ${error.message}` };
  }
}

/** Writes files into a folder. Sources are never written to, and other files that are there only when the reader says so. */
export async function writeInto(folder: vscode.Uri, files: readonly ExportedFile[], sources: Sources): Promise<WrittenFile[]> {
  const targets = files.map(({ path, text }) => ({ uri: vscode.Uri.joinPath(folder, path), text }));
  const present = await Promise.all(targets.map(({ uri }) => exists(uri)));
  const onSource = targets.find(({ uri }, i) => present[i] && sources.has(uri));
  if (onSource) {
    const reason = "The sources themselves are in that folder, and they are never written to. Choose another folder.";
    return [{ kind: "failed", uri: onSource.uri, reason }];
  }
  const there = present.filter(Boolean).length;
  if (there > 0) {
    const question =
      there === 1 ? "One of the files is there already. Replace it?" : `${there} of the files are there already. Replace them?`;
    if ((await vscode.window.showWarningMessage(question, { modal: true }, "Replace")) !== "Replace") return [];
  }
  const written: WrittenFile[] = [];
  for (const { uri, text } of targets) written.push(await write(uri, text, sources));
  return written;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

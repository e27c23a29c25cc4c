import { FileSystemError, Uri, workspace } from "vscode";
import { bytesOfText, textOfBytes } from "./fileText.js";
import type { KeptFile } from "./keptFile.js";

/**
 * A file of a file system that VS Code alone can reach. It is written beside its place and then moved there; a move that was cut short
 * leaves the new text beside the place, where it is read.
 */
export class VirtualFile implements KeptFile {
  readonly #uri: Uri;
  readonly #beside: Uri;

  constructor(uri: Uri) {
    this.#uri = uri;
    this.#beside = uri.with({ path: `${uri.path}.saving` });
  }

  get place(): string {
    return this.#uri.toString();
  }

  async read(): Promise<string | undefined> {
    return (await textAt(this.#uri)) ?? (await textAt(this.#beside));
  }

  async update(change: (present: string | undefined) => string): Promise<void> {
    const present = await this.read();
    const text = change(present);
    if (text === present) return;
    await workspace.fs.createDirectory(Uri.joinPath(this.#uri, ".."));
    await workspace.fs.writeFile(this.#beside, bytesOfText(text));
    await workspace.fs.rename(this.#beside, this.#uri, { overwrite: true });
  }
}

async function textAt(uri: Uri): Promise<string | undefined> {
  try {
    return textOfBytes(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
}

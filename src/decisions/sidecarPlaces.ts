import { Uri, type WorkspaceFolder, workspace } from "vscode";
import { sha256 } from "../sha256.js";
import { DiskFile } from "./diskFile.js";
import type { KeptFile } from "./keptFile.js";
import { VirtualFile } from "./virtualFile.js";

export const SIDECAR_FOLDER = ".source-review";
const EVERYWHERE = "everywhere.jsonl";
const DOCUMENTS = "documents";

/** Where the decisions on one document are kept, or those that hold in every document of a folder. */
export interface SidecarPlace {
  /** Tells one from another. */
  readonly key: string;
  readonly home: KeptFile;
  /** For what cannot be written to `home`. */
  readonly elsewhere: KeptFile;
  /** Whether they are kept in the folder of the documents, not in VS Code's own storage. */
  readonly inFolder: boolean;
}

/** The places of the sidecar files: in the workspace folder of a document; for a document that is in none, in VS Code's own storage. */
export class SidecarPlaces {
  readonly #storage: Uri;

  /** @param storage VS Code's storage for this extension. */
  constructor(storage: Uri) {
    this.#storage = Uri.joinPath(storage, "decisions");
  }

  /** @returns the path of a document in its workspace folder, with `/`; its name where it is in none. */
  path(document: Uri): string {
    const folder = workspace.getWorkspaceFolder(document);
    return folder ? pathIn(folder, document) : document.path.slice(document.path.lastIndexOf("/") + 1) || "document";
  }

  ofDocument(document: Uri): SidecarPlace {
    const folder = workspace.getWorkspaceFolder(document);
    const file = `${this.path(document)}.jsonl`;
    return folder ? this.#inFolder(folder, DOCUMENTS, file) : this.#outside(shortHash(document.toString()), file);
  }

  /** Of the decisions that hold in every document of the document's folder. */
  everywhere(document: Uri): SidecarPlace {
    const folder = workspace.getWorkspaceFolder(document);
    return folder ? this.#inFolder(folder, EVERYWHERE) : this.#outside(EVERYWHERE);
  }

  /** The sidecar file of a document in a workspace folder, whether it is there or not; undefined outside of folders. */
  sidecarOf(document: Uri): Uri | undefined {
    const folder = workspace.getWorkspaceFolder(document);
    return folder && Uri.joinPath(folder.uri, SIDECAR_FOLDER, DOCUMENTS, `${pathIn(folder, document)}.jsonl`);
  }

  #inFolder(folder: WorkspaceFolder, ...path: readonly string[]): SidecarPlace {
    const home = Uri.joinPath(folder.uri, SIDECAR_FOLDER, ...path);
    const name = `${folder.name}-${shortHash(folder.uri.toString())}`;
    return {
      key: home.toString(),
      home: keptFile(home),
      elsewhere: keptFile(Uri.joinPath(this.#storage, name, ...path)),
      inFolder: true,
    };
  }

  #outside(...path: readonly string[]): SidecarPlace {
    const uri = Uri.joinPath(this.#storage, "no-folder", ...path);
    return { key: uri.toString(), home: keptFile(uri), elsewhere: keptFile(uri), inFolder: false };
  }
}

function pathIn(folder: WorkspaceFolder, document: Uri): string {
  return document.path.slice(folder.uri.path.length).replace(/^\/+/, "");
}

function keptFile(uri: Uri): KeptFile {
  return uri.scheme === "file" ? new DiskFile(uri.fsPath) : new VirtualFile(uri);
}

function shortHash(text: string): string {
  return sha256(text).slice(0, 12);
}

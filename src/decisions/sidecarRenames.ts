import { type Disposable, FileSystemError, FileType, type LogOutputChannel, Uri, workspace } from "vscode";
import type { SidecarPlaces } from "./sidecarPlaces.js";

/** Moves the decisions on a document, or on all documents of a folder, with their files when those get another name in VS Code. */
export function followRenames(places: SidecarPlaces, log: LogOutputChannel): Disposable {
  return workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      move(places, oldUri, newUri).catch((error: unknown) => {
        log.warn(`The decisions on ${oldUri} could not be moved to ${newUri}: ${error}`);
      });
    }
  });
}

async function move(places: SidecarPlaces, oldUri: Uri, newUri: Uri): Promise<void> {
  const [from, to] = [places.sidecarOf(oldUri), places.sidecarOf(newUri)];
  if (!from || !to) return;
  const { type } = await workspace.fs.stat(newUri);
  const ofFolder = (type & FileType.Directory) !== 0;
  const source = ofFolder ? withoutEnding(from) : from;
  const target = ofFolder ? withoutEnding(to) : to;
  if (await exists(source)) await moveSidecar(source, target);
}

/** Gives a sidecar file, or a folder of them, another place. Nothing that is there is overwritten. */
export async function moveSidecar(from: Uri, to: Uri): Promise<void> {
  await workspace.fs.createDirectory(Uri.joinPath(to, ".."));
  await workspace.fs.rename(from, to, { overwrite: false });
}

/** The folder of the sidecar files of a folder's documents. */
function withoutEnding(sidecar: Uri): Uri {
  return sidecar.with({ path: sidecar.path.replace(/\.jsonl$/, "") });
}

export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError) return false;
    throw error;
  }
}

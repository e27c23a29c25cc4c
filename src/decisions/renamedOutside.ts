import { Disposable, FileSystemError, FileType, type LogOutputChannel, Uri, type WorkspaceFolder, window, workspace } from "vscode";
import type { DocumentReader } from "../review/documentStore.js";
import { decisionsIn, readJournal } from "../review/journal.js";
import type { Decisions } from "./decisions.js";
import { SIDECAR_FOLDER, type SidecarPlaces } from "./sidecarPlaces.js";
import { exists, moveSidecar } from "./sidecarRenames.js";

/** The folder is looked through again after so many milliseconds at the earliest. */
const FRESH = 20_000;

/** After files were deleted it is looked for after so many milliseconds. */
const REST = 1000;

export interface RenamedParts {
  readonly reader: DocumentReader;
  readonly places: SidecarPlaces;
  readonly decisions: Decisions;
  readonly log: LogOutputChannel;
}

/**
 * Finds the decisions on a document that got another name outside of VS Code (by git, say), or its first name: when a document without a
 * sidecar file is analysed, and one whose document is gone was made on this very text, it is the document's from then on. Where several
 * were, none is taken: nobody knows which. What was decided on an untitled document holds in the file that it is saved as.
 */
export function findRenamedOutside({ reader, places, decisions, log }: RenamedParts): Disposable {
  /** The text of each untitled document when it was analysed last, as its SHA-256. */
  const untitled = new Map<string, string>();
  const asked = new Set<string>();
  const looked = new Map<string, { readonly at: number; readonly strays: Promise<readonly Uri[]> }>();

  function straysOf(folder: WorkspaceFolder): Promise<readonly Uri[]> {
    const key = folder.uri.toString();
    const known = looked.get(key);
    if (known && performance.now() - known.at < FRESH) return known.strays;
    const strays = straySidecars(Uri.joinPath(folder.uri, SIDECAR_FOLDER, "documents"), folder.uri);
    looked.set(key, { at: performance.now(), strays });
    return strays;
  }

  async function find(uri: Uri, sha256: string): Promise<void> {
    const folder = workspace.getWorkspaceFolder(uri);
    const own = places.sidecarOf(uri);
    if (!folder || !own || (await exists(own))) return;
    const unnamed = [...untitled.keys()].filter((one) => untitled.get(one) === sha256);
    if (unnamed.length === 1) {
      untitled.delete(unnamed[0]);
      await decisions.write(
        uri,
        decisions.of(unnamed[0]).filter(({ scope }) => scope === "document"),
      );
      return;
    }
    const made: Uri[] = [];
    for (const stray of await straysOf(folder)) if (await wasMadeOn(stray, sha256)) made.push(stray);
    if (made.length !== 1) return;
    await moveSidecar(made[0], own);
    looked.delete(folder.uri.toString());
    const before = workspace.asRelativePath(documentOf(made[0], folder.uri), false);
    log.info(
      `${workspace.asRelativePath(uri)} has the text on which the decisions on ${before} were made, which is gone. They are its own now.`,
    );
    window.setStatusBarMessage(`The decisions on ${before} were found again`, 6000);
  }

  function findFor(uri: string): void {
    const sha256 = reader.get(uri)?.analysis.document.sha256;
    if (sha256 === undefined) return;
    find(Uri.parse(uri, true), sha256).catch((error: unknown) => {
      log.warn(`The decisions on ${uri} could not be looked for under another name: ${error}`);
    });
  }

  function remember(uri: string): void {
    const sha256 = reader.get(uri)?.analysis.document.sha256;
    if (sha256 !== undefined) untitled.set(uri, sha256);
  }

  // Of a file that gets another name VS Code may tell only once the new one is open.
  let later: NodeJS.Timeout | undefined;
  const watcher = workspace.createFileSystemWatcher("**/*", true, true, false);
  const deleted = watcher.onDidDelete(() => {
    looked.clear();
    clearTimeout(later);
    later = setTimeout(() => {
      for (const { uri } of reader.all()) findFor(uri);
    }, REST);
  });
  function analysed(uri: string): void {
    if (uri.startsWith("untitled:")) remember(uri);
    else if (!asked.has(uri)) {
      asked.add(uri);
      findFor(uri);
    }
  }

  for (const { uri } of reader.all()) analysed(uri);
  const analyses = reader.onDidChange((change) => {
    if (change.reason === "analysis") analysed(change.uri);
    else if (change.reason === "closed") asked.delete(change.uri);
  });
  return Disposable.from(watcher, deleted, analyses, new Disposable(() => clearTimeout(later)));
}

/** The sidecar files below a folder whose documents are gone. */
async function straySidecars(below: Uri, root: Uri): Promise<readonly Uri[]> {
  const strays: Uri[] = [];
  for (const [name, type] of await entriesOf(below)) {
    const uri = Uri.joinPath(below, name);
    if ((type & FileType.Directory) !== 0) strays.push(...(await straySidecars(uri, root)));
    else if (name.endsWith(".jsonl") && !(await isThere(documentOf(uri, root)))) strays.push(uri);
  }
  return strays;
}

/** The document that a sidecar file is of. @param root the workspace folder. */
function documentOf(sidecar: Uri, root: Uri): Uri {
  const path = sidecar.path.slice(`${root.path.replace(/\/$/, "")}/${SIDECAR_FOLDER}/documents/`.length);
  return Uri.joinPath(root, path.replace(/\.jsonl$/, ""));
}

/** Whether a document is on the disk, or will be: an editor has unsaved text of it. */
async function isThere(document: Uri): Promise<boolean> {
  const uri = document.toString();
  return workspace.textDocuments.some((open) => open.isDirty && open.uri.toString() === uri) || exists(document);
}

async function wasMadeOn(sidecar: Uri, sha256: string): Promise<boolean> {
  const text = await workspace.fs.readFile(sidecar).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => "",
  );
  return decisionsIn(readJournal(text)).some(({ target }) => target.kind === "span" && target.sha256 === sha256);
}

async function entriesOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch (error) {
    if (error instanceof FileSystemError) return [];
    throw error;
  }
}

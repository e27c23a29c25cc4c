import { Disposable, FileSystemError, Uri, workspace } from "vscode";
import { SIDECAR_FOLDER } from "./sidecarPlaces.js";

/** Programs that write a file anew delete it first: only what is still gone after this many milliseconds was deleted. */
const GONE = 700;

/** A watcher misses what is written into a folder just made, and all on some network drives: so often, in milliseconds, files are looked at. */
const LOOK = 4000;

export interface SidecarEvents {
  changed(sidecar: Uri): void;
  deleted(sidecar: Uri): void;
}

/**
 * Tells of sidecar files that another window, git or a sync client wrote.
 * @param kept the URIs of the files that are of interest now.
 */
export function watchSidecars(kept: () => Iterable<string>, { changed, deleted }: SidecarEvents): Disposable {
  const watcher = workspace.createFileSystemWatcher(`**/${SIDECAR_FOLDER}/**/*.jsonl`);
  // Of a folder that is deleted with all that is in it, VS Code tells alone.
  const folders = workspace.createFileSystemWatcher(`**/${SIDECAR_FOLDER}{,/**}`, true, true);
  const timers = new Set<NodeJS.Timeout>();
  const whenGone = (gone: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      gone();
    }, GONE);
    timers.add(timer);
  };
  const clear = new Disposable(() => {
    for (const timer of timers) clearTimeout(timer);
  });
  return Disposable.from(
    watcher,
    clear,
    lookRegularly(kept, { changed, deleted }),
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    folders,
    watcher.onDidDelete((sidecar) => whenGone(() => deleted(sidecar))),
    folders.onDidDelete((folder) => whenGone(() => inFolder(folder, kept()).forEach(deleted))),
  );
}

/** Those of some files that stand in a folder, or deeper. */
function inFolder(folder: Uri, files: Iterable<string>): readonly Uri[] {
  return [...files].filter((file) => file.startsWith(`${folder}/`)).map((file) => Uri.parse(file, true));
}

function lookRegularly(kept: () => Iterable<string>, { changed, deleted }: SidecarEvents): Disposable {
  const stamps = new Map<string, string>();
  let timer = setTimeout(look, LOOK);
  let ended = false;

  async function look(): Promise<void> {
    for (const key of [...kept()]) {
      const uri = Uri.parse(key, true);
      const stamp = await stampOf(uri);
      const before = stamps.get(key) ?? GONE_STAMP;
      stamps.set(key, stamp);
      if (ended) return;
      if (before === stamp) continue;
      if (stamp === GONE_STAMP) deleted(uri);
      else changed(uri);
    }
    timer = setTimeout(look, LOOK);
  }

  return new Disposable(() => {
    ended = true;
    clearTimeout(timer);
  });
}

const GONE_STAMP = "";

/** What changes with the file's content, as far as its folder tells. */
async function stampOf(uri: Uri): Promise<string> {
  try {
    const { mtime, size } = await workspace.fs.stat(uri);
    return `${mtime} ${size}`;
  } catch (error) {
    if (error instanceof FileSystemError) return GONE_STAMP;
    throw error;
  }
}

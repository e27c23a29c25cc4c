import { Disposable, type Uri, workspace } from "vscode";
import { SIDECAR_FOLDER } from "./sidecarPlaces.js";

/** Programs that write a file anew delete it first: only what is still gone after this many milliseconds was deleted. */
const GONE = 700;

export interface SidecarEvents {
  changed(sidecar: Uri): void;
  deleted(sidecar: Uri): void;
}

/** Tells of sidecar files that another window, git or a sync client wrote. */
export function watchSidecars({ changed, deleted }: SidecarEvents): Disposable {
  const watcher = workspace.createFileSystemWatcher(`**/${SIDECAR_FOLDER}/**/*.jsonl`);
  const timers = new Set<NodeJS.Timeout>();
  const clear = new Disposable(() => {
    for (const timer of timers) clearTimeout(timer);
  });
  return Disposable.from(
    watcher,
    clear,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete((sidecar) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        deleted(sidecar);
      }, GONE);
      timers.add(timer);
    }),
  );
}

import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import { FileProblem, type FileState, type Files, type FolderEntry } from "./files.js";

/** Files on a disk. Nobody waits for this thread, so it asks the disk without the detour over a pool of others: ten times as fast. */
export const diskFiles: Files = {
  child: (place, name) => join(place, name),
  list: async (place) => answered(() => readdirSync(place, { withFileTypes: true }).map((entry) => folderEntry(place, entry))),
  state: async (place) => answered(() => fileState(statSync(place))),
  read: async (place) => answered(() => readFileSync(place)),
  real: async (place) => answered(() => realpathSync(place)),
};

interface DirectoryEntry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function folderEntry(place: string, entry: DirectoryEntry): FolderEntry {
  const isLink = entry.isSymbolicLink();
  if (!isLink) return { name: entry.name, kind: entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other", isLink };
  try {
    return { name: entry.name, kind: fileState(statSync(join(place, entry.name))).kind, isLink };
  } catch (error) {
    problemOf(error);
    return { name: entry.name, kind: "other", isLink };
  }
}

function fileState(stats: Stats): FileState {
  const kind = stats.isFile() ? "file" : stats.isDirectory() ? "folder" : "other";
  return { kind, modified: stats.mtimeMs, size: stats.size };
}

function answered<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw problemOf(error);
  }
}

/** The file system's reason; what is no answer of a file system is thrown on. */
function problemOf(error: unknown): FileProblem {
  if (!(error instanceof Error && "code" in error)) throw error;
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return new FileProblem("gone", "there is no such file any more");
    case "EACCES":
    case "EPERM":
      return new FileProblem("forbidden", "it may not be read; change its permissions");
    case "ELOOP":
      return new FileProblem("other", "its links lead in a circle");
    default:
      return new FileProblem("other", `it cannot be read (${error.message})`);
  }
}

import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Decision } from "../review/decision.js";
import { decisionsIn, readJournal } from "../review/journal.js";
import { EVERYWHERE_SIDECAR, SIDECAR_FOLDER, sidecarPath } from "../review/sidecarPaths.js";

/** Decisions read from sidecar files, and what could not be read of them. */
export interface ReadDecisions {
  readonly decisions: readonly Decision[];
  readonly problems: readonly { readonly place: string; readonly reason: string }[];
}

/** The nearest folder at or above a file's that holds a folder of decisions; undefined where there is none. */
export async function reviewFolder(path: string): Promise<string | undefined> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (await isFolderAt(join(folder, SIDECAR_FOLDER))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The decisions on a document and those that hold everywhere. @param path of the document in the folder, with `/`. */
export async function decisionsOn(folder: string, path: string): Promise<ReadDecisions> {
  const read = await Promise.all([EVERYWHERE_SIDECAR, sidecarPath(path)].map((sidecar) => readSidecar(join(folder, sidecar))));
  return { decisions: read.flatMap(({ decisions }) => decisions), problems: read.flatMap(({ problems }) => problems) };
}

async function readSidecar(place: string): Promise<ReadDecisions> {
  let text: string;
  try {
    text = await readFile(place, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ENOENT") return { decisions: [], problems: [] };
    return { decisions: [], problems: [{ place, reason: `it cannot be read (${error.message})` }] };
  }
  const journal = readJournal(text);
  const count = journal.unreadable.length;
  const problems = count === 0 ? [] : [{ place, reason: count === 1 ? "one line is no decision" : `${count} lines are no decisions` }];
  return { decisions: decisionsIn(journal), problems };
}

async function isFolderAt(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return false;
  }
}

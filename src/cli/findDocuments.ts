import type { Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { type Decoded, decodeText, MAXIMUM_BYTES, TOO_LARGE } from "./decodeText.js";

/** The path of a document, or of what cannot be read with the reason in one line. */
export type Found =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "unusable"; readonly path: string; readonly reason: string };

/** What stands in a name for bytes that are no UTF-8: the name that is read then leads to nothing. */
const NO_UTF8 = "\ufffd";
const MISNAMED = "its name is not in UTF-8; rename it";
const DOCUMENT_NAME = /\.(?:txt|text|md|markdown)$/i;

/**
 * The documents at a path: the file itself, whatever its name, or the text and Markdown files of the folder and of the folders in it,
 * sorted by name. Folders whose name begins with a dot, and node_modules, are left out. Each folder is entered once, so links may lead in a circle.
 */
export async function* findDocuments(path: string): AsyncGenerator<Found> {
  const found = await statOrReason(path);
  if (typeof found === "string") {
    yield { kind: "unusable", path, reason: found };
  } else if (found.isDirectory()) {
    let count = 0;
    for await (const entry of walk(path, new Set())) {
      count += 1;
      yield entry;
    }
    if (count === 0)
      yield { kind: "unusable", path, reason: "there is no text or Markdown file in this folder; name the files one by one" };
  } else {
    yield { kind: "file", path };
  }
}

/** Reads a file's text. */
export async function readDocument(path: string): Promise<Decoded> {
  const found = await statOrReason(path);
  if (typeof found === "string") return { kind: "unusable", reason: found };
  if (found.size > MAXIMUM_BYTES) return { kind: "unusable", reason: TOO_LARGE };
  const bytes = await fileSystemAnswer(() => readFile(path));
  return typeof bytes === "string" ? { kind: "unusable", reason: bytes } : decodeText(bytes);
}

/** Whether a folder is at the path; false also where there is nothing. */
export async function isFolder(path: string): Promise<boolean> {
  const found = await statOrReason(path);
  return typeof found !== "string" && found.isDirectory();
}

async function* walk(folder: string, entered: Set<string>): AsyncGenerator<Found> {
  const entries = await fileSystemAnswer(async () => {
    const real = await realpath(folder);
    if (entered.has(real)) return [];
    entered.add(real);
    return readdir(folder, { withFileTypes: true });
  });
  if (typeof entries === "string") {
    yield { kind: "unusable", path: folder, reason: entries };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = folder.endsWith("/") ? folder + name : `${folder}/${name}`;
    const found = await statOrReason(path);
    if (typeof found === "string") {
      const isMisnamed = name.includes(NO_UTF8);
      if (DOCUMENT_NAME.test(name) || (isMisnamed && entry.isDirectory())) {
        yield { kind: "unusable", path, reason: isMisnamed ? MISNAMED : found };
      }
    } else if (found.isDirectory()) {
      yield* walk(path, entered);
    } else if (found.isFile() && DOCUMENT_NAME.test(name)) {
      yield { kind: "file", path };
    }
  }
}

function statOrReason(path: string): Promise<Stats | string> {
  return fileSystemAnswer(() => stat(path));
}

/** What the file system answers, or the reason it gives for answering nothing. */
async function fileSystemAnswer<T>(ask: () => Promise<T>): Promise<T | string> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return REASONS.get(error.code) ?? `it cannot be read (${error.message})`;
  }
}

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ["ENOENT", "there is no such file or folder; check the path"],
  ["ENOTDIR", "there is no such file or folder; check the path"],
  ["EACCES", "it may not be read; change its permissions"],
  ["EPERM", "it may not be read; change its permissions"],
  ["ELOOP", "its links lead in a circle; name the file itself"],
]);

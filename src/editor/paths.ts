import type { Uri } from "vscode";

/** The last part of a URI's path: the file's name. */
export function basename(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

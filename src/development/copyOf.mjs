import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/**
 * A copy of a folder, under the same name, that may be written to.
 * @param {string} folder
 * @returns {{ readonly path: string, readonly remove: () => void }}
 */
export function copyOf(folder) {
  const parent = mkdtempSync(join(tmpdir(), "source-review-folder-"));
  const path = join(parent, basename(folder));
  cpSync(folder, path, { recursive: true });
  return { path, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }) };
}

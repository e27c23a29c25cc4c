import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A larger file is not read, nor is a folder with more names looked through. */
const LARGEST_FILE = 200_000;
const MOST_NAMES = 20_000;

/**
 * The texts of the files of one kind that stand beside a file in its folder: the next two by name and the one before.
 * @returns none where the URI is no file's, and none of those that cannot be read.
 */
export function textsBeside(uri: string): readonly string[] {
  if (!uri.startsWith("file:")) return [];
  const path = fileURLToPath(uri);
  const folder = dirname(path);
  const names = namesIn(folder).filter((name) => extname(name) === extname(path));
  if (names.length > MOST_NAMES) return [];
  names.sort(new Intl.Collator(undefined, { numeric: true }).compare);
  const at = names.indexOf(basename(path));
  if (at < 0) return [];
  return [names[at + 1], names[at + 2], names[at - 1]].flatMap((name) => (name === undefined ? [] : (textOf(join(folder, name)) ?? [])));
}

/** What is gone or may not be read has nothing to read ahead. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string): string | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= LARGEST_FILE ? readFileSync(path, "utf8").replace(/^\ufeff/, "") : null;
  } catch {
    return null;
  }
}

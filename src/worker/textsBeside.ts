import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A larger file is not read, nor is a folder with more names looked through. */
const LARGEST_FILE = 200_000;
const MOST_NAMES = 20_000;
/** Files of these kinds stand in one folder as documents, whichever of them the one in front is. */
const TEXT = /^\.(?:txt|text|md|markdown)$/i;
/** How far from the document in front those are that are read, the likeliest to be opened first. */
const STEPS = [1, 2, -1, 3, -2];

/**
 * The texts of the files of its kind that stand beside a file in its folder: the next ones by name and those before.
 * @returns none where the URI is no file's, and none of those that cannot be read.
 */
export function textsBeside(uri: string): readonly string[] {
  const path = pathOf(uri);
  if (path === null) return [];
  const folder = dirname(path);
  const kind = extname(path);
  const names = namesIn(folder).filter((name) => extname(name) === kind || (TEXT.test(kind) && TEXT.test(extname(name))));
  if (names.length > MOST_NAMES) return [];
  names.sort(new Intl.Collator(undefined, { numeric: true }).compare);
  const at = names.indexOf(basename(path));
  if (at < 0) return [];
  return STEPS.flatMap((step) => {
    const name = names[at + step];
    return name === undefined ? [] : (textOf(join(folder, name)) ?? []);
  });
}

/** The text of a file by its URI; null where the URI is no file's, or the file is large or cannot be read. */
export function textAt(uri: string): string | null {
  const path = pathOf(uri);
  return path === null ? null : textOf(path);
}

function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    // No file's, or on another machine.
    return null;
  }
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

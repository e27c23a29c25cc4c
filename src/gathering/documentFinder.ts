import { answerOrProblem, FileProblem, type Files, type FolderEntry } from "./files.js";
import { GitIgnores, type ReviewFilter } from "./reviewFilter.js";

/** A folder of the workspace, or a folder in one. */
export interface SearchedFolder {
  /** What the files' door calls the workspace folder. */
  readonly place: string;
  /** The whole path of the workspace folder, with `/`, that the globs of the documents are matched against. */
  readonly wholePath: string;
}

/** What the search comes upon. Paths are those in the workspace folder, with `/`. */
export type Found =
  | { readonly kind: "document"; readonly path: string; readonly place: string }
  /** A document that nothing can open. */
  | { readonly kind: "unreachable"; readonly path: string; readonly place: string; readonly reason: string }
  /** A folder that cannot be read. */
  | { readonly kind: "unreadable"; readonly path: string; readonly reason: string }
  /** Links in a part of the workspace folder: only a search of all of it tells whether what they lead to is found already. */
  | { readonly kind: "links" };

interface Level {
  /** Empty for the workspace folder, else with `/` at its end. */
  readonly base: string;
  readonly place: string;
  readonly ignores: GitIgnores;
}

/** What stands in a name for bytes that are no UTF-8: the name that is read then leads to nothing. */
const NO_UTF8 = "\ufffd";
const MISNAMED = "its name is not in UTF-8; rename it";
/** Deeper than this no reader puts a document; links that nothing can be told about may lead there. */
const DEEPEST = 64;

/**
 * The documents under review in a workspace folder, or in one part of it. What `files.exclude` and `.gitignore` exclude is left out, and so are
 * folders whose name begins with a dot, and node_modules. What is reached by links is found once, under its own path before that of a link.
 * @param part the path of the folder in the workspace folder that is searched, without what links lead to; all of it where it is empty.
 */
export async function* findDocuments(files: Files, folder: SearchedFolder, filter: ReviewFilter, part = ""): AsyncGenerator<Found> {
  const top = await levelOf(files, folder, filter, part);
  if (!top) return;
  const seen = new Set<string>();
  const levels = [top];
  const links: { readonly entry: FolderEntry; readonly level: Level; readonly path: string }[] = [];
  for (;;) {
    const level = levels.pop();
    if (level) {
      const opened = await opening(files, level, seen);
      if (opened instanceof FileProblem) {
        const reason = opened.kind === "forbidden" ? opened.message : level.base.includes(NO_UTF8) ? MISNAMED : null;
        if (reason !== null) yield { kind: "unreadable", path: level.base.slice(0, -1), reason };
        continue;
      }
      const { real, entries } = opened;
      const inside = await withOwnIgnores(files, level, entries);
      const names = new Set(entries.map(({ name }) => name));
      const below: Level[] = [];
      for (const entry of entries) {
        const path = inside.base + entry.name;
        if (entry.kind === "other" || isLeftOut(filter, inside, entry, path, names)) continue;
        if (entry.kind === "file" && !filter.isDocument(`${folder.wholePath}/${path}`)) continue;
        if (entry.isLink) links.push({ entry, level: inside, path });
        else if (entry.kind === "file") {
          const place = files.child(inside.place, entry.name);
          if (real !== undefined) seen.add(files.child(real, entry.name));
          if (await isMisnamed(files, place, entry)) yield { kind: "unreachable", path, place, reason: MISNAMED };
          else yield { kind: "document", path, place };
        } else if (path.split("/").length < DEEPEST)
          below.push({ ...inside, base: `${path}/`, place: files.child(inside.place, entry.name) });
      }
      levels.push(...below.reverse());
      continue;
    }
    // What links lead to comes last, so that everything is found under its own path first.
    const link = links.shift();
    if (!link) return;
    if (part !== "") return yield { kind: "links" };
    const place = files.child(link.level.place, link.entry.name);
    const real = await answerOrProblem(files.real(place));
    if (real === undefined || real instanceof FileProblem) continue;
    if (link.entry.kind === "folder") levels.push({ ...link.level, base: `${link.path}/`, place });
    else if (!seen.has(real)) {
      seen.add(real);
      yield { kind: "document", path: link.path, place };
    }
  }
}

function isLeftOut(filter: ReviewFilter, level: Level, { name, kind }: FolderEntry, path: string, names: ReadonlySet<string>): boolean {
  const isFolder = kind === "folder";
  if (isFolder && filter.isLeftOut(name)) return true;
  return filter.isExcluded(path, names) || level.ignores.ignores(path, isFolder);
}

async function isMisnamed(files: Files, place: string, { name }: FolderEntry): Promise<boolean> {
  return name.includes(NO_UTF8) && (await answerOrProblem(files.state(place))) instanceof FileProblem;
}

/** The folder that is searched, with the `.gitignore` files above it; undefined where it is itself left out. */
async function levelOf(files: Files, { place }: SearchedFolder, filter: ReviewFilter, part: string): Promise<Level | undefined> {
  let level: Level = { base: "", place, ignores: GitIgnores.none };
  for (const name of part.split("/").filter((one) => one !== "")) {
    const entries = await answerOrProblem(files.list(level.place));
    if (entries instanceof FileProblem) return undefined;
    level = await withOwnIgnores(files, level, entries);
    const names = new Set(entries.map((entry) => entry.name));
    const path = level.base + name;
    if (isLeftOut(filter, level, { name, kind: "folder", isLink: false }, path, names)) return undefined;
    level = { ...level, base: `${path}/`, place: files.child(level.place, name) };
  }
  return level;
}

/** What a folder holds, sorted by name, and its place without links; nothing where it was entered before. */
async function opening(
  files: Files,
  { place }: Level,
  seen: Set<string>,
): Promise<{ readonly real: string | undefined; readonly entries: readonly FolderEntry[] } | FileProblem> {
  const real = await answerOrProblem(files.real(place));
  if (real instanceof FileProblem) return real;
  if (real !== undefined) {
    if (seen.has(real)) return { real, entries: [] };
    seen.add(real);
  }
  const entries = await answerOrProblem(files.list(place));
  return entries instanceof FileProblem ? entries : { real, entries: [...entries].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

async function withOwnIgnores(files: Files, level: Level, entries: readonly FolderEntry[]): Promise<Level> {
  if (!entries.some(({ name, kind }) => name === ".gitignore" && kind === "file")) return level;
  const bytes = await answerOrProblem(files.read(files.child(level.place, ".gitignore")));
  if (bytes instanceof FileProblem) return level;
  return { ...level, ignores: level.ignores.with(level.base, new TextDecoder().decode(bytes)) };
}

/** Whether a file at a path in the workspace folder would be found, were the folder searched. */
export async function isUnderReview(files: Files, folder: SearchedFolder, filter: ReviewFilter, path: string): Promise<boolean> {
  if (!filter.isDocument(`${folder.wholePath}/${path}`)) return false;
  const slash = path.lastIndexOf("/");
  const level = await levelOf(files, folder, filter, path.slice(0, Math.max(0, slash)));
  if (!level) return false;
  const entries = await answerOrProblem(files.list(level.place));
  if (entries instanceof FileProblem) return false;
  const entry = entries.find(({ name }) => name === path.slice(slash + 1));
  if (entry?.kind !== "file") return false;
  const inside = await withOwnIgnores(files, level, entries);
  return !isLeftOut(filter, inside, entry, path, new Set(entries.map(({ name }) => name)));
}

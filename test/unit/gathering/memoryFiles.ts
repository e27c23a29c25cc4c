import { FileProblem, type Files, type FolderEntry } from "../../../src/gathering/files.js";

/** What stands at a path: a text, a file that may not be read, a link to another path, or something that is neither file nor folder. */
export type Stored =
  | string
  | Uint8Array
  | { readonly forbidden: true }
  | { readonly link: string }
  | { readonly device: true }
  | { readonly size: number };

/** Files in memory, by their paths from the root; folders are there where files are in them. `vanish` is called before each reading. */
export class MemoryFiles implements Files {
  readonly stored: Map<string, Stored>;
  readonly modified = new Map<string, number>();
  readonly reads: string[] = [];
  beforeRead: (path: string) => void = () => undefined;

  constructor(stored: Readonly<Record<string, Stored>>) {
    this.stored = new Map(Object.entries(stored));
  }

  put(path: string, value: Stored, modified: number): void {
    this.stored.set(path, value);
    this.modified.set(path, modified);
  }

  child(place: string, name: string): string {
    return `${place}/${name}`;
  }

  async list(place: string): Promise<readonly FolderEntry[]> {
    const folder = this.#followed(place);
    if (isForbidden(this.stored.get(`${folder}/`))) throw new FileProblem("forbidden", "it may not be read; change its permissions");
    const names = new Set<string>();
    for (const path of this.stored.keys()) if (path.startsWith(`${folder}/`)) names.add(path.slice(folder.length + 1).split("/")[0]);
    names.delete("");
    if (names.size === 0) throw new FileProblem("gone", "there is no such file any more");
    return [...names].map((name) => {
      const path = `${folder}/${name}`;
      return { name, kind: this.#kind(path) ?? "other", isLink: isLink(this.stored.get(path)) };
    });
  }

  async state(place: string) {
    const path = this.#followed(place);
    const value = this.stored.get(path);
    const kind = this.#kind(path);
    if (kind === undefined) throw new FileProblem("gone", "there is no such file any more");
    const size = typeof value === "string" || value instanceof Uint8Array ? value.length : value && "size" in value ? value.size : 0;
    return { kind, modified: this.modified.get(path) ?? 1, size };
  }

  async read(place: string): Promise<Uint8Array> {
    this.beforeRead(place);
    this.reads.push(place);
    const value = this.stored.get(this.#followed(place));
    if (value === undefined) throw new FileProblem("gone", "there is no such file any more");
    if (typeof value === "string") return new TextEncoder().encode(value);
    if (value instanceof Uint8Array) return value;
    throw new FileProblem("forbidden", "it may not be read; change its permissions");
  }

  async real(place: string): Promise<string> {
    return this.#followed(place);
  }

  #kind(path: string): FolderEntry["kind"] | undefined {
    const real = this.#followed(path);
    const value = this.stored.get(real);
    if (value === undefined) return [...this.stored.keys()].some((other) => other.startsWith(`${real}/`)) ? "folder" : undefined;
    return typeof value === "object" && "device" in value ? "other" : "file";
  }

  /** The path without links. */
  #followed(path: string): string {
    let followed = "";
    for (const name of path.split("/").slice(1)) {
      const value = this.stored.get(`${followed}/${name}`);
      followed = isLink(value) ? this.#followed(value.link) : `${followed}/${name}`;
    }
    return followed;
  }
}

function isLink(value: Stored | undefined): value is { readonly link: string } {
  return typeof value === "object" && "link" in value;
}

function isForbidden(value: Stored | undefined): boolean {
  return typeof value === "object" && "forbidden" in value;
}

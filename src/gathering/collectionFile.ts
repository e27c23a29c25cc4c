import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type SavedParts, SavedReader } from "../collection/savedParts.js";
import { PartsReader, writePart } from "./partsFile.js";

export interface CollectionFileParts {
  readonly path: string;
  /** What made the collection beside the documents: another program makes it otherwise. */
  readonly engine: string;
  /** Tells what the reader of a log should know. */
  readonly tell: (message: string) => void;
}

/** The hash of each document's text, by the document's address. */
export type DocumentHashes = ReadonlyMap<string, string>;

/** Where a collection is stored. @param cache where the records of its documents are. */
export function togetherPath(cache: string): string {
  return `${cache}.together`;
}

const FORMAT = "source-review/collection@1";

/**
 * What was made of all documents together, in a file: whole, or not there. It is written beside and then put in the place of the one before.
 * Nothing is lost with it, since it is made of the documents' records.
 */
export class CollectionFile {
  readonly #path: string;
  readonly #title: Buffer;
  readonly #tell: (message: string) => void;
  /** False where the file system refused. */
  #takesMore = true;

  constructor({ path, engine, tell }: CollectionFileParts) {
    this.#path = path;
    this.#title = Buffer.from(`${FORMAT} ${engine}\n`);
    this.#tell = tell;
  }

  /**
   * Reads what was written last. It is checked as a whole first, so that what is read of it later is what was written.
   * @param take makes something of it; null where it does not fit. What it does not read at once it may read later.
   * @returns what `take` made; null where there is nothing whole, or of another program.
   */
  read<T>(take: (documents: DocumentHashes, from: SavedReader) => T | null): T | null {
    let parts: PartsReader | undefined;
    let taken: T | null = null;
    try {
      parts = new PartsReader(this.#path, this.#title);
      if (parts.isOwn()) {
        parts.check();
        const documents: readonly (readonly [string, string])[] = JSON.parse(new TextDecoder().decode(parts.next()));
        const reader = parts;
        taken = take(new Map(documents), new SavedReader(() => reader.next()));
      }
      if (taken === null) this.#tell("What was stored of all documents together does not fit them any more and is made anew.");
    } catch (error) {
      // Whatever it is: what is made anew is right.
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
        this.#tell(`What was stored of all documents together cannot be read and is made anew: ${String(error)}`);
      }
    }
    if (taken === null) parts?.close();
    return taken;
  }

  /**
   * Writes a collection in portions.
   * @param goesOn is waited for after each portion; where it gives false, nothing is written in the end.
   * @returns whether it is written.
   */
  async write(documents: DocumentHashes, parts: SavedParts, goesOn: () => Promise<boolean>): Promise<boolean> {
    if (!this.#takesMore) return false;
    const path = `${this.#path}.new`;
    let file: number | undefined;
    try {
      mkdirSync(dirname(path), { recursive: true });
      file = openSync(path, "w");
      writeFileSync(file, this.#title);
      writePart(file, Buffer.from(JSON.stringify([...documents])));
      for (const part of parts) {
        writePart(file, part);
        if (!(await goesOn())) return false;
      }
      closeSync(file);
      file = undefined;
      renameSync(path, this.#path);
      return true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      this.#takesMore = false;
      this.#tell(`What was made of all documents together cannot be stored, so it is made anew next time: ${error.message}`);
      return false;
    } finally {
      if (file !== undefined) closeSync(file);
      remove(path);
    }
  }

  /** Takes away what was written. */
  forget(): void {
    remove(this.#path);
  }
}

/** Where the file system refuses, what is left does no harm. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}

import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { bytesOfText, textOfBytes } from "./fileText.js";
import type { KeptFile } from "./keptFile.js";

/** A lock older than this, in milliseconds, was left behind by a program that ended. */
const STALE_LOCK = 3000;
const LOCK_PATIENCE = 5000;
const LOCK_STEP = 15;

/** A file on a disk. It is written beside its place and then moved there, while a lock keeps other windows from doing the same. */
export class DiskFile implements KeptFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  get place(): string {
    return this.#path;
  }

  async read(): Promise<string | undefined> {
    try {
      return textOfBytes(await readFile(this.#path));
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
      throw error;
    }
  }

  async update(change: (present: string | undefined) => string): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true });
    const unlock = await this.#lock();
    try {
      const present = await this.read();
      const text = change(present);
      if (text !== present) await this.#replace(text);
    } finally {
      await unlock();
    }
  }

  async #replace(text: string): Promise<void> {
    const beside = `${this.#path}.${randomUUID()}.saving`;
    try {
      const file = await open(beside, "wx");
      try {
        await file.writeFile(bytesOfText(text));
        await file.sync();
      } finally {
        await file.close();
      }
      await moved(beside, this.#path);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  async #lock(): Promise<() => Promise<void>> {
    const path = `${this.#path}.lock`;
    for (const end = Date.now() + LOCK_PATIENCE; ; await wait(LOCK_STEP)) {
      try {
        const file = await open(path, "wx");
        await file.close();
        return () => rm(path, { force: true });
      } catch (error) {
        if (!hasCode(error, "EEXIST")) throw error;
      }
      if (Date.now() > end || (await age(path)) > STALE_LOCK) await rm(path, { force: true });
    }
  }
}

/** Elsewhere than on Windows a move is done at once; there a virus scanner may hold the file for a moment. */
async function moved(from: string, to: string): Promise<void> {
  for (let tries = 5; ; tries--) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (tries === 0 || process.platform !== "win32" || !hasCode(error, "EPERM", "EACCES", "EBUSY")) throw error;
      await wait(50);
    }
  }
}

async function age(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return 0;
    throw error;
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code);
}

import type { KeptFile } from "../../../src/decisions/keptFile.js";

/** A file in memory that other programs may write, and that can refuse to be written. */
export class MemoryFile implements KeptFile {
  text: string | undefined;
  refusal: Error | undefined;
  writes = 0;

  constructor(readonly place: string) {}

  async read(): Promise<string | undefined> {
    await Promise.resolve();
    return this.text;
  }

  async update(change: (present: string | undefined) => string): Promise<void> {
    await Promise.resolve();
    if (this.refusal) throw this.refusal;
    const text = change(this.text);
    if (text === this.text) return;
    this.text = text;
    this.writes++;
  }
}

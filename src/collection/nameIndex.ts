import type { IdentityNode } from "./identityNode.js";
import { type NameQuery, searchText } from "./nameSearch.js";
import type { NameTable } from "./nameTable.js";
import { type SavedParts, type SavedReader, savedNumbers, savedText } from "./savedParts.js";

/** So many names are searched as one text first: most of them have none of the words that are looked for. */
const CHUNK = 256;
const END = "\n";
/** Chunks are saved so many together. */
const SAVED_TOGETHER = 32;

export interface NameMatch {
  readonly node: IdentityNode;
  readonly score: number;
}

interface Chunk {
  /** The texts of the names, a line each; as they were stored until they are searched. */
  texts: string | Uint8Array;
  /** Where each line ends. */
  readonly ends: Uint32Array;
}

/** The names of all documents, to be searched by any part. */
export class NameIndex {
  readonly #names: NameTable;
  /** Of the names by their numbers. */
  readonly #chunks: Chunk[] = [];
  /** The lines that changed since a chunk was read, by chunk; those that it did not have then are not noted one by one. */
  readonly #stale = new Map<number, Set<number>>();

  constructor(names: NameTable) {
    this.#names = names;
  }

  /** Says that a name's forms changed; a name that nothing has any more is left out. @param name the number. */
  changed(name: number): void {
    const chunk = Math.floor(name / CHUNK);
    while (this.#chunks.length <= chunk) this.#chunks.push({ texts: "", ends: new Uint32Array(0) });
    const lines = this.#stale.get(chunk);
    const line = name % CHUNK;
    const changed = line < this.#chunks[chunk].ends.length ? [line] : [];
    if (lines === undefined) this.#stale.set(chunk, new Set(changed));
    else for (const each of changed) lines.add(each);
  }

  /** Reads the texts of up to so many chunks of names, which a search does by itself. @returns how many are left. */
  prepare(most: number): number {
    let left = most;
    for (const [chunk, lines] of this.#stale) {
      if (left-- <= 0) break;
      const first = chunk * CHUNK;
      const known = linesOf(this.#chunks[chunk]);
      const texts = Array.from({ length: Math.min(CHUNK, this.#names.end - first) }, (_, i) =>
        i < known.length && !lines.has(i) ? known[i] : this.#textOf(first + i),
      );
      let end = -1;
      this.#chunks[chunk] = { texts: texts.join(END), ends: Uint32Array.from(texts, ({ length }) => (end += length + 1)) };
      this.#stale.delete(chunk);
    }
    return this.#stale.size;
  }

  *saved(): SavedParts {
    this.prepare(Number.POSITIVE_INFINITY);
    for (let first = 0; first < this.#chunks.length; first += SAVED_TOGETHER) {
      const chunks = this.#chunks.slice(first, first + SAVED_TOGETHER);
      const texts = chunks.map((chunk) => (typeof chunk.texts === "object" ? chunk.texts : savedText(chunk.texts)));
      yield savedNumbers(Uint32Array.from(texts, ({ length }) => length));
      yield joined(chunks.map((chunk) => savedNumbers(chunk.ends)));
      yield joined(texts);
    }
    yield new Uint8Array(0);
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    for (let lengths = from.words(); lengths.length > 0; lengths = from.words()) {
      const [ends, texts] = [from.words(), from.bytes()];
      let at = 0;
      for (const [i, length] of lengths.entries()) {
        this.#chunks.push({ ends: ends.subarray(i * CHUNK, (i + 1) * CHUNK), texts: texts.subarray(at, at + length) });
        at += length;
      }
    }
  }

  /** All names that fit a query. */
  *matches(query: NameQuery): IterableIterator<NameMatch> {
    this.prepare(Number.POSITIVE_INFINITY);
    for (const [number, chunk] of this.#chunks.entries()) {
      const texts = textsOf(chunk);
      if (!query.mayFit(texts)) continue;
      let line = 0;
      let seen = -1;
      for (const place of query.places(texts)) {
        while (chunk.ends[line] < place) line++;
        if (line === seen) continue;
        seen = line;
        const score = query.score(texts.slice(line === 0 ? 0 : chunk.ends[line - 1] + END.length, chunk.ends[line]));
        if (score > 0) yield { node: this.#names.node(number * CHUNK + line), score };
      }
    }
  }

  #textOf(name: number): string {
    if (!this.#names.has(name)) return "";
    let text = "";
    for (const [form] of this.#names.forms(name)) text += searchText(form);
    return text;
  }
}

function textsOf(chunk: Chunk): string {
  if (typeof chunk.texts === "string") return chunk.texts;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(chunk.texts);
  chunk.texts = text;
  return text;
}

function linesOf(chunk: Chunk): readonly string[] {
  const texts = textsOf(chunk);
  return Array.from(chunk.ends, (end, line) => texts.slice(line === 0 ? 0 : chunk.ends[line - 1] + END.length, end));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

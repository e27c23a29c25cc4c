import type { IdentityNode } from "./identityNode.js";
import { type NameQuery, searchText } from "./nameSearch.js";
import { type SavedParts, type SavedReader, savedLists, savedText } from "./savedParts.js";

/** So many names are searched as one text first: most of them have none of the words that are looked for. */
const CHUNK = 256;
const END = "\n";

export interface NameMatch {
  readonly node: IdentityNode;
  readonly score: number;
}

interface Chunk {
  /** The texts of the names, a line each. */
  readonly texts: string;
  /** Where each line ends. */
  readonly ends: Uint32Array;
}

/** The names of all documents, to be searched by any part. */
export class NameIndex {
  readonly #nodes: (IdentityNode | null)[] = [];
  readonly #free: number[] = [];
  /** Null where something changed since it was read. */
  readonly #chunks: (Chunk | null)[] = [];
  readonly #stale = new Set<number>();

  /** Says that a name's forms changed; a name that nothing has any more is left out. */
  changed(node: IdentityNode): void {
    if (node.place < 0) {
      if (node.isEmpty) return;
      node.place = this.#free.pop() ?? this.#nodes.length;
      this.#nodes[node.place] = node;
    }
    const chunk = Math.floor(node.place / CHUNK);
    this.#chunks[chunk] = null;
    this.#stale.add(chunk);
    if (!node.isEmpty) return;
    this.#nodes[node.place] = null;
    this.#free.push(node.place);
    node.place = -1;
  }

  /** Reads the texts of up to so many chunks of names, which a search does by itself. @returns how many are left. */
  prepare(most: number): number {
    let left = most;
    for (const chunk of this.#stale) {
      if (left-- <= 0) break;
      const texts = this.#nodes.slice(chunk * CHUNK, (chunk + 1) * CHUNK).map((node) => (node === null ? "" : textOf(node)));
      let end = -1;
      this.#chunks[chunk] = { texts: texts.join(END), ends: Uint32Array.from(texts, ({ length }) => (end += length + 1)) };
      this.#stale.delete(chunk);
    }
    return this.#stale.size;
  }

  *saved(): SavedParts {
    this.prepare(Number.POSITIVE_INFINITY);
    yield* savedLists(this.#chunks.map((chunk) => [...(chunk?.ends ?? [])]));
    for (const chunk of this.#chunks) yield savedText(chunk?.texts ?? "");
  }

  /** Takes up what was saved, in the place of everything. @param nodes all that have a place. */
  restore(from: SavedReader, nodes: Iterable<IdentityNode>): void {
    for (const ends of from.lists()) this.#chunks.push({ texts: from.text(), ends: Uint32Array.from(ends) });
    this.#nodes.length = this.#chunks.reduce((sum, chunk) => sum + (chunk?.ends.length ?? 0), 0);
    this.#nodes.fill(null);
    for (const node of nodes) this.#nodes[node.place] = node;
    for (const [place, node] of this.#nodes.entries()) if (node === null) this.#free.push(place);
  }

  /** All names that fit a query. */
  *matches(query: NameQuery): IterableIterator<NameMatch> {
    this.prepare(Number.POSITIVE_INFINITY);
    for (const [number, chunk] of this.#chunks.entries()) {
      if (chunk === null || !query.mayFit(chunk.texts)) continue;
      let line = 0;
      let seen = -1;
      for (const place of query.places(chunk.texts)) {
        while (chunk.ends[line] < place) line++;
        if (line === seen) continue;
        seen = line;
        const score = query.score(chunk.texts.slice(line === 0 ? 0 : chunk.ends[line - 1] + END.length, chunk.ends[line]));
        const node = score === 0 ? null : this.#nodes[number * CHUNK + line];
        if (node !== null) yield { node, score };
      }
    }
  }
}

function textOf(node: IdentityNode): string {
  let text = "";
  for (const [form] of node.forms()) text += searchText(form);
  return text;
}

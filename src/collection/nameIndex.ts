import type { IdentityNode } from "./identityNode.js";
import { type NameQuery, searchText } from "./nameSearch.js";

/** So many names are searched as one text first: most of them have none of the words that are looked for. */
const CHUNK = 256;
const END = "\n";

export interface NameMatch {
  readonly node: IdentityNode;
  readonly score: number;
}

/** The names of all documents, to be searched by any part. */
export class NameIndex {
  readonly #nodes: (IdentityNode | null)[] = [];
  readonly #free: number[] = [];
  /** The texts of the names of a chunk, a line each; null where something changed since they were read. */
  readonly #chunks: (string | null)[] = [];
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
      this.#chunks[chunk] = texts.join(END);
      this.#stale.delete(chunk);
    }
    return this.#stale.size;
  }

  /** All names that fit a query. */
  *matches(query: NameQuery): IterableIterator<NameMatch> {
    this.prepare(Number.POSITIVE_INFINITY);
    for (const [chunk, texts] of this.#chunks.entries()) {
      if (texts === null || !query.mayFit(texts)) continue;
      for (const [i, text] of texts.split(END).entries()) {
        const score = text === "" ? 0 : query.score(text);
        const node = score === 0 ? null : this.#nodes[chunk * CHUNK + i];
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

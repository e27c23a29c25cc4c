import { Collection } from "../collection/collection.js";
import { openRecord } from "../collection/documentRecord.js";
import type { RecordSource } from "../collection/documentTable.js";
import type { CollectionFile, DocumentHashes } from "./collectionFile.js";
import type { RecordSink } from "./gatheredDocuments.js";
import type { RecordCache } from "./recordCache.js";

/** So many documents, and this part of all, have to be others than those that are stored: the storing of all is worth it. */
const [FEWEST, PART] = [50, 0.01];

/**
 * The collection, by the documents' addresses. It is taken up from what was stored of it before, of which the search for documents then tells what is
 * still right; and stored when it is at rest.
 */
export class KeptCollection implements RecordSink {
  readonly collection: Collection;
  readonly #file: CollectionFile;
  readonly #known: Pick<RecordCache, "has" | "read">;
  readonly #hashes: Map<string, string>;
  #stored: DocumentHashes;

  /** @param known has the records. */
  constructor(file: CollectionFile, known: Pick<RecordCache, "has" | "read">) {
    this.#file = file;
    this.#known = known;
    const taken = file.read((documents, from) => {
      for (const hash of documents.values()) if (!known.has(hash)) return null;
      return { documents, collection: Collection.restored(from, (path) => this.#sourceOf(documents.get(path) ?? "")) };
    });
    this.collection = taken?.collection ?? new Collection();
    this.#stored = taken?.documents ?? new Map();
    this.#hashes = new Map(this.#stored);
  }

  hashOf(uri: string): string | undefined {
    return this.#hashes.get(uri);
  }

  put(uri: string, bytes: Uint8Array, hash: string): boolean {
    const record = openRecord(bytes);
    if (record === null) return false;
    this.collection.add(uri, record, this.#known.has(hash) ? this.#sourceOf(hash) : null);
    this.#hashes.set(uri, hash);
    return true;
  }

  remove(uri: string): void {
    this.collection.remove(uri);
    this.#hashes.delete(uri);
  }

  retain(isWanted: (uri: string) => boolean): void {
    for (const uri of this.#hashes.keys()) if (!isWanted(uri)) this.remove(uri);
  }

  /**
   * Stores the collection where that is worth it.
   * @param turn lets other work go before; what is changed by it is not stored.
   */
  async store(turn: () => Promise<void>): Promise<void> {
    if (!this.#isWorthIt()) return;
    const { version } = this.collection;
    const documents = new Map(this.#hashes);
    const isWritten = await this.#file.write(documents, this.collection.saved(), async () => {
      await turn();
      return this.collection.version === version;
    });
    if (isWritten) this.#stored = documents;
  }

  #isWorthIt(): boolean {
    let others = 0;
    for (const [uri, hash] of this.#hashes) {
      if (!this.#known.has(hash)) return false;
      if (this.#stored.get(uri) !== hash) others++;
    }
    for (const uri of this.#stored.keys()) if (!this.#hashes.has(uri)) others++;
    return others >= Math.max(FEWEST, PART * this.#hashes.size);
  }

  /** @throws Error where the record cannot be read any more: the thread ends, and the next one has the document analysed again. */
  #sourceOf(hash: string): RecordSource {
    return (into) => {
      if (this.#known.read(hash, into)) return;
      this.#file.forget();
      throw new Error("A stored analysis was lost while it was needed.");
    };
  }
}

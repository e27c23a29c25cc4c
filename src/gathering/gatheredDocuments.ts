import type { Door, GatheringPhase, GatheringProgress, LeftOut } from "./gatherProtocol.js";

/** Where the records go. It may have some from before, of which the first search tells what is still right. */
export interface RecordSink {
  /** The hash of the text whose record it has; undefined where it has none of the address. */
  hashOf(uri: string): string | undefined;
  /**
   * @param hash of the text, by which the record is known until it is taken out or replaced.
   * @returns false where the bytes are no record of this format: the document is analysed again.
   */
  put(uri: string, record: Uint8Array, hash: string): boolean;
  remove(uri: string): void;
  /** Takes out all that are not wanted. */
  retain(isWanted: (uri: string) => boolean): void;
}

/** A document that the search or an editor came upon. */
export interface MetDocument {
  readonly uri: string;
  /** As the reader sees it. */
  readonly path: string;
  /** What its door calls it; empty where only an editor has it. */
  readonly place: string;
  readonly door: Door;
}

/** A document under review, and how far it is. */
export interface GatheredDocument extends MetDocument {
  /** Rises with every reading: the outcome of an older one is dropped. */
  reading: number;
  state: "waiting" | "gathered" | "leftOut";
  /** Of the text whose record the collection has; empty where it has none. */
  hash: string;
  reason: string;
  /** Which search came upon it last. */
  search: number;
}

export interface DocumentsParts {
  readonly sink: RecordSink;
  /** Called after every change; many may come at once. */
  readonly changed: () => void;
  /** Tells what the reader of a log should know. */
  readonly tell: (message: string) => void;
}

/** The documents under review: which wait for their analysis, which the collection has, and which are left out. */
export class GatheredDocuments {
  readonly #parts: DocumentsParts;
  readonly #all = new Map<string, GatheredDocument>();
  readonly #waiting = new Set<GatheredDocument>();
  readonly #told = new Set<string>();

  constructor(parts: DocumentsParts) {
    this.#parts = parts;
  }

  find(uri: string): GatheredDocument | undefined {
    return this.#all.get(uri);
  }

  all(): readonly GatheredDocument[] {
    return [...this.#all.values()];
  }

  /** What is waiting longest; undefined where nothing waits. */
  get next(): GatheredDocument | undefined {
    const [next] = this.#waiting;
    return next;
  }

  /** @param phase how far the gathering is, where it is not by what waits. */
  progress(phase: GatheringPhase | null): GatheringProgress {
    let [gathered, leftOut] = [0, 0];
    for (const { state } of this.#all.values()) {
      if (state === "gathered") gathered++;
      else if (state === "leftOut") leftOut++;
    }
    const isReady = gathered + leftOut === this.#all.size;
    return { phase: phase ?? (isReady ? "ready" : "analysing"), documents: this.#all.size - leftOut, gathered, leftOut };
  }

  /** The documents that cannot be read, by path. */
  leftOut(): readonly LeftOut[] {
    const documents = this.all().filter(({ state }) => state === "leftOut");
    return documents.map(({ uri, path, reason }) => ({ uri, path, reason })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** @returns the document that was met. One that is in a folder is known better than one that is only open. */
  enter({ uri, path, place, door }: MetDocument, search: number): GatheredDocument {
    const known = this.#all.get(uri);
    if (known && (known.place !== "" || place === "")) {
      known.search = search;
      return known;
    }
    const document: GatheredDocument = {
      uri,
      path,
      place,
      door,
      reading: (known?.reading ?? 0) + 1,
      state: known?.state ?? "waiting",
      hash: known?.hash ?? this.#parts.sink.hashOf(uri) ?? "",
      reason: "",
      search,
    };
    if (known) this.#waiting.delete(known);
    this.#all.set(uri, document);
    return document;
  }

  /** What the collection has of a document stays until the new record is there. */
  wait(document: GatheredDocument): void {
    document.reading++;
    this.#waiting.add(document);
    if (document.state !== "gathered") document.state = "waiting";
    this.#parts.changed();
  }

  /** A document that waited is read. @returns the number of the reading. */
  take(document: GatheredDocument): number {
    this.#waiting.delete(document);
    return ++document.reading;
  }

  /** Nothing waits any more. */
  giveUp(): void {
    this.#waiting.clear();
  }

  /** A document whose text has a hash is gathered where the collection has its record. @returns whether it has. */
  adopt(document: GatheredDocument, hash: string): boolean {
    if (this.#parts.sink.hashOf(document.uri) !== hash) return false;
    document.state = "gathered";
    document.hash = hash;
    this.#parts.changed();
    return true;
  }

  /** The collection has no others than those that are here. */
  retain(): void {
    this.#parts.sink.retain((uri) => this.#all.has(uri));
  }

  /** @returns false where the bytes are no record of this format. */
  gather(document: GatheredDocument, record: Uint8Array, hash: string): boolean {
    if (!this.#parts.sink.put(document.uri, record, hash)) return false;
    document.state = "gathered";
    document.hash = hash;
    this.#parts.changed();
    return true;
  }

  /** @param reason the end of a sentence. */
  leaveOut(document: GatheredDocument, reason: string): void {
    this.#parts.sink.remove(document.uri);
    document.state = "leftOut";
    document.hash = "";
    document.reason = reason;
    this.#waiting.delete(document);
    this.tellOnce(document.uri, `${document.path} is left out: ${reason}.`);
    this.#parts.changed();
  }

  forget(document: GatheredDocument): void {
    document.reading++;
    this.#waiting.delete(document);
    if (this.#all.get(document.uri) === document) this.#all.delete(document.uri);
    this.#parts.sink.remove(document.uri);
    this.#parts.changed();
  }

  /** Tells something of an address, unless it was told before. */
  tellOnce(uri: string, message: string): void {
    const key = `${uri} ${message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#parts.tell(message.replace(/[\p{Cc}\u2028\u2029]+/gu, " "));
  }
}

import type { Answer, CollectionReply, CollectionRequest, Given, Query, QueryName } from "../gathering/collectionProtocol.js";
import type { GatheringProgress } from "../gathering/gatherProtocol.js";

/** The collection's thread; a node:worker_threads Worker is one. */
export interface CollectionThread {
  postMessage(request: CollectionRequest): void;
  on(event: "message", listener: (reply: CollectionReply) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

export interface ClientParts {
  readonly startThread: () => CollectionThread;
  readonly log: (message: string) => void;
  /** Called with every word on how far the gathering is; `version` rises with every change of the collection. */
  readonly told: (progress: GatheringProgress, version: number) => void;
  /** The thread ended without being asked to; the next request starts another, which knows nothing of the workspace. */
  readonly lost: () => void;
}

/** Talks with the collection's thread, which starts with the first request. */
export class CollectionClient {
  readonly #parts: ClientParts;
  readonly #asked = new Map<number, (answer: Answer<QueryName> | null) => void>();
  #thread: CollectionThread | undefined;
  #questions = 0;
  #disposed = false;

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  post(request: CollectionRequest): void {
    if (this.#disposed) return;
    this.#thread ??= this.#started();
    this.#thread.postMessage(request);
  }

  /** @returns the collection's answer; null where its thread ended before it had one. It never throws. */
  ask<K extends QueryName>(name: K, ...given: Given<K>): Promise<Answer<K> | null> {
    if (this.#disposed) return Promise.resolve(null);
    const id = this.#questions++;
    return new Promise((settle) => {
      this.#asked.set(id, settle as (answer: Answer<QueryName> | null) => void);
      this.post({ kind: "ask", id, query: { name, given } as Query });
    });
  }

  dispose(): void {
    this.#disposed = true;
    void this.#thread?.terminate();
    this.#forget();
  }

  #started(): CollectionThread {
    const thread = this.#parts.startThread();
    thread.on("message", (reply) => this.#receive(reply));
    thread.on("error", (error) => this.#parts.log(`The collection's thread failed: ${error.stack ?? error.message}`));
    thread.on("exit", () => {
      if (this.#thread !== thread || this.#disposed) return;
      this.#forget();
      this.#parts.lost();
    });
    return thread;
  }

  #receive(reply: CollectionReply): void {
    switch (reply.kind) {
      case "progress":
        this.#parts.told(reply.progress, reply.version);
        break;
      case "log":
        this.#parts.log(reply.message);
        break;
      case "answer":
        this.#asked.get(reply.id)?.(reply.answer);
        this.#asked.delete(reply.id);
    }
  }

  #forget(): void {
    this.#thread = undefined;
    for (const settle of this.#asked.values()) settle(null);
    this.#asked.clear();
  }
}

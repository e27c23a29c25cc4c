import { describe, expect, it } from "vitest";
import { CollectionClient, type CollectionThread } from "../../../src/across/collectionClient.js";
import type { CollectionReply, CollectionRequest } from "../../../src/gathering/collectionProtocol.js";

/** A thread that answers when the test says so. */
class ThreadOfTest implements CollectionThread {
  readonly requests: CollectionRequest[] = [];
  readonly #listeners = new Map<string, (value: never) => void>();

  postMessage(request: CollectionRequest): void {
    this.requests.push(request);
  }

  on(event: string, listener: (value: never) => void): void {
    this.#listeners.set(event, listener);
  }

  async terminate(): Promise<number> {
    return 0;
  }

  reply(reply: CollectionReply): void {
    this.#listeners.get("message")?.(reply as never);
  }

  end(): void {
    this.#listeners.get("exit")?.(1 as never);
  }
}

function started() {
  const threads: ThreadOfTest[] = [];
  const told: string[] = [];
  const client = new CollectionClient({
    startThread: () => {
      const thread = new ThreadOfTest();
      threads.push(thread);
      return thread;
    },
    log: (message) => told.push(message),
    told: ({ phase }, version) => told.push(`${phase} ${version}`),
    lost: () => told.push("lost"),
  });
  return { client, threads, told };
}

describe("the collection's client", () => {
  it("gives each question its own answer, in whatever order they come", async () => {
    const { client, threads } = started();
    const [first, second] = [client.ask("entity", "a"), client.ask("datesInOrder", { count: 0 })];
    const [thread] = threads;
    expect(thread.requests.map((request) => request.kind === "ask" && request.query.name)).toEqual(["entity", "datesInOrder"]);
    thread.reply({ kind: "answer", id: 1, answer: { items: [], total: 7 } });
    thread.reply({ kind: "answer", id: 0, answer: null });
    expect(await second).toEqual({ items: [], total: 7 });
    expect(await first).toBeNull();
  });

  it("starts no thread before the first request, and one more after a loss, of which it tells", async () => {
    const { client, threads, told } = started();
    expect(threads.length).toBe(0);
    const answer = client.ask("topics");
    threads[0].end();
    expect(await answer).toBeNull();
    expect(told).toEqual(["lost"]);
    client.post({ kind: "pause" });
    expect(threads.length).toBe(2);
  });

  it("settles what was asked when it is disposed, and tells of no loss then", async () => {
    const { client, threads, told } = started();
    const answer = client.ask("topics");
    client.dispose();
    threads[0].end();
    expect(await answer).toBeNull();
    expect(await client.ask("topics")).toBeNull();
    expect(told).toEqual([]);
    expect(threads.length).toBe(1);
  });
});

import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { analysisServer } from "../../../src/worker/analysisServer.js";
import { AnalysisClient, type WorkerThread } from "../../../src/worker/client.js";
import type { WorkerRequest } from "../../../src/worker/protocol.js";
import { analysisOf } from "../review/fixtures.js";

/** A thread that lives in the test's own: it dies of the text "deadly", throws at "bad". Messages take a turn, as they do between threads. */
class LocalThread extends EventEmitter implements WorkerThread {
  #alive = true;
  readonly #serve = analysisServer({
    createAnalyzer: () => ({
      analyze: (text) => {
        if (text.includes("deadly")) this.die();
        if (text.includes("bad")) throw new Error("bad text");
        return analysisOf({ length: text.length });
      },
    }),
    reply: (reply) => this.#later(() => this.emit("message", reply)),
    defer: (work) => this.#later(work),
  });

  postMessage(request: WorkerRequest): void {
    this.#later(() => this.#serve(request));
  }

  die(): void {
    setImmediate(() => {
      this.#alive = false;
      this.emit("exit", 134);
    });
  }

  terminate(): Promise<number> {
    this.#alive = false;
    return Promise.resolve(0);
  }

  #later(work: () => void): void {
    setImmediate(() => {
      if (this.#alive) work();
    });
  }
}

function newClient(makeThread: () => LocalThread = () => new LocalThread()) {
  const texts = new Map<string, string>();
  const threads: LocalThread[] = [];
  const events: string[] = [];
  const client = new AnalysisClient({
    startThread: () => {
      const thread = makeThread();
      threads.push(thread);
      return thread;
    },
    textOf: (uri) => ({ version: 7, path: uri, text: texts.get(uri) ?? "" }),
    onAnalysis: (uri, version, { analysis }) => events.push(`${uri}@${version}: ${analysis.document.length}`),
    onFailure: (uri) => events.push(`${uri} failed`),
    log: () => undefined,
  });
  function open(uri: string, text: string): void {
    texts.set(uri, text);
    client.open(uri, { version: 7, path: uri, text });
  }
  return { client, open, events, threads };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe("the worker's client", () => {
  it("starts one thread with the first text and hands out the analyses", async () => {
    const { client, open, events, threads } = newClient();
    client.setFront("b");
    expect(threads).toHaveLength(0);
    open("a", "123");
    open("b", "12345");
    await settled();
    expect(threads).toHaveLength(1);
    expect([...events].sort()).toEqual(["a@7: 3", "b@7: 5"]);
  });

  it("has edits analysed when asked to", async () => {
    const { client, open, events } = newClient();
    open("a", "123");
    await settled();
    client.edit("a", 8, [{ offset: 3, length: 0, text: "456" }]);
    await settled();
    expect(events).toEqual(["a@7: 3"]);
    client.analyze("a");
    await settled();
    expect(events).toEqual(["a@7: 3", "a@8: 6"]);
  });

  it("tells of a text whose analysis throws, and goes on", async () => {
    const { open, events, threads } = newClient();
    open("a", "bad");
    open("b", "1");
    await settled();
    expect(events).toEqual(["a failed", "b@7: 1"]);
    expect(threads).toHaveLength(1);
  });

  it("starts another thread after a death, without the document that killed it", async () => {
    const { open, events, threads } = newClient();
    open("a", "deadly");
    open("b", "12");
    await settled();
    expect(threads).toHaveLength(2);
    expect(events).toContain("a failed");
    expect(events.at(-1)).toBe("b@7: 2");
  });

  it("gives a deadly document a second chance and no third", async () => {
    const { open, threads } = newClient();
    open("b", "12");
    for (let attempt = 0; attempt < 4; attempt++) {
      open("a", "deadly");
      await settled();
    }
    expect(threads).toHaveLength(3);
  });

  it("gives up after three threads that die at their start", async () => {
    const { open, events, threads } = newClient(() => {
      const thread = new LocalThread();
      thread.removeAllListeners();
      thread.postMessage = () => undefined;
      thread.die();
      return thread;
    });
    open("a", "1");
    await settled();
    expect(threads).toHaveLength(3);
    expect(events).toEqual(["a failed"]);
  });

  it("is silent after it is disposed of, and about documents that are closed", async () => {
    const { client, open, events } = newClient();
    open("a", "1");
    client.close("a");
    await settled();
    expect(events).toEqual([]);
    open("b", "1");
    client.dispose();
    await settled();
    expect(events).toEqual([]);
  });
});

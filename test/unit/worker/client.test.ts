import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { analysisServer } from "../../../src/worker/analysisServer.js";
import { AnalysisClient, type WorkerThread } from "../../../src/worker/client.js";
import type { OpenedText } from "../../../src/worker/handover.js";
import { AnalysisLanes } from "../../../src/worker/lanes.js";
import type { WorkerRequest } from "../../../src/worker/protocol.js";
import { ReadAhead } from "../../../src/worker/readAhead.js";
import { analysisOf } from "../review/fixtures.js";

/** A thread that lives in the test's own: it dies of the text "deadly", throws at "bad", never ends with "endless". Messages take a turn, as they do between threads. */
class LocalThread extends EventEmitter implements WorkerThread {
  #alive = true;
  #endless = false;
  readonly #serve = analysisServer({
    reasonAgainst: (text) => (text.includes("no text") ? "This is no text." : null),
    createAnalyzer: () => ({
      analyze: (text) => {
        if (text.includes("deadly")) this.die();
        if (text.includes("endless")) this.#endless = true;
        if (text.includes("bad")) throw new Error("bad text");
        return analysisOf({ length: text.length });
      },
    }),
    readAhead: new ReadAhead({
      createAnalyzer: () => ({ analyze: () => analysisOf({}) }),
      practice: "",
      textsBeside: () => [],
      textAt: () => null,
      after: () => () => {},
    }),
    reply: (reply) => setImmediate(() => this.#alive && this.emit("message", reply)),
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
    this.die();
    return Promise.resolve(0);
  }

  #later(work: () => void): void {
    setImmediate(() => {
      if (this.#alive && !this.#endless) work();
    });
  }
}

function opened(version: number, text: string): OpenedText {
  return { version, path: "some.txt", length: text.length, slice: (start, end) => text.slice(start, end) };
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
    textOf: (uri) => opened(7, texts.get(uri) ?? ""),
    onAnalysis: (uri, version, { analysis }) => events.push(`${uri}@${version}: ${analysis.document.length}`),
    onFailure: (uri, reason) => events.push(reason === "This is no text." ? `${uri} refused` : `${uri} failed`),
    log: () => undefined,
  });
  function open(uri: string, text: string): void {
    texts.set(uri, text);
    client.open(uri, opened(7, text));
  }
  return { client, open, events, threads, texts };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await nextTurn();
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

  it("hands a long text over in pieces, and from its beginning where it is edited meanwhile", async () => {
    const { client, open, events, texts } = newClient();
    const long = "x".repeat(480_000);
    open("a", long);
    open("b", "12");
    await nextTurn();
    texts.set("a", `${long}yy`);
    client.edit("a", 8, [{ offset: long.length, length: 0, text: "yy" }]);
    client.analyze("a");
    await settled();
    expect(events).toEqual(["b@7: 2", `a@7: ${long.length + 2}`]);
    client.edit("a", 8, [{ offset: 0, length: 1, text: "" }]);
    client.analyze("a");
    await settled();
    expect(events.at(-1)).toBe(`a@8: ${long.length + 1}`);
  });

  it("is silent about a long text that is closed before it was handed over", async () => {
    const { client, open, events } = newClient();
    open("a", "x".repeat(480_000));
    await nextTurn();
    client.close("a");
    await settled();
    expect(events).toEqual([]);
  });

  it("hands a long text over to the thread that follows one that died meanwhile", async () => {
    const { open, events, threads } = newClient();
    open("b", "12");
    await settled();
    open("a", "x".repeat(480_000));
    await nextTurn();
    threads[0].die();
    await settled();
    expect(threads).toHaveLength(2);
    expect(events.at(-1)).toBe("a@7: 480000");
  });

  it("tells of what is no text, and takes it again when it is one", async () => {
    const { open, events } = newClient();
    open("a", "this is no text");
    open("b", "1");
    await settled();
    expect([...events].sort()).toEqual(["a refused", "b@7: 1"]);
    open("a", "this is one");
    await settled();
    expect(events.at(-1)).toBe("a@7: 11");
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

  it("stops a thread that does not come to an end, and goes on without the document", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { open, events, threads } = newClient();
      open("a", "endless");
      open("b", "12");
      await settled();
      expect(events).toEqual([]);
      vi.advanceTimersByTime(600_000);
      await settled();
      expect(threads).toHaveLength(2);
      expect(events).toEqual(["a failed", "b@7: 2"]);
    } finally {
      vi.useRealTimers();
    }
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

describe("the lanes", () => {
  it("analyse large texts in a thread of their own, and the others in another", async () => {
    const threads: LocalThread[] = [];
    const events: string[] = [];
    const lanes = new AnalysisLanes({
      startThread: () => {
        threads.push(new LocalThread());
        return threads[threads.length - 1];
      },
      textOf: () => opened(2, "x".repeat(599_999)),
      onAnalysis: (uri, version, { analysis }) => events.push(`${uri}@${version}: ${analysis.document.length}`),
      onFailure: (uri) => events.push(`${uri} failed`),
      log: () => undefined,
    });
    lanes.open("small", opened(1, "1"));
    lanes.open("other", opened(1, "12"));
    expect(threads).toHaveLength(1);
    lanes.open("large", opened(1, "x".repeat(600_000)));
    expect(threads).toHaveLength(1);
    await nextTurn();
    expect(threads).toHaveLength(2);
    lanes.edit("large", 2, [{ offset: 0, length: 1, text: "" }]);
    lanes.analyze("large");
    await settled();
    expect([...events].sort()).toEqual(["large@2: 599999", "other@1: 2", "small@1: 1"]);
    lanes.dispose();
  });

  it("make one thread ready before the first text, and none anew that died of it", async () => {
    const threads: LocalThread[] = [];
    const { lanes, events } = newLanes(() => {
      const thread = new LocalThread();
      threads.push(thread);
      return thread;
    });
    lanes.prepare();
    lanes.prepare();
    expect(threads).toHaveLength(1);
    lanes.open("a", opened(1, "x"));
    await settled();
    expect(threads).toHaveLength(1);
    expect(events).toEqual(["a@1"]);
    lanes.close("a");
    threads[0].die();
    await settled();
    lanes.prepare();
    expect(threads).toHaveLength(1);
    lanes.open("b", opened(1, "x"));
    await settled();
    expect(events).toEqual(["a@1", "b@1"]);
  });

  it("move a text that is opened again at another length", async () => {
    const { events, lanes } = newLanes();
    lanes.open("a", opened(1, "x".repeat(600_000)));
    lanes.open("a", opened(2, "x"));
    await settled();
    expect(events).toEqual(["a@2"]);
    lanes.close("a");
    lanes.analyze("a");
    await settled();
    expect(events).toEqual(["a@2"]);
  });
});

function newLanes(startThread: () => LocalThread = () => new LocalThread()): {
  readonly lanes: AnalysisLanes;
  readonly events: readonly string[];
} {
  const events: string[] = [];
  const lanes = new AnalysisLanes({
    startThread,
    textOf: () => opened(2, "x".repeat(600_000)),
    onAnalysis: (uri, version) => events.push(`${uri}@${version}`),
    onFailure: (uri) => events.push(`${uri} failed`),
    log: () => undefined,
  });
  return { lanes, events };
}

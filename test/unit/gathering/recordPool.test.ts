import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { RecordPool, type RecordThread, type ThreadRoom } from "../../../src/gathering/recordPool.js";
import type { RecordOutcome, RecordReply, RecordRequest } from "../../../src/gathering/recordProtocol.js";

/** A thread that answers when the test says so. */
class FakeThread implements RecordThread {
  readonly requests: RecordRequest[] = [];
  terminated = false;
  readonly #listeners = new Map<string, (value: never) => void>();

  postMessage(request: RecordRequest): void {
    this.requests.push(request);
  }

  on(event: string, listener: (value: never) => void): void {
    this.#listeners.set(event, listener);
  }

  async terminate(): Promise<number> {
    if (this.terminated) return 1;
    this.terminated = true;
    this.exit(1);
    return 1;
  }

  answer(outcome: RecordOutcome): void {
    this.#fire("message", { job: this.requests.at(-1)?.job ?? -1, outcome } satisfies RecordReply);
  }

  exit(code: number): void {
    this.terminated = true;
    this.#fire("exit", code);
  }

  #fire(event: string, value: unknown): void {
    (this.#listeners.get(event) as ((value: unknown) => void) | undefined)?.(value);
  }
}

let threads: FakeThread[];
let rooms: ThreadRoom[];
let log: string[];
const RECORD: RecordOutcome = { kind: "record", record: Uint8Array.of(1) };

function poolOf(size: number): RecordPool {
  const startThread = (room: ThreadRoom) => {
    const thread = new FakeThread();
    rooms.push(room);
    threads.push(thread);
    return thread;
  };
  return new RecordPool({ startThread, size, log: (message) => log.push(message) });
}

beforeEach(() => {
  threads = [];
  rooms = [];
  log = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("the pool", () => {
  it("sends home at once those that have nothing to do, and starts others when there is work again", async () => {
    const pool = poolOf(2);
    void pool.analyze("a", "text");
    void pool.analyze("b", "text");
    threads[0].answer(RECORD);
    pool.sendHome();
    expect(threads.map(({ terminated }) => terminated)).toEqual([true, false]);
    void pool.analyze("c", "text");
    expect(threads.map(({ requests }) => requests.map(({ path }) => path))).toEqual([["a"], ["b"], ["c"]]);
    expect(log).toEqual([]);
  });

  it("starts a thread for each text up to its size, and hands on what waits in order", async () => {
    const pool = poolOf(2);
    expect(pool.room).toBe(3);
    const outcomes = ["a", "b", "c"].map((path) => pool.analyze(path, "text"));
    expect(threads.map(({ requests }) => requests.map(({ path }) => path))).toEqual([["a"], ["b"]]);
    expect(pool.room).toBe(0);
    threads[1].answer(RECORD);
    expect(await outcomes[1]).toBe(RECORD);
    expect(threads[1].requests.map(({ path }) => path)).toEqual(["b", "c"]);
    pool.dispose();
  });

  it("ends its threads when there has been nothing to do for a while, and starts anew", async () => {
    const pool = poolOf(1);
    const first = pool.analyze("a", "text");
    threads[0].answer(RECORD);
    await first;
    vi.advanceTimersByTime(4000);
    expect(threads[0].terminated).toBe(false);
    vi.advanceTimersByTime(2000);
    expect(threads[0].terminated).toBe(true);
    const second = pool.analyze("b", "text");
    threads[1].answer(RECORD);
    expect(await second).toBe(RECORD);
    pool.dispose();
  });

  it("gives a large text a thread with room for it, in the place of another, which takes other texts after it", async () => {
    const pool = poolOf(1);
    const outcomes = [100, 9 << 20, 200].map((length) => pool.analyze(`${length}`, new Uint8Array(length)));
    threads[0].answer(RECORD);
    await outcomes[0];
    expect([threads.length, threads[0].terminated]).toEqual([2, true]);
    threads[1].answer(RECORD);
    await outcomes[1];
    threads[1].answer(RECORD);
    await outcomes[2];
    expect(rooms).toEqual(["usual", "large"]);
    expect(log).toEqual([]);
    pool.dispose();
  });

  it("gives up the text that ends its thread, and goes on with the next", async () => {
    const pool = poolOf(1);
    const outcomes = ["a", "b"].map((path) => pool.analyze(path, "text"));
    threads[0].exit(134);
    expect(await outcomes[0]).toMatchObject({ kind: "failed" });
    threads[1].answer(RECORD);
    expect(await outcomes[1]).toBe(RECORD);
    expect(log).toEqual(["An analysis thread ended with code 134 at a."]);
    pool.dispose();
  });

  it("stops an analysis that finds no end", async () => {
    const pool = poolOf(1);
    const outcome = pool.analyze("a", "x".repeat(1000));
    vi.advanceTimersByTime(61_000);
    expect(await outcome).toMatchObject({ kind: "failed" });
    expect(log[0]).toBe("The analysis of a takes too long and is stopped.");
    pool.dispose();
  });

  it("logs why an analysis threw, and tells the reader to look there", async () => {
    const pool = poolOf(1);
    const outcome = pool.analyze("a", "text");
    threads[0].answer({ kind: "failed", reason: "Error: here" });
    expect(await outcome).toEqual({ kind: "failed", reason: "its analysis failed; the reason is in the output of Source Review" });
    expect(log).toEqual(["The analysis of a failed: Error: here"]);
    pool.dispose();
  });

  it("gives up what waits when threads do not even start", async () => {
    const pool = poolOf(1);
    const outcomes = ["a", "b", "c", "d"].map((path) => pool.analyze(path, "text"));
    for (let i = 0; i < 3; i++) threads[i].exit(1);
    expect(threads).toHaveLength(3);
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(Array(4).fill("failed"));
    pool.dispose();
  });

  it("begins nothing while it is held, and longer where it is held again", async () => {
    const pool = poolOf(1);
    pool.hold(300);
    const outcome = pool.analyze("a", "text");
    vi.advanceTimersByTime(200);
    pool.hold(300);
    vi.advanceTimersByTime(200);
    expect(threads).toHaveLength(0);
    vi.advanceTimersByTime(150);
    threads[0].answer(RECORD);
    expect(await outcome).toBe(RECORD);
    pool.dispose();
  });
});

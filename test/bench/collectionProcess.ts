// The shipped collection's thread, as VS Code's extension host has it: started on a folder, asked questions, watched from its process.

import { resolve } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import {
  type Answer,
  type CollectionReply,
  type CollectionThreadData,
  collectionLimits,
  type Given,
  type QueryName,
} from "../../src/gathering/collectionProtocol.js";

/** What `npm run build` makes. */
export const ANALYST = resolve("dist/worker.js");
const THREAD = resolve("dist/collectionThread.js");
/** The resolution of the watch over delays, in milliseconds, which counts as delay itself. */
const RESOLUTION = 5;
/** Milliseconds between two looks at the memory. */
const LOOK = 50;
/** The thread counts as at rest when it used no more than this part of a processor, so often one after the other. */
const [AT_REST, RESTS] = [0.1, 3];

/** A process with the thread that holds a collection. */
export class CollectionProcess {
  readonly #thread: Worker;
  readonly #asked = new Map<number, (answer: unknown) => void>();
  readonly #looking: NodeJS.Timeout;
  #questions = 0;
  #peak = 0;
  #told: (reply: CollectionReply) => void = () => undefined;

  /** @param cache the file of what is known from before. */
  constructor(cache: string) {
    const workerData: CollectionThreadData = { cache, analyst: ANALYST };
    this.#thread = new Worker(THREAD, { workerData, resourceLimits: collectionLimits(0) });
    this.#thread.on("message", (reply: CollectionReply) => this.#receive(reply));
    this.#looking = setInterval(() => {
      this.#peak = Math.max(this.#peak, process.memoryUsage().rss);
    }, LOOK);
  }

  /** The most memory that the whole process had so far, in megabytes, rubbish and all. */
  get peak(): number {
    return this.#peak / 1_000_000;
  }

  /**
   * Gathers the documents below a folder.
   * @returns the milliseconds it took by the clock, and those that a keystroke in the same process had to wait meanwhile, at most and all
   * but one in a thousand.
   */
  async gather(folder: string, documents: number): Promise<{ readonly took: number; readonly longest: number; readonly most: number }> {
    const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
    delays.enable();
    const began = performance.now();
    const done = new Promise<void>((resolve, reject) => {
      this.#told = (reply) => {
        if (reply.kind === "log") console.error(reply.message);
        if (reply.kind !== "progress" || reply.progress.phase !== "ready") return;
        if (reply.progress.gathered === documents) resolve();
        else reject(new Error(`${reply.progress.gathered} of ${documents} documents were gathered.`));
      };
    });
    const place = { uri: `file://${folder}`, prefix: "", place: folder, wholePath: folder, door: "disk" as const };
    const rules = { documents: ["**/sources/*.txt"], exclude: [] };
    this.#thread.postMessage({ kind: "search", wanted: { folders: [place], rules, chosen: [], takenOut: [] } });
    await done;
    delays.disable();
    const waited = (nanoseconds: number) => Math.max(0, nanoseconds / 1_000_000 - RESOLUTION);
    return { took: performance.now() - began, longest: waited(delays.max), most: waited(delays.percentile(99.9)) };
  }

  /** @returns the answer, and how many milliseconds it took by the clock. */
  async ask<K extends QueryName>(name: K, ...given: Given<K>): Promise<{ readonly answer: Answer<K>; readonly took: number }> {
    const began = performance.now();
    const id = this.#questions++;
    const answer = await new Promise<unknown>((resolve) => {
      this.#asked.set(id, resolve);
      this.#thread.postMessage({ kind: "ask", id, query: { name, given } });
    });
    return { answer: answer as Answer<K>, took: performance.now() - began };
  }

  /** @returns when the thread has nothing left to do. */
  async rest(): Promise<void> {
    for (let rests = 0; rests < RESTS; ) {
      const [began, start] = [performance.now(), process.cpuUsage()];
      await pause(250);
      const { user, system } = process.cpuUsage(start);
      rests = (user + system) / 1000 < AT_REST * (performance.now() - began) ? rests + 1 : 0;
    }
  }

  async end(): Promise<void> {
    clearInterval(this.#looking);
    await this.#thread.terminate();
  }

  #receive(reply: CollectionReply): void {
    if (reply.kind === "answer") {
      this.#asked.get(reply.id)?.(reply.answer);
      this.#asked.delete(reply.id);
    } else this.#told(reply);
  }
}

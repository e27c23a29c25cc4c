import type { TextEdit } from "../review/textEdits.js";
import { AnalysisCollector, type OrderedAnalysis } from "./analysisParts.js";
import { Handover, isLong, type OpenedText } from "./handover.js";
import type { WorkerReply, WorkerRequest } from "./protocol.js";

/** The worker thread as the client sees it; a node:worker_threads Worker is one. */
export interface WorkerThread {
  postMessage(request: WorkerRequest): void;
  on(event: "message", listener: (reply: WorkerReply) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

export interface ClientParts {
  readonly startThread: () => WorkerThread;
  /**
   * The text of a document that was opened, as it is now; asked for when a thread starts, and when the text is edited before it was
   * handed over.
   */
  readonly textOf: (uri: string) => OpenedText | undefined;
  readonly onAnalysis: (uri: string, version: number, ordered: OrderedAnalysis) => void;
  /** The document cannot be analysed and was closed here; the reason is a sentence for the reader. */
  readonly onFailure: (uri: string, reason: string) => void;
  readonly log: (message: string) => void;
}

/** This many deaths in a row before the first analysis began: the thread is not started again for the documents that wait. */
const MOST_FALSE_STARTS = 3;
/** A document that ended this many threads is not tried again, however it is edited. */
const MOST_ENDED = 2;

/** An analysis that takes longer than this has lost its way: some fifty times what it takes on a slow machine. */
function longestTime(length: number): number {
  return 60_000 + length * 0.06;
}

const THREW = "The analysis of this document failed. The reason is in the output of Source Review.";
const DIED = "This document stopped the analysis. The reason is in the output of Source Review.";
const CANNOT_START = "The analysis cannot be started. The reason is in the output of Source Review.";

/** Has texts analysed in a worker thread, which it starts with the first text and again if it dies. */
export class AnalysisClient {
  readonly #parts: ClientParts;
  readonly #handover = new Handover((request) => this.#send(request));
  /** The documents that were opened and their lengths then, in UTF-16 code units. */
  readonly #open = new Map<string, number>();
  #watch: NodeJS.Timeout | undefined;
  #thread: WorkerThread | null = null;
  /** A thread is started a turn after a long text came, which was work enough. */
  #starting: NodeJS.Immediate | undefined;
  #front: string | null = null;
  #analysing: { readonly uri: string; readonly version: number; readonly collector: AnalysisCollector } | null = null;
  #falseStarts = 0;
  readonly #ended = new Map<string, number>();

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  /** Starts the thread before the first text, so that it is ready for it; not one that died before it did anything. */
  prepare(): void {
    if (!this.#thread && this.#falseStarts === 0) this.#start();
  }

  /** Hands over a whole text and has it analysed. */
  open(uri: string, opened: OpenedText): void {
    if ((this.#ended.get(uri) ?? 0) >= MOST_ENDED) {
      this.#parts.onFailure(uri, DIED);
      return;
    }
    if (!this.#thread && !isLong(opened)) this.#start();
    this.#open.set(uri, opened.length);
    if (this.#thread) this.#handover.begin(uri, opened);
    else this.#starting ??= setImmediate(() => this.#start());
  }

  /** Hands over edits that were made one after the other. They are analysed when `analyze` asks for it. */
  edit(uri: string, version: number, edits: readonly TextEdit[]): void {
    if (!this.#open.has(uri)) return;
    if (this.#handover.callOff(uri)) this.#openAsItIs(uri);
    else this.#send({ kind: "edit", uri, version, edits });
  }

  analyze(uri: string): void {
    if (this.#open.has(uri)) this.#send({ kind: "analyze", uri });
  }

  /** Names the document that goes before the others. */
  setFront(uri: string | undefined): void {
    this.#front = uri ?? null;
    this.#send({ kind: "front", uri: this.#front });
  }

  /** A document will be opened in a moment, with what stands on the disk unless an editor has other words. */
  coming(uri: string): void {
    this.prepare();
    if (!this.#open.has(uri)) this.#send({ kind: "coming", uri });
  }

  close(uri: string): void {
    this.#handover.callOff(uri);
    if (this.#open.delete(uri)) this.#send({ kind: "close", uri });
  }

  dispose(): void {
    const thread = this.#thread;
    this.#thread = null;
    clearTimeout(this.#watch);
    clearImmediate(this.#starting);
    this.#handover.dispose();
    this.#open.clear();
    void thread?.terminate();
  }

  #send(request: WorkerRequest): void {
    this.#thread?.postMessage(request);
  }

  #start(): void {
    clearImmediate(this.#starting);
    this.#starting = undefined;
    const thread = this.#parts.startThread();
    this.#thread = thread;
    this.#analysing = null;
    thread.on("message", (reply) => {
      if (this.#thread === thread) this.#receive(reply);
    });
    thread.on("error", (error) => {
      if (this.#thread === thread) this.#parts.log(`The analysis thread failed: ${error.stack ?? error.message}`);
    });
    thread.on("exit", (code) => {
      if (this.#thread === thread) this.#takeOver(code);
    });
    this.#send({ kind: "front", uri: this.#front });
    for (const uri of [...this.#open.keys()]) this.#openAsItIs(uri);
  }

  #openAsItIs(uri: string): void {
    const opened = this.#parts.textOf(uri);
    if (opened) this.#handover.begin(uri, opened);
    else this.#open.delete(uri);
  }

  #receive(reply: WorkerReply): void {
    if (reply.kind === "refused") {
      this.#giveUp(reply.uri, reply.reason);
      return;
    }
    clearTimeout(this.#watch);
    switch (reply.kind) {
      case "started":
        this.#falseStarts = 0;
        this.#analysing = { uri: reply.uri, version: reply.version, collector: new AnalysisCollector() };
        this.#watch = setTimeout(() => this.#stopThread(reply.uri), longestTime(this.#open.get(reply.uri) ?? 0));
        return;
      case "failed":
        this.#analysing = null;
        this.#parts.log(`The analysis of ${reply.uri} failed: ${reply.message}`);
        this.#giveUp(reply.uri, THREW);
        return;
      case "part": {
        const ordered = this.#analysing?.uri === reply.uri ? this.#analysing.collector.take(reply.part) : null;
        this.#send({ kind: "more" });
        if (!ordered) return;
        this.#analysing = null;
        this.#parts.onAnalysis(reply.uri, reply.version, ordered);
      }
    }
  }

  /** Ends a thread that does not come to an end. What follows is what follows its death. */
  #stopThread(uri: string): void {
    this.#parts.log(`The analysis of ${uri} takes too long and is stopped.`);
    void this.#thread?.terminate();
  }

  /** Starts another thread for the documents that are open, without the one that the dead thread was at. */
  #takeOver(code: number): void {
    this.#thread = null;
    clearTimeout(this.#watch);
    this.#parts.log(`The analysis thread ended with code ${code}.`);
    if (this.#analysing) {
      const { uri } = this.#analysing;
      this.#ended.set(uri, (this.#ended.get(uri) ?? 0) + 1);
      this.#giveUp(uri, DIED);
    } else if (++this.#falseStarts >= MOST_FALSE_STARTS) {
      this.#falseStarts = 0;
      for (const uri of [...this.#open.keys()]) this.#giveUp(uri, CANNOT_START);
    }
    if (this.#open.size > 0) this.#start();
  }

  #giveUp(uri: string, reason: string): void {
    this.close(uri);
    this.#parts.onFailure(uri, reason);
  }
}

import type { RecordOutcome, RecordReply, RecordRequest } from "./recordProtocol.js";

/** A thread that analyses one text after the other; a node:worker_threads Worker is one. */
export interface RecordThread {
  postMessage(request: RecordRequest): void;
  on(event: "message", listener: (reply: RecordReply) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "exit", listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
}

export type ThreadRoom = "usual" | "large";

export interface PoolParts {
  /** @param room what the thread is for: texts of any length, or none that are large, for which it needs much less memory. */
  readonly startThread: (room: ThreadRoom) => RecordThread;
  /** How many threads work at a time, at least one. */
  readonly size: number;
  readonly log: (message: string) => void;
}

interface Job {
  readonly request: RecordRequest;
  readonly settle: (outcome: RecordOutcome) => void;
}

interface Seat {
  readonly thread: RecordThread;
  readonly room: ThreadRoom;
  job: Job | null;
  watch: NodeJS.Timeout | undefined;
}

const FAILED = "its analysis failed; the reason is in the output of Source Review";
/** Threads that end before their first answer, this many in a row: no more are started. */
const MOST_FALSE_STARTS = 3;
/** Longer texts, in bytes or UTF-16 units, are large. */
const LARGE = 8 << 20;
/** Threads without work are ended after this many milliseconds: each holds an engine of some fifty megabytes. */
const PATIENCE = 5000;

/** An analysis that takes longer than this, in milliseconds, has lost its way. */
function longestTime(length: number): number {
  return 60_000 + length * 0.06;
}

/** Has texts analysed by several threads, which start with the work and end after it. A text that ends its thread is given up. */
export class RecordPool {
  readonly #parts: PoolParts;
  readonly #seats: Seat[] = [];
  readonly #waiting: Job[] = [];
  #jobs = 0;
  #falseStarts = 0;
  #heldUntil = 0;
  #holding: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(parts: PoolParts) {
    this.#parts = parts;
  }

  /** How many texts more than it has would keep every thread at work. */
  get room(): number {
    return this.#parts.size + 1 - this.#waiting.length - this.#seats.filter(({ job }) => job).length;
  }

  /** @returns the text's record, or why there is none. It never throws. */
  analyze(path: string, content: Uint8Array | string): Promise<RecordOutcome> {
    return new Promise((settle) => {
      this.#waiting.push({ request: { job: this.#jobs++, path, content }, settle });
      this.#handOut();
    });
  }

  /** Begins nothing for some milliseconds: something the reader waits for needs the machine. */
  hold(milliseconds: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, performance.now() + milliseconds);
    this.#holding ??= setTimeout(() => this.#release(), milliseconds);
  }

  /** Ends the threads that have nothing to do, without waiting whether more comes: something else needs their memory. */
  sendHome(): void {
    for (const seat of this.#seats.filter(({ job }) => !job)) {
      this.#seats.splice(this.#seats.indexOf(seat), 1);
      end(seat);
    }
  }

  /** Ends every thread. What was under way is never answered. */
  dispose(): void {
    clearTimeout(this.#holding);
    clearTimeout(this.#idle);
    this.#waiting.length = 0;
    for (const seat of this.#seats.splice(0)) end(seat);
  }

  #release(): void {
    this.#holding = undefined;
    const left = this.#heldUntil - performance.now();
    if (left > 0) this.#holding = setTimeout(() => this.#release(), left);
    else this.#handOut();
  }

  #handOut(): void {
    clearTimeout(this.#idle);
    while (this.#waiting.length > 0 && !this.#holding) {
      const seat = this.#seatFor(this.#waiting[0].request.content.length > LARGE ? "large" : "usual");
      const job = seat && this.#waiting.shift();
      if (!job) break;
      seat.job = job;
      const { content } = job.request;
      seat.watch = setTimeout(() => this.#stop(seat), longestTime(content.length));
      seat.thread.postMessage(job.request);
    }
    if (this.#waiting.length === 0 && this.#seats.every(({ job }) => !job)) this.#idle = setTimeout(() => this.sendHome(), PATIENCE);
  }

  #seatFor(room: ThreadRoom): Seat | undefined {
    const free = this.#seats.filter(({ job }) => !job);
    const fitting = free.find((seat) => room === "usual" || seat.room === room);
    if (fitting !== undefined) return fitting;
    if (this.#seats.length < this.#parts.size) return this.#newSeat(room);
    if (free.length === 0) return undefined;
    this.#seats.splice(this.#seats.indexOf(free[0]), 1);
    end(free[0]);
    return this.#newSeat(room);
  }

  #newSeat(room: ThreadRoom): Seat {
    const thread = this.#parts.startThread(room);
    const seat: Seat = { thread, room, job: null, watch: undefined };
    this.#seats.push(seat);
    thread.on("message", (reply) => this.#receive(seat, reply));
    thread.on("error", (error) => this.#parts.log(`An analysis thread failed: ${error.stack ?? error.message}`));
    thread.on("exit", (code) => this.#exited(seat, code));
    return seat;
  }

  #receive(seat: Seat, reply: RecordReply): void {
    const { job } = seat;
    if (job?.request.job !== reply.job) return;
    this.#falseStarts = 0;
    clearTimeout(seat.watch);
    seat.job = null;
    const { outcome } = reply;
    if (outcome.kind === "failed") {
      this.#parts.log(`The analysis of ${job.request.path} failed: ${outcome.reason}`);
      job.settle({ kind: "failed", reason: FAILED });
    } else job.settle(outcome);
    this.#handOut();
  }

  #stop(seat: Seat): void {
    this.#parts.log(`The analysis of ${seat.job?.request.path} takes too long and is stopped.`);
    void seat.thread.terminate();
  }

  #exited(seat: Seat, code: number): void {
    const rank = this.#seats.indexOf(seat);
    if (rank < 0) return;
    this.#seats.splice(rank, 1);
    clearTimeout(seat.watch);
    this.#parts.log(`An analysis thread ended with code ${code}${seat.job ? ` at ${seat.job.request.path}` : ""}.`);
    seat.job?.settle({ kind: "failed", reason: FAILED });
    if (++this.#falseStarts >= MOST_FALSE_STARTS) {
      this.#falseStarts = 0;
      for (const job of this.#waiting.splice(0)) job.settle({ kind: "failed", reason: FAILED });
    }
    this.#handOut();
  }
}

function end(seat: Seat): void {
  clearTimeout(seat.watch);
  void seat.thread.terminate();
}

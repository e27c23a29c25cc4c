import type { GatheringProgress } from "../gathering/gatherProtocol.js";

/** Milliseconds at least between two drawings while documents come in: each asks the collection anew. */
const PATIENCE = 2000;
/** The pause between two drawings is at least so many times what the last one took, while documents come in and when all are read. */
const SHARE = { reading: 10, settled: 3 } as const;

/** When a view over the collection is drawn again: at once when all is read, now and then while documents come in. */
export class Redrawing {
  readonly #draw: () => void;
  #timer: NodeJS.Timeout | undefined;
  #version = -1;
  #settled = false;
  #took = 0;
  #drawn = 0;

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  /** Whether anything was told yet. */
  get hasBegun(): boolean {
    return this.#version >= 0;
  }

  tell({ phase }: GatheringProgress, version: number): void {
    const isSettled = phase !== "searching" && phase !== "analysing";
    const isOther = version !== this.#version;
    this.#version = version;
    if (isSettled && !this.#settled) this.#now();
    else if (isOther)
      this.#in(isSettled ? this.#drawn + SHARE.settled * this.#took - performance.now() : Math.max(PATIENCE, SHARE.reading * this.#took));
    this.#settled = isSettled;
  }

  /** Notes how long a drawing's questions take. */
  async timed<T>(answer: Promise<T>): Promise<T> {
    const begun = performance.now();
    const given = await answer;
    this.#took = performance.now() - begun;
    return given;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #in(milliseconds: number): void {
    if (milliseconds <= 0) this.#now();
    else this.#timer ??= setTimeout(() => this.#now(), milliseconds);
  }

  #now(): void {
    this.#drawn = performance.now();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#draw();
  }
}

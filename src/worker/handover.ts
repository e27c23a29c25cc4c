import type { WorkerRequest } from "./protocol.js";

/** A text that is to be analysed, as it is read while it is handed over. */
export interface OpenedText {
  readonly version: number;
  readonly path: string;
  /** In UTF-16 code units. */
  readonly length: number;
  /** The text between two offsets. */
  slice(start: number, end: number): string;
}

/** So many UTF-16 code units are read and sent in a few milliseconds. */
const PIECE = 250_000;

/** Whether a text is handed over in pieces. */
export function isLong({ length }: OpenedText): boolean {
  return length > PIECE;
}

/** Hands texts over to a thread: a short one at once, a long one a piece a turn, so that nothing else waits for it. */
export class Handover {
  readonly #send: (request: WorkerRequest) => void;
  /** The next piece of each text that is on its way. */
  readonly #next = new Map<string, NodeJS.Immediate>();

  constructor(send: (request: WorkerRequest) => void) {
    this.#send = send;
  }

  /** Begins to hand over a text. It must not change before that is done: `callOff` it where it does. */
  begin(uri: string, text: OpenedText): void {
    this.callOff(uri);
    if (isLong(text)) this.#later(uri, text, 0);
    else this.#sendFrom(uri, text, 0);
  }

  /** Drops what was handed over of a text that is still on its way. @returns whether it was. */
  callOff(uri: string): boolean {
    const next = this.#next.get(uri);
    if (!next) return false;
    clearImmediate(next);
    this.#next.delete(uri);
    this.#send({ kind: "close", uri });
    return true;
  }

  dispose(): void {
    for (const next of this.#next.values()) clearImmediate(next);
    this.#next.clear();
  }

  #later(uri: string, text: OpenedText, start: number): void {
    this.#next.set(
      uri,
      setImmediate(() => this.#sendFrom(uri, text, start)),
    );
  }

  #sendFrom(uri: string, text: OpenedText, start: number): void {
    const end = Math.min(text.length, start + PIECE);
    const piece = text.slice(start, end);
    if (end < text.length) {
      this.#send({ kind: "piece", uri, text: piece });
      this.#later(uri, text, end);
      return;
    }
    this.#next.delete(uri);
    this.#send({ kind: "open", uri, version: text.version, path: text.path, text: piece });
  }
}

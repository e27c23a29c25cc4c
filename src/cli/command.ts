import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What a command reads from and writes to; `process` is one. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/**
 * 0: all went well. 1: something given could not be used, or a check found something. 2: the command line was wrong. 3: a check found nothing in
 * what could be read.
 */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help of the command. */
  readonly help: string;
  /** @throws UsageError where the arguments make no sense. */
  run(args: readonly string[], streams: Streams): Promise<ExitCode>;
}

/** The arguments make no sense; its message says what to change. */
export class UsageError extends Error {}

/** What was found cannot be written; its message says why. */
export class OutputError extends Error {}

/**
 * Writes the chunks as they come and waits where the reader is slower.
 * A reader that goes away (`| head`) ends the writing quietly: the source is closed and nothing is thrown.
 * @throws OutputError where there is no room or no right to write.
 */
export async function writeAll(chunks: Iterable<string> | AsyncIterable<string>, stdout: Writable): Promise<void> {
  try {
    await pipeline(chunks, stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "syscall" in error && error.syscall === "write")) throw error;
    if (error.code !== "EPIPE") throw new OutputError(error.message);
  }
}

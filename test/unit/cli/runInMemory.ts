import { PassThrough, Readable, Writable } from "node:stream";
import { runCommandLine } from "../../../src/cli/commandLine.js";

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, on standard input of the given bytes or chunks. */
export async function runInMemory(args: readonly string[], input: Uint8Array | Iterable<Uint8Array> = []): Promise<Outcome> {
  const stdout = new PassThrough({ highWaterMark: 1 << 28 });
  const stderr = new PassThrough({ highWaterMark: 1 << 28 });
  const stdin = Readable.from(input instanceof Uint8Array ? [input] : input);
  const exitCode = await runCommandLine(args, { stdin, stdout, stderr });
  return { exitCode, stdout: written(stdout), stderr: written(stderr) };
}

/** A standard output that fails after some writes: EPIPE where its reader went away, ENOSPC where the disk is full. */
export function failingOutput(code: "EPIPE" | "ENOSPC", after: number): Writable {
  let writes = 0;
  return new Writable({
    write(_chunk, _encoding, done) {
      writes += 1;
      done(writes > after ? Object.assign(new Error(`${code}, write`), { code, syscall: "write" }) : null);
    },
  });
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function written(stream: PassThrough): string {
  const bytes: Buffer | null = stream.read();
  return bytes === null ? "" : bytes.toString("utf8");
}

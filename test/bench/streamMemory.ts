import { Readable, Writable } from "node:stream";
import { runCommandLine } from "../../src/cli/commandLine.js";
import { heldMegabytes } from "./garbage.js";
import { shortDocuments } from "./shortDocuments.js";

export interface StreamRun {
  readonly documents: number;
  /** After so many documents everything that is remembered has come to its bound. */
  readonly warm: number;
  /** How many documents have words of their own before words come again. */
  readonly different: number;
}

/**
 * Streams short documents through the command line.
 * @returns the megabytes held when the first ones were through, and when all were.
 * @throws Error where not every document came through.
 */
export async function streamMemory({ documents, warm, different }: StreamRun): Promise<readonly [number, number]> {
  const memory: number[] = [];
  let lines = 0;
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const byte of chunk) {
        if (byte !== 0x0a) continue;
        lines++;
        if (lines === warm || lines === documents) memory.push(heldMegabytes());
      }
      done();
    },
  });
  const stdin = Readable.from(shortDocuments(documents, different));
  const exitCode = await runCommandLine(["analyze", "--ndjson-in"], { stdin, stdout, stderr: process.stderr });
  if (exitCode !== 0 || lines !== documents) throw new Error(`${lines} of ${documents} documents came through.`);
  return [memory[0], memory[1]];
}

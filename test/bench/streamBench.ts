// A stream of a million short documents through the command line: npm run bench -- --stream [--save]
import { Readable, Writable } from "node:stream";
import { runCommandLine } from "../../src/cli/commandLine.js";
import type { Figures } from "./figure.js";
import { heldMegabytes } from "./garbage.js";
import { shortDocuments } from "./shortDocuments.js";

const DOCUMENTS = 1_000_000;
/** By then everything that is remembered has come to its bound. */
const WARM = 100_000;

export async function streamFigures(): Promise<Figures> {
  const memory: number[] = [];
  let lines = 0;
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const byte of chunk) {
        if (byte !== 0x0a) continue;
        lines++;
        if (lines === WARM || lines === DOCUMENTS) memory.push(heldMegabytes());
      }
      done();
    },
  });
  const start = process.cpuUsage();
  const exitCode = await runCommandLine(["analyze", "--ndjson-in"], {
    stdin: Readable.from(shortDocuments(DOCUMENTS, DOCUMENTS)),
    stdout,
    stderr: process.stderr,
  });
  if (exitCode !== 0 || lines !== DOCUMENTS) throw new Error(`${lines} of ${DOCUMENTS} documents came through.`);
  const { user, system } = process.cpuUsage(start);
  return {
    "stream, a million short documents": { value: (user + system) / 1_000_000, unit: "s" },
    "stream, memory held after 100,000 documents": { value: memory[0], unit: "MB" },
    "stream, memory held after 1,000,000 documents": { value: memory[1], unit: "MB" },
  };
}

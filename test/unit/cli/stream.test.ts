import { Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../../../src/cli/commandLine.js";
import { heldMegabytes } from "../../bench/garbage.js";
import { shortDocuments } from "../../bench/shortDocuments.js";

// The bench runs a million (npm run bench -- --stream); here are as many as a few seconds allow, of words that come again, since words that were met are remembered up to a bound.
const DOCUMENTS = 5_000;
const WARM = 3_000;
const DIFFERENT = 200;
/** To keep a kilobyte of each document between the two measurements would take twice as much. */
const MOST_MEGABYTES = 1;

describe("a stream of documents", () => {
  it("comes through whole without memory growing with it", { timeout: 120_000 }, async () => {
    const held: number[] = [];
    let lines = 0;
    const stdout = new Writable({
      write(chunk: Buffer, _encoding, done) {
        for (const byte of chunk) {
          if (byte !== 0x0a || (++lines !== WARM && lines !== DOCUMENTS)) continue;
          held.push(heldMegabytes());
        }
        done();
      },
    });
    const stdin = Readable.from(shortDocuments(DOCUMENTS, DIFFERENT));
    expect(await runCommandLine(["analyze", "--ndjson-in"], { stdin, stdout, stderr: process.stderr })).toBe(0);
    expect(lines).toBe(DOCUMENTS);
    expect(held[1] - held[0]).toBeLessThan(MOST_MEGABYTES);
  });
});

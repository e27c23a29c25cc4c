import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

// The bench runs a million (npm run bench -- --stream); here are as many as some ten seconds allow, of words that come again, since words
// that were met are remembered up to a bound. They run in a process of their own, whose memory nothing else has a part in.
const DOCUMENTS = 50_000;
const WARM = 10_000;
const DIFFERENT = 200;
/** To keep a kilobyte of each document between the two measurements would take twice as much. Node keeps its program's text once or twice. */
const MOST_MEGABYTES = 20;

it("a stream of documents comes through whole without memory growing with it", { timeout: 300_000 }, async () => {
  const program = ["src/development/run.mjs", "test/bench/streamRun.ts", `${DOCUMENTS}`, `${WARM}`, `${DIFFERENT}`];
  const { stdout } = await promisify(execFile)(process.execPath, program);
  const [first, last]: readonly number[] = JSON.parse(stdout);
  expect(first).toBeGreaterThan(0);
  expect(last - first).toBeLessThan(MOST_MEGABYTES);
});

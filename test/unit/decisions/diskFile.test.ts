import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiskFile } from "../../../src/decisions/diskFile.js";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "source-review-disk-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function withLine(line: string) {
  return (present = "") => `${present}${line}\n`;
}

describe("a file on a disk", () => {
  it("is made with the folders above it, and nothing else is left beside it", async () => {
    const path = join(folder, "new", "deep", "a.jsonl");
    const file = new DiskFile(path);
    expect(await file.read()).toBeUndefined();
    await file.update(withLine("one"));
    await file.update(withLine("zwölf"));
    expect(await file.read()).toBe("one\nzwölf\n");
    expect(await readdir(join(folder, "new", "deep"))).toEqual(["a.jsonl"]);
  });

  it("loses no update of many that are made at once", async () => {
    const path = join(folder, "together.jsonl");
    const lines = Array.from({ length: 30 }, (_, rank) => `line ${rank}`);
    await Promise.all(lines.map((line) => new DiskFile(path).update(withLine(line))));
    expect((await readFile(path, "utf8")).trim().split("\n").sort()).toEqual(lines.sort());
  });

  it("passes over the lock of a program that ended", async () => {
    const path = join(folder, "locked.jsonl");
    await writeFile(`${path}.lock`, "");
    await utimes(`${path}.lock`, 0, 0);
    await new DiskFile(path).update(withLine("one"));
    expect(await readFile(path, "utf8")).toBe("one\n");
  });

  it("throws where it cannot be written, and leaves the file as it was", async () => {
    const path = join(folder, "taken.jsonl", "a.jsonl");
    await writeFile(join(folder, "taken.jsonl"), "a file, no folder");
    await expect(new DiskFile(path).update(withLine("one"))).rejects.toThrow();
    expect(await readFile(join(folder, "taken.jsonl"), "utf8")).toBe("a file, no folder");
  });
});

const KILLS = 200;
const AT_ONCE = 4;

describe("a program that is killed while it saves", () => {
  let program: string;

  beforeAll(async () => {
    program = join(folder, "saving.cjs");
    const source = `
      import { DiskFile } from ${JSON.stringify(join(process.cwd(), "src/decisions/diskFile.ts"))};
      const file = new DiskFile(process.argv[2]);
      for (let line = 0; ; line++) {
        const text = process.argv[3] + " " + line + " " + "x".repeat(20000);
        await file.update((present = "") => present + text + "\\n");
        process.send(text);
      }`;
    await build({
      stdin: { contents: source, resolveDir: process.cwd(), loader: "ts" },
      outfile: program.replace(".cjs", ".mjs"),
      bundle: true,
      platform: "node",
      format: "esm",
    });
    program = program.replace(".cjs", ".mjs");
  });

  it(`loses nothing that was saved, in ${KILLS} kills`, { timeout: 240_000 }, async () => {
    async function kills(lane: number): Promise<void> {
      for (let kill = 0; kill < KILLS / AT_ONCE; kill++) {
        const path = join(folder, `killed-${lane}-${kill}.jsonl`);
        const child = fork(program, [path, `${kill}`], { stdio: "ignore" });
        let last = "";
        let wanted = 1 + (kill % 3);
        child.on("message", (text: string) => {
          last = text;
          if (--wanted === 0) setTimeout(() => child.kill("SIGKILL"), (kill * 7) % 11);
        });
        await once(child, "exit");
        const lines = (await readFile(path, "utf8")).split("\n");
        expect(last).not.toBe("");
        expect(lines.includes(last)).toBe(true);
        expect(lines.at(-1)).toBe("");
        expect(lines.slice(0, -1).every((line) => /^\d+ \d+ x{20000}$/.test(line))).toBe(true);
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, (_, lane) => kills(lane)));
  });
});

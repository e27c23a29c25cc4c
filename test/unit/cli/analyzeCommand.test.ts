import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, rmdir, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Analysis } from "../../../src/analysis/analysis.js";
import { analyze } from "../../../src/analysis/analyze.js";
import { runCommandLine } from "../../../src/cli/commandLine.js";
import { bundle } from "../../../src/development/bundle.mjs";
import { failingOutput, runInMemory, utf8 } from "./runInMemory.js";

const TEXT = "“The bridge is open,” said Mayor Ruth Okoro.\n";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "source-review-cli-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const analyses = (ndjson: string): readonly Analysis[] =>
  ndjson
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const paths = (ndjson: string): readonly (string | undefined)[] => analyses(ndjson).map(({ document }) => document.path);

describe("analyze: files", () => {
  it("writes one analysis a line, in the order given", async () => {
    const [second, first] = [await put("b.txt", TEXT), await put("a.md", "# Minutes\n")];
    const { exitCode, stdout, stderr } = await runInMemory(["analyze", second, first]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(analyses(stdout)).toEqual([analyze(TEXT, second), analyze("# Minutes\n", first)]);
  });

  it("takes a named file whatever its extension, and one that begins with a dash behind --", async () => {
    const path = await put("minutes.log", TEXT);
    expect(paths((await runInMemory(["analyze", "--", path])).stdout)).toEqual([path]);
  });

  it("names what cannot be read in one line each, analyses the rest and ends with 1", async () => {
    const good = await put("good.txt", TEXT);
    const binary = await put("picture.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13));
    const latin1 = await put("latin1.txt", Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
    const missing = join(folder, "two\nlines.txt");
    const { exitCode, stdout, stderr } = await runInMemory(["analyze", binary, good, latin1, missing, good]);
    expect(exitCode).toBe(1);
    expect(paths(stdout)).toEqual([good, good]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/picture\.txt: it holds NUL bytes.*; give a text file/),
      expect.stringMatching(/latin1\.txt: it is not valid UTF-8; save it as UTF-8/),
      expect.stringMatching(/two lines\.txt: there is no such file or folder; check the path/),
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("says so where a file may not be read", async () => {
    const path = await put("locked.txt", TEXT);
    await chmod(path, 0);
    expect((await runInMemory(["analyze", path])).stderr).toMatch(/locked\.txt: it may not be read; change its permissions/);
  });

  it("keeps a byte order mark, so that offsets are those of the file", async () => {
    const path = await put("marked.txt", utf8(`\uFEFF${TEXT}`));
    const [analysis] = analyses((await runInMemory(["analyze", path])).stdout);
    expect(analysis).toEqual(analyze(`\uFEFF${TEXT}`, path));
    expect(analysis.document.length).toBe(TEXT.length + 1);
  });

  it("decodes UTF-16 with a byte order mark, and refuses half a surrogate pair in it", async () => {
    const little = await put("little.txt", Buffer.from(`\uFEFF${TEXT}😀`, "utf16le"));
    const big = await put("big.txt", Buffer.from(`\uFEFF${TEXT}😀`, "utf16le").swap16());
    const broken = await put("broken.txt", Buffer.from("\uFEFFa\uD83D b", "utf16le"));
    const { stdout, stderr } = await runInMemory(["analyze", little, big, broken]);
    const [{ document: one }, { document: other }] = analyses(stdout);
    expect(one.length).toBe(TEXT.length + 3);
    expect(other.sha256).toBe(one.sha256);
    expect(stderr).toMatch(/^[^\n]*broken\.txt: it is not valid UTF-16[^\n]*\n$/);
  });

  it("analyses an empty file", async () => {
    const [{ document, entities }] = analyses((await runInMemory(["analyze", await put("empty.txt", "")])).stdout);
    expect(document.length).toBe(0);
    expect(entities).toEqual([]);
  });
});

describe("analyze: folders", () => {
  it("walks them sorted, text and Markdown files only, hidden folders and node_modules left out", async () => {
    for (const name of ["b", ".git", "node_modules"]) await mkdir(join(folder, name));
    for (const name of ["c.TXT", "a.md", "b/z.markdown", "b/a.text", "b/scan.pdf", "data.json", ".git/x.txt", "node_modules/y.txt"]) {
      await put(name, TEXT);
    }
    const { exitCode, stdout } = await runInMemory(["analyze", `${folder}/`]);
    expect(exitCode).toBe(0);
    expect(paths(stdout)).toEqual(["a.md", "b/a.text", "b/z.markdown", "c.TXT"].map((name) => `${folder}/${name}`));
  });

  it("enters each folder once, though links lead in a circle", async () => {
    await mkdir(join(folder, "inner"));
    await put("inner/a.txt", TEXT);
    await symlink(folder, join(folder, "inner/up"));
    await symlink(join(folder, "inner"), join(folder, "other"));
    await symlink("self.txt", join(folder, "self.txt"));
    const { exitCode, stdout, stderr } = await runInMemory(["analyze", folder]);
    expect(paths(stdout)).toEqual([`${folder}/inner/a.txt`]);
    expect(stderr).toBe(`${folder}/self.txt: its links lead in a circle; name the file itself\n`);
    expect(exitCode).toBe(1);
  });

  it.runIf(process.platform === "linux")("says that a name is not in UTF-8, a file's or a folder's", async () => {
    const misnamed = (end: string) => Buffer.concat([Buffer.from(`${folder}/caf`), Uint8Array.of(0xe9), Buffer.from(end)]);
    await writeFile(misnamed(".txt"), TEXT);
    await mkdir(misnamed(""));
    await put("a.txt", TEXT);
    const { exitCode, stdout, stderr } = await runInMemory(["analyze", folder]);
    expect(paths(stdout)).toEqual([`${folder}/a.txt`]);
    const reason = "its name is not in UTF-8; rename it";
    expect(stderr).toBe(`${folder}/caf\ufffd: ${reason}\n${folder}/caf\ufffd.txt: ${reason}\n`);
    expect(exitCode).toBe(1);
    await unlink(misnamed(".txt"));
    await rmdir(misnamed(""));
  });

  it("says so where a folder holds no text", async () => {
    expect(await runInMemory(["analyze", folder])).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `${folder}: there is no text or Markdown file in this folder; name the files one by one\n`,
    });
  });
});

describe("analyze: standard input", () => {
  it("takes a document's text from it, cut anywhere", async () => {
    const chunks = Array.from(utf8(TEXT), (byte) => Uint8Array.of(byte));
    const { exitCode, stdout } = await runInMemory(["analyze", "-"], chunks);
    expect(exitCode).toBe(0);
    expect(analyses(stdout)).toEqual([analyze(TEXT)]);
  });

  it("refuses bytes that are no text", async () => {
    const { exitCode, stderr } = await runInMemory(["analyze", "-"], Uint8Array.of(0xc3, 0x28));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^standard input: it is not valid UTF-8[^\n]*\n$/);
  });

  it("takes documents a line with --ndjson-in, and names each bad line", async () => {
    const lines = [
      JSON.stringify({ path: "a.txt", text: TEXT }),
      "{not json",
      "",
      JSON.stringify({ path: "b.txt" }),
      JSON.stringify({ path: 7, text: "" }),
      `${JSON.stringify({ text: `${TEXT}\u0000😀` })}\r`,
      "null",
      JSON.stringify({ path: "last.txt", text: "" }),
    ];
    const { exitCode, stdout, stderr } = await runInMemory(["analyze", "--ndjson-in"], utf8(lines.join("\n")));
    expect(exitCode).toBe(1);
    expect(analyses(stdout)).toEqual([analyze(TEXT, "a.txt"), analyze(`${TEXT}\u0000😀`), analyze("", "last.txt")]);
    expect(stderr.match(/^standard input, line \d+: .+; give one \{"path","text"\} a line$/gm)?.map((line) => line.slice(16, 22))).toEqual([
      "line 2",
      "line 4",
      "line 5",
      "line 7",
    ]);
    expect(stderr.split("\n")).toHaveLength(5);
  });

  it("reads no further ahead than its reader takes", async () => {
    let taken = 0;
    const lines = (function* () {
      for (; taken < 2000; taken += 1) yield utf8(`${JSON.stringify({ path: `${taken}.txt`, text: TEXT })}\n`);
    })();
    const stdout = new PassThrough({ highWaterMark: 1024 });
    const streams = { stdin: Readable.from(lines, { highWaterMark: 1 }), stdout, stderr: new PassThrough() };
    const ended = runCommandLine(["analyze", "--ndjson-in"], streams);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(taken).toBeLessThan(100);
    stdout.resume();
    expect(await ended).toBe(0);
    expect(taken).toBe(2000);
  });

  it("ends quietly when its reader goes away, and closes its input", async () => {
    const stdin = Readable.from(Array.from({ length: 500 }, () => utf8(`${JSON.stringify({ path: "a", text: TEXT })}\n`)));
    const stderr = new PassThrough();
    expect(await runCommandLine(["analyze", "--ndjson-in"], { stdin, stdout: failingOutput("EPIPE", 3), stderr })).toBe(0);
    expect(stderr.read()).toBeNull();
    expect(stdin.destroyed).toBe(true);
  });
});

describe("analyze: standard output", () => {
  it("says so where there is no room to write, in one line", async () => {
    const stderr = new PassThrough();
    const path = await put("a.txt", TEXT);
    const streams = { stdin: Readable.from([]), stdout: failingOutput("ENOSPC", 0), stderr };
    expect(await runCommandLine(["analyze", path], streams)).toBe(1);
    expect(String(stderr.read())).toBe("standard output: it cannot be written (ENOSPC, write)\n");
  });
});

describe("analyze: formats", () => {
  it("json is one object for a file, an array for several or a folder", async () => {
    const path = await put("a.txt", TEXT);
    const json = async (...args: string[]) => JSON.parse((await runInMemory(["analyze", "--format", "json", ...args])).stdout);
    const analysis = analyze(TEXT, path);
    expect(await json(path)).toEqual(analysis);
    expect(await json(path, path)).toEqual([analysis, analysis]);
    expect(await json(folder)).toEqual([analysis]);
    expect(await json(path, join(folder, "missing.txt"))).toEqual([analysis]);
  });

  it("text is a report with a head for each document", async () => {
    const path = await put("a.txt", TEXT);
    const { stdout } = await runInMemory(["analyze", "--format=text", path, "-"], utf8("\u001b[31m\n"));
    expect(stdout).toMatch(new RegExp(`^${path}\n[^]*\n\n\\(standard input\\)\n`));
    expect(stdout).not.toContain("\u001b");
  });
});

describe("the bundled program", () => {
  it("analyses a file, and ends quietly when its reader closes the pipe", async () => {
    const program = join(folder, "cli.js");
    await bundle({ entryPoints: ["src/cli.ts"], outfile: program });
    const path = await put("a.txt", TEXT);

    const whole = await run(program, ["analyze", path], false);
    expect(whole).toMatchObject({ exitCode: 0, stderr: "" });
    expect(analyses(whole.stdout)).toEqual([analyze(TEXT, path)]);

    const many = Array.from({ length: 2000 }, () => path);
    const cut = await run(program, ["analyze", ...many], true);
    expect(cut).toMatchObject({ exitCode: 0, stderr: "" });
    expect(analyses(cut.stdout.slice(0, cut.stdout.lastIndexOf("\n"))).length).toBeLessThan(many.length);
  });
});

async function run(program: string, args: readonly string[], closeEarly: boolean) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    if (closeEarly) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { exitCode, stdout, stderr };
}

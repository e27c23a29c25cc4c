import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EMPTY_JOURNAL, printJournal, withDecisions } from "../../../src/review/journal.js";
import { sidecarPath } from "../../../src/review/sidecarPaths.js";
import { on, reviewer } from "../review/decisionFixtures.js";
import { runInMemory } from "./runInMemory.js";

const TEXT = "“We counted nine boats in the harbour,” said Vessna Orlik, the harbour master.\n";

let folder: string;
let document: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "export-"));
  document = join(folder, "sources/a.txt");
  const target = on(TEXT, "“We counted nine boats in the harbour,”", "quotation");
  const decisions = reviewer("Ada", "sources/a.txt").here(
    { kind: "verdict", target, verdict: "disputed" },
    { kind: "comment", target, text: "Who counted?" },
  );
  const sidecar = join(folder, sidecarPath("sources/a.txt"));
  for (const path of [document, sidecar]) await mkdir(dirname(path), { recursive: true });
  await writeFile(document, TEXT);
  await writeFile(sidecar, `${printJournal(withDecisions(EMPTY_JOURNAL, decisions))}no line\n`);
});

afterEach(() => rm(folder, { recursive: true }));

test("the report has the decisions kept above the document, and says what is no decision", async () => {
  const { exitCode, stdout, stderr } = await runInMemory(["export", document]);
  expect(stdout).toContain("**disputed**");
  expect(stdout).toContain("Ada, 2026-01-01: Who counted?");
  expect(stdout).toContain("File: sources/a.txt");
  expect(stderr).toContain("one line is no decision");
  expect(exitCode).toBe(1);
});

test("a report in a folder finds the document from there", async () => {
  await runInMemory(["export", "--output", join(folder, "out"), document]);
  expect(await readFile(join(folder, "out/review.md"), "utf8")).toContain("(<../sources/a.txt#L1>)");
});

test("brat files are written under the output folder, each at its document's path", async () => {
  const output = join(folder, "out");
  await runInMemory(["export", "--format", "brat", "--output", output, folder]);
  expect(await readFile(join(output, "sources/a.txt"), "utf8")).toBe(TEXT);
  expect(await readFile(join(output, "sources/a.ann"), "utf8")).toMatch(/Verdict T\d+ disputed/);
});

test.each([
  ["brat", "a.txt", []],
  ["markdown", "notes.md", ["--name", "notes"]],
])("a source is never written to by an export as %s", async (format, name, more) => {
  const source = join(folder, "sources", name);
  await writeFile(source, TEXT);
  const output = format === "brat" ? folder : join(folder, "sources");
  const { exitCode, stderr } = await runInMemory(["export", "--format", format, "--output", output, ...more, join(folder, "sources")]);
  expect(stderr).toContain("sources are never written to");
  expect(exitCode).toBe(1);
  expect(await readFile(source, "utf8")).toBe(TEXT);
});

test.each([
  [["export"], "no document given"],
  [["export", "--format", "odt", "x"], "there is no format"],
  [["export", "--format", "brat", "x"], "--output"],
  [["export", "--name", "../x", "x"], "not a path"],
  [["export", "-"], "standard input"],
])("%j is a wrong command line", async (args, complaint) => {
  const { exitCode, stderr } = await runInMemory(args);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(complaint);
});

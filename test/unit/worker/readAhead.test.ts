import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, it } from "vitest";
import type { Analyzer } from "../../../src/analysis/analyze.js";
import { ReadAhead } from "../../../src/worker/readAhead.js";
import { textAt, textsBeside } from "../../../src/worker/textsBeside.js";
import { analysisOf } from "../review/fixtures.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function analyzer(): Analyzer {
  return { analyze: () => analysisOf({}) };
}

function readAhead(): ReadAhead {
  return new ReadAhead({ createAnalyzer: analyzer, practice: "", textsBeside: () => [], textAt: () => null, after: () => () => {} });
}

it("gives an analyzer away with its text, once", () => {
  const ahead = readAhead();
  const known = analyzer();
  ahead.keep("A", known);
  expect(ahead.take("B")).toBeNull();
  expect(ahead.take("A")).toBe(known);
  expect(ahead.take("A")).toBeNull();
});

it("keeps a few, those that were met last, and no long text", () => {
  const ahead = readAhead();
  for (let i = 0; i < 20; i++) ahead.keep(`text ${i}`, analyzer());
  expect(ahead.take("text 0")).toBeNull();
  expect(ahead.take("text 19")).not.toBeNull();
  ahead.keep("x".repeat(200_000), analyzer());
  expect(ahead.take("x".repeat(200_000))).toBeNull();
});

it("finds the documents beside a file, the next two before the one before", () => {
  const folder = mkdtempSync(join(tmpdir(), "beside-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({
    "1.txt": "one",
    "2.txt": "two",
    "10.txt": "\ufeffthree",
    "11.txt": "four",
    "3.md": "five",
    "3.csv": "no",
  }))
    writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, "4.txt"));
  const beside = (name: string) => textsBeside(pathToFileURL(join(folder, name)).href);
  expect(beside("2.txt")).toEqual(["five", "one", "three"]);
  expect(beside("11.txt")).toEqual(["three"]);
  expect(beside("3.csv")).toEqual([]);
  expect(beside("gone.txt")).toEqual([]);
  expect(textAt(pathToFileURL(join(folder, "10.txt")).href)).toBe("three");
  expect(textAt(pathToFileURL(join(folder, "gone.txt")).href)).toBeNull();
  for (const elsewhere of ["untitled:Untitled-1", "file://server/share%2F1.txt"]) {
    expect(textAt(elsewhere)).toBeNull();
    expect(textsBeside(elsewhere)).toEqual([]);
  }
  expect(textsBeside(pathToFileURL(join(folder, "gone", "1.txt")).href)).toEqual([]);
});

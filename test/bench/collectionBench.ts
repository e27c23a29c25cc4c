// The figures of a collection: npm run bench -- --collection [--save]
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.js";
import { Collection } from "../../src/collection/collection.js";
import { recordOf } from "../../src/collection/recordOf.js";
import { addressIn } from "../../src/gathering/addresses.js";
import { RecordCache } from "../../src/gathering/recordCache.js";
import { cacheIn, processorMilliseconds, QUERIES } from "./collectionParts.js";
import { ANALYST } from "./collectionProcess.js";
import { collectionTexts } from "./collectionTexts.js";
import type { Figures } from "./figure.js";

/** The collection that is measured, and documents of the same kind that are added to it. */
const DOCUMENTS = 10_000;
const ADDED = 1_000;
const LARGE = 50_000;

/** Measures in processes of their own, so that each process' memory is the collection's. */
export function collectionFigures(program: string): Figures {
  const { status } = spawnSync(process.execPath, ["src/development/build.mjs", "--minify"], { stdio: "ignore" });
  if (status !== 0) throw new Error("What is shipped could not be built.");
  const folder = mkdtempSync(join(tmpdir(), "collection-bench-"));
  try {
    const words = writeTexts(folder);
    const run = ["src/development/run.mjs", "test/bench/collectionRun.ts"];
    const figures = [
      [...run, "analyse", folder, String(DOCUMENTS)],
      [...run, "reopen", folder, String(DOCUMENTS)],
      ["--expose-gc", program, "collection", folder],
    ].map(inOwnProcess);
    return Object.assign({ "collection, words of a document": { value: words, unit: "words" } }, ...figures);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns how many words a document has. */
function writeTexts(folder: string): number {
  const textOf = collectionTexts("seeds");
  let words = 0;
  mkdirSync(join(folder, "sources"));
  for (let i = 0; i < DOCUMENTS; i++) {
    const text = textOf(i);
    writeFileSync(join(folder, pathOf(i)), text);
    words += text.split(/\s+/).length;
  }
  return words / DOCUMENTS;
}

function inOwnProcess(given: readonly string[]): Figures {
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figures;
}

/** The cost of adding a thousand documents to none, and to 49,000 (the stored ones again, under other paths), everything made ready. */
export async function collectionGrown(folder: string): Promise<Figures> {
  const textOf = collectionTexts("seeds");
  const analyzer = createAnalyzer();
  const added = Array.from({ length: ADDED }, (_, i) => textOf(DOCUMENTS + i)).map((text) => recordOf(text, analyzer.analyze(text)));
  const add = (collection: Collection, from: number): number => {
    const start = process.cpuUsage();
    added.forEach((record, i) => {
      collection.add(pathOf(from + i), record);
    });
    while (collection.prepare(100) > 0);
    return processorMilliseconds(start) / ADDED;
  };
  add(new Collection(), 0);
  const atFirst = add(new Collection(), 0);
  const large = new Collection();
  const engine = createHash("sha256").update(readFileSync(ANALYST)).digest("hex");
  const cache = new RecordCache({ path: cacheIn(folder), engine, tell: console.error });
  for (let i = 0; i < LARGE - ADDED; i++) {
    const hash = cache.file(addressIn(`file://${folder}`, pathOf(i % DOCUMENTS)))?.hash ?? "";
    const record = cache.record(hash);
    if (record === undefined) throw new Error(`${pathOf(i % DOCUMENTS)} was not stored.`);
    large.add(pathOf(i), record, (into) => cache.read(hash, into));
  }
  while (large.prepare(100) > 0);
  const atLast = add(large, LARGE);
  const searches = QUERIES.map((query) => milliseconds(() => large.searchEntities(query, 50)));
  globalThis.gc?.();
  return {
    "collection, a document added to under 1,000": { value: atFirst, unit: "ms" },
    "collection, a document added to 49,000": { value: atLast, unit: "ms" },
    "collection, added to 49,000 against under 1,000": { value: atLast / atFirst, unit: "times" },
    "collection, search in 50,000": { value: Math.max(...searches), unit: "ms" },
    "collection, memory of the process with 50,000": { value: process.memoryUsage().rss / 1_000_000, unit: "MB" },
  };
}

function pathOf(number: number): string {
  return `sources/${String(number).padStart(6, "0")}.txt`;
}

function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return processorMilliseconds(start);
}

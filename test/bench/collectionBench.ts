// The figures of a collection: npm run bench -- --collection [--save]
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAnalyzer } from "../../src/analysis/analyze.js";
import { Collection } from "../../src/collection/collection.js";
import { recordOf } from "../../src/collection/recordOf.js";
import { addressIn } from "../../src/gathering/addresses.js";
import { togetherPath } from "../../src/gathering/collectionFile.js";
import { RecordCache } from "../../src/gathering/recordCache.js";
import { ANALYST, CollectionProcess } from "./collectionProcess.js";
import { collectionTexts } from "./collectionTexts.js";
import type { Figures } from "./figure.js";

/** The collection that is measured, and documents of the same kind that are added to it. */
const DOCUMENTS = 10_000;
const ADDED = 1_000;
const LARGE = 50_000;
const QUERIES = ["maliki", "al-Jafari", "obama", "ken", "united nations", "vendor", "Gaddafi", "mosul"];

/** Measures in processes of their own, so that each process' memory is the collection's. */
export function collectionFigures(program: string): Figures {
  const { status } = spawnSync(process.execPath, ["src/development/build.mjs", "--minify"], { stdio: "ignore" });
  if (status !== 0) throw new Error("What is shipped could not be built.");
  const folder = mkdtempSync(join(tmpdir(), "collection-bench-"));
  try {
    const words = writeTexts(folder);
    const figures = TASKS.map((task) => inOwnProcess(program, task, folder));
    return Object.assign({ "collection, words of a document": { value: words, unit: "words" } }, ...figures);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TASKS = ["analyse", "reopen", "grow"] as const;
type Task = (typeof TASKS)[number];

export function isCollectionTask(value: string | undefined): value is Task {
  return TASKS.some((task) => task === value);
}

/** The tasks of the processes that {@link collectionFigures} starts. */
export async function collectionTask(task: Task, folder: string): Promise<Figures> {
  return { analyse: analysed, reopen: reopened, grow: grown }[task](folder);
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

function inOwnProcess(program: string, task: Task, folder: string): Figures {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", program, "collection", task, folder], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figures;
}

async function analysed(folder: string): Promise<Figures> {
  const start = process.cpuUsage();
  const collection = new CollectionProcess(cacheIn(folder));
  const { took, longest, most } = await collection.gather(folder, DOCUMENTS);
  const processor = processorMilliseconds(start);
  const meanwhile = collection.peak;
  do await collection.rest();
  while (!existsSync(togetherIn(folder)));
  const prepared = processorMilliseconds(start) - processor;
  await collection.end();
  return {
    "collection, 10,000 documents analysed, by the clock": { value: took / 1000, unit: "s" },
    "collection, 10,000 documents analysed, processor time": { value: processor / 1000, unit: "s" },
    "collection, keystroke kept waiting meanwhile, at most": { value: longest, unit: "ms" },
    "collection, keystroke kept waiting meanwhile, all but one in 1,000": { value: most, unit: "ms" },
    "collection, most memory of the process meanwhile": { value: meanwhile, unit: "MB" },
    "collection, names made ready, quotations compared, all stored": { value: prepared, unit: "ms" },
    "collection, most memory of the process until all is stored": { value: collection.peak, unit: "MB" },
    "collection, stored of a document": { value: statSync(cacheIn(folder)).size / DOCUMENTS / 1000, unit: "KB" },
    "collection, stored of all documents together": { value: statSync(togetherIn(folder)).size / 1_000_000, unit: "MB" },
  };
}

async function reopened(folder: string): Promise<Figures> {
  const start = process.cpuUsage();
  const collection = new CollectionProcess(cacheIn(folder));
  const { took } = await collection.gather(folder, DOCUMENTS);
  const processor = processorMilliseconds(start);
  await collection.rest();
  const prepared = processorMilliseconds(start) - processor;
  const searches: number[] = [];
  for (const query of QUERIES) searches.push((await collection.ask("searchEntities", query, 50)).took);
  const page = { count: 200 };
  const list = await collection.ask("entities", page);
  const groups = await collection.ask("quotationGroups", page);
  const dates = await collection.ask("datesInOrder", page);
  const unnamed = await collection.ask("unnamedSources", page);
  const pairs = await collection.ask("mayBeSame", page);
  const memory = process.memoryUsage().rss / 1_000_000;
  await collection.end();
  return {
    "collection, 10,000 documents reopened, by the clock": { value: took, unit: "ms" },
    "collection, 10,000 documents reopened, processor time": { value: processor, unit: "ms" },
    "collection, made ready after it was reopened": { value: prepared, unit: "ms" },
    "collection, search, the first": { value: searches[0], unit: "ms" },
    "collection, search, the slowest of eight": { value: Math.max(...searches), unit: "ms" },
    "collection, entities listed": { value: list.took, unit: "ms" },
    "collection, compared quotations listed for the first time": { value: groups.took, unit: "ms" },
    "collection, dates listed": { value: dates.took, unit: "ms" },
    "collection, unnamed sources listed": { value: unnamed.took, unit: "ms" },
    "collection, entities that may be one": { value: pairs.took, unit: "ms" },
    "collection, memory of the process after all questions": { value: memory, unit: "MB" },
    "collection, most memory of the process": { value: collection.peak, unit: "MB" },
    "collection, entities": { value: list.answer.total, unit: "" },
    "collection, utterances that several documents have": { value: groups.answer.total, unit: "" },
  };
}

/** The cost of adding a thousand documents to none, and to 49,000 (the stored ones again, under other paths), everything made ready. */
async function grown(folder: string): Promise<Figures> {
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

function cacheIn(folder: string): string {
  return join(folder, "storage", "records");
}

function togetherIn(folder: string): string {
  return togetherPath(cacheIn(folder));
}

function pathOf(number: number): string {
  return `sources/${String(number).padStart(6, "0")}.txt`;
}

/** The processor time since a moment, of all threads. */
function processorMilliseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return processorMilliseconds(start);
}

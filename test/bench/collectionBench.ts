// The figures of a collection: npm run bench -- --collection [--save]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { createAnalyzer } from "../../src/analysis/analyze.js";
import { Collection } from "../../src/collection/collection.js";
import { recordOf } from "../../src/collection/documentRecord.js";
import { collectionTexts } from "./collectionTexts.js";
import type { Figures } from "./figure.js";

/** The collection that is measured, and documents of the same kind that are added to it. */
const DOCUMENTS = 10_000;
const ADDED = 1_000;
const LARGE = 50_000;
const THREADS = 2;
const QUERIES = ["maliki", "al-Jafari", "obama", "ken", "united nations", "vendor", "Gaddafi", "mosul"];

interface Share {
  readonly collectionShare: number;
}

function isShare(data: unknown): data is Share {
  return typeof data === "object" && data !== null && "collectionShare" in data;
}

/** The part of this program that runs in a worker: analyses every second document and sends its record. @returns whether this is one. */
export function runAsWorker(): boolean {
  if (parentPort === null || !isShare(workerData)) return false;
  const textOf = collectionTexts("seeds");
  const analyzer = createAnalyzer();
  for (let i = workerData.collectionShare; i < DOCUMENTS + ADDED; i += THREADS) {
    const text = textOf(i);
    const bytes = recordOf(text, analyzer.analyze(text));
    parentPort.postMessage({ number: i, bytes, words: text.split(/\s+/).length }, [bytes.buffer]);
  }
  return true;
}

/** What a process may hold, in megabytes: with more, rubbish is left lying and counts as memory. The larger collection needs more. */
const HEAP = { reopen: 400, grow: 4000 } as const;

/** Measures in processes of their own, so that each process' memory is the collection's. */
export async function collectionFigures(program: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), "collection-bench-"));
  try {
    const file = join(folder, "records");
    const analysed = await analyseAll(program, file);
    return { ...analysed, ...inOwnProcess(program, "reopen", file), ...inOwnProcess(program, "grow", file) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const TASKS = ["reopen", "grow"] as const;
type Task = (typeof TASKS)[number];

export function isCollectionTask(value: string | undefined): value is Task {
  return TASKS.some((task) => task === value);
}

/** The tasks of the processes that {@link collectionFigures} starts. */
export function collectionTask(task: Task, file: string): Figures {
  return task === "reopen" ? reopened(file) : grown(file);
}

async function analyseAll(program: string, file: string): Promise<Figures> {
  const records: Uint8Array[] = [];
  let words = 0;
  const start = process.cpuUsage();
  const began = performance.now();
  await Promise.all(
    Array.from(
      { length: THREADS },
      (_, share) =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(program, { workerData: { collectionShare: share } satisfies Share });
          worker.on("message", (message: { number: number; bytes: Uint8Array; words: number }) => {
            records[message.number] = message.bytes;
            words += message.words;
          });
          worker.on("error", reject);
          worker.on("exit", () => resolve());
        }),
    ),
  );
  const seconds = processorMilliseconds(start) / 1000 / THREADS;
  const part = DOCUMENTS / (DOCUMENTS + ADDED);
  writeFileSync(file, packed(records));
  return {
    "collection, words of a document": { value: words / records.length, unit: "words" },
    "collection, 10,000 documents analysed, each of two threads": { value: seconds * part, unit: "s" },
    "collection, 10,000 documents analysed, by the clock": { value: ((performance.now() - began) / 1000) * part, unit: "s" },
    "collection, record of a document": { value: records.reduce((sum, { length }) => sum + length, 0) / records.length / 1000, unit: "KB" },
  };
}

function packed(records: readonly Uint8Array[]): Uint8Array {
  const lengths = Uint32Array.of(records.length, ...records.map(({ length }) => length));
  return Buffer.concat([new Uint8Array(lengths.buffer), ...records]);
}

function unpacked(file: string): readonly Uint8Array[] {
  const bytes = readFileSync(file);
  let at = 4 + 4 * bytes.readUInt32LE(0);
  return Array.from({ length: bytes.readUInt32LE(0) }, (_, i) => {
    const length = bytes.readUInt32LE(4 + 4 * i);
    at += length;
    return new Uint8Array(bytes.buffer, bytes.byteOffset + at - length, length);
  });
}

function inOwnProcess(program: string, task: Task, file: string): Figures {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--expose-gc", `--max-old-space-size=${HEAP[task]}`, program, "collection", task, file],
    {
      encoding: "utf8",
      maxBuffer: 1 << 26,
    },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figures;
}

function reopened(file: string): Figures {
  const start = process.cpuUsage();
  const records = unpacked(file).slice(0, DOCUMENTS);
  const collection = new Collection();
  records.forEach((record, i) => {
    collection.add(pathOf(i), record);
  });
  const reopen = processorMilliseconds(start);
  const afterReopening = memory();
  const prepare = milliseconds(() => {
    while (collection.prepare(100) > 0);
  });
  const searches = QUERIES.map((query) => milliseconds(() => collection.searchEntities(query, 50)));
  const list = milliseconds(() => collection.entities({ count: 200 }));
  const groups = milliseconds(() => collection.quotationGroups({ count: 200 }));
  const dates = milliseconds(() => collection.datesInOrder({ count: 200 }));
  const unnamed = milliseconds(() => collection.unnamedSources({ count: 200 }));
  const pairs = milliseconds(() => collection.mayBeSame({ count: 200 }));
  return {
    "collection, 10,000 documents reopened from records": { value: reopen, unit: "ms" },
    "collection, memory of the process after reopening": { value: afterReopening, unit: "MB" },
    "collection, search, the slowest of eight": { value: Math.max(...searches), unit: "ms" },
    "collection, entities listed": { value: list, unit: "ms" },
    "collection, names made ready and quotations compared": { value: prepare, unit: "ms" },
    "collection, compared quotations listed for the first time": { value: groups, unit: "ms" },
    "collection, dates listed": { value: dates, unit: "ms" },
    "collection, unnamed sources listed": { value: unnamed, unit: "ms" },
    "collection, entities that may be one": { value: pairs, unit: "ms" },
    "collection, memory of the process after all questions": { value: memory(), unit: "MB" },
    "collection, entities": { value: collection.entities({}).total, unit: "" },
    "collection, utterances that several documents have": { value: collection.quotationGroups().total, unit: "" },
  };
}

/** The cost of adding a thousand documents to none, and to 49,000 (the analysed ones again, under other paths), quotations compared. */
function grown(file: string): Figures {
  const records = unpacked(file);
  const added = records.slice(DOCUMENTS);
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
  for (let i = 0; i < LARGE - ADDED; i++) large.add(pathOf(i), records[i % DOCUMENTS]);
  while (large.prepare(100) > 0);
  const atLast = add(large, LARGE);
  return {
    "collection, a document added to under 1,000": { value: atFirst, unit: "ms" },
    "collection, a document added to 49,000": { value: atLast, unit: "ms" },
    "collection, added to 49,000 against under 1,000": { value: atLast / atFirst, unit: "times" },
    "collection, search in 50,000": {
      value: Math.max(...QUERIES.map((query) => milliseconds(() => large.searchEntities(query, 50)))),
      unit: "ms",
    },
  };
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

/** What the process holds, rubbish taken out. */
function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1_000_000;
}

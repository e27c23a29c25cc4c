// What a process costs that has the shipped collection, and nothing of the engine beside it, as VS Code's extension host has it; prints figures as JSON:
// node src/development/run.mjs test/bench/collectionRun.ts analyse|reopen FOLDER DOCUMENTS
import { existsSync, statSync } from "node:fs";
import { togetherPath } from "../../src/gathering/collectionFile.js";
import { cacheIn, processorMilliseconds, QUERIES } from "./collectionParts.js";
import { CollectionProcess } from "./collectionProcess.js";
import type { Figures } from "./figure.js";

const [task, folder, documents] = process.argv.slice(2);
const measure = task === "analyse" ? analysed : reopened;
measure(folder, Number(documents)).then(
  (figures) => console.log(JSON.stringify(figures)),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);

async function analysed(folder: string, documents: number): Promise<Figures> {
  const start = process.cpuUsage();
  const collection = new CollectionProcess(cacheIn(folder));
  const { took, longest, most } = await collection.gather(folder, documents);
  const processor = processorMilliseconds(start);
  const meanwhile = collection.peak;
  do await collection.rest();
  while (!existsSync(togetherPath(cacheIn(folder))));
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
    "collection, stored of a document": { value: statSync(cacheIn(folder)).size / documents / 1000, unit: "KB" },
    "collection, stored of all documents together": { value: statSync(togetherPath(cacheIn(folder))).size / 1_000_000, unit: "MB" },
  };
}

async function reopened(folder: string, documents: number): Promise<Figures> {
  const start = process.cpuUsage();
  const collection = new CollectionProcess(cacheIn(folder));
  const { took } = await collection.gather(folder, documents);
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

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../src/analysis/analyze.js";
import type { Collection } from "../../../src/collection/collection.js";
import { recordOf } from "../../../src/collection/recordOf.js";
import { CollectionFile, togetherPath } from "../../../src/gathering/collectionFile.js";
import { KeptCollection } from "../../../src/gathering/keptCollection.js";
import { RecordCache } from "../../../src/gathering/recordCache.js";
import { sha256 } from "../../../src/sha256.js";

/** As many as make the storing worth it. */
const DOCUMENTS = 60;
const analyzer = createAnalyzer();
const turn = async () => undefined;

let folder: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "source-review-kept-"));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cachePath = () => join(folder, "records");
const filePath = () => togetherPath(cachePath());
const textOf = (number: number, ships = 40) =>
  `“We will not close the harbour before winter, and ${ships} ships wait outside,” Ingrid Solheim, the mayor of Bath, said on 3 March 20${10 + (number % 10)}. Harbour master Tom${number} Weld of the Harbour Workers Union (HWU) disagreed.`;

/** A collection as the thread has it. */
class Opened {
  readonly known: RecordCache;
  readonly kept: KeptCollection;

  constructor(engine = "1") {
    const tell = (message: string) => void told.push(message);
    this.known = new RecordCache({ path: cachePath(), engine: "1", tell });
    this.kept = new KeptCollection(new CollectionFile({ path: filePath(), engine, tell }), this.known);
  }

  get collection(): Collection {
    return this.kept.collection;
  }

  put(number: number, text = textOf(number)): void {
    const hash = sha256(text);
    const record = recordOf(text, analyzer.analyze(text));
    this.known.putRecord(hash, record);
    expect(this.kept.put(`file:///${number}.txt`, record, hash)).toBe(true);
  }

  async rest(): Promise<void> {
    while (this.collection.prepare(10) > 0);
    await this.kept.store(turn);
    this.known.close();
  }
}

function answers(collection: Collection): string {
  const groups = collection.quotationGroups().items;
  return JSON.stringify([
    collection.entities({}),
    collection.searchEntities("weld"),
    collection.mayBeSame(),
    groups,
    groups.map(({ id }) => collection.versionsOf(id)),
    collection.datesInOrder(),
    collection.speakers(),
    collection.topics(),
    collection.unnamedSources(),
  ]);
}

async function stored(): Promise<string> {
  const first = new Opened();
  for (let i = 0; i < DOCUMENTS; i++) first.put(i);
  const expected = answers(first.collection);
  await first.rest();
  return expected;
}

describe("a collection that is stored when it is at rest", () => {
  it("is taken up again, answers as before, and is not stored again for little", async () => {
    const expected = await stored();
    const written = readFileSync(filePath());
    const again = new Opened();
    expect(again.kept.hashOf("file:///7.txt")).toBe(sha256(textOf(7)));
    expect(again.collection.documents).toBe(DOCUMENTS);
    expect(answers(again.collection)).toBe(expected);
    again.put(7, textOf(7, 60));
    again.kept.remove("file:///8.txt");
    await again.rest();
    expect(readFileSync(filePath()).equals(written)).toBe(true);
    expect(told).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(["records", "records.together"]);
  });

  it("reads what is stored of the quotations when they are first asked for, even if another window stores anew meanwhile", async () => {
    const expected = await stored();
    const again = new Opened();
    expect(again.collection.entities({}).total).toBeGreaterThan(0);
    writeFileSync(`${filePath()}.other`, "another window's");
    renameSync(`${filePath()}.other`, filePath());
    expect(answers(again.collection)).toBe(expected);
    expect(told).toEqual([]);
  });

  it("changed between, answers as one made anew", async () => {
    await stored();
    const again = new Opened();
    again.put(7, textOf(7, 60));
    again.put(DOCUMENTS, textOf(DOCUMENTS));
    again.kept.retain((uri) => uri !== "file:///8.txt");
    rmSync(filePath());
    const afresh = new Opened();
    for (let i = 0; i <= DOCUMENTS; i++) if (i !== 8) afresh.put(i, textOf(i, i === 7 ? 60 : 40));
    expect(answers(again.collection)).toBe(answers(afresh.collection));
  });

  it("cut off anywhere, damaged, of another program or without a record of its documents, is made anew and says so once", async () => {
    await stored();
    const whole = readFileSync(filePath());
    for (const cut of [1, 40, 100, whole.length >> 1, whole.length - 1]) {
      truncateSync(filePath(), cut);
      expect(new Opened().collection.documents).toBe(0);
      writeFileSync(filePath(), whole);
    }
    for (const at of [100, whole.length >> 2, whole.length >> 1, whole.length - 3]) {
      writeFileSync(
        filePath(),
        whole.map((byte, i) => (i === at ? byte ^ 4 : byte)),
      );
      expect(new Opened().collection.documents).toBe(0);
    }
    expect(told).toHaveLength(9);
    expect(told.every((message) => message.startsWith("What was stored of all documents together "))).toBe(true);
    told.length = 0;
    writeFileSync(filePath(), whole);
    expect(new Opened("2").collection.documents).toBe(0);
    truncateSync(cachePath(), readFileSync(cachePath()).length - 1);
    const again = new Opened();
    expect(again.collection.documents).toBe(0);
    expect(told).toEqual([
      "What was stored of all documents together does not fit them any more and is made anew.",
      "The stored analyses were cut off; what is missing is analysed again.",
      "What was stored of all documents together does not fit them any more and is made anew.",
    ]);
    for (let i = 0; i < DOCUMENTS; i++) again.put(i);
    await again.rest();
    expect(new Opened().collection.documents).toBe(DOCUMENTS);
  });

  it("is forgotten where a record that it needs is damaged, so that the next thread makes it anew", async () => {
    await stored();
    const records = readFileSync(cachePath());
    const again = new Opened();
    const damaged = records.map((byte, i) => (i > 1000 && i % 50 === 0 ? byte ^ 1 : byte));
    writeFileSync(cachePath(), damaged);
    expect(() => answers(again.collection)).toThrow("A stored analysis was lost");
    expect(existsSync(filePath())).toBe(false);
  });

  it("is not stored where something changes meanwhile, or where nothing can be written, and then says why", async () => {
    const first = new Opened();
    for (let i = 0; i < DOCUMENTS; i++) first.put(i);
    let turns = 0;
    await first.kept.store(async () => {
      if (++turns === 3) first.put(0, textOf(0, 60));
    });
    expect(readdirSync(folder)).toEqual(["records"]);
    mkdirSync(`${filePath()}.new`);
    await expect(first.kept.store(turn)).resolves.toBeUndefined();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("cannot be stored");
  });
});

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../src/analysis/analyze.js";
import type { Collection } from "../../../src/collection/collection.js";
import { CollectionFile, togetherPath } from "../../../src/gathering/collectionFile.js";
import { diskFiles } from "../../../src/gathering/diskFiles.js";
import type { Files } from "../../../src/gathering/files.js";
import { type Analysts, Gatherer } from "../../../src/gathering/gatherer.js";
import { KeptCollection } from "../../../src/gathering/keptCollection.js";
import { RecordCache } from "../../../src/gathering/recordCache.js";
import { servedRecord } from "../../../src/gathering/recordServer.js";

const analyzer = createAnalyzer();
const engine: Analysts = {
  room: 1,
  analyze: async (path, content) => servedRecord({ job: 0, path, content }, () => analyzer).outcome,
};

/** A folder on the disk that is gathered as the collection's thread does it, the engine in the same thread. */
class Ground {
  readonly folder = mkdtempSync(join(tmpdir(), "source-review-ground-"));
  readonly cache = join(this.folder, "storage", "records");
  readonly told: string[] = [];

  constructor() {
    mkdirSync(join(this.folder, "sources"));
  }

  put(name: string, content: string | Uint8Array): void {
    writeFileSync(this.pathOf(name), content);
  }

  pathOf(name: string): string {
    return join(this.folder, "sources", name);
  }

  /** Gathers everything anew, with what the cache knows. @returns the collection, and what was left out. */
  async gathered({ files = diskFiles, analysts = engine }: { readonly files?: Files; readonly analysts?: Analysts } = {}) {
    const tell = (message: string) => void this.told.push(message);
    const known = new RecordCache({ path: this.cache, engine: "1", tell });
    const kept = new KeptCollection(new CollectionFile({ path: togetherPath(this.cache), engine: "1", tell }), known);
    const { collection } = kept;
    let analysed = 0;
    const gatherer = new Gatherer({
      files: { disk: files, asked: files },
      known,
      analysts: {
        get room() {
          return analysts.room;
        },
        analyze: (path, content) => {
          analysed++;
          return analysts.analyze(path, content);
        },
      },
      sink: kept,
      changed: () => undefined,
      tell,
      turn: async () => undefined,
      now: () => Date.now() + 10_000,
    });
    const place = { uri: `file://${this.folder}`, prefix: "", place: this.folder, wholePath: this.folder, door: "disk" as const };
    const rules = { documents: ["**/sources/**/*.{txt,md}"], exclude: [] };
    await gatherer.search({ folders: [place], rules, chosen: [], takenOut: [] });
    while (gatherer.progress.phase !== "ready") await new Promise((resolve) => setTimeout(resolve, 1));
    const documents = collection
      .datesInOrder({ textOnly: true })
      .items.map(({ path }) => decodeURIComponent(path.slice(path.lastIndexOf("/") + 1)));
    const leftOut = gatherer.leftOut().map(({ path, reason }) => `${path}: ${reason}`);
    return { collection, documents, leftOut, analysed, close: () => known.close() };
  }

  end(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** Does something as a user for whom permissions count; the superuser may read everything. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

const text = (name: string) => `${name} Weld said on 3 March 2018: “The harbour of ${name} stays open to every ship.”\n`;

describe("a folder of mixed files", () => {
  let ground: Ground;
  beforeEach(() => {
    ground = new Ground();
  });
  afterEach(() => ground.end());

  it("gives the documents that can be read, and says once of the others why they are left out", async () => {
    ground.put("a.txt", text("Ana"));
    ground.put("b\nc.txt", text("Bo"));
    ground.put("wide.txt", Buffer.from(`\ufeff${text("Wida")}`, "utf16le"));
    ground.put("picture.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13));
    ground.put("latin.txt", Buffer.from("é".repeat(40), "latin1"));
    ground.put("program.bin", Uint8Array.of(0, 1, 2));
    ground.put("huge.txt", "");
    truncateSync(ground.pathOf("huge.txt"), (50 << 20) + 1);
    mkdirSync(ground.pathOf("folder.txt"));
    symlinkSync(ground.folder, ground.pathOf("around"));
    symlinkSync(ground.pathOf("there.txt"), ground.pathOf("back.txt"));
    symlinkSync(ground.pathOf("back.txt"), ground.pathOf("there.txt"));
    symlinkSync(ground.pathOf("nowhere.txt"), ground.pathOf("lost.txt"));
    execFileSync("mkfifo", [ground.pathOf("pipe.txt")]);
    for (let round = 0; round < 2; round++) {
      const { documents, leftOut, analysed, close } = await ground.gathered();
      expect([...documents].sort()).toEqual(["a.txt", "b\nc.txt", "wide.txt"]);
      expect(leftOut).toEqual([
        "sources/huge.txt: it is larger than 50 MB, which VS Code hands to no extension; split it",
        "sources/latin.txt: it is not in UTF-8; save it as UTF-8",
        "sources/picture.txt: it holds characters that are no text",
      ]);
      expect(analysed).toBe(round === 0 ? 5 : 0);
      expect(ground.told.splice(0)).toHaveLength(3);
      close();
    }
  });

  it("names what may not be read, file or folder", async () => {
    ground.put("a.txt", text("Ana"));
    ground.put("closed.txt", text("Bo"));
    mkdirSync(ground.pathOf("shut"));
    mkdirSync(join(ground.folder, "storage"));
    chmodSync(join(ground.folder, "storage"), 0o777);
    chmodSync(ground.folder, 0o755);
    chmodSync(ground.pathOf("closed.txt"), 0);
    chmodSync(ground.pathOf("shut"), 0);
    const { documents, leftOut, close } = await withoutRights(() => ground.gathered());
    expect(documents).toEqual(["a.txt"]);
    expect(leftOut).toEqual(["sources/closed.txt: it may not be read; change its permissions"]);
    expect(ground.told).toContain("sources/shut: it may not be read; change its permissions.");
    close();
  });

  it.runIf(process.platform === "linux")("says once that a name is not in UTF-8, a file's or a folder's", async () => {
    ground.put("a.txt", text("Ana"));
    ground.put("\ufffd.txt", text("Bo"));
    const misnamed = (end: string) => Buffer.concat([Buffer.from(ground.pathOf("caf")), Uint8Array.of(0xe9), Buffer.from(end)]);
    writeFileSync(misnamed(".txt"), text("Cy"));
    mkdirSync(misnamed(""));
    for (let round = 0; round < 2; round++) {
      const { documents, leftOut, close } = await ground.gathered();
      expect([...documents].sort()).toEqual(["a.txt", "\ufffd.txt"]);
      expect(leftOut).toEqual(["sources/caf\ufffd.txt: its name is not in UTF-8; rename it"]);
      expect(ground.told.splice(0).sort()).toEqual([
        "sources/caf\ufffd.txt is left out: its name is not in UTF-8; rename it.",
        "sources/caf\ufffd: its name is not in UTF-8; rename it.",
      ]);
      close();
    }
    unlinkSync(misnamed(".txt"));
    rmdirSync(misnamed(""));
  });

  it("forgets files that vanish while they are read, and folders that vanish while they are searched", async () => {
    for (const name of ["a", "b", "c", "d"]) ground.put(`${name}.txt`, text("Ana"));
    mkdirSync(ground.pathOf("deep"));
    const vanish = (place: string) => rmSync(place, { recursive: true, force: true });
    const files: Files = {
      ...diskFiles,
      list: async (place) => {
        if (place.endsWith("deep")) vanish(place);
        return diskFiles.list(place);
      },
      state: async (place) => {
        if (place.endsWith("a.txt")) vanish(place);
        const state = await diskFiles.state(place);
        if (place.endsWith("b.txt")) vanish(place);
        return state;
      },
      read: async (place) => {
        if (place.endsWith("c.txt")) vanish(place);
        return diskFiles.read(place);
      },
    };
    const { documents, leftOut, close } = await ground.gathered({ files });
    expect([documents, leftOut, ground.told]).toEqual([["d.txt"], [], []]);
    close();
  });

  it("is read from a cache that is cut off or another version's, with nothing lost and one word on it", async () => {
    for (const name of ["Ana", "Bo", "Cy"]) ground.put(`${name}.txt`, text(name));
    const before = await ground.gathered();
    const answers = (collection: Collection) => [collection.entities({}), collection.speakers(), collection.quotationGroups()];
    const expected = answers(before.collection);
    before.close();
    const whole = readFileSync(ground.cache);
    const spoiled: readonly (readonly [Uint8Array, number, string])[] = [
      [whole, 0, ""],
      [whole.subarray(0, whole.length / 2), 2, "The stored analyses were cut off; what is missing is analysed again."],
      [
        Buffer.from("source-review/records@0 1\nanything"),
        3,
        "The stored analyses are another version's; the documents are analysed again.",
      ],
      [new Uint8Array(1000), 3, "The stored analyses are another version's; the documents are analysed again."],
      [
        whole.map((byte, i) => (i === whole.length >> 1 ? byte ^ 1 : byte)),
        1,
        "A stored analysis is damaged; its document is analysed again.",
      ],
    ];
    for (const [bytes, again, word] of spoiled) {
      writeFileSync(ground.cache, bytes);
      ground.told.length = 0;
      const { collection, analysed, close } = await ground.gathered();
      expect([analysed, ground.told]).toEqual([again, word === "" ? [] : [word]]);
      expect(answers(collection)).toEqual(expected);
      close();
    }
  });

  it("of 300 MB of text is read a file at a time", { timeout: 120_000 }, async () => {
    const [files, size] = [30, 10 << 20];
    const line = Buffer.from("Nobody here said a word of the harbour.\n".repeat(1000));
    for (let i = 0; i < files; i++) {
      const bytes = Buffer.alloc(size, line);
      bytes.write(`${i}`);
      ground.put(`${i}.txt`, bytes);
    }
    const record = servedRecord({ job: 0, path: "a.txt", content: text("Ana") }, () => analyzer).outcome;
    let [busy, most, bytes] = [0, 0, 0];
    const analysts: Analysts = {
      get room() {
        return 2 - busy;
      },
      analyze: async (_, content) => {
        most = Math.max(most, ++busy);
        bytes += content.length;
        await new Promise((resolve) => setTimeout(resolve, 1));
        busy--;
        return record;
      },
    };
    const { collection, close } = await ground.gathered({ analysts });
    expect([collection.documents, bytes, most]).toEqual([files, files * size, 2]);
    close();
  });
});

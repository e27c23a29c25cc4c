import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { Gatherer } from "../../../src/gathering/gatherer.js";
import type { Wanted } from "../../../src/gathering/gatherProtocol.js";
import type { KnownFile } from "../../../src/gathering/recordCache.js";
import type { RecordOutcome } from "../../../src/gathering/recordProtocol.js";
import { MemoryFiles, type Stored } from "./memoryFiles.js";

const NOW = 1_000_000;

/** A gatherer over files in memory whose records are the texts themselves, and everything around it. */
class Bench {
  readonly files: MemoryFiles;
  readonly gathered = new Map<string, string>();
  readonly analysed: string[] = [];
  readonly told: string[] = [];
  readonly records = new Map<string, Uint8Array>();
  readonly known = new Map<string, KnownFile>();
  /** Analyses that wait for the test's answer, where it wants to give them. */
  readonly held: (() => void)[] | null;
  readonly gatherer: Gatherer;

  constructor(stored: Readonly<Record<string, Stored>>, options: { readonly hold?: boolean; readonly known?: Bench } = {}) {
    this.files = options.known?.files ?? new MemoryFiles(stored);
    this.held = options.hold ? [] : null;
    if (options.known) {
      for (const [key, file] of options.known.known) this.known.set(key, file);
      for (const [hash, record] of options.known.records) this.records.set(hash, record);
    }
    this.gatherer = new Gatherer({
      files: { disk: this.files, asked: this.files },
      known: {
        file: (uri) => this.known.get(uri),
        record: (hash) => this.records.get(hash),
        putFile: (uri, file) => void this.known.set(uri, file),
        putRecord: (hash, record) => void this.records.set(hash, record),
        tidy: () => undefined,
      },
      analysts: { room: 1, analyze: (path, content) => this.#analyze(path, content) },
      sink: {
        put: (uri, record) => {
          const text = new TextDecoder().decode(record);
          if (text === "of another format") return false;
          this.gathered.set(uri, text);
          return true;
        },
        hashOf: (uri) => {
          const text = this.gathered.get(uri);
          return text === undefined ? undefined : hashOf(text);
        },
        remove: (uri) => void this.gathered.delete(uri),
        retain: (isWanted) => {
          for (const uri of this.gathered.keys()) if (!isWanted(uri)) this.gathered.delete(uri);
        },
      },
      changed: () => undefined,
      tell: (message) => this.told.push(message),
      turn: async () => undefined,
      now: () => NOW,
    });
  }

  #analyze(path: string, content: Uint8Array | string): Promise<RecordOutcome> {
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    this.analysed.push(path);
    const outcome: RecordOutcome = text.includes("\0")
      ? { kind: "unreadable", reason: "it holds characters that are no text" }
      : text === "breaks"
        ? { kind: "failed", reason: "its analysis failed" }
        : { kind: "record", record: new TextEncoder().encode(text) };
    if (!this.held) return Promise.resolve(outcome);
    return new Promise((resolve) => this.held?.push(() => resolve(outcome)));
  }
}

const wanted = (given: Partial<Wanted> = {}): Wanted => ({
  folders: [{ uri: "file:///w", prefix: "", place: "/w", wholePath: "/w", door: "disk" }],
  rules: { documents: ["**/sources/**/*.txt"], exclude: [] },
  chosen: [],
  takenOut: [],
  ...given,
});
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("gathering", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = new Bench({ "/w/sources/a.txt": "Ana", "/w/sources/b c.txt": "Bo", "/w/sources/n.txt": "\0", "/w/else.txt": "Else" });
    await bench.gatherer.search(wanted());
    await settled();
  });

  it("analyses every document under review, and leaves out what holds no text", () => {
    expect([...bench.gathered]).toEqual([
      ["file:///w/sources/a.txt", "Ana"],
      ["file:///w/sources/b%20c.txt", "Bo"],
    ]);
    expect(bench.gatherer.progress).toEqual({ phase: "ready", documents: 2, gathered: 2, leftOut: 1 });
    expect(bench.gatherer.leftOut()).toEqual([
      { uri: "file:///w/sources/n.txt", path: "sources/n.txt", reason: "it holds characters that are no text" },
    ]);
    expect(bench.told).toEqual(["sources/n.txt is left out: it holds characters that are no text."]);
  });

  it("finds what came, went or changed untold when it looks again, and says nothing of a search", async () => {
    bench.files.put("/w/sources/late.txt", "Late", 1);
    bench.files.put("/w/sources/a.txt", "Ada", 2);
    bench.files.stored.delete("/w/sources/b c.txt");
    const looked = bench.gatherer.lookAgain();
    expect(bench.gatherer.progress.phase).toBe("ready");
    await looked;
    await settled();
    expect([...bench.gathered]).toEqual([
      ["file:///w/sources/a.txt", "Ada"],
      ["file:///w/sources/late.txt", "Late"],
    ]);
    bench.gatherer.pause();
    await bench.gatherer.lookAgain();
    expect(bench.gatherer.progress.phase).toBe("paused");
    bench.gatherer.stop();
    bench.files.put("/w/sources/later.txt", "Later", 1);
    await bench.gatherer.lookAgain();
    await settled();
    expect(bench.gathered.size).toBe(2);
    expect(bench.gatherer.progress.phase).toBe("stopped");
  });

  it("neither reads nor analyses again what did not change, not even what holds no text", async () => {
    const again = new Bench({}, { known: bench });
    bench.files.reads.length = 0;
    await again.gatherer.search(wanted());
    await settled();
    expect(again.gathered).toEqual(bench.gathered);
    expect(again.gatherer.progress.leftOut).toBe(1);
    expect([again.analysed, bench.files.reads]).toEqual([[], []]);
  });

  it("takes what the collection has from before for gathered, and has it without what changed, went or is taken out", async () => {
    bench.files.put("/w/sources/a.txt", "Ana Ruiz", 2);
    bench.files.put("/w/sources/d.txt", "Di", 2);
    const again = new Bench({}, { known: bench });
    for (const [name, text] of [...bench.gathered, ["file:///w/sources/gone.txt", "Gone"], ["file:///w/sources/d.txt", "Di"]]) {
      again.gathered.set(name, text);
    }
    again.gathered.set("file:///w/sources/n.txt", "when it was a text");
    again.records.clear();
    await again.gatherer.search(wanted({ takenOut: ["file:///w/sources/d.txt"] }));
    expect(again.gatherer.progress.gathered).toBe(1);
    await settled();
    expect(again.analysed).toEqual(["sources/a.txt"]);
    expect([...again.gathered]).toEqual([
      ["file:///w/sources/a.txt", "Ana Ruiz"],
      ["file:///w/sources/b%20c.txt", "Bo"],
    ]);
  });

  it("has no more of what the collection had from before than was found when it is stopped", async () => {
    const again = new Bench({}, { known: bench });
    again.gathered.set("file:///w/sources/else.txt", "Else");
    const searching = again.gatherer.search(wanted());
    again.gatherer.stop();
    await searching;
    expect(again.gathered.size).toBe(0);
  });

  it("analyses again what changed alone; a renamed or copied file is known by its text", async () => {
    bench.files.put("/w/sources/a.txt", "Ana Ruiz", 2);
    bench.files.put("/w/sources/copy.txt", "Bo", 2);
    const again = new Bench({}, { known: bench });
    await again.gatherer.search(wanted());
    await settled();
    expect(again.analysed).toEqual(["sources/a.txt"]);
    expect([...again.gathered.values()].sort()).toEqual(["Ana Ruiz", "Bo", "Bo"]);
  });

  it("does not trust the time of a file that was written a moment ago", async () => {
    bench.files.put("/w/sources/a.txt", "Ada", NOW - 10);
    await bench.gatherer.filesChanged(["file:///w/sources/a.txt"]);
    await settled();
    expect(bench.known.get("file:///w/sources/a.txt")?.modified).toBe(-1);
    bench.files.put("/w/sources/a.txt", "Eva", NOW - 10);
    const again = new Bench({}, { known: bench });
    await again.gatherer.search(wanted());
    await settled();
    expect(again.gathered.get("file:///w/sources/a.txt")).toBe("Eva");
  });

  it("analyses again where a stored record is of another format", async () => {
    bench.records.set(hashOf("Ana"), new TextEncoder().encode("of another format"));
    const again = new Bench({}, { known: bench });
    await again.gatherer.search(wanted());
    await settled();
    expect(again.gathered.get("file:///w/sources/a.txt")).toBe("Ana");
  });

  it("follows files and folders that come, change and go", async () => {
    bench.files.put("/w/sources/a.txt", "Ana Ruiz", 2);
    bench.files.put("/w/sources/new.txt", "Cy", 2);
    bench.files.put("/w/sources/deep/er/d.txt", "Di", 2);
    bench.files.stored.delete("/w/sources/b c.txt");
    bench.files.put("/w/elsewhere.txt", "No", 2);
    await bench.gatherer.filesChanged(
      ["a.txt", "new.txt", "deep", "b%20c.txt", "../elsewhere.txt"].map((name) => `file:///w/sources/${name}`),
    );
    await settled();
    expect([...bench.gathered.values()].sort()).toEqual(["Ana Ruiz", "Cy", "Di"]);
    bench.files.stored.delete("/w/sources/deep/er/d.txt");
    await bench.gatherer.filesChanged(["file:///w/sources/deep"]);
    await settled();
    expect([...bench.gathered.values()].sort()).toEqual(["Ana Ruiz", "Cy"]);
  });

  it("searches anew when a .gitignore changes", async () => {
    bench.files.put("/w/.gitignore", "b c.txt", 2);
    await bench.gatherer.filesChanged(["file:///w/.gitignore"]);
    await settled();
    expect([...bench.gathered.values()]).toEqual(["Ana"]);
  });

  it("takes the editor's text before the file's until the editor has none of its own", async () => {
    await bench.gatherer.open({ uri: "file:///w/sources/a.txt", path: "sources/a.txt", text: "Ana types" });
    await settled();
    bench.files.put("/w/sources/a.txt", "Ana on disk", 2);
    await bench.gatherer.filesChanged(["file:///w/sources/a.txt"]);
    await settled();
    expect(bench.gathered.get("file:///w/sources/a.txt")).toBe("Ana types");
    await bench.gatherer.close("file:///w/sources/a.txt");
    await settled();
    expect(bench.gathered.get("file:///w/sources/a.txt")).toBe("Ana on disk");
  });

  it("has a document that is on no disk while it is open", async () => {
    await bench.gatherer.open({ uri: "untitled:x", path: "x", text: "Draft" });
    await settled();
    expect(bench.gathered.get("untitled:x")).toBe("Draft");
    await bench.gatherer.search(wanted());
    expect(bench.gathered.has("untitled:x")).toBe(true);
    await bench.gatherer.close("untitled:x");
    expect(bench.gathered.has("untitled:x")).toBe(false);
  });

  it("has what the reader chose, and not what the reader took out", async () => {
    const chosen = [{ uri: "file:///w/else.txt", path: "else.txt", place: "/w/else.txt", door: "disk" as const }];
    await bench.gatherer.search(wanted({ chosen, takenOut: ["file:///w/sources/a.txt"] }));
    await settled();
    expect([...bench.gathered.values()].sort()).toEqual(["Bo", "Else"]);
  });
});

describe("gathering from bad ground", () => {
  it("leaves out what is too large or may not be read, and forgets what vanishes while it is read", async () => {
    const bench = new Bench({
      "/w/sources/a.txt": "Ana",
      "/w/sources/closed.txt": { forbidden: true },
      "/w/sources/large.txt": { size: 60 << 20 },
      "/w/sources/gone\nnow.txt": "Gone",
      "/w/sources/worse.txt": "breaks",
    });
    bench.files.beforeRead = (path) => path.includes("gone") && bench.files.stored.delete(path);
    await bench.gatherer.search(wanted());
    await settled();
    expect([...bench.gathered.values()]).toEqual(["Ana"]);
    expect(bench.gatherer.leftOut().map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      "sources/closed.txt: it may not be read; change its permissions",
      "sources/large.txt: it is larger than 50 MB, which VS Code hands to no extension; split it",
      "sources/worse.txt: its analysis failed",
    ]);
    expect(bench.known.has("file:///w/sources/worse.txt")).toBe(false);
    await bench.gatherer.search(wanted());
    await settled();
    expect(bench.told.filter((message) => message.includes("large.txt"))).toHaveLength(1);
  });

  it("drops the outcome that a later change has overtaken", async () => {
    const bench = new Bench({ "/w/sources/a.txt": "old" }, { hold: true });
    await bench.gatherer.search(wanted());
    await settled();
    bench.files.put("/w/sources/a.txt", "new", 2);
    await bench.gatherer.filesChanged(["file:///w/sources/a.txt"]);
    await settled();
    expect(bench.held).toHaveLength(2);
    bench.held?.[1]();
    await settled();
    bench.held?.[0]();
    await settled();
    expect([...bench.gathered.values()]).toEqual(["new"]);
  });

  it("pauses and goes on, stops and begins again", async () => {
    const bench = new Bench({ "/w/sources/a.txt": "Ana", "/w/sources/b.txt": "Bo", "/w/sources/c.txt": "Cy" }, { hold: true });
    const searching = bench.gatherer.search(wanted());
    bench.gatherer.pause();
    await searching;
    await settled();
    expect(bench.analysed).toEqual([]);
    expect(bench.gatherer.progress).toEqual({ phase: "paused", documents: 3, gathered: 0, leftOut: 0 });
    bench.gatherer.resume();
    await settled();
    for (const answer of bench.held?.splice(0) ?? []) answer();
    await settled();
    expect(bench.gatherer.progress.gathered).toBe(3);
    bench.gatherer.stop();
    expect(bench.gatherer.progress.phase).toBe("stopped");
    expect([...bench.gathered.values()]).toEqual(["Ana", "Bo", "Cy"]);
    await bench.gatherer.search(wanted());
    expect(bench.gatherer.progress.phase).toBe("ready");
  });

  it("finds nothing twice by a link that comes later, be it to a folder or to a document", async () => {
    const bench = new Bench({ "/w/sources/a.txt": "one" });
    await bench.gatherer.search(wanted());
    bench.files.put("/w/sources/circle", { link: "/w" }, 1);
    bench.files.put("/w/sources/also.txt", { link: "/w/sources/a.txt" }, 1);
    await bench.gatherer.filesChanged(["file:///w/sources/circle", "file:///w/sources/also.txt"]);
    await new Promise((resolve) => setTimeout(resolve));
    expect([...bench.gathered.keys()]).toEqual(["file:///w/sources/a.txt"]);
  });

  it("finds nothing twice when a folder is renamed that holds links", async () => {
    const bench = new Bench({ "/w/sources/a.txt": "one", "/w/sources/old/b.txt": "two", "/w/sources/old/circle": { link: "/w/sources" } });
    await bench.gatherer.search(wanted());
    for (const [name, value] of [
      ["b.txt", "two"],
      ["circle", { link: "/w/sources" }],
    ] as const) {
      bench.files.stored.delete(`/w/sources/old/${name}`);
      bench.files.put(`/w/sources/new/${name}`, value, 1);
    }
    await bench.gatherer.filesChanged(["file:///w/sources/old", "file:///w/sources/new"]);
    await new Promise((resolve) => setTimeout(resolve));
    expect([...bench.gathered.keys()].sort()).toEqual(["file:///w/sources/a.txt", "file:///w/sources/new/b.txt"]);
  });

  it("stays paused when a .gitignore changes", async () => {
    const bench = new Bench({ "/w/sources/a.txt": "one", "/w/.gitignore": "b.txt" });
    await bench.gatherer.search(wanted());
    bench.gatherer.pause();
    await bench.gatherer.filesChanged(["file:///w/.gitignore"]);
    expect(bench.gatherer.progress.phase).toBe("paused");
  });
});

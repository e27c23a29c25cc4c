import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecisionFile } from "../../../src/decisions/decisionFile.js";
import type { Decision } from "../../../src/review/decision.js";
import { decisionsIn, printJournal, readJournal, withDecisions } from "../../../src/review/journal.js";
import { person, reviewer } from "../review/decisionFixtures.js";
import { MemoryFile } from "./memoryFile.js";

interface Told {
  changed: number;
  readonly unreadable: number[];
  readonly elsewhere: string[];
  readonly notKept: unknown[];
}

function window(home: MemoryFile, elsewhere = new MemoryFile("/storage/a.jsonl")) {
  const told: Told = { changed: 0, unreadable: [], elsewhere: [], notKept: [] };
  const file = new DecisionFile(home, elsewhere, {
    changed: () => told.changed++,
    unreadable: (_place, count) => told.unreadable.push(count),
    keptElsewhere: (place) => told.elsewhere.push(place),
    notKept: (reason) => told.notKept.push(reason),
  });
  return { file, told, elsewhere };
}

function fileOf(text?: string): MemoryFile {
  const file = new MemoryFile("/folder/.source-review/documents/a.txt.jsonl");
  file.text = text;
  return file;
}

function linesOf(file: MemoryFile): readonly Decision[] {
  return decisionsIn(readJournal(file.text ?? ""));
}

function ids(decisions: readonly Decision[]): readonly string[] {
  return decisions.map(({ id }) => id).sort();
}

const ada = reviewer("Ada");
const ben = reviewer("Ben");
const accepted = () => ada.here({ kind: "accept", target: person("Orlik") });
const rejected = () => ben.here({ kind: "reject", target: person("Orlik") });

describe("a file of decisions", () => {
  it("holds a decision at once, and has it in the file when it is saved", async () => {
    const home = fileOf();
    const { file, told } = window(home);
    const [decision] = accepted();
    const saving = file.put([decision]);
    expect(ids(file.decisions)).toEqual([decision.id]);
    await saving;
    expect(ids(linesOf(home))).toEqual([decision.id]);
    expect(told.changed).toBe(1);
  });

  it("keeps what another window wrote before it saves, and takes it up", async () => {
    const home = fileOf();
    const { file } = window(home);
    await file.load();
    const theirs = rejected();
    home.text = printJournal(withDecisions(readJournal(""), theirs));
    const mine = accepted();
    await file.put(mine);
    expect(ids(linesOf(home))).toEqual(ids([...theirs, ...mine]));
    expect(ids(file.decisions)).toEqual(ids([...theirs, ...mine]));
  });

  it("writes its lines again where another program wrote over them", async () => {
    const home = fileOf();
    const { file } = window(home);
    const mine = accepted();
    await file.put(mine);
    const theirs = rejected();
    home.text = printJournal(withDecisions(readJournal(""), theirs));
    await file.load();
    await file.settled();
    expect(ids(linesOf(home))).toEqual(ids([...theirs, ...mine]));
  });

  it("writes nothing where the file says all of it already", async () => {
    const home = fileOf();
    const { file } = window(home);
    await file.put(accepted());
    const { writes } = home;
    await file.load();
    await file.settled();
    expect(home.writes).toBe(writes);
  });

  it("keeps lines that it cannot read, and tells of them once", async () => {
    const home = fileOf("<<<<<<< HEAD\n{torn\n");
    const { file, told } = window(home);
    await file.load();
    await file.put(accepted());
    await file.load();
    expect(home.text).toContain("<<<<<<< HEAD\n");
    expect(home.text).toContain("{torn\n");
    expect(told.unreadable).toEqual([2]);
  });

  it("keeps decisions elsewhere where the folder refuses them, and brings them home when it takes them", async () => {
    const home = fileOf();
    home.refusal = new Error("read-only");
    const first = window(home);
    const mine = accepted();
    await first.file.put(mine);
    expect(first.told.elsewhere).toEqual(["/storage/a.jsonl"]);
    expect(ids(linesOf(first.elsewhere))).toEqual(ids(mine));

    const later = window(home, first.elsewhere);
    await later.file.load();
    expect(ids(later.file.decisions)).toEqual(ids(mine));
    home.refusal = undefined;
    const more = accepted();
    await later.file.put(more);
    expect(ids(linesOf(home))).toEqual(ids([...mine, ...more]));
  });

  it("says so where a decision can be kept nowhere, keeps it till then, and saves it with the next", async () => {
    const home = fileOf();
    const { file, told, elsewhere } = window(home);
    home.refusal = new Error("read-only");
    elsewhere.refusal = new Error("disk full");
    const mine = accepted();
    await file.put(mine);
    expect(told.notKept).toEqual([elsewhere.refusal]);
    expect(ids(file.decisions)).toEqual(ids(mine));
    home.refusal = undefined;
    const more = accepted();
    await file.put(more);
    expect(ids(linesOf(home))).toEqual(ids([...mine, ...more]));
  });

  it("forgets what was saved in a file that is deleted, and nothing else", async () => {
    const home = fileOf();
    const { file } = window(home);
    await file.put(accepted());
    await file.deleted();
    expect(file.decisions).toHaveLength(1);
    home.text = undefined;
    home.refusal = new Error("read-only");
    await file.deleted();
    expect(file.decisions).toEqual([]);
  });
});

it("two windows on one file end with all that either decided, whatever the order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.constantFrom("put", "load", "wait")), { maxLength: 30 }), async (steps) => {
      const home = fileOf();
      const windows = [window(home).file, window(home).file];
      const made: Decision[] = [];
      for (const [second, step] of steps) {
        const file = windows[second ? 1 : 0];
        const decisions = second ? rejected() : accepted();
        if (step === "put") {
          made.push(...decisions);
          void file.put(decisions);
        } else if (step === "load") void file.load();
        else await file.settled();
      }
      for (const file of windows) await file.settled();
      for (const file of windows) await file.load();
      expect(ids(linesOf(home))).toEqual(ids(made));
      for (const file of windows) expect(ids(file.decisions)).toEqual(ids(made));
    }),
  );
});

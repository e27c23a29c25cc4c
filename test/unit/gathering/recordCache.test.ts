import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RecordCache } from "../../../src/gathering/recordCache.js";
import { sha256 } from "../../../src/sha256.js";

let folder: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "source-review-cache-"));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HASHES = ["a", "b", "c"].map((letter) => letter.repeat(64));
const [A, B, C] = HASHES;
const path = () => join(folder, "deep", "records");
const opened = (engine = "1") => new RecordCache({ path: path(), engine, tell: (message) => told.push(message) });
const bytes = (...values: number[]) => Uint8Array.from(values);

/** A cache with three records and two files, closed. */
function filled(): void {
  const cache = opened();
  for (const [at, hash] of HASHES.entries()) cache.putRecord(hash, bytes(at, 10, 13, 0, 255));
  cache.putFile("file:///a.txt", { modified: 5, size: 7, hash: A });
  cache.putFile("file:///b\n.txt", { modified: 6, size: 8, hash: B, reason: "it is none" });
  cache.close();
}

describe("the cache", () => {
  it("gives back what was put in, also after it is opened again", () => {
    filled();
    const cache = opened();
    expect(HASHES.map((hash) => [...(cache.record(hash) ?? [])])).toEqual([
      [0, 10, 13, 0, 255],
      [1, 10, 13, 0, 255],
      [2, 10, 13, 0, 255],
    ]);
    expect(cache.file("file:///a.txt")).toEqual({ modified: 5, size: 7, hash: A });
    expect(cache.file("file:///b\n.txt")).toEqual({ modified: 6, size: 8, hash: B, reason: "it is none" });
    expect(cache.record("d".repeat(64))).toBeUndefined();
    expect(told).toEqual([]);
    cache.close();
  });

  it("knows every file again, however many there are", () => {
    const cache = opened();
    const files = Array.from(
      { length: 5000 },
      (_, i) => [`file:///sources/${i}.txt`, { modified: i, size: i, hash: sha256(`${i}`) }] as const,
    );
    for (const [key, file] of files) cache.putFile(key, file);
    cache.close();
    const again = opened();
    expect(files.filter(([key]) => again.file(key) === undefined)).toEqual([]);
    again.close();
  });

  it("gives each of two windows on one folder what it put in, and all of it when it is opened again", () => {
    const [one, other] = [opened(), opened()];
    one.putRecord(A, bytes(1, 1));
    other.putRecord(B, bytes(2, 2, 2));
    one.putRecord(C, bytes(3));
    expect([one.record(A), other.record(B), one.record(C)].map((record) => [...(record ?? [])])).toEqual([[1, 1], [2, 2, 2], [3]]);
    one.close();
    other.close();
    const again = opened();
    expect(HASHES.map((hash) => [...(again.record(hash) ?? [])])).toEqual([[1, 1], [2, 2, 2], [3]]);
    expect(told).toEqual([]);
    again.close();
  });

  it("reads a record into an array of its length, and leaves what it gave out before as it was", () => {
    filled();
    const cache = opened();
    const given = cache.record(A);
    const into = new Uint8Array(5);
    expect(cache.read(B, into)).toBe(true);
    expect([[...into], [...(given ?? [])]]).toEqual([
      [1, 10, 13, 0, 255],
      [0, 10, 13, 0, 255],
    ]);
    expect([cache.read(B, new Uint8Array(4)), cache.read("d".repeat(64), into)]).toEqual([false, false]);
    cache.close();
  });

  it("cut off at any byte, keeps every whole frame before the cut, and takes more", () => {
    filled();
    const whole = readFileSync(path());
    const title = whole.indexOf(10) + 1;
    for (let length = title; length < whole.length; length++) {
      writeFileSync(path(), whole.subarray(0, length));
      const cache = opened();
      const kept = HASHES.filter((hash) => cache.record(hash) !== undefined);
      expect(HASHES.slice(0, kept.length)).toEqual(kept);
      cache.putRecord("d".repeat(64), bytes(9));
      cache.close();
      const again = opened();
      expect([...(again.record("d".repeat(64)) ?? [])]).toEqual([9]);
      expect(kept.every((hash) => again.record(hash) !== undefined)).toBe(true);
      again.close();
    }
    expect(new Set(told)).toEqual(new Set(["The stored analyses were cut off; what is missing is analysed again."]));
  });

  it("does not give out a record that does not fit its checksum, says so once, and takes it anew", () => {
    filled();
    const whole = readFileSync(path());
    whole[whole.indexOf(Buffer.from([1, 10, 13, 0, 255])) + 1] ^= 1;
    writeFileSync(path(), whole);
    const cache = opened();
    expect(cache.record(B)).toBeUndefined();
    expect(cache.record(B)).toBeUndefined();
    expect(told).toEqual(["A stored analysis is damaged; its document is analysed again."]);
    cache.putRecord(B, bytes(1));
    expect([...(cache.record(B) ?? [])]).toEqual([1]);
    expect(cache.record(C)).toBeDefined();
    cache.close();
  });

  it("of another engine, or of no cache at all, is begun anew and says so", () => {
    filled();
    const cache = opened("2");
    expect(cache.record(A)).toBeUndefined();
    expect(cache.file("file:///a.txt")).toBeUndefined();
    cache.close();
    writeFileSync(path(), "something else entirely");
    opened("2").close();
    expect(told).toEqual(Array(2).fill("The stored analyses are another version's; the documents are analysed again."));
    told.length = 0;
    opened("2").close();
    expect(told).toEqual([]);
  });

  it("is written anew without what no file needs, where that is much", () => {
    const cache = opened();
    cache.putRecord(A, new Uint8Array(6 << 20));
    cache.putRecord(B, bytes(1, 2));
    cache.putFile("file:///a.txt", { modified: 1, size: 1, hash: A });
    cache.putFile("file:///b.txt", { modified: 1, size: 1, hash: B });
    cache.tidy(new Set(["file:///a.txt", "file:///b.txt"]), new Set());
    expect(statSync(path()).size).toBeGreaterThan(6 << 20);
    cache.tidy(new Set(["file:///b.txt"]), new Set([A]));
    expect(cache.record(A)).toHaveLength(6 << 20);
    cache.tidy(new Set(["file:///b.txt"]), new Set());
    expect(statSync(path()).size).toBeLessThan(1000);
    expect([...(cache.record(B) ?? [])]).toEqual([1, 2]);
    expect(cache.record(A)).toBeUndefined();
    cache.close();
    const again = opened();
    expect([...(again.record(B) ?? [])]).toEqual([1, 2]);
    expect(again.file("file:///b.txt")).toEqual({ modified: 1, size: 1, hash: B });
    expect(again.file("file:///a.txt")).toBeUndefined();
    expect(existsSync(`${path()}.new`)).toBe(false);
    again.close();
  });

  it("works on without a file where none can be written, and says so once", () => {
    writeFileSync(join(folder, "deep"), "a file where the folder should be");
    const cache = opened();
    cache.putRecord(A, bytes(1));
    cache.putFile("file:///a.txt", { modified: 1, size: 1, hash: A });
    expect(cache.record(A)).toBeUndefined();
    cache.tidy(new Set(), new Set());
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("cannot be stored");
  });
});

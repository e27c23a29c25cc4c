import { describe, expect, it } from "vitest";
import { inSlices } from "../../../src/editor/inSlices.js";
import type { Slices } from "../../../src/review/slices.js";

/** Work of some slices, each of which takes longer than a turn. */
function* slowWork(slices: number, seen: number[]): Slices<string> {
  for (let slice = 1; slice <= slices; slice++) {
    for (const end = performance.now() + 10; performance.now() < end; );
    seen.push(slice);
    yield;
  }
  return "done";
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe("work in slices", () => {
  it("is done at once where it is short", () => {
    const results: string[] = [];
    inSlices(slowWork(0, []), (result) => results.push(result));
    expect(results).toEqual(["done"]);
  });

  it("leaves others their turn where it is long", async () => {
    const results: string[] = [];
    const seen: number[] = [];
    inSlices(slowWork(3, seen), (result) => results.push(result));
    expect(seen).toEqual([1]);
    while (results.length === 0) await nextTurn();
    expect(seen).toEqual([1, 2, 3]);
    expect(results).toEqual(["done"]);
  });

  it("stops where nobody waits for it any more", async () => {
    const seen: number[] = [];
    const stop = inSlices(slowWork(3, seen), () => seen.push(-1));
    stop();
    for (let turn = 0; turn < 10; turn++) await nextTurn();
    expect(seen).toEqual([1]);
  });
});

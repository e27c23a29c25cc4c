import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterFront } from "../../../src/commands/afterFront.js";
import { DocumentStore } from "../../../src/review/documentStore.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { analysisOf } from "../review/fixtures.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function hasSettled(promise: Promise<void>): Promise<boolean> {
  return Promise.race([promise.then(() => true), Promise.resolve().then(() => Promise.resolve(false))]);
}

it("is over soon where no document is opened", async () => {
  const over = afterFront(new DocumentStore());
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await hasSettled(over)).toBe(true);
});

it("waits for the analysis of a document in front, however long it takes", async () => {
  const store = new DocumentStore();
  const over = afterFront(store);
  store.setFront("a");
  store.setPending("a");
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await hasSettled(over)).toBe(false);
  store.put(reviewedDocument("a", 1, analysisOf({})));
  await vi.advanceTimersByTimeAsync(1000);
  expect(await hasSettled(over)).toBe(true);
});

it("does not wait for one that cannot be read", async () => {
  const store = new DocumentStore();
  const over = afterFront(store);
  store.setFront("a");
  store.setPending("a");
  await vi.advanceTimersByTimeAsync(4000);
  store.setUnreadable("a", "It is too large.");
  await vi.advanceTimersByTimeAsync(4000);
  expect(await hasSettled(over)).toBe(true);
});

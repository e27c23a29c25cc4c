import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressWords, readingWords } from "../../../src/across/progressWords.js";
import { Redrawing } from "../../../src/across/redrawing.js";
import type { GatheringPhase, GatheringProgress } from "../../../src/gathering/gatherProtocol.js";

const progress = (phase: GatheringPhase, documents = 1200): GatheringProgress => ({ phase, documents, gathered: 30, leftOut: 2 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("while documents come in, a view is drawn now and then; when all are read, at once", () => {
  const draw = vi.fn();
  const redrawing = new Redrawing(draw);
  expect(redrawing.hasBegun).toBe(false);
  for (let version = 0; version < 9; version++) redrawing.tell(progress("analysing"), version);
  expect(draw).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(draw).toHaveBeenCalledTimes(1);
  redrawing.tell(progress("ready"), 9);
  expect(draw).toHaveBeenCalledTimes(2);
  redrawing.tell(progress("ready"), 9);
  vi.runAllTimers();
  expect(draw).toHaveBeenCalledTimes(2);
  redrawing.tell(progress("ready"), 10);
  expect(draw).toHaveBeenCalledTimes(3);
});

test("after a drawing whose questions took long, the next one waits, and comes", async () => {
  const draw = vi.fn();
  const redrawing = new Redrawing(draw);
  redrawing.tell(progress("ready"), 1);
  const asked = redrawing.timed(new Promise((settle) => setTimeout(settle, 1000)));
  await vi.advanceTimersByTimeAsync(1000);
  await asked;
  redrawing.tell(progress("ready"), 2);
  redrawing.tell(progress("ready"), 3);
  expect(draw).toHaveBeenCalledTimes(1);
  vi.runAllTimers();
  expect(draw).toHaveBeenCalledTimes(2);
});

test("how far the reading is, is said until it is done", () => {
  expect(readingWords(progress("searching"))).toBe("Looking for documents: 1,200 so far…");
  expect(readingWords(progress("analysing"))).toBe("Reading: 30 of 1,200 documents…");
  expect(readingWords(progress("paused"))).toBe("Paused: 30 of 1,200 documents read.");
  expect(readingWords(progress("stopped"))).toBe("Stopped: 30 of 1,200 documents read.");
  expect(readingWords(progress("ready"))).toBeUndefined();
  expect(progressWords(progress("ready"))).toBe("1,200 documents read, 2 left out: see the output.");
  expect(progressWords(progress("ready", 0))).toBe("No document of the workspace is under review.");
});

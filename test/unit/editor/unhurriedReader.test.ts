import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AFTER_MARKS, UnhurriedReader } from "../../../src/editor/unhurriedReader.js";
import { DocumentStore } from "../../../src/review/documentStore.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { analysisOf, entityOf } from "../review/fixtures.js";

const URI = "file:///a.txt";
const OTHER = "file:///b.txt";
const analysis = analysisOf({ entities: [entityOf("a", [[5, 9]])] });

function watched(isShown = false) {
  const store = new DocumentStore();
  const reader = new UnhurriedReader(store, () => isShown);
  const heard: string[] = [];
  reader.onDidChange(({ reason }) => heard.push(reason));
  return { store, reader, heard };
}

describe("the store for those who can wait", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("tells of a document that is opened in place of another when its marks are drawn, and answers at once", () => {
    const { store, reader, heard } = watched();
    store.setPending(OTHER);
    store.put(reviewedDocument(OTHER, 1, analysis));
    vi.runAllTimers();
    heard.length = 0;
    store.close(OTHER);
    vi.advanceTimersByTime(100);
    store.setPending(URI);
    store.setFront(URI);
    vi.advanceTimersByTime(200);
    store.put(reviewedDocument(URI, 1, analysis));
    expect([reader.front, reader.get(URI)?.version, reader.state(URI)?.kind, reader.all().length]).toEqual([URI, 1, "ready", 1]);
    vi.advanceTimersByTime(AFTER_MARKS - 1);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(["closed", "state", "front", "analysis"]);
  });

  it("does not wait for long for an analysis, nor where none is to come", () => {
    const { store, heard } = watched();
    store.setPending(URI);
    vi.advanceTimersByTime(300);
    expect(heard).toEqual(["state"]);
    store.setUnreadable(URI, "It is no text.");
    store.setFront(URI);
    vi.advanceTimersByTime(AFTER_MARKS);
    expect(heard).toEqual(["state", "state", "front"]);
  });

  it("tells of edits and decisions at once, after what came before them", () => {
    const { store, heard } = watched();
    store.setPending(URI);
    store.put(reviewedDocument(URI, 1, analysis));
    store.edit(URI, 2, [{ offset: 0, length: 0, text: "x" }]);
    expect(heard).toEqual(["state", "analysis", "edit"]);
    vi.runAllTimers();
    expect(heard).toHaveLength(3);
  });

  it("tells at once of a document whose review ends while it is shown", () => {
    const { store, heard } = watched(true);
    store.setPending(URI);
    store.close(URI);
    expect(heard).toEqual(["state", "closed"]);
  });

  it("tells nothing more once it is disposed", () => {
    const { store, reader, heard } = watched();
    store.setPending(URI);
    reader.dispose();
    vi.runAllTimers();
    store.put(reviewedDocument(URI, 1, analysis));
    vi.runAllTimers();
    expect(heard).toEqual([]);
  });
});

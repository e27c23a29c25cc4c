import { describe, expect, it } from "vitest";
import { DocumentStore, type StoreChange } from "../../../src/review/documentStore.js";
import { reviewedDocument } from "../../../src/review/reviewedDocument.js";
import { analysisOf, entityOf } from "./fixtures.js";

const URI = "file:///a.txt";
const analysis = analysisOf({ entities: [entityOf("a", [[5, 9]])] });

function watched(): { store: DocumentStore; changes: StoreChange[] } {
  const store = new DocumentStore();
  const changes: StoreChange[] = [];
  store.onDidChange((change) => changes.push(change));
  return { store, changes };
}

describe("the store of documents under review", () => {
  it("goes from pending to ready to closed, and says so", () => {
    const { store, changes } = watched();
    store.setPending(URI);
    expect(store.state(URI)).toEqual({ kind: "pending" });
    expect(store.get(URI)).toBeUndefined();
    expect(store.put(reviewedDocument(URI, 1, analysis))).toBe(true);
    expect(store.get(URI)?.version).toBe(1);
    store.close(URI);
    store.close(URI);
    expect(store.state(URI)).toBeUndefined();
    expect(changes.map(({ reason }) => reason)).toEqual(["state", "analysis", "closed"]);
  });

  it("drops an analysis of an older text and of a document that is closed", () => {
    const { store } = watched();
    expect(store.put(reviewedDocument(URI, 1, analysis))).toBe(false);
    store.setPending(URI);
    store.put(reviewedDocument(URI, 3, analysis));
    expect(store.put(reviewedDocument(URI, 2, analysis))).toBe(false);
    expect(store.get(URI)?.version).toBe(3);
  });

  it("moves what it holds by an edit and says whether marks fell away", () => {
    const { store, changes } = watched();
    store.setPending(URI);
    store.edit(URI, 2, [{ offset: 0, length: 0, text: "x" }]);
    expect(changes).toHaveLength(1);
    store.put(reviewedDocument(URI, 2, analysis));
    const edits = [{ offset: 0, length: 0, text: "xy" }];
    store.edit(URI, 3, edits);
    expect(store.get(URI)?.analysis.entities[0].mentions).toEqual([{ start: 7, end: 11, kind: "name" }]);
    expect(changes.at(-1)).toEqual({ reason: "edit", uri: URI, edits, lost: false });
    const cut = [{ offset: 8, length: 1, text: "" }];
    store.edit(URI, 4, cut);
    expect(changes.at(-1)).toEqual({ reason: "edit", uri: URI, edits: cut, lost: true });
  });

  it("lists the analysed documents in the order they came", () => {
    const { store } = watched();
    for (const uri of ["b", "a", "c"]) store.setPending(uri);
    store.setUnreadable("c", "It is no text.");
    store.put(reviewedDocument("a", 1, analysis));
    store.put(reviewedDocument("b", 1, analysis));
    expect(store.all().map(({ uri }) => uri)).toEqual(["b", "a"]);
  });

  it("tells of the document in front only when it changes, and nobody who left", () => {
    const { store, changes } = watched();
    const left: StoreChange[] = [];
    store.onDidChange((change) => left.push(change)).dispose();
    store.setFront(URI);
    store.setFront(URI);
    store.setFront(undefined);
    expect(changes).toEqual([
      { reason: "front", uri: URI },
      { reason: "front", uri: undefined },
    ]);
    expect(left).toEqual([]);
  });
});

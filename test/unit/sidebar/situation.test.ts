import { describe, expect, it } from "vitest";
import { DocumentStore } from "../../../src/review/documentStore.js";
import { situationOf } from "../../../src/sidebar/model/situation.js";
import { listed } from "./listedText.js";

const REPORT = listed("Ana", {}, "file:///a.txt").reviewed;

function store(front: string | undefined, set: (store: DocumentStore) => void = () => {}): DocumentStore {
  const built = new DocumentStore();
  set(built);
  built.setFront(front);
  return built;
}

const ready = (built: DocumentStore) => {
  built.setPending(REPORT.uri);
  built.put(REPORT);
};

describe("situationOf", () => {
  it("tells no document from a folder without texts", () => {
    expect(situationOf(store(undefined), "front", false)).toEqual({ kind: "noDocument" });
    expect(situationOf(store(undefined), "front", true)).toEqual({ kind: "noTexts" });
  });

  it("tells a document that is not under review, is being analysed, cannot be read, or is listed", () => {
    const { uri } = REPORT;
    expect(situationOf(store(uri), "front", true)).toEqual({ kind: "notUnderReview" });
    expect(
      situationOf(
        store(uri, (s) => s.setPending(uri)),
        "front",
        false,
      ),
    ).toEqual({ kind: "analysing" });
    expect(
      situationOf(
        store(uri, (s) => s.setUnreadable(uri, "No text.")),
        "front",
        false,
      ),
    ).toEqual({ kind: "unreadable", reason: "No text." });
    expect(situationOf(store(uri, ready), "front", false)).toEqual({ kind: "listed", uris: [uri] });
  });

  it("leaves all documents of the folder to what reads them as one", () => {
    expect(situationOf(store(undefined, ready), "all", true)).toEqual({ kind: "allDocuments" });
  });

  it("lists all open documents whatever is in front, when those are wanted", () => {
    expect(situationOf(store(undefined, ready), "open", false)).toEqual({ kind: "listed", uris: [REPORT.uri] });
    expect(situationOf(store("file:///other.txt", ready), "open", false)).toEqual({ kind: "listed", uris: [REPORT.uri] });
    expect(situationOf(store("file:///other.txt"), "open", false)).toEqual({ kind: "notUnderReview" });
  });
});

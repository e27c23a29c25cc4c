import { describe, expect, it } from "vitest";
import { listTopics } from "../../../src/sidebar/model/topicListing.js";
import { entity, follow, listed, options, place, rows } from "./listedText.js";

const TEXT = "Topics covered\nharbour, rail\nThe harbour is open. The harbour pays. A ferry came.";

const DOCUMENT = listed(TEXT, {
  entities: [entity(TEXT, "h", "place", "Harbour", [["harbour", 1]])],
  topics: [
    { label: "rail", declared: true, entity: null, mentions: [] },
    { label: "harbour", declared: true, entity: "h", mentions: [place(TEXT, "harbour", 2), place(TEXT, "harbour", 3)] },
    { label: "ferry", declared: false, entity: null, mentions: [place(TEXT, "ferry")] },
  ],
});

describe("listTopics", () => {
  it("lists declared topics before those found in the text, each with its mentions", () => {
    expect(rows(listTopics(DOCUMENT, options({ order: "appearance" })).branch)).toEqual([
      "Declared in the document | 2",
      "  rail | not mentioned",
      "  harbour | 2 · place",
      "    The harbour is open. The harbour pays. A ferry came. | 3",
      "    …is open. The harbour pays. A ferry came. | 3",
      "Found in the text | 1",
      "  ferry | 1",
      "    …pays. A ferry came. | 3",
    ]);
  });

  it("sorts inside each group and filters over both", () => {
    expect(rows(listTopics(DOCUMENT, options({ order: "count" })).branch, 2).slice(1, 3)).toEqual([
      "  harbour | 2 · place",
      "  rail | not mentioned",
    ]);
    expect(rows(listTopics(DOCUMENT, options({ filter: "ferr" })).branch, 2)).toEqual(["Found in the text | 1", "  ferry | 1"]);
  });

  it("leads from an offset to the mention of the topic there", () => {
    const { branch, pathAt } = listTopics(DOCUMENT, options());
    const node = follow(branch, pathAt(place(TEXT, "ferry").start + 1)!);
    expect(node?.subject).toMatchObject({ kind: "topicMention", topic: { label: "ferry" } });
    expect(pathAt(0)).toBeUndefined();
  });
});

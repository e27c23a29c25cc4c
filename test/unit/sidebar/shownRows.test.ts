import { describe, expect, it } from "vitest";
import { listEntities } from "../../../src/sidebar/model/entityListing.js";
import type { ListedDocument } from "../../../src/sidebar/model/listedDocument.js";
import { ShownRows } from "../../../src/sidebar/model/shownRows.js";
import { TreeModel } from "../../../src/sidebar/model/treeModel.js";
import { entity, listed, options } from "./listedText.js";

function report(text: string, anas: number, withBo = true): ListedDocument {
  const ana = entity(
    text,
    "1",
    "person",
    "Ana",
    Array.from({ length: anas }, (_, index) => ["Ana", index + 1] as const),
  );
  return listed(text, { entities: [ana, ...(withBo ? [entity(text, "2", "person", "Bo", [["Bo", 1]])] : [])] });
}

const modelOf = (document: ListedDocument) => new TreeModel("view", listEntities(document, options()).branch, new Map());

/** Gives out the rows of a tree, all or only what stands under the first level and its headings. */
function shown(model: TreeModel, levels: number): ShownRows {
  const rows = new ShownRows();
  const note = (id: string, level: number): void => {
    const children = model.children(id);
    rows.note(id, children);
    if (level < levels) for (const child of children) if (child.node.branch) note(child.id, level + 1);
  };
  note(model.rootId, 1);
  return rows;
}

describe("ShownRows", () => {
  it("finds nothing to draw when nothing looks different, wherever the text has moved to inside its line", () => {
    const before = modelOf(report("Ana saw Bo.", 1));
    expect(shown(before, 3).takeChanges(modelOf(report("Ana saw Bo.", 1)))).toEqual([]);
  });

  it("names the row alone that looks different", () => {
    const before = modelOf(report("Ana saw.\nBo left.", 1));
    expect(shown(before, 3).takeChanges(modelOf(report("Ana saw.\nBo went.", 1)))).toEqual(["view/person/Bo/0"]);
  });

  it("does not look at rows that were never given out", () => {
    const before = modelOf(report("Ana saw.\nBo left.", 1));
    expect(shown(before, 2).takeChanges(modelOf(report("Ana saw.\nBo went.", 1)))).toEqual([]);
  });

  it("names the entity that has a mention more", () => {
    const before = modelOf(report("Ana saw.\nAna left. Bo.", 1));
    expect(shown(before, 3).takeChanges(modelOf(report("Ana saw.\nAna left. Bo.", 2)))).toEqual(["view/person/Ana"]);
  });

  it("names the heading whose entities are others, and the root where the headings are", () => {
    const before = modelOf(report("Ana saw Bo.", 1));
    const rows = shown(before, 3);
    expect(rows.takeChanges(modelOf(report("Ana saw Bo.", 1, false)))).toEqual(["view/person"]);
    expect(shown(before, 3).takeChanges(modelOf(listed("Ana", { entities: [entity("Ana", "1", "place", "Ana", [["Ana", 1]])] })))).toEqual([
      "view",
    ]);
  });

  it("names a change once", () => {
    const rows = shown(modelOf(report("Ana saw.\nBo left.", 1)), 3);
    const after = report("Ana saw.\nBo went.", 1);
    expect(rows.takeChanges(modelOf(after))).toHaveLength(1);
    expect(rows.takeChanges(modelOf(after))).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PAGE, TreeModel } from "../../../src/sidebar/model/treeModel.js";
import { type Branch, branchOf, branchOfNodes, type TreeNode, treeNode } from "../../../src/sidebar/model/treeNode.js";
import { listed } from "./listedText.js";

const SUBJECT = { kind: "heading", document: listed("", {}) } as const;

function row(key: string, branch?: Branch): TreeNode {
  return treeNode({ key, subject: SUBJECT, label: key, branch });
}

/** A branch of many leaves; counts those that were made. */
function leaves(size: number, made = { rows: 0 }): Branch {
  const items = Array.from({ length: size }, (_, index) => index);
  return branchOf(items, String, (_, key) => {
    made.rows++;
    return row(key);
  });
}

const ids = (model: TreeModel, id: string) => model.children(id).map((child) => child.id);

describe("TreeModel", () => {
  it("shows 200 rows and one for more", () => {
    const made = { rows: 0 };
    const model = new TreeModel("view", leaves(125_000, made), new Map());
    const children = model.children("view");
    expect(children).toHaveLength(PAGE + 1);
    expect(children.at(-1)?.node).toMatchObject({ label: "Show 200 more", description: "200 of 125,000 shown", subject: { kind: "more" } });
    expect(made.rows).toBe(PAGE);
  });

  it("has no row for more where all are shown", () => {
    expect(ids(new TreeModel("view", leaves(PAGE), new Map()), "view")).toHaveLength(PAGE);
    const last = new TreeModel("view", leaves(PAGE + 1), new Map()).children("view").at(-1);
    expect(last?.node.label).toBe("Show 1 more");
  });

  it("shows the next page, and still does in the model of the next analysis", () => {
    const pages = new Map<string, number>();
    const model = new TreeModel("view", leaves(1000), pages);
    model.children("view");
    model.showMore("view");
    expect(model.children("view")).toHaveLength(2 * PAGE + 1);
    expect(new TreeModel("view", leaves(1000), pages).children("view")).toHaveLength(2 * PAGE + 1);
  });

  it("finds a row by its id before anything was asked for, whatever signs its keys have", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (keys) => {
        const inner = branchOfNodes(keys.map((key) => row(key)));
        const make = () => new TreeModel("view", branchOfNodes(keys.map((key) => row(key, inner))), new Map());
        const model = make();
        const all = ids(model, "view").flatMap((id) => [id, ...ids(model, id)]);
        expect(new Set(all).size).toBe(all.length);
        for (const id of all) expect(make().find(id)?.node.key).toBe(model.find(id)?.node.key);
      }),
    );
  });

  it("knows what stands above a row, and nothing above the first level", () => {
    const model = new TreeModel("view/doc", branchOfNodes([row("a", branchOfNodes([row("b")]))]), new Map());
    const [a] = ids(model, "view/doc");
    const [b] = ids(model, a);
    expect(model.parent(b)).toBe(a);
    expect(model.parent(a)).toBeUndefined();
    expect(model.find("view/other/a")).toBeUndefined();
    expect(model.find("view/doc/a/zzz")).toBeUndefined();
    expect(model.children("view/doc/zzz")).toEqual([]);
  });

  it("uncovers a row on a later page, and tells what has grown", () => {
    const model = new TreeModel("view", branchOfNodes([row("a", leaves(1000))]), new Map());
    const { path, grown } = model.uncover(["a", "450"]);
    expect(path.map(({ node }) => node.key)).toEqual(["a", "450"]);
    expect(grown).toEqual(["view/a"]);
    expect(model.children("view/a")).toHaveLength(3 * PAGE + 1);
    expect(model.uncover(["a", "10"]).grown).toEqual([]);
  });

  it("uncovers the row above where the row is too far down to show", () => {
    const model = new TreeModel("view", branchOfNodes([row("a", leaves(100_000))]), new Map());
    expect(model.uncover(["a", "99999"]).path.map(({ node }) => node.key)).toEqual(["a"]);
    expect(model.children("view/a")).toHaveLength(PAGE + 1);
  });
});

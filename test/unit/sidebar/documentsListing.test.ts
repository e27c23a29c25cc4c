import { describe, expect, it } from "vitest";
import { listingOfAll, listingOfOne } from "../../../src/sidebar/model/documentsListing.js";
import { listEntities } from "../../../src/sidebar/model/entityListing.js";
import { entity, listed, options, rows } from "./listedText.js";

const THINGS = { singular: "entity", plural: "entities" };
const named = (name: string, uri: string) => listed(name, { entities: [entity(name, "1", "person", name, [[name, 1]])] }, uri);
const ANA = named("Ana", "file:///sources/a.txt");
const BO = named("Bo", "file:///sources/b.txt");
const NOBODY = listed("…", {}, "file:///sources/c.txt");

describe("documents", () => {
  it("stand as a level where several are listed, those without anything left out", () => {
    const all = listingOfAll("view", [ANA, BO, NOBODY], listEntities, options(), THINGS, new Map());
    expect(rows(all.model.root, 2)).toEqual([
      "The report | 1 · sources/a.txt",
      "  People | 1",
      "The report | 1 · sources/b.txt",
      "  People | 1",
    ]);
    expect(all).toMatchObject({ shown: 2, total: 2 });
  });

  it("give their rows the same ids whether one document is listed or all", () => {
    const one = listingOfOne("view", BO, listEntities, options(), new Map());
    const all = listingOfAll("view", [ANA, BO], listEntities, options(), THINGS, new Map());
    const path = one.pathAt("file:///sources/b.txt", 1)!;
    const alone = one.model.uncover(path).path;
    const among = all.model.uncover(all.pathAt("file:///sources/b.txt", 1)!).path;
    expect(alone.map(({ node }) => node.label)).toEqual(["People", "Bo", "Bo"]);
    expect(among.slice(1).map(({ id }) => id)).toEqual(alone.map(({ id }) => id));
  });

  it("know nothing of a document that is not listed", () => {
    const one = listingOfOne("view", BO, listEntities, options(), new Map());
    expect(one.pathAt("file:///sources/a.txt", 1)).toBeUndefined();
    expect(listingOfAll("view", [ANA], listEntities, options(), THINGS, new Map()).pathAt("file:///sources/b.txt", 1)).toBeUndefined();
  });
});

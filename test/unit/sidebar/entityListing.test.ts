import { describe, expect, it } from "vitest";
import { listEntities } from "../../../src/sidebar/model/entityListing.js";
import { entity, follow, listed, nodes, options, place, rows } from "./listedText.js";

const TEXT = ["Mayor Ana Ruiz spoke in Örebro.", "Ruiz left Örebro.", "She met Bo Lind, the mayor said."].join("\n");

const DOCUMENT = listed(TEXT, {
  entities: [
    entity(
      TEXT,
      "e1",
      "person",
      "Ana Ruiz",
      [
        ["Ana Ruiz", 1],
        ["Ruiz", 2],
        ["She", 1, "pronoun"],
        ["the mayor", 1, "nominal"],
      ],
      { aliases: ["Ruiz"], roles: ["Mayor"] },
    ),
    entity(TEXT, "e2", "place", "Örebro", [
      ["Örebro", 1],
      ["Örebro", 2],
    ]),
    entity(TEXT, "e3", "person", "Bo Lind", [["Bo Lind", 1]]),
  ],
});

describe("listEntities", () => {
  it("lists types, their entities and their mentions with line and kind", () => {
    expect(rows(listEntities(DOCUMENT, options()).branch)).toEqual([
      "People | 2",
      "  Ana Ruiz | 4 · Mayor",
      "    Mayor Ana Ruiz spoke in Örebro. | 1",
      "    Ruiz left Örebro. | 2",
      "    She met Bo Lind, the mayor said. | 3 · pronoun",
      "    …met Bo Lind, the mayor said. | 3 · description",
      "  Bo Lind | 1",
      "    She met Bo Lind, the mayor said. | 3",
      "Places | 1",
      "  Örebro | 2",
      "    …spoke in Örebro. | 1",
      "    Ruiz left Örebro. | 2",
    ]);
  });

  it("lists unnamed sources under a heading of their own, the last", () => {
    const text = "A senior official met Bo Lind in Örebro.";
    const document = listed(text, {
      entities: [
        entity(text, "e1", "person", "A senior official", [["A senior official", 1, "nominal"]], { anonymous: true }),
        entity(text, "e2", "person", "Bo Lind", [["Bo Lind", 1]]),
        entity(text, "e3", "place", "Örebro", [["Örebro", 1]]),
      ],
    });
    const { branch, pathAt } = listEntities(document, options());
    expect(rows(branch, 2)).toEqual([
      "People | 1",
      "  Bo Lind | 1",
      "Places | 1",
      "  Örebro | 1",
      "Unnamed sources | 1",
      "  A senior official | 1",
    ]);
    expect(pathAt(3)).toEqual(["unnamed", "A senior official", "0"]);
    expect(follow(branch, ["unnamed", "A senior official"])?.spoken).toBe("A senior official, unnamed, 1 mention");
  });

  it("sets off the mention in its line", () => {
    const { branch } = listEntities(DOCUMENT, options());
    const node = follow(branch, ["person", "Ana Ruiz", "3"]);
    expect(node?.highlights.map(({ start, end }) => node.label.slice(start, end))).toEqual(["the mayor"]);
  });

  it("sorts by count, by first appearance and by name", () => {
    const text = "Cid. Ann. Bob. Bob.";
    const document = listed(text, {
      entities: [
        entity(text, "1", "person", "Cid", [["Cid", 1]]),
        entity(text, "2", "person", "Ann", [["Ann", 1]]),
        entity(text, "3", "person", "Bob", [
          ["Bob", 1],
          ["Bob", 2],
        ]),
      ],
    });
    const names = (order: "count" | "appearance" | "name") =>
      nodes(nodes(listEntities(document, options({ order })).branch)[0].branch!).map((node) => node.label);
    expect(names("count")).toEqual(["Bob", "Cid", "Ann"]);
    expect(names("appearance")).toEqual(["Cid", "Ann", "Bob"]);
    expect(names("name")).toEqual(["Ann", "Bob", "Cid"]);
  });

  it("filters by name, alias and role, without accents, and says how many are left", () => {
    const labels = (filter: string) => rows(listEntities(DOCUMENT, options({ filter })).branch, 2);
    expect(labels("orebro")).toEqual(["Places | 1", "  Örebro | 2"]);
    expect(labels("mayor")).toEqual(["People | 1", "  Ana Ruiz | 4 · Mayor"]);
    expect(labels("nobody")).toEqual([]);
    expect(listEntities(DOCUMENT, options({ filter: "orebro" }))).toMatchObject({ shown: 1, total: 3 });
  });

  it("leads from an offset to the mention there, unless it is filtered away", () => {
    const { branch, pathAt } = listEntities(DOCUMENT, options());
    const offset = place(TEXT, "Ruiz", 2).start + 2;
    expect(follow(branch, pathAt(offset)!)?.label).toBe("Ruiz left Örebro.");
    expect(pathAt(place(TEXT, "spoke").start + 1)).toBeUndefined();
    expect(listEntities(DOCUMENT, options({ filter: "orebro" })).pathAt(offset)).toBeUndefined();
  });

  it("tells two of one name apart, and gives both the same keys in every order", () => {
    const text = "John Hill. John Hill. John Hill.";
    const twins = listed(text, {
      entities: [
        entity(text, "1", "person", "John Hill", [["John Hill", 1]]),
        entity(text, "2", "person", "John Hill", [
          ["John Hill", 2],
          ["John Hill", 3],
        ]),
      ],
    });
    const byKey = (order: "count" | "appearance") =>
      Object.fromEntries(
        nodes(nodes(listEntities(twins, options({ order })).branch)[0].branch!).map((node) => [node.key, node.description]),
      );
    expect(byKey("count")).toEqual({ "John Hill": "1", "John Hill #2": "2" });
    expect(byKey("appearance")).toEqual(byKey("count"));
  });

  it("keeps a place and a person of one name apart", () => {
    const text = "Paris met Paris.";
    const { branch } = listEntities(
      listed(text, {
        entities: [entity(text, "1", "person", "Paris", [["Paris", 1]]), entity(text, "2", "place", "Paris", [["Paris", 2]])],
      }),
      options(),
    );
    expect(follow(branch, ["person", "Paris"])?.subject).toMatchObject({ entity: { id: "1" } });
    expect(follow(branch, ["place", "Paris"])?.subject).toMatchObject({ entity: { id: "2" } });
  });

  it("reads well aloud", () => {
    const { branch } = listEntities(DOCUMENT, options());
    expect(follow(branch, ["person", "Ana Ruiz"])?.spoken).toBe("Ana Ruiz, person, 4 mentions, Mayor");
    expect(follow(branch, ["person", "Ana Ruiz", "2"])?.spoken).toBe("Line 3, pronoun, She met Bo Lind, the mayor said.");
  });
});

import { describe, expect, it } from "vitest";
import { collectionNaming, type GivenEntity, recordNaming } from "./collected.js";

/** The paths of the documents of each entity that is listed, by its name. */
function listed(documents: Readonly<Record<string, readonly GivenEntity[]>>): Readonly<Record<string, readonly string[]>> {
  const collection = collectionNaming(documents);
  const entities = collection.entities({ sort: "name" }).items;
  return Object.fromEntries(entities.map(({ id, name }) => [name, collection.documentsOf(id).items.map(({ path }) => path)]));
}

const person = (...names: string[]): GivenEntity => ({ names });
const place = (...names: string[]): GivenEntity => ({ type: "place", names });
const organization = (...names: string[]): GivenEntity => ({ type: "organization", names });

describe("entities across documents", () => {
  it.each([
    ["one full name", [person("Ingrid Solheim")], [person("Ingrid Solheim")]],
    ["accents and case", [person("José Álvarez")], [person("JOSE ALVAREZ")]],
    ["romanizations", [person("Mohammed al-Jaafari")], [person("Muhammad al-Ja'fari")]],
    ["nicknames", [person("William Torrance")], [person("Bill Torrance")]],
    ["a middle name", [person("Ingrid M. Solheim")], [person("Ingrid Marie Solheim")]],
    ["a surname that only one has", [person("Ingrid Solheim")], [person("Solheim")]],
    ["an initial", [person("Ingrid Solheim")], [person("I. Solheim")]],
    ["a country's forms", [place("United States")], [place("U.S.")]],
    ["a firm's endings", [organization("Fjordline Ltd")], [organization("Fjordline Limited")]],
    ["an acronym that one document spells out", [organization("Harbour Workers Front", "HWF")], [organization("HWF")]],
    ["a shortened name", [organization("Fjordline Shipping", "Fjordline")], [organization("Fjordline")]],
  ])("are joined by %s", (_, a, b) => {
    expect(Object.values(listed({ "a.txt": a, "b.txt": b }))).toEqual([["a.txt", "b.txt"]]);
  });

  it.each([
    ["other given names", person("Ingrid Solheim"), person("Astrid Solheim")],
    ["other middle names", person("Ingrid M. Solheim"), person("Ingrid Karin Solheim")],
    ["other generations", person("Tom Weld Jr."), person("Tom Weld Sr.")],
    ["a place and an organization of one name", place("Chelsea"), organization("Chelsea")],
    ["offices over two places", { names: ["Tom Weld"], roles: ["mayor of Leeds"] }, { names: ["Tom Weld"], roles: ["mayor of Bath"] }],
    ["occupations nobody has both of", { names: ["Tom Weld"], roles: ["goalkeeper"] }, { names: ["Tom Weld"], roles: ["astronomer"] }],
  ])("are held apart by %s", (_, a, b) => {
    const collection = collectionNaming({ "a.txt": [a], "b.txt": [b] });
    expect(collection.entities({}).total).toBe(2);
    expect(collection.entityOf("a.txt", "e0")?.id).not.toBe(collection.entityOf("b.txt", "e0")?.id);
  });

  it("are found with the first document that has each", () => {
    const collection = collectionNaming({
      "b.txt": [person("Ingrid Solheim")],
      "a.txt": [place("Berlin"), person("Solheim", "Ingrid Solheim")],
    });
    const [found] = collection.searchEntities("solheim");
    expect(collection.firstDocuments([found.id, "nobody"])).toMatchObject([{ path: "a.txt", name: "Solheim" }, null]);
  });

  it("are counted by type, all of them or those that a filter finds", () => {
    const collection = collectionNaming({
      "a.txt": [person("Ingrid Solheim"), place("Solheim Harbour"), place("Berlin")],
      "b.txt": [person("Ingrid Solheim"), organization("Fjordline")],
    });
    expect(collection.entityTypes()).toEqual([
      { type: "person", entities: 1 },
      { type: "organization", entities: 1 },
      { type: "place", entities: 2 },
    ]);
    expect(collection.entityTypes("solheim")).toEqual([
      { type: "person", entities: 1 },
      { type: "place", entities: 1 },
    ]);
  });

  it("holds a surname apart that two have, and offers both", () => {
    const collection = collectionNaming({
      "a.txt": [person("Ingrid Solheim")],
      "b.txt": [person("Astrid Solheim")],
      "c.txt": [person("Solheim")],
    });
    expect(collection.entities({}).items.map(({ name, documents }) => [name, documents])).toEqual([
      ["Astrid Solheim", 1],
      ["Ingrid Solheim", 1],
      ["Solheim", 1],
    ]);
    const pairs = collection.mayBeSame().items.map(({ left, right }) => `${left.name} = ${right.name}`);
    expect(pairs.sort()).toEqual(["Astrid Solheim = Solheim", "Ingrid Solheim = Solheim"]);
  });

  it("holds a plain name apart from two with other middle names", () => {
    const names = ["Ingrid Marie Solheim", "Ingrid Karin Solheim", "Ingrid Solheim"];
    expect(Object.keys(listed(Object.fromEntries(names.map((name, i) => [`${i}.txt`, [person(name)]]))))).toEqual([...names].sort());
  });

  it("offers a pair as the same whichever of the two came first", () => {
    const [one, other] = [person("Tom Karl Weld"), person("Tom Peter Weld")];
    const pairs = (...entities: readonly (readonly GivenEntity[])[]) => {
      return collectionNaming(Object.fromEntries(entities.map((each, i) => [`${i}.txt`, each]))).mayBeSame().items;
    };
    const offered = pairs([one], [other]);
    expect(offered.map(({ left, right }) => [left.name, right.name])).toEqual([["Tom Karl Weld", "Tom Peter Weld"]]);
    expect(pairs([other], [one])).toEqual(offered);
  });

  it("offers names that may be two spellings of one, and joins them when a reviewer says so", () => {
    const collection = collectionNaming({ "a.txt": [person("Salem Qaddoura")], "b.txt": [person("Salem Gaddoura")] });
    const [pair] = collection.mayBeSame().items;
    collection.decide([{ kind: "same", ...pair.decision }]);
    expect(collection.entities({}).items).toMatchObject([{ documents: 2, mentions: 2 }]);
    expect(collection.mayBeSame().total).toBe(0);
    collection.decide([{ kind: "apart", ...pair.decision }]);
    expect([collection.entities({}).total, collection.mayBeSame().total]).toEqual([2, 0]);
  });

  it("parts a short form from the name it was joined to when a reviewer says so", () => {
    const collection = collectionNaming({ "a.txt": [person("Ingrid Solheim")], "b.txt": [person("Solheim")] });
    const target = (name: string) => ({ type: "person" as const, name });
    collection.decide([{ kind: "apart", left: target("Ingrid Solheim"), right: target("Solheim") }]);
    expect(collection.entities({}).total).toBe(2);
    collection.decide([]);
    expect(collection.entities({}).total).toBe(1);
  });

  it("parts one document's bearer of a name from the others when a reviewer says so", () => {
    const weld = [person("Tom Weld")];
    const collection = collectionNaming({ "a.txt": weld, "b.txt": weld, "c.txt": weld });
    const target = (path: string) => ({ type: "person" as const, name: "Tom Weld", path });
    collection.decide([{ kind: "apart", left: target("a.txt"), right: target("c.txt") }]);
    expect(collection.entities({}).items.map(({ documents }) => documents)).toEqual([2, 1]);
    expect(collection.mayBeSame().total).toBe(0);
    collection.remove("c.txt");
    expect(collection.entities({}).items.map(({ documents }) => documents)).toEqual([2]);
  });

  it("lists an entity by the name and the type that a reviewer gave it, and finds it by both names", () => {
    const collection = collectionNaming({ "a.txt": [person("Salem Qaddoura")], "b.txt": [person("Salem Qaddoura"), person("Tom Weld")] });
    const target = { type: "person" as const, name: "Salem Qaddoura" };
    collection.decide([
      { kind: "rename", target, name: "Selim the Miller" },
      { kind: "change-type", target, type: "work" },
    ]);
    expect(collection.entityTypes()).toEqual([
      { type: "person", entities: 1 },
      { type: "work", entities: 1 },
    ]);
    const renamed = { name: "Selim the Miller", type: "work", aliases: ["Salem Qaddoura"], documents: 2 };
    expect(collection.entities({ types: ["work"] }).items).toMatchObject([renamed]);
    for (const query of ["miller", "qaddoura"]) expect(collection.searchEntities(query)).toMatchObject([renamed]);
    collection.decide([]);
    expect(collection.searchEntities("miller")).toEqual([]);
    expect(collection.searchEntities("qaddoura")).toMatchObject([{ name: "Salem Qaddoura", type: "person" }]);
  });

  it("lists no entity that a reviewer rejected, in whichever documents it comes", () => {
    const collection = collectionNaming({ "a.txt": [person("Tom Weld"), person("Ada Finch")] });
    collection.decide([{ kind: "reject", target: { type: "person", name: "Tom Weld" } }]);
    collection.add("b.txt", recordNaming([person("Tom Weld")]));
    expect(collection.entities({}).items.map(({ name }) => name)).toEqual(["Ada Finch"]);
    expect(collection.entityTypes()).toEqual([{ type: "person", entities: 1 }]);
    expect(collection.searchEntities("weld")).toEqual([]);
  });

  it("keeps an entity of which only one of several names was rejected", () => {
    const collection = collectionNaming({ "a.txt": [person("Ingrid Solheim")], "b.txt": [person("Solheim")] });
    const reject = (name: string) => ({ kind: "reject" as const, target: { type: "person" as const, name } });
    collection.decide([reject("Solheim")]);
    expect(collection.entities({}).items).toMatchObject([{ name: "Ingrid Solheim", documents: 2 }]);
    collection.decide([reject("Solheim"), reject("Ingrid Solheim")]);
    expect(collection.entities({}).total).toBe(0);
  });

  it("lists documents, then mentions", () => {
    const collection = collectionNaming({
      "b.txt": [person("Ingrid Solheim", "Solheim")],
      "a.txt": [person("Tom Weld"), person("Ingrid Solheim")],
    });
    const [first] = collection.entities({}).items;
    expect(first).toMatchObject({ name: "Ingrid Solheim", aliases: ["Solheim"], documents: 2, mentions: 3 });
    expect(collection.documentsOf(first.id).items).toMatchObject([
      { path: "a.txt", entity: "e1", mentions: 1, first: { line: 1, start: 9, end: 23 } },
      { path: "b.txt", entity: "e0", mentions: 2 },
    ]);
    expect(collection.mentionsOf("b.txt", "e0").items).toMatchObject([{ line: 0 }, { path: "b.txt", line: 1, start: 15, end: 22 }]);
    expect(collection.documentsOf(first.id, { offset: 1, count: 5 })).toMatchObject({ total: 2, items: [{ path: "b.txt" }] });
  });

  it("answers nothing for what is not there", () => {
    const collection = collectionNaming({ "a.txt": [person("Tom Weld")] });
    expect(collection.entityOf("a.txt", "e9")).toBeNull();
    expect(collection.entityOf("b.txt", "e0")).toBeNull();
    expect(collection.entity("P|nobody|no|")).toBeNull();
    expect(collection.documentsOf("P|nobody|no|").total).toBe(0);
    expect(collection.mentionsOf("a.txt", "e9").total).toBe(0);
    expect(() => collection.add("b.txt", new Uint8Array(40))).toThrow(/b\.txt/);
  });
});

describe("a search over the collection", () => {
  const collection = collectionNaming({
    "a.txt": [person("Haider al-Jaafari", "Jaafari"), person("Muammar Qaddafi"), place("Łódź")],
    "b.txt": [
      person("Mohammed Ould Salem"),
      person("Ingrid Solheim"),
      organization("Solheim Shipping"),
      organization("Port Solheim Union"),
    ],
  });
  it.each([
    ["Jafari", "Haider al-Jaafari"],
    ["al-Jafari", "Haider al-Jaafari"],
    ["Ja'fari", "Haider al-Jaafari"],
    ["haider jaa", "Haider al-Jaafari"],
    ["afari", "Haider al-Jaafari"],
    ["Gaddafi", "Muammar Qaddafi"],
    ["Kadhafi", "Muammar Qaddafi"],
    ["Muhammad", "Mohammed Ould Salem"],
    ["lodz", "Łódź"],
    ["ingrid", "Ingrid Solheim"],
  ])("finds by %s", (query, name) => {
    expect(collection.searchEntities(query)[0]?.name).toBe(name);
  });

  it("puts the best match first, and finds nothing in what has another word", () => {
    expect(collection.searchEntities("solheim ship").map(({ name }) => name)).toEqual(["Solheim Shipping"]);
    expect(collection.searchEntities("solheim", 2)).toHaveLength(2);
    expect(collection.searchEntities("zzz")).toEqual([]);
    expect(collection.searchEntities(" ")).toEqual([]);
  });

  it("finds each of hundreds of names, made ready beforehand or not", () => {
    const syllables = ["bar", "kel", "mor", "sig", "tam", "vik", "wen", "zel"];
    const surnames = syllables.flatMap((a) => syllables.flatMap((b) => syllables.map((c) => `${a}${b}${c}`)));
    const documents = Object.fromEntries(surnames.map((name, i) => [`${i}.txt`, [person(`Ann ${name[0].toUpperCase()}${name.slice(1)}`)]]));
    const [asked, ready] = [collectionNaming(documents), collectionNaming(documents)];
    while (ready.prepare(1) > 0);
    for (const name of surnames) {
      expect(asked.searchEntities(`ann ${name}`).map((found) => found.name.toLowerCase())).toEqual([`ann ${name}`]);
      expect(ready.searchEntities(name)).toEqual(asked.searchEntities(name));
    }
    expect(asked.searchEntities("ann", 1000)).toHaveLength(surnames.length);
  });

  it("filters by type and words, and sorts", () => {
    const names = (request: Parameters<typeof collection.entities>[0]) => collection.entities(request).items.map(({ name }) => name);
    expect(names({ types: ["organization"], sort: "name" })).toEqual(["Port Solheim Union", "Solheim Shipping"]);
    expect(names({ filter: "solheim", types: ["person"] })).toEqual(["Ingrid Solheim"]);
    expect(names({ sort: "mentions", count: 1 })).toEqual(["Haider al-Jaafari"]);
  });
});

describe("a long list of entities", () => {
  it("comes in the same order page by page as whole", () => {
    const names = ["Ann Aker", "Bo Brun", "Cid Carl", "Dag Dahl", "Eva Ekholm", "Fay Frost", "Gro Garde"];
    const documents = Object.fromEntries(
      [3, 5, 1, 7, 2].map((count, i) => [`${i}.txt`, names.slice(i % 3, count).map((name) => person(name))]),
    );
    const collection = collectionNaming(documents);
    for (const sort of ["documents", "mentions", "name"] as const) {
      const whole = collection.entities({ sort }).items;
      expect(whole).toHaveLength(names.length);
      const numbers = whole.map((entity) => (sort === "name" ? 0 : -entity[sort]));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      for (const count of [1, 2, 3]) {
        const pages = Array.from(
          { length: Math.ceil(whole.length / count) },
          (_, i) => collection.entities({ sort, offset: i * count, count }).items,
        );
        expect(pages.flat()).toEqual(whole);
      }
      expect(collection.entities({ sort, offset: 99 })).toEqual({ items: [], total: names.length });
    }
  });
});

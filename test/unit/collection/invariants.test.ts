import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnalyzer } from "../../../src/analysis/analyze.js";
import type { CollectionDecision } from "../../../src/collection/answers.js";
import { Collection } from "../../../src/collection/collection.js";
import { recordOf } from "../../../src/collection/recordOf.js";
import { SavedReader } from "../../../src/collection/savedParts.js";

const analyzer = createAnalyzer();

const GIVEN = ["Ingrid", "Astrid", "Tom", "I.", "Tom K.", "Tom Karl", "Mohammed", "Muhammad"];
const SURNAMES = ["Solheim", "Weld", "al-Jaafari", "Jafari"];
const VERSIONS = [
  "We will not close the harbour before the winter, and 40 ships are still waiting outside",
  "We will close the harbour before the winter, and 40 ships are still waiting outside",
  "We will not close the harbour before the winter, and 60 ships are still waiting outside the breakwater",
  "and 40 ships are still waiting outside the breakwater of the old harbour",
  "We will not close the harbour before the summer comes",
  "Before winter we shall never close this harbour: still 40 ships wait outside",
  "Nobody on this board was told how much the dredging would cost the town",
  "Nobody was told how much the dredging would cost the town and its people",
];

const sentence = fc
  .tuple(
    fc.constantFrom(...GIVEN),
    fc.constantFrom(...SURNAMES),
    fc.constantFrom(...VERSIONS),
    fc.constantFrom("full", "short", "unnamed", "role"),
  )
  .map(([given, surname, words, form]) => {
    const name = `${given} ${surname}`;
    if (form === "unnamed") return `“${words},” a harbour official said on 3 March 2018.`;
    if (form === "role") return `“${words},” said ${name}, the mayor of ${words.includes("60") ? "Leeds" : "Bath"}.`;
    return form === "full" ? `${name} met reporters. “${words},” ${surname} said.` : `“${words},” ${surname} said in 2017.`;
  });
/** Names that are short for others, of some more than one. */
const organization = fc.constantFrom(
  "The Harbour Workers Union (HWU) met in Leeds. The HWU said nothing.",
  "The Harbour Wardens United (HWU) met in Bath.",
  "Members of the HWU met in Leeds on 4 March 2018.",
  "The Harbour Workers Union of Leeds, or Harbour Workers Union, was founded in 1890.",
);
const documentText = fc
  .array(fc.oneof({ weight: 3, arbitrary: sentence }, { weight: 1, arbitrary: organization }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((sentences) => sentences.join("\n\n"));
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ path: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), text: documentText }) },
  { weight: 1, arbitrary: fc.record({ path: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), text: fc.constant(null) }) },
);

const records = new Map<string, Uint8Array>();
function recordFor(text: string): Uint8Array {
  const known = records.get(text) ?? recordOf(text, analyzer.analyze(text));
  records.set(text, known);
  return known;
}

/** Adds a record that is given in a place where others come after it, as a cache gives them, and is read again when it is asked for. */
function addStored(collection: Collection, path: string, record: Uint8Array, place: Buffer): void {
  const given = place.subarray(0, record.length);
  given.set(record);
  collection.add(path, given, (into) => into.set(record));
  place.fill(0xff);
}

const target = fc
  .tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...SURNAMES), fc.constantFrom(undefined, "a", "b"))
  .map(([given, surname, path]) => ({ type: "person" as const, name: `${given} ${surname}`, ...(path !== undefined && { path }) }));
const decision: fc.Arbitrary<CollectionDecision> = fc.oneof(
  fc.record({ kind: fc.constantFrom("same" as const, "apart" as const), left: target, right: target }),
  fc.record({ kind: fc.constant("rename" as const), target, name: fc.constant("Somebody Else") }),
  fc.record({ kind: fc.constant("reject" as const), target }),
);

/** Takes steps as a collection's thread does: what the records are stored as is read again when it is asked for. */
function take(
  collection: Collection,
  steps: readonly { readonly path: string; readonly text: string | null }[],
  there: Map<string, string>,
): void {
  for (const { path, text } of steps) {
    if (text === null) {
      collection.remove(path);
      there.delete(path);
    } else {
      const record = recordFor(text);
      collection.add(path, record, (into) => into.set(record));
      there.set(path, text);
    }
  }
}

/** The collection as it is taken up again from what was saved of it. */
function reopened(collection: Collection, there: ReadonlyMap<string, string>, decisions: readonly CollectionDecision[] = []): Collection {
  const saved = Array.from(collection.saved(), (part) => part.slice());
  const restored = (parts: Uint8Array<ArrayBuffer>[]) => {
    const next = () => {
      const part = parts.shift();
      if (part === undefined) throw new RangeError("More is read than was saved.");
      return part;
    };
    return Collection.restored(new SavedReader(next), (path) => (into) => into.set(recordFor(there.get(path) ?? "")));
  };
  const left = [...saved];
  restored(left).quotationGroups();
  expect(left).toEqual([]);
  const again = restored(saved);
  again.decide(decisions);
  return again;
}

/** Everything that can be asked. */
function answers(collection: Collection): unknown {
  const entities = collection.entities({}).items;
  const groups = collection.quotationGroups().items;
  const sources = collection.unnamedSources().items;
  return {
    entities,
    documents: entities.map(({ id }) => collection.documentsOf(id).items),
    found: collection.searchEntities("jafari"),
    pairs: collection.mayBeSame().items,
    speakers: collection.speakers().items,
    groups,
    versions: groups.map(({ id }) => collection.versionsOf(id).items),
    dates: collection.datesInOrder().items,
    sources,
    statements: sources.map(({ id }) => collection.statementsOf(id).items),
    topics: collection.topics().items,
  };
}

describe("a collection", () => {
  it("answers by what it has, not by how it came to have it", () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 30, size: "max" }),
        fc.array(fc.nat(20), { maxLength: 8 }),
        (steps, askedAt) => {
          const collection = new Collection();
          const there = new Map<string, string>();
          for (const [i, { path, text }] of steps.entries()) {
            if (text === null) {
              expect(collection.remove(path)).toBe(there.delete(path));
            } else {
              collection.add(path, recordFor(text));
              there.set(path, text);
            }
            if (askedAt.includes(i)) answers(collection);
            else collection.prepare(1);
          }
          const afresh = new Collection();
          const place = Buffer.alloc(1 << 16);
          for (const [path, text] of [...there].sort(([a], [b]) => (a < b ? 1 : -1))) addStored(afresh, path, recordFor(text), place);
          expect(collection.documents).toBe(there.size);
          expect(answers(collection)).toEqual(answers(afresh));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("grows by what is added as if all had been there from the first", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(documentText, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8, size: "max" }),
        (batches) => {
          const collection = new Collection();
          const afresh = new Collection();
          for (const [i, batch] of batches.entries()) {
            for (const [j, text] of batch.entries()) {
              const path = `${(7 * i) % 5}-${i}-${j}`;
              collection.add(path, recordFor(text));
              afresh.add(path, recordFor(text));
            }
            while (collection.prepare(1) > 0);
          }
          expect(answers(collection)).toEqual(answers(afresh));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("answers, taken up again from what was saved of it, as one made anew, whatever came, went, changed and was decided before and since", () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 20, size: "max" }),
        fc.array(step, { maxLength: 10 }),
        fc.array(decision, { maxLength: 3 }),
        fc.array(decision, { maxLength: 3 }),
        fc.boolean(),
        (before, since, decidedBefore, decided, areAsked) => {
          const there = new Map<string, string>();
          const first = new Collection();
          take(first, before, there);
          first.decide(decidedBefore);
          if (areAsked) answers(first);
          else while (first.prepare(1) > 0);
          const again = reopened(first, there);
          if (decidedBefore.length === 0) expect(answers(again)).toEqual(answers(first));
          take(again, since, there);
          again.decide(decided);
          const afresh = new Collection();
          take(
            afresh,
            [...there].map(([path, text]) => ({ path, text })),
            new Map(),
          );
          afresh.decide(decided);
          expect(again.documents).toBe(there.size);
          expect(JSON.stringify(answers(again))).toBe(JSON.stringify(answers(afresh)));
          expect(JSON.stringify(answers(reopened(again, there, decided)))).toBe(JSON.stringify(answers(afresh)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("finds every entity again by its own name, and each of its documents by it", () => {
    fc.assert(
      fc.property(fc.array(documentText, { minLength: 1, maxLength: 8 }), (texts) => {
        const collection = new Collection();
        for (const [i, text] of texts.entries()) collection.add(`${i}`, recordFor(text));
        for (const entity of collection.entities({}).items) {
          expect(collection.searchEntities(entity.name).map(({ id }) => id)).toContain(entity.id);
          const documents = collection.documentsOf(entity.id).items;
          expect(new Set(documents.map(({ path }) => path)).size).toBe(entity.documents);
          for (const { path, entity: id, first } of documents) {
            expect(collection.entityOf(path, id)).toEqual(entity);
            expect(collection.mentionsOf(path, id).items[0]).toMatchObject(first);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

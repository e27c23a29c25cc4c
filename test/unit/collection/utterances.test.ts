import fc from "fast-check";
import { expect, it } from "vitest";
import { DocumentRecord } from "../../../src/collection/documentRecord.js";
import { DocumentTable } from "../../../src/collection/documentTable.js";
import { TELLING } from "../../../src/collection/fingerprints.js";
import { type QuotePrint, QuotePrints, writePrints } from "../../../src/collection/quotePrints.js";
import { RecordWriter } from "../../../src/collection/recordBytes.js";
import { Utterances } from "../../../src/collection/utterances.js";

/** A document of nothing but what its quotations are found by. */
class Printed extends DocumentRecord {
  readonly #prints: QuotePrints;

  constructor(prints: readonly QuotePrint[]) {
    super(new Uint8Array(0));
    const out = new RecordWriter();
    writePrints(out, prints);
    this.#prints = new QuotePrints(out.bytes());
  }

  override prints(): QuotePrints {
    return this.#prints;
  }
}

/** Quotations of few words and fingerprints, so that many have some in common with some, and few with all. */
const print = fc.record({
  wording: fc.integer({ min: 1, max: 1_000_000 }),
  shingles: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 2 }).map((values) => values.sort((a, b) => a - b)),
  speakerWords: fc.constant([]),
  words: fc
    .tuple(fc.nat(20), fc.integer({ min: 5, max: 8 }))
    .map(([from, count]) => Array.from({ length: count }, (_, i) => (from + i) | TELLING)),
  marked: fc.boolean(),
  speaker: fc.nat(1),
  said: fc.constantFrom("named" as const, "nobody" as const, "unnamed" as const),
});
const pool = fc.uniqueArray(print, { selector: ({ wording }) => wording, minLength: 60, maxLength: 90, size: "max" });
const change = fc.record({ path: fc.nat(30), quotes: fc.option(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), { freq: 4 }) });
const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 40, size: "max" }), { minLength: 2, maxLength: 8 });

class Documents {
  readonly #table = new DocumentTable();
  readonly #utterances = new Utterances(this.#table);

  put(path: string, prints: readonly QuotePrint[] | null): void {
    const slot = this.#table.slotOf(path);
    if (slot !== undefined) {
      this.#utterances.remove(slot);
      this.#table.remove(path);
    }
    if (prints !== null) this.#utterances.add(this.#table.add(path, new Printed(prints), null));
  }

  prepare(): void {
    while (this.#utterances.prepare(1, () => undefined) > 0);
  }

  utterances(): unknown {
    return [...this.#utterances.all()]
      .map(({ id, wordings, documents, versions, marked, named }) => ({ id, size: wordings.length, documents, versions, marked, named }))
      .sort((a, b) => Number(a.id) - Number(b.id));
  }
}

it("finds the same utterances however documents came and went", () => {
  fc.assert(
    fc.property(pool, batches, (prints, all) => {
      const grown = new Documents();
      const there = new Map<string, readonly QuotePrint[]>();
      for (const batch of all) {
        for (const { path, quotes } of batch) {
          const chosen = quotes?.map((quote) => prints[quote % prints.length]) ?? null;
          grown.put(String(path), chosen);
          if (chosen === null) there.delete(String(path));
          else there.set(String(path), chosen);
        }
        grown.prepare();
      }
      const afresh = new Documents();
      for (const [path, chosen] of [...there].reverse()) afresh.put(path, chosen);
      expect(grown.utterances()).toEqual(afresh.utterances());
    }),
    { numRuns: 150 },
  );
});

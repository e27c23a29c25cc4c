import { ENTITY_TYPES, type EntityType } from "../analysis/analysis.js";
import type { IdentityFacts } from "./identityFacts.js";
import { type SavedParts, type SavedReader, savedNumbers, savedStrings, withRoom } from "./savedParts.js";

/** An entity of one document: the document's number, the entity's number in its record, and what the document says of it. */
export interface EntityRef {
  readonly slot: number;
  readonly entity: number;
  readonly type: EntityType;
  readonly facts: IdentityFacts;
  readonly mentions: number;
  /** How many quotations it speaks. */
  readonly quotes: number;
}

/** Where a list without references begins. */
export const NO_REFS = -1;

const [SLOT, ENTITY, MENTIONS, QUOTES, TYPE_AND_FACTS, NEXT] = [0, 1, 2, 3, 4, 5];
const WIDTH = 6;
const SMALLEST = WIDTH << 10;
/** More than there are types. */
const TYPES = 8;
/** Arrays that are full become so many times as long. What is kept free takes no memory before it is written to. */
const GROWTH = 2;

/** The references of all names, a list for each, in one typed array: there are some fifty in a document. */
export class RefTable {
  #rows = new Int32Array(SMALLEST);
  #end = 0;
  #free = NO_REFS;
  #facts: IdentityFacts[] = [];
  readonly #factNumbers = new Map<IdentityFacts, number>();

  /** Puts a reference before a list. @param first where the list begins. @returns where it begins then. */
  add(first: number, { slot, entity, type, facts, mentions, quotes }: EntityRef): number {
    let row = this.#free;
    if (row !== NO_REFS) this.#free = this.#rows[row + NEXT];
    else {
      row = this.#end;
      this.#end += WIDTH;
      if (this.#end > this.#rows.length) this.#grow();
    }
    const typeAndFacts = this.#factNumber(facts) * TYPES + ENTITY_TYPES.indexOf(type);
    this.#rows[row + SLOT] = slot;
    this.#rows[row + ENTITY] = entity;
    this.#rows[row + MENTIONS] = mentions;
    this.#rows[row + QUOTES] = quotes;
    this.#rows[row + TYPE_AND_FACTS] = typeAndFacts;
    this.#rows[row + NEXT] = first;
    return row;
  }

  /** Takes an entity of a document, which is there, out of a list. @param first where the list begins. @returns where it begins then. */
  remove(first: number, slot: number, entity: number): number {
    let before = NO_REFS;
    let row = first;
    while (this.#rows[row + SLOT] !== slot || this.#rows[row + ENTITY] !== entity) {
      before = row;
      row = this.#rows[row + NEXT];
    }
    const next = this.#rows[row + NEXT];
    this.#rows[row + NEXT] = this.#free;
    this.#free = row;
    if (before === NO_REFS) return next;
    this.#rows[before + NEXT] = next;
    return first;
  }

  /** The references of a list, in no order. @param first where it begins. */
  read(first: number): readonly EntityRef[] {
    const refs: EntityRef[] = [];
    for (let row = first; row !== NO_REFS; row = this.#rows[row + NEXT]) {
      refs.push({
        slot: this.#rows[row + SLOT],
        entity: this.#rows[row + ENTITY],
        type: ENTITY_TYPES[this.#rows[row + TYPE_AND_FACTS] % TYPES],
        facts: this.#factsAt(row),
        mentions: this.#rows[row + MENTIONS],
        quotes: this.#rows[row + QUOTES],
      });
    }
    return refs;
  }

  /** The facts of a list's references, each with how many have them. @param first where it begins. */
  facts(first: number): ReadonlyMap<IdentityFacts, number> {
    const counts = new Map<IdentityFacts, number>();
    for (let row = first; row !== NO_REFS; row = this.#rows[row + NEXT]) {
      const facts = this.#factsAt(row);
      counts.set(facts, (counts.get(facts) ?? 0) + 1);
    }
    return counts;
  }

  *saved(): SavedParts {
    yield savedNumbers(Int32Array.of(this.#free));
    yield savedNumbers(this.#rows.subarray(0, this.#end));
    yield* savedStrings(this.#facts);
  }

  /** Takes up what was saved, in the place of everything; lists begin where they began. */
  restore(from: SavedReader): void {
    [this.#free] = from.ints();
    const rows = from.ints();
    this.#end = rows.length;
    this.#rows = withRoom(rows, SMALLEST, (length) => new Int32Array(length));
    this.#facts = [...from.strings()];
    for (const [number, facts] of this.#facts.entries()) this.#factNumbers.set(facts, number);
  }

  #factsAt(row: number): IdentityFacts {
    return this.#facts[Math.floor(this.#rows[row + TYPE_AND_FACTS] / TYPES)];
  }

  #factNumber(facts: IdentityFacts): number {
    const known = this.#factNumbers.get(facts);
    if (known !== undefined) return known;
    this.#factNumbers.set(facts, this.#facts.length);
    return this.#facts.push(facts) - 1;
  }

  #grow(): void {
    const grown = new Int32Array(this.#rows.length * GROWTH);
    grown.set(this.#rows);
    this.#rows = grown;
  }
}

import { ENTITY_TYPES, type EntityType } from "../analysis/analysis.js";
import type { IdentityFacts } from "./identityFacts.js";
import { NO_ROW, Rows } from "./rows.js";
import { type SavedParts, type SavedReader, savedStrings } from "./savedParts.js";

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

const [SLOT, ENTITY, MENTIONS, QUOTES, TYPE_AND_FACTS, NEXT] = [0, 1, 2, 3, 4, 5];
const WIDTH = 6;
/** More than there are types. */
const TYPES = 8;

/** The references of all names, a list for each: there are some fifty in a document. */
export class RefTable {
  readonly #refs = new Rows(WIDTH);
  #facts: IdentityFacts[] = [];
  readonly #factNumbers = new Map<IdentityFacts, number>();

  /** Puts a reference before a list. @param first where the list begins. @returns where it begins then. */
  add(first: number, { slot, entity, type, facts, mentions, quotes }: EntityRef): number {
    const typeAndFacts = this.factNumber(facts) * TYPES + ENTITY_TYPES.indexOf(type);
    const row = this.#refs.add();
    const { cells } = this.#refs;
    const at = row * WIDTH;
    cells[at + SLOT] = slot;
    cells[at + ENTITY] = entity;
    cells[at + MENTIONS] = mentions;
    cells[at + QUOTES] = quotes;
    cells[at + TYPE_AND_FACTS] = typeAndFacts;
    cells[at + NEXT] = first;
    return row;
  }

  /**
   * Takes an entity of a document, which is there, out of a list.
   * @param first where the list begins.
   * @returns where it begins then, and the number of the facts of what was taken out.
   */
  remove(first: number, slot: number, entity: number): { readonly first: number; readonly facts: number } {
    const { cells } = this.#refs;
    let before = NO_ROW;
    let row = first;
    while (cells[row * WIDTH + SLOT] !== slot || cells[row * WIDTH + ENTITY] !== entity) {
      before = row;
      row = cells[row * WIDTH + NEXT];
    }
    const next = cells[row * WIDTH + NEXT];
    const facts = this.#factsAt(row);
    this.#refs.remove(row);
    if (before === NO_ROW) return { first: next, facts };
    cells[before * WIDTH + NEXT] = next;
    return { first, facts };
  }

  /** The references of a list, in no order. @param first where it begins. */
  read(first: number): readonly EntityRef[] {
    const { cells } = this.#refs;
    const refs: EntityRef[] = [];
    for (let row = first; row !== NO_ROW; row = cells[row * WIDTH + NEXT]) {
      const at = row * WIDTH;
      refs.push({
        slot: cells[at + SLOT],
        entity: cells[at + ENTITY],
        type: ENTITY_TYPES[cells[at + TYPE_AND_FACTS] % TYPES],
        facts: this.factsOf(this.#factsAt(row)),
        mentions: cells[at + MENTIONS],
        quotes: cells[at + QUOTES],
      });
    }
    return refs;
  }

  /** The number of facts, which is given out where they are new. */
  factNumber(facts: IdentityFacts): number {
    const known = this.#factNumbers.get(facts);
    if (known !== undefined) return known;
    this.#factNumbers.set(facts, this.#facts.length);
    return this.#facts.push(facts) - 1;
  }

  factsOf(number: number): IdentityFacts {
    return this.#facts[number];
  }

  *saved(): SavedParts {
    yield* this.#refs.saved();
    yield* savedStrings(this.#facts);
  }

  /** Takes up what was saved, in the place of everything; lists begin where they began. */
  restore(from: SavedReader): void {
    this.#refs.restore(from);
    this.#facts = [...from.strings()];
    for (const [number, facts] of this.#facts.entries()) this.#factNumbers.set(facts, number);
  }

  #factsAt(row: number): number {
    return Math.floor(this.#refs.cells[row * WIDTH + TYPE_AND_FACTS] / TYPES);
  }
}

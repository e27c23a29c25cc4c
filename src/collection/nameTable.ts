import { CountLists } from "./countLists.js";
import type { IdentityFacts } from "./identityFacts.js";
import { FULL_NAME, OTHER_NAME, surnameOf } from "./identityKeys.js";
import { IdentityNode } from "./identityNode.js";
import { readSenses, type Senses } from "./nameSenses.js";
import { type EntityRef, RefTable } from "./refTable.js";
import { RowIndex } from "./rowIndex.js";
import { NO_ROW, Rows } from "./rows.js";
import type { SavedParts, SavedReader } from "./savedParts.js";
import { ShortForms } from "./shortForms.js";
import { Surnames } from "./surnames.js";
import { TextPool, textHash } from "./textPool.js";

const [KEY, HASH, CHAIN, REFS, USES, TARGET, FORMS, FACTS, SHORT_FORMS, SHORT_FOR, SURNAME, NEXT_OF_SURNAME, SENSES] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
];
const WIDTH = 13;
/** In the place of the key of a name that is not there. */
const NO_KEY = -1;
/** In the place of a target: the name points at none, and it was not read where it points. */
const [NONE, NOT_READ] = [-1, -2];
/** Whether a name has several senses. */
const [UNKNOWN, ONE, SEVERAL] = [0, 1, 2];

/**
 * All names of all documents by number, each with what documents say of it, in typed arrays: there are hundreds of thousands, so none is an
 * object before somebody asks for it.
 */
export class NameTable {
  readonly rows = new Rows(WIDTH);
  /** Which names documents use for which. */
  readonly shortForms = new ShortForms(this.rows, SHORT_FORMS, SHORT_FOR);
  /** The full names by surname. */
  readonly surnames = new Surnames(this, SURNAME, NEXT_OF_SURNAME);
  readonly #index = new RowIndex(this.rows, HASH, CHAIN);
  readonly #texts = new TextPool();
  readonly #refs = new RefTable();
  readonly #forms = new CountLists();
  readonly #facts = new CountLists();
  readonly #nodes: (IdentityNode | undefined)[] = [];
  /** Of the names that have several. */
  readonly #senses = new Map<number, Senses>();
  /** The senses that a reviewer parted, by document. */
  readonly #parted = new Map<number, ReadonlyMap<number, number>>();
  #size = 0;

  /** How many names there are. */
  get size(): number {
    return this.#size;
  }

  /** Above the numbers of all names. */
  get end(): number {
    return this.rows.end;
  }

  /** Whether a name has a number. */
  has(name: number): boolean {
    return this.rows.cells[name * WIDTH + KEY] !== NO_KEY;
  }

  /** A name by its number, always the same. */
  node(name: number): IdentityNode {
    const known = this.#nodes[name];
    if (known !== undefined) return known;
    const node = new IdentityNode(this, name);
    while (this.#nodes.length < name) this.#nodes.push(undefined);
    this.#nodes[name] = node;
    return node;
  }

  /** @returns the number of the name with a key; undefined where there is none. */
  find(key: string): number | undefined {
    const name = this.#index.find(textHash(key), (each) => this.#texts.isAt(this.rows.cells[each * WIDTH + KEY], key));
    return name === NO_ROW ? undefined : name;
  }

  /** The number of the name with a key, which is made where there is none. */
  numberFor(key: string): number {
    const known = this.find(key);
    if (known !== undefined) return known;
    const name = this.rows.add();
    const at = name * WIDTH;
    const { cells } = this.rows;
    cells.fill(NO_ROW, at, at + WIDTH);
    cells[at + KEY] = this.#texts.add(key);
    cells[at + USES] = 0;
    cells[at + TARGET] = NOT_READ;
    cells[at + SENSES] = UNKNOWN;
    this.#index.add(name, textHash(key));
    if (key[0] === FULL_NAME) this.surnames.add(name, surnameOf(key));
    this.#size++;
    return name;
  }

  /** Takes out a name that nothing has any more. */
  drop(name: number): void {
    if (this.isFullName(name)) this.surnames.remove(name);
    this.#index.remove(name);
    this.#texts.remove(this.rows.cells[name * WIDTH + KEY]);
    this.rows.cells[name * WIDTH + KEY] = NO_KEY;
    this.rows.remove(name);
    if (name < this.#nodes.length) this.#nodes[name] = undefined;
    this.#senses.delete(name);
    this.#parted.delete(name);
    this.#size--;
  }

  keyOf(name: number): string {
    return this.#texts.read(this.rows.cells[name * WIDTH + KEY]);
  }

  keyBegins(name: number, text: string): boolean {
    return this.#texts.beginsWith(this.rows.cells[name * WIDTH + KEY], text);
  }

  isPerson(name: number): boolean {
    return !this.keyBegins(name, OTHER_NAME);
  }

  isFullName(name: number): boolean {
    return this.rows.cells[name * WIDTH + SURNAME] !== NO_ROW;
  }

  /** How many entities of documents have it as their fullest name. */
  uses(name: number): number {
    return this.rows.cells[name * WIDTH + USES];
  }

  /** Whether documents use a name for what has another one. */
  isShort(name: number): boolean {
    return this.rows.cells[name * WIDTH + SHORT_FOR] !== NO_ROW;
  }

  /** The name that a name points at; null where it points at none, undefined where that was not read. */
  target(name: number): number | null | undefined {
    const target = this.rows.cells[name * WIDTH + TARGET];
    return target === NOT_READ ? undefined : target === NONE ? null : target;
  }

  setTarget(name: number, target: number | null | undefined): void {
    this.rows.cells[name * WIDTH + TARGET] = target === undefined ? NOT_READ : (target ?? NONE);
  }

  /** Adds an entity of a document with the form of the name that it has there. @returns whether no document had the form before. */
  add(name: number, ref: EntityRef, form: string): boolean {
    const at = name * WIDTH;
    this.rows.cells[at + REFS] = this.#refs.add(this.rows.cells[at + REFS], ref);
    this.rows.cells[at + USES]++;
    const facts = this.#refs.factNumber(ref.facts);
    const known = this.#facts.find(this.rows.cells[at + FACTS], (each) => each === facts);
    if (known === NO_ROW) this.rows.cells[at + FACTS] = this.#facts.add(this.rows.cells[at + FACTS], facts);
    else this.#facts.increase(known);
    this.#factsChanged(name);
    return this.addForm(name, form);
  }

  /** Takes out what was added for an entity of a document. @returns whether no document has the form any more. */
  remove(name: number, slot: number, entity: number, form: string): boolean {
    const at = name * WIDTH;
    const { cells } = this.rows;
    const { first, facts } = this.#refs.remove(cells[at + REFS], slot, entity);
    cells[at + REFS] = first;
    cells[at + USES]--;
    const entry = this.#facts.find(cells[at + FACTS], (each) => each === facts);
    if (this.#facts.decrease(entry) === 0) cells[at + FACTS] = this.#facts.remove(cells[at + FACTS], entry);
    this.#factsChanged(name);
    return this.removeForm(name, form);
  }

  /** @returns whether no document had the form before. */
  addForm(name: number, form: string): boolean {
    const at = name * WIDTH + FORMS;
    const known = this.#findForm(name, form);
    if (known === NO_ROW) this.rows.cells[at] = this.#forms.add(this.rows.cells[at], this.#texts.add(form));
    else this.#forms.increase(known);
    return known === NO_ROW;
  }

  /** @returns whether no document has the form any more. */
  removeForm(name: number, form: string): boolean {
    const at = name * WIDTH + FORMS;
    const entry = this.#findForm(name, form);
    if (this.#forms.decrease(entry) > 0) return false;
    this.#texts.remove(this.#forms.valueOf(entry));
    this.rows.cells[at] = this.#forms.remove(this.rows.cells[at], entry);
    return true;
  }

  /** The forms of a name, each with how many documents have it. */
  forms(name: number): readonly (readonly [string, number])[] {
    return this.#forms.read(this.rows.cells[name * WIDTH + FORMS]).map(([place, count]) => [this.#texts.read(place), count]);
  }

  /** In no order; read anew each time. */
  refs(name: number): readonly EntityRef[] {
    return this.#refs.read(this.rows.cells[name * WIDTH + REFS]);
  }

  /** What documents say of a name, each with how many do. */
  facts(name: number): readonly (readonly [IdentityFacts, number])[] {
    return this.#facts.read(this.rows.cells[name * WIDTH + FACTS]).map(([facts, count]) => [this.#refs.factsOf(facts), count]);
  }

  /** See {@link readSenses}. */
  senses(name: number): Senses | null {
    const at = name * WIDTH + SENSES;
    if (this.rows.cells[at] === UNKNOWN) {
      const senses = this.uses(name) < 2 ? null : readSenses(this.facts(name), this.isPerson(name));
      this.rows.cells[at] = senses === null ? ONE : SEVERAL;
      if (senses !== null) this.#senses.set(name, senses);
    }
    return this.rows.cells[at] === ONE ? null : (this.#senses.get(name) ?? null);
  }

  /** The senses that a reviewer parted, by document; undefined where none. */
  parted(name: number): ReadonlyMap<number, number> | undefined {
    return this.#parted.get(name);
  }

  /** Says by the documents' numbers which senses a reviewer parted from the others; null where none. */
  part(name: number, senses: ReadonlyMap<number, number> | null): void {
    if (senses === null) this.#parted.delete(name);
    else this.#parted.set(name, senses);
  }

  *saved(): SavedParts {
    for (const part of [this.rows, this.#index, this.#texts, this.#refs, this.#forms, this.#facts, this.shortForms, this.surnames]) {
      yield* part.saved();
    }
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    for (const part of [this.rows, this.#index, this.#texts, this.#refs, this.#forms, this.#facts, this.shortForms, this.surnames]) {
      part.restore(from);
    }
    const { cells } = this.rows;
    for (let at = 0; at < this.end * WIDTH; at += WIDTH) {
      if (cells[at + KEY] === NO_KEY) continue;
      this.#size++;
      if (cells[at + SENSES] === SEVERAL) cells[at + SENSES] = UNKNOWN;
    }
  }

  #findForm(name: number, form: string): number {
    return this.#forms.find(this.rows.cells[name * WIDTH + FORMS], (place) => this.#texts.isAt(place, form));
  }

  #factsChanged(name: number): void {
    this.rows.cells[name * WIDTH + SENSES] = UNKNOWN;
    this.#senses.delete(name);
  }
}

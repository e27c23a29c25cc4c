import { FULL_NAME } from "./identityKeys.js";
import type { IdentityNode } from "./identityNode.js";
import { NameFamily } from "./nameFamily.js";
import { RowIndex } from "./rowIndex.js";
import { NO_ROW, Rows } from "./rows.js";
import type { SavedParts, SavedReader } from "./savedParts.js";
import { textHash } from "./textPool.js";

const [FIRST, SIZE, HASH, CHAIN] = [0, 1, 2, 3];
const WIDTH = 4;

/** What the families need of the table of names. */
interface Names {
  node(name: number): IdentityNode;
  keyOf(name: number): string;
  /** The rows of all names. */
  readonly rows: Rows;
  /** Whether a name's key begins with a text. */
  keyBegins(name: number, text: string): boolean;
}

/**
 * The full names by surname. A family is read when it is asked for, and follows its names from then on; most are of one name, and are not
 * kept.
 */
export class Surnames {
  readonly #surnames = new Rows(WIDTH);
  readonly #index = new RowIndex(this.#surnames, HASH, CHAIN);
  readonly #names: Names;
  readonly #surname: number;
  readonly #next: number;
  readonly #read = new Map<number, NameFamily>();

  /** @param surname, next the places in a name's row of its surname's number and of the next name that has it. */
  constructor(names: Names, surname: number, next: number) {
    this.#names = names;
    this.#surname = surname;
    this.#next = next;
  }

  /** Adds a full name. */
  add(name: number, surname: string): void {
    const known = this.#find(surname);
    const row = known === NO_ROW ? this.#surnames.add() : known;
    if (known === NO_ROW) {
      this.#surnames.cells[row * WIDTH + FIRST] = NO_ROW;
      this.#surnames.cells[row * WIDTH + SIZE] = 0;
      this.#index.add(row, textHash(surname));
    }
    const { cells, width } = this.#names.rows;
    cells[name * width + this.#surname] = row;
    cells[name * width + this.#next] = this.#surnames.cells[row * WIDTH + FIRST];
    this.#surnames.cells[row * WIDTH + FIRST] = name;
    this.#surnames.cells[row * WIDTH + SIZE]++;
    this.#read.get(row)?.add(this.#names.node(name));
  }

  /** Takes out a full name that is there. */
  remove(name: number): void {
    const { cells, width } = this.#names.rows;
    const row = cells[name * width + this.#surname];
    const next = cells[name * width + this.#next];
    const first = this.#surnames.cells[row * WIDTH + FIRST];
    if (first === name) this.#surnames.cells[row * WIDTH + FIRST] = next;
    else {
      let before = first;
      while (cells[before * width + this.#next] !== name) before = cells[before * width + this.#next];
      cells[before * width + this.#next] = next;
    }
    const left = --this.#surnames.cells[row * WIDTH + SIZE];
    if (left > 1) this.#read.get(row)?.remove(this.#names.keyOf(name));
    else this.#read.delete(row);
    if (left > 0) return;
    this.#index.remove(row);
    this.#surnames.remove(row);
  }

  /** The family of a full name. */
  familyOf(name: number, surname: string): NameFamily {
    return this.#family(this.#names.rows.cells[name * this.#names.rows.width + this.#surname], surname);
  }

  /** The family of a surname; null where there is none. */
  family(surname: string): NameFamily | null {
    const row = this.#find(surname);
    return row === NO_ROW ? null : this.#family(row, surname);
  }

  /** Whether a full name is the only one with its surname. */
  isAlone(name: number): boolean {
    return this.#surnames.cells[this.#names.rows.cells[name * this.#names.rows.width + this.#surname] * WIDTH + SIZE] === 1;
  }

  /** Says that something about a full name changed. */
  changed(name: number): void {
    this.#read.get(this.#names.rows.cells[name * this.#names.rows.width + this.#surname])?.changed(this.#names.keyOf(name));
  }

  /** Says that names are parted or cut off otherwise than before. */
  allChanged(): void {
    this.#read.clear();
  }

  *saved(): SavedParts {
    yield* this.#surnames.saved();
    yield* this.#index.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.#surnames.restore(from);
    this.#index.restore(from);
    this.#read.clear();
  }

  #find(surname: string): number {
    const begin = `${FULL_NAME}|${surname}|`;
    const { cells } = this.#surnames;
    return this.#index.find(textHash(surname), (row) => this.#names.keyBegins(cells[row * WIDTH + FIRST], begin));
  }

  #family(row: number, surname: string): NameFamily {
    const known = this.#read.get(row);
    if (known !== undefined) return known;
    const { cells, width } = this.#names.rows;
    const names: number[] = [];
    for (let name = this.#surnames.cells[row * WIDTH + FIRST]; name !== NO_ROW; name = cells[name * width + this.#next]) names.push(name);
    const family = new NameFamily(
      surname,
      names.map((name) => this.#names.node(name)),
    );
    if (names.length > 1) this.#read.set(row, family);
    return family;
  }
}

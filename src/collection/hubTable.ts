import { RowIndex } from "./rowIndex.js";
import { NO_ROW, Rows } from "./rows.js";
import type { SavedParts, SavedReader } from "./savedParts.js";

/** So many hubs a fingerprint has. */
export const HUBS = 4;

const [HASH, CHAIN, FIRST] = [0, 1, 2];

/** The hubs of fingerprints, always {@link HUBS} of one; in a typed array, since there are tens of thousands. */
export class HubTable {
  readonly #rows = new Rows(FIRST + HUBS);
  readonly #index = new RowIndex(this.#rows, HASH, CHAIN);

  /** @returns the hubs of a fingerprint, in the order in which they were set; undefined where it has none. */
  get(fingerprint: number): readonly number[] | undefined {
    const row = this.#find(fingerprint);
    if (row === NO_ROW) return undefined;
    const { cells, width } = this.#rows;
    const first = row * width + FIRST;
    return [cells[first], cells[first + 1], cells[first + 2], cells[first + 3]];
  }

  /** Sets the hubs of a fingerprint, in the place of those it had. */
  set(fingerprint: number, hubs: readonly number[]): void {
    const known = this.#find(fingerprint);
    const row = known === NO_ROW ? this.#rows.add() : known;
    if (known === NO_ROW) this.#index.add(row, fingerprint | 0);
    this.#rows.cells.set(hubs, row * this.#rows.width + FIRST);
  }

  delete(fingerprint: number): void {
    const row = this.#find(fingerprint);
    if (row === NO_ROW) return;
    this.#index.remove(row);
    this.#rows.remove(row);
  }

  *saved(): SavedParts {
    yield* this.#rows.saved();
    yield* this.#index.saved();
  }

  /** Takes up what was saved, in the place of everything. */
  restore(from: SavedReader): void {
    this.#rows.restore(from);
    this.#index.restore(from);
  }

  #find(fingerprint: number): number {
    return this.#index.find(fingerprint | 0, () => true);
  }
}

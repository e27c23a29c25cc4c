/** The least length of an array. */
const SMALLEST = 1 << 10;

/** Tells which of many numbers were met, again and again: a set that is emptied at once. */
export class Marks {
  #marks = new Uint32Array(SMALLEST);
  #round = 0;

  /** Nothing was met. */
  begin(): void {
    if (++this.#round < 2 ** 32) return;
    this.#marks.fill(0);
    this.#round = 1;
  }

  /** Whether a number is met for the first time. @param value a small number, not under 0. */
  isNew(value: number): boolean {
    if (value >= this.#marks.length) {
      const grown = new Uint32Array(Math.max(2 * this.#marks.length, value + 1));
      grown.set(this.#marks);
      this.#marks = grown;
    }
    if (this.#marks[value] === this.#round) return false;
    this.#marks[value] = this.#round;
    return true;
  }
}

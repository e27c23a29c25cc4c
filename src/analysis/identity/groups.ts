/** Joins numbered things into groups (union–find with path halving; R. E. Tarjan, 1975). */
export class Groups {
  readonly #parents: number[] = [];

  add(): number {
    this.#parents.push(this.#parents.length);
    return this.#parents.length - 1;
  }

  /** The number that stands for the group. */
  find(member: number): number {
    const parents = this.#parents;
    let at = member;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Joins two groups; the lower number stands for both. */
  join(a: number, b: number): void {
    const first = this.find(a);
    const second = this.find(b);
    if (first < second) this.#parents[second] = first;
    else this.#parents[first] = second;
  }
}

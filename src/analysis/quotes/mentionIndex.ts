import type { Entity, Mention, Span } from "../analysis.js";

export interface PlacedMention {
  readonly mention: Mention;
  readonly entity: Entity;
}

/** All mentions of a document in text order. */
export class MentionIndex {
  readonly #mentions: readonly PlacedMention[];

  constructor(entities: readonly Entity[]) {
    this.#mentions = entities
      .flatMap((entity) => entity.mentions.map((mention): PlacedMention => ({ mention, entity })))
      .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
  }

  /** The mentions that begin inside a span, in text order. */
  within({ start, end }: Span): readonly PlacedMention[] {
    const first = this.#firstFrom(start);
    let last = first;
    while (last < this.#mentions.length && this.#mentions[last].mention.start < end) last++;
    return this.#mentions.slice(first, last);
  }

  /** The last mention that ends at or before an offset and passes the test, among the nearest forty. */
  lastBefore(offset: number, test: (placed: PlacedMention) => boolean): PlacedMention | null {
    const from = this.#firstFrom(offset) - 1;
    for (let i = from; i >= 0 && i > from - 40; i--) {
      const placed = this.#mentions[i];
      if (placed.mention.end <= offset && test(placed)) return placed;
    }
    return null;
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#mentions[middle].mention.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

import type { Entity, Mention, Span } from "../analysis.js";

export interface PlacedMention {
  readonly mention: Mention;
  readonly entity: Entity;
}

/** What tells a mention from another: to keep the mention and its entity would keep their whole document's. */
export interface MentionTrace extends Span {
  readonly kind: Mention["kind"];
  readonly confidence: number | undefined;
  readonly id: string;
  readonly type: Entity["type"];
}

/** All mentions of a document in text order, of those that begin together the longest first. */
export class MentionIndex {
  readonly #mentions: Mention[];
  readonly #entities: Entity[];
  readonly #starts: Int32Array;

  constructor(entities: readonly Entity[]) {
    let count = 0;
    for (const entity of entities) count += entity.mentions.length;
    const mentions = new Array<Mention>(count);
    const owners = new Array<Entity>(count);
    let next = 0;
    for (const entity of entities) {
      for (const mention of entity.mentions) {
        mentions[next] = mention;
        owners[next++] = entity;
      }
    }
    const order = sortedOrder(mentions);
    this.#starts = new Int32Array(order.length);
    this.#mentions = new Array(order.length);
    this.#entities = new Array(order.length);
    for (let i = 0; i < order.length; i++) {
      this.#mentions[i] = mentions[order[i]];
      this.#entities[i] = owners[order[i]];
      this.#starts[i] = mentions[order[i]].start;
    }
  }

  /** The mentions that begin inside a span, in text order. */
  within({ start, end }: Span): readonly PlacedMention[] {
    const first = this.#firstFrom(start);
    if (first === this.#starts.length || this.#starts[first] >= end) return NOTHING;
    const found: PlacedMention[] = [this.#placed(first)];
    for (let i = first + 1; i < this.#starts.length && this.#starts[i] < end; i++) found.push(this.#placed(i));
    return found;
  }

  /** The entity with an id, where a mention of it begins inside a span; null where none does. */
  entityWithin({ start, end }: Span, id: string): Entity | null {
    for (let i = this.#firstFrom(start); i < this.#starts.length && this.#starts[i] < end; i++)
      if (this.#entities[i].id === id) return this.#entities[i];
    return null;
  }

  /** The mention that begins before an offset and ends behind it; null where none does. */
  around(offset: number): PlacedMention | null {
    const before = this.#firstFrom(offset) - 1;
    return before >= 0 && this.#mentions[before].end > offset ? this.#placed(before) : null;
  }

  /** What tells the mentions that the words for a speaker are read with from others: those in a span and at its ends, in text order. */
  tracesAt(span: Span): readonly MentionTrace[] {
    const traces: MentionTrace[] = [];
    for (let i = this.#firstAt(span.start); i < this.#starts.length && this.#starts[i] < span.end + BEHIND; i++) {
      const { start, end, kind, confidence } = this.#mentions[i];
      const { id, type } = this.#entities[i];
      traces.push({ start, end, kind, confidence, id, type });
    }
    return traces;
  }

  /**
   * Whether the mentions in a span and at its ends are those of the traces moved.
   * @param by how far they are moved.
   */
  areAt({ start, end }: Span, traces: readonly MentionTrace[], by: number): boolean {
    const first = this.#firstAt(start);
    for (let i = 0; i < traces.length; i++) {
      const own = this.#mentions[first + i];
      const trace = traces[i];
      if (own === undefined || own.start !== trace.start + by || own.end !== trace.end + by) return false;
      if (own.kind !== trace.kind || own.confidence !== trace.confidence) return false;
      const { id, type } = this.#entities[first + i];
      if (id !== trace.id || type !== trace.type) return false;
    }
    const behind = first + traces.length;
    return behind === this.#starts.length || this.#starts[behind] >= end + BEHIND;
  }

  /**
   * The ids of the entities with a mention inside one of the spans, in text order.
   * @param speaker an entity's id, of which pronouns do not count: its own words speak of others by them.
   */
  entitiesInside(spans: readonly Span[], speaker: string | null = null): readonly string[] {
    let found: string[] | null = null;
    let known: Set<string> | null = null;
    for (const { start, end } of spans) {
      for (let i = this.#firstFrom(start); i < this.#starts.length && this.#starts[i] < end; i++) {
        if (this.#mentions[i].end > end) continue;
        const { id } = this.#entities[i];
        // Who says "he" means somebody else.
        if (id === speaker && this.#mentions[i].kind === "pronoun") continue;
        if (found === null) found = [id];
        else if (known ? !known.has(id) : !found.includes(id)) {
          found.push(id);
          if (known) known.add(id);
          else if (found.length === MOST_SEARCHED) known = new Set(found);
        }
      }
    }
    return found ?? NO_IDS;
  }

  #placed(index: number): PlacedMention {
    return { mention: this.#mentions[index], entity: this.#entities[index] };
  }

  /** The first mention that begins at an offset or behind it, or before that the one around it. */
  #firstAt(start: number): number {
    const first = this.#firstFrom(start);
    return first > 0 && this.#mentions[first - 1].end > start ? first - 1 : first;
  }

  #firstFrom(start: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** So far behind words a name begins that stands in apposition to them: ", ". */
const BEHIND = 3;

const NOTHING: readonly PlacedMention[] = [];
const NO_IDS: readonly string[] = [];

/** In a longer list of ids a set finds one sooner. */
const MOST_SEARCHED = 16;

/** So many UTF-16 code units, as a power of two, make a stretch of the text whose mentions are put in order among themselves. */
const STRETCH_BITS = 6;

/**
 * The indices of spans in text order, of those that begin together the longest first. They are put into the stretches of the text first,
 * so that few are left to be compared.
 */
function sortedOrder(spans: readonly Span[]): Int32Array {
  let farthest = 0;
  for (const { start } of spans) farthest = Math.max(farthest, start);
  const next = new Int32Array((farthest >> STRETCH_BITS) + 2);
  for (const { start } of spans) next[(start >> STRETCH_BITS) + 1]++;
  for (let i = 1; i < next.length; i++) next[i] += next[i - 1];
  const order = new Int32Array(spans.length);
  for (let i = 0; i < spans.length; i++) order[next[spans[i].start >> STRETCH_BITS]++] = i;
  for (let i = 1; i < order.length; i++) {
    const index = order[i];
    const { start, end } = spans[index];
    let at = i;
    for (; at > 0; at--) {
      const before = spans[order[at - 1]];
      if (before.start < start || (before.start === start && before.end >= end)) break;
      order[at] = order[at - 1];
    }
    order[at] = index;
  }
  return order;
}

import type { Analysis, Entity, Mention, Quote, Span } from "../analysis/analysis.js";

/** One mention and whose it is. */
export interface MentionPlace {
  readonly entity: Entity;
  readonly mention: Mention;
}

/** Answers the questions that views ask of an analysis. Offsets are UTF-16 code units, ends exclusive. */
export interface DocumentIndex {
  readonly order: TextOrder;
  /** Mentions of every kind and entity, in text order. */
  readonly mentionCount: number;
  /** The mention of that rank in text order, 0 the first. */
  mention(rank: number): MentionPlace;
  /** The rank of the first mention that starts at the offset or later; `mentionCount` where there is none. */
  rankFrom(offset: number): number;
  /** The mention at the offset: one that holds it, else one that ends there. Of two, the shorter; of equals, a name. */
  mentionAt(offset: number): MentionPlace | undefined;
  /** The mentions that share at least one code unit with start..end, in text order. */
  mentionsIn(start: number, end: number): MentionPlace[];
  entity(id: string): Entity | undefined;
  quote(id: string): Quote | undefined;
  /** The innermost quotation at the offset, edges included. */
  quoteAt(offset: number): Quote | undefined;
  quotesIn(start: number, end: number): Quote[];
}

/** Which entity, and which of its mentions, stands at each rank in the text. */
export interface TextOrder {
  readonly entities: Int32Array;
  readonly mentions: Int32Array;
}

/** An order and the places that go with it, worked out where nobody waits for them; they are those of one version of a text. */
export interface TextPlaces extends TextOrder {
  readonly mentionPlaces: SpanColumns;
  readonly quotePlaces: SpanColumns;
}

/** Spans sorted by start, as columns. `reach` is the farthest end so far, so that spans that overlap are found too. */
export interface SpanColumns {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly reach: Int32Array;
}

/** Builds the index of an analysis: at once where the places are known, linear where the order of the mentions is. */
export function indexOf(analysis: Analysis, order: TextOrder | TextPlaces = textOrder(analysis.entities)): DocumentIndex {
  return new AnalysisIndex(analysis, "mentionPlaces" in order ? order : withPlaces(analysis, order));
}

/** The order and the places of everything an analysis found. */
export function textPlaces(analysis: Analysis): TextPlaces {
  return withPlaces(analysis, textOrder(analysis.entities));
}

function withPlaces({ entities, quotes }: Analysis, order: TextOrder): TextPlaces {
  return {
    entities: order.entities,
    mentions: order.mentions,
    mentionPlaces: spanColumns(order.entities.length, (rank) => entities[order.entities[rank]].mentions[order.mentions[rank]]),
    quotePlaces: spanColumns(quotes.length, (rank) => quotes[rank]),
  };
}

function spanColumns(count: number, span: (rank: number) => Span): SpanColumns {
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const reach = new Int32Array(count);
  let farthest = 0;
  for (let rank = 0; rank < count; rank++) {
    const { start, end } = span(rank);
    farthest = Math.max(farthest, end);
    starts[rank] = start;
    ends[rank] = end;
    reach[rank] = farthest;
  }
  return { starts, ends, reach };
}

/** A start has 26 bits (50 MB) and a serial number 27: together they fit the 53 of a number, which sorts many times faster than objects. */
const SERIALS = 2 ** 27;

/** The order in the text of all mentions of some entities. */
export function textOrder(entities: readonly Entity[]): TextOrder {
  let count = 0;
  for (const entity of entities) count += entity.mentions.length;
  const owner = new Int32Array(count);
  const place = new Int32Array(count);
  const keys = new Float64Array(count);
  let serial = 0;
  entities.forEach((entity, e) => {
    entity.mentions.forEach((mention, m) => {
      owner[serial] = e;
      place[serial] = m;
      keys[serial] = mention.start * SERIALS + serial;
      serial++;
    });
  });
  keys.sort();
  return { entities: Int32Array.from(keys, (key) => owner[key % SERIALS]), mentions: Int32Array.from(keys, (key) => place[key % SERIALS]) };
}

/**
 * An order without the mentions that are no more.
 * @param newEntity the new place of each entity among the entities, -1 where it is no more.
 * @param newMentions for each entity that lost mentions, the new place of each mention among its own, -1 where it is no more.
 */
export function orderWithout(order: TextOrder, newEntity: Int32Array, newMentions: ReadonlyMap<number, Int32Array>): TextOrder {
  const entities = new Int32Array(order.entities.length);
  const mentions = new Int32Array(order.entities.length);
  let count = 0;
  for (let rank = 0; rank < order.entities.length; rank++) {
    const before = order.entities[rank];
    const entity = newEntity[before];
    if (entity < 0) continue;
    const own = newMentions.get(before);
    const mention = own ? own[order.mentions[rank]] : order.mentions[rank];
    if (mention < 0) continue;
    entities[count] = entity;
    mentions[count] = mention;
    count++;
  }
  return { entities: entities.slice(0, count), mentions: mentions.slice(0, count) };
}

class AnalysisIndex implements DocumentIndex {
  readonly order: TextOrder;
  readonly #entities: readonly Entity[];
  readonly #mentions: Columns;
  readonly #quotes: readonly Quote[];
  readonly #quoteColumns: Columns;
  /** By id, once somebody asks: in a large document that is work of its own. */
  #entitiesById: ReadonlyMap<string, Entity> | undefined;
  #quotesById: ReadonlyMap<string, Quote> | undefined;

  constructor(analysis: Analysis, { entities, mentions, mentionPlaces, quotePlaces }: TextPlaces) {
    this.order = { entities, mentions };
    this.#entities = analysis.entities;
    this.#mentions = new Columns(mentionPlaces);
    this.#quotes = analysis.quotes;
    this.#quoteColumns = new Columns(quotePlaces);
  }

  get mentionCount(): number {
    return this.order.entities.length;
  }

  mention(rank: number): MentionPlace {
    const entity = this.#entities[this.order.entities[rank]];
    return { entity, mention: entity.mentions[this.order.mentions[rank]] };
  }

  rankFrom(offset: number): number {
    return this.#mentions.rankFrom(offset);
  }

  mentionAt(offset: number): MentionPlace | undefined {
    return chosenMention(
      this.#mentions.touching(offset, offset).map((rank) => this.mention(rank)),
      offset,
    );
  }

  mentionsIn(start: number, end: number): MentionPlace[] {
    return this.#mentions.sharing(start, end).map((rank) => this.mention(rank));
  }

  entity(id: string): Entity | undefined {
    this.#entitiesById ??= new Map(this.#entities.map((entity) => [entity.id, entity]));
    return this.#entitiesById.get(id);
  }

  quote(id: string): Quote | undefined {
    this.#quotesById ??= new Map(this.#quotes.map((quote) => [quote.id, quote]));
    return this.#quotesById.get(id);
  }

  quoteAt(offset: number): Quote | undefined {
    return innermost(this.#quoteColumns.touching(offset, offset).map((rank) => this.#quotes[rank]));
  }

  quotesIn(start: number, end: number): Quote[] {
    return this.#quoteColumns.sharing(start, end).map((rank) => this.#quotes[rank]);
  }
}

/** Of the mentions that touch an offset the one that is meant: one that holds it, else one that ends there. */
export function chosenMention(places: readonly MentionPlace[], offset: number): MentionPlace | undefined {
  const holding = places.filter(({ mention }) => mention.end > offset);
  return best(holding.length > 0 ? holding : places);
}

/** The shortest of some quotations; of equals, the last. */
export function innermost(quotes: readonly Quote[]): Quote | undefined {
  let shortest: Quote | undefined;
  for (const quote of quotes) if (!shortest || quote.end - quote.start <= shortest.end - shortest.start) shortest = quote;
  return shortest;
}

function best(places: readonly MentionPlace[]): MentionPlace | undefined {
  let chosen: MentionPlace | undefined;
  for (const place of places) {
    if (!chosen || preference(place.mention) < preference(chosen.mention)) chosen = place;
  }
  return chosen;
}

function preference(mention: Mention): number {
  return (mention.end - mention.start) * 2 + (mention.kind === "name" ? 0 : 1);
}

/** Answers which spans stand where. */
class Columns {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #reach: Int32Array;

  constructor({ starts, ends, reach }: SpanColumns) {
    this.#starts = starts;
    this.#ends = ends;
    this.#reach = reach;
  }

  rankFrom(offset: number): number {
    return firstAtLeast(this.#starts, offset);
  }

  /** Ranks of the spans with start <= to and end >= from. */
  touching(from: number, to: number): number[] {
    const ranks: number[] = [];
    const last = firstAtLeast(this.#starts, to + 1);
    for (let rank = firstAtLeast(this.#reach, from); rank < last; rank++) {
      if (this.#ends[rank] >= from) ranks.push(rank);
    }
    return ranks;
  }

  /** Ranks of the spans that share a code unit with start..end. */
  sharing(start: number, end: number): number[] {
    return end > start ? this.touching(start + 1, end - 1) : [];
  }
}

/** The first index whose value is at least the wanted one, in values that never fall. */
function firstAtLeast(values: Int32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

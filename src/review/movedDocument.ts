import type { Entity, Mention, Quote, Span } from "../analysis/analysis.js";
import { chosenMention, type DocumentIndex, innermost, type MentionPlace } from "./documentIndex.js";
import type { Review } from "./review.js";
import type { ReviewedDocument } from "./reviewedDocument.js";
import { type ShiftedDocument, shiftedDocument, shiftedQuote } from "./shift.js";
import { offsetBefore, type SpanShift, simultaneousBatches, spanShift, type TextEdit } from "./textEdits.js";

/** To move this many mentions and quotations takes a few milliseconds; with more, a keystroke moves only what is asked for. */
const MOST_AT_ONCE = 5000;

/** What a document was before some edits, and the edits since. */
interface Past {
  readonly base: ReviewedDocument;
  readonly batches: readonly (readonly TextEdit[])[];
}

const PASTS = new WeakMap<ReviewedDocument, Past>();

/**
 * A document after edits, as `shiftedDocument` gives it. In a large one only what is asked for is moved: places in sight cost what is in
 * sight, however long the document is; the whole analysis is moved when somebody asks for all of it.
 * @param edits to be made one after the other.
 * @returns `lost` tells of marks alone: words that named a speaker may be cut without it.
 */
export function editedDocument(document: ReviewedDocument, version: number, edits: readonly TextEdit[]): ShiftedDocument {
  const past = PASTS.get(document);
  if (!past && document.index.order.entities.length + document.analysis.quotes.length <= MOST_AT_ONCE) {
    return shiftedDocument(document, version, edits);
  }
  let moved = { document, lost: false };
  for (const batch of simultaneousBatches(edits)) {
    moved = { document: afterBatch(moved.document, version, batch), lost: moved.lost || cutsMarks(moved.document.index, batch) };
  }
  return moved;
}

function afterBatch(document: ReviewedDocument, version: number, batch: readonly TextEdit[]): ReviewedDocument {
  const { base, batches } = PASTS.get(document) ?? { base: document, batches: [] };
  const past = { base, batches: withBatch(batches, batch) };
  let whole: ReviewedDocument | undefined;
  function settled(): ReviewedDocument {
    whole ??= shiftedDocument(
      base,
      version,
      past.batches.flatMap((edits) => [...edits].reverse()),
    ).document;
    return whole;
  }
  const near = new NearIndex(past, settled);
  const { uri, analyzedVersion } = base;
  const undecided: Review = {
    ...base.review,
    get analysis() {
      return settled().analysis;
    },
  };
  const moved: ReviewedDocument = {
    uri,
    version,
    analyzedVersion,
    get analysis() {
      return settled().analysis;
    },
    get index() {
      return whole?.index ?? near;
    },
    get review() {
      return base.placed.length === 0 ? undecided : settled().review;
    },
    get found() {
      return settled().found;
    },
    get foundIndex() {
      return settled().foundIndex;
    },
    get placed() {
      return settled().placed;
    },
  };
  PASTS.set(moved, past);
  return moved;
}

/** A run of typing is one edit, so that a long one costs no more than a short one. */
function withBatch(batches: Past["batches"], batch: readonly TextEdit[]): Past["batches"] {
  const last = batches.at(-1);
  if (last?.length === 1 && batch.length === 1) {
    const [before] = last;
    const [now] = batch;
    if (before.length === 0 && now.length === 0 && now.offset === before.offset + before.text.length) {
      return [...batches.slice(0, -1), [{ ...before, text: before.text + now.text }]];
    }
  }
  return [...batches, batch];
}

function cutsMarks(index: DocumentIndex, batch: readonly TextEdit[]): boolean {
  const shift = spanShift(batch);
  return batch.some(({ offset, length }) => {
    const [start, end] = [offset - 1, offset + length + 1];
    return (
      index.mentionsIn(start, end).some(({ mention }) => !shift.whole(mention)) ||
      index.quotesIn(start, end).some((quote) => !shift.growing(quote))
    );
  });
}

/** Answers for a few places without moving the rest. What is asked of the whole is answered by the whole. */
class NearIndex implements DocumentIndex {
  readonly #base: DocumentIndex;
  readonly #batches: Past["batches"];
  readonly #shifts: readonly SpanShift[];
  readonly #settled: () => ReviewedDocument;
  readonly #entities = new Map<Entity, Entity>();

  constructor({ base, batches }: Past, settled: () => ReviewedDocument) {
    this.#base = base.index;
    this.#batches = batches;
    this.#shifts = batches.map(spanShift);
    this.#settled = settled;
  }

  get order() {
    return this.#settled().index.order;
  }

  get mentionCount() {
    return this.#settled().index.mentionCount;
  }

  mention(rank: number): MentionPlace {
    return this.#settled().index.mention(rank);
  }

  rankFrom(offset: number): number {
    return this.#settled().index.rankFrom(offset);
  }

  mentionAt(offset: number): MentionPlace | undefined {
    return chosenMention(this.mentionsIn(offset - 1, offset + 1), offset);
  }

  mentionsIn(start: number, end: number): MentionPlace[] {
    const places: MentionPlace[] = [];
    if (end <= start) return places;
    for (const { entity, mention } of this.#base.mentionsIn(...this.#before(start, end))) {
      const moved = this.#moved(mention);
      if (moved && moved.end > start && moved.start < end) places.push({ entity: this.#movedEntity(entity), mention: moved });
    }
    return places;
  }

  entity(id: string): Entity | undefined {
    const entity = this.#base.entity(id);
    return entity?.mentions.some((mention) => this.#moved(mention)) ? this.#movedEntity(entity) : undefined;
  }

  quote(id: string): Quote | undefined {
    const quote = this.#base.quote(id);
    return (quote && this.#movedQuote(quote)) ?? undefined;
  }

  quoteAt(offset: number): Quote | undefined {
    return innermost(this.quotesIn(offset - 1, offset + 1));
  }

  quotesIn(start: number, end: number): Quote[] {
    if (end <= start) return [];
    return this.#base.quotesIn(...this.#before(start, end)).flatMap((quote) => {
      const moved = this.#movedQuote(quote);
      return moved && moved.end > start && moved.start < end ? moved : [];
    });
  }

  /** A stretch of the old text that holds all that a stretch of the new one shows. */
  #before(start: number, end: number): [number, number] {
    let [from, to] = [start, end];
    for (let i = this.#batches.length - 1; i >= 0; i--) {
      from = offsetBefore(this.#batches[i], from, "first");
      to = offsetBefore(this.#batches[i], to, "last");
    }
    return [from - 1, to + 1];
  }

  #moved<T extends Span>(span: T): T | null {
    let moved: T | null = span;
    for (const shift of this.#shifts) moved = moved && shift.whole(moved);
    return moved;
  }

  #movedQuote(quote: Quote): Quote | null {
    let moved: Quote | null = quote;
    for (const shift of this.#shifts) moved = moved && shiftedQuote(moved, shift);
    return moved;
  }

  #movedEntity(entity: Entity): Entity {
    const known = this.#entities.get(entity);
    if (known) return known;
    let mentions: readonly Mention[] | undefined;
    const movedAll = <T extends Span>(spans: readonly T[]) => spans.flatMap((span) => this.#moved(span) ?? []);
    const moved: Entity = {
      ...entity,
      get mentions() {
        mentions ??= movedAll(entity.mentions);
        return mentions;
      },
      get rolePlaces() {
        return movedAll(entity.rolePlaces);
      },
    };
    this.#entities.set(entity, moved);
    return moved;
  }
}

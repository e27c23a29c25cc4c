import type { Analysis, Entity, Quote, Span } from "../analysis/analysis.js";
import { nearestMention } from "./nearestMention.js";
import type { PlacedDecision, Placement } from "./placement.js";
import { type CommentThread, type ItemReview, type Rejected, type Review, spanKey } from "./review.js";
import type { SpanShift } from "./textEdits.js";

/**
 * A review moved by edits that change nothing of what was decided but its place.
 * @param analysis of the review, moved already. @param found what the engine found, moved already.
 * @param before the placed decisions, @param after the same ones moved, in the same order.
 * @returns null where something does change, so that the decisions are to be applied anew.
 */
export function shiftedReview(
  review: Review,
  analysis: Analysis,
  found: Analysis,
  before: readonly PlacedDecision[],
  after: readonly PlacedDecision[],
  shift: SpanShift,
): Review | null {
  if (review.quotes.size > 0 && !namesNearest(review, analysis, found)) return null;
  if (before.some(({ placement }, rank) => differs(placement, after[rank].placement))) return null;
  const mentions = new Map<number, ItemReview>();
  for (const [key, item] of review.mentions) {
    const span = shift.whole(spanOfKey(key));
    if (!span) return null;
    mentions.set(spanKey(span), item);
  }
  const rejected = review.rejected.flatMap((one) => shiftedRejected(one, shift) ?? []);
  if (rejected.length < review.rejected.length) return null;
  const moved = movedOnes(review, before, after);
  const threads = review.threads.map((thread): CommentThread => {
    const placed = moved.get(thread.placed) ?? thread.placed;
    const { placement } = placed;
    return { ...thread, placed, span: placement.kind === "anchored" || placement.kind === "moved" ? placement.span : undefined };
  });
  return { ...review, analysis, mentions, rejected, threads, secondLook: review.secondLook.map((placed) => moved.get(placed) ?? placed) };
}

/** Whether each speaker who was decided is still seen at the mention nearest to the quotation, where the engine found another. */
function namesNearest({ quotes }: Review, analysis: Analysis, found: Analysis): boolean {
  const foundById = new Map(found.quotes.map((quote) => [quote.id, quote.speaker]));
  const mentionsById = new Map(analysis.entities.map(({ id, mentions }) => [id, mentions]));
  return analysis.quotes.every(({ id, start, speaker }) => {
    if (!speaker?.entity || !quotes.has(id)) return true;
    const before = foundById.get(id);
    if (before?.start === speaker.start && before.end === speaker.end) return true;
    const nearest = nearestMention(mentionsById.get(speaker.entity) ?? [], start);
    return nearest === undefined || (nearest.start === speaker.start && nearest.end === speaker.end);
  });
}

/** Whether a placement is another thing than before, its place aside. */
function differs(before: Placement, after: Placement): boolean {
  if (before === after) return false;
  switch (after.kind) {
    case "anchored":
    case "moved": {
      const changed = before.kind === "moved" && before.wordsChanged;
      return (before.kind !== "anchored" && before.kind !== "moved") || changed !== (after.kind === "moved" && after.wordsChanged);
    }
    case "by-name":
      return before.kind !== "by-name" || before.occurrences.length !== after.occurrences.length;
    default:
      return before.kind !== after.kind;
  }
}

function movedOnes(
  { threads, secondLook }: Review,
  before: readonly PlacedDecision[],
  after: readonly PlacedDecision[],
): ReadonlyMap<PlacedDecision, PlacedDecision> {
  const moved = new Map<PlacedDecision, PlacedDecision>();
  if (threads.length === 0 && secondLook.length === 0) return moved;
  before.forEach((placed, rank) => {
    if (placed !== after[rank]) moved.set(placed, after[rank]);
  });
  return moved;
}

function shiftedRejected(rejected: Rejected, shift: SpanShift): Rejected | null {
  switch (rejected.kind) {
    case "mention": {
      const span = shift.whole(rejected.span);
      return span && { ...rejected, span };
    }
    case "entity": {
      const entity = shiftedEntity(rejected.entity, shift);
      return entity && { ...rejected, entity };
    }
    case "quotation": {
      const quote = shiftedQuotation(rejected.quote, shift);
      return quote && { ...rejected, quote };
    }
  }
}

function shiftedEntity(entity: Entity, shift: SpanShift): Entity | null {
  const mentions = entity.mentions.flatMap((mention) => shift.whole(mention) ?? []);
  if (mentions.length < entity.mentions.length) return null;
  return { ...entity, mentions, rolePlaces: entity.rolePlaces.flatMap((place) => shift.whole(place) ?? []) };
}

function shiftedQuotation(quote: Quote, shift: SpanShift): Quote | null {
  const moved = shift.growing(quote);
  if (!moved) return null;
  return {
    ...moved,
    speaker: quote.speaker && shift.whole(quote.speaker),
    cue: quote.cue && shift.whole(quote.cue),
    spans: quote.spans.flatMap((span) => shift.region(span) ?? []),
  };
}

function spanOfKey(key: number): Span {
  return { start: Math.floor(key / 2 ** 26), end: key % 2 ** 26 };
}

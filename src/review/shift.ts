import type { Analysis, Entity, Mention, Quote } from "../analysis/analysis.js";
import { indexOf, orderWithout, type TextOrder } from "./documentIndex.js";
import { shiftedPlacements } from "./placing.js";
import { type ReviewedDocument, withReview } from "./reviewedDocument.js";
import { shiftedReview } from "./shiftedReview.js";
import { type SpanShift, simultaneousBatches, spanShift, type TextEdit } from "./textEdits.js";

export interface ShiftedDocument {
  readonly document: ReviewedDocument;
  /** Whether the edits cut into a name, a quotation or its speaker, so that what is marked is less than before. */
  readonly lost: boolean;
}

/**
 * Moves everything an analysis found, and the decisions on it, by the edits of its text, until the new text is analysed.
 * A name or date that an edit cuts into is dropped, a quotation that is typed inside grows. Linear in the analysis for each batch of edits.
 * @param edits to be made one after the other, as an editor sends them.
 * @param version the version of the text after the edits.
 */
export function shiftedDocument(document: ReviewedDocument, version: number, edits: readonly TextEdit[]): ShiftedDocument {
  let shifted: ShiftedDocument = { document, lost: false };
  for (const batch of simultaneousBatches(edits)) shifted = afterBatch(shifted, batch);
  return { document: { ...shifted.document, version }, lost: shifted.lost };
}

/** Where a batch only moves things, the review is moved too; else the decisions are applied anew. */
function afterBatch({ document, lost }: ShiftedDocument, batch: readonly TextEdit[]): ShiftedDocument {
  const shift = spanShift(batch);
  const grownBy = batch.reduce((sum, edit) => sum + edit.text.length - edit.length, 0);
  const found = shiftedAnalysis(document.found, document.foundIndex.order, shift, grownBy);
  const foundIndex = indexOf(found.analysis, found.order);
  const placed = shiftedPlacements(document.placed, batch);
  const parts = { ...document, found: found.analysis, foundIndex, placed };
  if (found.lost) return { document: withReview(parts), lost: true };
  const undecided = document.analysis === document.found;
  const seen = undecided
    ? found
    : shiftedAnalysis(document.analysis, document.index.order, shift, grownBy, movedFrom(document.found, found.analysis));
  const review = seen.lost ? null : shiftedReview(document.review, seen.analysis, found.analysis, document.placed, placed, shift);
  if (!review) return { document: withReview(parts), lost };
  const index = undecided ? foundIndex : indexOf(seen.analysis, seen.order);
  return { document: { ...parts, analysis: seen.analysis, index, review }, lost };
}

interface ShiftedAnalysis {
  readonly analysis: Analysis;
  readonly order: TextOrder;
  readonly lost: boolean;
}

/** Entities and quotations that were moved already, by what they were: two analyses share most of theirs. */
interface Moved {
  readonly entities: ReadonlyMap<Entity, Entity>;
  readonly quotes: ReadonlyMap<Quote, Quote>;
}

const NONE: Moved = { entities: new Map(), quotes: new Map() };

/** @param after the same analysis moved, with nothing lost. */
function movedFrom(before: Analysis, after: Analysis): Moved {
  return {
    entities: new Map(before.entities.map((entity, rank) => [entity, after.entities[rank]])),
    quotes: new Map(before.quotes.map((quote, rank) => [quote, after.quotes[rank]])),
  };
}

function shiftedAnalysis(analysis: Analysis, order: TextOrder, shift: SpanShift, grownBy: number, moved: Moved = NONE): ShiftedAnalysis {
  const { document } = analysis;
  const entities = shiftedEntities(analysis.entities, order, shift, moved.entities);
  const quotes = analysis.quotes.map((quote) => moved.quotes.get(quote) ?? shiftedQuote(quote, shift));
  const quotesLost = quotes.some((quote, i) => quote === null || (quote.speaker === null) !== (analysis.quotes[i].speaker === null));
  return {
    analysis: {
      ...analysis,
      document: { ...document, length: document.length + grownBy, sections: compacted(document.sections, shift.region) },
      entities: entities.entities,
      quotes: quotes.filter((quote) => quote !== null),
      topics: analysis.topics.map((topic) => ({ ...topic, mentions: compacted(topic.mentions, shift.whole) })),
      dates: compacted(analysis.dates, shift.whole),
    },
    order: entities.order,
    lost: entities.lost || quotesLost,
  };
}

function shiftedEntities(
  before: readonly Entity[],
  order: TextOrder,
  shift: SpanShift,
  moved: ReadonlyMap<Entity, Entity>,
): { readonly entities: readonly Entity[]; readonly order: TextOrder; readonly lost: boolean } {
  const entities: Entity[] = [];
  const newEntity = new Int32Array(before.length);
  const newMentions = new Map<number, Int32Array>();
  before.forEach((entity, e) => {
    const known = moved.get(entity);
    if (known) {
      newEntity[e] = entities.length;
      entities.push(known);
      return;
    }
    const mentions = compacted(entity.mentions, shift.whole);
    if (mentions.length < entity.mentions.length) newMentions.set(e, placesOfKept(entity.mentions, shift));
    const gone = mentions.length === 0 && entity.mentions.length > 0;
    newEntity[e] = gone ? -1 : entities.length;
    if (gone) return;
    const rolePlaces = compacted(entity.rolePlaces, shift.whole);
    entities.push(mentions === entity.mentions && rolePlaces === entity.rolePlaces ? entity : { ...entity, mentions, rolePlaces });
  });
  const lost = newMentions.size > 0;
  return { entities, order: lost ? orderWithout(order, newEntity, newMentions) : order, lost };
}

function placesOfKept(mentions: readonly Mention[], shift: SpanShift): Int32Array {
  let kept = 0;
  return Int32Array.from(mentions, (mention) => (shift.whole(mention) ? kept++ : -1));
}

/** A quotation moved by one batch of edits; null where they cut it. */
export function shiftedQuote(quote: Quote, shift: SpanShift): Quote | null {
  const moved = shift.growing(quote);
  if (!moved) return null;
  const speaker = quote.speaker && shift.whole(quote.speaker);
  const cue = quote.cue && shift.whole(quote.cue);
  const spans = compacted(quote.spans, shift.region);
  const same = moved === quote && speaker === quote.speaker && cue === quote.cue && spans === quote.spans;
  return same ? quote : { ...moved, speaker, cue, spans };
}

/** The values that are left, each mapped; the array itself where nothing changed. */
function compacted<T>(values: readonly T[], map: (value: T) => T | null): readonly T[] {
  let left: T[] | null = null;
  for (let i = 0; i < values.length; i++) {
    const mapped = map(values[i]);
    if (mapped === values[i] && !left) continue;
    left ??= values.slice(0, i);
    if (mapped) left.push(mapped);
  }
  return left ?? values;
}

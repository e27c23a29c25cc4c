import type { Analysis, Entity, Quote, Span } from "../analysis/analysis.js";
import { indexOf, reindexed } from "./documentIndex.js";
import { shiftedPlacements } from "./placing.js";
import { type ReviewedDocument, withReview } from "./reviewedDocument.js";
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
  let { found, placed } = document;
  let lost = false;
  for (const batch of simultaneousBatches(edits)) {
    const shifter = new Shifter(spanShift(batch));
    const grownBy = batch.reduce((sum, edit) => sum + edit.text.length - edit.length, 0);
    found = shifter.analysis(found, grownBy);
    placed = shiftedPlacements(placed, batch);
    lost ||= shifter.lost;
  }
  const foundIndex = lost ? indexOf(found) : reindexed(found, document.foundIndex);
  return { document: withReview({ ...document, version, found, foundIndex, placed }), lost };
}

class Shifter {
  readonly #shift: SpanShift;
  lost = false;

  constructor(shift: SpanShift) {
    this.#shift = shift;
  }

  analysis(analysis: Analysis, grownBy: number): Analysis {
    const { document } = analysis;
    return {
      ...analysis,
      document: {
        ...document,
        length: document.length + grownBy,
        sections: compacted(document.sections, this.#shift.region),
      },
      entities: compacted(analysis.entities, (entity) => this.#entity(entity)),
      quotes: compacted(analysis.quotes, (quote) => this.#quote(quote)),
      topics: analysis.topics.map((topic) => ({ ...topic, mentions: compacted(topic.mentions, this.#shift.whole) })),
      dates: compacted(analysis.dates, this.#shift.whole),
    };
  }

  #entity(entity: Entity): Entity | null {
    const mentions = compacted(entity.mentions, this.#shift.whole);
    if (mentions.length < entity.mentions.length) this.lost = true;
    if (mentions.length === 0) return null;
    const rolePlaces = compacted(entity.rolePlaces, this.#shift.whole);
    return mentions === entity.mentions && rolePlaces === entity.rolePlaces ? entity : { ...entity, mentions, rolePlaces };
  }

  #quote(quote: Quote): Quote | null {
    const moved = this.#shift.growing(quote);
    if (!moved) {
      this.lost = true;
      return null;
    }
    const speaker = quote.speaker && this.#shift.whole(quote.speaker);
    if (quote.speaker && !speaker) this.lost = true;
    return { ...moved, speaker, cue: quote.cue && this.#shift.whole(quote.cue), spans: compacted(quote.spans, this.#shift.region) };
  }
}

/** The values that are left, each mapped; the array itself where nothing changed. */
function compacted<T extends Span | Entity>(values: readonly T[], map: (value: T) => T | null): readonly T[] {
  let changed = false;
  const left: T[] = [];
  for (const value of values) {
    const mapped = map(value);
    if (mapped !== value) changed = true;
    if (mapped) left.push(mapped);
  }
  return changed ? left : values;
}

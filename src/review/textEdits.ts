import type { Span } from "../analysis/analysis.js";

/** One replacement in a text: `length` UTF-16 code units from `offset` on give way to `text`. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** How a run of edits moves offsets. Each method gives null where the edits leave nothing of the span to speak of. */
export interface SpanShift {
  /** For words that are one thing, as a name is: an edit that cuts into the span ends it. */
  whole<T extends Span>(span: T): T | null;
  /** For words between marks: an edit strictly inside makes the span longer or shorter, one at its edge ends it. */
  growing<T extends Span>(span: T): T | null;
  /** For regions of a text: what the edits leave of the region, and what is written at its end. */
  region<T extends Span>(span: T): T | null;
}

/**
 * Splits edits that are to be made one after the other into batches that can each be made at once.
 * Editors send the edits of one change from the last place to the first; all of them are then one batch.
 * @returns batches to make in turn, the edits of a batch in text order, none overlapping another.
 */
export function simultaneousBatches(edits: readonly TextEdit[]): TextEdit[][] {
  const batches: TextEdit[][] = [];
  let batch: TextEdit[] = [];
  for (const edit of edits) {
    const last = batch.at(-1);
    if (last && edit.offset + edit.length > last.offset) {
      batches.push(batch.reverse());
      batch = [];
    }
    batch.push(edit);
  }
  if (batch.length > 0) batches.push(batch.reverse());
  return batches;
}

/** The text after edits that are made one after the other; linear in the text for each batch. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const batch of simultaneousBatches(edits)) {
    const pieces: string[] = [];
    let at = 0;
    for (const edit of batch) {
      pieces.push(result.slice(at, edit.offset), edit.text);
      at = edit.offset + edit.length;
    }
    pieces.push(result.slice(at));
    result = pieces.join("");
  }
  return result;
}

/**
 * Where an offset was before a batch of edits.
 * @param side of words that were replaced, or stood where others were written: before the first or behind the last of them.
 */
export function offsetBefore(batch: readonly TextEdit[], offset: number, side: "first" | "last"): number {
  let grownBy = 0;
  for (const edit of batch) {
    const start = edit.offset + grownBy;
    if (offset < start) break;
    if (offset <= start + edit.text.length) return side === "first" ? edit.offset : edit.offset + edit.length;
    grownBy += edit.text.length - edit.length;
  }
  return offset - grownBy;
}

/** @param batch edits made at once, in text order, none overlapping another. */
export function spanShift(batch: readonly TextEdit[]): SpanShift {
  const deltas: number[] = [0];
  for (const edit of batch) deltas.push(deltas[deltas.length - 1] + edit.text.length - edit.length);

  /** How many edits end at or before the offset. */
  function endedBefore(offset: number): number {
    let low = 0;
    let high = batch.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (batch[middle].offset + batch[middle].length <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The edits from `first` on that begin before the end. */
  function endOfTouching(first: number, end: number): number {
    let last = first;
    while (last < batch.length && batch[last].offset < end) last++;
    return last;
  }

  function moved<T extends Span>(span: T, startDelta: number, endDelta: number): T {
    return startDelta === 0 && endDelta === 0 ? span : { ...span, start: span.start + startDelta, end: span.end + endDelta };
  }

  return {
    whole(span) {
      if (batch.length > 0 && span.end <= batch[0].offset) return span;
      const first = endedBefore(span.start);
      if (endOfTouching(first, span.end) > first) return null;
      return moved(span, deltas[first], deltas[first]);
    },

    growing(span) {
      const first = endedBefore(span.start);
      const last = endOfTouching(first, span.end);
      for (let i = first; i < last; i++) {
        if (batch[i].offset <= span.start || batch[i].offset + batch[i].length >= span.end) return null;
      }
      return moved(span, deltas[first], deltas[last]);
    },

    region(span) {
      const first = endedBefore(span.start);
      let last = endOfTouching(first, span.end);
      while (last < batch.length && batch[last].length === 0 && batch[last].offset === span.end) last++;
      const cutAtStart = first < last && batch[first].offset < span.start ? batch[first] : null;
      const cutAtEnd = first < last && batch[last - 1].offset + batch[last - 1].length > span.end ? batch[last - 1] : null;
      const start = (cutAtStart ? cutAtStart.offset + cutAtStart.text.length : span.start) + deltas[first];
      const end = cutAtEnd ? cutAtEnd.offset + deltas[last - 1] : span.end + deltas[last];
      if (end <= start) return null;
      return start === span.start && end === span.end ? span : { ...span, start, end };
    },
  };
}

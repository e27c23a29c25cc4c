import type { Span, Speaker } from "../analysis.js";
import type { MentionIndex, MentionTrace } from "./mentionIndex.js";
import type { NewQuote } from "./turnQuotes.js";

/**
 * A quotation as it was made before. What it says depends on the words of its block, which whoever keeps it has to compare, and on the
 * names in the words for its speaker.
 */
export interface RememberedQuote {
  /** The place of its block when it was made. */
  readonly origin: number;
  readonly quote: NewQuote;
  /** The words for its speaker, and the mentions in them and at their ends. */
  readonly words: Span | null;
  readonly inside: readonly MentionTrace[];
}

/** @param origin the UTF-16 offset of the quotation's block. */
export function rememberQuote(quote: NewQuote, origin: number, mentions: MentionIndex): RememberedQuote {
  const { speaker } = quote;
  return { origin, quote, words: speaker, inside: speaker ? mentions.tracesAt(speaker) : [] };
}

/** The quotation in the place where its block stands now; null where the names in the words for its speaker are not what they were. */
export function recallQuote(
  { origin: before, quote, words, inside }: RememberedQuote,
  origin: number,
  mentions: MentionIndex,
): NewQuote | null {
  const by = origin - before;
  if (words && !mentions.areAt({ start: words.start + by, end: words.end + by }, inside, by)) return null;
  return by === 0 ? quote : movedQuote(quote, by);
}

/** Each object is spelled out: to spread one costs several times as much, and every quotation behind an edit is moved. */
function movedQuote({ start, end, kind, speaker, cue, spans, content }: NewQuote, by: number): NewQuote {
  const moved = {
    start: start + by,
    end: end + by,
    kind,
    speaker: speaker && movedSpeaker(speaker, by),
    cue: cue && movedSpan(cue, by),
    spans: movedSpans(spans, by),
  };
  return content ? { ...moved, content: movedSpans(content, by) } : moved;
}

function movedSpeaker({ start, end, entity, anonymous, rule, confidence }: Speaker, by: number): Speaker {
  return { start: start + by, end: end + by, entity, anonymous, rule, confidence };
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function movedSpans(spans: readonly Span[], by: number): readonly Span[] {
  if (spans.length === 1) return [movedSpan(spans[0], by)];
  return spans.map((span) => movedSpan(span, by));
}

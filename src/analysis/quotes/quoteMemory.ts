import type { Span } from "../analysis.js";
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import type { NewQuote } from "./turnQuotes.js";

/**
 * A quotation as it was made before. What it says depends on the words of its block, which whoever keeps it has to compare, and on the
 * names in the words for its speaker.
 */
export interface RememberedQuote {
  /** The place of its block when it was made. */
  readonly origin: number;
  readonly quote: NewQuote;
  /** The words for its speaker, and the mentions in them. */
  readonly words: Span | null;
  readonly inside: readonly PlacedMention[];
}

/** @param origin the UTF-16 offset of the quotation's block. */
export function rememberQuote(quote: NewQuote, origin: number, mentions: MentionIndex): RememberedQuote {
  const { speaker } = quote;
  return { origin, quote, words: speaker, inside: speaker ? mentions.within(speaker) : [] };
}

/** The quotation in the place where its block stands now; null where the names in the words for its speaker are not what they were. */
export function recallQuote(
  { origin: before, quote, words, inside }: RememberedQuote,
  origin: number,
  mentions: MentionIndex,
): NewQuote | null {
  const by = origin - before;
  if (words && !mentions.areWithin({ start: words.start + by, end: words.end + by }, inside, by)) return null;
  return by === 0 ? quote : movedQuote(quote, by);
}

function movedQuote(quote: NewQuote, by: number): NewQuote {
  const { start, end, speaker, cue, spans, content } = quote;
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...quote,
    start: start + by,
    end: end + by,
    speaker: speaker && move(speaker),
    cue: cue && move(cue),
    spans: spans.map(move),
    ...(content && { content: content.map(move) }),
  };
}

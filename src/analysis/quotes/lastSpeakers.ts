import type { Span } from "../analysis.js";
import { isUpperAt } from "../text/characters.js";
import type { SourceText } from "../text/sourceText.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex } from "./mentionIndex.js";
import type { NewQuote } from "./turnQuotes.js";

const HE: ReadonlySet<string> = new Set(functionWords.he);

/** A pronoun goes to whoever spoke before it only within so many UTF-16 code units. */
const FARTHEST_SPEAKER = 300;
const AFTER_SPEAKER = 0.6;

interface LastSpeaker {
  readonly entity: string;
  readonly name: string;
  readonly end: number;
}

/**
 * Gives "he" and "she" that begin a sentence of their own and that identity left open to the person whose words the sentence before
 * reports without marks. After a quotation in marks it may as well be the other of two who talk, and stays open.
 * @param quotes in text order.
 */
export function withLastSpeakers({ text }: SourceText, quotes: readonly NewQuote[], mentions: MentionIndex): readonly NewQuote[] {
  let last: LastSpeaker | null = null;
  return quotes.map((quote) => {
    const { speaker, kind } = quote;
    if (!speaker) return quote;
    const words = text.slice(speaker.start, speaker.end);
    const before: LastSpeaker | null = last;
    if (
      !speaker.entity &&
      before &&
      HE.has(words.toLowerCase()) &&
      isUpperAt(text, speaker.start) &&
      isNear(text, before, speaker, mentions)
    ) {
      last = { ...before, end: quote.end };
      const confidence = Math.round(100 * speaker.confidence * AFTER_SPEAKER) / 100;
      const rule = `${speaker.rule}; “${words}” taken for ${before.name}, who spoke last`;
      return { ...quote, speaker: { ...speaker, entity: before.entity, confidence, rule } };
    }
    const named = speaker.entity ? mentions.within(speaker).find(({ entity }) => entity.id === speaker.entity) : undefined;
    last =
      named && named.entity.type === "person" && kind === "indirect"
        ? { entity: named.entity.id, name: named.entity.name, end: quote.end }
        : null;
    return quote;
  });
}

/** Whether the pronoun follows in the same paragraph, with no other person named between. */
function isNear(text: string, last: LastSpeaker, { start }: Span, mentions: MentionIndex): boolean {
  if (start < last.end || start - last.end > FARTHEST_SPEAKER || text.slice(last.end, start).includes("\n")) return false;
  return !mentions.within({ start: last.end, end: start }).some(({ entity }) => entity.type === "person" && entity.id !== last.entity);
}

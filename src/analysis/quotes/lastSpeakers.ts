import type { SourceText } from "../text/sourceText.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import type { NewQuote } from "./turnQuotes.js";

const HE: ReadonlySet<string> = new Set(functionWords.he);

/** A pronoun goes to whoever spoke before it only within so many UTF-16 code units, a paragraph or two. */
const FARTHEST_SPEAKER = 1200;
const FARTHEST_NAME = 500;
const AFTER_SPEAKER = 0.6;
const AFTER_NAME = 0.4;

/**
 * Gives "he" and "she" that name a speaker and that identity left open to the person who spoke last, or else to the person named last.
 * @param quotes in text order.
 */
export function withLastSpeakers({ text }: SourceText, quotes: readonly NewQuote[], mentions: MentionIndex): readonly NewQuote[] {
  let last: { readonly entity: string; readonly name: string; readonly end: number } | null = null;
  return quotes.map((quote) => {
    const { speaker } = quote;
    if (!speaker) return quote;
    const words = text.slice(speaker.start, speaker.end);
    if (speaker.entity) {
      const named = mentions.within(speaker).find(({ entity }) => entity.id === speaker.entity);
      if (named?.entity.type === "person") last = { entity: named.entity.id, name: named.entity.name, end: quote.end };
      return quote;
    }
    if (speaker.anonymous || !HE.has(words.toLowerCase())) return quote;
    const spoke = last !== null && speaker.start - last.end < FARTHEST_SPEAKER;
    const person = spoke ? null : lastNamed(speaker.start, mentions);
    const entity = spoke ? last : person && { entity: person.entity.id, name: person.entity.name, end: quote.end };
    if (!entity) return quote;
    last = { ...entity, end: quote.end };
    const reason = spoke ? "who spoke last" : "named last before it";
    const confidence = Math.round(100 * speaker.confidence * (spoke ? AFTER_SPEAKER : AFTER_NAME)) / 100;
    return {
      ...quote,
      speaker: { ...speaker, entity: entity.entity, confidence, rule: `${speaker.rule}; “${words}” taken for ${entity.name}, ${reason}` },
    };
  });
}

function lastNamed(offset: number, mentions: MentionIndex): PlacedMention | null {
  const found = mentions.lastBefore(offset, ({ mention, entity }) => mention.kind === "name" && entity.type === "person");
  return found && offset - found.mention.end < FARTHEST_NAME ? found : null;
}

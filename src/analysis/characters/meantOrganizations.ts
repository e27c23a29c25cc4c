import type { Entity, Quote } from "../analysis.js";
import type { Characters } from "./numbering.js";
import { firstFrom, isQuoted, type PlacedMention, placedMentions, sentenceStart, takenFor } from "./placedMentions.js";

/** What an organization is meant by whose name opened a sentence before. */
const MEANT = /^(?:it|the (?:company|firm|group|organi[sz]ation))$/i;
/** So far back, in UTF-16 code units, is looked for its name. */
const FARTHEST = 400;
/** An organization may be brought up as another's part. */
const SURE = 0.6;
const ARTICLE = /^(?:the\s)?$/i;

/**
 * "it said", "the company added": the speaker is the organization that was named last, where its name opens a sentence of the same
 * paragraph or the one before.
 * @returns the same quotations where no speaker is meant so.
 */
export function withMeantOrganizations(text: string, { entities, quotes }: Characters): Characters {
  const asks = ({ speaker }: Quote): boolean =>
    speaker !== null && speaker.entity === null && !speaker.anonymous && MEANT.test(text.slice(speaker.start, speaker.end));
  if (!quotes.some(asks)) return { entities, quotes };
  const organizations = placedMentions(entities, "organization");
  const changed = quotes.map((quote, index): Quote => {
    const { speaker, start } = quote;
    if (!speaker || !asks(quote)) return quote;
    const meant = openerBefore(text, Math.min(speaker.start, start), organizations, quotes, index);
    return meant ? { ...quote, speaker: takenFor(text, speaker, meant, SURE, "of whom the text told before") } : quote;
  });
  return { entities, quotes: changed };
}

/** The organization that was named last outside quotations before an offset's sentence, where its name opens its own; null where it does not. */
function openerBefore(
  text: string,
  offset: number,
  organizations: readonly PlacedMention[],
  quotes: readonly Quote[],
  index: number,
): Entity | null {
  const own = sentenceStart(text, offset);
  for (let i = firstFrom(organizations, own) - 1; i >= 0 && organizations[i].start >= offset - FARTHEST; i--) {
    const { start, end, entity } = organizations[i];
    if (isQuoted(organizations[i], quotes, index)) continue;
    if (!ARTICLE.test(text.slice(sentenceStart(text, start), start))) return null;
    // Of "The ministry's critics" and "Reuters reporters" something else is told.
    if (
      /^(?:['’]s?|\s\p{Ll}+s)\b/u.test(text.slice(end, end + 20)) &&
      !/^\s\p{Ll}+s\s(?:that|the|to|it|its|an?)\b/u.test(text.slice(end, end + 30))
    )
      return null;
    return (text.slice(end, offset).match(/\n+/g) ?? []).length < 2 ? entity : null;
  }
  return null;
}

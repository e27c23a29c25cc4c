import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex } from "./mentionIndex.js";
import { agrees } from "./pronounFit.js";
import type { NewQuote } from "./turnQuotes.js";

const HE: ReadonlySet<string> = new Set(functionWords.he);
const LONGEST_PRONOUN = Math.max(...Array.from(HE, (word) => word.length));
/** So many UTF-16 code units of the paragraph are looked through. */
const FARTHEST = 600;
/** What may stand before a name that is called. */
const BEFORE_CALLED = /^(?:(?:Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening))\s)?$/;
/** What follows it, where the one who writes goes on. */
const BEHIND_CALLED = /^(?:,|\s?[–—-])\s(?:I|I['’]\p{L}+|[Ww]e|[Yy]ou|[Tt]hanks?|[Pp]lease|[Cc]an|[Cc]ould|[Jj]ust|[Hh]ere)\s/u;
const TRUST = 0.7;

/**
 * "Tom, I spoke to Okafor. He says …": "he" is not the one who is written to, but the one other person whom the paragraph names, or nobody
 * who is known.
 */
export function withoutAddressee(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { speaker } = quote;
  if (!speaker?.entity || speaker.end - speaker.start > LONGEST_PRONOUN) return quote;
  const pronoun = text.slice(speaker.start, speaker.end).toLowerCase();
  if (!HE.has(pronoun)) return quote;
  const lowest = Math.max(0, speaker.start - FARTHEST);
  const start = lowest + text.slice(lowest, speaker.start).lastIndexOf("\n") + 1;
  const named = mentions
    .within({ start, end: speaker.start })
    .filter(({ mention, entity }) => mention.kind === "name" && entity.type === "person");
  const own = named.filter(({ entity }) => entity.id === speaker.entity);
  if (own.length !== 1) return quote;
  const [{ mention }] = own;
  if (!BEFORE_CALLED.test(text.slice(start, mention.start)) || !BEHIND_CALLED.test(text.slice(mention.end, mention.end + 12))) return quote;
  const others = new Map(named.filter(({ entity }) => entity.id !== speaker.entity).map(({ entity }) => [entity.id, entity]));
  const [other] = others.values();
  const words = text.slice(mention.start, mention.end);
  const rule = `${speaker.rule}; not “${words}”, who is written to`;
  if (others.size !== 1 || !agrees(pronoun, other)) return { ...quote, speaker: { ...speaker, entity: null, rule } };
  return { ...quote, speaker: { ...speaker, entity: other.id, rule, confidence: Math.round(100 * speaker.confidence * TRUST) / 100 } };
}

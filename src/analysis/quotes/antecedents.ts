import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import type { NewQuote } from "./turnQuotes.js";

const WHO = "who";
const FARTHEST = 110;
/** What stands between a name and its clause: "Ada Byron, 54, who", "Ada Byron of the Northern Institute, who". */
const BETWEEN = /^(?: \([^()\n]{1,30}\))?(?:, \d{1,3})?(?:,? (?:of|from|for|at|with) [^,.;:\n]{1,60})?(?:,? | ?(?:—|–|--) ?| [([])$/;
const ADJACENT = /^(?:,?\s+|\s?(?:—|–|--)\s?|\s[([])$/;
const TOGETHER = /^,? (?:and|or) (?:\p{L}+\.? ){0,3}$/u;
const TRUST = 0.95;

/**
 * Gives "who" to the one whom its clause follows: "Sarah Quinn, who asked for a new trial, said …". A person comes before the body that
 * stands nearer ("Ada Byron of the Northern Institute, who"); where several are named together it may be each of them.
 */
export function withAntecedent(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { speaker } = quote;
  if (!speaker || speaker.entity || speaker.end - speaker.start !== WHO.length) return quote;
  if (text.slice(speaker.start, speaker.end).toLowerCase() !== WHO) return quote;
  const before = mentions
    .within({ start: Math.max(0, speaker.start - FARTHEST), end: speaker.start })
    .filter(({ mention }) => mention.kind !== "pronoun" && BETWEEN.test(text.slice(mention.end, speaker.start)));
  const person = before.filter(({ entity }) => entity.type === "person").at(-1);
  const found = person ?? before.filter(({ mention }) => ADJACENT.test(text.slice(mention.end, speaker.start))).at(-1);
  if (!found || (person && isOneOfSeveral(text, person, mentions))) return quote;
  const { entity, mention } = found;
  const rule = `${speaker.rule}; “who” taken for ${entity.name}, whom its clause follows`;
  const confidence = Math.round(100 * speaker.confidence * (mention.confidence ?? 1) * TRUST) / 100;
  return { ...quote, speaker: { ...speaker, entity: entity.id, confidence, rule } };
}

/** Whether another person is named right before, with no more than "and" between. */
function isOneOfSeveral(text: string, { mention }: PlacedMention, mentions: MentionIndex): boolean {
  return mentions
    .within({ start: Math.max(0, mention.start - FARTHEST), end: mention.start })
    .some((other) => other.entity.type === "person" && TOGETHER.test(text.slice(other.mention.end, mention.start)));
}

import type { Speaker } from "../analysis.js";
import { nounType } from "../identity/rolePhrases.js";
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { agrees } from "./pronounFit.js";
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
  if (!speaker || speaker.entity || speaker.end - speaker.start > WHO.length) return quote;
  if (speaker.end - speaker.start < WHO.length || /^she$/i.test(text.slice(speaker.start, speaker.end)))
    return withSender(text, quote, speaker, mentions);
  if (text.slice(speaker.start, speaker.end).toLowerCase() !== WHO) return quote;
  const before = mentions
    .within({ start: Math.max(0, speaker.start - FARTHEST), end: speaker.start })
    .filter(({ mention }) => mention.kind !== "pronoun" && BETWEEN.test(text.slice(mention.end, speaker.start)));
  const person = before.filter(({ entity }) => entity.type === "person").at(-1);
  const found = person ?? before.filter(({ mention }) => ADJACENT.test(text.slice(mention.end, speaker.start))).at(-1);
  if (!found || (person ? isOneOfSeveral(text, person, mentions) : isOfSomebody(text, found))) return quote;
  const { entity, mention } = found;
  const rule = `${speaker.rule}; “who” taken for ${entity.name}, whom its clause follows`;
  const confidence = Math.round(100 * speaker.confidence * (mention.confidence ?? 1) * TRUST) / 100;
  return { ...quote, speaker: { ...speaker, entity: entity.id, confidence, rule } };
}

const OF_WHICH = /(\p{L}+) (?:of|for|from|in|at|with) (?:the )?$/u;
const LONGEST_NOUN = 40;

/** "the mayor of Oslo, who": whether a place or a body is what somebody who is not named is of. */
function isOfSomebody(text: string, { mention }: PlacedMention): boolean {
  const noun = OF_WHICH.exec(text.slice(Math.max(0, mention.start - LONGEST_NOUN), mention.start))?.[1];
  return noun !== undefined && nounType(noun.toLowerCase()) === "person";
}

const IN_WHICH = /,? (?:in|to|from) which $/;
const LONGEST_IN_WHICH = 15;
/** "a letter from Ann Weld of Quay Street": what leads up to the name, and what may stand behind it. */
const LETTER_FROM =
  /\b(?:letter|e-?mail|message|note|memo|statement|report|article|paper|post|petition|complaint)s? (?:from|by) (?:\p{Lu}\p{L}*\.? )*$/iu;
const BEHIND_SENDER = /^(?: (?:of|from|at) [^,.;:\n]{1,50})?$/;
const LONGEST_LETTER = 50;

/** "a letter from Ann Weld, in which she complained": whose letter it is. */
function withSender(text: string, quote: NewQuote, speaker: Speaker, mentions: MentionIndex): NewQuote {
  const pronoun = text.slice(speaker.start, speaker.end).toLowerCase();
  const which = IN_WHICH.exec(text.slice(Math.max(0, speaker.start - LONGEST_IN_WHICH), speaker.start));
  if (!which || (pronoun !== "he" && pronoun !== "she")) return quote;
  const end = speaker.start - which[0].length;
  const sender = mentions
    .within({ start: Math.max(0, end - FARTHEST), end })
    .find(
      ({ mention, entity }) =>
        mention.kind === "name" &&
        entity.type === "person" &&
        agrees(pronoun, entity) &&
        BEHIND_SENDER.test(text.slice(mention.end, end)) &&
        LETTER_FROM.test(text.slice(Math.max(0, mention.start - LONGEST_LETTER), mention.start)),
    );
  if (!sender) return quote;
  const rule = `${speaker.rule}; “${pronoun}” taken for ${sender.entity.name}, from whom it is`;
  const confidence = Math.round(100 * speaker.confidence * TRUST) / 100;
  return { ...quote, speaker: { ...speaker, entity: sender.entity.id, confidence, rule } };
}

/** Whether another person is named right before, with no more than "and" between. */
function isOneOfSeveral(text: string, { mention }: PlacedMention, mentions: MentionIndex): boolean {
  return mentions
    .within({ start: Math.max(0, mention.start - FARTHEST), end: mention.start })
    .some((other) => other.entity.type === "person" && TOGETHER.test(text.slice(other.mention.end, mention.start)));
}

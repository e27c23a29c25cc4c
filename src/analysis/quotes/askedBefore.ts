import { compiled } from "../text/compiled.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { SENTENCE_BEFORE } from "./sentenceBefore.js";
import type { NewQuote } from "./turnQuotes.js";

const VERBS = `(?:${functionWords.asked.map((verb) => verb[0].toUpperCase() + verb.slice(1)).join("|")})\\b`;
const ASKED = compiled(new RegExp(`\\b${VERBS}`));
const OPENS_ASKED = compiled(new RegExp(`^(?:When |If |Once )?${VERBS}[^“”"]*,\\s(?:\\p{Lu}\\p{L}*\\.\\s)?$`, "u"));
/** The clause goes on with a verb: another name, a list or an apposition is no subject. */
const GOES_ON = compiled(/^\s(?!(?:and|or|of|in|for|from|at|with|by|to|the|a|an)\s)\p{Ll}+/u);
const LONGEST_SENTENCE = 240;
const STOPS = ".…";
const ANSWERS = 0.7;

/**
 * "Asked whom he blamed, Ann Weld shrugged. “Everybody.”": a quotation behind a sentence in which somebody is asked is spoken by the
 * subject of its main clause, and not by who is named in the question.
 */
export function withWhoWasAsked(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { kind, start, speaker } = quote;
  if (kind !== "direct" || !STOPS.includes(text[start - 2] ?? " ") || (speaker && speaker.end > start)) return quote;
  const near = text.slice(Math.max(0, start - LONGEST_SENTENCE), start);
  const sentence = ASKED.test(near) ? SENTENCE_BEFORE.exec(near) : null;
  if (!sentence) return quote;
  const from = start - sentence[1].length;
  if (!ASKED.test(sentence[1]) || (speaker && speaker.start < from)) return quote;
  const isAnswerer = ({ mention, entity }: PlacedMention): boolean =>
    entity.type === "person" && OPENS_ASKED.test(text.slice(from, mention.start)) && GOES_ON.test(text.slice(mention.end, start));
  const [answerer] = mentions.within({ start: from, end: start }).filter(isAnswerer).slice(-1);
  if (!answerer || (speaker && speaker.end > answerer.mention.start)) return quote;
  const { mention, entity } = answerer;
  const rule = `No cue: taken for ${entity.name}, who was asked in the sentence before`;
  return {
    ...quote,
    cue: null,
    speaker: { start: mention.start, end: mention.end, entity: entity.id, anonymous: false, rule, confidence: ANSWERS },
  };
}

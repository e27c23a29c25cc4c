import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { isFirstPerson } from "./speakers.js";
import type { NewQuote } from "./turnQuotes.js";

/** What a statement opens with: "I, Helena Marsh, of 4 Mill Lane, make this statement". */
const OPENING = /(?:^|\n)\s{0,4}(?:\d{1,2}[.)]\s{1,4})?I,? (?=\p{Lu})/gu;
const MAKES =
  /^[^\n]{0,200}?\b(?:stat(?:e|ement)|declare|declaration|make oath|swear|sworn|affirm|affidavit|depose|testify|certify|will say|say as follows)\b/iu;
const LONGEST_OPENING = 300;
const SURE = 0.95;

/** Who makes a statement in the first person, by the words that it opens with; null where a text is none. */
function deponentOf(text: string, mentions: MentionIndex): PlacedMention | null {
  for (const { index, 0: opening } of text.matchAll(OPENING)) {
    const at = index + opening.length;
    const [named] = mentions.within({ start: at, end: at + 1 });
    if (named?.mention.kind !== "name" || named.entity.type !== "person") continue;
    if (MAKES.test(text.slice(named.mention.end, named.mention.end + LONGEST_OPENING))) return named;
  }
  return null;
}

/** Gives "I" outside words in marks to the one who makes the statement that the text is: a witness, a deponent. */
export function withDeponent(text: string, quotes: readonly NewQuote[], mentions: MentionIndex): readonly NewQuote[] {
  const isOpen = ({ speaker }: NewQuote): boolean =>
    speaker !== null && speaker.entity === null && isFirstPerson(text.slice(speaker.start, speaker.end));
  if (!quotes.some(isOpen)) return quotes;
  const deponent = deponentOf(text, mentions);
  if (!deponent) return quotes;
  const { entity, mention } = deponent;
  return quotes.map((quote) => {
    const { speaker } = quote;
    if (!speaker || !isOpen(quote) || speaker.start < mention.start) return quote;
    const rule = `${speaker.rule}; “${text.slice(speaker.start, speaker.end)}” is ${entity.name}, whose statement this is`;
    return { ...quote, speaker: { ...speaker, entity: entity.id, rule, confidence: Math.round(100 * speaker.confidence * SURE) / 100 } };
  });
}

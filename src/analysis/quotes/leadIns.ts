import type { Span } from "../analysis.js";
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { isObjectAfter, isSubject, ownsSaying } from "./subjects.js";
import type { NewQuote } from "./turnQuotes.js";

const LONGEST_LEAD = 200;
const LONGEST_BEAT = 160;
/** The words before a quotation, in its paragraph or at the end of the one above, that lead up to it with a colon. */
const LEAD_IN = /(?:^|[.!?…]["”’»)]?\s+|\n)([^.!?…\n“”"«»]{1,200}:)\s{1,4}$/u;
/** The whole sentence before a quotation, in its paragraph, with nothing quoted in it. */
const BEAT = /(?:^|\n|[.!?…]["”’»)]?\s)([\p{Lu}][^.!?…\n“”"«»:]{1,160}[.…]\s)$/u;
const MOST_WHITE = 4;
const WHITE = /\s/;
const STOPS = ".…";
const FROM = /(?:^|\s)(?:from|by|of)\s(?:the\s)?$/iu;

const LED_TO = 0.7;
const BEHIND_BEAT = 0.5;

/**
 * Gives a quotation whose speaker no cue names to the one person, or else the one organization, in the words that lead up to it with a
 * colon ("Our editor, Ann Weld, has just sent this: “…”", "More from Ann Weld: “…”"); and one that ends a paragraph to the one with whose
 * name the sentence before begins ("Ann Weld shook her head. “…”").
 */
export function withLeadIn(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { kind, start, end, speaker } = quote;
  if (kind !== "direct" || speaker !== null || !isMark(text[start])) return quote;
  const above = text[start - 1] === "\n" && endsParagraph(text, end) ? namedAbove(text, start, mentions) : null;
  if (above) return named(quote, above, LED_TO, "who stands in the line above");
  const lead = endsWithColon(text, start) ? LEAD_IN.exec(text.slice(Math.max(0, start - LONGEST_LEAD), start)) : null;
  if (lead) {
    const from = start - lead[0].length + lead[0].indexOf(lead[1]);
    return named(quote, ledBy(text, { start: from, end: from + lead[1].length }, mentions), LED_TO, "in the words that lead up to it");
  }
  const beat =
    STOPS.includes(text[start - 2] ?? " ") && endsParagraph(text, end)
      ? BEAT.exec(text.slice(Math.max(0, start - LONGEST_BEAT), start))
      : null;
  if (!beat) return quote;
  const from = start - beat[1].length;
  return named(quote, subjectOf(text, { start: from, end: start }, mentions), BEHIND_BEAT, "with whom the sentence before begins");
}

const LONGEST_HEADING = 140;
const HEADING_END = /[\p{L}\p{N})]$/u;
const SMALL = /\p{Ll}/u;

/** "UNION LEADER ADA BYRON", "Ada Byron, union leader": the one person whom the line above a quotation names, where it is a heading that does no more. */
function namedAbove(text: string, start: number, mentions: MentionIndex): PlacedMention | null {
  const near = text.slice(Math.max(0, start - LONGEST_HEADING - MOST_WHITE), start).trimEnd();
  const from = near.lastIndexOf("\n") + 1;
  const heading = near.slice(from);
  if (from === 0 || heading.length === 0 || !HEADING_END.test(heading)) return null;
  const offset = Math.max(0, start - LONGEST_HEADING - MOST_WHITE) + from;
  const persons = mentions.within({ start: offset, end: offset + heading.length }).filter(({ entity }) => entity.type === "person");
  const [first] = persons;
  if (!first || persons.some(({ entity }) => entity !== first.entity) || first.mention.kind !== "name") return null;
  const behind = heading.slice(first.mention.end - offset);
  const isAlone = first.mention.start === offset && (behind === "" || behind.startsWith(","));
  return isAlone || !SMALL.test(heading) ? first : null;
}

function named(quote: NewQuote, found: PlacedMention | null, confidence: number, why: string): NewQuote {
  if (!found) return quote;
  const { mention, entity } = found;
  const rule = `No cue: taken for ${entity.name}, ${why}`;
  return { ...quote, speaker: { start: mention.start, end: mention.end, entity: entity.id, anonymous: false, rule, confidence } };
}

/** Whether a colon and white space stand before an offset: asked first, since that costs less than to look for where its sentence begins. */
function endsWithColon(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at > 0 && offset - at <= MOST_WHITE && WHITE.test(text[at])) at--;
  return at < offset - 1 && text[at] === ":";
}

function isMark(character: string): boolean {
  return "\"“„«‘'".includes(character);
}

function endsParagraph(text: string, end: number): boolean {
  const next = /^[^\S\n]*(\n|$)/.exec(text.slice(end, end + 8));
  return next !== null;
}

function ledBy(text: string, lead: Span, mentions: MentionIndex): PlacedMention | null {
  const inside = mentions.within(lead).filter(({ mention }) => mention.kind === "name");
  for (const type of ["person", "organization"] as const) {
    const named = inside.filter((placed) => placed.entity.type === type);
    if (named.length === 0) continue;
    const [first] = named;
    const isOne = named.every(({ entity }) => entity === first.entity);
    return isOne && leads(text, lead, first) ? first : null;
  }
  return null;
}

function leads(text: string, lead: Span, { mention }: PlacedMention): boolean {
  const before = text.slice(lead.start, mention.start);
  if (/^['’]s?\s/.test(text.slice(mention.end, mention.end + 3))) return !isObjectAfter(before) && ownsSaying(text, mention.end);
  return FROM.test(before) || isSubject(text, lead.start, mention);
}

function subjectOf(text: string, sentence: Span, mentions: MentionIndex): PlacedMention | null {
  const persons = mentions.within(sentence).filter(({ entity }) => entity.type === "person");
  const [first] = persons;
  if (!first || first.mention.kind === "nominal" || persons.some(({ entity }) => entity !== first.entity)) return null;
  const { kind, start } = first.mention;
  return (kind === "pronoun" ? start === sentence.start : isSubject(text, sentence.start, first.mention)) ? first : null;
}

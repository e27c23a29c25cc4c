import type { Span, Speaker } from "../analysis.js";
import { KIN } from "../names/kin.js";
import abbreviations from "../text/abbreviations.json" with { type: "json" };
import functionWords from "./functionWords.json" with { type: "json" };
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { agrees, isOfGender, nounAgrees, unnamedOpening } from "./pronounFit.js";
import { isObjectAfter, isSubject, ownsSaying } from "./subjects.js";
import type { NewQuote } from "./turnQuotes.js";

const HE: ReadonlySet<string> = new Set(functionWords.he);
const IN_OFFICE: ReadonlySet<string> = new Set([...functionWords.unnamedInOffice, ...functionWords.officers]);
const LONGEST_PRONOUN = Math.max(...Array.from(HE, (word) => word.length));

const INTRODUCED = 0.8;
const NAMED_FIRST = 0.65;
const NAMED_LAST = 0.6;
/** "His brother Hugh left. “…,” he said": it may as well be whose brother that is. */
const OF_ANOTHER = 0.45;
const POSSESSIVE = /^(?:His|Her)\s(?:\p{Ll}+\s)?([\p{Ll}-]+)\s/u;
/** A pronoun that identity is surer of keeps its entity, unless who the sentence is about has no name. */
const SURE_ENOUGH = 0.7;
/** Under this the subject of the sentence before is likelier, though its given name tells no gender. */
const UNSURE = 0.6;
const SURER_THAN_UNNAMED = 0.9;
/** So many UTF-16 code units of the paragraph are looked through for others who may be meant. */
const FARTHEST_OTHER = 600;

/** The sentence before a quotation, where it ends in a colon. */
const LEADS_UP = /(?:^|[.!?…\n”"]\s*)[^.!?…\n“”"]*:\s$/u;
const LONGEST_LEAD = 160;
/** A title with its full stop: "Asked by Sen. Weld". */
const TITLE = `\\b(?:${abbreviations.titles.map((title) => title[0].toUpperCase() + title.slice(1)).join("|")})\\.\\s`;
/** The sentence that ends before a quotation, in its paragraph. */
export const SENTENCE_BEFORE = new RegExp(`(?:^|[\\n.!?…”"»’]\\s*)((?:${TITLE}|[^.!?…\\n“”"«»])*[.!?…]\\s)$`, "u");
const STOPS = ".!?…";
const LONGEST_SENTENCE = 240;
/** What makes a name a transcript's label, whose turn it is, and not the subject of a sentence: "ANN ROE, BYLINE: …". */
const LABEL_BEHIND = /^(?:,\s[\p{Lu}\s]{2,30})?:/u;
const LONGEST_OFFICE = 40;
const PERSON_PRONOUN = /\b(?:he|she|him|her|his|hers)\b/i;
/** What ends a sentence that brings somebody up: "a rebuke from Hugh Hill." */
const BROUGHT_UP = /\b(?:from|by|is|was|including|like)\s(?:[\p{L}.’'-]+\s){0,5}$/iu;

/** What stands between somebody and his name: "a nurse who survived, Ann Weld", "a man named Weld". */
export const APPOSED = /^[^.;:]{0,60}(?:,|\b(?:named|called|is|was|like|as))\s$|^\s$/u;

/** "Hugh Hill disagrees: “…,” he said": "he" is the one person whom the sentence names that leads up to the quotation. */
export function withIntroduced(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { kind, start, speaker } = quote;
  const pronoun = kind === "indirect" ? null : pronounBehind(text, quote);
  const lead = pronoun && speaker && text[start - 2] === ":" ? LEADS_UP.exec(text.slice(Math.max(0, start - LONGEST_LEAD), start)) : null;
  if (!pronoun || !speaker || !lead || /\b(?:he|she)\b/i.test(lead[0])) return quote;
  const named = personsNamed({ start: start - lead[0].length, end: start }, mentions);
  const [{ entity, mention } = { entity: null, mention: null }] = named;
  if (!entity || named.length > 1 || entity.id === speaker.entity || !agrees(pronoun, entity)) return quote;
  if (/^['’]s\b/.test(text.slice(mention.end, mention.end + 3)) || isObjectAfter(text.slice(mention.start - 12, mention.start)))
    return quote;
  const rule = `${speaker.rule}; “${pronoun}” taken for ${entity.name}, whom the words before the quotation name`;
  return { ...quote, speaker: { ...speaker, entity: entity.id, confidence: INTRODUCED, rule } };
}

/**
 * "Vera Lind, who saw the files, believes it. “…,” she says": the pronoun behind a quotation is whom the sentence before is about: the one
 * with whose name it begins; the unnamed one ("One official was blunter."); or, where nobody else can be meant, whom its end brings up
 * ("It drew a rebuke from Hugh Hill.").
 * @param last the words that named the last speaker.
 */
export function withSubjectBefore(text: string, quote: NewQuote, mentions: MentionIndex, last: Span | null): NewQuote {
  const { kind, start, speaker } = quote;
  const pronoun = kind === "direct" ? pronounBehind(text, quote) : null;
  const before =
    pronoun && speaker && STOPS.includes(text[start - 2] ?? " ")
      ? SENTENCE_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_SENTENCE), start))
      : null;
  if (!pronoun || !speaker || !before) return quote;
  const sentence = { start: start - before[1].length, end: start };
  const unnamed = unnamedSubject(text, sentence, pronoun, mentions);
  const isSurer = speaker.entity !== null && speaker.confidence >= SURER_THAN_UNNAMED;
  if (unnamed) return isSurer || unnamed.start === last?.start ? quote : { ...quote, speaker: unnamedSpeaker(text, speaker, unnamed) };
  if (speaker.entity && speaker.confidence >= SURE_ENOUGH) return quote;
  const named = personsNamed(sentence, mentions);
  const [first] = named;
  if (!first || first.entity.id === speaker.entity) return quote;
  if (LABEL_BEHIND.test(text.slice(first.mention.end, first.mention.end + LONGEST_OFFICE))) return quote;
  const { entity } = first;
  const confidence = likelihoodOf(text, sentence.start, first, quote, pronoun, mentions);
  if (confidence > 0) {
    const rule = `${speaker.rule}; “${pronoun}” taken for ${entity.name}, with whom the sentence before begins`;
    return { ...quote, speaker: { ...speaker, entity: entity.id, confidence, rule } };
  }
  if (speaker.entity || named.length > 1 || !agrees(pronoun, entity) || !isBroughtUp(text, sentence, first)) return quote;
  const rule = `${speaker.rule}; “${pronoun}” taken for ${entity.name}, whom the sentence before brings up`;
  return { ...quote, speaker: { ...speaker, entity: entity.id, confidence: NAMED_LAST, rule } };
}

/**
 * "But a colonel in the Third Division told another story. He said …": the pronoun that begins a sentence is the one person without a name
 * with whom the sentence before begins, where that names nobody.
 */
export function withUnnamedBefore(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { speaker, start: content } = quote;
  if (!speaker || speaker.start > content || speaker.end - speaker.start > LONGEST_PRONOUN) return quote;
  const word = text.slice(speaker.start, speaker.end);
  if (word === word.toLowerCase() || !HE.has(word.toLowerCase()) || !STOPS.includes(text[speaker.start - 2] ?? " ")) return quote;
  if (speaker.entity !== null && speaker.confidence >= SURER_THAN_UNNAMED) return quote;
  const before = SENTENCE_BEFORE.exec(text.slice(Math.max(0, speaker.start - LONGEST_SENTENCE), speaker.start));
  if (!before) return quote;
  const sentence = { start: speaker.start - before[1].length, end: speaker.start };
  const unnamed = unnamedSubject(text, sentence, word.toLowerCase(), mentions);
  if (!unnamed || personsNamed(sentence, mentions).length > 0) return quote;
  // "A man came in. He …": outside reports that may be somebody whom the text names elsewhere.
  if (!IN_OFFICE.has(text.slice(unnamed.start, unnamed.end).split(/\s/).at(-1)?.toLowerCase() ?? "")) return quote;
  return { ...quote, speaker: unnamedSpeaker(text, speaker, unnamed) };
}

/** "'s spokesman, " between the one whose he is and his name. */
const OWNED = /^['’]s?\s(?:[\p{L}-]+\s){0,3}[\p{Ll}-]+,?\s(?:\p{Lu}\p{L}*\.?\s){0,2}$/u;

/**
 * "Mr Weld's spokesman, Hugh Hill, denied it. “…,” he said": who spoke last, and not whose spokesman that is.
 * @param last the speaker of the quotation before, and where that ends.
 */
export function withoutPossessor(
  text: string,
  quote: NewQuote,
  last: { readonly speaker: Speaker | null; readonly end: number } | null,
  mentions: MentionIndex,
): NewQuote {
  const { speaker } = quote;
  if (!speaker?.entity || !last?.speaker?.entity || speaker.entity === last.speaker.entity || speaker.start < last.end) return quote;
  const word = text.slice(speaker.start, speaker.end).toLowerCase();
  if (!HE.has(word)) return quote;
  const [owner, owned] = personsNamed(last.speaker, mentions);
  if (owner?.entity.id !== speaker.entity || owned?.entity.id !== last.speaker.entity || !agrees(word, owned.entity)) return quote;
  if (!OWNED.test(text.slice(owner.mention.end, owned.mention.start))) return quote;
  const between = { start: last.end, end: Math.min(speaker.start, Math.max(last.end, quote.start)) };
  if (text.slice(between.start, between.end).includes("\n") || personsNamed(between, mentions).length > 0) return quote;
  const rule = `${speaker.rule}; “${word}” taken for ${owned.entity.name}, who spoke last`;
  return { ...quote, speaker: { ...speaker, entity: owned.entity.id, confidence: INTRODUCED, rule } };
}

/** "he" or "she", in lower case, that stands behind a quotation as its speaker; null where other words do. */
function pronounBehind(text: string, { end, speaker }: NewQuote): string | null {
  if (!speaker || speaker.start < end || speaker.end - speaker.start > LONGEST_PRONOUN) return null;
  const word = text.slice(speaker.start, speaker.end).toLowerCase();
  return HE.has(word) ? word : null;
}

function personsNamed(within: Span, mentions: MentionIndex): readonly PlacedMention[] {
  return mentions.within(within).filter(({ mention, entity }) => mention.kind === "name" && entity.type === "person");
}

/** How likely the first whom a sentence names is meant by a pronoun in the next; 0 where nothing speaks for it. */
function likelihoodOf(
  text: string,
  from: number,
  { mention, entity }: PlacedMention,
  { start, speaker }: NewQuote,
  pronoun: string,
  mentions: MentionIndex,
): number {
  if (!agrees(pronoun, entity)) return 0;
  if (!isSubject(text, from, mention)) return mention.start === from && ownsSaying(text, mention.end) ? INTRODUCED : 0;
  const kin = POSSESSIVE.exec(text.slice(from, mention.start));
  if (kin && KIN.has(kin[1]) && kin[0].startsWith(pronoun === "he" ? "His" : "Her")) return OF_ANOTHER;
  if (isOfGender(pronoun, entity) || isAloneInParagraph(text, start, entity.id, mentions, pronoun)) return INTRODUCED;
  return !speaker?.entity || speaker.confidence < UNSURE ? NAMED_FIRST : 0;
}

function isBroughtUp(text: string, sentence: Span, { mention }: PlacedMention): boolean {
  if (text.slice(sentence.start, mention.start) === "For " && text[mention.end] === ",") return true;
  if (PERSON_PRONOUN.test(text.slice(sentence.start, sentence.end))) return false;
  return /^[.!?…]\s$/.test(text.slice(mention.end, sentence.end)) && BROUGHT_UP.test(text.slice(sentence.start, mention.start));
}

/** The words of the sentence's subject where it is one person without a name and of fitting gender. */
function unnamedSubject(text: string, sentence: Span, pronoun: string, mentions: MentionIndex): Span | null {
  const opening = unnamedOpening(text.slice(sentence.start, sentence.end));
  if (!opening || !nounAgrees(pronoun, opening.noun)) return null;
  const start = sentence.start + opening.start;
  const end = sentence.start + opening.end;
  const [named] = personsNamed({ start: end, end: sentence.end }, mentions);
  return named && APPOSED.test(text.slice(end, named.mention.start)) ? null : { start, end };
}

function unnamedSpeaker(text: string, speaker: Speaker, { start, end }: Span): Speaker {
  const rule = `${speaker.rule}; “${text.slice(speaker.start, speaker.end)}” taken for “${text.slice(start, end)}”, with whom the sentence before begins`;
  return { start, end, entity: null, anonymous: true, confidence: NAMED_LAST, rule };
}

/** Whether the paragraph has named no other person up to an offset; with a pronoun, none whom it can mean by the given name. */
export function isAloneInParagraph(text: string, offset: number, id: string, mentions: MentionIndex, pronoun?: string): boolean {
  const nearest = Math.max(0, offset - FARTHEST_OTHER);
  const start = nearest + text.slice(nearest, offset).lastIndexOf("\n") + 1;
  return !mentions
    .within({ start, end: offset })
    .some(({ entity }) => entity.type === "person" && entity.id !== id && (pronoun === undefined || agrees(pronoun, entity)));
}

import type { Entity, Span } from "../analysis.js";
import { foldWord } from "../identity/folding.js";
import { type Gender, givenNameGender } from "../identity/genders.js";
import { nounGender } from "../identity/references.js";
import { nounType } from "../identity/roles.js";
import { isUpperAt } from "../text/characters.js";
import type { SourceText } from "../text/sourceText.js";
import { withAntecedent } from "./antecedents.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { withLeadIn } from "./leadIns.js";
import type { MentionIndex } from "./mentionIndex.js";
import { headEndOf, isSourceNoun } from "./speakers.js";
import { isObjectAfter, isSubject, ownsSaying } from "./subjects.js";
import type { NewQuote } from "./turnQuotes.js";

const HE: ReadonlySet<string> = new Set(functionWords.he);
const IT: ReadonlySet<string> = new Set(["it"]);
const THINGS: ReadonlySet<string> = new Set(functionWords.thing);
const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an", ...functionWords.possessive]);

/** A pronoun goes to whoever spoke before it only within so many UTF-16 code units. */
const FARTHEST_SPEAKER = 300;
const AFTER_SPEAKER = 0.6;
const INTRODUCED = 0.8;
/** What is left of that where the speaker's given name is one of the other gender: the list or the text is wrong. */
const AGAINST_NAME = 0.7;
/** So many UTF-16 code units of the paragraph are looked through for others who may be meant. */
const FARTHEST_OTHER = 600;
/** The sentence before a quotation, where it ends in a colon. */
const LEADS_UP = /(?:^|[.!?…\n”"]\s*)[^.!?…\n“”"]*:\s$/u;
const LONGEST_LEAD = 160;
const LONGEST_PRONOUN = Math.max(...Array.from([...HE, ...IT], (word) => word.length));

interface LastSpeaker {
  /** The person that spoke; null where the text gives no name. */
  readonly entity: string | null;
  /** Whether what spoke is a thing ("the statement"), or else a person. */
  readonly isThing: boolean;
  /** Of a person without a name, where the noun tells it. */
  readonly gender: Gender | null;
  readonly name: string;
  /** The words that named the speaker. */
  readonly words: Span;
  readonly end: number;
}

/**
 * Gives "it" that begins a sentence of its own to the statement or report that the sentence before quotes, and "he" and "she" that
 * identity left open to the person whose words the sentence before reports, with or without words in marks: where they begin a sentence of
 * their own, or stand behind a quotation in marks that does. After a whole statement in marks it may as well be the other of two who talk,
 * and stays open.
 * @param quotes in text order.
 */
export function withLastSpeakers({ text }: SourceText, quotes: readonly NewQuote[], mentions: MentionIndex): readonly NewQuote[] {
  let last: LastSpeaker | NewQuote | null = null;
  /** The pronoun that was given to the last speaker; a second quotation may have the same words for its speaker. */
  let given = -1;
  /** The quotation that was given to whom the sentence before it names. */
  let led: NewQuote | null = null;
  return quotes.map((found) => {
    const goesOn = led?.speaker && found.speaker && led.speaker.start === found.speaker.start && found.kind !== "indirect";
    if (goesOn && led?.speaker && found.speaker) {
      const { entity, rule, confidence } = led.speaker;
      last = { ...found, speaker: { ...found.speaker, entity, rule, confidence } };
      return last;
    }
    const introduced = withIntroduced(text, withLeadIn(text, found, mentions), mentions);
    const begun = withSubjectBefore(text, introduced, mentions);
    led = begun === introduced ? null : begun;
    const quote = withAsked(text, withAntecedent(text, begun, mentions), last, mentions);
    const { speaker } = quote;
    if (!speaker) return quote;
    const isShort = !speaker.entity && speaker.end - speaker.start <= LONGEST_PRONOUN;
    const words = isShort ? text.slice(speaker.start, speaker.end) : "";
    const small = words.toLowerCase();
    if (last && (HE.has(small) || IT.has(small))) {
      const before: LastSpeaker | null = "words" in last ? last : lastSpeaker(text, last, mentions);
      const from = beginningOf(text, quote, speaker);
      const isGiven = speaker.start === given || (from >= 0 && before !== null && isNear(text, before, from, mentions));
      const share = before ? shareBelieved(text, small, before, speaker.start, mentions) : 0;
      if (before && (before.isThing ? IT : HE).has(small) && isGiven && share > 0) {
        last = { ...before, end: quote.end };
        given = speaker.start;
        const confidence = Math.round(100 * speaker.confidence * AFTER_SPEAKER * share) / 100;
        const rule = `${speaker.rule}; “${words}” taken for ${before.name}, who spoke last`;
        const { start, end } = before.entity ? speaker : before.words;
        const anonymous = before.entity === null && !before.isThing;
        return { ...quote, speaker: { ...speaker, start, end, entity: before.entity, anonymous, confidence, rule } };
      }
    }
    last = quote;
    return quote;
  });
}

/** "Hugh Hill disagrees: “…,” he said": "he" is the one person whom the sentence names that leads up to the quotation. */
function withIntroduced(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { kind, start, end, speaker } = quote;
  if (kind === "indirect" || !speaker || speaker.start < end) return quote;
  if (speaker.end - speaker.start > LONGEST_PRONOUN) return quote;
  const pronoun = text.slice(speaker.start, speaker.end).toLowerCase();
  const lead = HE.has(pronoun) ? LEADS_UP.exec(text.slice(Math.max(0, start - LONGEST_LEAD), start)) : null;
  if (!lead || /\b(?:he|she)\b/i.test(lead[0])) return quote;
  const named = mentions
    .within({ start: start - lead[0].length, end: start })
    .filter(({ mention, entity }) => entity.type === "person" && mention.kind === "name");
  const [{ entity, mention } = { entity: null, mention: null }] = named;
  if (!entity || named.length > 1 || entity.id === speaker.entity || !agrees(pronoun, entity)) return quote;
  if (/^['’]s\b/.test(text.slice(mention.end, mention.end + 3)) || isObjectAfter(text.slice(mention.start - 12, mention.start)))
    return quote;
  const rule = `${speaker.rule}; “${text.slice(speaker.start, speaker.end)}” taken for ${entity.name}, whom the words before the quotation name`;
  return { ...quote, speaker: { ...speaker, entity: entity.id, confidence: INTRODUCED, rule } };
}

/** The sentence that ends before a quotation, in its paragraph. */
const SENTENCE_BEFORE = /(?:^|[\n.!?…”"»’]\s*)([^.!?…\n“”"«»]*[.!?…]\s)$/u;
const LONGEST_SENTENCE = 240;
/** What makes a name a transcript's label, whose turn it is, and not the subject of a sentence: "ANN ROE, BYLINE: …". */
const LABEL_BEHIND = /^(?:,\s[\p{Lu}\s]{2,30})?:/u;
const LONGEST_OFFICE = 40;

/** "Vera Lind, who saw the files, believes it. “…,” she says": the one with whose name the sentence before begins, where a given name tells the gender. */
function withSubjectBefore(text: string, quote: NewQuote, mentions: MentionIndex): NewQuote {
  const { kind, start, end, speaker } = quote;
  if (kind !== "direct" || !speaker || speaker.start < end || speaker.end - speaker.start > LONGEST_PRONOUN) return quote;
  if (speaker.entity && speaker.confidence >= SURE_ENOUGH) return quote;
  const pronoun = text.slice(speaker.start, speaker.end);
  if (!HE.has(pronoun)) return quote;
  const before = SENTENCE_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_SENTENCE), start));
  if (!before) return quote;
  const from = start - before[1].length;
  const [first] = mentions
    .within({ start: from, end: start })
    .filter(({ mention, entity }) => mention.kind === "name" && entity.type === "person");
  if (!first || first.entity.id === speaker.entity) return quote;
  const isMeant = isSubject(text, from, first.mention)
    ? isOfGender(pronoun, first.entity) ||
      (!speaker.entity && agrees(pronoun, first.entity) && isAloneInParagraph(text, start, first.entity.id, mentions, pronoun))
    : first.mention.start === from && ownsSaying(text, first.mention.end) && agrees(pronoun, first.entity);
  if (!isMeant) return quote;
  if (LABEL_BEHIND.test(text.slice(first.mention.end, first.mention.end + LONGEST_OFFICE))) return quote;
  const rule = `${speaker.rule}; “${pronoun}” taken for ${first.entity.name}, with whom the sentence before begins`;
  return { ...quote, speaker: { ...speaker, entity: first.entity.id, confidence: INTRODUCED, rule } };
}

/** Whether the paragraph has named no other person up to an offset; with a pronoun, none whom it can mean by the given name. */
function isAloneInParagraph(text: string, offset: number, id: string, mentions: MentionIndex, pronoun?: string): boolean {
  const nearest = Math.max(0, offset - FARTHEST_OTHER);
  const start = nearest + text.slice(nearest, offset).lastIndexOf("\n") + 1;
  return !mentions
    .within({ start, end: offset })
    .some(({ entity }) => entity.type === "person" && entity.id !== id && (pronoun === undefined || agrees(pronoun, entity)));
}

const SURE_ENOUGH = 0.7;

/** Whether a given name is known to be of the gender that "he" or "she" has. */
function isOfGender(pronoun: string, { name }: Pick<Entity, "name">): boolean {
  return genderOfName(name) !== null && agrees(pronoun, { name });
}

/** The beginning of a sentence by which somebody is asked something, up to the pronoun behind it. */
const ASKED = /(?:^|[.!?…\n”"»’]\s+)((?:When |If |Once )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Qq]uizzed) [^.!?…\n“”"]*), $/u;
const LONGEST_ASKED = 200;

/**
 * "Asked whether Hugh Hill would go, he said": "he" is not Hill, of whom the question is, but who was asked: whoever spoke last in the
 * paragraph, or nobody who is known.
 */
function withAsked(text: string, quote: NewQuote, last: LastSpeaker | NewQuote | null, mentions: MentionIndex): NewQuote {
  const { speaker } = quote;
  if (!speaker?.entity || speaker.end - speaker.start > LONGEST_PRONOUN || !HE.has(text.slice(speaker.start, speaker.end))) return quote;
  const asked = ASKED.exec(text.slice(Math.max(0, speaker.start - LONGEST_ASKED), speaker.start));
  if (!asked) return quote;
  const from = speaker.start - asked[1].length - 2;
  const isNamed = mentions
    .within({ start: from, end: speaker.start })
    .some(({ mention, entity }) => mention.kind === "name" && entity.id === speaker.entity);
  if (!isNamed) return quote;
  const before = last && !("words" in last) ? last.speaker?.entity : last?.entity;
  const isNear = last !== null && before && before !== speaker.entity && !text.slice(last.end, from).includes("\n");
  const rule = `${speaker.rule}; not who is named in the question`;
  const confidence = Math.round(100 * speaker.confidence * AFTER_SPEAKER) / 100;
  return { ...quote, speaker: isNear ? { ...speaker, entity: before, rule, confidence } : { ...speaker, entity: null, rule } };
}

/** What may stand before the pronoun that a sentence is about: "In a message to the paper, ", "Asked why, ", "Later, ". */
const FRONTED =
  /(?:^|[.!?…\n”"»’]\s+)((?:In|On|At|By|During|After|Before|From|With|Over|When|Asked|Pressed|Speaking|Writing|Later|Then|Instead|Still)\b[^.!?…\n“”";:]{0,120},\s)$/u;
const LONGEST_FRONTED = 140;

/**
 * Where the sentence begins that a pronoun opens, or the quotation in marks behind which it stands; -1 for another pronoun. A phrase may
 * stand before the pronoun.
 */
function beginningOf(text: string, { kind, start, end }: NewQuote, pronoun: Span): number {
  if (isUpperAt(text, pronoun.start)) return pronoun.start;
  if (kind !== "indirect" && pronoun.start >= end) return start;
  const fronted = FRONTED.exec(text.slice(Math.max(0, pronoun.start - LONGEST_FRONTED), pronoun.start));
  return fronted ? pronoun.start - fronted[1].length : -1;
}

/**
 * How far a pronoun is believed to mean who spoke before, 0..1: against the gender of a given name only where it begins a sentence and
 * the paragraph has named nobody else, since texts take the one for the other and lists do not know every name from everywhere.
 * @param from the pronoun's offset.
 */
function shareBelieved(text: string, pronoun: string, before: LastSpeaker, from: number, mentions: MentionIndex): number {
  if (before.entity === null) return before.gender === null || (before.gender === "female") === (pronoun === "she") ? 1 : 0;
  if (agrees(pronoun, before)) return 1;
  if (!isUpperAt(text, from)) return 0;
  return isAloneInParagraph(text, from, before.entity, mentions) ? AGAINST_NAME : 0;
}

/** Whether "he" or "she" is not what the given name of the one who spoke last speaks against. */
function agrees(pronoun: string, { name }: Pick<Entity, "name">): boolean {
  const gender = genderOfName(name);
  return gender === null || (gender === "female") === (pronoun === "she");
}

function genderOfName(name: string): ReturnType<typeof givenNameGender> {
  return givenNameGender(foldWord(name.split(" ", 1)[0]));
}

function lastSpeaker(text: string, { kind, start, end, speaker }: NewQuote, mentions: MentionIndex): LastSpeaker | null {
  if (!speaker) return null;
  if (speaker.entity) {
    const named = mentions.within(speaker).find(({ entity }) => entity.id === speaker.entity);
    if (named?.entity.type !== "person" || kind === "direct" || (kind === "mixed" && speaker.start > start)) return null;
    const last = kind === "mixed" ? sentenceEnd(text, end) : end;
    return { entity: named.entity.id, isThing: false, gender: null, name: named.entity.name, words: speaker, end: last };
  }
  const words = text.slice(speaker.start, speaker.end);
  const unnamed = speaker.anonymous && ONE.test(words) ? headNoun(words) : null;
  if (unnamed) return { entity: null, isThing: false, gender: nounGender(unnamed), name: `“${words}”`, words: speaker, end };
  return isThing(words) ? { entity: null, isThing: true, gender: null, name: `“${words}”`, words: speaker, end } : null;
}

/** "a man from the village", "one official": a single person. */
const ONE = /^(?:an?|one|another)\s/i;

/** The noun of a phrase for an unnamed person; null where it is none for one person. */
function headNoun(words: string): string | null {
  const head =
    words
      .slice(0, headEndOf(words, 0, words.length))
      .split(/\s/)
      .at(-1)
      ?.toLowerCase() ?? "";
  return isSourceNoun(head) || nounType(head) === "person" ? head : null;
}

/** Where the sentence ends that goes on behind a quotation: whom it names there is spoken of, and speaks not. */
function sentenceEnd(text: string, end: number): number {
  const rest = /^[^.!?…\n“”"]{0,120}[.!?…]/u.exec(text.slice(end, end + 130));
  return rest ? end + rest[0].length : end;
}

/** "the statement", "a report by the council" */
function isThing(words: string): boolean {
  const [article, ...others] = words.slice(0, 60).toLowerCase().split(/\s+/, 4);
  return ARTICLES.has(article) && others.some((word) => THINGS.has(word));
}

/** Whether the pronoun follows in the same paragraph, with no other person named between. */
function isNear(text: string, last: LastSpeaker, start: number, mentions: MentionIndex): boolean {
  if (start < last.end || start - last.end > FARTHEST_SPEAKER || text.slice(last.end, start).includes("\n")) return false;
  return !mentions.within({ start: last.end, end: start }).some(({ entity }) => entity.type === "person" && entity.id !== last.entity);
}

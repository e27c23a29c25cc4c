import type { Span, Speaker } from "../analysis.js";
import type { Gender } from "../identity/genders.js";
import { nounGender } from "../identity/references.js";
import { KIN } from "../names/kin.js";
import { isUpperAt } from "../text/characters.js";
import type { SourceText } from "../text/sourceText.js";
import { withAntecedent } from "./antecedents.js";
import { withWhoWasAsked } from "./askedBefore.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { GroupSpeakers } from "./groupSpeakers.js";
import { withLeadIn } from "./leadIns.js";
import type { MentionIndex } from "./mentionIndex.js";
import { agrees, describedNoun, unnamedNoun } from "./pronounFit.js";
import { isAloneInParagraph, withIntroduced, withoutPossessor, withSubjectBefore, withUnnamedBefore } from "./sentenceBefore.js";
import { withSharedSubject } from "./sharedSubjects.js";
import type { NewQuote } from "./turnQuotes.js";

const HE: ReadonlySet<string> = new Set(functionWords.he);
const IT: ReadonlySet<string> = new Set(["it"]);
const THINGS: ReadonlySet<string> = new Set(functionWords.thing);
const ARTICLES: ReadonlySet<string> = new Set(["the", "a", "an", ...functionWords.possessive]);

/** A pronoun goes to whoever spoke before it only within so many UTF-16 code units. */
const FARTHEST_SPEAKER = 300;
const AFTER_SPEAKER = 0.6;
/** What is left of that where the speaker's given name is one of the other gender: the list or the text is wrong. */
const AGAINST_NAME = 0.7;
const LONGEST_PRONOUN = Math.max(...Array.from([...HE, ...IT], (word) => word.length));

interface LastSpeaker {
  /** The person that spoke; null where the text gives no name. */
  readonly entity: string | null;
  /** Whether what spoke is a thing ("the statement"), or else a person. */
  readonly isThing: boolean;
  /** Whether it is a source that the text does not name. */
  readonly anonymous: boolean;
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
  let before: NewQuote | null = null;
  let last: LastSpeaker | NewQuote | null = null;
  /** The pronoun that was given to the last speaker; a second quotation may have the same words for its speaker. */
  let given = -1;
  /** Where the pronoun stands that was given to whom the sentence before its quotation is about, and that speaker. */
  let led: { readonly at: number; readonly speaker: Speaker } | null = null;
  /** The entity that a pronoun was taken for before it was given to somebody without a name, and that speaker. */
  let replaced: { readonly entity: string; readonly speaker: Speaker; readonly end: number } | null = null;
  const resolve = (original: NewQuote): NewQuote => {
    const found = replaced && original.speaker ? asReplaced(text, original, original.speaker, replaced, mentions) : original;
    if (led && found.speaker?.start === led.at && found.kind !== "indirect") {
      last = { ...found, speaker: led.speaker };
      return last;
    }
    // Most speakers are no pronouns, and what follows is about those and about quotations without a speaker.
    if (found === original && found.speaker && found.speaker.end - found.speaker.start > LONGEST_PRONOUN) {
      led = null;
      last = found;
      return found;
    }
    const owned = withoutPossessor(text, withUnnamedBefore(text, found, mentions), before, mentions);
    const introduced = withIntroduced(text, withLeadIn(text, owned, mentions), mentions);
    const begun = withSubjectBefore(text, introduced, mentions, last && ("words" in last ? last.words : last.speaker));
    led =
      (begun !== introduced || owned !== found) && found.speaker && begun.speaker
        ? { at: found.speaker.start, speaker: begun.speaker }
        : null;
    const quote = withAsked(text, withAntecedent(text, begun, mentions), last, mentions);
    const { speaker } = quote;
    if (!speaker) return quote;
    if (original.speaker?.entity && speaker.anonymous && !original.speaker.anonymous)
      replaced = { entity: original.speaker.entity, speaker, end: quote.end };
    const isShort = !speaker.entity && speaker.end - speaker.start <= LONGEST_PRONOUN;
    const words = isShort ? text.slice(speaker.start, speaker.end) : "";
    const small = words.toLowerCase();
    if (last && (HE.has(small) || IT.has(small))) {
      const earlier: LastSpeaker | null = "words" in last ? last : lastSpeaker(text, last, mentions);
      const from = beginningOf(text, quote, speaker);
      const isGiven =
        speaker.start === given ||
        (earlier !== null && isJoined(text, last, speaker.start)) ||
        (from >= 0 && earlier !== null && isNear(text, earlier, from, from === quote.start, mentions));
      const share = earlier ? shareBelieved(text, small, earlier, speaker.start, mentions) : 0;
      if (earlier && (earlier.isThing ? IT : HE).has(small) && isGiven && share > 0) {
        last = { ...earlier, end: quote.end };
        given = speaker.start;
        const confidence = Math.round(100 * speaker.confidence * AFTER_SPEAKER * share) / 100;
        const rule = `${speaker.rule}; “${words}” taken for ${earlier.name}, who spoke last`;
        const { start, end } = earlier.entity ? speaker : earlier.words;
        const { entity, anonymous } = earlier;
        return { ...quote, speaker: { ...speaker, start, end, entity, anonymous, confidence, rule } };
      }
    }
    last = quote;
    return quote;
  };
  const groups = new GroupSpeakers(text, mentions);
  return quotes.map((quote) => {
    before = resolve(withWhoWasAsked(text, groups.read(withSharedSubject(text, quote, before)), mentions));
    return before;
  });
}

/** The quotation with the speaker that a pronoun before was given to, where this is the same pronoun in the same paragraph and nobody is named between. */
function asReplaced(
  text: string,
  quote: NewQuote,
  speaker: Speaker,
  replaced: { readonly entity: string; readonly speaker: Speaker; readonly end: number },
  mentions: MentionIndex,
): NewQuote {
  if (speaker.entity !== replaced.entity || speaker.start < replaced.end || speaker.start - replaced.end > FARTHEST_SPEAKER) return quote;
  const word = text.slice(speaker.start, speaker.end);
  if (!HE.has(word.toLowerCase()) || text.slice(replaced.end, speaker.start).includes("\n")) return quote;
  const outside = { start: replaced.end, end: Math.max(replaced.end, Math.min(speaker.start, quote.start)) };
  if (mentions.within(outside).some(({ mention, entity }) => mention.kind === "name" && entity.type === "person")) return quote;
  const { start, end, entity, anonymous, confidence } = replaced.speaker;
  const rule = `${speaker.rule}; “${word}” taken for “${text.slice(start, end)}”, who spoke last`;
  return { ...quote, speaker: { start, end, entity, anonymous, confidence: Math.min(confidence, speaker.confidence), rule } };
}

/** The beginning of a sentence by which somebody is asked something, up to the pronoun behind it. */
const ASKED = /(?:^|[.!?…\n”"»’]\s+)((?:When |If |Once )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Qq]uizzed) [^.!?…\n“”"]*), $/u;
const LONGEST_ASKED = 200;
/** So far before the end of the last quotation whoever spoke it is looked for. */
const FARTHEST_ASKED = 600;

/**
 * "Asked whether Hugh Hill would go, he said": "he" is not Hill, of whom the question is, but who was asked: whoever spoke last in the
 * paragraph, or nobody who is known.
 */
function withAsked(text: string, quote: NewQuote, last: LastSpeaker | NewQuote | null, mentions: MentionIndex): NewQuote {
  const { speaker } = quote;
  if (speaker && !speaker.entity) return withAskedLast(text, quote, speaker, last, mentions);
  if (!speaker?.entity || speaker.end - speaker.start > LONGEST_PRONOUN || !HE.has(text.slice(speaker.start, speaker.end))) return quote;
  if (text[speaker.start - 2] !== ",") return quote;
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

/** "Pressed on the loan, she said", with nobody named who asks: who spoke last in the paragraph is asked more. */
function withAskedLast(
  text: string,
  quote: NewQuote,
  speaker: Speaker,
  last: LastSpeaker | NewQuote | null,
  mentions: MentionIndex,
): NewQuote {
  const before = last && !("words" in last) ? last.speaker : null;
  if (!last || !before?.entity || speaker.end - speaker.start > LONGEST_PRONOUN || text[speaker.start - 2] !== ",") return quote;
  const pronoun = text.slice(speaker.start, speaker.end);
  if (!HE.has(pronoun) || speaker.start < last.end) return quote;
  const asked = ASKED.exec(text.slice(Math.max(0, speaker.start - LONGEST_ASKED), speaker.start));
  const from = asked ? speaker.start - asked[1].length - 2 : -1;
  if (from < last.end || text.slice(last.end, from).includes("\n")) return quote;
  const around = { start: Math.max(0, last.end - FARTHEST_ASKED), end: last.end };
  const person = mentions.within(around).find(({ entity }) => entity.id === before.entity)?.entity;
  if (person?.type !== "person" || !agrees(pronoun, person)) return quote;
  if (mentions.within({ start: last.end, end: speaker.start }).some(({ entity }) => entity.type === "person" && entity !== person))
    return quote;
  const confidence = Math.round(100 * before.confidence * AFTER_SPEAKER) / 100;
  const rule = `${speaker.rule}; “${pronoun}” taken for ${person.name}, who spoke last`;
  return { ...quote, speaker: { ...speaker, entity: person.id, confidence, rule } };
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
  if (text[pronoun.start - 2] !== ",") return -1;
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

function lastSpeaker(text: string, { kind, start, end, speaker }: NewQuote, mentions: MentionIndex): LastSpeaker | null {
  if (!speaker) return null;
  if (speaker.entity) {
    const named = mentions.within(speaker).find(({ entity }) => entity.id === speaker.entity);
    if (named?.entity.type !== "person" || kind === "direct" || (kind === "mixed" && speaker.start > start)) return null;
    const last = kind === "mixed" ? sentenceEnd(text, end) : end;
    return { entity: named.entity.id, isThing: false, anonymous: false, gender: null, name: named.entity.name, words: speaker, end: last };
  }
  const words = text.slice(speaker.start, speaker.end);
  const saysBefore = kind === "indirect" || (kind === "mixed" && speaker.start < start);
  const unnamed = speaker.anonymous ? unnamedNoun(words) : saysBefore ? describedNoun(words) : null;
  const { anonymous } = speaker;
  if (unnamed) return { entity: null, isThing: false, anonymous, gender: nounGender(unnamed), name: `“${words}”`, words: speaker, end };
  return isThing(words) ? { entity: null, isThing: true, anonymous: false, gender: null, name: `“${words}”`, words: speaker, end } : null;
}

/** "Hugh Hill called it “safe”, but he admitted": a clause that goes on right behind what was said is about who said it. */
function isJoined(text: string, last: LastSpeaker | NewQuote, pronoun: number): boolean {
  return !("words" in last) && pronoun > last.end && pronoun - last.end < LONGEST_JOINT && JOINT.test(text.slice(last.end, pronoun));
}

const LONGEST_JOINT = 14;
const JOINT = /^,?\s(?:but|and|although|though|while|yet)\s$/;

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

/** What stands between a sentence that ends a paragraph and the one below. */
const NEXT_PARAGRAPH = /^[.!?…]?\s*$/;

/**
 * Whether the pronoun follows in the same paragraph, with no other person named between, or a quotation that it speaks begins the next.
 * @param start where the pronoun's sentence begins. @param isQuoted whether that is the quotation that the pronoun speaks.
 */
function isNear(text: string, last: LastSpeaker, start: number, isQuoted: boolean, mentions: MentionIndex): boolean {
  if (start < last.end || start - last.end > FARTHEST_SPEAKER) return false;
  const between = text.slice(last.end, start);
  if (between.includes("\n") && !(isQuoted && last.entity !== null && NEXT_PARAGRAPH.test(between))) return false;
  if (tellsOfKin(between)) return false;
  return !mentions.within({ start: last.end, end: start }).some(({ entity }) => entity.type === "person" && entity.id !== last.entity);
}

/** "My wife took it down.": the first words of a sentence that tells of somebody's kin, and the noun for it. */
const OPENS_WITH_OWNED = /(?:^|[.!?…]["”’]?\s+)(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s(?:\p{Ll}+\s){0,2}?(\p{Ll}+)\s/gu;

/** Whether a sentence tells of kin, who is meant by "he" or "she" behind it as likely as who spoke last. */
function tellsOfKin(words: string): boolean {
  for (const [, noun] of words.matchAll(OPENS_WITH_OWNED)) if (KIN.has(noun)) return true;
  return false;
}

import type { Span } from "../analysis.js";
import { nounType } from "../identity/rolePhrases.js";
import { isUpperAt } from "../text/characters.js";
import type { MentionIndex, PlacedMention } from "./mentionIndex.js";
import { headEndOf, isSourceNoun } from "./speakers.js";
import type { NewQuote } from "./turnQuotes.js";

const IT = "it";
const THEY = "they";

/** A pronoun goes to a body or to several people only within so many UTF-16 code units. */
const FARTHEST = 320;
const LONGEST_SENTENCE = 240;
const LONGEST_PHRASE = 90;
const IN_PARAGRAPH = 0.75;
const IN_NEXT = 0.6;

/** The sentence that ends before an offset, in its paragraph. */
const SENTENCE_BEFORE = /(?:^|[\n.!?…”"»’]\s*)([^.!?…\n“”"«»]{3,240}[.!?…]\s)$/u;
/** "The company", "Its lawyers": what begins a sentence whose subject is no name. */
const DESCRIBED = /^(?:The|Its|Their|His|Her|An?|Two|Three|Several|Some|Many)\s/u;

/** What may stand before the name of a body that a sentence is about. */
const OPENING = /^(?:(?:But|And|Yet)\s)?(?:[Tt]he\s)?$/;

/** A body, or several people, that has spoken or that a sentence is about. */
interface Group {
  /** The words for it. */
  readonly words: Span;
  readonly entity: string | null;
  readonly anonymous: boolean;
  readonly pronoun: typeof IT | typeof THEY;
  /** Where its words end that were reported last. */
  readonly end: number;
}

/**
 * Gives "it" and "they" to the body or the people of whom the sentence before tells, or who spoke last: "Vale told investors it was sorry.
 * “We regret it,” it said." Identity links no pronouns to those.
 */
export class GroupSpeakers {
  readonly #text: string;
  readonly #mentions: MentionIndex;
  #last: Group | null = null;
  /** The quotations after it that may have spoken for a group: few are followed by a pronoun that asks. */
  readonly #unread: NewQuote[] = [];
  /** Where the pronoun stands that was given to the last group; a second quotation may have the same words for its speaker. */
  #given = -1;

  constructor(text: string, mentions: MentionIndex) {
    this.#text = text;
    this.#mentions = mentions;
  }

  /** The next quotation of the text, with the group for its pronoun. */
  read(quote: NewQuote): NewQuote {
    const { speaker } = quote;
    if (!speaker) return quote;
    const small = speaker.end - speaker.start <= THEY.length ? this.#text.slice(speaker.start, speaker.end).toLowerCase() : "";
    if (small !== IT && small !== THEY) {
      this.#unread.push(quote);
      return quote;
    }
    if (speaker.entity) return quote;
    const from = this.#beginningOf(quote, speaker);
    const told = from < 0 ? null : this.#subjectBefore(from);
    const isSame = speaker.start === this.#given;
    const group = isSame ? this.#lastSpoken() : told?.pronoun === small ? told : this.#lastBefore(from, small);
    if (!group) return quote;
    this.#given = speaker.start;
    this.#unread.length = 0;
    this.#last = { ...group, end: quote.end };
    const name = this.#text.slice(group.words.start, group.words.end);
    const share = this.#text.slice(group.end, Math.max(group.end, from)).includes("\n") ? IN_NEXT : IN_PARAGRAPH;
    const confidence = Math.round(100 * speaker.confidence * share) / 100;
    const rule = `${speaker.rule}; “${small}” taken for “${name}”`;
    const { start, end } = group.entity ? speaker : group.words;
    return { ...quote, speaker: { ...speaker, start, end, entity: group.entity, anonymous: group.anonymous, confidence, rule } };
  }

  /** Where the sentence begins that a pronoun opens, or the quotation behind which it stands; -1 for another pronoun. */
  #beginningOf({ kind, start, end }: NewQuote, pronoun: Span): number {
    if (isUpperAt(this.#text, pronoun.start)) return pronoun.start;
    return (kind !== "indirect" && pronoun.start >= end) || (kind === "indirect" && pronoun.start > start) ? start : -1;
  }

  /** The group that spoke last. */
  #lastSpoken(): Group | null {
    for (let i = this.#unread.length - 1; i >= 0; i--) {
      const { speaker, end } = this.#unread[i];
      const group = speaker && this.#groupOf(speaker, speaker.entity, speaker.anonymous, end);
      if (!group) continue;
      this.#last = group;
      break;
    }
    this.#unread.length = 0;
    return this.#last;
  }

  /** The group that spoke last, where it is near and no other is named between. */
  #lastBefore(from: number, pronoun: string): Group | null {
    const last = this.#lastSpoken();
    if (!last || last.pronoun !== pronoun || from < last.end || from - last.end > FARTHEST) return null;
    const isOther = ({ mention, entity }: PlacedMention): boolean =>
      mention.kind === "name" && entity.type === "organization" && entity.id !== last.entity;
    return this.#mentions.within({ start: last.end, end: from }).some(isOther) ? null : last;
  }

  /** The group with which the sentence before an offset begins. */
  #subjectBefore(from: number): Group | null {
    const before = SENTENCE_BEFORE.exec(this.#text.slice(Math.max(0, from - LONGEST_SENTENCE), from));
    if (!before) return null;
    const start = from - before[1].length;
    const [named] = this.#mentions.within({ start, end: from }).filter(({ mention }) => mention.kind === "name");
    if (named && named.entity.type === "organization" && OPENING.test(this.#text.slice(start, named.mention.start)))
      return { words: named.mention, entity: named.entity.id, anonymous: false, pronoun: IT, end: from };
    if (!DESCRIBED.test(before[1])) return null;
    const head = headEndOf(this.#text, start, Math.min(from, start + LONGEST_PHRASE));
    return this.#groupOf({ start, end: wordsEnd(this.#text, start, head) }, null, false, from);
  }

  #groupOf(words: Span, id: string | null, anonymous: boolean, end: number): Group | null {
    const { start } = words;
    if (id !== null) {
      const type = this.#mentions.entityWithin(words, id)?.type;
      if (type !== "organization" && type !== "group") return null;
      return { words, entity: id, anonymous, pronoun: type === "group" ? THEY : IT, end };
    }
    const noun = lastWord(this.#text.slice(start, headEndOf(this.#text, start, Math.min(words.end, start + LONGEST_PHRASE))));
    const one = noun.endsWith("s") ? noun.slice(0, -1) : noun;
    if (noun !== one && (isSourceNoun(noun) || nounType(one) === "person")) return { words, entity: null, anonymous, pronoun: THEY, end };
    return nounType(noun) === "organization" ? { words, entity: null, anonymous, pronoun: IT, end } : null;
  }
}

const WORD = /[\p{L}’'.-]+/gu;

/** Where a phrase ends that begins a sentence: at the first word for a body or for people, up to a limit. */
function wordsEnd(text: string, start: number, limit: number): number {
  for (const { index, 0: word } of text.slice(start, limit).matchAll(WORD)) {
    const small = word.toLowerCase();
    if (nounType(small) === "organization" || isSourceNoun(small) || nounType(small.replace(/s$/, "")) === "person")
      return start + index + word.length;
  }
  return limit;
}

function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(" ") + 1).toLowerCase();
}

import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CuePlace } from "./cuePlace.js";
import type { Strip } from "./strips.js";
import { isPronoun, WORD_CLASSES, WordClass } from "./wordClasses.js";

/** Words that may name who speaks: positions of a strip, end exclusive. */
export interface SourceCandidate {
  readonly start: number;
  readonly end: number;
  /** Whether it stands behind the cue. */
  readonly after: boolean;
  /** Whether it is more than a noun phrase: it runs over commas or clauses up to the cue. */
  readonly long: boolean;
}

const FARTHEST_BEFORE = 45;
const FARTHEST_AFTER = 16;
const MOST_CANDIDATES = 40;
const LONGEST_PHRASE = 18;

const enum Part {
  Breaks = 0,
  Phrase = 1,
  Connects = 2,
  Pronoun = 3,
}

const PARTS = partsByClass();

function partsByClass(): Uint8Array {
  const parts = new Uint8Array(64);
  const phrase = [
    WordClass.Lower,
    WordClass.Capital,
    WordClass.Possessive,
    WordClass.Determiner,
    WordClass.Number,
    WordClass.Ing,
    WordClass.Ed,
    WordClass.Plural,
    WordClass.Person,
    WordClass.Paper,
    WordClass.Body,
    WordClass.Time,
    WordClass.CueNoun,
    WordClass.Link,
    WordClass.Other,
    WordClass.Negation,
    WordClass.Adverb,
  ];
  const connects = [
    WordClass.Of,
    WordClass.For,
    WordClass.Preposition,
    WordClass.By,
    WordClass.With,
    WordClass.About,
    WordClass.Particle,
    WordClass.To,
    WordClass.Coordinator,
    WordClass.OpenBracket,
    WordClass.CloseBracket,
    WordClass.Dash,
  ];
  const pronouns = [
    WordClass.He,
    WordClass.They,
    WordClass.It,
    WordClass.Who,
    WordClass.ObjectPronoun,
    WordClass.That,
    WordClass.Speaker,
    WordClass.Reflexive,
  ];
  for (const wordClass of phrase) parts[wordClass] = Part.Phrase;
  for (const wordClass of connects) parts[wordClass] = Part.Connects;
  for (const wordClass of pronouns) parts[wordClass] = Part.Pronoun;
  return parts;
}

/** A list of candidates, filled anew for each cue; it shows one of them at a time, so that those that are not chosen cost no object. */
export class SourceCandidates implements SourceCandidate {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #sides: number[] = [];
  #count = 0;
  start = 0;
  end = 0;
  after = false;
  long = false;

  get count(): number {
    return this.#count;
  }

  /** The candidate with an index, until another is shown. */
  show(index: number): SourceCandidate {
    this.start = this.#starts[index];
    this.end = this.#ends[index];
    this.after = (this.#sides[index] & 1) !== 0;
    this.long = (this.#sides[index] & 2) !== 0;
    return this;
  }

  /** The candidate with an index, to keep. */
  take(index: number): SourceCandidate {
    const { start, end, after, long } = this.show(index);
    return { start, end, after, long };
  }

  clear(): void {
    this.#count = 0;
  }

  add(start: number, end: number, after: boolean, long: boolean): void {
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#sides[this.#count] = (after ? 1 : 0) + (long ? 2 : 0);
    this.#count++;
  }
}

/** Fills the list with the noun phrases in a cue's sentence that can be its source. */
export function findSourceCandidates({ strip, from, to, cue, verb, form, isPassive }: CuePlace, found: SourceCandidates): void {
  found.clear();
  // "his belief that", but never "his" alone of "his widow, Ada, said"
  const mayOwn = form === CueForm.Noun;
  const lowest = isPassive ? verb.start : behindSemicolon(strip, Math.max(from, verb.start - FARTHEST_BEFORE), verb.start);
  for (let start = verb.start - 1; start >= lowest && found.count < MOST_CANDIDATES; start--) {
    if (strip.classes[start] === WordClass.Quotation) break;
    if (strip.classes[start] === WordClass.Who && hasVerbOfItsOwn(strip, start, verb.start)) continue;
    if (beginsPhrase(strip, start, from) && !isInRelativeClause(strip, start, from))
      addPhrases(strip, start, verb.start, false, mayOwn, found);
  }
  if (!isPassive && CUE_WORDS[strip.cues[cue]].hasListener) return;
  const highest = Math.min(to, verb.end + FARTHEST_AFTER);
  const most = found.count + MOST_CANDIDATES / 2;
  for (let start = verb.end; start < highest && found.count < most; start++) {
    if (strip.classes[start] === WordClass.Quotation) break;
    if (beginsPhrase(strip, start, verb.end) || (start === verb.end && describesNoun(strip, start)))
      addPhrases(strip, start, isPassive ? beforeThat(strip, start, to) : to, true, mayOwn, found);
  }
}

/** Where the clause begins that ends at a position: behind the last semicolon, if any. */
function behindSemicolon({ classes, text, starts }: Strip, from: number, end: number): number {
  for (let at = end - 2; at >= from; at--) if (classes[at] === WordClass.Dash && text.charCodeAt(starts[at]) === SEMICOLON) return at + 1;
  return from;
}

const SEMICOLON = 0x3b;

/** "was told by the mayor that the bridge was shut": what is said begins at "that". */
function beforeThat({ classes }: Strip, start: number, to: number): number {
  for (let at = start + 1; at < to; at++) if (classes[at] === WordClass.That) return at;
  return to;
}

const VERBS: ReadonlySet<number> = new Set([WordClass.CueVerb, WordClass.Verb, WordClass.Ed, WordClass.Be, WordClass.Have]);

/** "an official who asked not to be named said": whether "who" has its verb before the cue's, and no "and" joins the two. */
function hasVerbOfItsOwn({ classes }: Strip, who: number, verb: number): boolean {
  let own = who + 1;
  while (own < verb && !VERBS.has(classes[own])) own++;
  if (own >= verb) return false;
  for (let at = own + 1; at < verb; at++)
    if (classes[at] === WordClass.Coordinator || classes[at] === WordClass.But || classes[at] === WordClass.Comma) return false;
  return true;
}

/** Whether a noun phrase can begin here: behind a word that is in none, or where a determiner, a number or a name begins. */
function beginsPhrase(strip: Strip, at: number, from: number): boolean {
  const wordClass = strip.classes[at];
  const part = PARTS[wordClass];
  if (part === Part.Pronoun) return !isOfThem(strip, at);
  if (part !== Part.Phrase || wordClass === WordClass.Negation || wordClass === WordClass.Other) return false;
  if (at === from) return true;
  const before = strip.classes[at - 1];
  if (PARTS[before] !== Part.Phrase) return true;
  if (before === WordClass.Adverb || before === WordClass.Time || before === WordClass.Negation) return true;
  if (wordClass === WordClass.Determiner) return before !== WordClass.Determiner;
  if (wordClass === WordClass.Capital) return before !== WordClass.Capital && before !== WordClass.Determiner;
  return wordClass === WordClass.Possessive && strip.ends[at - 1] !== strip.starts[at];
}

/** "said lead author Ada Byron": a word that is mostly a verb, right before the noun for who speaks. */
function describesNoun({ classes }: Strip, at: number): boolean {
  return classes[at] === WordClass.Verb && classes[at + 1] === WordClass.Person;
}

/** "of them": the pronoun goes on the phrase of those of whom one or some speak. */
function isOfThem({ classes }: Strip, at: number): boolean {
  return at > 0 && classes[at] === WordClass.ObjectPronoun && classes[at - 1] === WordClass.Of;
}

function canEndPhrase(strip: Strip, at: number): boolean {
  return PARTS[strip.classes[at]] === Part.Phrase || isOfThem(strip, at);
}

const LONGEST_CLAUSE = 14;
/** What a relative clause without commas around it does not go over. */
const ENDS_CLAUSE: ReadonlySet<number> = new Set([
  WordClass.Comma,
  WordClass.Colon,
  WordClass.Dash,
  WordClass.Stop,
  WordClass.Quotation,
  WordClass.But,
  WordClass.Subordinator,
  WordClass.That,
]);
const RELATIVE: ReadonlySet<string> = new Set(["who", "whose", "which"]);

/**
 * Whether what stands here belongs to a relative clause about somebody else: in "an economist who advises Ada Byron said", it is the
 * economist who speaks. Right behind the pronoun stands the clause's subject: "the man who Ada Byron said was ill".
 */
function isInRelativeClause({ classes, text, starts, ends }: Strip, start: number, from: number): boolean {
  const lowest = Math.max(from + 1, start - LONGEST_CLAUSE);
  for (let at = start - 1; at >= lowest; at--) {
    const part = PARTS[classes[at]];
    if (classes[at] === WordClass.Who)
      return at < start - 1 && PARTS[classes[at - 1]] === Part.Phrase && RELATIVE.has(text.slice(starts[at], ends[at]));
    if (part === Part.Pronoun || ENDS_CLAUSE.has(classes[at])) return false;
  }
  return false;
}

/** @param mayOwn whether a possessive alone can be the source. */
function addPhrases(strip: Strip, start: number, limit: number, after: boolean, mayOwn: boolean, found: SourceCandidates): void {
  const first = strip.classes[start];
  if (PARTS[first] === Part.Pronoun) {
    found.add(start, start + 1, after, false);
    return;
  }
  if (mayOwn && first === WordClass.Possessive && strip.ends[start] - strip.starts[start] > 2) found.add(start, start + 1, after, false);
  let end = start + 1;
  const last = Math.min(limit, start + LONGEST_PHRASE);
  let ends = 0;
  let brackets = 0;
  for (; end < last; end++) {
    const part = PARTS[strip.classes[end]];
    if (part === Part.Breaks || (part === Part.Pronoun && !isOfThem(strip, end))) break;
    const wordClass = strip.classes[end];
    const ended = part === Part.Connects || wordClass === WordClass.Time || wordClass === WordClass.Adverb || isClitic(strip, end);
    const whole = brackets === 0 && (canEndPhrase(strip, end - 1) || strip.classes[end - 1] === WordClass.CloseBracket);
    if (ended && whole && ends < 5) {
      found.add(start, end, after, false);
      ends++;
    }
    if (wordClass === WordClass.OpenBracket) brackets++;
    else if (wordClass === WordClass.CloseBracket) brackets--;
  }
  const closed = strip.classes[end - 1] === WordClass.CloseBracket;
  if (brackets <= 0 && (canEndPhrase(strip, end - 1) || closed)) found.add(start, end, after, false);
  if (after) addAppositives(strip, start, end, limit, found);
  else if (end < limit) {
    const stop = strip.classes[limit - 1] === WordClass.Comma ? limit - 1 : limit;
    if (stop > end && limit - start <= FARTHEST_BEFORE) found.add(start, stop, after, true);
  }
}

/** "said X, a doctor" and "said X, who …": up to the next comma but one, or the sentence's end. */
function addAppositives(strip: Strip, start: number, end: number, limit: number, found: SourceCandidates): void {
  if (end >= limit) return;
  const opens = strip.classes[end];
  if (opens !== WordClass.Comma && opens !== WordClass.Who && opens !== WordClass.That) return;
  if (opens === WordClass.Comma && FINITE.has(strip.classes[end + 1])) return;
  const last = Math.min(limit, start + FARTHEST_BEFORE);
  for (let at = end + 1; at <= last; at++) {
    const wordClass = at < limit ? strip.classes[at] : WordClass.Edge;
    if (wordClass !== WordClass.Comma && wordClass !== WordClass.Stop && wordClass !== WordClass.Edge && wordClass !== WordClass.Quotation)
      continue;
    if (at > end + 1) found.add(start, at, true, true);
    // "The bridge, said Ann Weld, a nurse, was shut."
    if (wordClass !== WordClass.Comma || FINITE.has(strip.classes[at + 1])) return;
  }
}

/** What begins no apposition behind a comma: the clause goes on in which the source stands. */
const FINITE: ReadonlySet<number> = new Set([WordClass.Be, WordClass.Have, WordClass.Do, WordClass.Modal]);

function isClitic(strip: Strip, at: number): boolean {
  return strip.classes[at] === WordClass.Possessive && strip.starts[at] === strip.ends[at - 1];
}

/** For each class of nouns for a source, the kind of a phrase with one. */
const NOUN_KINDS = Uint8Array.from({ length: WORD_CLASSES }, (_, wordClass) =>
  wordClass === WordClass.Person ? 7 : wordClass === WordClass.Paper ? 11 : wordClass === WordClass.Body ? 12 : 0,
);

/** The kinds of phrases that the features tell apart. */
export const PHRASE_KINDS = 13;

/** See phraseKind: a noun for a person, and no name. */
export const PERSON_PHRASE = 7;

/** What a phrase is by its words: 0 he, 1 they, 2 it, 3 who, 4 object, 5 possessive, 6 name, 7 person, 8 determined, 9 other, 10 I, 11 paper, 12 body. */
export function phraseKind(strip: Strip, start: number, end: number): number {
  const first = strip.classes[start];
  if (first === WordClass.Speaker) return 10;
  if (isPronoun(first)) return first - WordClass.He;
  if (first === WordClass.That) return 3;
  if (first === WordClass.ObjectPronoun || first === WordClass.Reflexive) return 4;
  if (first === WordClass.Possessive && end - start === 1) return 5;
  let capital = false;
  let noun = 0;
  for (let at = start; at < end && at < start + 12 && strip.classes[at] !== WordClass.Comma; at++) {
    if (strip.classes[at] === WordClass.Capital) capital = true;
    else if (noun === 0) noun = NOUN_KINDS[strip.classes[at]];
  }
  if (capital) return 6;
  if (noun > 0) return noun;
  return first === WordClass.Determiner || first === WordClass.Number || first === WordClass.Possessive ? 8 : 9;
}

import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, isWord, type Strip } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

const LONGEST_ASIDE = 5;

/** What may stand between "who" and its verb: "who in 2010 said", "who last week, on Friday, told". */
const BEHIND_WHO: ReadonlySet<number> = new Set([
  WordClass.Preposition,
  WordClass.Number,
  WordClass.Time,
  WordClass.Adverb,
  WordClass.Comma,
]);

/** "who" of "Hill, who in 2010 said": where a time is all that parts it from the cue's verb; null for another cue. */
export function whoBefore(strip: Strip, { from, verb }: CueReading): SourceCandidate | null {
  const { classes } = strip;
  const lowest = Math.max(from, verb.start - LONGEST_ASIDE);
  for (let at = verb.start - 1; at >= lowest; at--) {
    if (isWord(strip, at, "who")) return at === verb.start - 1 ? null : { start: at, end: at + 1, after: false, long: false };
    if (!BEHIND_WHO.has(classes[at])) return null;
  }
  return null;
}

const HEARD = new WordTest(["heard", "hear", "hears", "hearing", "overheard"]);
const LONGEST_HEARD = 6;

/** "her" of "Mary heard her say", "one voice" of "she heard one voice say": who is heard to say something says it; null for another cue. */
export function whoIsHeard(strip: Strip, { from, cue, verb }: CueReading): SourceCandidate | null {
  const { cues, classes } = strip;
  const form = cues[cue] < 0 ? null : CUE_WORDS[cues[cue]].form;
  if (verb.start !== cue || (form !== CueForm.Base && form !== CueForm.Ing)) return null;
  const lowest = Math.max(from, cue - LONGEST_HEARD);
  for (let at = cue - 1; at >= lowest; at--) {
    if (isOneOf(strip, at, HEARD)) {
      const opens = at + 1 < cue && (OPENS_HEARD.has(classes[at + 1]) || isNounOfSource(classes[at + 1]) || isOneOf(strip, at + 1, ONE));
      return opens && classes[at - 1] !== WordClass.Be ? { start: at + 1, end: cue, after: false, long: false } : null;
    }
    if (NOT_HEARD.has(classes[at])) return null;
  }
  return null;
}

const ONE = new WordTest(["one", "someone", "somebody", "another"]);
const OPENS_HEARD: ReadonlySet<number> = new Set([WordClass.Determiner, WordClass.Possessive, WordClass.ObjectPronoun, WordClass.Capital]);
/** What parts a clause from the one before. */
const NOT_HEARD: ReadonlySet<number> = new Set([
  WordClass.Comma,
  WordClass.Quotation,
  WordClass.Coordinator,
  WordClass.But,
  WordClass.That,
  WordClass.To,
]);

const FARTHEST_WHOM = 9;

/** "Bethan" of "two daughters, one of whom, Bethan, said", "one of whom" where no name follows; null for another cue. */
export function oneOfWhom({ classes, text, starts, ends }: Strip, { from, verb }: CueReading): SourceCandidate | null {
  let whom = verb.start - 1;
  const lowest = Math.max(from + 2, verb.start - FARTHEST_WHOM);
  while (whom >= lowest && text.slice(starts[whom], ends[whom]) !== "whom") whom--;
  if (whom < lowest || classes[whom - 1] !== WordClass.Of) return null;
  if (whom + 1 === verb.start) return { start: whom - 2, end: whom + 1, after: false, long: false };
  const isNamed = classes[whom + 1] === WordClass.Comma && classes[verb.start - 1] === WordClass.Comma && whom + 3 < verb.start;
  return isNamed ? { start: whom + 2, end: verb.start - 1, after: false, long: false } : null;
}

/** Behind these a phrase is no subject. */
export const BEFORE_OBJECT: ReadonlySet<number> = new Set([
  WordClass.Preposition,
  WordClass.Of,
  WordClass.For,
  WordClass.To,
  WordClass.By,
  WordClass.With,
  WordClass.About,
]);
const AFTER = ["after", "before", "since"] as const;

/**
 * Whether the phrase that was taken for the source of a participle is what a preposition before it has: "the debate" of "Hill left after
 * the debate, saying".
 */
export function isObjectBefore(strip: Strip, { cue, verb }: CueReading, { start, end, after }: SourceCandidate): boolean {
  const { classes, cues } = strip;
  if (after || start === 0 || cues[cue] < 0 || CUE_WORDS[cues[cue]].form !== CueForm.Ing) return false;
  if (end !== verb.start - 1 || classes[end] !== WordClass.Comma) return false;
  const before = start - 1;
  return BEFORE_OBJECT.has(classes[before]) || AFTER.some((word) => isWord(strip, before, word));
}

const LONGEST_SUBJECT = 6;
const IN_SUBJECT: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Lower,
  WordClass.Plural,
]);
const VERBS: ReadonlySet<number> = new Set([
  WordClass.Be,
  WordClass.Have,
  WordClass.Do,
  WordClass.Modal,
  WordClass.Ed,
  WordClass.Verb,
  WordClass.CueVerb,
  WordClass.CueNoun,
  WordClass.Adverb,
]);

/** The pronoun or the noun phrase that a sentence begins with and whose verb follows; null where it begins otherwise. */
export function openingSubject({ classes }: Strip, from: number, limit: number): SourceCandidate | null {
  let end = from;
  if (classes[from] === WordClass.He || classes[from] === WordClass.They) end++;
  else while (end < limit && end < from + LONGEST_SUBJECT && (IN_SUBJECT.has(classes[end]) || isNounOfSource(classes[end]))) end++;
  return end > from && end < limit && VERBS.has(classes[end]) ? { start: from, end, after: false, long: false } : null;
}

/** A relative clause is looked into so far. */
const FARTHEST_HEAD = 30;

/**
 * The phrase that a sentence begins with, of "Families whose homes were ruined when the river burst its banks have accused", where the
 * subject of a clause inside its relative clause was taken for the source; null where it was not.
 */
export function headOfRelative({ classes }: Strip, { from, verb }: CueReading, { start, after }: SourceCandidate): SourceCandidate | null {
  if (after || start <= from + 2 || start > from + FARTHEST_HEAD || classes[start - 1] !== WordClass.Subordinator) return null;
  let who = from;
  while (who < start && (IN_SUBJECT.has(classes[who]) || isNounOfSource(classes[who]))) who++;
  if (who === from || classes[who] !== WordClass.Who) return null;
  let hasVerb = false;
  for (let at = who + 1; at < verb.start; at++) {
    if (classes[at] === WordClass.Comma || classes[at] === WordClass.Quotation) return null;
    hasVerb ||= at > start && (IS_VERB.has(classes[at]) || isObjectOfPlainWord(classes, at));
  }
  return hasVerb ? { start: from, end: who, after: false, long: false } : null;
}

const IS_VERB: ReadonlySet<number> = new Set([WordClass.Be, WordClass.Have, WordClass.Modal, WordClass.Verb, WordClass.CueVerb]);

/** "burst its banks": a plain word that a phrase of its own follows is a verb. */
function isObjectOfPlainWord(classes: Uint8Array, at: number): boolean {
  return (classes[at] === WordClass.Determiner || classes[at] === WordClass.Possessive) && classes[at - 1] === WordClass.Lower;
}

/** What a source begins with behind a comma. */
const OPENS: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.He,
  WordClass.They,
  WordClass.Person,
  WordClass.Body,
]);

/** What follows a participle, and not a name that ends like one. */
const IN_PARTICIPLE: ReadonlySet<number> = new Set([
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Preposition,
  WordClass.To,
  WordClass.With,
  WordClass.By,
  WordClass.For,
  WordClass.About,
  WordClass.Particle,
  WordClass.Subordinator,
  WordClass.Capital,
  WordClass.ObjectPronoun,
  WordClass.Time,
  WordClass.Adverb,
]);

/** "the minister, Ann Weld" of "Opening the debate, the minister, Ann Weld, told": what a sentence begins with a participle for, it tells of the source. */
export function withoutParticiple(strip: Strip, from: number, source: SourceCandidate): SourceCandidate {
  const { classes, text, ends } = strip;
  const isParticiple = source.start === from && IN_PARTICIPLE.has(classes[from + 1]) && text.startsWith("ing", ends[from] - 3);
  if (!isParticiple) return source;
  let comma = from + 1;
  while (comma < source.end && classes[comma] !== WordClass.Comma) comma++;
  return comma + 1 < source.end && OPENS.has(classes[comma + 1]) ? { ...source, start: comma + 1 } : source;
}

import { CUE_WORDS } from "./cueLexicon.js";
import type { Stretch } from "./cueReading.js";
import { CueSetting } from "./cueSetting.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, isWord, type Strip } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

const VERBS: ReadonlySet<number> = new Set([WordClass.CueVerb, WordClass.Verb, WordClass.Ed]);
const PASTS = new WordTest(functionWords.pasts);

/**
 * What is said, without what its ends only seem to hold: the bracket that closes around the whole clause ("(she said that it was shut)"),
 * and the "as" of "it was shut, as Weld has said".
 */
export function withoutLooseEnds(strip: Strip, { start, end }: Stretch): Stretch {
  const { classes } = strip;
  let last = end - 1;
  if (last > start && classes[last] === WordClass.CloseBracket && !opensBracket(classes, start, last)) last--;
  if (last > start + 1 && isWord(strip, last, "as") && classes[last - 1] === WordClass.Comma) last -= 2;
  return { start: startOfWord(strip, start), end: isTornTime(strip, start, last + 1) ? last + 2 : last + 1 };
}

/** "a chaotic night" of what was read as "a chaotic": the word for a time is what the article stands for. */
function isTornTime({ classes }: Strip, start: number, end: number): boolean {
  if (classes[start] !== WordClass.Determiner || end > start + LONGEST_TORN || classes[end] !== WordClass.Time) return false;
  for (let at = start + 1; at < end; at++) if (classes[at] !== WordClass.Lower && classes[at] !== WordClass.Ed) return false;
  return true;
}

const LONGEST_TORN = 3;

/**
 * What is said with the clause that "and that" adds to it: "his men were hungry on Monday and that nobody had come" of what was read as
 * "his men were hungry". @param last where the sentence ends.
 */
export function upToAddedClause(strip: Strip, { start, end }: Stretch, last: number): Stretch {
  const { classes } = strip;
  const limit = Math.min(last - MOST_BEFORE_SUBJECT, end + FARTHEST_ADDED);
  for (let at = end; at < limit; at++) {
    const wordClass = classes[at];
    if (wordClass === WordClass.Coordinator && isWord(strip, at + 1, "that")) return { start, end: last };
    if (!IN_ADDED.has(wordClass)) break;
  }
  return { start, end };
}

const FARTHEST_ADDED = 8;
/** When and where what is said was so. */
const IN_ADDED: ReadonlySet<number> = new Set([
  WordClass.Preposition,
  WordClass.Determiner,
  WordClass.Time,
  WordClass.Lower,
  WordClass.Number,
  WordClass.Capital,
  WordClass.Plural,
]);

function opensBracket(classes: Uint8Array, from: number, close: number): boolean {
  let open = 0;
  for (let at = from; at < close; at++) {
    if (classes[at] === WordClass.OpenBracket) open++;
    else if (classes[at] === WordClass.CloseBracket) open--;
  }
  return open > 0;
}

/** "Friday's decision" of what was read as "'s decision". */
function startOfWord({ classes, starts, ends }: Strip, start: number): number {
  const isTorn = start > 0 && classes[start] === WordClass.Possessive && ends[start - 1] === starts[start];
  return isTorn && classes[start - 1] === WordClass.Time ? start - 1 : start;
}

/**
 * What is said up to the quotation that ends it: “What curfew?” of "chanted “What curfew?” and kept going", and "they want “justice,”" where
 * "but pledged to stay calm" goes on behind the comma in the marks.
 * @param cue the cue's position.
 */
export function upToQuotation(strip: Strip, { start, end }: Stretch, cue: number): Stretch {
  const { classes, text, ends } = strip;
  for (let at = start; at + 2 < end; at++) {
    if (classes[at] !== WordClass.Quotation) continue;
    const isAlone = at === start && start - cue <= 2 && start > cue;
    if (isAlone ? leavesStatement(strip, at + 1) : text[ends[at] - 2] === "," && leavesClause(strip, at + 1)) return { start, end: at + 1 };
    if (isAlone) return { start, end };
  }
  return { start, end };
}

function leavesStatement(strip: Strip, at: number): boolean {
  const wordClass = strip.classes[at];
  return wordClass === WordClass.Time || leavesClause(strip, at);
}

function leavesClause(strip: Strip, at: number): boolean {
  const wordClass = strip.classes[at];
  if (wordClass === WordClass.Subordinator) return true;
  if (wordClass !== WordClass.Coordinator && wordClass !== WordClass.But) return false;
  const verb = strip.classes[at + 1] === WordClass.Adverb ? at + 2 : at + 1;
  return VERBS.has(strip.classes[verb]) || isOneOf(strip, verb, PASTS);
}

const AUXILIARIES: ReadonlySet<number> = new Set([WordClass.Be, WordClass.Have, WordClass.Do, WordClass.Modal]);
const SUBJECTS: ReadonlySet<number> = new Set([WordClass.He, WordClass.They, WordClass.It, WordClass.Speaker]);
const LONGEST_NAME = 4;
/** The subject of a clause stands so near to the word that opens it. */
const MOST_BEFORE_SUBJECT = 3;

/**
 * What is said up to the comma behind which the main clause goes on: "the bridge was safe" of "Weld, who said the bridge was safe, left",
 * "about the rival" of "When Weld asked about the rival, he laughed".
 * @param from the sentence's first position.
 */
export function upToMainClause(strip: Strip, { start, end }: Stretch, from: number, source: SourceCandidate | null): Stretch {
  const { classes } = strip;
  if (source === null || (source.after && classes[from + 1] !== WordClass.By)) return { start, end };
  const relative =
    !source.after && classes[source.end - 1] === WordClass.Who && source.end > from + 1 && classes[source.end - 2] === WordClass.Comma;
  const opens = source.after || classes[from] === WordClass.Subordinator;
  const subordinate = opens && source.start - from <= MOST_BEFORE_SUBJECT;
  if (!relative && !subordinate) return { start, end };
  for (let at = start + 1; at + 1 < end; at++) {
    if (classes[at] !== WordClass.Comma) continue;
    if (relative ? isFiniteVerb(strip, at + 1) : opensClause(strip, at + 1, end)) return { start, end: at };
  }
  return { start, end };
}

function isFiniteVerb(strip: Strip, at: number): boolean {
  const verb = strip.classes[at] === WordClass.Adverb ? at + 1 : at;
  return VERBS.has(strip.classes[verb]) || AUXILIARIES.has(strip.classes[verb]) || isOneOf(strip, verb, PASTS);
}

/** Whether a pronoun, or a name with its verb, begins at a position. */
function opensClause(strip: Strip, from: number, end: number): boolean {
  if (SUBJECTS.has(strip.classes[from])) return true;
  let at = from;
  while (at < end && at < from + LONGEST_NAME && strip.classes[at] === WordClass.Capital) at++;
  return at > from && at < end && isFiniteVerb(strip, at);
}

const IN_LISTENER: ReadonlySet<number> = new Set([WordClass.Lower, WordClass.Plural, WordClass.CueNoun, WordClass.Capital, WordClass.Ing]);
const BEFORE_LISTENER: ReadonlySet<number> = new Set([WordClass.Determiner, WordClass.Possessive]);
/** What a clause begins with behind a whole noun phrase. */
const OPENS_CLAUSE: ReadonlySet<number> = new Set([...SUBJECTS, WordClass.Determiner, WordClass.Possessive]);
const LONGEST_LISTENER = 5;

/**
 * Where what is said begins behind who is told: "the plant would close" of "told the meeting the plant would close", and behind what it was
 * said in: "that it would" of "said from the floor that it would". @param start where it was taken to begin.
 */
export function behindListener(strip: Strip, cue: number, start: number, limit: number): number {
  const { classes, cues, settings } = strip;
  if (start <= cue) return start;
  if (settings[cue] === CueSetting.PrepositionMarked && SAYING.has(CUE_WORDS[cues[cue]].lemma)) return markBehind(classes, start, limit);
  if (!CUE_WORDS[cues[cue]].hasListener || start !== cue + 1 || !BEFORE_LISTENER.has(classes[start])) return start;
  let at = start + 1;
  while (at < limit && at < start + LONGEST_LISTENER && (IN_LISTENER.has(classes[at]) || isNounOfSource(classes[at]))) at++;
  return at > start + 1 && at + 1 < limit && OPENS_CLAUSE.has(classes[at]) ? at : start;
}

const SAYING: ReadonlySet<string> = new Set(functionWords.toSay);
const FARTHEST_MARK = 8;

function markBehind(classes: Uint8Array, start: number, limit: number): number {
  for (let at = start; at < limit && at < start + FARTHEST_MARK; at++) {
    if (classes[at] === WordClass.That) return at;
    if (classes[at] === WordClass.Comma || SUBJECTS.has(classes[at])) return start;
  }
  return start;
}

import type { CueReading } from "./cueReading.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, type Strip } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

// Sources that a relative clause stands behind, or in whose relative clause the cue is.

const LONGEST_PHRASE = 14;

/** The classes of words in a noun phrase, from its last word back to its first. */
const IN_PHRASE: ReadonlySet<number> = new Set([
  WordClass.Lower,
  WordClass.Capital,
  WordClass.Plural,
  WordClass.Number,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.CueNoun,
  WordClass.Of,
  WordClass.For,
  WordClass.ObjectPronoun,
]);
const RELATIVE: ReadonlySet<string> = new Set(["who", "which"]);
const WHO = new WordTest(["who"]);

/**
 * The phrase before a relative clause that a comma closes before the cue: the clerk of "a clerk, who was ill, said" and of "a clerk, whose
 * house had burned, was blunt:". The same source where it stands in no such clause.
 */
export function beforeRelative(strip: Strip, { from, verb }: CueReading, source: SourceCandidate): SourceCandidate {
  const { classes } = strip;
  const relative = relativeBefore(strip, from, source);
  const close = relative < 0 ? -1 : closeOf(strip, source, verb.start);
  if (close < 0) return source;
  const lowest = Math.max(from, relative - 1 - LONGEST_PHRASE);
  let first = relative - 1;
  while (first > lowest && (IN_PHRASE.has(classes[first - 1]) || isNounOfSource(classes[first - 1]))) first--;
  return first === relative - 1 ? source : { ...source, start: first, end: close, long: true };
}

/** "the authorities, who" of "It comes as Oslo faces more control from the authorities, who last year warned": whom the clause tells of, without what leads up. */
export function beforeWho(strip: Strip, source: SourceCandidate): SourceCandidate | null {
  if (source.end - source.start <= 2 || !isOneOf(strip, source.end - 1, WHO)) return null;
  const { classes } = strip;
  const who = source.end - 1;
  const end = classes[who - 1] === WordClass.Comma ? who - 1 : who;
  let first = end;
  while (first > source.start && (IN_PHRASE.has(classes[first - 1]) || isNounOfSource(classes[first - 1]))) first--;
  return first > source.start && first < end ? { ...source, start: first } : null;
}

/** The comma that ends the relative clause of a source: the one right before the verb, or before what leads up to a colon; -1 where there is none. */
function closeOf({ classes }: Strip, { end }: SourceCandidate, verb: number): number {
  if (verb - 1 >= end && classes[verb - 1] === WordClass.Comma) return verb - 1;
  if (classes[verb] !== WordClass.Colon) return -1;
  let close = end;
  while (close < verb && classes[close] !== WordClass.Comma) close++;
  return close < verb && close > end ? close : -1;
}

/** Where the relative clause begins that a source is the subject of; -1 where it is none's. */
function relativeBefore({ classes, text, starts, ends }: Strip, from: number, { start, end }: SourceCandidate): number {
  const isWhose = end - start > 1 || classes[start] !== WordClass.Who;
  const at = isWhose ? start - 1 : start;
  if (at <= from || classes[at] !== WordClass.Who || classes[at - 1] !== WordClass.Comma) return -1;
  const word = text.slice(starts[at], ends[at]);
  return (isWhose ? word === "whose" || word === "who" : RELATIVE.has(word)) ? at : -1;
}

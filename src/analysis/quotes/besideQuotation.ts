import type { Span } from "../analysis.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { QuotationPlace } from "./readings.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, isWord, type Strip } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

/** A clause that ends in a quotation: its subject, and the cue with what stands behind it, as positions of the strip, end exclusive. */
export interface ClauseBeside {
  readonly source: SourceCandidate;
  readonly phrase: Span;
}

const LONGEST_NAME = 5;
const MOST_BETWEEN = 3;

/** What may part a verb from the quotation that is its object: "went on about “…”", "said that “…”", "called it “…”". */
const BETWEEN: ReadonlySet<number> = new Set([
  WordClass.Particle,
  WordClass.About,
  WordClass.Of,
  WordClass.That,
  WordClass.Comma,
  WordClass.Colon,
]);
const FINITE: ReadonlySet<CueForm> = new Set([CueForm.Past, CueForm.Third, CueForm.Base]);
/** What a clause of its own begins behind. */
const BEFORE_CLAUSE: ReadonlySet<number> = new Set([
  WordClass.Comma,
  WordClass.Coordinator,
  WordClass.But,
  WordClass.Subordinator,
  WordClass.Quotation,
  WordClass.Dash,
]);
const PRONOUNS: ReadonlySet<number> = new Set([WordClass.He, WordClass.They, WordClass.Speaker]);
const IT = new WordTest(["it", "they"]);

/**
 * The clause whose verb the quotation stands right behind, in a sentence that has told of something else before: "Although nobody named
 * Hill, it referenced “…”", "She left as Weld went on about “…”". Null where the words before the quotation are none.
 * @param from the sentence's first position; @param position the quotation's.
 */
export function clauseBeside(strip: Strip, from: number, position: number): ClauseBeside | null {
  const { classes, cues } = strip;
  let cue = position - 1;
  while (cue > from && cue > position - 1 - MOST_BETWEEN && (BETWEEN.has(classes[cue]) || isWord(strip, cue, "on"))) cue--;
  if (cue <= from + 1 || cues[cue] < 0 || !FINITE.has(CUE_WORDS[cues[cue]].form)) return null;
  const start = subjectStart(strip, from, cue);
  if (start === cue || start <= from || !BEFORE_CLAUSE.has(classes[start - 1])) return null;
  return { source: { start, end: cue, after: false, long: false }, phrase: { start: cue, end: cue + 1 } };
}

/** Where the pronoun or the name begins that ends at a position; the position itself where none does. */
function subjectStart(strip: Strip, from: number, end: number): number {
  const { classes } = strip;
  if (PRONOUNS.has(classes[end - 1]) || isOneOf(strip, end - 1, IT)) return end - 1;
  let start = end;
  while (start > from && start > end - LONGEST_NAME && classes[start - 1] === WordClass.Capital) start--;
  // "Jan Roth"
  return start < end && start > from && classes[start - 1] === WordClass.Time ? start - 1 : start;
}

/** What "to her" begins a clause behind, and is no verb's object there. */
const BEFORE_VIEW: ReadonlySet<number> = new Set([...BEFORE_CLAUSE, WordClass.That, WordClass.Stop]);
const IN_VIEW: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.ObjectPronoun,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Lower,
  WordClass.Plural,
]);
const LONGEST_VIEW = 6;

/** "she went on because to her, “…”": to whom it is so. */
export function viewBeside(strip: Strip, from: number, position: number): ClauseBeside | null {
  const { classes } = strip;
  if (classes[position - 1] !== WordClass.Comma) return null;
  let start = position - 1;
  while (start > from && start > position - LONGEST_VIEW && (IN_VIEW.has(classes[start - 1]) || isNounOfSource(classes[start - 1])))
    start--;
  const to = start - 1;
  if (start === position - 1 || to < from || !isWord(strip, to, "to") || (to > from && !BEFORE_VIEW.has(classes[to - 1]))) return null;
  return { source: { start, end: position - 1, after: true, long: false }, phrase: { start: to, end: start } };
}

/** Between a quotation and the next in one list: "“A,” “B” and the “C”". */
const IN_LIST: ReadonlySet<number> = new Set([WordClass.Comma, WordClass.Coordinator, WordClass.Determiner, WordClass.Possessive]);
const LONGEST_LINK = 3;

/** Whether nothing but "and" or a comma stands between a quotation and the one before in its sentence: they are one list. */
export function goesOnList({ classes }: Strip, { from, position }: QuotationPlace, before: number): boolean {
  if (before < from || before >= position - 1 || position - before > LONGEST_LINK + 1) return false;
  let joined = false;
  for (let at = before + 1; at < position; at++) {
    if (!IN_LIST.has(classes[at])) return false;
    joined ||= classes[at] === WordClass.Coordinator || classes[at] === WordClass.Comma;
  }
  return joined;
}

const LEAST_WORDS = 4;

/** "Luigi Benassi (“call me Gigi, everyone does”)": whose name stands right before the bracket that holds a quotation of some words. */
export function nameBeforeBracket(strip: Strip, { from, position }: QuotationPlace): SourceCandidate | null {
  const { classes, text, starts, ends } = strip;
  if (classes[position - 1] !== WordClass.OpenBracket || classes[position + 1] !== WordClass.CloseBracket) return null;
  if (text.slice(starts[position], ends[position]).split(" ", LEAST_WORDS).length < LEAST_WORDS) return null;
  let start = position - 1;
  while (start > from && start > position - 1 - LONGEST_NAME && classes[start - 1] === WordClass.Capital) start--;
  if (start === position - 1) return null;
  return { start, end: position - 1, after: false, long: false };
}

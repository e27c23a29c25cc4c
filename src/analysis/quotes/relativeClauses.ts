import type { Span } from "../analysis.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { isOneOf, isWord, type Strip, wordAt } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

/** The subject of a clause that hangs on another and ends in a quotation, and the clause's verb: positions of the strip, end exclusive. */
export interface HangingClause {
  readonly source: Span;
  readonly cue: number;
}

const LONGEST_CLAUSE = 14;
const LONGEST_NOUN = 4;
const FORMS: ReadonlySet<CueForm> = new Set([CueForm.Past, CueForm.Third, CueForm.Base, CueForm.Participle]);
const PROMPTING = new WordTest(functionWords.prompting);
const SUBJECT: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Person,
  WordClass.He,
  WordClass.They,
  WordClass.Speaker,
]);
const BEFORE_VERB: ReadonlySet<number> = new Set([WordClass.Have, WordClass.Be, WordClass.Adverb, WordClass.Modal]);
const NO_SUBJECT: ReadonlySet<number> = new Set([WordClass.Verb, WordClass.CueVerb, WordClass.Who, WordClass.To, WordClass.Subordinator]);

/**
 * Finds the clause by which words in marks are said in a sentence that has told of somebody else's words: ", a charge that Hill rejected as
 * “…”", ", which Hill called “…”", ", prompting Hill to call it “…”".
 * @param from the sentence's first position; @param position the quotation's.
 */
export function hangingClause(strip: Strip, from: number, position: number): HangingClause | null {
  const { classes } = strip;
  let cue = position - 1;
  while (cue > from && (isWord(strip, cue, "as") || classes[cue] === WordClass.ObjectPronoun || classes[cue] === WordClass.It)) cue--;
  if (cue <= from || strip.cues[cue] < 0 || !FORMS.has(CUE_WORDS[strip.cues[cue]].form)) return null;
  let comma = cue - 1;
  while (comma > from && comma > cue - LONGEST_CLAUSE && classes[comma] !== WordClass.Comma) {
    if (classes[comma] === WordClass.Quotation || classes[comma] === WordClass.Stop) return null;
    comma--;
  }
  if (classes[comma] !== WordClass.Comma) return null;
  const prompted = classes[cue - 1] === WordClass.To && isOneOf(strip, comma + 1, PROMPTING);
  const start = prompted ? comma + 2 : subjectStart(strip, comma + 1, cue);
  let end = prompted ? cue - 1 : cue;
  while (!prompted && end > start && BEFORE_VERB.has(classes[end - 1])) end--;
  if (start < 0 || end <= start || !(SUBJECT.has(classes[start]) || isNounOfSource(classes[start]))) return null;
  for (let at = start; at < end; at++) if (NO_SUBJECT.has(classes[at])) return null;
  return { source: { start, end }, cue };
}

const CALLING = new WordTest(functionWords.calling);
const LONGEST_OBJECT = 5;
const OBJECT: ReadonlySet<number> = new Set([
  WordClass.It,
  WordClass.ObjectPronoun,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Lower,
  WordClass.Plural,
  WordClass.Capital,
  WordClass.CueNoun,
]);
/** What parts the subject from what stands before it. */
const BEFORE_CLAUSE: ReadonlySet<number> = new Set([
  WordClass.Comma,
  WordClass.Coordinator,
  WordClass.But,
  WordClass.Subordinator,
  WordClass.Quotation,
  WordClass.Stop,
  WordClass.Who,
  WordClass.That,
  WordClass.Dash,
]);

/**
 * Finds the clause in which somebody calls something by words in marks, with a verb that is no cue of the lexicon: "The Law Society (LSK)
 * termed it “…”", "critics painted the plan as “…”".
 */
export function callingClause(strip: Strip, from: number, position: number): HangingClause | null {
  const { classes } = strip;
  let verb = position - 1;
  while (verb > from && verb > position - LONGEST_OBJECT && (isWord(strip, verb, "as") || OBJECT.has(classes[verb]))) {
    if (isOneOf(strip, verb, CALLING)) break;
    verb--;
  }
  if (verb <= from || verb === position - 1 || !isOneOf(strip, verb, CALLING) || strip.cues[verb] >= 0) return null;
  let start = verb;
  while (start > from && start > verb - LONGEST_CLAUSE && !BEFORE_CLAUSE.has(classes[start - 1])) start--;
  let end = verb;
  while (end > start && BEFORE_VERB.has(classes[end - 1])) end--;
  if (end <= start || start === verb - LONGEST_CLAUSE) return null;
  for (let at = start; at < end; at++) if (NO_SUBJECT.has(classes[at])) return null;
  return { source: { start, end }, cue: verb };
}

/** Behind "which", or behind "a charge" and "a charge that"; -1 where the words begin otherwise. */
function subjectStart(strip: Strip, from: number, cue: number): number {
  const { classes } = strip;
  const first = wordAt(strip, from);
  if (first === "which" || first === "something") return from + 1;
  if (first !== "a" && first !== "an") return -1;
  for (let at = from + 2; at < cue && at <= from + LONGEST_NOUN; at++) {
    if (classes[at] === WordClass.That || isWord(strip, at, "which")) return at + 1;
    if (SUBJECT.has(classes[at])) return at;
    if (classes[at] === WordClass.Who) return -1;
  }
  return -1;
}

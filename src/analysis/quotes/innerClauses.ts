import { nounType } from "../identity/rolePhrases.js";
import type { ClauseBeside } from "./besideQuotation.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import functionWords from "./functionWords.json" with { type: "json" };
import { isOneOf, isWord, type Strip } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

// Clauses inside another's words or about a thing, in which a quotation is said by somebody else than the sentence's subject.

const FINITE: ReadonlySet<CueForm> = new Set([CueForm.Past, CueForm.Third, CueForm.Base, CueForm.Participle]);
const LONGEST_LISTENER = 5;
const LONGEST_SUBJECT = 8;
const LONGEST_GROUP = 3;

/** To whom something is said, between a verb and its quotation. */
const IN_LISTENER: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Person,
  WordClass.Body,
  WordClass.Lower,
  WordClass.Plural,
  WordClass.ObjectPronoun,
  WordClass.Paper,
  WordClass.CueNoun,
]);
/** Verbs of saying: what somebody wants, thinks or opposes is told in the words of whoever tells of it. */
const SAYING: ReadonlySet<string> = new Set(functionWords.innerSaying);
const LISTENED = new WordTest(functionWords.addressing);
const IN_GROUP: ReadonlySet<number> = new Set([WordClass.Have, WordClass.Adverb, WordClass.Be, WordClass.Modal]);
const IN_SUBJECT: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Person,
  WordClass.Paper,
  WordClass.Body,
  WordClass.Lower,
  WordClass.Plural,
  WordClass.Number,
  WordClass.Of,
]);
const RELATIVE = new WordTest(["which", "that", "what"]);
const LONGEST_APPOSITION = 6;

/**
 * Finds the clause whose verb the quotation stands right behind, where it hangs on another verb of saying or on a thing: "Farr said that
 * Pell had told detectives: “…”", "Kerr said his brother shouted “…”", "signed a bill that critics call “…”", "a plan which residents say
 * is “…”". Null where the words before the quotation are none.
 * @param from the sentence's first position; @param position the quotation's.
 */
export function innerClause(strip: Strip, from: number, position: number): ClauseBeside | null {
  const { classes } = strip;
  const cue = cueBefore(strip, from, position);
  if (cue < 0) return null;
  let end = cue;
  while (end > from + 1 && end > cue - LONGEST_GROUP && (IN_GROUP.has(classes[end - 1]) || isInLy(strip, end - 1))) end--;
  const start = subjectStart(strip, from, end);
  if (start === end || start <= from + 1 || !hangs(strip, from, start, end)) return null;
  // "residents say is": what they say of a thing; in "said his mental state was", a noun.
  if (classes[cue + 1] === WordClass.Be && !isOneOf(strip, start - 1, RELATIVE)) return null;
  return { source: { start, end, after: false, long: false }, phrase: { start: cue, end: cue + 1 } };
}

/** The verb of saying right before a quotation, or before to whom it is said, "as", "that" or "is"; -1 where there is none. */
function cueBefore(strip: Strip, from: number, position: number): number {
  const { classes } = strip;
  let at = position - 1;
  if (at > from && (LINKS.has(classes[at]) || isWord(strip, at, "as"))) at--;
  if (isCue(strip, at)) return at;
  if (classes[at] === WordClass.Be && isCue(strip, at - 1)) return at - 1;
  const lowest = Math.max(from, at - LONGEST_LISTENER);
  for (let behind = at; behind > lowest && IN_LISTENER.has(classes[behind]); behind--) {
    const isNamed = classes[at] === WordClass.ObjectPronoun && behind === at;
    if (isCue(strip, behind - 1) && (isNamed || isOneOf(strip, behind - 1, LISTENED))) return behind - 1;
  }
  return -1;
}

const LINKS: ReadonlySet<number> = new Set([WordClass.Comma, WordClass.Colon, WordClass.That]);

function isCue({ cues, classes }: Strip, at: number): boolean {
  if (at < 1 || cues[at] < 0 || classes[at] === WordClass.Colon) return false;
  const { form, lemma } = CUE_WORDS[cues[at]];
  return FINITE.has(form) && SAYING.has(lemma);
}

/** "previously", between the subject and its verb. */
function isInLy({ classes, text, ends }: Strip, at: number): boolean {
  return classes[at] === WordClass.Lower && text.startsWith("ly", ends[at] - 2);
}

/** Where the phrase begins that ends at a position; the position itself where none does. */
function subjectStart(strip: Strip, from: number, end: number): number {
  const { classes } = strip;
  if (classes[end - 1] === WordClass.Comma) {
    const comma = appositionStart(strip, from, end - 1);
    const start = comma < 0 ? comma : subjectStart(strip, from, comma);
    return start < 0 || start === comma ? end : start;
  }
  const last = classes[end - 1];
  if (last === WordClass.Of || last === WordClass.Determiner || last === WordClass.Possessive) return end;
  let start = end;
  while (start > from && start > end - LONGEST_SUBJECT && IN_SUBJECT.has(classes[start - 1])) start--;
  return start;
}

/** The comma before the phrase that a comma ends, -1 where none stands there: "its leader, Jan Roth, called". */
function appositionStart({ classes }: Strip, from: number, close: number): number {
  let at = close - 1;
  while (at > from && at > close - LONGEST_APPOSITION && IN_SUBJECT.has(classes[at])) at--;
  return classes[at] === WordClass.Comma && at < close - 1 ? at : -1;
}

/** Whether a clause that has its subject between two positions hangs on the words before it. */
function hangs(strip: Strip, from: number, start: number, end: number): boolean {
  const { classes, cues } = strip;
  const before = start - 1;
  if (isOneOf(strip, before, RELATIVE)) return before > from && classes[before - 1] !== WordClass.Quotation;
  const isVerb = cues[before] >= 0 && classes[before] === WordClass.CueVerb && FINITE.has(CUE_WORDS[cues[before]].form);
  return isVerb && isOfPeople(strip, start, end);
}

/** Whether a phrase names somebody or has a noun for people as its last: "a loophole called “…”" has nobody who calls. */
function isOfPeople(strip: Strip, start: number, end: number): boolean {
  const { classes } = strip;
  for (let at = start; at < end; at++) if (classes[at] === WordClass.Capital || isNounOfSource(classes[at])) return true;
  const { text, starts, ends } = strip;
  return nounType(text.slice(starts[end - 1], ends[end - 1])) === "person";
}

import type { Span } from "../analysis.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";

/** A clause that says who speaks, put into what he says; offsets of the text, the comma before it left outside. */
export interface CueClause extends Span {
  /** Whether a sentence ends with it. */
  readonly endsSentence: boolean;
}

const VERBS: ReadonlySet<string> = new Set(
  CUE_WORDS.filter(({ form }) => form === CueForm.Past || form === CueForm.Third).map(({ text }) => text),
);

const SUBJECT =
  "(?:he|she|they|we|I|\\p{Lu}[\\p{L}’'.-]*\\p{Ll}(?: \\p{Lu}[\\p{L}’'.-]*\\p{Ll}){0,2}|(?:the|a|an|another|his|her|my|their) (?:[\\p{Ll}-]+ ){0,2}[\\p{Ll}-]+)";
/** ", he said" and ", said the old man", behind a comma, a dash, or a question or an exclamation. */
const SUBJECT_FIRST = new RegExp(`([,!?…;—])\\s+(${SUBJECT} (?:\\p{Ll}+ly )?(\\p{Ll}+))(?![\\p{L}’'])`, "gu");
const VERB_FIRST = new RegExp(`([,!?…;—])\\s+((\\p{Ll}+) ${SUBJECT})(?![\\p{L}’'])`, "gu");
/** A clause goes on behind a comma with a participle or a phrase; with other words the speech does. */
const GOES_ON = /^,\s+(?:\p{L}+ing|with|in|as|while|and|his|her|their|who|to|from|at|after|before|without|not|still|half)\b/u;
const LONGEST_CLAUSE = 250;

/** The first clause of a cue inside the words of a turn; null where there is none. */
export function cueClauseIn(text: string, start: number, end: number): CueClause | null {
  const words = text.slice(start, end);
  const found = [first(words, SUBJECT_FIRST), first(words, VERB_FIRST)].filter((place) => place !== null);
  if (found.length === 0) return null;
  const { from, to } = found.reduce((a, b) => (b.from < a.from ? b : a));
  const rest = words.slice(to, to + LONGEST_CLAUSE);
  for (const { index, 0: stop } of rest.matchAll(/[.!?](?=\s|$)|[,;:—](?=\s|$)/g)) {
    if (stop === "," && GOES_ON.test(rest.slice(index))) continue;
    return { start: start + from, end: start + to + index + 1, endsSentence: ".!?".includes(stop) };
  }
  return { start: start + from, end: start + to + rest.length, endsSentence: true };
}

function first(words: string, pattern: RegExp): { readonly from: number; readonly to: number } | null {
  for (const { index, 0: all, 2: clause, 3: verb } of words.matchAll(pattern)) {
    if (VERBS.has(verb)) return { from: index + all.length - clause.length, to: index + all.length };
  }
  return null;
}

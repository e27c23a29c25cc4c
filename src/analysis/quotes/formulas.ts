import type { Span } from "../analysis.js";
import { viewBeside } from "./besideQuotation.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import functionWords from "./functionWords.json" with { type: "json" };
import type { BlockReading, QuotationPlace } from "./readings.js";
import { callingClause, hangingClause } from "./relativeClauses.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { isOneOf, isWord, type Strip, wordAt } from "./strips.js";
import { isNounOfSource, WordClass } from "./wordClasses.js";
import { WordTest } from "./wordTest.js";

/** A set phrase beside a quotation that names its speaker: "as the minister put it", "per the bylaws", "quoted him as saying". */
export interface Formula {
  readonly source: SourceCandidate;
  /** Its fixed words: positions of the strip, end exclusive. */
  readonly phrase: Span;
  readonly isBehind: boolean;
}

const LONGEST_PHRASE = 14;
const FARTHEST = 40;
/** A cue between a formula and the quotation from which on the quotation is that cue's. */
const LIKELY_CUE = 0.4;

const PUTTING = new WordTest(functionWords.putting);
const CITING = new WordTest(functionWords.citing);
const TELLING = new WordTest(functionWords.telling);
const SEEMING = new WordTest(["is", "was", "are", "were", "seemed", "seems", "remains", "remained"]);

/** Finds the formula that names the speaker of the quotation from `place` to `end`; null where none stands beside it. */
export function formulaFor(first: BlockReading, place: QuotationPlace, last: BlockReading, end: QuotationPlace): Formula | null {
  return behind(last, end) ?? before(first, place);
}

function behind({ strip }: BlockReading, { position, to }: QuotationPlace): Formula | null {
  const at = strip.classes[position + 1] === WordClass.Comma ? position + 2 : position + 1;
  if (at + 1 >= to) return null;
  switch (wordAt(strip, at)) {
    case "as":
      return putting(strip, at, to, true);
    case "per":
      return isSourcePhrase(strip, at + 1) ? formula(strip, { start: at, end: at + 1 }, at + 1, phraseEnd(strip, at + 1, to), true) : null;
    case "in":
      if (!says(strip, at + 1, "the", "words", "of")) return null;
      return formula(strip, { start: at, end: at + 4 }, at + 4, phraseEnd(strip, at + 4, to), true);
    default:
      return quoting(strip, at, Math.min(to, at + FARTHEST), true);
  }
}

function before({ strip, cues }: BlockReading, { position, from }: QuotationPlace): Formula | null {
  if (position < from + 3) return null;
  const opening = wordAt(strip, from);
  const found = opening === "as" ? putting(strip, from, position, false) : opening === "to" ? seeming(strip, from, position) : null;
  if (found && !hasOwnCue(cues, found.phrase.end, position)) return found;
  const put = puttingInside(strip, from, position);
  if (put && !hasOwnCue(cues, put.phrase.end, position)) return put;
  const worded = inWordsOf(strip, from, position);
  if (worded) return worded;
  const perceived = perceiving(strip, from, position);
  if (perceived) return perceived;
  const view = viewBeside(strip, from, position);
  if (view) return formula(strip, view.phrase, view.source.start, view.source.end, false);
  const hanging = hangingClause(strip, from, position) ?? callingClause(strip, from, position);
  if (hanging) return formula(strip, { start: hanging.cue, end: hanging.cue + 1 }, hanging.source.start, hanging.source.end, false);
  const cited = quoting(strip, Math.max(from, position - FARTHEST), position, false);
  return cited && !hasOwnCue(cues, cited.phrase.end, position) ? cited : null;
}

/** "as the minister, Ann Weld, put it". */
function putting(strip: Strip, as: number, limit: number, isBehind: boolean): Formula | null {
  for (let it = as + 3; it < limit && it < as + LONGEST_PHRASE; it++) {
    if (!isWord(strip, it, "it") || !isOneOf(strip, it - 1, PUTTING)) continue;
    const verb = strip.classes[it - 2] === WordClass.Have ? it - 2 : it - 1;
    return formula(strip, { start: verb, end: it + 1 }, as + 1, verb, isBehind);
  }
  return null;
}

const LONGEST_INSIDE = 24;

/** "It was, as the minister put it in a letter to the paper, “…”": an aside between commas, or one that the quotation follows. */
function puttingInside(strip: Strip, from: number, position: number): Formula | null {
  const lowest = Math.max(from + 1, position - LONGEST_INSIDE);
  for (let at = position - 4; at >= lowest; at--) {
    if (strip.classes[at] === WordClass.Quotation) return null;
    if (strip.classes[at - 1] === WordClass.Comma && isWord(strip, at, "as")) return putting(strip, at, position, false);
  }
  return null;
}

/** "the bridge is, in the words of Ann Weld, “shut”". */
function inWordsOf(strip: Strip, from: number, position: number): Formula | null {
  if (strip.classes[position - 1] !== WordClass.Comma) return null;
  for (let at = position - 6; at >= from && at > position - LONGEST_PHRASE; at--) {
    if (!says(strip, at, "in", "the", "words", "of")) continue;
    const end = phraseEnd(strip, at + 4, position);
    return end === position - 1 ? formula(strip, { start: at, end: at + 4 }, at + 4, end, false) : null;
  }
  return null;
}

/** "Hugh Hill heard the captain shout “…”", "recalled his father saying: “…”", "The clip shows the mayor saying: “…”": not who hears but who is heard has spoken. */
function perceiving(strip: Strip, from: number, position: number): Formula | null {
  const { classes, cues } = strip;
  const isLed = classes[position - 1] === WordClass.Comma || classes[position - 1] === WordClass.Colon;
  const cue = isLed ? position - 2 : position - 1;
  if (cue < from + 2 || cues[cue] < 0 || !BARE.has(CUE_WORDS[cues[cue]].form)) return null;
  for (let hear = cue - 2; hear >= from && hear > cue - LONGEST_PHRASE; hear--) {
    if (classes[hear] === WordClass.Quotation || classes[hear] === WordClass.Stop) return null;
    if (isOneOf(strip, hear, PERCEIVING) || (CUE_WORDS[cues[cue]].form === CueForm.Ing && isOneOf(strip, hear, SHOWING)))
      return isHeard(strip, hear + 1) ? formula(strip, { start: cue, end: cue + 1 }, hear + 1, cue, false) : null;
  }
  return null;
}

const PERCEIVING = new WordTest(functionWords.perceiving);
const SHOWING = new WordTest(functionWords.showing);
const SOMEBODY = new WordTest(["someone", "somebody", "people", "others", "anyone", "anybody", "everyone"]);
const BARE: ReadonlySet<CueForm> = new Set([CueForm.Base, CueForm.Ing]);

function isHeard(strip: Strip, at: number): boolean {
  return START.has(strip.classes[at]) || isOneOf(strip, at, SOMEBODY) || isNounOfSource(strip.classes[at]);
}

/** "To Ann Weld, the vote was “theft”". */
function seeming(strip: Strip, to: number, position: number): Formula | null {
  const end = phraseEnd(strip, to + 1, position);
  if (strip.classes[end] !== WordClass.Comma || !isOneOf(strip, position - 1, SEEMING)) return null;
  return isSourcePhrase(strip, to + 1) ? formula(strip, { start: to, end: to + 1 }, to + 1, end, false) : null;
}

/** "quoted the minister, Ann Weld, as saying": not who quotes but who is quoted has spoken. */
function quoting(strip: Strip, from: number, limit: number, isBehind: boolean): Formula | null {
  let cite = from;
  while (cite < limit && !isOneOf(strip, cite, CITING)) {
    if (strip.classes[cite] === WordClass.Quotation) return null;
    cite++;
  }
  if (strip.classes[cite + 1] === WordClass.By) return null;
  for (let as = cite + 2; as + 1 < limit && as < cite + LONGEST_PHRASE; as++) {
    if (!isWord(strip, as, "as") || !isOneOf(strip, as + 1, TELLING)) continue;
    return formula(strip, { start: as, end: as + 2 }, cite + 1, as, isBehind);
  }
  return null;
}

function formula({ classes }: Strip, phrase: Span, start: number, end: number, isBehind: boolean): Formula | null {
  let last = end;
  while (last > start && classes[last - 1] === WordClass.Comma) last--;
  for (let at = start; at < last; at++) if (classes[at] === WordClass.Quotation) return null;
  return last > start ? { phrase, source: { start, end: last, after: true, long: false }, isBehind } : null;
}

/** Whether a verb with a source of its own stands between a formula and the quotation. */
function hasOwnCue(cues: readonly CueReading[], from: number, position: number): boolean {
  return cues.some(
    ({ cue, source, likelihood, from: sentence }) =>
      cue >= from && cue < position && sentence <= from && likelihood >= LIKELY_CUE && source !== null && source.start >= from,
  );
}

/** Whether a phrase begins as one for people, papers or bodies does: "per the bylaws", but "per day". */
function isSourcePhrase({ classes }: Strip, at: number): boolean {
  return START.has(classes[at]) || isNounOfSource(classes[at]);
}

const START: ReadonlySet<number> = new Set([
  WordClass.Capital,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.Person,
  WordClass.ObjectPronoun,
]);
const INSIDE: ReadonlySet<number> = new Set([
  ...START,
  WordClass.Lower,
  WordClass.Plural,
  WordClass.Number,
  WordClass.CueNoun,
  WordClass.Of,
  WordClass.Ed,
  WordClass.Ing,
]);

function phraseEnd({ classes }: Strip, from: number, limit: number): number {
  let end = from;
  while (end < limit && end < from + LONGEST_PHRASE && (INSIDE.has(classes[end]) || isNounOfSource(classes[end]))) end++;
  return end;
}

function says(strip: Strip, at: number, ...words: readonly string[]): boolean {
  return words.every((each, i) => isWord(strip, at + i, each));
}

/** Whether a cue is a verb, and neither a noun nor "according to". */
export function isVerbCue({ cues }: Strip, { cue }: CueReading): boolean {
  const { form } = CUE_WORDS[cues[cue]];
  return form !== CueForm.Noun && form !== CueForm.Adjective && form !== CueForm.Phrase;
}

import { endOfApposition } from "./accordingTo.js";
import type { AttributionModel } from "./attributionModelForm.js";
import { behindListener, upToAddedClause, upToMainClause, upToQuotation, withoutLooseEnds } from "./contentBounds.js";
import { ContentSide, type ContentStart, ContentStarts, findContentEnds, findContentStarts } from "./contentCandidates.js";
import {
  END_FEATURE_SIZES,
  SIDE_FEATURES,
  START_FEATURE_SIZES,
  setEndFeatures,
  setSideFeatures,
  setStartFeatures,
} from "./contentFeatures.js";
import { END_SECOND_SIZES, START_SECOND_SIZES, setEndSecondFeatures, setStartSecondFeatures } from "./contentSecondFeatures.js";
import { CUE_FEATURE_SIZES, setCueFeatures } from "./cueFeatures.js";
import { CUE_WORDS, CueForm } from "./cueLexicon.js";
import { type CuePlace, placeCue } from "./cuePlace.js";
import { CueSetting } from "./cueSetting.js";
import { Features, Ranking, sumOf } from "./linearModel.js";
import { subjectOfMainClause } from "./mainSubject.js";
import { openingSource } from "./openingSources.js";
import { sumPairs } from "./pairSums.js";
import { Shortlist } from "./shortlist.js";
import { findSourceCandidates, type SourceCandidate, SourceCandidates } from "./sourceCandidates.js";
import { NO_SOURCE_FEATURE_SIZES, SOURCE_FEATURE_SIZES, setNoSourceFeatures, setSourceFeatures } from "./sourceFeatures.js";
import { SOURCE_SECOND_SIZES, setSourceSecondFeatures } from "./sourceSecondFeatures.js";
import { StripCounts } from "./stripCounts.js";
import type { Strip } from "./strips.js";
import { scoreTrees } from "./trees.js";
import { ValueFeatures } from "./valueFeatures.js";
import type { VerbGroup } from "./verbGroup.js";
import { WordClass } from "./wordClasses.js";

/** A part of what is said: positions of a strip, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether a position stands in what is said. */
export function holds(content: readonly Stretch[], position: number): boolean {
  for (const { start, end } of content) if (start <= position && position < end) return true;
  return false;
}

/** A cue with what stands around it. Positions are those of its strip. */
export interface CueReading {
  /** The position of the cue's word. */
  readonly cue: number;
  /** The sentence's first position, and the one behind its last. */
  readonly from: number;
  readonly to: number;
  readonly verb: VerbGroup;
  /** How likely the word is a cue here, 0..1. */
  readonly likelihood: number;
  readonly source: SourceCandidate | null;
  /** How likely the source is the right one, 0..1. */
  readonly sourceLikelihood: number;
  readonly side: ContentSide;
  /** What is said; empty where nothing in the sentence is. */
  readonly content: readonly Stretch[];
}

/** In a longer sentence a cue is read with so many words before it and so many behind it. */
const MOST_BEFORE = 120;
const MOST_BEHIND = 160;

/** A cue that is less likely is not looked at. */
const LEAST_LIKELY = 0.12;
/** What the reading fills anew for each cue and each thing that it scores. */
export interface Scratch {
  readonly counts: StripCounts;
  readonly cue: ValueFeatures;
  readonly source: Features;
  readonly noSource: Features;
  readonly start: Features;
  readonly end: Features;
  readonly sourceValues: ValueFeatures;
  readonly startValues: ValueFeatures;
  readonly endValues: ValueFeatures;
  readonly shortlist: Shortlist;
  readonly ranking: Ranking;
  readonly sources: SourceCandidates;
  readonly starts: ContentStarts;
  readonly ends: number[];
  /** The scores of the sides of a content; NaN for a side that has not been asked for. */
  readonly sides: Float64Array;
}

export function createScratch(): Scratch {
  return {
    counts: new StripCounts(),
    cue: new ValueFeatures(CUE_FEATURE_SIZES),
    source: new Features(SOURCE_FEATURE_SIZES),
    noSource: new Features(NO_SOURCE_FEATURE_SIZES, sumOf(SOURCE_FEATURE_SIZES)),
    start: new Features(START_FEATURE_SIZES),
    end: new Features(END_FEATURE_SIZES),
    sourceValues: new ValueFeatures(SOURCE_SECOND_SIZES),
    startValues: new ValueFeatures(START_SECOND_SIZES),
    endValues: new ValueFeatures(END_SECOND_SIZES),
    shortlist: new Shortlist(),
    ranking: new Ranking(),
    sources: new SourceCandidates(),
    starts: new ContentStarts(),
    ends: [],
    sides: new Float64Array(4),
  };
}

/** Reads every likely cue of a strip, with its source and what is said. */
export function readCues(strip: Strip, model: AttributionModel, scratch: Scratch): readonly CueReading[] {
  let readings: CueReading[] | null = null;
  let sentence = 0;
  for (let cue = 0; cue < strip.count; cue++) {
    if (strip.cues[cue] < 0) continue;
    while (strip.sentences[sentence + 1] <= cue) sentence++;
    const from = Math.max(strip.sentences[sentence], cue - MOST_BEFORE);
    const to = Math.min(strip.sentences[sentence + 1], cue + MOST_BEHIND);
    const place = placeCue(strip, scratch.counts, from, to, cue);
    const likelihood = likelihoodOf(place, model, scratch);
    if (likelihood < LEAST_LIKELY) continue;
    if (readings === null) {
      readings = [];
      scratch.counts.read(strip);
    }
    readings.push(readCue(place, likelihood, model, scratch));
  }
  // A copy has no more room than it needs, and very many are kept.
  return readings?.slice() ?? NO_READINGS;
}

const NO_READINGS: readonly CueReading[] = [];

function likelihoodOf(place: CuePlace, { pairs, priors }: AttributionModel, { cue }: Scratch): number {
  setCueFeatures(cue, place, priors);
  return 1 / (1 + Math.exp(-sumPairs(pairs.cue, cue)));
}

function readCue(place: CuePlace, likelihood: number, model: AttributionModel, scratch: Scratch): CueReading {
  const { cue, from, to, verb } = place;
  const found = chooseSource(place, model, scratch);
  const { sourceLikelihood } = found;
  const apposition = found.source?.after === true && place.form === CueForm.Phrase ? endOfApposition(place, found.source) : -1;
  const subject = found.source?.after === false ? null : subjectOfMainClause(place);
  if (subject) return ofMainClause(place, likelihood, subject, model, scratch);
  const source = found.source && apposition >= 0 ? { ...found.source, end: apposition, long: true } : found.source;
  const start = chooseStart(place, source, model, scratch);
  const chosen = source && apposition > start.start && start.side === ContentSide.After ? { ...start, start: apposition + 1 } : start;
  const content = stretches(place, source, chosen, model, scratch);
  return { cue, from, to, verb, likelihood, source, sourceLikelihood, side: chosen.side, content };
}

const BY_CLAUSE = 0.7;

/** The reading of a participle whose subject stands in the clause behind it: what is said ends before that. */
function ofMainClause(place: CuePlace, likelihood: number, source: SourceCandidate, model: AttributionModel, scratch: Scratch): CueReading {
  const { cue, from, verb, strip } = place;
  const to = strip.classes[source.start - 1] === WordClass.Comma ? source.start - 1 : source.start;
  const own = { ...place, to, last: Math.min(place.last, to) };
  const chosen = chooseStart(own, null, model, scratch);
  return {
    cue,
    from,
    to: place.to,
    verb,
    likelihood,
    source,
    sourceLikelihood: BY_CLAUSE,
    side: chosen.side,
    content: stretches(own, null, chosen, model, scratch),
  };
}

function chooseSource(
  place: CuePlace,
  { weights, pairs, priors }: AttributionModel,
  { source, noSource, sourceValues, shortlist, ranking, sources }: Scratch,
): { readonly source: SourceCandidate | null; readonly sourceLikelihood: number } {
  findSourceCandidates(place, sources);
  shortlist.clear();
  setNoSourceFeatures(noSource, place);
  shortlist.add(-1, noSource.score(weights.source));
  for (let i = 0; i < sources.count; i++) {
    setSourceFeatures(source, place, sources.show(i));
    shortlist.add(i, source.score(weights.source));
  }
  const { contenders } = shortlist;
  ranking.clear();
  for (let rank = 0; rank < contenders && contenders > 1; rank++) {
    const candidate = shortlist.candidate(rank);
    setSourceSecondFeatures(sourceValues, place, candidate < 0 ? null : sources.show(candidate), priors, shortlist.margin(rank), rank);
    ranking.add(sumPairs(pairs.source, sourceValues));
  }
  const likeliest = shortlist.candidate(contenders > 1 ? ranking.best : 0);
  const chosen = likeliest >= 0 ? likeliest : Math.max(agentOf(place, sources), openingSource(place, sources));
  return {
    source: chosen < 0 ? null : sources.take(chosen),
    sourceLikelihood: contenders > 1 ? ranking.likelihood() : shortlist.likelihood(),
  };
}

/** The candidate right behind "was warned by", or "Asked by" that begins a sentence; -1 where there is none. */
function agentOf({ strip, verb, cue, from, isPassive }: CuePlace, sources: SourceCandidates): number {
  const isReduced = cue === from && strip.cues[cue] >= 0 && CUE_WORDS[strip.cues[cue]].form === CueForm.Past;
  if (!(isPassive || isReduced) || strip.classes[verb.end] !== WordClass.By) return -1;
  for (let i = 0; i < sources.count; i++) if (sources.show(i).start === verb.end + 1) return i;
  return -1;
}

function chooseStart(
  place: CuePlace,
  source: SourceCandidate | null,
  { weights, trees, priors }: AttributionModel,
  { start, startValues, shortlist, ranking, starts, sides }: Scratch,
): ContentStart {
  findContentStarts(place, source, starts);
  shortlist.clear();
  sides.fill(Number.NaN);
  for (let i = 0; i < starts.count; i++) {
    const candidate = starts.show(i);
    const { side } = candidate;
    if (Number.isNaN(sides[side])) {
      setSideFeatures(start, place, source, side, priors);
      sides[side] = start.score(weights.start, 0, SIDE_FEATURES);
    }
    setStartFeatures(start, place, source, candidate, priors);
    shortlist.add(i, sides[side] + start.score(weights.start, SIDE_FEATURES));
  }
  const { contenders } = shortlist;
  ranking.clear();
  for (let rank = 0; rank < contenders && contenders > 1; rank++) {
    setStartSecondFeatures(startValues, place, source, starts.show(shortlist.candidate(rank)), priors, shortlist.margin(rank), rank);
    ranking.add(scoreTrees(trees.start, startValues));
  }
  return starts.show(shortlist.candidate(contenders > 1 ? ranking.best : 0));
}

const NOTHING_SAID: readonly Stretch[] = [];

function stretches(
  place: CuePlace,
  source: SourceCandidate | null,
  { side, start, end, again }: ContentStart,
  { weights, trees, priors }: AttributionModel,
  { end: features, endValues, shortlist, ranking, ends }: Scratch,
): readonly Stretch[] {
  if (side === ContentSide.None) return NOTHING_SAID;
  const { strip, cue } = place;
  if (side === ContentSide.Before) return [withoutLooseEnds(strip, { start, end })];
  const first = side === ContentSide.Around ? again : behindListener(strip, cue, start, place.to);
  findContentEnds(place, first, ends);
  if (ends.length === 0) return NOTHING_SAID;
  shortlist.clear();
  for (let i = 0; i < ends.length; i++) {
    setEndFeatures(features, place, first, ends[i]);
    shortlist.add(ends[i], features.score(weights.end));
  }
  const { contenders } = shortlist;
  ranking.clear();
  for (let rank = 0; rank < contenders && contenders > 1; rank++) {
    setEndSecondFeatures(endValues, place, source, first, shortlist.candidate(rank), priors, shortlist.margin(rank), rank);
    ranking.add(scoreTrees(trees.end, endValues));
  }
  const best = shortlist.candidate(contenders > 1 ? ranking.best : 0);
  const likeliest = isWithoutVerb(strip, cue, first, best) && !isWithoutVerb(strip, cue, first, ends[0]) ? ends[0] : best;
  const aside = endOfAside(place.strip, likeliest, place.to);
  const chosen = aside < 0 ? likeliest : (ends.find((each) => each > aside + 1) ?? likeliest);
  const whole = { start: first, end: withoutNextVerb(place.strip, first, chosen) };
  const stretch = withoutLooseEnds(strip, upToQuotation(strip, upToMainClause(strip, whole, place.from, source), cue));
  const last = upToAddedClause(strip, stretch, place.last);
  if (side !== ContentSide.Around) return [last];
  // What "adding that" stands before is said anew.
  return isParticiple(strip, last.start) ? [withoutLooseEnds(strip, { start, end })] : [{ start, end }, last];
}

function isParticiple({ cues }: Strip, at: number): boolean {
  return cues[at] >= 0 && CUE_WORDS[cues[at]].form === CueForm.Ing;
}

/** "nobody" of "said nobody had been told": what stands behind the cue is a clause, and the content ends before its verb. */
function isWithoutVerb({ classes, settings }: Strip, cue: number, start: number, end: number): boolean {
  if (settings[cue] !== CueSetting.Clause || start !== cue + 1) return false;
  for (let at = start; at < end; at++) if (VERBS.has(classes[at]) || CLAUSE_VERBS.has(classes[at])) return false;
  return true;
}

/** An aside between dashes has so many words at most. */
const LONGEST_ASIDE = 12;

/** The dash that closes the aside whose first dash stands at a position, where the clause goes on with its verb: "the plan – his own – was"; -1 where none does. */
function endOfAside({ classes }: Strip, open: number, to: number): number {
  if (classes[open] !== WordClass.Dash) return -1;
  for (let at = open + 2; at + 1 < to && at <= open + LONGEST_ASIDE + 1; at++)
    if (classes[at] === WordClass.Dash) return CLAUSE_VERBS.has(classes[at + 1]) ? at : -1;
  return -1;
}

const CLAUSE_VERBS: ReadonlySet<number> = new Set([WordClass.Be, WordClass.Have, WordClass.Do, WordClass.Modal, WordClass.Ed]);

/** What a thing that is said can consist of, before the next verb of whoever says it. */
const IN_THING: ReadonlySet<number> = new Set([
  WordClass.Lower,
  WordClass.Capital,
  WordClass.Plural,
  WordClass.Number,
  WordClass.Determiner,
  WordClass.Possessive,
  WordClass.ObjectPronoun,
  WordClass.CueNoun,
  WordClass.Person,
  WordClass.Paper,
  WordClass.Body,
  WordClass.Time,
  WordClass.Of,
  WordClass.For,
  WordClass.Preposition,
  WordClass.With,
  WordClass.About,
  WordClass.To,
]);
const VERBS: ReadonlySet<number> = new Set([WordClass.CueVerb, WordClass.Verb, WordClass.Ed]);

/** "said a prayer and lit a candle": what stands behind "and" was done, where a thing and no clause stands before it. */
function withoutNextVerb({ classes }: Strip, start: number, end: number): number {
  if (classes[start] === WordClass.To) return end;
  let at = start;
  while (at < end && IN_THING.has(classes[at])) at++;
  if (at === start || at + 1 >= end || classes[at] !== WordClass.Coordinator) return end;
  const verb = classes[at + 1] === WordClass.Adverb ? at + 2 : at + 1;
  return verb < end && VERBS.has(classes[verb]) ? at : end;
}

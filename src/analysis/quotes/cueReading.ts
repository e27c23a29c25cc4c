import type { AttributionModel } from "./attributionModelForm.js";
import { ContentSide, type ContentStart, contentEnds, contentStarts } from "./contentCandidates.js";
import { END_FEATURE_SIZES, START_FEATURE_SIZES, setEndFeatures, setStartFeatures } from "./contentFeatures.js";
import { END_TREE_SIZES, START_TREE_SIZES, setEndTreeFeatures, setStartTreeFeatures } from "./contentTreeFeatures.js";
import { CUE_FEATURE_SIZES, setCueFeatures } from "./cueFeatures.js";
import { type CuePlace, placeCue } from "./cuePlace.js";
import { Features, Ranking, sumOf } from "./linearModel.js";
import { Shortlist } from "./shortlist.js";
import { type SourceCandidate, sourceCandidates } from "./sourceCandidates.js";
import { NO_SOURCE_FEATURE_SIZES, SOURCE_FEATURE_SIZES, setNoSourceFeatures, setSourceFeatures } from "./sourceFeatures.js";
import { SOURCE_TREE_SIZES, setSourceTreeFeatures } from "./sourceTreeFeatures.js";
import { StripCounts } from "./stripCounts.js";
import type { Strip } from "./strips.js";
import { scoreTrees, TreeFeatures } from "./trees.js";
import type { VerbGroup } from "./verbGroup.js";

/** A part of what is said: positions of a strip, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
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
  readonly cue: TreeFeatures;
  readonly source: Features;
  readonly noSource: Features;
  readonly start: Features;
  readonly end: Features;
  readonly sourceTrees: TreeFeatures;
  readonly startTrees: TreeFeatures;
  readonly endTrees: TreeFeatures;
  readonly shortlist: Shortlist;
  readonly ranking: Ranking;
}

export function createScratch(): Scratch {
  return {
    counts: new StripCounts(),
    cue: new TreeFeatures(CUE_FEATURE_SIZES),
    source: new Features(SOURCE_FEATURE_SIZES),
    noSource: new Features(NO_SOURCE_FEATURE_SIZES, sumOf(SOURCE_FEATURE_SIZES)),
    start: new Features(START_FEATURE_SIZES),
    end: new Features(END_FEATURE_SIZES),
    sourceTrees: new TreeFeatures(SOURCE_TREE_SIZES),
    startTrees: new TreeFeatures(START_TREE_SIZES),
    endTrees: new TreeFeatures(END_TREE_SIZES),
    shortlist: new Shortlist(),
    ranking: new Ranking(),
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
  return readings ?? NO_READINGS;
}

const NO_READINGS: readonly CueReading[] = [];

function likelihoodOf(place: CuePlace, { trees, priors }: AttributionModel, { cue }: Scratch): number {
  setCueFeatures(cue, place, priors);
  return 1 / (1 + Math.exp(-scoreTrees(trees.cue, cue)));
}

function readCue(place: CuePlace, likelihood: number, model: AttributionModel, scratch: Scratch): CueReading {
  const { cue, from, to, verb } = place;
  const { source, sourceLikelihood } = chooseSource(place, model, scratch);
  const chosen = chooseStart(place, source, model, scratch);
  const content = stretches(place, source, chosen, model, scratch);
  return { cue, from, to, verb, likelihood, source, sourceLikelihood, side: chosen.side, content };
}

function chooseSource(
  place: CuePlace,
  { weights, trees, priors }: AttributionModel,
  { source, noSource, sourceTrees, shortlist, ranking }: Scratch,
): { readonly source: SourceCandidate | null; readonly sourceLikelihood: number } {
  const candidates = sourceCandidates(place);
  shortlist.clear();
  setNoSourceFeatures(noSource, place);
  shortlist.add(-1, noSource.score(weights.source));
  for (let i = 0; i < candidates.length; i++) {
    setSourceFeatures(source, place, candidates[i]);
    shortlist.add(i, source.score(weights.source));
  }
  const { contenders } = shortlist;
  if (contenders === 1) return { source: candidates[shortlist.candidate(0)] ?? null, sourceLikelihood: shortlist.likelihood() };
  ranking.clear();
  for (let rank = 0; rank < contenders; rank++) {
    setSourceTreeFeatures(sourceTrees, place, candidates[shortlist.candidate(rank)] ?? null, priors, shortlist.margin(rank), rank);
    ranking.add(scoreTrees(trees.source, sourceTrees));
  }
  return { source: candidates[shortlist.candidate(ranking.best)] ?? null, sourceLikelihood: ranking.likelihood() };
}

function chooseStart(
  place: CuePlace,
  source: SourceCandidate | null,
  { weights, trees, priors }: AttributionModel,
  { start, startTrees, shortlist, ranking }: Scratch,
): ContentStart {
  const candidates = contentStarts(place, source);
  shortlist.clear();
  for (let i = 0; i < candidates.length; i++) {
    setStartFeatures(start, place, source, candidates[i], priors);
    shortlist.add(i, start.score(weights.start));
  }
  const { contenders } = shortlist;
  if (contenders === 1) return candidates[shortlist.candidate(0)];
  ranking.clear();
  for (let rank = 0; rank < contenders; rank++) {
    setStartTreeFeatures(startTrees, place, source, candidates[shortlist.candidate(rank)], priors, shortlist.margin(rank), rank);
    ranking.add(scoreTrees(trees.start, startTrees));
  }
  return candidates[shortlist.candidate(ranking.best)];
}

function stretches(
  place: CuePlace,
  source: SourceCandidate | null,
  { side, start, end, again }: ContentStart,
  { weights, trees, priors }: AttributionModel,
  { end: features, endTrees, shortlist, ranking }: Scratch,
): readonly Stretch[] {
  if (side === ContentSide.None) return [];
  if (side === ContentSide.Before) return [{ start, end }];
  const first = side === ContentSide.Around ? again : start;
  const ends = contentEnds(place, first);
  if (ends.length === 0) return [];
  shortlist.clear();
  for (let i = 0; i < ends.length; i++) {
    setEndFeatures(features, place, first, ends[i]);
    shortlist.add(ends[i], features.score(weights.end));
  }
  const { contenders } = shortlist;
  ranking.clear();
  for (let rank = 0; rank < contenders && contenders > 1; rank++) {
    setEndTreeFeatures(endTrees, place, source, first, shortlist.candidate(rank), priors, shortlist.margin(rank), rank);
    ranking.add(scoreTrees(trees.end, endTrees));
  }
  const last = { start: first, end: shortlist.candidate(contenders > 1 ? ranking.best : 0) };
  return side === ContentSide.Around ? [{ start, end }, last] : [last];
}

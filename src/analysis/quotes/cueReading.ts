import type { AttributionModel } from "./attributionModelForm.js";
import { ContentSide, type ContentStart, contentEnds, contentStarts } from "./contentCandidates.js";
import { END_FEATURE_SIZES, START_FEATURE_SIZES, setEndFeatures, setStartFeatures } from "./contentFeatures.js";
import { CUE_FEATURE_SIZES, setCueFeatures } from "./cueFeatures.js";
import { Features } from "./linearModel.js";
import { type SourceCandidate, sourceCandidates } from "./sourceCandidates.js";
import { NO_SOURCE_FEATURE_SIZES, SOURCE_FEATURE_SIZES, setNoSourceFeatures, setSourceFeatures } from "./sourceFeatures.js";
import type { Strip } from "./strips.js";
import { type VerbGroup, verbGroupOf } from "./verbGroup.js";

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
  readonly contentLikelihood: number;
}

/** In a longer sentence a cue is read with so many words before it and so many behind it. */
const MOST_BEFORE = 120;
const MOST_BEHIND = 160;

/** A cue that is less likely is not looked at. */
const LEAST_LIKELY = 0.12;

/** The features that the reading fills anew for each thing that it scores. */
export interface Scratch {
  readonly cue: Features;
  readonly source: Features;
  readonly start: Features;
  readonly end: Features;
}

export function createScratch(): Scratch {
  return {
    cue: new Features(CUE_FEATURE_SIZES),
    source: new Features([...SOURCE_FEATURE_SIZES, ...NO_SOURCE_FEATURE_SIZES]),
    start: new Features(START_FEATURE_SIZES),
    end: new Features(END_FEATURE_SIZES),
  };
}

/** Reads every likely cue of a strip, with its source and what is said. */
export function readCues(strip: Strip, model: AttributionModel, scratch: Scratch): readonly CueReading[] {
  const readings: CueReading[] = [];
  for (let i = 0; i + 1 < strip.sentences.length; i++) {
    const from = strip.sentences[i];
    const to = strip.sentences[i + 1];
    for (let cue = from; cue < to; cue++) {
      if (strip.cues[cue] < 0) continue;
      const reading = readCue(strip, Math.max(from, cue - MOST_BEFORE), Math.min(to, cue + MOST_BEHIND), cue, model, scratch);
      if (reading) readings.push(reading);
    }
  }
  return readings;
}

function readCue(strip: Strip, from: number, to: number, cue: number, model: AttributionModel, scratch: Scratch): CueReading | null {
  const verb = verbGroupOf(strip, from, cue);
  scratch.cue.clear();
  setCueFeatures(scratch.cue, strip, from, to, cue, verb, model.priors);
  const likelihood = 1 / (1 + Math.exp(-scratch.cue.score(model.weights.cue)));
  if (likelihood < LEAST_LIKELY) return null;
  const { source, sourceLikelihood } = chooseSource(strip, from, to, cue, verb, model, scratch.source);
  const starts = contentStarts(strip, from, to, verb, source);
  const chosen = best(starts, (candidate) => {
    scratch.start.clear();
    setStartFeatures(scratch.start, strip, from, to, cue, verb, source, candidate, model.priors);
    return scratch.start.score(model.weights.start);
  });
  const { side } = chosen.best;
  const content = stretches(strip, from, to, cue, chosen.best, model, scratch.end);
  return { cue, from, to, verb, likelihood, source, sourceLikelihood, side, content, contentLikelihood: chosen.likelihood };
}

function chooseSource(
  strip: Strip,
  from: number,
  to: number,
  cue: number,
  verb: VerbGroup,
  model: AttributionModel,
  features: Features,
): { readonly source: SourceCandidate | null; readonly sourceLikelihood: number } {
  const candidates: readonly (SourceCandidate | null)[] = [null, ...sourceCandidates(strip, from, to, verb)];
  const chosen = best(candidates, (candidate) => {
    features.clear();
    if (candidate) setSourceFeatures(features, strip, from, to, cue, verb, candidate);
    else setNoSourceFeatures(features, strip, from, to, cue, verb);
    return features.score(model.weights.source);
  });
  return { source: chosen.best, sourceLikelihood: chosen.likelihood };
}

function stretches(
  strip: Strip,
  from: number,
  to: number,
  cue: number,
  { side, start, end, again }: ContentStart,
  model: AttributionModel,
  features: Features,
): readonly Stretch[] {
  if (side === ContentSide.None) return [];
  if (side === ContentSide.Before) return [{ start, end }];
  const first = side === ContentSide.Around ? again : start;
  const ends = contentEnds(strip, from, to, first);
  if (ends.length === 0) return [];
  const chosen = best(ends, (candidate) => {
    features.clear();
    setEndFeatures(features, strip, from, to, cue, first, candidate);
    return features.score(model.weights.end);
  });
  const last = { start: first, end: chosen.best };
  return side === ContentSide.Around ? [{ start, end }, last] : [last];
}

/** The candidate with the highest score, and its share of all by softmax. */
export function best<T>(candidates: readonly T[], score: (candidate: T) => number): { readonly best: T; readonly likelihood: number } {
  let highest = Number.NEGATIVE_INFINITY;
  let winner = candidates[0];
  const scores = candidates.map((candidate) => {
    const value = score(candidate);
    if (value > highest) {
      highest = value;
      winner = candidate;
    }
    return value;
  });
  let sum = 0;
  for (const value of scores) sum += Math.exp(value - highest);
  return { best: winner, likelihood: 1 / sum };
}

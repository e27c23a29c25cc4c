import { END_FEATURE_SIZES, START_FEATURE_SIZES } from "./contentFeatures.js";
import { END_SECOND_SIZES, START_SECOND_SIZES } from "./contentSecondFeatures.js";
import { CUE_FEATURE_SIZES } from "./cueFeatures.js";
import { type CuePriors, readPriors } from "./cuePriors.js";
import { readWeights } from "./linearModel.js";
import { type PairSums, readPairSums, type WrittenPairSums } from "./pairSums.js";
import { QUOTATION_FEATURE_SIZES } from "./quotationFeatures.js";
import { REPORT_FEATURE_SIZES } from "./reportFeatures.js";
import { NO_SOURCE_FEATURE_SIZES, SOURCE_FEATURE_SIZES } from "./sourceFeatures.js";
import { SOURCE_SECOND_SIZES } from "./sourceSecondFeatures.js";
import { SPEAKER_FEATURE_SIZES } from "./speakerFeatures.js";
import { SPEAKER_SECOND_SIZES } from "./speakerSecondFeatures.js";
import { readTrees, type Trees, type WrittenTrees } from "./trees.js";

/** The sizes of the features of each part of the model that sums weights. */
export const MODEL_PARTS = {
  source: [...SOURCE_FEATURE_SIZES, ...NO_SOURCE_FEATURE_SIZES],
  start: START_FEATURE_SIZES,
  end: END_FEATURE_SIZES,
  speaker: SPEAKER_FEATURE_SIZES,
  quotation: QUOTATION_FEATURE_SIZES,
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type ModelPart = keyof typeof MODEL_PARTS;

/** The same of each part that sums numbers of pairs. */
export const PAIR_PARTS = {
  cue: CUE_FEATURE_SIZES,
  source: SOURCE_SECOND_SIZES,
} as const satisfies Readonly<Record<string, readonly number[]>>;

/** The same of each part that sums the leaves of trees: what three features and more decide together. */
export const TREE_PARTS = {
  start: START_SECOND_SIZES,
  end: END_SECOND_SIZES,
  speaker: SPEAKER_SECOND_SIZES,
  report: REPORT_FEATURE_SIZES,
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type PairPart = keyof typeof PAIR_PARTS;

export type TreePart = keyof typeof TREE_PARTS;

/** The weights, pair sums and trees by which attributions are read. */
export interface AttributionModel {
  readonly weights: Readonly<Record<ModelPart, Float32Array>>;
  readonly pairs: Readonly<Record<PairPart, PairSums>>;
  readonly trees: Readonly<Record<TreePart, Trees>>;
  readonly priors: CuePriors;
}

/** A model as it is written to its file. */
export interface WrittenModel {
  readonly source: string;
  readonly weights: Readonly<Record<ModelPart, string>>;
  readonly pairs: Readonly<Record<PairPart, WrittenPairSums>>;
  readonly trees: Readonly<Record<TreePart, WrittenTrees>>;
  readonly priors: string;
}

/** @throws when the written model was made for other features or another list of cues. */
export function readModel({ weights, pairs, trees, priors }: WrittenModel): AttributionModel {
  return {
    weights: {
      source: readWeights(weights.source, MODEL_PARTS.source),
      start: readWeights(weights.start, MODEL_PARTS.start),
      end: readWeights(weights.end, MODEL_PARTS.end),
      speaker: readWeights(weights.speaker, MODEL_PARTS.speaker),
      quotation: readWeights(weights.quotation, MODEL_PARTS.quotation),
    },
    pairs: {
      cue: readPairSums(pairs.cue, PAIR_PARTS.cue),
      source: readPairSums(pairs.source, PAIR_PARTS.source),
    },
    trees: {
      start: readTrees(trees.start, TREE_PARTS.start),
      end: readTrees(trees.end, TREE_PARTS.end),
      speaker: readTrees(trees.speaker, TREE_PARTS.speaker),
      report: readTrees(trees.report, TREE_PARTS.report),
    },
    priors: readPriors(priors),
  };
}

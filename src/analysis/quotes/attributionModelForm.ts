import { END_FEATURE_SIZES, START_FEATURE_SIZES } from "./contentFeatures.js";
import { END_TREE_SIZES, START_TREE_SIZES } from "./contentTreeFeatures.js";
import { CUE_FEATURE_SIZES } from "./cueFeatures.js";
import { type CuePriors, readPriors } from "./cuePriors.js";
import { readWeights } from "./linearModel.js";
import { QUOTATION_FEATURE_SIZES } from "./quotationFeatures.js";
import { REPORT_FEATURE_SIZES } from "./reportFeatures.js";
import { NO_SOURCE_FEATURE_SIZES, SOURCE_FEATURE_SIZES } from "./sourceFeatures.js";
import { SOURCE_TREE_SIZES } from "./sourceTreeFeatures.js";
import { SPEAKER_FEATURE_SIZES } from "./speakerFeatures.js";
import { SPEAKER_TREE_SIZES } from "./speakerTreeFeatures.js";
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

/** The same of each part that sums the leaves of trees. */
export const TREE_PARTS = {
  cue: CUE_FEATURE_SIZES,
  source: SOURCE_TREE_SIZES,
  start: START_TREE_SIZES,
  end: END_TREE_SIZES,
  report: REPORT_FEATURE_SIZES,
  speaker: SPEAKER_TREE_SIZES,
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type TreePart = keyof typeof TREE_PARTS;

/** The weights and trees by which attributions are read. */
export interface AttributionModel {
  readonly weights: Readonly<Record<ModelPart, Float32Array>>;
  readonly trees: Readonly<Record<TreePart, Trees>>;
  readonly priors: CuePriors;
}

/** A model as it is written to its file. */
export interface WrittenModel {
  readonly source: string;
  readonly weights: Readonly<Record<ModelPart, string>>;
  readonly trees: Readonly<Record<TreePart, WrittenTrees>>;
  readonly priors: string;
}

/** @throws when the written model was made for other features or another list of cues. */
export function readModel({ weights, trees, priors }: WrittenModel): AttributionModel {
  return {
    weights: {
      source: readWeights(weights.source, MODEL_PARTS.source),
      start: readWeights(weights.start, MODEL_PARTS.start),
      end: readWeights(weights.end, MODEL_PARTS.end),
      speaker: readWeights(weights.speaker, MODEL_PARTS.speaker),
      quotation: readWeights(weights.quotation, MODEL_PARTS.quotation),
    },
    trees: {
      cue: readTrees(trees.cue, TREE_PARTS.cue),
      source: readTrees(trees.source, TREE_PARTS.source),
      start: readTrees(trees.start, TREE_PARTS.start),
      end: readTrees(trees.end, TREE_PARTS.end),
      report: readTrees(trees.report, TREE_PARTS.report),
      speaker: readTrees(trees.speaker, TREE_PARTS.speaker),
    },
    priors: readPriors(priors),
  };
}

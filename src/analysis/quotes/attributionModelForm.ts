import { END_FEATURE_SIZES, START_FEATURE_SIZES } from "./contentFeatures.js";
import { CUE_FEATURE_SIZES } from "./cueFeatures.js";
import { type CuePriors, readPriors } from "./cuePriors.js";
import { readWeights } from "./linearModel.js";
import { QUOTATION_FEATURE_SIZES } from "./quotationFeatures.js";
import { NO_SOURCE_FEATURE_SIZES, SOURCE_FEATURE_SIZES } from "./sourceFeatures.js";
import { SPEAKER_FEATURE_SIZES } from "./speakerFeatures.js";

/** The sizes of the features of each part of the model. */
export const MODEL_PARTS = {
  cue: CUE_FEATURE_SIZES,
  source: [...SOURCE_FEATURE_SIZES, ...NO_SOURCE_FEATURE_SIZES],
  start: START_FEATURE_SIZES,
  end: END_FEATURE_SIZES,
  speaker: SPEAKER_FEATURE_SIZES,
  quotation: QUOTATION_FEATURE_SIZES,
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type ModelPart = keyof typeof MODEL_PARTS;

/** The weights by which attributions are read. */
export interface AttributionModel {
  readonly weights: Readonly<Record<ModelPart, Float32Array>>;
  readonly priors: CuePriors;
}

/** A model as it is written to its file. */
export interface WrittenModel {
  readonly source: string;
  readonly weights: Readonly<Record<ModelPart, string>>;
  readonly priors: string;
}

/** @throws when the written model was made for other features or another list of cues. */
export function readModel({ weights, priors }: WrittenModel): AttributionModel {
  return {
    weights: {
      cue: readWeights(weights.cue, MODEL_PARTS.cue),
      source: readWeights(weights.source, MODEL_PARTS.source),
      start: readWeights(weights.start, MODEL_PARTS.start),
      end: readWeights(weights.end, MODEL_PARTS.end),
      speaker: readWeights(weights.speaker, MODEL_PARTS.speaker),
      quotation: readWeights(weights.quotation, MODEL_PARTS.quotation),
    },
    priors: readPriors(priors),
  };
}

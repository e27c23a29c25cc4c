import { type AttributionModel, MODEL_PARTS, PAIR_PARTS, TREE_PARTS, type WrittenModel } from "../analysis/quotes/attributionModelForm.js";
import type { CuePriors } from "../analysis/quotes/cuePriors.js";
import { sumOf, writeWeights } from "../analysis/quotes/linearModel.js";
import { readPairSums } from "../analysis/quotes/pairSums.js";
import { NO_TREES, readTrees } from "../analysis/quotes/trees.js";
import type { CueChoices } from "./cuesChoices.js";
import { byPairs, byTrees, trainTelling, trainTwice } from "./twoWeighings.js";

/** A model by which cues are read and nothing else is told yet, and how its parts are written. */
export interface LearnedReading {
  readonly model: AttributionModel;
  readonly weights: Pick<WrittenModel["weights"], "source" | "start" | "end">;
  readonly pairs: WrittenModel["pairs"];
  readonly trees: Pick<WrittenModel["trees"], "start" | "end">;
}

/**
 * Learns how cues are read.
 * @param held what is not learned from, to say how well it is read; null to say nothing. @param priors those that the model reads with.
 */
export function learnReading({ cue, source, start, end }: CueChoices, held: CueChoices | null, priors: CuePriors): LearnedReading {
  const cues = trainTelling("cue", cue, held?.cue, byPairs("cue"));
  const sources = trainTwice("source", source, held?.source, byPairs("source"));
  const starts = trainTwice("start", start, held?.start, byTrees("start"));
  const ends = trainTwice("end", end, held?.end, byTrees("end"));
  const nothing = { speaker: new Float32Array(sumOf(MODEL_PARTS.speaker)), quotation: new Float32Array(sumOf(MODEL_PARTS.quotation)) };
  return {
    model: {
      weights: { source: sources.weights, start: starts.weights, end: ends.weights, ...nothing },
      pairs: { cue: readPairSums(cues, PAIR_PARTS.cue), source: readPairSums(sources.second, PAIR_PARTS.source) },
      trees: {
        start: readTrees(starts.second, TREE_PARTS.start),
        end: readTrees(ends.second, TREE_PARTS.end),
        speaker: NO_TREES,
        report: NO_TREES,
      },
      priors,
    },
    weights: { source: writeWeights(sources.weights), start: writeWeights(starts.weights), end: writeWeights(ends.weights) },
    pairs: { cue: cues, source: sources.second },
    trees: { start: starts.second, end: ends.second },
  };
}

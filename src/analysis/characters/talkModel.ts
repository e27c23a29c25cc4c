import { SHARED_FEATURES, TALK_FEATURES, TALK_WEIGHTS } from "./talkFeatures.js";
import model from "./talkModel.json" with { type: "json" };

/** The weights by their places: those for pronouns, those for turns without words for their speaker, and those of both. */
export function readTalkWeights(parts: Readonly<Record<"pronoun" | "nobody" | "shared", Readonly<Record<string, number>>>>): Float64Array {
  const weights = new Float64Array(TALK_WEIGHTS);
  TALK_FEATURES.forEach((name, i) => {
    weights[i] = parts.pronoun[name] ?? 0;
    weights[TALK_FEATURES.length + i] = parts.nobody[name] ?? 0;
  });
  SHARED_FEATURES.forEach((name, i) => {
    weights[2 * TALK_FEATURES.length + i] = parts.shared[name] ?? 0;
  });
  return weights;
}

/** The shipped weights. */
export const TALK_MODEL = readTalkWeights(model);

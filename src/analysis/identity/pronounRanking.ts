import {
  type Actor,
  FEATURES,
  fillFeatures,
  fillUnnamedFeatures,
  groupOf,
  type PronounGroup,
  type PronounPlace,
  type Surroundings,
  UNNAMED_FEATURES,
} from "./pronounFeatures.js";
import model from "./pronounModel.json" with { type: "json" };

/** Chooses whom a pronoun means. */
export interface PronounChooser {
  /**
   * @param candidates the nearest first, at least one.
   * @returns the index of the candidate and how sure the choice is, or null where the pronoun is better left alone.
   */
  choose(place: PronounPlace, around: Surroundings, candidates: readonly Actor[]): { readonly index: number; readonly confidence: number } | null;
}

interface Weights {
  readonly candidate: Float64Array;
  readonly unnamed: Float64Array;
  readonly threshold: number;
}

function readWeights(group: PronounGroup): Weights {
  const { candidate, unnamed, threshold } = model.groups[group];
  const byName = (names: readonly string[], weights: Readonly<Record<string, number>>): Float64Array =>
    Float64Array.from(names, (name) => weights[name] ?? 0);
  return { candidate: byName(FEATURES, candidate), unnamed: byName(UNNAMED_FEATURES, unnamed), threshold };
}

/**
 * A log-linear ranker over the candidates and "nobody named" (mention ranking: P. Denis and J. Baldridge, 2008).
 * It resolves a pronoun only where the probability reaches the threshold that came with the weights.
 */
export class TrainedChooser implements PronounChooser {
  readonly #weights: Readonly<Record<PronounGroup, Weights>> = {
    person: readWeights("person"),
    thing: readWeights("thing"),
    many: readWeights("many"),
  };
  readonly #candidate = new Float64Array(FEATURES.length);
  readonly #unnamed = new Float64Array(UNNAMED_FEATURES.length);

  choose(place: PronounPlace, around: Surroundings, candidates: readonly Actor[]): { readonly index: number; readonly confidence: number } | null {
    const weights = this.#weights[groupOf(place.reference)];
    fillUnnamedFeatures(this.#unnamed, place, around, candidates);
    let sum = Math.exp(dot(weights.unnamed, this.#unnamed));
    let best = 0;
    let most = 0;
    let mostNamed = 0;
    for (const { count } of candidates) mostNamed = Math.max(mostNamed, count);
    for (let i = 0; i < candidates.length; i++) {
      fillFeatures(this.#candidate, candidates[i], place, around, i, candidates.length, mostNamed);
      const weight = Math.exp(dot(weights.candidate, this.#candidate));
      sum += weight;
      if (weight > most) {
        most = weight;
        best = i;
      }
    }
    const confidence = most / sum;
    return confidence >= weights.threshold ? { index: best, confidence } : null;
  }
}

function dot(weights: Float64Array, features: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] * features[i];
  return sum;
}

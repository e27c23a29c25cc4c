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
import { SparseFeatures } from "./sparseFeatures.js";

/** Chooses whom a pronoun means. */
export interface PronounChooser {
  /**
   * @param candidates the nearest first, at least one.
   * @returns the likeliest candidate, or null where it is likelier that nobody named is meant.
   */
  choose(place: PronounPlace, around: Surroundings, candidates: readonly Actor[]): PronounChoice | null;
}

export interface PronounChoice {
  /** The index of the candidate. */
  readonly index: number;
  readonly confidence: number;
  /** The confidence from which on a choice is told; below it, it only serves the pronouns that follow. */
  readonly threshold: number;
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
 * The threshold came with the weights.
 */
export class TrainedChooser implements PronounChooser {
  readonly #weights: Readonly<Record<PronounGroup, Weights>> = {
    person: readWeights("person"),
    thing: readWeights("thing"),
    many: readWeights("many"),
  };
  readonly #candidate = new SparseFeatures(FEATURES.length);
  readonly #unnamed = new SparseFeatures(UNNAMED_FEATURES.length);

  choose(place: PronounPlace, around: Surroundings, candidates: readonly Actor[]): PronounChoice | null {
    const weights = this.#weights[groupOf(place.reference)];
    fillUnnamedFeatures(this.#unnamed, place, around, candidates);
    const alone = Math.exp(this.#unnamed.weighed(weights.unnamed));
    let sum = alone;
    let best = 0;
    let most = 0;
    let mostNamed = 0;
    for (const { count } of candidates) mostNamed = Math.max(mostNamed, count);
    for (let i = 0; i < candidates.length; i++) {
      fillFeatures(this.#candidate, candidates[i], place, around, i, candidates.length, mostNamed);
      const weight = Math.exp(this.#candidate.weighed(weights.candidate));
      sum += weight;
      if (weight > most) {
        most = weight;
        best = i;
      }
    }
    const confidence = most / sum;
    return most > alone ? { index: best, confidence, threshold: weights.threshold } : null;
  }
}

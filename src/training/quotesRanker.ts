import { seededRandom, shuffle } from "./random.js";

/** Candidates of which some are right; each is its places in the weights. */
export interface Choice {
  readonly candidates: readonly Int32Array[];
  /** The indices of the right ones. */
  readonly right: readonly number[];
}

export interface RankerOptions {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
}

/** Each order in which the choices are gone through makes other weights; their mean depends less on chance. */
const SEEDS = [20140612, 1815, 1906];

/**
 * Learns weights by which the right candidate of each choice is the likeliest: a conditional logit model, by AdaGrad, the same each time.
 * @param size how many weights there are.
 * @returns the mean over several orders of the choices and over the last epochs of each.
 */
export function trainRanker(choices: readonly Choice[], size: number, options: RankerOptions): Float32Array {
  const mean = new Float64Array(size);
  for (const seed of SEEDS) addTrained(choices, options, seed, mean);
  return Float32Array.from(mean, (value) => value / SEEDS.length);
}

function addTrained(choices: readonly Choice[], { epochs, rate, decay }: RankerOptions, seed: number, mean: Float64Array): void {
  const weights = new Float64Array(mean.length);
  const squares = new Float64Array(mean.length).fill(1e-2);
  const random = seededRandom(seed);
  const order = Int32Array.from(choices.keys());
  const averaged = Math.ceil(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) learn(choices[index], weights, squares, rate, decay);
    if (epoch < epochs - averaged) continue;
    for (let i = 0; i < weights.length; i++) mean[i] += weights[i] / averaged;
  }
}

function learn({ candidates, right }: Choice, weights: Float64Array, squares: Float64Array, rate: number, decay: number): void {
  const scores = candidates.map((places) => sum(places, weights));
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const total = shares.reduce((a, b) => a + b, 0);
  const rightTotal = right.reduce((a, i) => a + shares[i], 0);
  candidates.forEach((places, i) => {
    const gradient = shares[i] / total - (right.includes(i) ? shares[i] / rightTotal : 0);
    if (Math.abs(gradient) < 1e-4) return;
    for (const place of places) {
      const slope = gradient + decay * weights[place];
      squares[place] += slope * slope;
      weights[place] -= (rate * slope) / Math.sqrt(squares[place]);
    }
  });
}

function sum(places: Int32Array, weights: Float64Array): number {
  let total = 0;
  for (const place of places) total += weights[place];
  return total;
}

/** How often the likeliest candidate is the right one, in percent. */
export function accuracy(choices: readonly Choice[], weights: Float32Array): number {
  let hits = 0;
  for (const { candidates, right } of choices) {
    const scores = candidates.map((places) => {
      let total = 0;
      for (const place of places) total += weights[place];
      return total;
    });
    if (right.includes(scores.indexOf(Math.max(...scores)))) hits++;
  }
  return (100 * hits) / Math.max(1, choices.length);
}

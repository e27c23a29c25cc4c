import { Family } from "../analysis/names/features.js";
import { isInside, LABEL_COUNT } from "../analysis/names/labels.js";
import type { Instances } from "./namesInstances.js";
import { seededRandom, shuffle } from "./random.js";

const L = LABEL_COUNT;
const FORBIDDEN = -1e9;

/** What is left out at random, as shares of tokens, so that no kind of feature leans on the others. */
export interface Dropout {
  /**
   * Tokens judged without the features of one family: where features are redundant, the strong ones are undertrained otherwise
   * (Sutton, Sindelar and McCallum 2006).
   */
  readonly form: number;
  readonly naming: number;
  readonly context: number;
  /** Tokens judged by their form alone. */
  readonly allButForm: number;
  /** Of all features, each by itself, wherever it stands (Srivastava and others 2014). */
  readonly single: number;
}

export interface CrfOptions {
  readonly epochs: number;
  /** The step of AdaGrad (Duchi, Hazan and Singer 2011). */
  readonly rate: number;
  readonly dropout: Dropout;
  readonly seed: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) whose training data may leave labels open:
 * the likelihood sums over every labelling that the data allows (Tsuboi and others 2008).
 */
export class Crf {
  readonly weights: Float32Array;
  readonly steps = new Float32Array(L * L);
  readonly #squares: Float32Array;
  readonly #stepSquares = new Float32Array(L * L);

  constructor(features: number) {
    this.weights = new Float32Array(features * L);
    this.#squares = new Float32Array(features * L);
    for (let from = 0; from < L; from++) for (let to = 0; to < L; to++) if (!isLegal(from, to)) this.steps[from * L + to] = FORBIDDEN;
  }

  train(instances: Instances, options: CrfOptions): void {
    const random = seededRandom(options.seed);
    const count = instances.stretchStarts.length - 1;
    const order = Int32Array.from({ length: count }, (_, i) => i);
    const work = new Work(longest(instances.stretchStarts));
    for (let epoch = 0; epoch < options.epochs; epoch++) {
      shuffle(order, random);
      let loss = 0;
      for (const s of order) loss += this.#learn(instances, s, options, random, work);
      options.onEpoch?.(epoch, loss / count);
    }
  }

  /** The scores of each label for each token of a stretch, from the features alone. */
  score(instances: Instances, stretch: number, scores: Float32Array): void {
    const first = instances.stretchStarts[stretch];
    const length = instances.stretchStarts[stretch + 1] - first;
    const { weights } = this;
    const { featureStarts, features } = instances;
    scores.fill(0, 0, length * L);
    for (let t = 0; t < length; t++) {
      const at = t * L;
      for (let k = featureStarts[first + t]; k < featureStarts[first + t + 1]; k++) {
        const from = features[k] * L;
        for (let y = 0; y < L; y++) scores[at + y] += weights[from + y];
      }
    }
  }

  #scoreChosen({ scores, chosen, chosenStarts }: Work, length: number, scale: number): void {
    const { weights } = this;
    scores.fill(0, 0, length * L);
    for (let t = 0; t < length; t++) {
      const at = t * L;
      for (let k = chosenStarts[t]; k < chosenStarts[t + 1]; k++) {
        const from = chosen[k] * L;
        for (let y = 0; y < L; y++) scores[at + y] += weights[from + y];
      }
      for (let y = 0; y < L; y++) scores[at + y] *= scale;
    }
  }

  #learn(instances: Instances, stretch: number, { rate, dropout }: CrfOptions, random: () => number, work: Work): number {
    const first = instances.stretchStarts[stretch];
    const length = instances.stretchStarts[stretch + 1] - first;
    work.choose(instances, first, length, dropout, random);
    this.#scoreChosen(work, length, 1 / (1 - dropout.single));
    work.gradient.fill(0, 0, length * L);
    work.stepGradient.fill(0);
    const free = work.addExpectations(this.steps, length, null, 0, -1);
    const bound = work.addExpectations(this.steps, length, instances.allowed, first, 1);
    if (!Number.isFinite(bound) || !Number.isFinite(free)) return 0;
    this.#apply(length, rate, work);
    return free - bound;
  }

  #apply(length: number, rate: number, work: Work): void {
    const { weights } = this;
    const squares = this.#squares;
    const { gradient, stepGradient, wanted, chosen, chosenStarts } = work;
    for (let t = 0; t < length; t++) {
      let count = 0;
      for (let y = 0; y < L; y++) if (Math.abs(gradient[t * L + y]) > 0.002) wanted[count++] = y;
      if (count === 0) continue;
      for (let k = chosenStarts[t]; k < chosenStarts[t + 1]; k++) {
        const f = chosen[k];
        for (let w = 0; w < count; w++) {
          const g = gradient[t * L + wanted[w]];
          const at = f * L + wanted[w];
          squares[at] += g * g;
          weights[at] += (rate * g) / Math.sqrt(squares[at] + 1e-6);
        }
      }
    }
    for (let i = 0; i < L * L; i++) {
      const g = stepGradient[i];
      if (g === 0 || this.steps[i] <= FORBIDDEN / 2) continue;
      this.#stepSquares[i] += g * g;
      this.steps[i] += (rate * g) / Math.sqrt(this.#stepSquares[i] + 1e-6);
    }
  }
}

/** The families of features that a token is judged with, one bit each. @param draw a random number in 0..1. */
function keptFamilies({ form, naming, context, allButForm }: Dropout, draw: number): number {
  const all = (1 << Family.Form) | (1 << Family.Naming) | (1 << Family.Context);
  if (draw < form) return all & ~(1 << Family.Form);
  if (draw < form + naming) return all & ~(1 << Family.Naming);
  if (draw < form + naming + context) return all & ~(1 << Family.Context);
  return draw < form + naming + context + allButForm ? 1 << Family.Form : all;
}

function isLegal(from: number, to: number): boolean {
  return !isInside(to) || from === to || from === to - 1;
}

function longest(starts: Int32Array): number {
  let most = 0;
  for (let i = 0; i + 1 < starts.length; i++) most = Math.max(most, starts[i + 1] - starts[i]);
  return most;
}

/** The room one stretch's sums need, kept from stretch to stretch. */
class Work {
  readonly scores: Float32Array;
  readonly gradient: Float32Array;
  /** The features of this round, without those left out. */
  readonly chosen: Int32Array;
  readonly chosenStarts: Int32Array;
  readonly stepGradient = new Float32Array(L * L);
  readonly wanted = new Int32Array(L);
  readonly #exp: Float64Array;
  readonly #forward: Float64Array;
  readonly #backward: Float64Array;
  readonly #scale: Float64Array;
  readonly #expSteps = new Float64Array(L * L);

  constructor(length: number) {
    this.scores = new Float32Array(length * L);
    this.gradient = new Float32Array(length * L);
    this.chosen = new Int32Array(length * 128);
    this.chosenStarts = new Int32Array(length + 1);
    this.#exp = new Float64Array(length * L);
    this.#forward = new Float64Array(length * L);
    this.#backward = new Float64Array(length * L);
    this.#scale = new Float64Array(length);
  }

  choose(instances: Instances, first: number, length: number, dropout: Dropout, random: () => number): void {
    const { featureStarts, features, families } = instances;
    const { chosen, chosenStarts } = this;
    const least = Math.round(dropout.single * 0x10000);
    let state = Math.floor(random() * 0x7fffffff) | 1;
    let count = 0;
    for (let t = 0; t < length; t++) {
      const kept = keptFamilies(dropout, random());
      chosenStarts[t] = count;
      for (let k = featureStarts[first + t]; k < featureStarts[first + t + 1]; k++) {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        if (state >>> 16 < least) continue;
        if ((kept >> families[k]) & 1) chosen[count++] = features[k];
      }
    }
    chosenStarts[length] = count;
  }

  /**
   * The forward-backward sums over all labellings, or over those allowed. Outside stands before and after the stretch.
   * Adds `sign` times the expected counts to the gradients. @returns the logarithm of the sum.
   */
  addExpectations(steps: Float32Array, length: number, allowed: Uint16Array | null, first: number, sign: number): number {
    const exp = this.#exp;
    const forward = this.#forward;
    const backward = this.#backward;
    const scale = this.#scale;
    const expSteps = this.#expSteps;
    for (let i = 0; i < L * L; i++) expSteps[i] = Math.exp(steps[i]);
    let log = 0;
    for (let t = 0; t < length; t++) {
      const at = t * L;
      const mask = allowed === null ? -1 : allowed[first + t];
      let most = -1e30;
      for (let y = 0; y < L; y++) if (this.scores[at + y] > most) most = this.scores[at + y];
      for (let y = 0; y < L; y++) exp[at + y] = (mask >> y) & 1 ? Math.exp(this.scores[at + y] - most) : 0;
      let total = 0;
      for (let y = 0; y < L; y++) {
        let sum = 0;
        if (t === 0) sum = expSteps[y];
        else for (let x = 0; x < L; x++) sum += forward[at - L + x] * expSteps[x * L + y];
        forward[at + y] = sum * exp[at + y];
        total += forward[at + y];
      }
      scale[t] = 1 / total;
      for (let y = 0; y < L; y++) forward[at + y] *= scale[t];
      log += Math.log(total) + most;
    }
    const last = (length - 1) * L;
    let ending = 0;
    for (let y = 0; y < L; y++) ending += forward[last + y] * expSteps[y * L];
    log += Math.log(ending);
    if (!Number.isFinite(log)) return log;
    for (let y = 0; y < L; y++) {
      backward[last + y] = expSteps[y * L] / ending;
      this.stepGradient[y * L] += sign * forward[last + y] * backward[last + y];
    }
    for (let t = length - 1; t >= 0; t--) {
      const at = t * L;
      for (let y = 0; y < L; y++) this.gradient[at + y] += sign * forward[at + y] * backward[at + y];
      if (t === 0) {
        for (let y = 0; y < L; y++) this.stepGradient[y] += sign * forward[y] * backward[y];
        break;
      }
      for (let x = 0; x < L; x++) {
        let sum = 0;
        for (let y = 0; y < L; y++) {
          const flow = expSteps[x * L + y] * exp[at + y] * backward[at + y] * scale[t];
          sum += flow;
          this.stepGradient[x * L + y] += sign * forward[at - L + x] * flow;
        }
        backward[at - L + x] = sum;
      }
    }
    return log;
  }
}

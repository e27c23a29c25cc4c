import { Decoder } from "../analysis/names/decoder.js";
import { LABEL_COUNT, OUTSIDE } from "../analysis/names/labels.js";
import { WordLists } from "../analysis/names/wordLists.js";
import { readBlock } from "../analysis/text/sourceText.js";
import { Crf, type Dropout } from "./crf.js";
import { modelBytes } from "./modelFile.js";
import { ALL_LABELS, type LabelledBlock, type LabelledDocument, readLabelledDocuments } from "./namesData.js";
import { buildInstances, FeatureIndex, type Instances, renumberFeatures } from "./namesInstances.js";
import { seededRandom } from "./random.js";

const L = LABEL_COUNT;

export interface TrainingOptions {
  /** The folder of corpora. */
  readonly corpora: string;
  /** Keeps each document of GMB with this probability: 1 for the shipped model, less to try things out. */
  readonly sample: number;
  readonly epochs: number;
  /** How many features the model keeps. */
  readonly features: number;
  readonly log: (line: string) => void;
}

const RATE = 0.02;
const DROPOUT: Dropout = { form: 0, naming: 0.3, context: 0.25, allButForm: 0.1, single: 0.1 };
const SEED = 20140613;
const LEAST_COUNT = 2;
/** The epochs for the features that are kept, after the rest are gone. */
const LAST_EPOCHS = 2;
/** The shipped model is the mean of so many runs, which differ in what they left out by chance. */
const RUNS = 3;
const SEED_STEP = 100;

/** The share of blocks that are learned from once more in capitals, and with each word's first letter a capital. */
const IN_CAPITALS = 0.06;
const IN_TITLE_CASE = 0.06;

/** GMB is judged in halves made of runs of this many sentences. */
const HALVES_RUN = 240;

/**
 * Trains the tagger's model; the same corpora and options give the same bytes. GMB's labels are in part a machine's: where a model
 * that has not seen a part of it disagrees with a label there, the label is left open. That is done twice, first by a model of the
 * other corpora, then each half by a model of these and of the other half.
 */
export function trainNameModel(options: TrainingOptions): Uint8Array {
  const { log } = options;
  const lists = new WordLists();
  const random = seededRandom(SEED);
  const documents = readLabelledDocuments(options.corpora).filter(({ corpus }) => corpus !== "gmb" || random() < options.sample);
  const clean = withVariants(blocksOf(documents.filter(({ corpus }) => corpus !== "gmb")), random);
  const gmb = blocksOf(documents.filter(({ corpus }) => corpus === "gmb"));
  log(`${documents.length} documents`);

  const judging = { ...options, epochs: Math.max(4, options.epochs >> 1) };
  const judge = train(clean, lists, judging, "without GMB");
  const judged = gmb.map(({ block, allowed }) => ({ block, allowed: allowed.slice() }));
  log(`${openDoubtful(judged, lists, judge)} of GMB's tokens left open`);
  for (const half of [0, 1]) {
    const own = gmb.filter((_, i) => Math.floor(i / HALVES_RUN) % 2 === half);
    const other = judged.filter((_, i) => Math.floor(i / HALVES_RUN) % 2 !== half);
    const better = train([...clean, ...other], lists, judging, `without half ${half + 1} of GMB`);
    log(`${openDoubtful(own, lists, better)} of its tokens left open`);
  }

  const { index, crf } = train([...clean, ...withVariants(gmb, random)], lists, options, "all", RUNS);
  const bytes = modelBytes(index.keysByNumber(), crf.weights, crf.steps);
  log(`${index.size} features, ${bytes.length} bytes`);
  return bytes;
}

function blocksOf(documents: readonly LabelledDocument[]): LabelledBlock[] {
  return documents.flatMap(({ blocks }) => blocks);
}

interface Trained {
  readonly index: FeatureIndex;
  readonly crf: Crf;
}

/**
 * Trains on all features that are not too rare, then keeps the weightiest and trains these alone.
 * @param runs how many runs the weights are the mean of, at each of the two.
 */
function train(blocks: readonly LabelledBlock[], lists: WordLists, options: TrainingOptions, name: string, runs = 1): Trained {
  const { log } = options;
  const all = new FeatureIndex();
  const everything = buildInstances(blocks, lists, all);
  const frequent = all.select((_, count) => count >= LEAST_COUNT);
  const instances = renumberFeatures(everything, frequent.renumbered);
  log(`${name}: ${instances.allowed.length} tokens, ${frequent.index.size} of ${all.size} features`);
  const settings = { rate: RATE, dropout: DROPOUT };
  const onEpoch = (epoch: number, loss: number): void => log(`${name}, epoch ${epoch + 1}: loss ${loss.toFixed(4)}`);
  const first = meanOfRuns(runs, (seed) => {
    const crf = new Crf(frequent.index.size);
    crf.train(instances, { ...settings, epochs: options.epochs, seed: SEED + seed, onEpoch });
    return crf;
  });

  const weight = Float32Array.from({ length: frequent.index.size }, (_, f) => weightOf(first.weights, f));
  const least = Float32Array.from(weight).sort()[Math.max(0, weight.length - options.features)];
  const chosen = frequent.index.select((number) => weight[number] >= least);
  const rest = renumberFeatures(instances, chosen.renumbered);
  const last = meanOfRuns(runs, (seed) => {
    const crf = new Crf(chosen.index.size);
    chosen.renumbered.forEach((to, from) => {
      if (to >= 0) crf.weights.set(first.weights.subarray(from * L, from * L + L), to * L);
    });
    crf.steps.set(first.steps);
    crf.train(rest, { ...settings, epochs: LAST_EPOCHS, seed: SEED + 1 + seed, onEpoch });
    return crf;
  });
  return { index: chosen.index, crf: last };
}

/** The mean of the weights of several runs. @param train makes one run; it takes what is added to its seeds. */
function meanOfRuns(runs: number, train: (seed: number) => Crf): Crf {
  const mean = train(0);
  const others = Array.from({ length: runs - 1 }, (_, i) => train((i + 1) * SEED_STEP));
  for (const { weights, steps } of others) {
    for (let i = 0; i < weights.length; i++) mean.weights[i] += weights[i];
    for (let i = 0; i < steps.length; i++) mean.steps[i] += steps[i];
  }
  for (let i = 0; i < mean.weights.length; i++) mean.weights[i] /= runs;
  for (let i = 0; i < mean.steps.length; i++) mean.steps[i] /= runs;
  return mean;
}

function weightOf(weights: Float32Array, feature: number): number {
  let sum = 0;
  for (let y = 0; y < L; y++) sum += Math.abs(weights[feature * L + y]);
  return sum;
}

/** Adds copies of some blocks in capitals, and in headline case. */
function withVariants(blocks: readonly LabelledBlock[], random: () => number): LabelledBlock[] {
  const variants: LabelledBlock[] = [];
  for (const labelled of blocks) {
    const draw = random();
    if (draw < IN_CAPITALS) addVariant(labelled, labelled.block.text.toUpperCase(), variants);
    else if (draw < IN_CAPITALS + IN_TITLE_CASE) addVariant(labelled, inTitleCase(labelled.block.text), variants);
  }
  return [...blocks, ...variants];
}

function inTitleCase(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}'’.-])\p{Ll}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase());
}

function addVariant({ block, allowed }: LabelledBlock, text: string, variants: LabelledBlock[]): void {
  const variant = readBlock(text, "plain");
  if (variant.tokens.count === block.tokens.count && text.length === block.text.length) variants.push({ block: variant, allowed });
}

/** Leaves open each token of the blocks where a model disagrees with its label. @returns how many. */
function openDoubtful(blocks: readonly LabelledBlock[], lists: WordLists, { index, crf }: Trained): number {
  const instances = buildInstances(blocks, lists, index);
  const predicted = predict(instances, crf);
  let opened = 0;
  for (let s = 0; s + 1 < instances.stretchStarts.length; s++) {
    const { allowed } = blocks[instances.blocks[s]];
    for (let t = instances.stretchStarts[s]; t < instances.stretchStarts[s + 1]; t++) {
      if ((instances.allowed[t] >> predicted[t]) & 1) continue;
      allowed[instances.tokens[t]] = ALL_LABELS;
      opened++;
    }
  }
  return opened;
}

/** The best label of each token. */
export function predict(instances: Instances, crf: Crf): Uint8Array {
  const labels = new Uint8Array(instances.allowed.length).fill(OUTSIDE);
  const scale = 256;
  const decoder = new Decoder(Int32Array.from(crf.steps, (step) => (step < -1e6 ? -1e8 : Math.round(step * scale))));
  let scores = new Float32Array(0);
  let rounded = new Int32Array(0);
  for (let s = 0; s + 1 < instances.stretchStarts.length; s++) {
    const first = instances.stretchStarts[s];
    const length = instances.stretchStarts[s + 1] - first;
    if (scores.length < length * L) {
      scores = new Float32Array(length * L);
      rounded = new Int32Array(length * L);
    }
    crf.score(instances, s, scores);
    for (let i = 0; i < length * L; i++) rounded[i] = Math.round(scores[i] * scale);
    decoder.decode(rounded, 0, length, labels, first);
  }
  return labels;
}

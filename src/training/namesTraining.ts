import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { LABEL_COUNT, OUTSIDE } from "../analysis/names/labels.js";
import { Decoder } from "../analysis/names/decoder.js";
import { WordLists } from "../analysis/names/wordLists.js";
import { readBlock } from "../analysis/text/sourceText.js";
import { Crf } from "./crf.js";
import { modelBytes } from "./modelFile.js";
import { ALL_LABELS, type LabelledBlock, type LabelledDocument, readLabelledDocuments } from "./namesData.js";
import { buildInstances, FeatureIndex, type Instances, renumberFeatures } from "./namesInstances.js";
import { seededRandom } from "./random.js";

const L = LABEL_COUNT;

export interface TrainingOptions {
  readonly corpora: string;
  /** Keeps each document of GMB with this probability: for trying things out. */
  readonly sample: number;
  readonly epochs: number;
  readonly features: number;
  readonly log: (line: string) => void;
}

const RATE = Number(process.env.RATE ?? 0.02);
/** By family: form, naming, context. */
const DROPOUT = (process.env.DROP ?? "0,0.3,0").split(",").map(Number);
const SEED = 20140613;
const LEAST_COUNT = Number(process.env.LC ?? 2);
const THINNING = Number(process.env.TH ?? 0.25);

/** The share of blocks that are learned from once more in capitals, and with each word's first letter a capital. */
const IN_CAPITALS = 0.06;
const IN_TITLE_CASE = 0.06;

/** Trains the tagger's model. The same corpora and options give the same bytes. */
export function trainNameModel(options: TrainingOptions): Uint8Array {
  const { log } = options;
  const lists = new WordLists();
  const random = seededRandom(SEED);
  const X = process.env.EXP ?? "";
  const documents = readLabelledDocuments(options.corpora).filter(({ corpus }) => corpus !== "gmb" || random() < options.sample)
    .filter(({corpus, id}) => !(X.includes("D") && (corpus === "btc" || corpus === "wnut17")) && !(X.includes("E") && /crossner-(ai|sci)/.test(id)) && !(X.includes("F") && corpus==="uner_ewt"));
  log(`${documents.length} documents`);

  const clean = withVariants(blocksOf(documents.filter(({ corpus }) => corpus !== "gmb")), random);
  const gmb = blocksOf(documents.filter(({ corpus }) => corpus === "gmb"));
  const cache = "/tmp/tagger/opened3-" + options.sample + ".json";
  if (process.env.FRESH || !existsSync(cache)) {
    const judge = train(clean, lists, { ...options, epochs: Math.max(4, options.epochs >> 1) }, "without GMB");
    const opened = openDoubtful(gmb, lists, judge);
    log(`${opened} of GMB's tokens left open`);
    writeFileSync(cache, JSON.stringify(gmb.map((g) => [...g.allowed])));
  } else JSON.parse(readFileSync(cache, "utf8")).forEach((a: number[], i: number) => gmb[i].allowed.set(a));
  const { index, crf } = train([...clean, ...withVariants(gmb, random)], lists, options, "all");
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

/** Trains on all features that are not too rare, then keeps the weightiest and trains these alone. */
function train(blocks: readonly LabelledBlock[], lists: WordLists, options: TrainingOptions, name: string): Trained {
  const { log } = options;
  const all = new FeatureIndex();
  const everything = buildInstances(blocks, lists, all);
  const frequent = all.select((_, count) => count >= LEAST_COUNT);
  const instances = renumberFeatures(everything, frequent.renumbered);
  log(`${name}: ${instances.allowed.length} tokens, ${frequent.index.size} of ${all.size} features`);
  const first = new Crf(frequent.index.size);
  const settings = { epochs: options.epochs, rate: RATE, dropout: DROPOUT, thinning: THINNING, seed: SEED };
  first.train(instances, { ...settings, onEpoch: (epoch, loss) => log(`${name}, epoch ${epoch + 1}: loss ${loss.toFixed(4)}`) });

  const weight = Float32Array.from({ length: frequent.index.size }, (_, f) => weightOf(first.weights, f));
  const least = [...weight].sort((a, b) => b - a)[Math.min(options.features, weight.length) - 1];
  const chosen = frequent.index.select((number) => weight[number] >= least);
  const rest = renumberFeatures(instances, chosen.renumbered);
  const crf = new Crf(chosen.index.size);
  chosen.renumbered.forEach((to, from) => {
    if (to >= 0) crf.weights.set(first.weights.subarray(from * L, from * L + L), to * L);
  });
  crf.steps.set(first.steps);
  crf.train(rest, { ...settings, epochs: 2, seed: SEED + 1, onEpoch: (epoch, loss) => log(`${name}, kept features, epoch ${epoch + 1}: loss ${loss.toFixed(4)}`) });
  return { index: chosen.index, crf };
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
    else if (draw < IN_CAPITALS + IN_TITLE_CASE) addVariant(labelled, labelled.block.text.replace(/(?<![\p{L}\p{N}'’.-])\p{Ll}(?=\p{L}{2})/gu, (c) => c.toUpperCase()), variants);
  }
  return [...blocks, ...variants];
}

function addVariant({ block, allowed }: LabelledBlock, text: string, variants: LabelledBlock[]): void {
  const variant = readBlock(text);
  const same = variant.tokens.count === block.tokens.count && text.length === block.text.length;
  if (same) variants.push({ block: variant, allowed });
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
      const X = process.env.EXP ?? "";
      if (X.includes("B") && predicted[t] === 0) continue;
      if (X.includes("C")) allowed[instances.tokens[t]] |= 1 << predicted[t];
      else allowed[instances.tokens[t]] = ALL_LABELS;
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

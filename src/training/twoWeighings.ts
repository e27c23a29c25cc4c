import {
  MODEL_PARTS,
  type ModelPart,
  PAIR_PARTS,
  type PairPart,
  TREE_PARTS,
  type TreePart,
} from "../analysis/quotes/attributionModelForm.js";
import { FIRST_UNORDERED_END_FEATURE, FIRST_UNORDERED_START_FEATURE } from "../analysis/quotes/contentSecondFeatures.js";
import { FIRST_UNORDERED_CUE_FEATURE } from "../analysis/quotes/cueFeatures.js";
import { sumOf, WEIGHT_UNIT } from "../analysis/quotes/linearModel.js";
import { PAIR_UNIT, readPairSums, sumPairs, type WrittenPairSums } from "../analysis/quotes/pairSums.js";
import { FIRST_UNORDERED_REPORT_FEATURE } from "../analysis/quotes/reportFeatures.js";
import { Shortlist } from "../analysis/quotes/shortlist.js";
import { FIRST_UNORDERED_SOURCE_FEATURE } from "../analysis/quotes/sourceSecondFeatures.js";
import { FIRST_UNORDERED_SPEAKER_FEATURE } from "../analysis/quotes/speakerSecondFeatures.js";
import { LEAF_UNIT, readTrees, scoreTrees, type WrittenTrees } from "../analysis/quotes/trees.js";
import { ValueFeatures } from "../analysis/quotes/valueFeatures.js";
import { type Example, type RankingExample, ranking, telling } from "./boosting.js";
import { type PairSumsOptions, trainPairSums } from "./pairSumsTraining.js";
import { accuracy, type Choice, trainRanker } from "./quotesRanker.js";
import { type TreesOptions, trainTrees } from "./treesTraining.js";

/** A choice that is weighed twice: by weights, and what these shortlist by pair sums or trees. */
export interface WeighedChoice extends Choice {
  /** For each candidate the values of what the second weighing asks for; the first two, margin and rank on the shortlist, are still to be set. */
  readonly values: readonly Uint8Array[];
  /** The document it is from. */
  readonly document: string;
}

const FIRST_UNORDERED: Readonly<Record<PairPart | TreePart, number>> = {
  cue: FIRST_UNORDERED_CUE_FEATURE,
  source: FIRST_UNORDERED_SOURCE_FEATURE,
  start: FIRST_UNORDERED_START_FEATURE,
  end: FIRST_UNORDERED_END_FEATURE,
  report: FIRST_UNORDERED_REPORT_FEATURE,
  speaker: FIRST_UNORDERED_SPEAKER_FEATURE,
};

const TELLING_PAIRS: PairSumsOptions = { rounds: 600, rate: 0.1, pairs: 48, fewest: 40, decay: 8, share: 0.5 };
const RANKING_PAIRS: PairSumsOptions = { rounds: 300, rate: 0.1, pairs: 32, fewest: 30, decay: 8, share: 0.5 };
const TELLING_TREES: TreesOptions = { trees: 160, leaves: 8, rate: 0.08, fewest: 40, decay: 8, share: 0.4 };
/** Few quotations have speakers that come near to each other, so that more trees cost nothing there. */
const SPEAKER_TREES: TreesOptions = { trees: 120, leaves: 12, rate: 0.1, fewest: 30, decay: 8, share: 0.5 };
const RANKING_TREES: TreesOptions = { trees: 40, leaves: 8, rate: 0.22, fewest: 30, decay: 8, share: 0.5 };

/** How something is weighed by the values of its features: how that is learned, and what it says when it is read as it was written. */
export interface Weighing<Written> {
  telling(examples: readonly Example[]): Written;
  ranking(choices: readonly RankingExample[]): Written;
  reader(written: Written): (values: Uint8Array) => number;
}

export function byPairs(part: PairPart): Weighing<WrittenPairSums> {
  const sizes = PAIR_PARTS[part];
  return {
    telling: (examples) => trainPairSums(telling(examples, PAIR_UNIT), sizes, isOrdered(part, sizes), TELLING_PAIRS),
    ranking: (choices) => trainPairSums(ranking(choices), sizes, isOrdered(part, sizes), RANKING_PAIRS),
    reader: (written) => {
      const sums = readPairSums(written, sizes);
      return byValues(sizes, (features) => sumPairs(sums, features));
    },
  };
}

export function byTrees(part: TreePart): Weighing<WrittenTrees> {
  const sizes = TREE_PARTS[part];
  return {
    telling: (examples) => trainTrees(telling(examples, LEAF_UNIT), sizes, isOrdered(part, sizes), TELLING_TREES),
    ranking: (choices) => trainTrees(ranking(choices), sizes, isOrdered(part, sizes), part === "speaker" ? SPEAKER_TREES : RANKING_TREES),
    reader: (written) => {
      const trees = readTrees(written, sizes);
      return byValues(sizes, (features) => scoreTrees(trees, features));
    },
  };
}

/** What is told of features, asked with their values. */
function byValues(sizes: readonly number[], score: (features: ValueFeatures) => number): (values: Uint8Array) => number {
  const features = new ValueFeatures(sizes);
  return (values) => {
    features.values.set(values);
    return score(features);
  };
}

function isOrdered(part: PairPart | TreePart, sizes: readonly number[]): readonly boolean[] {
  return sizes.map((_, feature) => feature < FIRST_UNORDERED[part]);
}

/** Trains what tells by itself whether something is so, and says how well it does. @param held what is not learned from; undefined to say nothing. */
export function trainTelling<Written>(
  part: PairPart | TreePart,
  examples: readonly Example[],
  held: readonly Example[] | undefined,
  weighing: Weighing<Written>,
): Written {
  const written = weighing.telling(examples);
  const score = weighing.reader(written);
  const right = (some: readonly Example[]): string =>
    ((100 * some.filter(({ values, is }) => score(values) > 0 === is).length) / Math.max(1, some.length)).toFixed(1);
  if (held) console.log(`${part}: ${examples.length} choices, right on them ${right(examples)} %, on polnear.dev ${right(held)} %`);
  return written;
}

/** Trains weights, rounded as they are written, and says how well they do. @param held what is not learned from; undefined to say nothing. */
export function trainWeights(part: ModelPart, choices: readonly Choice[], held: readonly Choice[] | undefined): Float32Array {
  const weights = rounded(part, choices);
  if (!held) return weights;
  console.log(
    `${part}: ${choices.length} choices, right on them ${accuracy(choices, weights).toFixed(1)} %, on polnear.dev ${accuracy(held, weights).toFixed(1)} %`,
  );
  return weights;
}

function rounded(part: ModelPart, choices: readonly Choice[]): Float32Array {
  const weights = trainRanker(choices, sumOf(MODEL_PARTS[part]), { epochs: 8, rate: 0.1, decay: 2e-3 });
  for (let i = 0; i < weights.length; i++) weights[i] = Math.round(weights[i] / WEIGHT_UNIT) * WEIGHT_UNIT;
  return weights;
}

/**
 * Trains the weights, then what weighs again what the weights shortlist. The second weighing learns from shortlists that were made by
 * weights of the other half of the documents: those that a choice taught itself would be surer than they are on a new text.
 */
export function trainTwice<Written>(
  part: ModelPart,
  choices: readonly WeighedChoice[],
  held: readonly WeighedChoice[] | undefined,
  weighing: Weighing<Written>,
): { readonly weights: Float32Array; readonly second: Written } {
  const weights = trainWeights(part, choices, held);
  const half = halves(choices);
  const crossed = [0, 1].map((own) =>
    rounded(
      part,
      choices.filter(({ document }) => half.get(document) !== own),
    ),
  );
  const shortlist = new Shortlist();
  const examples = choices
    .map((choice) => shortlisted(choice, crossed[half.get(choice.document) ?? 0], shortlist))
    .filter(({ candidates, right }) => right.length > 0 && candidates.length > 1);
  const second = weighing.ranking(examples);
  if (!held) return { weights, second };
  const score = weighing.reader(second);
  const right = held.filter((choice) => {
    const { candidates, right } = shortlisted(choice, weights, shortlist);
    const scores = candidates.map(score);
    return right.includes(scores.indexOf(Math.max(...scores)));
  }).length;
  console.log(`${part}: by the second weighing right on polnear.dev ${((100 * right) / held.length).toFixed(1)} %`);
  return { weights, second };
}

/** To which half of the documents each belongs. */
function halves(choices: readonly WeighedChoice[]): ReadonlyMap<string, number> {
  const half = new Map<string, number>();
  for (const { document } of choices) if (!half.has(document)) half.set(document, half.size % 2);
  return half;
}

function shortlisted({ candidates, right, values }: WeighedChoice, weights: Float32Array, shortlist: Shortlist): RankingExample {
  shortlist.clear();
  candidates.forEach((places, i) => {
    let score = 0;
    for (const place of places) score += weights[place];
    shortlist.add(i, score);
  });
  const kept: Uint8Array[] = [];
  const stillRight: number[] = [];
  for (let rank = 0; rank < shortlist.contenders; rank++) {
    const candidate = shortlist.candidate(rank);
    const own = values[candidate].slice();
    own[0] = shortlist.margin(rank);
    own[1] = rank;
    kept.push(own);
    if (right.includes(candidate)) stillRight.push(rank);
  }
  return { candidates: kept, right: stillRight };
}

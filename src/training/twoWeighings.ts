import { MODEL_PARTS, type ModelPart, TREE_PARTS, type TreePart } from "../analysis/quotes/attributionModelForm.js";
import { FIRST_UNORDERED_END_FEATURE, FIRST_UNORDERED_START_FEATURE } from "../analysis/quotes/contentTreeFeatures.js";
import { FIRST_UNORDERED_CUE_FEATURE } from "../analysis/quotes/cueFeatures.js";
import { sumOf, WEIGHT_UNIT } from "../analysis/quotes/linearModel.js";
import { FIRST_UNORDERED_REPORT_FEATURE } from "../analysis/quotes/reportFeatures.js";
import { Shortlist } from "../analysis/quotes/shortlist.js";
import { FIRST_UNORDERED_SOURCE_FEATURE } from "../analysis/quotes/sourceTreeFeatures.js";
import { FIRST_UNORDERED_SPEAKER_FEATURE } from "../analysis/quotes/speakerTreeFeatures.js";
import { readTrees, scoreTrees, TreeFeatures, type WrittenTrees } from "../analysis/quotes/trees.js";
import { accuracy, type Choice, trainRanker } from "./quotesRanker.js";
import { type Example, type RankingExample, type TreesOptions, trainRankingTrees, trainTrees, treesAccuracy } from "./treesTraining.js";

/** A choice that is weighed twice: by weights, and what these shortlist by trees. */
export interface WeighedChoice extends Choice {
  /** For each candidate the values of what the trees ask for; the first two, margin and rank on the shortlist, are still to be set. */
  readonly values: readonly Uint8Array[];
  /** The document it is from. */
  readonly document: string;
}

const FIRST_UNORDERED: Readonly<Record<TreePart, number>> = {
  cue: FIRST_UNORDERED_CUE_FEATURE,
  source: FIRST_UNORDERED_SOURCE_FEATURE,
  start: FIRST_UNORDERED_START_FEATURE,
  end: FIRST_UNORDERED_END_FEATURE,
  report: FIRST_UNORDERED_REPORT_FEATURE,
  speaker: FIRST_UNORDERED_SPEAKER_FEATURE,
};

/** Trees that tell whether something is so, and trees that weigh again what weights shortlist. */
const TELLING_TREES: TreesOptions = { trees: 120, leaves: 16, rate: 0.12, fewest: 40, decay: 8, share: 0.5 };
const SECOND_TREES: TreesOptions = { trees: 60, leaves: 12, rate: 0.15, fewest: 30, decay: 8, share: 0.5 };

function isOrdered(part: TreePart): readonly boolean[] {
  return TREE_PARTS[part].map((_, feature) => feature < FIRST_UNORDERED[part]);
}

/** Trains the trees that tell by themselves whether something is so, and says how well they do. @param held what is not learned from. */
export function trainPart(part: TreePart, examples: readonly Example[], held: readonly Example[]): WrittenTrees {
  const written = trainTrees(examples, TREE_PARTS[part], isOrdered(part), TELLING_TREES);
  const right = (some: readonly Example[]): string => treesAccuracy(some, written, TREE_PARTS[part]).toFixed(1);
  console.log(`${part}: ${examples.length} choices, right on them ${right(examples)} %, on polnear.dev ${right(held)} %`);
  return written;
}

/** Trains weights, rounded as they are written, and says how well they do. */
export function trainWeights(part: ModelPart, choices: readonly Choice[], held: readonly Choice[]): Float32Array {
  const weights = rounded(part, choices);
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
 * Trains the weights, then the trees that weigh again what the weights shortlist. The trees learn from shortlists that were made by
 * weights of the other half of the documents: those that a choice taught itself would be surer than they are on a new text.
 */
export function trainTwice(
  part: ModelPart & TreePart,
  choices: readonly WeighedChoice[],
  held: readonly WeighedChoice[],
): { readonly weights: Float32Array; readonly trees: WrittenTrees } {
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
  const trees = trainRankingTrees(examples, TREE_PARTS[part], isOrdered(part), SECOND_TREES);
  const read = readTrees(trees, TREE_PARTS[part]);
  const features = new TreeFeatures(TREE_PARTS[part]);
  const right = held.filter((choice) => {
    const { candidates, right } = shortlisted(choice, weights, shortlist);
    const scores = candidates.map((values) => {
      features.values.set(values);
      return scoreTrees(read, features);
    });
    return right.includes(scores.indexOf(Math.max(...scores)));
  }).length;
  console.log(`${part}: by the second weighing right on polnear.dev ${((100 * right) / held.length).toFixed(1)} %`);
  return { weights, trees };
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

/**
 * Learns src/analysis/identity/pronounModel.json: whom third-person pronouns mean, from gum.train, meantime and litbank.
 * Usage: node src/development/run.mjs src/training/trainPronouns.ts [FOLDER OF CORPORA]. The result is the same each time.
 */
import { writeFileSync } from "node:fs";
import { entityNumber, IdentityMemory, resolveIdentity } from "../analysis/identity/identity.js";
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
} from "../analysis/identity/pronounFeatures.js";
import type { PronounChoice, PronounChooser } from "../analysis/identity/pronounRanking.js";
import { SparseFeatures } from "../analysis/identity/sparseFeatures.js";
import { findQuotationSpans } from "../analysis/quotes/quotationSpans.js";
import { readLayout } from "../analysis/sections/layout.js";
import { readSourceText } from "../analysis/text/sourceText.js";
import { type CorpusDocument, DEFAULT_CORPORA, readCorpus } from "./corpora.js";
import { goldIdsByEntity, goldNameSpans } from "./goldLinks.js";

const OUT = "src/analysis/identity/pronounModel.json";
const SOURCES = [
  ["train/gum.train", 1],
  ["train/meantime", 1],
  ["train/litbank", 0.15],
] as const;
const GROUPS: readonly PronounGroup[] = ["person", "thing", "many"];
/** The precision that the threshold is set for, measured on documents of gum.train and meantime that the weights did not see. */
const PRECISION: Readonly<Record<PronounGroup, number>> = { person: 0.87, thing: 0.84, many: 0.9 };
const FOLDS = 5;
const ROUNDS = 3;
const STEPS = 8;
const PENALTY = 1;

interface Example {
  readonly group: PronounGroup;
  readonly document: number;
  readonly weight: number;
  /** One row for each candidate. */
  readonly rows: readonly Float64Array[];
  readonly unnamed: Float64Array;
  /** The right candidate's row, or -1 where none of them is meant. */
  readonly right: number;
}

interface Weights {
  readonly candidate: Float64Array;
  readonly unnamed: Float64Array;
}

type Model = Readonly<Record<PronounGroup, Weights>>;

/** Keeps every choice as an example; it answers as the model of the round before, or with the truth where there is none. */
class RecordingChooser implements PronounChooser {
  readonly examples: Example[] = [];
  readonly #ids: readonly (string | null)[];
  readonly #truth: ReadonlyMap<number, string>;
  readonly #model: Model | null;
  readonly #document: number;
  readonly #weight: number;

  constructor(ids: readonly (string | null)[], truth: ReadonlyMap<number, string>, model: Model | null, document: number, weight: number) {
    this.#ids = ids;
    this.#truth = truth;
    this.#model = model;
    this.#document = document;
    this.#weight = weight;
  }

  choose(place: PronounPlace, around: Surroundings, candidates: readonly Actor[]): PronounChoice | null {
    const group = groupOf(place.reference);
    const mostNamed = Math.max(...candidates.map(({ count }) => count));
    const rows = candidates.map((candidate, rank) => {
      const row = new SparseFeatures(FEATURES.length);
      fillFeatures(row, candidate, place, around, rank, candidates.length, mostNamed);
      return row.dense();
    });
    const features = new SparseFeatures(UNNAMED_FEATURES.length);
    fillUnnamedFeatures(features, place, around, candidates);
    const unnamed = features.dense();
    const id = this.#truth.get(place.start);
    const right = id === undefined ? -1 : candidates.findIndex(({ entity }) => this.#ids[entity] === id);
    const example: Example = { group, document: this.#document, weight: this.#weight, rows, unnamed, right };
    this.examples.push(example);
    if (!this.#model) return right < 0 ? null : { index: right, confidence: 1, threshold: 0 };
    const chances = probabilities(this.#model[group], example);
    const index = chances.indexOf(Math.max(...chances));
    return index === rows.length ? null : { index, confidence: chances[index], threshold: 0 };
  }
}

/** The probability of each candidate and, last, of none. */
function probabilities({ candidate, unnamed }: Weights, { rows, unnamed: alone }: Example): number[] {
  const scores = [...rows.map((row) => Math.exp(dot(candidate, row))), Math.exp(dot(unnamed, alone))];
  const sum = scores.reduce((total, score) => total + score, 0);
  return scores.map((score) => score / sum);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function record(document: CorpusDocument, number: number, weight: number, model: Model | null): readonly Example[] {
  const source = readSourceText(document.text);
  const layout = readLayout(source);
  const names = goldNameSpans(document);
  const quotations = findQuotationSpans(source, layout);
  const nobody: PronounChooser = { choose: () => null };
  const entities = resolveIdentity(source, layout, names, quotations, new IdentityMemory(nobody));
  const ids: (string | null)[] = [];
  for (const [entity, id] of goldIdsByEntity(document, entities)) ids[entityNumber(entity)] = id;
  const truth = new Map<number, string>();
  for (const { start, id, end } of document.entities) {
    if (id && end - start <= 10 && !document.text.slice(start, end).includes(" ")) truth.set(start, id);
  }
  const chooser = new RecordingChooser(ids, truth, model, number, weight);
  resolveIdentity(source, layout, names, quotations, new IdentityMemory(chooser));
  return chooser.examples;
}

/** Maximum likelihood with a quadratic penalty, by Newton's method: the likelihood is concave, so the result is the one best. */
function learn(examples: readonly Example[]): Weights {
  const split = FEATURES.length;
  const size = split + UNNAMED_FEATURES.length;
  const joint = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const weights = { candidate: joint.subarray(0, split), unnamed: joint.subarray(split) };
    const slope = joint.map((weight) => PENALTY * weight);
    const curve = Array.from({ length: size }, (_, k) => {
      const row = new Float64Array(size);
      row[k] = PENALTY;
      return row;
    });
    for (const example of examples) addExample(example, probabilities(weights, example), slope, curve, split);
    const change = solve(curve, slope);
    for (let k = 0; k < size; k++) joint[k] -= change[k];
  }
  return { candidate: joint.slice(0, split), unnamed: joint.slice(split) };
}

/** Adds one example to the slope and the curvature of the penalised likelihood. */
function addExample(
  { rows, unnamed, right, weight }: Example,
  chances: readonly number[],
  slope: Float64Array,
  curve: readonly Float64Array[],
  split: number,
): void {
  const size = slope.length;
  const mean = new Float64Array(size);
  chances.forEach((chance, i) => {
    const [row, from] = i < rows.length ? [rows[i], 0] : [unnamed, split];
    const isRight = i === (right < 0 ? rows.length : right);
    const active: number[] = [];
    row.forEach((value, k) => {
      if (value !== 0) active.push(k);
    });
    for (const k of active) {
      slope[from + k] += weight * (chance - (isRight ? 1 : 0)) * row[k];
      mean[from + k] += chance * row[k];
      for (const l of active) curve[from + k][from + l] += weight * chance * row[k] * row[l];
    }
  });
  for (let k = 0; k < size; k++) {
    if (mean[k] === 0) continue;
    for (let l = 0; l < size; l++) curve[k][l] -= weight * mean[k] * mean[l];
  }
}

/** Solves a positive definite system of equations by elimination; it overwrites both. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let k = 0; k < size; k++) {
    for (let i = k + 1; i < size; i++) {
      const factor = matrix[i][k] / matrix[k][k];
      if (factor === 0) continue;
      for (let j = k; j < size; j++) matrix[i][j] -= factor * matrix[k][j];
      right[i] -= factor * right[k];
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    for (let j = k + 1; j < size; j++) right[k] -= matrix[k][j] * right[j];
    right[k] /= matrix[k][k];
  }
  return right;
}

function learnAll(examples: readonly Example[]): Model {
  const of = (group: PronounGroup): Weights => learn(examples.filter((example) => example.group === group));
  return { person: of("person"), thing: of("thing"), many: of("many") };
}

/** The lowest threshold at which unseen documents reach the wanted precision. */
function findThreshold(group: PronounGroup, examples: readonly Example[]): number {
  const judged: { readonly confidence: number; readonly right: boolean }[] = [];
  const ours = examples.filter((example) => example.group === group);
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = learn(ours.filter(({ document }) => document % FOLDS !== fold));
    for (const example of ours) {
      if (example.document % FOLDS !== fold || example.weight < 1) continue;
      const chances = probabilities(weights, example).slice(0, -1);
      const confidence = Math.max(...chances);
      judged.push({ confidence, right: chances.indexOf(confidence) === example.right });
    }
  }
  judged.sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  let best = "";
  judged.forEach((judgement, i) => {
    if (judgement.right) right++;
    if (right / (i + 1) >= PRECISION[group]) {
      threshold = judgement.confidence;
      best = `${i + 1} of ${judged.length} resolved, precision ${((100 * right) / (i + 1)).toFixed(1)} %`;
    }
  });
  const there = ours.filter(({ weight, right: at }) => weight === 1 && at >= 0).length;
  console.log(`${group}: threshold ${threshold.toFixed(2)}: ${best}; ${there} have a candidate that is meant`);
  return Math.round(Math.max(threshold, 0.3) * 100) / 100;
}

function named(names: readonly string[], weights: Float64Array): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, Math.round(weights[i] * 100) / 100]));
}

const folder = process.argv[2] ?? DEFAULT_CORPORA;
const documents = SOURCES.flatMap(([name, weight]) => readCorpus(folder, name).map((document) => ({ document, weight })));
let model: Model | null = null;
let examples: readonly Example[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const before: Model | null = model;
  examples = documents.flatMap(({ document, weight }, number) => record(document, number, weight, before));
  model = learnAll(examples);
  console.log(`round ${round + 1}: ${examples.length} pronouns`);
}
if (model) {
  const learned = model;
  const groups = Object.fromEntries(
    GROUPS.map((group) => [
      group,
      {
        threshold: findThreshold(group, examples),
        candidate: named(FEATURES, learned[group].candidate),
        unnamed: named(UNNAMED_FEATURES, learned[group].unnamed),
      },
    ]),
  );
  const source =
    "Learned by src/training/trainPronouns.ts from GUM (train part; CC BY and CC BY-SA), NewsReader MEANTIME (CC BY 4.0) and LitBank (CC BY 4.0). No feature names a word of a text.";
  writeFileSync(OUT, `${JSON.stringify({ source, groups }, null, 2)}\n`);
}

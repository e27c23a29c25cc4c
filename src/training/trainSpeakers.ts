// Learns the weights by which attributions are read; npm run train:speakers runs it after the verb forms.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AttributionModel, MODEL_PARTS, type ModelPart, type WrittenModel } from "../analysis/quotes/attributionModelForm.js";
import { writePriors } from "../analysis/quotes/cuePriors.js";
import { createScratch } from "../analysis/quotes/cueReading.js";
import { sumOf, WEIGHT_UNIT, writeWeights } from "../analysis/quotes/linearModel.js";
import { type BlockReading, readUnreadBlocks } from "../analysis/quotes/readings.js";
import { DEFAULT_CORPORA, readCorpus } from "./corpora.js";
import { addCueChoices, type CueChoices, emptyChoices } from "./cuesChoices.js";
import { type CueCounts, countCues, emptyCounts, matchCues, priorsOf } from "./cuesGold.js";
import { addSpeakerChoices, addSpeechChoices } from "./quotesChoices.js";
import { type QuotesDocument, readQuotesDocument } from "./quotesGold.js";
import { accuracy, type Choice, trainRanker } from "./quotesRanker.js";

const MODEL_FILE = join("src", "analysis", "quotes", "attributionModel.json");
const SOURCE =
  "Weights of features that name no word, and how often each cue word is a cue, learned from polnear.train (networkdynamics/PolNeAR) and, for speakers, LitBank by npm run train:speakers.";

interface ReadDocument extends QuotesDocument {
  readonly blocks: readonly BlockReading[];
  readonly counts: CueCounts;
}

function read(corpora: string, name: string): ReadDocument[] {
  return readCorpus(corpora, name).map((document) => {
    const quotes = readQuotesDocument(document);
    const blocks = readUnreadBlocks(quotes.source, quotes.quotations);
    const counts = emptyCounts();
    for (const block of blocks) countCues(block, document, counts);
    return { ...quotes, blocks, counts };
  });
}

function addAll(documents: readonly ReadDocument[]): CueCounts {
  const total = emptyCounts();
  for (const { counts } of documents) {
    for (let i = 0; i < total.length; i++) total[i] += counts[i];
  }
  return total;
}

/** @param own whether the documents are among those that were counted. */
function cueChoices(documents: readonly ReadDocument[], counts: CueCounts, own: boolean): CueChoices {
  const choices = emptyChoices();
  const scratch = createScratch();
  for (const { document, blocks, counts: mine } of documents) {
    const priors = priorsOf(counts, own ? mine : null);
    for (const block of blocks) addCueChoices(document, block, matchCues(block, document.quotes, priors), priors, scratch, choices);
  }
  return choices;
}

function train(part: ModelPart, choices: readonly Choice[], held: readonly Choice[]): Float32Array {
  const weights = trainRanker(choices, sumOf(MODEL_PARTS[part]), { epochs: 8, rate: 0.1, decay: 2e-3 });
  for (let i = 0; i < weights.length; i++) weights[i] = Math.round(weights[i] / WEIGHT_UNIT) * WEIGHT_UNIT;
  console.log(
    `${part}: ${choices.length} choices, right on them ${accuracy(choices, weights).toFixed(1)} %, on polnear.dev ${accuracy(held, weights).toFixed(1)} %`,
  );
  return weights;
}

function choicesOf(
  documents: readonly QuotesDocument[],
  model: AttributionModel,
  add: (document: QuotesDocument, model: AttributionModel, choices: Choice[]) => void,
): readonly Choice[] {
  const choices: Choice[] = [];
  for (const document of documents) add(document, model, choices);
  return choices;
}

/**
 * LitBank, in which most quotations have no cue near and speakers take turns: as it is, in one line, and with each
 * quotation that follows another in a paragraph of its own, as novels are set.
 */
function readNovels(corpora: string): readonly QuotesDocument[] {
  const novels = readCorpus(corpora, "train/litbank").filter(({ quotes }) => quotes.length > 0);
  const set = novels.map((novel) => ({ ...novel, text: novel.text.replace(/(["”’]) (?=["“‘])/g, "$1\n") }));
  return [...novels, ...set].map(readQuotesDocument);
}

function main(corpora: string): void {
  const documents = read(corpora, "measure/polnear.train");
  const held = read(corpora, "measure/polnear.dev");
  const counts = addAll(documents);
  const learned = cueChoices(documents, counts, true);
  const heldChoices = cueChoices(held, counts, false);
  const priors = priorsOf(counts, null);
  const cueWeights = {
    cue: train("cue", learned.cue, heldChoices.cue),
    source: train("source", learned.source, heldChoices.source),
    start: train("start", learned.start, heldChoices.start),
    end: train("end", learned.end, heldChoices.end),
  };
  const nothing = { speaker: new Float32Array(sumOf(MODEL_PARTS.speaker)), quotation: new Float32Array(sumOf(MODEL_PARTS.quotation)) };
  const reader: AttributionModel = { weights: { ...cueWeights, ...nothing }, priors };
  const novels = readNovels(corpora);
  const spoken = [...choicesOf(documents, reader, addSpeakerChoices), ...choicesOf(novels, reader, addSpeakerChoices)];
  const speaker = train("speaker", spoken, choicesOf(held, reader, addSpeakerChoices));
  const ranked: AttributionModel = { weights: { ...cueWeights, ...nothing, speaker }, priors };
  const quotation = train("quotation", choicesOf(documents, ranked, addSpeechChoices), choicesOf(held, ranked, addSpeechChoices));
  const weights = { ...cueWeights, speaker, quotation };
  const written: WrittenModel = {
    source: SOURCE,
    weights: {
      cue: writeWeights(weights.cue),
      source: writeWeights(weights.source),
      start: writeWeights(weights.start),
      end: writeWeights(weights.end),
      speaker: writeWeights(weights.speaker),
      quotation: writeWeights(weights.quotation),
    },
    priors: writePriors(priors),
  };
  writeFileSync(MODEL_FILE, `${JSON.stringify(written, null, 2)}\n`);
}

main(process.argv[2] ?? DEFAULT_CORPORA);

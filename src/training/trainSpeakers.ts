// Learns the weights by which attributions are read; npm run train:speakers runs it after the verb forms.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AttributionModel, MODEL_PARTS, PAIR_PARTS, TREE_PARTS, type WrittenModel } from "../analysis/quotes/attributionModelForm.js";
import { writePriors } from "../analysis/quotes/cuePriors.js";
import { createScratch } from "../analysis/quotes/cueReading.js";
import { sumOf, writeWeights } from "../analysis/quotes/linearModel.js";
import { readPairSums } from "../analysis/quotes/pairSums.js";
import { type BlockReading, readUnreadBlocks } from "../analysis/quotes/readings.js";
import { NO_TREES, readTrees } from "../analysis/quotes/trees.js";
import { DEFAULT_CORPORA, readCorpus } from "./corpora.js";
import { addCueChoices, type CueChoices, emptyChoices } from "./cuesChoices.js";
import { type CueCounts, countCues, emptyCounts, matchCues, priorsOf } from "./cuesGold.js";
import { addReportExamples, addSpeakerChoices, addSpeechChoices } from "./quotesChoices.js";
import { type QuotesDocument, readQuotesDocument } from "./quotesGold.js";
import { byPairs, byTrees, trainTelling, trainTwice, trainWeights } from "./twoWeighings.js";

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

function choicesOf<T>(
  documents: readonly QuotesDocument[],
  model: AttributionModel,
  add: (document: QuotesDocument, model: AttributionModel, choices: T[]) => void,
): readonly T[] {
  const choices: T[] = [];
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
  const cue = trainTelling("cue", learned.cue, heldChoices.cue, byPairs("cue"));
  const source = trainTwice("source", learned.source, heldChoices.source, byPairs("source"));
  const start = trainTwice("start", learned.start, heldChoices.start, byTrees("start"));
  const end = trainTwice("end", learned.end, heldChoices.end, byTrees("end"));
  const noWeights = { speaker: new Float32Array(sumOf(MODEL_PARTS.speaker)), quotation: new Float32Array(sumOf(MODEL_PARTS.quotation)) };
  const reader: AttributionModel = {
    weights: { source: source.weights, start: start.weights, end: end.weights, ...noWeights },
    pairs: {
      cue: readPairSums(cue, PAIR_PARTS.cue),
      source: readPairSums(source.second, PAIR_PARTS.source),
    },
    trees: {
      start: readTrees(start.second, TREE_PARTS.start),
      end: readTrees(end.second, TREE_PARTS.end),
      speaker: NO_TREES,
      report: NO_TREES,
    },
    priors,
  };
  const spoken = choicesOf([...documents, ...readNovels(corpora)], reader, addSpeakerChoices);
  const speaker = trainTwice("speaker", spoken, choicesOf(held, reader, addSpeakerChoices), byTrees("speaker"));
  const ranked: AttributionModel = {
    ...reader,
    weights: { ...reader.weights, speaker: speaker.weights },
    trees: { ...reader.trees, speaker: readTrees(speaker.second, TREE_PARTS.speaker) },
  };
  const quotation = trainWeights("quotation", choicesOf(documents, ranked, addSpeechChoices), choicesOf(held, ranked, addSpeechChoices));
  const telling: AttributionModel = { ...ranked, weights: { ...ranked.weights, quotation } };
  const report = trainTelling(
    "report",
    choicesOf(documents, telling, addReportExamples),
    choicesOf(held, telling, addReportExamples),
    byTrees("report"),
  );
  const written: WrittenModel = {
    source: SOURCE,
    weights: {
      source: writeWeights(source.weights),
      start: writeWeights(start.weights),
      end: writeWeights(end.weights),
      speaker: writeWeights(speaker.weights),
      quotation: writeWeights(quotation),
    },
    pairs: { cue, source: source.second },
    trees: { start: start.second, end: end.second, speaker: speaker.second, report },
    priors: writePriors(priors),
  };
  writeFileSync(MODEL_FILE, `${JSON.stringify(written, null, 2)}\n`);
}

main(process.argv[2] ?? DEFAULT_CORPORA);

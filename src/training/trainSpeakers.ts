// Learns the weights by which attributions are read; npm run train:speakers runs it after the verb forms.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AttributionModel, TREE_PARTS, type WrittenModel } from "../analysis/quotes/attributionModelForm.js";
import { writePriors } from "../analysis/quotes/cuePriors.js";
import { createScratch } from "../analysis/quotes/cueReading.js";
import { writeWeights } from "../analysis/quotes/linearModel.js";
import { type BlockReading, readUnreadBlocks } from "../analysis/quotes/readings.js";
import { readTrees } from "../analysis/quotes/trees.js";
import { DEFAULT_CORPORA, readCorpus } from "./corpora.js";
import { addCueChoices, type CueChoices, emptyChoices } from "./cuesChoices.js";
import { type CueCounts, countCues, emptyCounts, matchCues, priorsOf } from "./cuesGold.js";
import { addReportExamples, addSpeakerChoices, addSpeechChoices } from "./quotesChoices.js";
import { type QuotesDocument, readQuotesDocument } from "./quotesGold.js";
import { learnReading } from "./readingTraining.js";
import { byTrees, trainTelling, trainTwice, trainWeights, type WeighedChoice } from "./twoWeighings.js";

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

function together({ cue, source, start, end }: CueChoices, others: CueChoices): CueChoices {
  return {
    cue: [...cue, ...others.cue],
    source: [...source, ...others.source],
    start: [...start, ...others.start],
    end: [...end, ...others.end],
  };
}

type Add<T> = (document: QuotesDocument, model: AttributionModel, choices: T[]) => void;

function choicesOf<T>(documents: readonly QuotesDocument[], model: AttributionModel, add: Add<T>): readonly T[] {
  const choices: T[] = [];
  for (const document of documents) add(document, model, choices);
  return choices;
}

/** A half of the documents, and a model that the other half taught: by one of its own they would be read better than a new text is. */
interface Half {
  readonly documents: readonly ReadDocument[];
  readonly model: AttributionModel;
}

/** @param counts of all documents; what a document has of them itself is left out when it is read. */
function choicesOfHalf<T>({ documents, model }: Half, counts: CueCounts, add: Add<T>): readonly T[] {
  const choices: T[] = [];
  for (const document of documents) add(document, { ...model, priors: priorsOf(counts, document.counts) }, choices);
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

function withSpeakers(model: AttributionModel, choices: readonly WeighedChoice[]): AttributionModel {
  const { weights, second } = trainTwice("speaker", choices, undefined, byTrees("speaker"));
  return {
    ...model,
    weights: { ...model.weights, speaker: weights },
    trees: { ...model.trees, speaker: readTrees(second, TREE_PARTS.speaker) },
  };
}

function main(corpora: string): void {
  const documents = read(corpora, "measure/polnear.train");
  const held = read(corpora, "measure/polnear.dev");
  const novels = readNovels(corpora);
  const counts = addAll(documents);
  const priors = priorsOf(counts, null);
  const parted = [0, 1].map((own) => documents.filter((_, i) => i % 2 === own));
  const taught = parted.map((half) => cueChoices(half, counts, true));
  const reading = learnReading(together(taught[0], taught[1]), cueChoices(held, counts, false), priors);
  const halves = parted.map((half, own): Half => ({ documents: half, model: learnReading(taught[1 - own], null, priors).model }));
  const told = choicesOf(novels, reading.model, addSpeakerChoices);
  const spoken = halves.map((half) => choicesOfHalf(half, counts, addSpeakerChoices));
  const speaker = trainTwice("speaker", [...spoken.flat(), ...told], choicesOf(held, reading.model, addSpeakerChoices), byTrees("speaker"));
  const ranked: AttributionModel = {
    ...reading.model,
    weights: { ...reading.model.weights, speaker: speaker.weights },
    trees: { ...reading.model.trees, speaker: readTrees(speaker.second, TREE_PARTS.speaker) },
  };
  const rankedHalves = halves.map((half, own): Half => ({ ...half, model: withSpeakers(half.model, [...spoken[1 - own], ...told]) }));
  const quotation = trainWeights(
    "quotation",
    rankedHalves.flatMap((half) => choicesOfHalf(half, counts, addSpeechChoices)),
    choicesOf(held, ranked, addSpeechChoices),
  );
  const telling = (model: AttributionModel): AttributionModel => ({ ...model, weights: { ...model.weights, quotation } });
  const report = trainTelling(
    "report",
    rankedHalves.flatMap((half) => choicesOfHalf({ ...half, model: telling(half.model) }, counts, addReportExamples)),
    choicesOf(held, telling(ranked), addReportExamples),
    byTrees("report"),
  );
  const written: WrittenModel = {
    source: SOURCE,
    weights: { ...reading.weights, speaker: writeWeights(speaker.weights), quotation: writeWeights(quotation) },
    pairs: reading.pairs,
    trees: { ...reading.trees, speaker: speaker.second, report },
    priors: writePriors(priors),
  };
  writeFileSync(MODEL_FILE, `${JSON.stringify(written, null, 2)}\n`);
}

main(process.argv[2] ?? DEFAULT_CORPORA);

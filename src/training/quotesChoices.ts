import { type AttributionModel, MODEL_PARTS, TREE_PARTS } from "../analysis/quotes/attributionModelForm.js";
import { Features } from "../analysis/quotes/linearModel.js";
import { setQuotationFeatures } from "../analysis/quotes/quotationFeatures.js";
import { type BlockReading, placeQuotations, readBlocks } from "../analysis/quotes/readings.js";
import { setReportFeatures } from "../analysis/quotes/reportFeatures.js";
import { reportCandidates } from "../analysis/quotes/reports.js";
import { type SpeakerCandidate, SpeakerZone, speakerCandidates } from "../analysis/quotes/speakerCandidates.js";
import { type Predecessor, setSpeakerFeatures, settingOf } from "../analysis/quotes/speakerFeatures.js";
import { cuePrior, LEAST_SPEECH, rankSpeakers } from "../analysis/quotes/speakerRanking.js";
import { setSpeakerSecondFeatures } from "../analysis/quotes/speakerSecondFeatures.js";
import { contentSpans } from "../analysis/quotes/stripSpans.js";
import { readTalk } from "../analysis/quotes/talk.js";
import { ValueFeatures } from "../analysis/quotes/valueFeatures.js";
import type { Example } from "./boosting.js";
import type { CorpusDocument, CorpusQuote, CorpusSpan } from "./corpora.js";
import { attributionOf, overlap, type QuotesDocument } from "./quotesGold.js";
import type { Choice } from "./quotesRanker.js";
import type { WeighedChoice } from "./twoWeighings.js";

/** What the quotations of the corpus teach: who speaks them. */
export function addSpeakerChoices(
  { document, source, quotations }: QuotesDocument,
  model: AttributionModel,
  choices: WeighedChoice[],
): void {
  const blocks = readBlocks(source, quotations, model);
  const { first, last } = placeQuotations(blocks, quotations.length);
  const features = new Features(MODEL_PARTS.speaker);
  const secondFeatures = new ValueFeatures(TREE_PARTS.speaker);
  const golds: (CorpusQuote | null)[] = [];
  let before: Predecessor | null = null;
  const { takesTurns } = readTalk(source.text, quotations);
  quotations.forEach(({ spans }, i) => {
    const place = first[i];
    const end = last[i];
    const quote = attributionOf(document.quotes, [spans[0].start, spans[0].end]);
    if (quote) {
      const earlier = i === 0 ? 0 : i === 1 || !takesTurns || !golds[i - 2] || sameSpeaker(golds[i - 1], golds[i - 2]) ? 1 : 2;
      const candidates = speakerCandidates(blocks, place, end, earlier);
      const right = rightSpeakers(document, blocks, candidates, quote, golds);
      const setting = settingOf(blocks, place, end, before, candidates);
      const places = candidates.map((candidate) => {
        setSpeakerFeatures(features, blocks, setting, candidate);
        return features.places();
      });
      const values = candidates.map((candidate) => {
        setSpeakerSecondFeatures(secondFeatures, blocks, setting, candidate, 0, 0);
        return secondFeatures.values.slice();
      });
      if (places.length > 1) choices.push({ candidates: places, right, values, document: document.id });
    }
    const named = quote?.speaker[0];
    before = { place: end, attributed: named !== undefined, namedBehind: named !== undefined && named[0] >= spans[spans.length - 1].end };
    golds.push(quote);
  });
}

/** Whether two attributions have one speaker: the same words, or the same entity where the corpus marks it. */
function sameSpeaker(a: CorpusQuote | null, b: CorpusQuote | null): boolean {
  if (!a || !b) return false;
  if (a.speakerId !== undefined) return a.speakerId === b.speakerId;
  return a === b || a.speaker.some((span) => b.speaker.some((other) => overlap(span, other) > 0));
}

/** The candidates whose words are the marked source: those with a cue before those without, an earlier quotation's speaker last. */
function rightSpeakers(
  document: CorpusDocument,
  blocks: readonly BlockReading[],
  candidates: readonly SpeakerCandidate[],
  quote: CorpusQuote,
  golds: readonly (CorpusQuote | null)[],
): readonly number[] {
  const [speaker] = quote.speaker;
  if (!speaker) return [0];
  const withCue: number[] = [];
  const without: number[] = [];
  const again: number[] = [];
  candidates.forEach(({ zone, block, reading, source }, i) => {
    if (zone === SpeakerZone.Carried || zone === SpeakerZone.Alternating) {
      const earlier = golds[golds.length - (zone === SpeakerZone.Carried ? 1 : 2)] ?? null;
      if (sameSpeaker(quote, earlier)) again.push(i);
    } else if (source) {
      const { start, strip } = blocks[block];
      const span: CorpusSpan = [start + strip.starts[source.start], start + strip.ends[source.end - 1]];
      if (overlap(span, speaker) > 0 || namesEntity(document, span, quote.speakerId)) (reading ? withCue : without).push(i);
    }
  });
  if (withCue.length > 0) return withCue;
  if (without.length > 0) return without;
  return again.length > 0 ? again : [0];
}

/** Whether the words are, or begin with, a mention of the entity. */
function namesEntity({ entities }: CorpusDocument, [start, end]: CorpusSpan, id: string | undefined): boolean {
  return id !== undefined && entities.some((entity) => entity.id === id && entity.start === start && entity.end <= end);
}

/** What the cues of the corpus teach of which of them report something: those that are marked, and those with a marked content. */
export function addReportExamples(
  { document, source, layout, quotations }: QuotesDocument,
  model: AttributionModel,
  examples: Example[],
): void {
  const blocks = readBlocks(source, quotations, model);
  const isSpeech = rankSpeakers(blocks, quotations, readTalk(source.text, quotations).takesTurns, model).map(
    ({ speech }) => speech >= LEAST_SPEECH,
  );
  const features = new ValueFeatures(TREE_PARTS.report);
  for (const { block, index, reading, inHeadline } of reportCandidates(blocks, layout, isSpeech)) {
    const { start, strip } = blocks[block];
    setReportFeatures(features, blocks[block], index, model.priors, inHeadline);
    const cue: CorpusSpan = [start + strip.starts[reading.cue], start + strip.ends[reading.cue]];
    const contents = contentSpans(blocks[block], reading).map((span): CorpusSpan => [span.start, span.end]);
    const is = document.quotes.some((quote) => quote.cue.some((span) => overlap(span, cue) > 0) || sharesContent(quote, contents));
    examples.push({ values: features.values.slice(), is });
  }
}

/** Whether half of all words of two contents are in both. */
function sharesContent({ spans }: CorpusQuote, contents: readonly CorpusSpan[]): boolean {
  let shared = 0;
  for (const a of spans) for (const b of contents) shared += overlap(a, b);
  if (shared === 0) return false;
  const length = [...spans, ...contents].reduce((sum, [start, end]) => sum + end - start, 0);
  return shared >= (length - shared) / 2;
}

/** What the quotations of the corpus teach of which are speech at all: those that stand in a marked attribution's content. */
export function addSpeechChoices({ document, source, quotations }: QuotesDocument, model: AttributionModel, choices: Choice[]): void {
  const blocks = readBlocks(source, quotations, model);
  const features = new Features(MODEL_PARTS.quotation);
  const ranked = rankSpeakers(blocks, quotations, readTalk(source.text, quotations).takesTurns, model);
  ranked.forEach(({ place, candidate, zone, likelihood }, i) => {
    const quote = attributionOf(document.quotes, [quotations[i].spans[0].start, quotations[i].spans[0].end]);
    setQuotationFeatures(features, blocks[place.block], place, quotations[i].closed, zone, likelihood, cuePrior(blocks, candidate, model));
    choices.push({ candidates: [new Int32Array(0), features.places()], right: [quote ? 1 : 0] });
  });
}

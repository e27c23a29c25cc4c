import { type AttributionModel, MODEL_PARTS } from "../analysis/quotes/attributionModelForm.js";
import { Features } from "../analysis/quotes/linearModel.js";
import { setQuotationFeatures } from "../analysis/quotes/quotationFeatures.js";
import { type BlockReading, placeQuotations, readBlocks } from "../analysis/quotes/readings.js";
import { type SpeakerCandidate, SpeakerZone, speakerCandidates } from "../analysis/quotes/speakerCandidates.js";
import { type Predecessor, setSpeakerFeatures } from "../analysis/quotes/speakerFeatures.js";
import { rankSpeakers } from "../analysis/quotes/speakerRanking.js";
import type { CorpusQuote, CorpusSpan } from "./corpora.js";
import { attributionOf, overlap, type QuotesDocument } from "./quotesGold.js";
import type { Choice } from "./quotesRanker.js";

/** What the quotations of the corpus teach: who speaks them. */
export function addSpeakerChoices({ document, source, quotations }: QuotesDocument, model: AttributionModel, choices: Choice[]): void {
  const blocks = readBlocks(source, quotations, model);
  const { first, last } = placeQuotations(blocks, quotations.length);
  const features = new Features(MODEL_PARTS.speaker);
  let before: Predecessor | null = null;
  let earlier: CorpusQuote | null = null;
  quotations.forEach(({ spans }, i) => {
    const place = first[i];
    const end = last[i];
    const quote = attributionOf(document.quotes, [spans[0].start, spans[0].end]);
    if (quote) {
      const candidates = speakerCandidates(blocks, place, end);
      const right = rightSpeakers(blocks, candidates, quote, earlier);
      const places = candidates.map((candidate) => {
        features.clear();
        setSpeakerFeatures(features, blocks, place, end, before, candidate);
        return features.places();
      });
      if (places.length > 1) choices.push({ candidates: places, right });
    }
    const named = quote?.speaker[0];
    before = { place: end, attributed: named !== undefined, namedBehind: named !== undefined && named[0] >= spans[spans.length - 1].end };
    earlier = quote;
  });
}

/** The candidates whose words are the marked source: those with a cue before those without, the one carried over last. */
function rightSpeakers(
  blocks: readonly BlockReading[],
  candidates: readonly SpeakerCandidate[],
  quote: CorpusQuote,
  earlier: CorpusQuote | null,
): readonly number[] {
  const [speaker] = quote.speaker;
  if (!speaker) return [0];
  const withCue: number[] = [];
  const without: number[] = [];
  const carried: number[] = [];
  candidates.forEach(({ zone, block, reading, source }, i) => {
    if (zone === SpeakerZone.Carried) {
      const same = earlier && (earlier === quote || earlier.speaker.some((other) => overlap(other, speaker) > 0));
      if (same) carried.push(i);
    } else if (source) {
      const { start, strip } = blocks[block];
      const span: CorpusSpan = [start + strip.starts[source.start], start + strip.ends[source.end - 1]];
      if (overlap(span, speaker) > 0) (reading ? withCue : without).push(i);
    }
  });
  if (withCue.length > 0) return withCue;
  if (without.length > 0) return without;
  return carried.length > 0 ? carried : [0];
}

/** What the quotations of the corpus teach of which are speech at all: those that stand in a marked attribution's content. */
export function addSpeechChoices({ document, source, quotations }: QuotesDocument, model: AttributionModel, choices: Choice[]): void {
  const blocks = readBlocks(source, quotations, model);
  const features = new Features(MODEL_PARTS.quotation);
  const ranked = rankSpeakers(source, blocks, quotations, model);
  ranked.forEach(({ place, candidate, carried, likelihood }, i) => {
    const quote = attributionOf(document.quotes, [quotations[i].spans[0].start, quotations[i].spans[0].end]);
    features.clear();
    const zone = carried ? SpeakerZone.Carried : candidate.zone;
    setQuotationFeatures(features, source.blocks[place.block], blocks[place.block], place, quotations[i].closed, zone, likelihood);
    choices.push({ candidates: [new Int32Array(0), features.places()], right: [quote ? 1 : 0] });
  });
}

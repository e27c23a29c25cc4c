import type { SourceText } from "../text/sourceText.js";
import { type AttributionModel, MODEL_PARTS } from "./attributionModelForm.js";
import { best } from "./cueReading.js";
import { Features } from "./linearModel.js";
import { setQuotationFeatures } from "./quotationFeatures.js";
import type { QuotationSpan } from "./quotationSpans.js";
import { type BlockReading, placeQuotations, type QuotationPlace } from "./readings.js";
import { type SpeakerCandidate, SpeakerZone, speakerCandidates } from "./speakerCandidates.js";
import { type Predecessor, setSpeakerFeatures } from "./speakerFeatures.js";

/** Who spoke a quotation, as the ranking sees it. */
export interface RankedSpeaker {
  readonly place: QuotationPlace;
  readonly end: QuotationPlace;
  /** Never of the zone Carried: a speaker that is carried over is the earlier quotation's. */
  readonly candidate: SpeakerCandidate;
  readonly carried: boolean;
  /** How likely the candidate is the right one, 0..1. */
  readonly likelihood: number;
  /** How likely the quotation is speech, 0..1. */
  readonly speech: number;
}

/** Ranks the speakers of all quotations in text order; each may take over the speaker of the one before. */
export function rankSpeakers(
  source: SourceText,
  blocks: readonly BlockReading[],
  quotations: readonly QuotationSpan[],
  model: AttributionModel,
): readonly RankedSpeaker[] {
  const { first, last } = placeQuotations(blocks, quotations.length);
  const features = new Features(MODEL_PARTS.speaker);
  const speechFeatures = new Features(MODEL_PARTS.quotation);
  const ranked: RankedSpeaker[] = [];
  quotations.forEach(({ closed }, i) => {
    const place = first[i];
    const end = last[i];
    const earlier = i > 0 ? ranked[i - 1] : null;
    const before = earlier && predecessorOf(earlier);
    const chosen = best(speakerCandidates(blocks, place, end), (candidate) => {
      features.clear();
      setSpeakerFeatures(features, blocks, place, end, before, candidate);
      return features.score(model.weights.speaker);
    });
    const { zone } = chosen.best;
    const carried = zone === SpeakerZone.Carried;
    const candidate = carried && earlier ? earlier.candidate : chosen.best;
    const likelihood = carried && earlier ? chosen.likelihood * earlier.likelihood : chosen.likelihood;
    speechFeatures.clear();
    setQuotationFeatures(speechFeatures, source.blocks[place.block], blocks[place.block], place, closed, zone, likelihood);
    const speech = 1 / (1 + Math.exp(-speechFeatures.score(model.weights.quotation)));
    ranked.push({ place, end, candidate, carried, likelihood, speech });
  });
  return ranked;
}

export function predecessorOf({ end, candidate, carried }: RankedSpeaker): Predecessor {
  const { zone } = candidate;
  const namedBehind =
    !carried &&
    (zone === SpeakerZone.After ||
      zone === SpeakerZone.SentenceAfter ||
      zone === SpeakerZone.PhraseAfter ||
      zone === SpeakerZone.Signature);
  return { place: end, attributed: zone !== SpeakerZone.None, namedBehind };
}

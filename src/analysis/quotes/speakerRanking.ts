import { type AttributionModel, MODEL_PARTS } from "./attributionModelForm.js";
import { Features } from "./linearModel.js";
import { isLongQuotation, isMentionedPronoun, isQuotedName, isShortForm, setQuotationFeatures } from "./quotationFeatures.js";
import type { QuotationSpan } from "./quotationSpans.js";
import { type BlockReading, placeQuotations, type QuotationPlace } from "./readings.js";
import { type SpeakerCandidate, SpeakerZone } from "./speakerCandidates.js";
import { type ChoiceMemory, SpeakerChooser } from "./speakerChoice.js";
import type { Predecessor } from "./speakerFeatures.js";
import { isDirectionInMarks } from "./stageDirections.js";
import { labelInMarks } from "./turnLabels.js";
import { isUtterance } from "./utterances.js";

/** A quotation in marks is taken for speech from this likelihood on: a missed one is worse than one too many. */
export const LEAST_SPEECH = 0.45;

/** Who spoke a quotation, as the ranking sees it. */
export interface RankedSpeaker {
  readonly place: QuotationPlace;
  readonly end: QuotationPlace;
  /** The words that name the speaker; where the speaker of an earlier quotation speaks on, the earlier one's. */
  readonly candidate: SpeakerCandidate;
  /** By what the speaker was found. */
  readonly zone: SpeakerZone;
  /** How likely the candidate is the right one, 0..1. */
  readonly likelihood: number;
  /** How likely the quotation is speech, 0..1. */
  readonly speech: number;
}

/**
 * Ranks the speakers of all quotations in text order; each may take over the speaker of the one before.
 * @param takesTurns whether two speakers may take turns in the text.
 * @param known the choices made before; null where none are to be kept.
 */
export function rankSpeakers(
  blocks: readonly BlockReading[],
  quotations: readonly QuotationSpan[],
  takesTurns: boolean,
  model: AttributionModel,
  known: ChoiceMemory | null = null,
): readonly RankedSpeaker[] {
  const { first, last } = placeQuotations(blocks, quotations.length);
  const speechFeatures = new Features(MODEL_PARTS.quotation);
  const chooser = new SpeakerChooser(blocks, model, known);
  const ranked: RankedSpeaker[] = [];
  quotations.forEach(({ closed, form }, i) => {
    const place = first[i];
    const end = last[i];
    const earlier = i > 0 ? ranked[i - 1] : null;
    const before = earlier && predecessorOf(earlier);
    const best = chooser.choose(place, end, before, earlierSpeakers(earlier, takesTurns && i > 1 ? ranked[i - 2] : null));
    const { zone } = best.candidate;
    const speaksOn = zone === SpeakerZone.Carried ? earlier : zone === SpeakerZone.Alternating ? ranked[i - 2] : null;
    const candidate = speaksOn ? speaksOn.candidate : best.candidate;
    const likelihood = speaksOn ? best.likelihood * speaksOn.likelihood : best.likelihood;
    setQuotationFeatures(speechFeatures, blocks[place.block], place, closed, zone, likelihood, cuePrior(blocks, candidate, model));
    ranked.push({
      place,
      end,
      candidate,
      zone,
      likelihood,
      speech: form !== "marks" ? 1 : speechOf(blocks[place.block], place, speechFeatures.score(model.weights.quotation)),
    });
  });
  return ranked;
}

/** How likely a quotation is speech, by the score of its features and by what its form leaves no doubt of. */
function speechOf(reading: BlockReading, place: QuotationPlace, score: number): number {
  const { text, starts, ends } = reading.strip;
  const { position } = place;
  if (isQuotedName(reading, place) || isShortForm(reading, place) || isMentionedPronoun(place)) return 0;
  if (isDirectionInMarks(text.slice(starts[position], ends[position]))) return 0;
  const labelled = labelInMarks(text, starts[position]) > 0;
  return labelled || isLongQuotation(place) || isUtterance(reading, place) ? 1 : 1 / (1 + Math.exp(-score));
}

/** The step of the prior of a candidate's cue; 0 where it has none. */
export function cuePrior(blocks: readonly BlockReading[], { block, reading }: SpeakerCandidate, { priors }: AttributionModel): number {
  return reading ? priors.overall(blocks[block].strip.cues[reading.cue]) : 0;
}

/** How many of the last two quotations have speakers that may speak again: the second only where it is another than the last. */
function earlierSpeakers(last: RankedSpeaker | null, second: RankedSpeaker | null): number {
  if (!last) return 0;
  return second?.candidate.source && second.candidate !== last.candidate ? 2 : 1;
}

export function predecessorOf({ end, candidate, zone }: RankedSpeaker): Predecessor {
  return { place: end, attributed: candidate.zone !== SpeakerZone.None, namedBehind: isBehind(zone) };
}

function isBehind(zone: SpeakerZone): boolean {
  return (
    zone === SpeakerZone.After || zone === SpeakerZone.SentenceAfter || zone === SpeakerZone.PhraseAfter || zone === SpeakerZone.Signature
  );
}

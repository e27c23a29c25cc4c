import { type AttributionModel, MODEL_PARTS } from "./attributionModelForm.js";
import { goesOnList, nameBeforeBracket } from "./besideQuotation.js";
import { Features } from "./linearModel.js";
import { isLongQuotation, isMentionedPronoun, isQuotedName, isShortForm, setQuotationFeatures } from "./quotationFeatures.js";
import type { QuotationSpan } from "./quotationSpans.js";
import { type BlockReading, placeQuotations, type QuotationPlace } from "./readings.js";
import { type SpeakerCandidate, SpeakerZone, signedBlock } from "./speakerCandidates.js";
import { type ChoiceMemory, type SpeakerChoice, SpeakerChooser } from "./speakerChoice.js";
import type { Predecessor } from "./speakerFeatures.js";
import { isDirectionInMarks } from "./stageDirections.js";
import type { Strip } from "./strips.js";
import { labelInMarks } from "./turnLabels.js";
import { isUtterance } from "./utterances.js";

/** A quotation in marks is taken for speech from this likelihood on: a missed one is worse than one too many. */
export const LEAST_SPEECH = 0.45;

/** Nobody is named under this likelihood: a wrong speaker is worse than none. */
export const LEAST_SURE = 0.3;

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

/** A ranked speaker, and what it was found by besides the quotation's own strip and its position there. */
interface KnownRank {
  readonly ranked: RankedSpeaker;
  readonly earlier: RankedSpeaker | null;
  readonly second: RankedSpeaker | null;
  readonly before: Strip | undefined;
  readonly last: Strip;
  readonly behind: Strip | undefined;
  readonly signed: Strip | undefined;
  readonly closed: boolean;
  readonly form: QuotationSpan["form"];
  readonly takesTurns: boolean;
}

/** What was chosen and ranked before, by the strip and the position of the quotation: an edit elsewhere leaves most of it what it is. */
export class RankMemory {
  readonly choices: ChoiceMemory = new WeakMap();
  readonly ranks = new WeakMap<Strip, Map<number, KnownRank>>();
}

/**
 * Ranks the speakers of all quotations in text order; each may take over the speaker of the one before.
 * @param takesTurns whether two speakers may take turns in the text.
 * @param memory what was ranked before; null where nothing is to be kept.
 * @returns for what is as it was, the same objects as before.
 */
export function rankSpeakers(
  blocks: readonly BlockReading[],
  quotations: readonly QuotationSpan[],
  takesTurns: boolean,
  model: AttributionModel,
  memory: RankMemory | null = null,
): readonly RankedSpeaker[] {
  const { first, last } = placeQuotations(blocks, quotations.length);
  const speechFeatures = new Features(MODEL_PARTS.quotation);
  const chooser = new SpeakerChooser(blocks, model, memory?.choices ?? null);
  const ranked: RankedSpeaker[] = [];

  function rank(i: number): RankedSpeaker {
    const { closed, form } = quotations[i];
    const place = first[i];
    const end = last[i];
    const earlier = i > 0 ? ranked[i - 1] : null;
    const before = earlier && predecessorOf(earlier);
    const best = chooser.choose(place, end, before, earlierSpeakers(earlier, takesTurns && i > 1 ? ranked[i - 2] : null));
    const { zone, likelihood, candidate } =
      earlier && isOfOneList(blocks, place, earlier)
        ? { zone: SpeakerZone.Carried, candidate: earlier.candidate, likelihood: earlier.likelihood }
        : !takesTurns && earlier && speaksOnBelow(blocks, place, end, best, earlier)
          ? { zone: SpeakerZone.Carried, candidate: earlier.candidate, likelihood: SPEAKS_ON * earlier.likelihood }
          : spoken(best, earlier, ranked[i - 2] ?? null);
    setQuotationFeatures(speechFeatures, blocks[place.block], place, closed, zone, likelihood, cuePrior(blocks, candidate, model));
    const speech = form !== "marks" ? 1 : speechOf(blocks[place.block], place, speechFeatures.score(model.weights.quotation));
    return { place, end, candidate, zone, likelihood, speech };
  }

  for (let i = 0; i < quotations.length; i++) ranked.push(memory === null ? rank(i) : recalledOr(rank, i, memory));
  return ranked;

  function recalledOr(rank: (i: number) => RankedSpeaker, i: number, { ranks }: RankMemory): RankedSpeaker {
    const { closed, form } = quotations[i];
    const { block, position } = first[i];
    const { strip } = blocks[block];
    const end = last[i];
    const earlier = i > 0 ? ranked[i - 1] : null;
    const second = i > 1 ? ranked[i - 2] : null;
    const before = blocks[block - 1]?.strip;
    const behind = blocks[end.block + 1]?.strip;
    const signed = blocks[signedBlock(blocks, end.block)]?.strip;
    const here = ranks.get(strip) ?? new Map<number, KnownRank>();
    const known = here.get(position);
    const isSame =
      known !== undefined &&
      known.earlier === earlier &&
      known.second === second &&
      known.before === before &&
      known.last === blocks[end.block].strip &&
      known.behind === behind &&
      known.signed === signed &&
      known.ranked.place.block === block &&
      known.ranked.end.block === end.block &&
      known.ranked.end.position === end.position &&
      known.closed === closed &&
      known.form === form &&
      known.takesTurns === takesTurns;
    if (isSame) return known.ranked;
    const anew = rank(i);
    const found = known && areEqual(known.ranked, anew) ? known.ranked : anew;
    here.set(position, { ranked: found, earlier, second, before, last: blocks[end.block].strip, behind, signed, closed, form, takesTurns });
    ranks.set(strip, here);
    return found;
  }
}

/** Whether two say the same of one quotation. */
function areEqual(a: RankedSpeaker, b: RankedSpeaker): boolean {
  return (
    a.candidate === b.candidate &&
    a.zone === b.zone &&
    a.likelihood === b.likelihood &&
    a.speech === b.speech &&
    isSamePlace(a.place, b.place) &&
    isSamePlace(a.end, b.end)
  );
}

function isSamePlace(a: QuotationPlace, b: QuotationPlace): boolean {
  return a.block === b.block && a.position === b.position && a.from === b.from && a.to === b.to && a.inner === b.inner;
}

/** The speaker chosen, or the one of an earlier quotation who speaks on. */
function spoken(
  { candidate, likelihood }: SpeakerChoice,
  last: RankedSpeaker | null,
  second: RankedSpeaker | null,
): Pick<RankedSpeaker, "zone" | "candidate" | "likelihood"> {
  const { zone } = candidate;
  const speaksOn = zone === SpeakerZone.Carried ? last : zone === SpeakerZone.Alternating ? second : null;
  if (speaksOn === null) return { zone, candidate, likelihood };
  return { zone, candidate: speaksOn.candidate, likelihood: likelihood * speaksOn.likelihood };
}

/**
 * Whether a quotation is the next of a list of which the clause before has the first: of "Weld went on about “A” and “B,” Roth said later"
 * both are Weld's.
 */
function isOfOneList(
  blocks: readonly BlockReading[],
  place: QuotationPlace,
  { end, zone, candidate: { source, block }, likelihood }: RankedSpeaker,
): boolean {
  if (end.block !== place.block || block !== place.block || likelihood < LEAST_SURE || source === null) return false;
  return LISTING.has(zone) && source.end <= end.position && goesOnList(blocks[place.block].strip, place, end.position);
}

const LISTING: ReadonlySet<SpeakerZone> = new Set([SpeakerZone.Before, SpeakerZone.Carried]);

/** How sure it is that a quotation without words for its speaker is by whom the paragraph above quotes last, where nobody takes turns. */
const SPEAKS_ON = 0.7;
/** So many tokens may stand behind the last quotation of that paragraph: “…,” said Ann Weld, who runs the ferry. */
const LONGEST_TAG = 24;

/**
 * Whether a quotation that is a paragraph of its own, and for which no speaker is found, goes on with what the paragraph above quotes last:
 * “The ferry is late,” Ann Weld said.¶“It always is.”
 */
function speaksOnBelow(
  blocks: readonly BlockReading[],
  place: QuotationPlace,
  end: QuotationPlace,
  { candidate, likelihood }: SpeakerChoice,
  last: RankedSpeaker,
): boolean {
  if (candidate.zone !== SpeakerZone.None && likelihood >= LEAST_SURE) return false;
  if (last.candidate.source === null || last.end.block !== place.block - 1 || last.likelihood < LEAST_SURE) return false;
  if (blocks[last.end.block].strip.count - last.end.position > LONGEST_TAG) return false;
  return place.position === 0 && end.position === blocks[end.block].strip.count - 1;
}

/** How likely a quotation is speech, by the score of its features and by what its form leaves no doubt of. */
function speechOf(reading: BlockReading, place: QuotationPlace, score: number): number {
  const { text, starts, ends } = reading.strip;
  const { position } = place;
  if (isQuotedName(reading, place) || isShortForm(reading, place) || isMentionedPronoun(place)) return 0;
  if (isDirectionInMarks(text.slice(starts[position], ends[position]))) return 0;
  const named = nameBeforeBracket(reading.strip, place) !== null;
  const labelled = named || labelInMarks(text, starts[position]) > 0;
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

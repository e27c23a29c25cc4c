import { CUE_WORDS } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import { endingOf } from "./endings.js";
import { type Features, STEPS, step } from "./linearModel.js";
import type { BlockReading, QuotationPlace } from "./readings.js";
import { PHRASE_KINDS, phraseKind } from "./sourceCandidates.js";
import { SPEAKER_ZONES, type SpeakerCandidate, SpeakerZone } from "./speakerCandidates.js";
import type { Strip } from "./strips.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const Z = SPEAKER_ZONES;
const C = WORD_CLASSES;
const K = PHRASE_KINDS;

/** What the ranking of speakers knows of the quotation before. */
export interface Predecessor {
  readonly place: QuotationPlace;
  /** Whether it has a speaker. */
  readonly attributed: boolean;
  /** Whether the words that name its speaker stand behind it. */
  readonly namedBehind: boolean;
}

/** How many values each feature of a speaker has, in the order in which `setSpeakerFeatures` sets them. */
export const SPEAKER_FEATURE_SIZES: readonly number[] = [
  Z * 6,
  Z * C,
  Z * C,
  Z * STEPS,
  Z * 2 * 2 * 2,
  Z * STEPS * 2,
  Z * 4 * 2 * 2,
  Z * 8 * 5,
  Z * 10,
  Z * 10,
  Z * K * 2,
  Z * 4 * 4,
  Z * 8 * 3,
  Z * STEPS * 6,
  Z * 3 * 4,
  Z * 4 * 2 * 2,
  Z * 4 * 4 * 3,
  Z * 3 * STEPS,
  Z * 4 * 10 * 2,
  Z * 4 * 4,
  2 * C * C,
  2 * C * C,
  Z * 3 * 2 * 2,
  Z * 3 * 2 * 4,
  Z * 2 * 2 * 3,
];

/** What the features ask of a quotation, whoever its speaker is. */
export interface QuotationSetting {
  readonly place: QuotationPlace;
  readonly end: QuotationPlace;
  readonly before: Predecessor | null;
  /** Whether the quotation stands in what one of the candidates' cues reports. */
  readonly covered: boolean;
  readonly classBefore: WordClass;
  readonly classBehind: WordClass;
  readonly ending: number;
  readonly opensBlock: 0 | 1;
  readonly closesBlock: 0 | 1;
  readonly opensSentence: 0 | 1;
  readonly length: number;
  /** How many paragraphs lie between it and the quotation before. */
  readonly paragraphs: number;
  readonly carried: number;
  readonly quotationsBehind: number;
  readonly cuesNear: number;
  readonly wordsBetween: number;
}

/** @param place where the quotation begins; @param end where its last part stands. */
export function settingOf(
  blocks: readonly BlockReading[],
  place: QuotationPlace,
  end: QuotationPlace,
  before: Predecessor | null,
  candidates: readonly SpeakerCandidate[],
): QuotationSetting {
  const { strip } = blocks[place.block];
  const lastStrip = blocks[end.block].strip;
  const isSameBlock = before !== null && before.place.block === place.block;
  return {
    place,
    end,
    before,
    covered: candidates.some(({ reading, zone }) => reading !== null && reading.likelihood >= 0.4 && covers(reading, zone, place, end)),
    classBefore: place.position > place.from ? strip.classes[place.position - 1] : WordClass.Edge,
    classBehind: end.position + 1 < end.to ? lastStrip.classes[end.position + 1] : WordClass.Edge,
    ending: endingOf(lastStrip.text, lastStrip.starts[end.position], lastStrip.ends[end.position]),
    opensBlock: place.position === 0 ? 1 : 0,
    closesBlock: end.position + 1 >= lastStrip.count ? 1 : 0,
    opensSentence: place.position === place.from ? 1 : 0,
    length: step(Math.floor((strip.ends[place.position] - strip.starts[place.position]) / 12)),
    paragraphs: Math.min(2, before ? place.block - before.place.block : 2),
    carried: carriedState(place, before),
    quotationsBehind: quotationsBehind(lastStrip, end),
    cuesNear: cuesNear(blocks, place, end),
    wordsBetween: step(isSameBlock ? place.position - before.place.position - 1 : place.position),
  };
}

/** Sets the features of one candidate for the speaker of a quotation; none of them names a word. */
export function setSpeakerFeatures(
  features: Features,
  blocks: readonly BlockReading[],
  setting: QuotationSetting,
  candidate: SpeakerCandidate,
): void {
  const { zone, reading, source } = candidate;
  const { place, end, before, ending, opensBlock, closesBlock, opensSentence, paragraphs } = setting;
  const covering = reading && covers(reading, zone, place, end) ? 1 : 0;
  const certainty = reading ? Math.floor(reading.likelihood * 9.99) : 0;
  const there = blocks[candidate.block]?.strip;
  let f = 0;
  features.set(f++, zone * 6 + ending);
  features.set(f++, zone * C + setting.classBefore);
  features.set(f++, zone * C + setting.classBehind);
  features.set(f++, zone * STEPS + setting.length);
  features.set(f++, ((zone * 2 + opensBlock) * 2 + closesBlock) * 2 + opensSentence);
  const gap = gapTo(candidate, place, end);
  features.set(f++, (zone * STEPS + step(gap.words)) * 2 + opensSentence);
  features.set(f++, zone * 16 + (reading ? reading.side * 4 + covering * 2 + (reading.source?.after ? 1 : 0) : 0));
  const cue = reading ? CUE_WORDS[there.cues[reading.cue]] : null;
  features.set(f++, zone * 40 + (cue ? cue.form * 5 + cue.classIndex : 0));
  features.set(f++, zone * 10 + certainty);
  features.set(f++, zone * 10 + (reading ? Math.floor(reading.sourceLikelihood * 9.99) : 0));
  features.set(f++, (zone * K + (source ? phraseKind(there, source.start, source.end) : 0)) * 2 + (source?.long ? 1 : 0));
  const between = countBetween(blocks, candidate, gap.low, gap.high);
  features.set(f++, (zone * 4 + Math.min(3, between.quotations)) * 4 + Math.min(3, between.cues));
  features.set(f++, (zone * 8 + setting.carried) * 3 + paragraphs);
  features.set(f++, (zone * STEPS + step(gap.words)) * 6 + ending);
  features.set(f++, (zone * 3 + paragraphs) * 4 + (before?.namedBehind ? 2 : 0) + opensBlock);
  features.set(f++, ((zone * 4 + setting.quotationsBehind) * 2 + opensBlock) * 2 + closesBlock);
  const verb = reading?.verb.auxiliary ? 1 : reading?.verb.negated ? 2 : 0;
  features.set(f++, (zone * 4 + setting.cuesNear) * 12 + Math.min(3, between.commas) * 3 + verb);
  features.set(f++, (zone * 3 + paragraphs) * STEPS + setting.wordsBetween);
  const nearer = Math.min(3, candidate.nearer);
  features.set(f++, ((zone * 4 + nearer) * 10 + certainty) * 2 + covering);
  features.set(f++, (zone * 4 + nearer) * 4 + Math.min(3, between.quotations));
  const isBefore = zone === SpeakerZone.Before && reading && source && there;
  features.set(
    f++,
    isBefore ? C * C + classAt(there, source.start - 1, reading.from) * C + classAt(there, reading.verb.end, reading.from) : 0,
  );
  const isAfter = zone === SpeakerZone.After && reading && source && there;
  features.set(
    f++,
    isAfter
      ? C * C +
          classAt(there, Math.min(source.start, reading.verb.start) - 1, reading.from) * C +
          classAt(there, reading.verb.end, reading.from)
      : 0,
  );
  const dashBefore = reading && there && hasDash(there, reading.from, Math.min(source?.start ?? reading.cue, reading.verb.start)) ? 1 : 0;
  features.set(f++, ((zone * 3 + Math.min(2, between.dashes)) * 2 + dashBefore) * 2 + (setting.classBefore === WordClass.Dash ? 1 : 0));
  features.set(f++, ((zone * 3 + Math.min(2, candidate.otherSources)) * 2 + covering) * 4 + nearer);
  const elsewhere = reading ? (reading.content.length === 0 ? 1 : 2) : 0;
  features.set(f++, ((zone * 2 + covering) * 2 + (setting.covered ? 1 : 0)) * 3 + elsewhere);
}

const FARTHEST_DASH = 60;

function hasDash(strip: Strip, from: number, to: number): boolean {
  for (let at = Math.max(from, to - FARTHEST_DASH); at < to; at++) if (strip.classes[at] === WordClass.Dash) return true;
  return false;
}

export function classAt(strip: Strip, position: number, from: number): number {
  return position >= from && position < strip.count ? strip.classes[position] : WordClass.Edge;
}

export interface Gap {
  readonly low: number;
  readonly high: number;
  readonly words: number;
}

/** What stands between the quotation and the nearer of cue and source. */
export function gapTo({ zone, reading, source }: SpeakerCandidate, place: QuotationPlace, end: QuotationPlace): Gap {
  if (!source) return { low: 0, high: 0, words: 0 };
  const low = reading ? Math.min(reading.verb.start, source.start) : source.start;
  const high = reading ? Math.max(reading.verb.end, source.end) : source.end;
  if (
    zone === SpeakerZone.After ||
    zone === SpeakerZone.SentenceAfter ||
    zone === SpeakerZone.PhraseAfter ||
    zone === SpeakerZone.Signature
  ) {
    return { low: end.position + 1, high: low, words: low - end.position - 1 };
  }
  if (zone === SpeakerZone.ParagraphBefore) return { low: high, high: reading ? reading.to : high, words: reading ? reading.to - high : 0 };
  return { low: high, high: place.position, words: place.position - high };
}

export function covers(reading: CueReading, zone: SpeakerZone, place: QuotationPlace, end: QuotationPlace): boolean {
  if (zone !== SpeakerZone.Before && zone !== SpeakerZone.After) return false;
  const position = zone === SpeakerZone.Before ? place.position : end.position;
  for (const stretch of reading.content) if (stretch.start <= position && position < stretch.end) return true;
  return false;
}

export function countBetween(
  blocks: readonly BlockReading[],
  { block, source }: SpeakerCandidate,
  low: number,
  high: number,
): { readonly quotations: number; readonly cues: number; readonly commas: number; readonly dashes: number } {
  let quotations = 0;
  let cues = 0;
  let commas = 0;
  let dashes = 0;
  if (source) {
    const { strip } = blocks[block];
    const last = Math.min(high, low + 60, strip.count);
    for (let at = low; at < last; at++) {
      const wordClass = strip.classes[at];
      if (wordClass === WordClass.Quotation) quotations++;
      else if (wordClass === WordClass.CueVerb) cues++;
      else if (wordClass === WordClass.Comma) commas++;
      else if (wordClass === WordClass.Dash) dashes++;
    }
  }
  return { quotations, cues, commas, dashes };
}

/** What the quotation before says about carrying its speaker over. */
function carriedState(place: QuotationPlace, before: Predecessor | null): number {
  if (!before) return 0;
  return 1 + (before.attributed ? 1 : 0) + (before.namedBehind ? 2 : 0) + (place.position === place.from ? 3 : 0);
}

function quotationsBehind(strip: Strip, end: QuotationPlace): number {
  let count = 0;
  for (let at = end.position + 1; at < end.to && at < end.position + 30; at++) if (strip.classes[at] === WordClass.Quotation) count++;
  return Math.min(3, count);
}

/** Which sides of the quotation have a cue near: 0 none, 1 before, 2 behind, 3 both. */
function cuesNear(blocks: readonly BlockReading[], place: QuotationPlace, end: QuotationPlace): number {
  let near = 0;
  const { strip } = blocks[place.block];
  for (let at = place.position - 1; at >= place.from && at > place.position - 8; at--)
    if (strip.classes[at] === WordClass.CueVerb) near |= 1;
  const last = blocks[end.block].strip;
  for (let at = end.position + 1; at < end.to && at < end.position + 8; at++) if (last.classes[at] === WordClass.CueVerb) near |= 2;
  return near;
}

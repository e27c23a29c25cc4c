import { CUE_CLASSES, CUE_WORDS } from "./cueLexicon.js";
import type { CueReading } from "./cueReading.js";
import { STEPS } from "./linearModel.js";
import type { BlockReading } from "./readings.js";
import { MARGINS, SHORTLIST } from "./shortlist.js";
import { PHRASE_KINDS, phraseKind } from "./sourceCandidates.js";
import { SPEAKER_ZONES, type SpeakerCandidate } from "./speakerCandidates.js";
import { classAt, countBetween, covers, gapTo, type QuotationSetting } from "./speakerFeatures.js";
import type { Strip } from "./strips.js";
import type { ValueFeatures } from "./valueFeatures.js";
import { AUXILIARIES } from "./verbGroup.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const CHANCES = 20;
const FORMS = 8;

/** How many values each feature of a shortlisted speaker has, in the order in which `setSpeakerSecondFeatures` sets them. */
export const SPEAKER_SECOND_SIZES: readonly number[] = [
  MARGINS,
  SHORTLIST,
  24,
  CHANCES,
  CHANCES,
  4,
  4,
  4,
  3,
  6,
  3,
  3,
  STEPS,
  STEPS,
  4,
  2,
  2,
  2,
  2,
  2,
  2,
  40,
  3,
  SPEAKER_ZONES,
  6,
  C,
  C,
  PHRASE_KINDS + 1,
  8,
  4,
  FORMS + 1,
  CUE_CLASSES.length,
  AUXILIARIES,
  9,
  C,
  C,
  C,
  C,
];

/** The features whose values have no order of their own begin with this one. */
export const FIRST_UNORDERED_SPEAKER_FEATURE = 23;

/** Sets the features by which a shortlisted speaker is weighed again; none of them names a word. @param margin @param rank those on the shortlist. */
export function setSpeakerSecondFeatures(
  features: ValueFeatures,
  blocks: readonly BlockReading[],
  setting: QuotationSetting,
  candidate: SpeakerCandidate,
  margin: number,
  rank: number,
): void {
  const { zone, block, reading, source, nearer, otherSources } = candidate;
  const { place, end } = setting;
  const there = blocks[block]?.strip;
  const gap = gapTo(candidate, place, end);
  const between = countBetween(blocks, candidate, gap.low, gap.high);
  const cue = reading ? CUE_WORDS[there.cues[reading.cue]] : null;
  let f = 0;
  features.set(f++, margin);
  features.set(f++, rank);
  features.set(f++, gap.words);
  features.set(f++, reading ? Math.floor(reading.likelihood * CHANCES) : 0);
  features.set(f++, reading ? Math.floor(reading.sourceLikelihood * CHANCES) : 0);
  features.set(f++, between.quotations);
  features.set(f++, between.cues);
  features.set(f++, between.commas);
  features.set(f++, between.dashes);
  features.set(f++, nearer);
  features.set(f++, otherSources);
  features.set(f++, setting.paragraphs);
  features.set(f++, setting.wordsBetween);
  features.set(f++, setting.length);
  features.set(f++, setting.quotationsBehind);
  features.set(f++, setting.opensBlock);
  features.set(f++, setting.closesBlock);
  features.set(f++, setting.opensSentence);
  features.set(f++, reading && covers(reading, zone, place, end) ? 1 : 0);
  features.set(f++, setting.covered ? 1 : 0);
  features.set(f++, source?.long ? 1 : 0);
  features.set(f++, place.inner.words);
  features.set(f++, reading ? otherQuotations(there, reading, block === place.block ? place.position : -1) : 0);
  features.set(f++, zone);
  features.set(f++, setting.ending);
  features.set(f++, setting.classBefore);
  features.set(f++, setting.classBehind);
  features.set(f++, source ? phraseKind(there, source.start, source.end) : PHRASE_KINDS);
  features.set(f++, setting.carried);
  features.set(f++, setting.cuesNear);
  features.set(f++, cue ? cue.form : FORMS);
  features.set(f++, cue ? cue.classIndex : 0);
  features.set(f++, reading ? reading.verb.auxiliary : 0);
  features.set(f++, reading ? reading.side * 2 + (source?.after ? 1 : 0) : 8);
  features.set(f++, reading && source ? classAt(there, source.start - 1, reading.from) : WordClass.Edge);
  features.set(f++, reading ? classAt(there, reading.verb.end, reading.from) : WordClass.Edge);
  features.set(f++, reading ? classAt(there, reading.verb.start - 1, reading.from) : WordClass.Edge);
  features.set(f++, place.inner.first);
}

/** How many quotations besides the one at a position, of the first two, stand in what a cue reports: it may speak of them alone. */
function otherQuotations({ classes }: Strip, { content }: CueReading, position: number): number {
  let count = 0;
  for (const { start, end } of content) {
    for (let at = start; at < end && count < 2; at++) if (classes[at] === WordClass.Quotation && at !== position) count++;
  }
  return count;
}

import { CUE_CLASSES } from "./cueLexicon.js";
import { type CuePlace, classAt } from "./cuePlace.js";
import { type CuePriors, PRIOR_STEPS } from "./cuePriors.js";
import { MARGINS, SHORTLIST } from "./shortlist.js";
import { PHRASE_KINDS, phraseKind, type SourceCandidate } from "./sourceCandidates.js";
import { Counted } from "./stripCounts.js";
import type { ValueFeatures } from "./valueFeatures.js";
import { AUXILIARIES } from "./verbGroup.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const P = PRIOR_STEPS;

/** How many values each feature of a shortlisted source has, in the order in which `setSourceSecondFeatures` sets them. */
export const SOURCE_SECOND_SIZES: readonly number[] = [
  MARGINS,
  SHORTLIST,
  20,
  P,
  4,
  P,
  20,
  5,
  5,
  4,
  6,
  5,
  20,
  2,
  2,
  8,
  CUE_CLASSES.length,
  AUXILIARIES,
  C,
  C,
  5,
  PHRASE_KINDS + 1,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
];

/** The features whose values have no order of their own begin with this one. */
export const FIRST_UNORDERED_SOURCE_FEATURE = 15;

const NOBODY = 4;

/**
 * Sets the features by which a shortlisted source is weighed again; the priors alone depend on a word.
 * @param candidate null for "no source in this sentence". @param margin @param rank those on the shortlist.
 */
export function setSourceSecondFeatures(
  features: ValueFeatures,
  place: CuePlace,
  candidate: SourceCandidate | null,
  priors: CuePriors,
  margin: number,
  rank: number,
): void {
  const { strip, counts, from, last, cue, verb, form, classIndex } = place;
  const word = strip.cues[cue];
  const nobody = candidate === null;
  const { start, end, after, long } = candidate ?? { start: 0, end: 0, after: false, long: false };
  const low = nobody ? 0 : after ? verb.end : end;
  const high = nobody ? 0 : after ? start : verb.start;
  let f = 0;
  features.set(f++, margin);
  features.set(f++, rank);
  features.set(f++, verb.start - from);
  features.set(f++, priors.inSetting(word, strip.settings[cue]));
  features.set(f++, priors.habit(word) & 3);
  features.set(f++, priors.overall(word));
  features.set(f++, high - low);
  features.set(f++, counts.between(Counted.Comma, low, high));
  features.set(f++, counts.between(Counted.VerbOrEd, low, high));
  features.set(f++, counts.between(Counted.Break, low, high));
  features.set(f++, counts.between(Counted.Connector, start, end));
  features.set(f++, counts.between(Counted.Comma, start, end));
  features.set(f++, end - start);
  features.set(f++, end >= last ? 1 : 0);
  features.set(f++, !nobody && start === from ? 1 : 0);
  features.set(f++, form);
  features.set(f++, classIndex);
  features.set(f++, verb.auxiliary);
  features.set(f++, classAt(place, verb.start - 1));
  features.set(f++, classAt(place, verb.end));
  features.set(f++, nobody ? NOBODY : (after ? 1 : 0) + (long ? 2 : 0));
  features.set(f++, nobody ? PHRASE_KINDS : phraseKind(strip, start, end));
  for (let at = start - 2; at <= start + 1; at++) features.set(f++, nobody ? WordClass.Edge : classAt(place, at));
  for (let at = end - 2; at <= end + 1; at++) features.set(f++, nobody ? WordClass.Edge : classAt(place, at));
}

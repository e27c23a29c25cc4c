import { ContentSide, type ContentStart } from "./contentCandidates.js";
import { CUE_CLASSES } from "./cueLexicon.js";
import { type CuePlace, classAt } from "./cuePlace.js";
import { type CuePriors, PRIOR_STEPS } from "./cuePriors.js";
import { MARGINS, SHORTLIST } from "./shortlist.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { Counted } from "./stripCounts.js";
import type { ValueFeatures } from "./valueFeatures.js";
import { AUXILIARIES } from "./verbGroup.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const P = PRIOR_STEPS;
const FORMS = 8;
const CLASSES = CUE_CLASSES.length;

/** How many values each feature of a shortlisted beginning of a content has, in the order in which `setStartSecondFeatures` sets them. */
export const START_SECOND_SIZES: readonly number[] = [
  MARGINS,
  SHORTLIST,
  4,
  20,
  P,
  P,
  4,
  4,
  2,
  2,
  40,
  3,
  12,
  FORMS,
  CLASSES,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
  AUXILIARIES,
  C,
];

/** The features whose values have no order of their own begin with this one. */
export const FIRST_UNORDERED_START_FEATURE = 13;

/** Sets the features by which a shortlisted beginning is weighed again; the priors alone depend on a word. @param margin @param rank those on the shortlist. */
export function setStartSecondFeatures(
  features: ValueFeatures,
  place: CuePlace,
  source: SourceCandidate | null,
  { side, start }: ContentStart,
  priors: CuePriors,
  margin: number,
  rank: number,
): void {
  const { strip, counts, from, to, cue, verb, form, classIndex } = place;
  const word = strip.cues[cue];
  const habit = priors.habit(word);
  const isNone = side === ContentSide.None;
  const isAfter = side === ContentSide.After;
  const groupStart = source && !source.after ? Math.min(source.start, verb.start) : verb.start;
  const behind = source?.after ? source.end : verb.end;
  let f = 0;
  features.set(f++, margin);
  features.set(f++, rank);
  features.set(f++, side);
  features.set(f++, isNone ? 0 : isAfter ? start - verb.end : groupStart - start);
  features.set(f++, priors.overall(word));
  features.set(f++, priors.inSetting(word, strip.settings[cue]));
  features.set(f++, habit >> 2);
  features.set(f++, habit & 3);
  features.set(f++, groupStart === from ? 1 : 0);
  features.set(f++, isAfter && counts.between(Counted.Clause, verb.end, start) > 0 ? 1 : 0);
  features.set(f++, to - behind);
  features.set(f++, sideOf(source));
  features.set(f++, groupStart - from);
  features.set(f++, form);
  features.set(f++, classIndex);
  for (let at = start - 1; at <= start + 2; at++) features.set(f++, isNone ? WordClass.Edge : classAt(place, at));
  features.set(f++, classAt(place, behind));
  features.set(f++, classAt(place, behind + 1));
  features.set(f++, classAt(place, groupStart - 1));
  features.set(f++, classAt(place, from));
  features.set(f++, verb.auxiliary);
  features.set(f++, classAt(place, behind - 1));
}

const FARTHEST_CUE = 20;
const LOOKED_AT = 24;
const LONGEST_LOOKED_AT = 60;

/** How many values each feature of a shortlisted end of a content has, in the order in which `setEndSecondFeatures` sets them. */
export const END_SECOND_SIZES: readonly number[] = [
  MARGINS,
  SHORTLIST,
  2,
  40,
  40,
  4,
  4,
  4,
  P,
  FARTHEST_CUE,
  P,
  5,
  20,
  3,
  12,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
  C,
  FORMS,
  CLASSES,
  C,
];

/** The features whose values have no order of their own begin with this one. */
export const FIRST_UNORDERED_END_FEATURE = 15;

/** Sets the features by which a shortlisted end is weighed again; the priors alone depend on a word. @param margin @param rank those on the shortlist. */
export function setEndSecondFeatures(
  features: ValueFeatures,
  place: CuePlace,
  source: SourceCandidate | null,
  start: number,
  end: number,
  priors: CuePriors,
  margin: number,
  rank: number,
): void {
  const { strip, counts, to, last, cue, form, classIndex } = place;
  const whole = end >= last;
  let behind = 0;
  let distance = FARTHEST_CUE;
  for (let at = end; at < to && at < end + LOOKED_AT; at++) {
    const prior = priorAt(place, at, priors);
    if (prior <= behind) continue;
    behind = prior;
    distance = at - end;
  }
  let inside = 0;
  for (let at = start; at < end && at < start + LONGEST_LOOKED_AT; at++) inside = Math.max(inside, priorAt(place, at, priors));
  let sinceComma = 0;
  for (let at = end - 1; at >= start && sinceComma < FARTHEST_CUE && strip.classes[at] !== WordClass.Comma; at--) sinceComma++;
  let f = 0;
  features.set(f++, margin);
  features.set(f++, rank);
  features.set(f++, whole ? 1 : 0);
  features.set(f++, end - start);
  features.set(f++, to - end);
  features.set(f++, counts.between(Counted.Comma, start, end));
  features.set(f++, counts.between(Counted.Verb, start, end));
  features.set(f++, counts.between(Counted.Quotation, start, end));
  features.set(f++, behind);
  features.set(f++, distance);
  features.set(f++, inside);
  features.set(f++, counts.between(Counted.Connector, start, end));
  features.set(f++, sinceComma);
  features.set(f++, sideOf(source));
  features.set(f++, Math.max(0, start - cue));
  for (let at = start; at <= start + 2; at++) features.set(f++, classAt(place, at));
  for (let at = end; at <= end + 2; at++) features.set(f++, whole ? WordClass.Edge : classAt(place, at));
  features.set(f++, classAt(place, end - 1));
  features.set(f++, classAt(place, end - 2));
  features.set(f++, form);
  features.set(f++, classIndex);
  features.set(f++, classAt(place, cue + 1));
}

/** The step of the prior of the cue word at a position; 0 where there is none. */
function priorAt(place: CuePlace, at: number, priors: CuePriors): number {
  const word = place.strip.cues[at];
  return word < 0 ? 0 : priors.inSetting(word, place.strip.settings[at]);
}

function sideOf(source: SourceCandidate | null): number {
  return source ? (source.after ? 2 : 1) : 0;
}

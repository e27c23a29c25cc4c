import { ContentSide, type ContentStart } from "./contentCandidates.js";
import { CUE_CLASSES } from "./cueLexicon.js";
import { type CuePlace, classAt } from "./cuePlace.js";
import { type CuePriors, HABITS, PRIOR_STEPS } from "./cuePriors.js";
import { type Features, STEPS, step } from "./linearModel.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import { Counted } from "./stripCounts.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const FORMS = 8;
const SIDES = 4;
const CLASSES = CUE_CLASSES.length;

/** How many values each feature of a content's beginning has: first those that the side alone decides, then those of the place. */
const SIDE_FEATURE_SIZES: readonly number[] = [
  SIDES * FORMS * CLASSES,
  SIDES * C,
  SIDES * C,
  SIDES * 3 * C,
  SIDES * 3 * FORMS,
  SIDES * C,
  SIDES * 2 * C,
  PRIOR_STEPS * SIDES * C,
  HABITS * SIDES * C,
];
const PLACE_FEATURE_SIZES: readonly number[] = [
  SIDES * STEPS * C,
  C * C,
  C * C,
  SIDES * STEPS * 4,
  STEPS * 3 * C,
  SIDES * C * 2,
  FORMS * C * 2,
  CLASSES * C * 2,
  SIDES * STEPS * FORMS,
  HABITS * SIDES * STEPS,
  HABITS * C * 2,
];
export const START_FEATURE_SIZES: readonly number[] = [...SIDE_FEATURE_SIZES, ...PLACE_FEATURE_SIZES];
/** So many of the features of a beginning are those of its side. */
export const SIDE_FEATURES = SIDE_FEATURE_SIZES.length;

/** Sets the features of a beginning that its side decides, the first `SIDE_FEATURES`; none of them names a word. */
export function setSideFeatures(
  features: Features,
  place: CuePlace,
  source: SourceCandidate | null,
  side: ContentSide,
  priors: CuePriors,
): void {
  const { strip, from, cue, verb, form, classIndex } = place;
  const sourceSide = source ? (source.after ? 2 : 1) : 0;
  const groupStart = source && !source.after ? Math.min(source.start, verb.start) : verb.start;
  const next = classAt(place, source?.after ? source.end : verb.end);
  let f = 0;
  features.set(f++, (side * FORMS + form) * CLASSES + classIndex);
  features.set(f++, side * C + next);
  features.set(f++, side * C + classAt(place, groupStart - 1));
  features.set(f++, (side * 3 + sourceSide) * C + next);
  features.set(f++, (side * 3 + sourceSide) * FORMS + form);
  features.set(f++, side * C + classAt(place, from));
  features.set(f++, (side * 2 + (groupStart === from ? 1 : 0)) * C + next);
  features.set(f++, (priors.overall(strip.cues[cue]) * SIDES + side) * C + next);
  features.set(f++, (priors.habit(strip.cues[cue]) * SIDES + side) * C + next);
}

/** Sets the other features of one beginning; none of them names a word. */
export function setStartFeatures(
  features: Features,
  place: CuePlace,
  source: SourceCandidate | null,
  candidate: ContentStart,
  priors: CuePriors,
): void {
  const { strip, counts, from, to, cue, verb, form, classIndex } = place;
  const habit = priors.habit(strip.cues[cue]);
  const { side, start } = candidate;
  const sourceSide = source ? (source.after ? 2 : 1) : 0;
  const behind = source?.after ? source.end : verb.end;
  const groupStart = source && !source.after ? Math.min(source.start, verb.start) : verb.start;
  const isNone = side === ContentSide.None;
  const first = isNone ? WordClass.Edge : classAt(place, start);
  const before = isNone ? WordClass.Edge : classAt(place, start - 1);
  const isAfter = side === ContentSide.After ? 1 : 0;
  const distance = isAfter ? step(start - verb.end) : step(groupStart - from);
  const clauseBetween = isAfter && counts.between(Counted.Clause, verb.end, start) > 0 ? 1 : 0;
  let f = SIDE_FEATURES;
  features.set(f++, (side * STEPS + distance) * C + first);
  features.set(f++, isAfter * (before * C + first));
  features.set(f++, isAfter * (first * C + classAt(place, start + 1)));
  features.set(f++, (side * STEPS + step(to - behind)) * 4 + clauseBetween);
  features.set(f++, isAfter * ((distance * 3 + sourceSide) * C + classAt(place, behind)));
  features.set(f++, (side * C + before) * 2 + clauseBetween);
  features.set(f++, (form * C + first) * 2 + isAfter);
  features.set(f++, (classIndex * C + first) * 2 + isAfter);
  features.set(f++, (side * STEPS + distance) * FORMS + form);
  features.set(f++, (habit * SIDES + side) * STEPS + distance);
  features.set(f++, (habit * C + first) * 2 + isAfter);
}

/** How many values each feature of a content's end has, in the order in which `setEndFeatures` sets them. */
export const END_FEATURE_SIZES: readonly number[] = [
  C * 2,
  C * C,
  C * C,
  STEPS * C,
  C * C,
  CLASSES * 2 * C,
  FORMS * 2 * C,
  4 * C,
  3 * C,
  STEPS * C,
  2 * 3 * C,
  2 * 4,
];

/** Sets the features of one end of a content that begins at `start`; none of them names a word. */
export function setEndFeatures(features: Features, place: CuePlace, start: number, end: number): void {
  const { counts, to, last, form, classIndex } = place;
  const whole = end >= last ? 1 : 0;
  const first = classAt(place, start);
  const next = whole ? WordClass.Edge : classAt(place, end);
  const commas = counts.between(Counted.Comma, start, end);
  const verbs = counts.between(Counted.Verb, start, end);
  const quotation = counts.between(Counted.Quotation, start, end) > 0 ? 1 : 0;
  const cuesBehind = counts.between(Counted.CueVerb, end, Math.min(to, end + 12));
  let f = 0;
  features.set(f++, next * 2 + whole);
  features.set(f++, next * C + classAt(place, end + 1));
  features.set(f++, classAt(place, end - 1) * C + next);
  features.set(f++, step(end - start) * C + next);
  features.set(f++, first * C + next);
  features.set(f++, (classIndex * 2 + whole) * C + first);
  features.set(f++, (form * 2 + whole) * C + next);
  features.set(f++, Math.min(3, commas) * C + next);
  features.set(f++, Math.min(2, verbs) * C + next);
  features.set(f++, step(to - end) * C + next);
  features.set(f++, (quotation * 3 + Math.min(2, cuesBehind)) * C + next);
  features.set(f++, quotation * 4 + Math.min(3, verbs));
}

import { ContentSide, type ContentStart, lastPosition } from "./contentCandidates.js";
import { CUE_CLASSES, CUE_WORDS } from "./cueLexicon.js";
import { type CuePriors, HABITS, PRIOR_STEPS } from "./cuePriors.js";
import { type Features, STEPS, step } from "./linearModel.js";
import type { SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";
import type { VerbGroup } from "./verbGroup.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const FORMS = 8;
const SIDES = 4;
const CLASSES = CUE_CLASSES.length;

/** How many values each feature of a content's beginning has, in the order in which `setStartFeatures` sets them. */
export const START_FEATURE_SIZES: readonly number[] = [
  SIDES * FORMS * CLASSES,
  SIDES * C,
  SIDES * C,
  SIDES * STEPS * C,
  C * C,
  C * C,
  SIDES * 3 * C,
  SIDES * 3 * FORMS,
  SIDES * STEPS * 4,
  SIDES * C,
  SIDES * 2 * C,
  STEPS * 3 * C,
  SIDES * C * 2,
  FORMS * C * 2,
  CLASSES * C * 2,
  SIDES * STEPS * FORMS,
  PRIOR_STEPS * SIDES * C,
  HABITS * SIDES * STEPS,
  HABITS * C * 2,
  HABITS * SIDES * C,
];

/** Sets the features of one beginning; none of them names a word. */
export function setStartFeatures(
  features: Features,
  strip: Strip,
  from: number,
  to: number,
  cue: number,
  verb: VerbGroup,
  source: SourceCandidate | null,
  candidate: ContentStart,
  priors: CuePriors,
): void {
  const prior = priors.overall(strip.cues[cue]);
  const habit = priors.habit(strip.cues[cue]);
  const { form, class: cueClass } = CUE_WORDS[strip.cues[cue]];
  const kind = CUE_CLASSES.indexOf(cueClass);
  const { side, start } = candidate;
  const at = (position: number): number => (position >= from && position < to ? strip.classes[position] : WordClass.Edge);
  const sourceSide = source ? (source.after ? 2 : 1) : 0;
  const behind = source?.after ? source.end : verb.end;
  const groupStart = source && !source.after ? Math.min(source.start, verb.start) : verb.start;
  const first = side === ContentSide.None ? WordClass.Edge : at(start);
  const before = side === ContentSide.None ? WordClass.Edge : at(start - 1);
  const next = at(behind);
  const distance = side === ContentSide.After ? step(start - verb.end) : step(groupStart - from);
  const left = at(groupStart - 1);
  const isAfter = side === ContentSide.After ? 1 : 0;
  let clauseBetween = 0;
  if (isAfter) {
    for (let i = verb.end; i < start; i++)
      if (strip.classes[i] === WordClass.That || strip.classes[i] === WordClass.Quotation) clauseBetween = 1;
  }
  let f = 0;
  features.set(f++, (side * FORMS + form) * CLASSES + kind);
  features.set(f++, side * C + next);
  features.set(f++, side * C + left);
  features.set(f++, (side * STEPS + distance) * C + first);
  features.set(f++, isAfter * (before * C + first));
  features.set(f++, isAfter * (first * C + at(start + 1)));
  features.set(f++, (side * 3 + sourceSide) * C + next);
  features.set(f++, (side * 3 + sourceSide) * FORMS + form);
  features.set(f++, (side * STEPS + step(to - behind)) * 4 + clauseBetween);
  features.set(f++, side * C + at(from));
  features.set(f++, (side * 2 + (groupStart === from ? 1 : 0)) * C + next);
  features.set(f++, isAfter * ((distance * 3 + sourceSide) * C + next));
  features.set(f++, (side * C + before) * 2 + clauseBetween);
  features.set(f++, (form * C + first) * 2 + isAfter);
  features.set(f++, (kind * C + first) * 2 + isAfter);
  features.set(f++, (side * STEPS + distance) * FORMS + form);
  features.set(f++, (prior * SIDES + side) * C + next);
  features.set(f++, (habit * SIDES + side) * STEPS + distance);
  features.set(f++, (habit * C + first) * 2 + isAfter);
  features.set(f++, (habit * SIDES + side) * C + next);
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
export function setEndFeatures(features: Features, strip: Strip, from: number, to: number, cue: number, start: number, end: number): void {
  const { form, class: cueClass } = CUE_WORDS[strip.cues[cue]];
  const kind = CUE_CLASSES.indexOf(cueClass);
  const at = (position: number): number => (position >= from && position < to ? strip.classes[position] : WordClass.Edge);
  const whole = end >= lastPosition(strip, from, to) ? 1 : 0;
  const next = whole ? WordClass.Edge : at(end);
  let commas = 0;
  let verbs = 0;
  let quotation = 0;
  for (let i = start; i < end; i++) {
    const wordClass = strip.classes[i];
    if (wordClass === WordClass.Comma) commas++;
    else if (wordClass === WordClass.Quotation) quotation = 1;
    else if (strip.cues[i] >= 0 || (wordClass >= WordClass.Modal && wordClass <= WordClass.Do)) verbs++;
  }
  let cuesBehind = 0;
  for (let i = end; i < to && i < end + 12; i++) if (strip.classes[i] === WordClass.CueVerb) cuesBehind++;
  let f = 0;
  features.set(f++, next * 2 + whole);
  features.set(f++, next * C + at(end + 1));
  features.set(f++, at(end - 1) * C + next);
  features.set(f++, step(end - start) * C + next);
  features.set(f++, at(start) * C + next);
  features.set(f++, (kind * 2 + whole) * C + at(start));
  features.set(f++, (form * 2 + whole) * C + next);
  features.set(f++, Math.min(3, commas) * C + next);
  features.set(f++, Math.min(2, verbs) * C + next);
  features.set(f++, step(to - end) * C + next);
  features.set(f++, (quotation * 3 + Math.min(2, cuesBehind)) * C + next);
  features.set(f++, quotation * 4 + Math.min(3, Math.max(0, verbs)));
}

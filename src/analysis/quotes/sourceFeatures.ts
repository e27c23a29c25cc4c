import { lastPosition } from "./contentCandidates.js";
import { CUE_CLASSES, CUE_WORDS } from "./cueLexicon.js";
import { type Features, STEPS, step } from "./linearModel.js";
import { PHRASE_KINDS, phraseKind, type SourceCandidate } from "./sourceCandidates.js";
import type { Strip } from "./strips.js";
import { AUXILIARIES, type VerbGroup } from "./verbGroup.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const FORMS = 8;
const K = PHRASE_KINDS;
const SIDES = 4;

/** How many values each feature of a source has, in the order in which `setSourceFeatures` sets them. */
export const SOURCE_FEATURE_SIZES: readonly number[] = [
  SIDES * FORMS * K,
  SIDES * STEPS * FORMS,
  SIDES * C,
  SIDES * C,
  C * C,
  C * C,
  SIDES * STEPS * K,
  SIDES * 4 * 4,
  AUXILIARIES * STEPS * SIDES,
  SIDES * 2 * K,
  4 * C,
  SIDES * 4 * STEPS,
  SIDES * 3 * C,
  SIDES * 4,
  CUE_CLASSES.length * SIDES * 8,
  2 * C * SIDES,
  SIDES * 2 * 2 * 2,
];

/** How many values each feature of "no source in this sentence" has. */
export const NO_SOURCE_FEATURE_SIZES: readonly number[] = [FORMS * C, FORMS * AUXILIARIES, C * C, CUE_CLASSES.length * FORMS, FORMS * 4];

export const NO_SOURCE_OFFSET = SOURCE_FEATURE_SIZES.length;

function classAt(strip: Strip, at: number, from: number, to: number): number {
  return at >= from && at < to ? strip.classes[at] : WordClass.Edge;
}

/** Sets the features of one candidate; none of them names a word. */
export function setSourceFeatures(
  features: Features,
  strip: Strip,
  from: number,
  to: number,
  cue: number,
  verb: VerbGroup,
  candidate: SourceCandidate,
): void {
  const { start, end, after, long } = candidate;
  const { form, class: cueClass } = CUE_WORDS[strip.cues[cue]];
  const side = (after ? 1 : 0) + (long ? 2 : 0);
  const kind = phraseKind(strip, start, end);
  const before = classAt(strip, start - 1, from, to);
  const behind = classAt(strip, end, from, to);
  const distance = step(after ? start - verb.end : verb.start - end);
  const first = strip.classes[start];
  const last = strip.classes[end - 1];
  let commas = 0;
  let verbs = 0;
  let stops = 0;
  const low = after ? verb.end : end;
  const high = after ? start : verb.start;
  for (let at = low; at < high; at++) {
    const wordClass = strip.classes[at];
    if (wordClass === WordClass.Comma) commas++;
    else if (wordClass === WordClass.Dash || wordClass === WordClass.Quotation) stops++;
    else if (strip.cues[at] >= 0 || (wordClass >= WordClass.Modal && wordClass <= WordClass.Do) || wordClass === WordClass.Ed) verbs++;
  }
  let connectors = 0;
  let innerCommas = 0;
  for (let at = start; at < end; at++) {
    const wordClass = strip.classes[at];
    if (wordClass === WordClass.Comma) innerCommas++;
    else if (wordClass >= WordClass.Preposition && wordClass <= WordClass.Coordinator) connectors++;
  }
  const opening = classAt(strip, verb.start - 1, from, to);
  let f = 0;
  features.set(f++, (side * FORMS + form) * K + kind);
  features.set(f++, (side * STEPS + distance) * FORMS + form);
  features.set(f++, side * C + before);
  features.set(f++, side * C + behind);
  features.set(f++, before * C + first);
  features.set(f++, last * C + behind);
  features.set(f++, (side * STEPS + distance) * K + kind);
  features.set(f++, (side * 4 + Math.min(3, commas)) * 4 + Math.min(3, verbs));
  features.set(f++, (verb.auxiliary * STEPS + distance) * SIDES + side);
  features.set(f++, (side * 2 + (start === from ? 1 : 0)) * K + kind);
  features.set(f++, Math.min(3, connectors) * C + behind);
  features.set(f++, (side * 4 + Math.min(3, innerCommas)) * STEPS + step(end - start));
  features.set(f++, (side * 3 + Math.min(2, connectors)) * C + last);
  features.set(f++, side * 4 + Math.min(3, stops));
  features.set(f++, (CUE_CLASSES.indexOf(cueClass) * SIDES + side) * 8 + (distance === 0 ? 0 : 1) + 2 * Math.min(3, commas));
  features.set(f++, ((distance === 0 ? 0 : 1) * C + opening) * SIDES + side);
  const reachesEnd = end >= lastPosition(strip, from, to) ? 1 : 0;
  features.set(f++, ((side * 2 + reachesEnd) * 2 + (verb.start === from ? 1 : 0)) * 2 + (innerCommas > 0 ? 1 : 0));
}

export function setNoSourceFeatures(features: Features, strip: Strip, from: number, to: number, cue: number, verb: VerbGroup): void {
  const { form, class: cueClass } = CUE_WORDS[strip.cues[cue]];
  const before = classAt(strip, verb.start - 1, from, to);
  const behind = classAt(strip, verb.end, from, to);
  let f = NO_SOURCE_OFFSET;
  features.set(f++, form * C + before);
  features.set(f++, form * AUXILIARIES + verb.auxiliary);
  features.set(f++, before * C + behind);
  features.set(f++, CUE_CLASSES.indexOf(cueClass) * FORMS + form);
  features.set(f++, form * 4 + Math.min(3, step(verb.start - from)));
}

import { CUE_CLASSES } from "./cueLexicon.js";
import { type CuePlace, classAt } from "./cuePlace.js";
import { type Features, STEPS, step } from "./linearModel.js";
import { PHRASE_KINDS, phraseKind, type SourceCandidate } from "./sourceCandidates.js";
import { Counted } from "./stripCounts.js";
import { AUXILIARIES } from "./verbGroup.js";
import { WORD_CLASSES } from "./wordClasses.js";

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

/** Sets the features of one candidate; none of them names a word. */
export function setSourceFeatures(features: Features, place: CuePlace, candidate: SourceCandidate): void {
  const { start, end, after, long } = candidate;
  const { strip, counts, from, last: reach, verb, form, classIndex } = place;
  const side = (after ? 1 : 0) + (long ? 2 : 0);
  const kind = phraseKind(strip, start, end);
  const before = classAt(place, start - 1);
  const behind = classAt(place, end);
  const distance = step(after ? start - verb.end : verb.start - end);
  const first = strip.classes[start];
  const last = strip.classes[end - 1];
  const low = after ? verb.end : end;
  const high = after ? start : verb.start;
  const commas = counts.between(Counted.Comma, low, high);
  const verbs = counts.between(Counted.VerbOrEd, low, high);
  const breaks = counts.between(Counted.Break, low, high);
  const connectors = counts.between(Counted.Connector, start, end);
  const innerCommas = counts.between(Counted.Comma, start, end);
  const opening = classAt(place, verb.start - 1);
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
  features.set(f++, side * 4 + Math.min(3, breaks));
  features.set(f++, (classIndex * SIDES + side) * 8 + (distance === 0 ? 0 : 1) + 2 * Math.min(3, commas));
  features.set(f++, ((distance === 0 ? 0 : 1) * C + opening) * SIDES + side);
  const reachesEnd = end >= reach ? 1 : 0;
  features.set(f++, ((side * 2 + reachesEnd) * 2 + (verb.start === from ? 1 : 0)) * 2 + (innerCommas > 0 ? 1 : 0));
}

/** Sets the features of "no source in this sentence"; none of them names a word. */
export function setNoSourceFeatures(features: Features, place: CuePlace): void {
  const { from, verb, form, classIndex } = place;
  const before = classAt(place, verb.start - 1);
  const behind = classAt(place, verb.end);
  let f = 0;
  features.set(f++, form * C + before);
  features.set(f++, form * AUXILIARIES + verb.auxiliary);
  features.set(f++, before * C + behind);
  features.set(f++, classIndex * FORMS + form);
  features.set(f++, form * 4 + Math.min(3, step(verb.start - from)));
}

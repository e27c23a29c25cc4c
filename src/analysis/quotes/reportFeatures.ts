import { CUE_CLASSES, CUE_WORDS } from "./cueLexicon.js";
import { type CuePriors, PRIOR_STEPS } from "./cuePriors.js";
import { type CueReading, holds } from "./cueReading.js";
import { CUE_SETTINGS } from "./cueSetting.js";
import type { BlockReading } from "./readings.js";
import { PHRASE_KINDS, phraseKind } from "./sourceCandidates.js";
import type { ValueFeatures } from "./valueFeatures.js";
import { AUXILIARIES } from "./verbGroup.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const CHANCES = 24;
const FEW_CHANCES = 12;
const LONGEST = 40;

/** How many values each feature of reported speech has, in the order in which `setReportFeatures` sets them. */
export const REPORT_FEATURE_SIZES: readonly number[] = [
  CHANCES,
  FEW_CHANCES,
  PRIOR_STEPS,
  PRIOR_STEPS,
  LONGEST,
  4,
  4,
  12,
  2,
  FEW_CHANCES,
  FEW_CHANCES,
  FEW_CHANCES,
  FEW_CHANCES,
  FEW_CHANCES,
  LONGEST,
  LONGEST,
  2,
  2,
  FEW_CHANCES,
  LONGEST,
  4,
  CUE_CLASSES.length,
  8,
  AUXILIARIES,
  5,
  PHRASE_KINDS + 1,
  CUE_SETTINGS,
  C,
  C,
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
export const FIRST_UNORDERED_REPORT_FEATURE = 20;

/** How far to both sides of a cue other cues of its sentence are looked at. */
const CUES_LOOKED_AT = 12;
const LONGEST_LOOKED_AT = 80;
const NO_SOURCE = 4;

/**
 * Sets the features that tell whether what a cue reports is reported speech indeed, by how the whole was read; the priors alone depend
 * on the word. @param index the reading's place among the block's.
 */
export function setReportFeatures(
  features: ValueFeatures,
  { strip, cues }: BlockReading,
  index: number,
  priors: CuePriors,
  inHeadline: boolean,
): void {
  const reading = cues[index];
  const { cue, from, to, verb, likelihood, source, sourceLikelihood, side, content } = reading;
  const { form, classIndex } = CUE_WORDS[strip.cues[cue]];
  const classAt = (at: number): WordClass => (at >= from && at < to ? strip.classes[at] : WordClass.Edge);
  const first = content[0];
  const last = content[content.length - 1];
  const around = othersAround(cues, index);
  const inside = inContent(strip.classes, last.start, last.end);
  let f = 0;
  features.set(f++, Math.floor(likelihood * CHANCES));
  features.set(f++, Math.floor(sourceLikelihood * FEW_CHANCES));
  features.set(f++, priors.overall(strip.cues[cue]));
  features.set(f++, priors.inSetting(strip.cues[cue], strip.settings[cue]));
  features.set(f++, last.end - last.start);
  features.set(f++, inside.verbs);
  features.set(f++, inside.commas);
  features.set(f++, last.start - cue);
  features.set(f++, last.end + 1 >= to ? 1 : 0);
  features.set(f++, around.before);
  features.set(f++, around.behind);
  features.set(f++, around.covering);
  features.set(f++, around.covered);
  features.set(f++, around.sameSource);
  features.set(f++, cue - from);
  features.set(f++, to - cue);
  features.set(f++, verb.negated ? 1 : 0);
  features.set(f++, inHeadline ? 1 : 0);
  features.set(f++, source ? source.end - source.start : 0);
  features.set(f++, source ? (source.after ? source.start - verb.end : verb.start - source.end) : 0);
  features.set(f++, side);
  features.set(f++, classIndex);
  features.set(f++, form);
  features.set(f++, verb.auxiliary);
  features.set(f++, source ? (source.after ? 1 : 0) + (source.long ? 2 : 0) : NO_SOURCE);
  features.set(f++, source ? phraseKind(strip, source.start, source.end) : PHRASE_KINDS);
  features.set(f++, strip.settings[cue]);
  features.set(f++, classAt(verb.start - 1));
  features.set(f++, classAt(cue + 1));
  features.set(f++, classAt(first.start));
  features.set(f++, classAt(first.start + 1));
  features.set(f++, classAt(last.end - 1));
  features.set(f++, classAt(last.end));
  features.set(f++, classAt(first.start + 2));
  features.set(f++, classAt(cue + 2));
  features.set(f++, classAt(from));
  features.set(f++, source ? classAt(source.start - 1) : WordClass.Edge);
}

interface Around {
  /** The highest likelihoods, in steps, of other cues of the sentence: before, behind, with this one in their content, in this one's content, with the same source. */
  before: number;
  behind: number;
  covering: number;
  covered: number;
  sameSource: number;
}

function othersAround(cues: readonly CueReading[], index: number): Around {
  const { cue, from, to, source, content } = cues[index];
  const around: Around = { before: 0, behind: 0, covering: 0, covered: 0, sameSource: 0 };
  const high = Math.min(cues.length, index + CUES_LOOKED_AT);
  for (let i = Math.max(0, index - CUES_LOOKED_AT); i < high; i++) {
    const other = cues[i];
    if (i === index || other.cue < from || other.cue >= to) continue;
    const chance = Math.floor(other.likelihood * FEW_CHANCES);
    if (i < index) around.before = Math.max(around.before, chance);
    else around.behind = Math.max(around.behind, chance);
    if (holds(other.content, cue)) around.covering = Math.max(around.covering, chance);
    if (holds(content, other.cue)) around.covered = Math.max(around.covered, chance);
    if (source && other.source && source.start === other.source.start) around.sameSource = Math.max(around.sameSource, chance);
  }
  return around;
}

function inContent(classes: Uint8Array, start: number, end: number): { readonly verbs: number; readonly commas: number } {
  let verbs = 0;
  let commas = 0;
  for (let at = start; at < end && at < start + LONGEST_LOOKED_AT; at++) {
    const wordClass = classes[at];
    if (wordClass === WordClass.Comma) commas++;
    else if (isVerb(wordClass)) verbs++;
  }
  return { verbs, commas };
}

function isVerb(wordClass: WordClass): boolean {
  return (wordClass >= WordClass.Modal && wordClass <= WordClass.Do) || wordClass === WordClass.CueVerb || wordClass === WordClass.Verb;
}

import { CUE_CLASSES } from "./cueLexicon.js";
import { type CuePlace, classAt } from "./cuePlace.js";
import { type CuePriors, HABITS, PRIOR_STEPS, settingOf } from "./cuePriors.js";
import { type Features, STEPS, step } from "./linearModel.js";
import type { Strip } from "./strips.js";
import { AUXILIARIES } from "./verbGroup.js";
import { WORD_CLASSES, WordClass } from "./wordClasses.js";

const C = WORD_CLASSES;
const P = PRIOR_STEPS;
const FORMS = 8;

/** How many values each feature of a cue has, in the order in which `setCueFeatures` sets them. */
export const CUE_FEATURE_SIZES: readonly number[] = [
  P * FORMS,
  P * C,
  P * C,
  C * C,
  C * C,
  C * C,
  AUXILIARIES * P,
  AUXILIARIES * C,
  CUE_CLASSES.length * C,
  CUE_CLASSES.length * C,
  FORMS * C,
  FORMS * C,
  2 * P,
  5 * P,
  STEPS * FORMS,
  FORMS * C,
  C * C,
  P * P,
  P * C,
  P * AUXILIARIES,
  HABITS * C,
  P * FORMS * 2,
];

/** Sets the features that tell whether a word is a cue where it stands; the priors alone depend on the word. */
export function setCueFeatures(features: Features, place: CuePlace, priors: CuePriors): void {
  const { strip, from, to, cue, verb, form, classIndex } = place;
  const word = strip.cues[cue];
  const prior = priors.overall(word);
  const before = classAt(place, verb.start - 1);
  const previous = classAt(place, cue - 1);
  const next = classAt(place, cue + 1);
  const second = classAt(place, cue + 2);
  let f = 0;
  features.set(f++, prior * FORMS + form);
  features.set(f++, prior * C + next);
  features.set(f++, prior * C + before);
  features.set(f++, before * C + next);
  features.set(f++, next * C + second);
  features.set(f++, before * C + classAt(place, verb.start - 2));
  features.set(f++, verb.auxiliary * P + prior);
  features.set(f++, verb.auxiliary * C + next);
  features.set(f++, classIndex * C + next);
  features.set(f++, classIndex * C + previous);
  features.set(f++, form * C + next);
  features.set(f++, form * C + before);
  features.set(f++, (verb.negated ? 1 : 0) * P + prior);
  features.set(f++, quotationPlace(strip, from, to, cue) * P + prior);
  features.set(f++, step(cue - from) * FORMS + form);
  features.set(f++, form * C + previous);
  features.set(f++, second * C + classAt(place, cue + 3));
  const here = priors.inSetting(word, settingOf(next));
  features.set(f++, here * P + prior);
  features.set(f++, here * C + before);
  features.set(f++, here * AUXILIARIES + verb.auxiliary);
  features.set(f++, priors.habit(word) * C + next);
  features.set(f++, (here * FORMS + form) * 2 + (verb.negated ? 1 : 0));
}

/** Where the sentence has a quotation: 0 nowhere, 1 right before the cue's clause, 2 right behind the cue, 3 earlier, 4 later. */
function quotationPlace(strip: Strip, from: number, to: number, cue: number): number {
  for (let at = cue + 1; at < to && at < cue + 4; at++) if (strip.classes[at] === WordClass.Quotation) return 2;
  for (let at = cue - 1; at >= from && at > cue - 12; at--) {
    if (strip.classes[at] === WordClass.Quotation) return cue - at < 5 ? 1 : 3;
  }
  for (let at = cue + 4; at < to && at < cue + 30; at++) if (strip.classes[at] === WordClass.Quotation) return 4;
  return 0;
}
